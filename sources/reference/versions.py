"""Reads on from a known model's name to a version that the file does not list yet (``Qwen4-Max``, ``Kimi K3``).

Next month's version of a listed family is a model too; it carries its family's row and its own spelling.
"""

import csv
import re
from functools import cache

from sources import reference

# A version is a number of at most three digits, with points (French writes a decimal with a comma), with one letter
# before (V3, K2) or after (4o) or a size (235B); a longer number after a blank is a year or a count.
_NUMBER = r"[A-Z]?\d{1,3}(?:\.\d{1,2}){0,2}(?:[a-z]|[BMTV])?"
# How large it is: in all, or in the part that is active (480B, A35B), and how much it reads at once (32k).
_SIZE = r"(?:A?\d{1,4}(?:\.\d{1,2})?[BT]|\d{1,3}k)(?!\w)"
# Words that stand behind a bare family's name only in a sentence that begins or in a name of another thing.
_LOOSE = frozenset({"Base", "Beta", "Chat", "Code", "Image", "Instant", "Long", "Math", "Next", "Plus", "Zero"})
_DASH = "[-\u2010\u2011]"
# What a number after a blank must not be: the first figure of an amount, or a count of something.
_NO_COUNT = r"(?![\w%])(?!\s*%)(?!,\d)(?!\.\d)(?!\s\d)(?!\s(?:mil\w*|\w+[sx]\b))"


@cache
def version_words() -> frozenset[str]:
    """The words that a version may carry (``Max``, ``Thinking``)."""
    path = reference.ROOT / "version_words.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["word"] for row in csv.DictReader(lines))


@cache
def _tail() -> re.Pattern[str]:
    words = version_words()
    capitalised = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    firm = "|".join(sorted(words - _LOOSE, key=lambda word: (-len(word), word)))
    dashed = rf"{_DASH}(?i:{capitalised})(?!\w)"
    word = rf"(?:{dashed}|[ \u00a0](?:{capitalised}|mini|nano)(?!\w))"
    stamp = rf"{_DASH}\d{{4}}(?!\d)"
    closed = rf"(?:{_DASH}?{_NUMBER}|\.\d{{1,2}})(?!\w)(?!\.\d)(?!,\d)"
    lettered = r"[A-Z]\d(?:\.\d{1,2})?(?!\w)(?!,\d)"
    pointed = r"\d{1,2}\.\d{1,2}(?!\w)(?!,\d)"
    size = rf"[ \u00a0\u2010\u2011-]{_SIZE}"
    spaced = rf"[ \u00a0](?:{lettered}|{pointed}|\d{{1,2}}(?:{word}|{size}|{_NO_COUNT}))"
    # A capitalised version word behind a blank: the name's own after a number, else one that means nothing else.
    named = (
        rf"(?:(?<=\d){word}|[ \u00a0](?:{firm})(?!\w))(?:[ \u00a0](?:{lettered}|{pointed}|\d(?!\w)(?!,\d)(?!\s\d)))?"
    )
    # Behind a word in capitals a number is its own (``VLA-0``).
    numbered = rf"{_DASH}\d{{1,2}}(?:\.\d{{1,2}})?(?!\w)(?!\.\d)(?!,\d)"
    taught = rf"{_DASH}(?:Qwen|Llama)(?=[\d-])"
    return re.compile(
        rf"(?:{closed}|{spaced}|{stamp}|{dashed}|{named}|{size})(?:{word}|{stamp}|{size}|{taught}|(?<=n){closed}|(?<=a){closed}|(?<=[A-Z]){numbered})*"
    )


def end_of_version(text: str, end: int) -> int:
    """Tell where a model's name ends, its version included.

    Args:
        text: The text that holds the name.
        end: Offset just past the known part.

    Returns:
        Offset just past the version, or ``end`` where none follows.

    >>> text = "Qwen4-Max arrive"
    >>> text[: end_of_version(text, 4)]
    'Qwen4-Max'
    """
    found = _tail().match(text, end)
    return found.end() if found else end
