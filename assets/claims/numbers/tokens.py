"""Cuts out of a text the digits and number words that a number can be made of."""

import re
from collections.abc import Iterator
from operator import attrgetter

from assets.claims.numbers.digits import DIGITS
from assets.claims.numbers.folding import fold_with_words
from assets.claims.numbers.lexicon import Lexicon
from assets.claims.record import record

GLYPHS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Digits glued to letters are a name (M9), unless the letters are a currency code (EUR20) or a sign of multiplication.
_NO_CODE = "(?<!usd|eur|gbp|rmb|cny|chf|jpy|hkd|cad|aud|nzd|inr|krw)(?<![^a-z]x)(?<!^x)"
_FIGURE = re.compile(rf"(?P<name>(?<=[a-z]){_NO_CODE}[0-9]+(?:[.,][0-9]+)*)|(?P<digit>{DIGITS})|(?P<glyph>[{GLYPHS}])")
# Stretches that hold all of these: the costly pattern is tried nowhere else. No digit stands right behind a stretch.
_STRETCH = re.compile(r"[\d¼-¾⅐-⅞][\d., ']*")
_NARROW_STRETCH = re.compile(r"[0-9¼-¾][0-9., ']*")
_JOIN = re.compile("[ \u00a0\u202f\u2009]{0,2}(?:-[ \u00a0]?)?")
_FAR = 20


@record
class Token:
    """A piece of a number.

    ``kind`` is ``digit``, ``name`` (digits glued to a letter before them), ``glyph`` or ``word``.
    """

    start: int
    end: int
    kind: str
    text: str


@record
class Source:
    """A text prepared for reading."""

    text: str
    folded: str
    tokens: tuple[Token, ...]
    has_figures: bool

    def gap(self, position: int) -> str | None:
        """Folded text between a token and the next one; None at the end or where they stand far apart."""
        if position + 1 >= len(self.tokens):
            return None
        start, end = self.tokens[position].end, self.tokens[position + 1].start
        return self.folded[start:end] if end - start <= _FAR else None

    def joined(self, position: int) -> bool:
        """Whether only blanks or a hyphen stand between a token and the one after it."""
        gap = self.gap(position)
        return gap is not None and _JOIN.fullmatch(gap) is not None

    def linked(self, position: int, role: frozenset[str]) -> bool:
        """Whether a word of ``role`` and nothing else stands between a token and the one after it."""
        gap = self.gap(position)
        return gap is not None and gap.strip(" \u00a0\u202f-") in role


def _figures(folded: str, stretches: re.Pattern[str]) -> list[Token]:
    tokens: list[Token] = []
    for stretch in stretches.finditer(folded):
        start, bare = stretch.start(), stretch.group().rstrip(" .,'")
        before = folded[start - 1] if start else " "
        if bare.isdecimal() and not (before in ".," or "a" <= before <= "z"):
            tokens.append(Token(start, start + len(bare), "digit", bare))
            continue
        if before in ".,":  # .5 begins with its mark
            start -= 1
        tokens += [
            Token(match.start(), match.end(), match.lastgroup or "digit", match.group())
            for match in _FIGURE.finditer(folded, start, stretch.end())
        ]
    return tokens


def _places(folded: str, word: str) -> Iterator[int]:
    start, length = folded.find(word), len(word)
    while start >= 0:
        end = start + length
        if not (start and "a" <= folded[start - 1] <= "z") and not "a" <= folded[end : end + 1] <= "z":
            yield start
        start = folded.find(word, end)


def prepare(text: str, lexicon: Lexicon) -> Source:
    """Fold a text and keep the tokens that can be part of a number."""
    folded, words, narrow = fold_with_words(text)
    tokens = _figures(folded, _NARROW_STRETCH if narrow else _STRETCH)
    has_figures = bool(tokens)
    for word in lexicon.words.intersection(words):
        length = len(word)
        tokens += [Token(start, start + length, "word", word) for start in _places(folded, word)]
    tokens.sort(key=attrgetter("start"))
    return Source(text, folded, tuple(tokens), has_figures)
