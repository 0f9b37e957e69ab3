"""Damage to single letters that can be mended with certainty; every change is told."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# An entity that is still there after the page was read was escaped twice.
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Words as a page's source has them, cut off from its tags.
_WORD = re.compile(r"[^\s<>]+")
_LIGATURE = re.compile("[ﬀ-ﬆ]")


@dataclass(frozen=True, slots=True)
class LetterRepair:
    """One change: ``before`` stood there, ``after`` stands there now."""

    before: str
    after: str
    rule_id: str


def mend_letters(text: str) -> tuple[str, tuple[LetterRepair, ...]]:
    """Undo doubled entities and printers' ligatures.

    Example:
        >>> mend_letters("l&amp;eacute;cole, oﬃcielle")[0]
        'lécole, officielle'
    """
    repairs: list[LetterRepair] = []

    def unescape(match: re.Match[str]) -> str:
        plain = html.unescape(html.unescape(match[0]))
        if plain == match[0] or "&" in plain[1:]:
            return match[0]
        repairs.append(LetterRepair(match[0], plain, "doubled_entity"))
        return plain

    def part(match: re.Match[str]) -> str:
        repairs.append(LetterRepair(match[0], _LIGATURES[match[0]], "ligature"))
        return _LIGATURES[match[0]]

    if "&" in text:
        text = _ENTITY.sub(unescape, text)
    return _LIGATURE.sub(part, text), tuple(repairs)


class DeliveredWords:
    """The words of a document as it was delivered, where reading it changed letters; tells each paragraph's changes."""

    def __init__(self, delivered: str, read: str) -> None:
        """Keep the delivered words, unless nothing was changed.

        Args:
            delivered: The characters before they were mended.
            read: The characters that the paragraphs were read from.
        """
        same = delivered == read
        self._words = frozenset() if same else frozenset(_WORD.findall(delivered))

    def repairs_in(self, paragraph: str) -> Iterator[LetterRepair]:
        """Yield the words of a paragraph that stood there in other letters, each once.

        Example:
            >>> list(DeliveredWords("un Ã©tÃ© sec", "un été sec").repairs_in("un été sec"))
            [LetterRepair(before='Ã©tÃ©', after='été', rule_id='mojibake')]
        """
        if not self._words:
            return
        for word in dict.fromkeys(_WORD.findall(paragraph)):
            if word.isascii() or word in self._words:
                continue
            for rule_id, form in _FORMS:
                before = form(word)
                if before != word and before in self._words:
                    yield LetterRepair(before, word, rule_id)
                    break


def _garbled(word: str) -> str:
    """Read the word's UTF-8 as Windows-1252, with the bytes that it leaves open as controls."""
    return "".join(
        bytes([byte]).decode("cp1252", errors="replace") if byte not in _OPEN_BYTES else chr(byte)
        for byte in word.encode("utf-8", errors="replace")
    )


_OPEN_BYTES = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
_FORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("mojibake", _garbled),
    ("mojibake", lambda word: _garbled(_garbled(word))),
    ("mojibake", lambda word: word.encode("utf-8", errors="replace").decode("latin-1")),
    ("composed", lambda word: unicodedata.normalize("NFD", word)),
)
