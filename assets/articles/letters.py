"""Damage to single letters that can be mended with certainty; every change is told."""

import html
import re
from dataclasses import dataclass

# An entity that is still there after the page was read was escaped twice.
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d?);")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
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
