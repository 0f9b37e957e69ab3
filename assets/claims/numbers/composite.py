"""Builds whole numbers out of cardinals: ordinals, fractions, dozens, shares, mixed numbers."""

import re
from dataclasses import dataclass

from assets.claims.numbers.cardinal import Cardinal, CardinalReader
from assets.claims.numbers.spelled import Spelled

_SLASH_MAX = 1000
_FRACTION_FOLLOWERS = re.compile(
    r"\W*$|\s*[.,;:!?()»\"]|\s+(?:de|des|du|d'|seulement|est|sont|etait|a|ont|en|par|au|aux|dans|et|ou|sera|seront|environ|"
    r"chaque|pour|sur|qui|que|contre|provient|vient|revient)(?:\W|$)"
)
_SHARE_GAP = re.compile(r"\s+(?:([^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,4})\s+)?$")
_MAX_SHARE_GAP = 60
_LETTERS = re.compile(r"[a-z]+(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Part:
    """A composed number before its surroundings are looked at. ``also`` is a second reading of an ambiguous form."""

    start: int
    end: int
    next: int
    value: float
    kind: str
    rule_id: str
    has_digit: bool
    scale: float | None = None
    counted: tuple[int, int] | None = None
    whole: bool = False
    also: tuple[int, float, str] | None = None


class CompositeReader:
    """Reads the longest number that begins at a token."""

    def __init__(self, cardinals: CardinalReader) -> None:
        self.cardinals = cardinals
        self.source = cardinals.source
        self.lexicon = cardinals.lexicon
        roles = self.lexicon.connectors
        self._and = roles.get("and", frozenset())
        self._of = roles.get("of", frozenset())
        self._out_of = roles.get("out_of", frozenset())
        self._endings = roles.get("ordinal_ending", frozenset())

    def read(self, position: int) -> Part | None:
        """Read the number beginning at a token; None where the word is none by itself."""
        token = self.source.tokens[position]
        if token.kind == "name":
            return Part(token.start, token.end, position + 1, _plain(token.text), "cardinal", "number.name", True)
        core = self.cardinals.read(position)
        if core is None:
            return self._alone(position)
        for attempt in (self._digit_ordinal, self._ordinal, self._dozen, self._fraction, self._slash):
            part = attempt(core)
            if part is not None:
                return self._share(part)
        return self._share(self._mixed(core))

    def _alone(self, position: int) -> Part | None:
        token = self.source.tokens[position]
        word = self.lexicon.ordinals.get(token.text)
        if word is not None:
            return Part(token.start, token.end, position + 1, word.value, "ordinal", f"number.ordinal.{word.id}", False)
        part = self.lexicon.parts.get(token.text)
        if part is not None:
            return self._lone_part(position, part.value, part.id, part.place)
        dozen = self.lexicon.dozens.get(token.text)
        if dozen is not None and not token.text.endswith("s"):
            start = token.start
            return Part(start, token.end, position + 1, dozen.value, "dozen", f"number.dozen.{dozen.id}.bare", False)
        return None

    def _lone_part(self, position: int, value: float, name: str, place: str) -> Part:
        """``demi-milliard``, ``demi-douzaine``, ``la moitié``, ``quart de litre``."""
        token = self.source.tokens[position]
        after = position + 1
        kind, end, rule = "fraction", token.end, f"number.fraction.{name}"
        scale: float | None = None
        if after < len(self.source.tokens) and self.cardinals.joined(position):
            following = self.source.tokens[after]
            step = self.lexicon.scales.get(following.text)
            dozen = self.lexicon.dozens.get(following.text)
            if step is not None:
                value, after, end, kind, scale = value * step.value, after + 1, following.end, "cardinal", step.value
            elif dozen is not None:
                value, after, end, kind = value * dozen.value, after + 1, following.end, "dozen"
        if place == "part" and kind == "fraction":
            rule += ".bare"
        return Part(token.start, end, after, value, kind, rule, False, scale)

    def _part(self, core: Cardinal, end: int, after: int, value: float, kind: str, rule: str) -> Part:
        start = self.source.tokens[core.first].start
        return Part(start, end, after, value, kind, rule, core.has_digit, core.scale)

    def _digit_ordinal(self, core: Cardinal) -> Part | None:
        """``2e``, ``1er``: an ending glued to whole digits."""
        if not core.has_digit or not core.whole or core.scale or core.next != core.first + 1:
            return None
        match = _LETTERS.match(self.source.folded, core.end)
        if match is None or match.group() not in self._endings:
            return None
        return self._part(core, match.end(), core.next, core.value, "ordinal", "number.ordinal.digits")

    def _ordinal(self, core: Cardinal) -> Part | None:
        """``vingt-cinquième``: the last word of the spelled number is the ordinal one."""
        if core.next >= len(self.source.tokens):
            return None
        token = self.source.tokens[core.next]
        word = self.lexicon.ordinals.get(token.text)
        joined = self.cardinals.joined(core.next - 1)
        if word is None or not (joined or self.cardinals.linked(core.next - 1, self._and)):
            return None
        if word.place == "scale":
            return (
                None
                if core.scale or core.value < 2 or token.text.endswith("s")
                else self._part(  # noqa: PLR2004
                    core, token.end, core.next + 1, core.value * word.value, "ordinal", "number.ordinal"
                )
            )
        spelled = self._spelled(core)
        if spelled is None or not spelled.accept(word, after_and=not joined):
            return None
        if token.text.endswith("s") and word.fraction and joined and core.value < 10:  # noqa: PLR2004
            return None
        value = (core.value - core.value % core.scale if core.scale else 0.0) + spelled.value
        return self._part(core, token.end, core.next + 1, value, "ordinal", f"number.ordinal.{word.id}")

    def _spelled(self, core: Cardinal) -> Spelled | None:
        """The spelled tail of a core, still open for a last word."""
        if core.spelled is not None:
            return core.spelled
        return Spelled() if core.scale and core.value % core.scale == 0 and not core.has_digit else None

    def _dozen(self, core: Cardinal) -> Part | None:
        if core.next >= len(self.source.tokens) or not self.cardinals.joined(core.next - 1):
            return None
        tokens = self.source.tokens
        token, value, after = tokens[core.next], core.value, core.next + 1
        if token.text in self.lexicon.parts and after < len(tokens) and self.cardinals.joined(core.next):
            half = self.lexicon.parts[token.text]
            if tokens[after].text not in self.lexicon.dozens or half.place != "part":
                return None
            token, value, after = tokens[after], value * half.value, after + 1
        dozen = self.lexicon.dozens.get(token.text)
        if dozen is None:
            return None
        value, end, scale = value * dozen.value, token.end, core.scale
        while after < len(tokens) and self.cardinals.linked(after - 1, self._of):
            step = self.lexicon.scales.get(tokens[after].text)
            more = self.lexicon.dozens.get(tokens[after].text)
            factor = step.value if step is not None else more.value if more is not None else 1.0
            if factor == 1:
                break
            value, end, scale, after = value * factor, tokens[after].end, (scale or 1) * factor, after + 1
        start = tokens[core.first].start
        return Part(start, end, after, value, "dozen", f"number.dozen.{dozen.id}", core.has_digit, scale)

    def _fraction(self, core: Cardinal) -> Part | None:
        """``deux tiers``, ``quatre centièmes``, ``un demi-milliard``."""
        if core.next >= len(self.source.tokens) or not self.cardinals.joined(core.next - 1) or not core.whole:
            return None
        token = self.source.tokens[core.next]
        part = self.lexicon.parts.get(token.text)
        if part is not None and part.place == "part" and core.scale is None:
            inner = self._lone_part(core.next, part.value, part.id, part.place)
            return Part(
                self.source.tokens[core.first].start,
                inner.end,
                inner.next,
                core.value * inner.value,
                inner.kind,
                inner.rule_id.removesuffix(".bare"),
                core.has_digit,
                inner.scale,
            )
        word = self.lexicon.ordinals.get(token.text)
        if word is None or not word.fraction:
            return None
        value = core.value / word.value
        follower = _FRACTION_FOLLOWERS.match(self.source.folded, token.end)
        if core.value == 1 and follower is None:
            return Part(
                token.start, token.end, core.next + 1, word.value, "ordinal", f"number.ordinal.{word.id}", False
            )
        part_read = self._part(core, token.end, core.next + 1, value, "fraction", f"number.fraction.{word.id}")
        also = (token.start, word.value, f"number.ordinal.{word.id}") if core.value == 1 else None
        return Part(
            part_read.start,
            part_read.end,
            part_read.next,
            value,
            "fraction",
            part_read.rule_id,
            core.has_digit,
            also=also,
        )

    def _slash(self, core: Cardinal) -> Part | None:
        """``3/4`` and ``2 1/4``; dates and ``24/7`` are left alone."""
        gap = self.source.gap(core.next - 1)
        tokens = self.source.tokens
        if gap != "/" or core.scale or not core.has_digit:
            first = self._whole_before_slash(core)
            return first
        if tokens[core.next].kind != "digit":
            return None
        numerator, denominator = core.value, _plain(tokens[core.next].text)
        text = self.source.folded
        end = tokens[core.next].end
        dated = text[end : end + 1] == "/" or text[tokens[core.first].start - 1 : tokens[core.first].start] == "/"
        if dated or not 1 < denominator <= _SLASH_MAX or numerator >= denominator or numerator == 0:
            return None
        return self._part(core, end, core.next + 1, numerator / denominator, "fraction", "number.fraction.slash")

    def _whole_before_slash(self, core: Cardinal) -> Part | None:
        tokens = self.source.tokens
        if not core.has_digit or core.scale or not core.whole or core.next + 1 >= len(tokens):
            return None
        if self.source.gap(core.next) != "/" or not self.cardinals.joined(core.next - 1):
            return None
        following = self.cardinals.read(core.next)
        fraction = self._slash(following) if following is not None and following.next == core.next + 1 else None
        if fraction is None or fraction.rule_id != "number.fraction.slash":
            return None
        return self._part(core, fraction.end, fraction.next, core.value + fraction.value, "fraction", fraction.rule_id)

    def _mixed(self, core: Cardinal) -> Part:
        """``deux et demi``, ``cinq milliards et trois quarts``: the rest counts in the last scale word."""
        start = self.source.tokens[core.first].start
        plain = Part(
            start,
            core.end,
            core.next,
            core.value,
            "cardinal",
            core.rule_id,
            core.has_digit,
            core.scale,
            whole=core.whole,
        )
        if core.next >= len(self.source.tokens) or not self.cardinals.linked(core.next - 1, self._and):
            return plain
        token = self.source.tokens[core.next]
        part = self.lexicon.parts.get(token.text)
        rest: Part | None = None
        if part is not None and part.place == "part":
            rest = self._lone_part(core.next, part.value, part.id, part.place)
        else:
            following = self.cardinals.read(core.next)
            if following is not None and following.scale is None:
                rest = self._fraction(following)
        if rest is None or rest.kind not in ("fraction", "cardinal") or rest.value >= max(core.scale or 1, 1):
            if rest is None or rest.scale is None or rest.value >= (core.scale or 1):
                return plain
        added = rest.value if rest.scale else rest.value * (core.scale or 1)
        if rest.kind == "ordinal":
            return plain
        return Part(
            start, rest.end, rest.next, core.value + added, "cardinal", "number.mixed", core.has_digit, core.scale
        )

    def _share(self, part: Part) -> Part:
        """``deux sur trois``, ``sept drones sur dix``."""
        if part.kind != "cardinal" or not part.whole or part.scale or part.next >= len(self.source.tokens):
            return part
        folded = self.source.folded
        following = self.source.tokens[part.next]
        gap = folded[part.end : following.start]
        if len(gap) > _MAX_SHARE_GAP:
            return part
        head, separator, tail = gap.rpartition(" sur ")
        word = next((form for form in self._out_of if gap.rstrip().endswith(f" {form}")), None)
        if word is None:
            return part
        head = gap.rstrip()[: -len(word)]
        noun = _SHARE_GAP.fullmatch(head)
        whole = self.cardinals.read(part.next)
        if noun is None or whole is None or not whole.whole or whole.scale or not 0 < part.value < whole.value:
            return part
        if not self._is_whole(whole.end, has_noun=noun.group(1) is not None):
            return part
        counted = (part.end + noun.start(1), part.end + noun.end(1)) if noun.group(1) else None
        value = part.value / whole.value
        return Part(part.start, whole.end, whole.next, value, "share", "number.share", part.has_digit, None, counted)

    def _is_whole(self, end: int, *, has_noun: bool) -> bool:
        match = _NEXT_WORD.match(self.source.folded, end)
        if match is None:
            return True
        places = _not_wholes(self.lexicon.language)
        return match.group(1) not in places and not (
            has_noun and match.group(1).endswith("s") and len(match.group(1)) > 9
        )  # noqa: PLR2004


_NEXT_WORD = re.compile(r"[\s ]+([a-z]+)")


def _not_wholes(language: str) -> frozenset[str]:
    from assets.claims.language.loader import load_entries
    from assets.claims.numbers.folding import fold

    words = (word for entry in load_entries(language, "connectors") for word in entry.data.get("not_before", ()))
    return frozenset(fold(word) for word in words)


def _plain(text: str) -> float:
    cleaned = re.sub(r"[^0-9.,]", "", text).replace(",", ".")
    if cleaned.count(".") > 1:
        cleaned = cleaned.replace(".", "")
    try:
        return float(cleaned)
    except ValueError:
        return 0.0
