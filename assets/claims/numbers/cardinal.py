"""Reads one cardinal: digits or words, with their scale words and decimals."""

import re
import unicodedata
from dataclasses import dataclass, replace

from assets.claims.numbers.digits import Separators, read_digits
from assets.claims.numbers.exact import scaled
from assets.claims.numbers.lexicon import Lexicon, Word
from assets.claims.numbers.scales import ScaleReader
from assets.claims.numbers.spelled import Spelled
from assets.claims.numbers.tokens import Source, Token

_POWER = re.compile(r"\^([+-]?[0-9]{1,2})(?![0-9.,])|[eE]([+-][0-9]{1,2})(?![0-9.,])")
_SMALLEST_REST = 1e4  # "2 millions 300 000" goes on; "220 millions deux ans" does not.


@dataclass(slots=True)
class Cardinal:
    """A number read from token ``first`` up to (not including) token ``next``; ``end`` is the offset behind it.

    ``spelled`` is set where the number could still take another word (``vingt`` before ``cinquième``).
    """

    first: int
    next: int
    end: int
    value: float
    scale: float | None
    has_digit: bool
    rule_id: str
    spelled: Spelled | None = None

    @property
    def whole(self) -> bool:
        """Whether it has no decimals."""
        return self.value.is_integer()


class CardinalReader:
    """Reads cardinals of one source."""

    def __init__(self, source: Source, lexicon: Lexicon, seen: Separators) -> None:
        self.source = source
        self.lexicon = lexicon
        self.scales = ScaleReader(source, lexicon)
        self._seen = seen
        self._and = lexicon.connectors.get("and", frozenset())
        self._decimal = lexicon.connectors.get("decimal", frozenset())

    def read(self, position: int) -> Cardinal | None:
        """Read the cardinal that begins at a token, if one does."""
        segment = self._segment(position)
        if segment is None:
            return None
        power = self.scales.read(segment.next, segment.end)
        if power.factor == 1:
            return segment
        best = replace(
            segment,
            next=power.next,
            end=power.end,
            value=scaled(segment.value, power.factor),
            scale=power.factor,
            rule_id=power.rule_id,
            spelled=None,
        )
        last = power.factor
        while best.next < len(self.source.tokens) and self._goes_on(best):
            segment = self._segment(best.next)
            if segment is None or not segment.whole:
                break
            power = self.scales.read(segment.next, segment.end)
            value = scaled(segment.value, power.factor)
            mixed = segment.has_digit or best.has_digit
            if value >= last or (mixed and power.factor == 1 and value < last / _SMALLEST_REST):
                break
            best = replace(
                best,
                next=power.next,
                end=power.end,
                value=best.value + value,
                has_digit=mixed,
                spelled=segment.spelled if power.factor == 1 else None,
            )
            if power.factor == 1:
                break
            last = power.factor
        return best

    def _goes_on(self, number: Cardinal) -> bool:
        """Whether the next token stands close enough to be part of the number (English: "one million and one")."""
        if self.source.joined(number.next - 1):
            return True
        return self.lexicon.loose_and and not number.has_digit and self.source.linked(number.next - 1, self._and)

    def _segment(self, position: int) -> Cardinal | None:
        token = self.source.tokens[position]
        if token.kind == "digit":
            return self._digits(position, token)
        if token.kind == "glyph":
            value = unicodedata.numeric(token.text)
            return Cardinal(position, position + 1, token.end, value, None, True, "number.glyph")
        word = self._word(position)
        if word is None or (word.place in ("hundred", "ten") and token.text.endswith("s")):
            return None  # Only a multiple takes the plural: deux cents, quatre-vingts.
        return self._words(position)

    def _digits(self, position: int, token: Token) -> Cardinal:
        spoken = self._spoken_decimals(position, token)
        if spoken is not None:
            return spoken
        following = self._following(position)
        scaled = following is not None and following.text in self.lexicon.scales
        scaled = scaled or self.scales.suffix(token) is not None
        literal, mark = self.source.text[token.start : token.end], self.lexicon.decimal_mark
        value = read_digits(literal, scaled=scaled, seen=self._seen, decimal_mark=mark)
        number = Cardinal(position, position + 1, token.end, value, None, True, "number.digits")
        power = _POWER.match(self.source.text, token.end)
        if power is not None:
            return self._raised(number, power)
        if following is None:
            return number
        if following.kind == "glyph" and number.whole:
            value += unicodedata.numeric(following.text)
        elif self._multiplies(self.lexicon.cardinals.get(following.text), following):
            value *= self.lexicon.cardinals[following.text].value
        else:
            return number
        return replace(number, next=position + 2, end=following.end, value=value)

    def _spoken_decimals(self, position: int, token: Token) -> Cardinal | None:
        """``3 virgule 14``."""
        tokens = self.source.tokens
        if position + 1 >= len(tokens) or not token.text.isdigit():
            return None
        decimals = tokens[position + 1]
        if decimals.kind != "digit" or not decimals.text.isdigit() or not self.source.linked(position, self._decimal):
            return None
        value = float(f"{token.text}.{decimals.text}")
        return Cardinal(position, position + 2, decimals.end, value, None, True, "number.spoken_decimals")

    def _raised(self, number: Cardinal, power: re.Match[str]) -> Cardinal:
        """``1,1^+23`` and ``2,5e+6``."""
        base, exponent = (number.value, power.group(1)) if power.group(1) else (10.0, power.group(2))
        factor = 1.0 if power.group(1) else number.value
        try:
            value = factor * base ** int(exponent)
        except (OverflowError, ZeroDivisionError):
            return number
        after = number.next
        while after < len(self.source.tokens) and self.source.tokens[after].start < power.end():
            after += 1
        return replace(number, next=after, end=power.end(), value=value, rule_id="number.power")

    @staticmethod
    def _multiplies(word: Word | None, token: Token) -> bool:
        """``300 mille`` and ``3 cent``; ``50 cents`` are money."""
        if word is None or word.place not in ("hundred", "thousand"):
            return False
        return word.place == "thousand" or not token.text.endswith("s")

    def _following(self, position: int) -> Token | None:
        if position + 1 < len(self.source.tokens) and self.source.joined(position):
            return self.source.tokens[position + 1]
        return None

    def _word(self, position: int) -> Word | None:
        token = self.source.tokens[position]
        return self.lexicon.cardinals.get(token.text) if token.kind == "word" else None

    def _words(self, position: int) -> Cardinal | None:
        spelled = Spelled(self.lexicon.loose_and)
        at = position
        while at < len(self.source.tokens):
            word = self._word(at)
            if word is None:
                break
            after_and = at > position and not self.source.joined(at - 1)
            if after_and and not self.source.linked(at - 1, self._and):
                break
            if not spelled.accept(word, after_and=after_and):
                break
            at += 1
        if at == position:
            return None
        value, at = self._decimals(spelled.value, at)
        return Cardinal(position, at, self.source.tokens[at - 1].end, value, None, False, "number.words", spelled)

    def _decimals(self, whole: int, at: int) -> tuple[float, int]:
        """Read ``virgule zéro huit`` behind a spelled number: the words are digits after the mark."""
        if at >= len(self.source.tokens) or not self.source.linked(at - 1, self._decimal):
            return float(whole), at
        digits, position = "", at
        while position < len(self.source.tokens) and (position == at or self.source.joined(position - 1)):
            spelled, start = Spelled(), position
            while position < len(self.source.tokens) and (position == start or self.source.joined(position - 1)):
                word = self._word(position)
                if word is None or word.place == "thousand" or not spelled.accept(word, after_and=False):
                    break
                position += 1
            if position == start:
                break
            digits += str(spelled.value)
        return (float(f"{whole}.{digits}"), position) if digits else (float(whole), at)
