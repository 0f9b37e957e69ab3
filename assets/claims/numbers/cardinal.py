"""Reads one cardinal: digits or words, their scale words, halves and decimals."""

import re
import unicodedata
from dataclasses import dataclass

from assets.claims.numbers.digits import Separators, read_digits
from assets.claims.numbers.lexicon import Lexicon, Scale
from assets.claims.numbers.spelled import Spelled
from assets.claims.numbers.tokens import Source, Token

_JOIN = re.compile("[ \u00a0\u202f\u2009]{0,2}(?:-[ \u00a0]?)?")
_WORD_AFTER = re.compile(r"[\s ]*(?:de |d'|du |des )?\s*([a-z]+|[$€¥])")
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number read from token ``first`` up to (not including) token ``next``; ``end`` may lie past the last token."""

    first: int
    next: int
    end: int
    value: float
    scale: float | None
    has_digit: bool
    rule_id: str
    whole: bool
    spelled: Spelled | None = None


class CardinalReader:
    """Reads cardinals of one source."""

    def __init__(self, source: Source, lexicon: Lexicon, seen: Separators) -> None:
        self.source = source
        self.lexicon = lexicon
        self.seen = seen
        self._and = lexicon.connectors.get("and", frozenset())
        self._decimal = lexicon.connectors.get("decimal", frozenset())
        self._of = lexicon.connectors.get("of", frozenset())

    def joined(self, position: int) -> bool:
        """Whether only blanks or a hyphen stand between a token and the one after it."""
        gap = self.source.gap(position)
        return gap is not None and _JOIN.fullmatch(gap) is not None

    def linked(self, position: int, role: frozenset[str]) -> bool:
        """Whether a word of ``role`` and nothing else stands between a token and the one after it."""
        gap = self.source.gap(position)
        return gap is not None and len(gap) < 20 and gap.strip(" \u00a0\u202f-") in role

    def read(self, position: int) -> Cardinal | None:
        """Read the cardinal that begins at a token, if one does."""
        segment = self._segment(position)
        if segment is None:
            return None
        total, scale, rule = 0.0, None, segment.rule_id
        has_digit, last = segment.has_digit, float("inf")
        whole = segment.whole
        while True:
            factor, after, end, scale_rule = self._scales(segment.next, segment.end)
            if factor >= last or (factor == 1 and segment.value >= last):
                return None if total == 0 else Cardinal(position, start, stop, total, scale, has_digit, rule, whole)
            total += segment.value * factor
            whole = whole and segment.whole
            if factor == 1:
                spelled = segment.spelled if scale is None else None
                return Cardinal(position, after, end, total, scale, has_digit, rule, whole, spelled)
            scale = max(scale or 0.0, factor)
            rule = scale_rule or rule
            last, start, stop = factor, after, end
            following = self._segment(after) if after < len(self.source.tokens) and self.joined(after - 1) else None
            if following is None or not self._continues(following, factor):
                return Cardinal(position, after, end, total, scale, has_digit, rule, whole)
            segment = following
            has_digit = has_digit or following.has_digit

    def _continues(self, following: Cardinal, factor: float) -> bool:
        """``deux millions 300 000`` goes on; ``2 millions 15 usines`` and ``3 millions 2,5`` do not."""
        if not following.whole or following.value * 1.0 >= factor:
            return False
        further = self._scales(following.next, following.end)[0]
        if following.has_digit:
            return further > 1 or following.value >= factor / 1e4
        return True

    def _segment(self, position: int) -> Cardinal | None:
        token = self.source.tokens[position]
        if token.kind == "digit":
            return self._digits(position, token)
        if token.kind == "glyph":
            value = unicodedata.numeric(token.text)
            return Cardinal(position, position + 1, token.end, value, None, True, "number.glyph", False)
        if token.kind == "word" and token.text in self.lexicon.cardinals:
            return self._words(position)
        return None

    def _digits(self, position: int, token: Token) -> Cardinal:
        following = self._next_word(position)
        scaled = following in self.lexicon.scales or self._suffix(token) is not None
        value = read_digits(self.source.text[token.start : token.end], scaled=scaled, seen=self.seen)
        after, end = position + 1, token.end
        if after < len(self.source.tokens) and self.joined(position):
            following_token = self.source.tokens[after]
            word = self.lexicon.cardinals.get(following_token.text)
            singular = following_token.text[-1:] != "s" or word is None or word.place == "thousand"
            if word is not None and word.place in ("hundred", "thousand") and singular:
                value, after, end = value * word.value, after + 1, following_token.end
            elif following_token.kind == "glyph" and value == int(value):
                value, after, end = value + unicodedata.numeric(following_token.text), after + 1, following_token.end
        return Cardinal(position, after, end, value, None, True, "number.digits", value == int(value))

    def _next_word(self, position: int) -> str:
        if position + 1 < len(self.source.tokens) and self.joined(position):
            return self.source.tokens[position + 1].text
        return ""

    def _words(self, position: int) -> Cardinal | None:
        tokens, cardinals = self.source.tokens, self.lexicon.cardinals
        spelled = Spelled()
        at = position
        while at < len(tokens):
            word = cardinals.get(tokens[at].text) if tokens[at].kind == "word" else None
            if word is None:
                break
            after_and = at > position and not self.joined(at - 1)
            if after_and and not self.linked(at - 1, self._and):
                break
            if not spelled.accept(word, after_and=after_and):
                break
            at += 1
        if at == position:
            return None
        value, at = self._decimals(float(spelled.value), at)
        return Cardinal(
            position, at, tokens[at - 1].end, value, None, False, "number.words", value == int(value), spelled
        )

    def _decimals(self, value: float, at: int) -> tuple[float, int]:
        """Read ``virgule zéro huit`` behind a spelled number: the words are digits after the mark."""
        if at >= len(self.source.tokens) or not self.linked(at - 1, self._decimal):
            return value, at
        digits, position = "", at
        while position < len(self.source.tokens) and (position == at or self.joined(position - 1)):
            spelled, start = Spelled(), position
            while position < len(self.source.tokens) and (position == start or self.joined(position - 1)):
                token = self.source.tokens[position]
                word = self.lexicon.cardinals.get(token.text) if token.kind == "word" else None
                if word is None or word.place == "thousand" or not spelled.accept(word, after_and=False):
                    break
                position += 1
            if position == start:
                break
            digits += str(spelled.value)
        return (float(f"{int(value)}.{digits}"), position) if digits else (value, at)

    def _scales(self, position: int, end: int) -> tuple[float, int, int, str]:
        """Product of the scale words from a token on: factor, next token, end offset, rule."""
        factor, rule = 1.0, ""
        tokens = self.source.tokens
        while position < len(tokens):
            scale = self.lexicon.scales.get(tokens[position].text) if tokens[position].kind == "word" else None
            close = self.joined(position - 1) or (factor > 1 and self.linked(position - 1, self._of))
            if scale is None or not close:
                break
            factor *= self._scale_value(scale, tokens[position].end)
            end, rule = tokens[position].end, f"number.scale.{scale.id}"
            position += 1
        if factor == 1 and tokens[position - 1].kind == "digit":
            found = self._suffix(tokens[position - 1])
            if found is not None:
                scale, end = found
                while position < len(tokens) and tokens[position].start < end:
                    position += 1
                return scale.value, position, end, f"number.scale.{scale.id}"
        return factor, position, end, rule

    def _scale_value(self, scale: Scale, end: int) -> float:
        if scale.loose is None:
            return scale.value
        match = _WORD_AFTER.match(self.source.folded, end)
        return scale.loose if match is not None and match.group(1) in scale.loose_before else scale.value

    def _suffix(self, token: Token) -> tuple[Scale, int] | None:
        """An abbreviation (``Mds``, ``M``, ``k``, ``wan``) right behind digits."""
        text = self.source.text
        match = _suffix_pattern(self.lexicon).match(text, token.end)
        if match is None:
            return None
        scale = self.lexicon.suffixes[match.group(2)]
        if token.text in scale.not_after:
            return None
        if scale.needs:
            word = _WORD_AFTER.match(self.source.folded, match.end())
            if word is None or word.group(1) not in scale.needs:
                return None
        elif scale.glued and match.group(1) and not self._before_unit(match.end()):
            return None
        return scale, match.end()

    def _before_unit(self, end: int) -> bool:
        return _UNIT_NEXT.match(self.source.text, end) is not None


_UNIT_NEXT = re.compile(
    r"[  \u202f]?(?:[€$¥£]|(?:de |d['’])?(?:euros?|dollars?|yuans?|RMB|CNY|EUR|USD|CHF|francs?|renminbi)\b|d['’]|de )"
)
_PATTERNS: dict[str, re.Pattern[str]] = {}


def _suffix_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    pattern = _PATTERNS.get(lexicon.language)
    if pattern is None:
        forms = sorted(lexicon.suffixes, key=len, reverse=True)
        joined = "|".join(map(re.escape, forms))
        pattern = re.compile(
            rf"([ \u00a0\u202f\u2009]?)({joined})(?:(?=(?:EUR|USD|RMB|CNY|CHF|FCFA)(?![A-Za-z]))|(?![A-Za-zÀ-ÿ0-9²³]))(?!\. ?[A-ZÀ-Þ])"
        )
        _PATTERNS[lexicon.language] = pattern
    return pattern
