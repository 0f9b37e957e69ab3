"""Case, accents and fine blanks taken off letter for letter: an offset in the folded text is one in the text."""

import unicodedata
from functools import cache


@cache
def _fold_character(character: str) -> str:
    lowered = character.lower()
    if len(lowered) != 1:
        return character
    base = unicodedata.normalize("NFD", lowered)[0]
    return base if base.isalpha() and base.isascii() else lowered


class _Table(dict[int, str]):
    """Translation table that fills itself."""

    def __missing__(self, key: int) -> str:
        value = _fold_character(chr(key))
        self[key] = value
        return value


# Blanks that typesetters use are blanks to every rule.
_BLANKS = {ord(blank): " " for blank in "\u00a0\u202f\u2009\u2007"}
_TABLE = _Table(_BLANKS | {ord("’"): "'", ord("ʼ"): "'", ord("‑"): "-", ord("‐"): "-", ord("−"): "-"})

# Nearly all of what the press writes is in this one-byte character set, where folding is many times faster.
_NARROW = "cp1252"
_NARROW_TABLE = bytes(range(256)).decode(_NARROW, "replace").translate(_TABLE).encode(_NARROW, "replace")
_LETTERS = bytes(byte if chr(byte).isascii() and chr(byte).islower() else ord(" ") for byte in range(256))


def fold(text: str) -> str:
    """Fold a text without changing its length.

    >>> fold("Dix‑huitième d’Août")
    "dix-huitieme d'aout"
    """
    try:
        narrow = text.replace("\u202f", " ").encode(_NARROW)
    except UnicodeEncodeError:
        return text.translate(_TABLE)
    return narrow.translate(_NARROW_TABLE).decode(_NARROW)


def words_in(folded: str) -> list[str]:
    """The runs of plain letters of a folded text, in order.

    >>> words_in("dix-huitieme d'aout, 3e")
    ['dix', 'huitieme', 'd', 'aout', 'e']
    """
    return folded.encode("latin-1", "replace").translate(_LETTERS).decode("latin-1").split()


def fold_with_words(text: str) -> tuple[str, list[str], bool]:
    """A folded text, its words, and whether it has none but the press's usual signs (and so no digits but 0 to 9).

    >>> fold_with_words("Été 2025")
    ('ete 2025', ['ete'], True)
    """
    try:
        narrow = text.replace("\u202f", " ").encode(_NARROW)
    except UnicodeEncodeError:
        folded = text.translate(_TABLE)
        return folded, words_in(folded), False
    narrow = narrow.translate(_NARROW_TABLE)
    return narrow.decode(_NARROW), narrow.translate(_LETTERS).decode("ascii").split(), True
