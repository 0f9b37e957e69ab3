"""The powers of ten behind a number: scale words and abbreviations."""

from dataclasses import dataclass

from assets.claims.numbers.lexicon import Lexicon, Scale
from assets.claims.numbers.tokens import Source, Token

_MONEY = ("$", "€", "¥", "£")  # behind an abbreviation they show that it is a scale, even in "7 G$"
_LARGEST = 1e30  # A longer row of scale words is no number; the product must stay finite.


@dataclass(slots=True)
class Power:
    """A product of scale words: ``factor`` 1 where there is none, ``next`` token and ``end`` offset behind it."""

    factor: float
    next: int
    end: int
    rule_id: str = ""


class ScaleReader:
    """Reads the scale words of one source."""

    def __init__(self, source: Source, lexicon: Lexicon) -> None:
        self.source = source
        self.lexicon = lexicon
        self._of = lexicon.connectors.get("of", frozenset())

    def read(self, position: int, end: int) -> Power:
        """Product of the scale words from a token on, or of the abbreviation behind the digits before it."""
        tokens = self.source.tokens
        factor, rule = 1.0, ""
        while position < len(tokens):
            scale = self.lexicon.scales.get(tokens[position].text) if tokens[position].kind == "word" else None
            if scale is None or factor * scale.value > _LARGEST:
                break
            if not (self.source.joined(position - 1) or (factor > 1 and self.source.linked(position - 1, self._of))):
                break
            factor *= self._value(scale, tokens[position].end)
            end, rule = tokens[position].end, f"number.scale.{scale.id}"
            position += 1
        if factor == 1 and tokens[position - 1].kind == "digit":
            found = self.suffix(tokens[position - 1])
            if found is not None:
                scale, end = found
                while position < len(tokens) and tokens[position].start < end:
                    position += 1
                return Power(scale.value, position, end, f"number.scale.{scale.id}")
        return Power(factor, position, end, rule)

    def _value(self, scale: Scale, end: int) -> float:
        if scale.loose is None:
            return scale.value
        match = self.lexicon.word_ahead.match(self.source.folded, end)
        return scale.loose if match is not None and match.group(1) in scale.loose_before else scale.value

    def suffix(self, token: Token) -> tuple[Scale, int] | None:
        """An abbreviation (``Mds``, ``M``, ``k``, ``wan``) right behind digits, with the offset where it ends."""
        match = self.lexicon.suffix.match(self.source.text, token.end)
        if match is None:
            return None
        scale = self.lexicon.suffixes[match.group(2)]
        if token.text in scale.not_after and self.source.text[match.end() : match.end() + 1] not in _MONEY:
            return None
        if scale.needs:
            word = self.lexicon.word_ahead.match(self.source.folded, match.end())
            if word is None or word.group(1) not in scale.needs:
                return None
        parted = scale.glued and match.group(1) != "" and not scale.needs
        if parted and self.lexicon.measure_ahead.match(self.source.folded, match.end()) is None:
            return None
        return scale, match.end()
