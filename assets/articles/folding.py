"""Foldings that make letters comparable: what two copies of one sentence differ in, and no more."""

import re
import unicodedata

_MARKS = str.maketrans({**dict.fromkeys("'‘ʼ`´", "’"), **dict.fromkeys("‐‑‒–—―−", "-")})
_ACCENTS = re.compile("[\u0300-\u036f]")
_PLAIN = re.compile(r"[ \t\n]{2,}|[\t\n]")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def squeeze(text: str) -> str:
    """Fold runs of plain blanks; no-break spaces stay, for they are part of the printed figure.

    Example:
        >>> squeeze("  deux   mots ")
        'deux mots'
    """
    return _PLAIN.sub(" ", text).strip()


def fold(text: str) -> str:
    """Fold case, accents, apostrophes, dashes and blanks.

    Example:
        >>> fold("À  lire — l'Été")
        'a lire - l’ete'
    """
    if text.isascii():
        return _BLANKS.sub(" ", text.lower().replace("'", "’").replace("`", "’")).strip()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return _BLANKS.sub(" ", bare.translate(_MARKS)).strip()


def words(text: str) -> list[str]:
    """Return the folded words, without any punctuation.

    Example:
        >>> words("L'Été, 2 fois")
        ['l', 'ete', '2', 'fois']
    """
    return _WORD.findall(fold(text))
