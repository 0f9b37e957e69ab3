"""Cuts out of a text the digits and number words that a number can be made of."""

import re
from dataclasses import dataclass

from assets.claims.numbers.digits import DIGITS
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import Lexicon

GLYPHS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# Digits glued to letters are a name (M9), unless the letters are a currency code (EUR20) or a sign of multiplication.
_NO_CODE = "(?<!usd|eur|gbp|rmb|cny|chf|jpy|hkd|cad|aud|nzd|inr|krw)(?<![^a-z]x)(?<!^x)"
_TOKEN = re.compile(
    rf"(?P<name>(?<=[a-z]){_NO_CODE}[0-9]+(?:[.,][0-9]+)*)|(?P<digit>{DIGITS})|(?P<glyph>[{GLYPHS}])|(?P<word>[a-z]+)"
)
_JOIN = re.compile("[ \u00a0\u202f\u2009]{0,2}(?:-[ \u00a0]?)?")
_FAR = 20


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a number.

    ``kind`` is ``digit``, ``name`` (digits glued to a letter before them), ``glyph`` or ``word``.
    """

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A text prepared for reading."""

    text: str
    folded: str
    tokens: tuple[Token, ...]

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


def prepare(text: str, lexicon: Lexicon) -> Source:
    """Fold a text and keep the tokens that can be part of a number."""
    folded = fold(text)
    words = lexicon.words
    tokens = []
    for match in _TOKEN.finditer(folded):
        kind = match.lastgroup or "word"
        piece = match.group()
        if kind != "word" or piece in words:
            tokens.append(Token(match.start(), match.end(), kind, piece))
    return Source(text, folded, tuple(tokens))
