"""Builds whole numbers out of cardinals: ordinals, dozens, fractions, shares."""

import re
from dataclasses import replace

from assets.claims.numbers.cardinal import Cardinal, CardinalReader
from assets.claims.numbers.digits import plain_value
from assets.claims.numbers.exact import scaled
from assets.claims.numbers.fractions import FractionReader
from assets.claims.numbers.part import Part
from assets.claims.numbers.shares import FAR, read_share
from assets.claims.numbers.spelled import Spelled
from assets.claims.numbers.tokens import Token

_LETTERS = re.compile(r"[a-z]+(?![a-z0-9])")
_GLUED = re.compile(r"[a-z^]")
_FIRST_TWO_DIGITS = 10
_ARTICLE_REACH = 8
_PAID_REACH = 32
_PLURAL = "s"


class CompositeReader:
    """Reads the longest number that begins at a token."""

    def __init__(self, cardinals: CardinalReader) -> None:
        self.cardinals = cardinals
        self.fractions = FractionReader(cardinals)
        self.source = cardinals.source
        self.lexicon = cardinals.lexicon
        roles = self.lexicon.connectors
        self._and = roles.get("and", frozenset())
        self._of = roles.get("of", frozenset())
        self._endings = roles.get("ordinal_ending", frozenset())

    def read(self, position: int) -> Part | None:
        """Read the number beginning at a token; None where the word is none by itself."""
        token = self.source.tokens[position]
        if token.kind == "name":
            return Part(token.start, token.end, position + 1, plain_value(token.text), "cardinal", "number.name", True)
        if token.kind == "digit" and self._stands_alone(position, token):
            return Part(token.start, token.end, position + 1, float(token.text), "cardinal", "number.digits", True)
        core = self.cardinals.read(position)
        if core is None:
            return self._alone(position)
        for attempt in (self._digit_ordinal, self._ordinal, self._dozen, self.fractions.read):
            part = attempt(core)
            if part is not None:
                return part
        return read_share(self.fractions.mixed(core), self.cardinals)

    def _stands_alone(self, position: int, token: Token) -> bool:
        """Whether plain digits have nothing near them that could be part of their number."""
        tokens, end = self.source.tokens, token.end
        if position + 1 < len(tokens) and tokens[position + 1].start - end <= FAR:
            return False
        if not token.text.isdecimal() or _GLUED.match(self.source.folded, end) is not None:
            return False
        return self.lexicon.suffix.match(self.source.text, end) is None

    def _alone(self, position: int) -> Part | None:
        token = self.source.tokens[position]
        ordinal = self.lexicon.ordinals.get(token.text)
        if ordinal is not None:
            if ordinal.fraction and self._is_part_of_whole(position):
                rule = f"number.fraction.{ordinal.id}"
                return Part(token.start, token.end, position + 1, 1.0 / ordinal.value, "fraction", rule, False)
            rule = f"number.ordinal.{ordinal.id}"
            return Part(token.start, token.end, position + 1, ordinal.value, "ordinal", rule, False)
        part = self.lexicon.parts.get(token.text)
        if part is not None:
            return self.fractions.lone(position, part)
        dozen = self.lexicon.dozens.get(token.text)
        if dozen is not None and not token.text.endswith(_PLURAL):
            rule = f"number.dozen.{dozen.id}.bare"
            bare = Part(token.start, token.end, position + 1, dozen.value, "dozen", rule, False)
            return self._scaled_dozen(bare)
        return None

    def _is_part_of_whole(self, position: int) -> bool:
        """``le cinquième du prix``, ``rembourse le cinquième de la presse``: article and whole show a part."""
        folded, token, rules = self.source.folded, self.source.tokens[position], self.lexicon
        if rules.fraction_whole.match(folded, token.end) is not None:
            return rules.fraction_article.search(folded, max(0, token.start - _ARTICLE_REACH), token.start) is not None
        if rules.fraction_of.match(folded, token.end) is None:
            return False
        return rules.fraction_paid.search(folded, max(0, token.start - _PAID_REACH), token.start) is not None

    def _part(self, core: Cardinal, end: int, after: int, value: float, rule: str) -> Part:
        start = self.source.tokens[core.first].start
        return Part(start, end, after, value, "ordinal", rule, core.has_digit, core.scale)

    def _digit_ordinal(self, core: Cardinal) -> Part | None:
        """``2e``, ``1er``: an ending glued to whole digits."""
        if not core.has_digit or not core.whole or core.scale or core.next != core.first + 1:
            return None
        match = _LETTERS.match(self.source.folded, core.end)
        if match is None or match.group() not in self._endings:
            return None
        return self._part(core, match.end(), core.next, core.value, "number.ordinal.digits")

    def _ordinal(self, core: Cardinal) -> Part | None:
        """``vingt-cinquième``: the last word of the spelled number is the ordinal one."""
        if core.next >= len(self.source.tokens) or core.has_digit:
            return None
        token = self.source.tokens[core.next]
        word = self.lexicon.ordinals.get(token.text)
        joined = self.source.joined(core.next - 1)
        if word is None or not (joined or self.source.linked(core.next - 1, self._and)):
            return None
        plural = token.text.endswith(_PLURAL)
        rule = f"number.ordinal.{word.id}"
        if word.place == "scale":
            if core.scale or core.value <= 1 or plural:
                return None
            return self._part(core, token.end, core.next + 1, core.value * word.value, rule)
        spelled = replace(core.spelled) if core.spelled is not None else Spelled(self.lexicon.loose_and)
        tail = spelled.value
        if core.spelled is None and core.scale is None:
            return None
        if not spelled.accept(word, after_and=not joined):
            return None
        if plural and word.fraction and joined and core.value < _FIRST_TWO_DIGITS:  # deux centièmes
            return None
        return self._part(core, token.end, core.next + 1, core.value - tail + spelled.value, rule)

    def _dozen(self, core: Cardinal) -> Part | None:
        """``une quinzaine``, ``deux douzaines``, ``une demi-douzaine``, ``une dizaine de millions``."""
        tokens = self.source.tokens
        if core.next >= len(tokens) or not self.source.joined(core.next - 1):
            return None
        token, value, after = tokens[core.next], core.value, core.next + 1
        half = self.lexicon.parts.get(token.text)
        if half is not None and half.place == "part" and after < len(tokens) and self.source.joined(core.next):
            token, value, after = tokens[after], value * half.value, after + 1
        dozen = self.lexicon.dozens.get(token.text)
        if dozen is None:
            return None
        start, rule = tokens[core.first].start, f"number.dozen.{dozen.id}"
        plain = Part(start, token.end, after, value * dozen.value, "dozen", rule, core.has_digit, core.scale)
        return self._scaled_dozen(plain)

    def _scaled_dozen(self, part: Part) -> Part:
        """``une dizaine de millions``: the dozen with the scale words behind it."""
        tokens, value, end, scale, after = self.source.tokens, part.value, part.end, part.scale, part.next
        while after < len(tokens) and self.source.linked(after - 1, self._of):
            step = self.lexicon.scales.get(tokens[after].text) or self.lexicon.dozens.get(tokens[after].text)
            if step is None or value * step.value > 1e30:
                break
            value, scale = scaled(value, step.value), (scale or 1) * step.value
            end, after = tokens[after].end, after + 1
        return replace(part, value=value, end=end, scale=scale, next=after)
