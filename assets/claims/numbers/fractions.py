"""Reads parts of a whole: ``deux tiers``, ``un demi-milliard``, ``3/4``, ``deux et demi``."""

from dataclasses import replace

from assets.claims.numbers.cardinal import Cardinal, CardinalReader
from assets.claims.numbers.digits import plain_value
from assets.claims.numbers.exact import scaled
from assets.claims.numbers.lexicon import Word
from assets.claims.numbers.part import Part

_LARGEST_DENOMINATOR = 1000


class FractionReader:
    """Reads the fraction that a cardinal begins."""

    def __init__(self, cardinals: CardinalReader) -> None:
        self.cardinals = cardinals
        self.source = cardinals.source
        self.lexicon = cardinals.lexicon
        self._and = self.lexicon.connectors.get("and", frozenset())

    def lone(self, position: int, word: Word) -> Part:
        """``demi-milliard``, ``demi-douzaine``, ``la moitié``, ``quart de litre``."""
        token = self.source.tokens[position]
        after = position + 1
        rule = f"number.fraction.{word.id}"
        if after < len(self.source.tokens) and self.source.joined(position) and word.place == "part":
            following = self.source.tokens[after]
            scale = self.lexicon.scales.get(following.text)
            dozen = self.lexicon.dozens.get(following.text)
            if scale is not None:
                value = scaled(word.value, scale.value)
                return Part(token.start, following.end, after + 1, value, "cardinal", rule, False, scale.value)
            if dozen is not None:
                value = word.value * dozen.value
                return Part(token.start, following.end, after + 1, value, "dozen", rule, False)
        bare = ".bare" if word.place == "part" else ""
        return Part(token.start, token.end, after, word.value, "fraction", rule + bare, False)

    def read(self, core: Cardinal) -> Part | None:
        """The fraction whose numerator is ``core``, in words or with a slash."""
        return self._worded(core) or self._slashed(core) or self._mixed_slash(core)

    def _worded(self, core: Cardinal) -> Part | None:
        if core.next >= len(self.source.tokens) or not core.whole or not self.source.joined(core.next - 1):
            return None
        start, token = self.source.tokens[core.first].start, self.source.tokens[core.next]
        part = self.lexicon.parts.get(token.text)
        if part is not None and part.place == "part" and core.scale is None:
            inner = self.lone(core.next, part)
            rule = inner.rule_id.removesuffix(".bare")
            return replace(inner, start=start, value=core.value * inner.value, rule_id=rule, has_digit=core.has_digit)
        word = self.lexicon.ordinals.get(token.text)
        if word is None or not word.fraction:
            return None
        follows = self.lexicon.fraction_follower.match(self.source.folded, token.end) is not None
        ordinal = f"number.ordinal.{word.id}"
        if core.value == 1 and not follows:  # un cinquième constructeur
            return Part(token.start, token.end, core.next + 1, word.value, "ordinal", ordinal, False)
        return Part(
            start,
            token.end,
            core.next + 1,
            core.value / word.value,
            "fraction",
            f"number.fraction.{word.id}",
            core.has_digit,
            also=(token.start, word.value, ordinal) if core.value == 1 else None,
        )

    def _slashed(self, core: Cardinal) -> Part | None:
        """``3/4``; dates and ``24/7`` are left alone."""
        tokens, folded = self.source.tokens, self.source.folded
        if core.scale or not core.has_digit or not core.whole or self.source.gap(core.next - 1) != "/":
            return None
        below = tokens[core.next]
        start = tokens[core.first].start
        if below.kind != "digit" or folded[below.end : below.end + 1] == "/" or folded[start - 1 : start] == "/":
            return None
        denominator = plain_value(below.text)
        if not 1 < denominator <= _LARGEST_DENOMINATOR or not 0 < core.value < denominator:
            return None
        value = core.value / denominator
        return Part(start, below.end, core.next + 1, value, "fraction", "number.fraction.slash", True)

    def _mixed_slash(self, core: Cardinal) -> Part | None:
        """``2 1/4``."""
        tokens = self.source.tokens
        if not core.has_digit or core.scale or not core.whole or core.next + 1 >= len(tokens):
            return None
        if not self.source.joined(core.next - 1) or self.source.gap(core.next) != "/":
            return None
        following = self.cardinals.read(core.next)
        fraction = self._slashed(following) if following is not None and following.next == core.next + 1 else None
        if fraction is None:
            return None
        return replace(fraction, start=tokens[core.first].start, value=core.value + fraction.value)

    def mixed(self, core: Cardinal) -> Part:
        """``deux et demi``, ``cinq milliards et trois quarts``: the rest counts in the last scale word."""
        start = self.source.tokens[core.first].start
        whole = Part(start, core.end, core.next, core.value, "cardinal", core.rule_id, core.has_digit, core.scale)
        rest = self._rest(core)
        if rest is None or rest.kind not in ("fraction", "cardinal"):
            return whole
        unit = core.scale or 1.0
        if rest.scale is not None:
            value = core.value + rest.value if rest.value < unit else None
        else:
            value = core.value + rest.value * unit if rest.value < 1 else None
        if value is None:
            return whole
        return replace(whole, end=rest.end, next=rest.next, value=value, rule_id="number.mixed")

    def _rest(self, core: Cardinal) -> Part | None:
        if core.next >= len(self.source.tokens) or not self.source.linked(core.next - 1, self._and):
            return None
        part = self.lexicon.parts.get(self.source.tokens[core.next].text)
        if part is not None:
            return self.lone(core.next, part) if part.place == "part" else None
        following = self.cardinals.read(core.next)
        if following is None or following.scale is not None:
            return None
        return self._worded(following) or self._slashed(following)
