"""Names of firms that are made of known ones: ``Geely Batteries``, ``Zhejiang Fontalba``, ``Geely-Nio``.

Such a name is another firm's than the one, or than the town, that only opens it.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from sources import reference
from sources.reference.gazetteer import Name as Known

_MODEL, _FIRM, _PLACE, ADJECTIVE = 1, 2, 3, 4  # what a letter of a known name belongs to; 0 is of none
_MARKS = {"organisation": _FIRM, "place": _PLACE}
_BRANCH = 2  # words of a firm's name with that of the place of its branch
_JOINTS = frozenset({" ", "-"})
# An article or its like: what stands behind it is a thing rather than a firm.
_THE = re.compile(r"(?<![\w’'])(?:[Ll][ae]s?|[Uu]ne?|[Dd]es|[Cc]et(?:te)?|[Cc]es?|[SsMmTt](?:a|on|es)|[Ll]eurs?) $")
_REACH = 8  # letters in which an article and the blanks around it stand


def marked(text: str, known: Sequence[Known]) -> bytearray:
    """For every letter of a text, to what kind of known name it belongs.

    Args:
        text: The article's text.
        known: The known names in it, with their offsets.
    """
    marks = bytearray(len(text))
    for name in known:
        mark = ADJECTIVE if name.form == "adjective" else _MARKS.get(name.kind, _MODEL)
        marks[name.start : name.end] = bytes([mark]) * (name.end - name.start)
    return marks


def is_compound(
    text: str,
    start: int,
    end: int,
    marks: bytearray,
    firm_words: Collection[str],
    place_words: Collection[str],
) -> bool:
    """Whether a run of capitalised words that a known name opens is a firm's name of its own.

    A firm's name with a place behind it is that of its branch there (``Geely Hubei``). With a thing that it makes, told
    by its number (``Geely E5``) or its article (``la Geely Fontane``), it stays the firm's. Two firms' names side by
    side are their joint venture's (``Geely-Nio``).

    Args:
        text: The article's text.
        start: Where the run begins.
        end: Just past its last letter.
        marks: What ``marked`` tells of the text.
        firm_words: Words with which firms' names end.
        place_words: Words that make a place of a place's name (``Ningbo Port``).
    """
    run = text[start:end]
    words = run.split()
    if marks[start] == marks[end - 1] == _FIRM and not run.isupper():
        between = "".join(text[at] for at in range(start, end) if not marks[at])
        if between in _JOINTS:
            return True
    if len(words) == 1 or not marks[start + len(words[0]) - 1]:
        return False
    ends_in_place = marks[end - 1] == _PLACE and marks[end - len(words[-1]) - 1] == 0
    if marks[start] == _FIRM and ends_in_place and len(words) == _BRANCH:
        return words[-1] in _provinces()
    free = start + next((at for at, mark in enumerate(marks[start:end]) if not mark and text[start + at] != " "), 0)
    if free == start or any(marks[free:end]):
        return False
    if words[-1] in firm_words or words[0] in _provinces():
        return True
    if marks[start] == _FIRM:
        return not _THE.search(text, max(0, start - _REACH), start) and _goes_on(text[free:end], run)
    return marks[start] == _PLACE and words[-1] not in place_words and _goes_on(text[free:end], run)


def _goes_on(behind: str, run: str) -> bool:
    """Whether words behind a known name can be the rest of a firm's: no thing's, told by a number, nor a headline."""
    words = behind.split()
    return not run.isupper() and all(len(word) > 1 and not any(map(str.isdigit, word)) for word in words)


@cache
def _provinces() -> frozenset[str]:
    """The provinces whose name begins that of many a firm."""
    return frozenset(place.name_en for place in reference.places() if place.place_level == "province")
