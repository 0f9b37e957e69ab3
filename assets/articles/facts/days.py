"""Calendar days as pages print them: in figures, in French and in English words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assets.articles.facts.spelled import SPELLED_DAY, SPELLED_YEAR, spelled_number
from assets.articles.folding import fold

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
# Names of the months, folded, in French and English.
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev feb february",
            "mars mar march",
            "avril avr apr april",
            "mai may",
            "juin jun june",
            "juillet juill juil jul july",
            "aout aou aug august",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<!\d)(\d{1,2})(?:er|ᵉʳ|st|nd|rd|th)?"
_YEAR = r"((?:19|20)\d\d)(?!\d|[.,]\d)"
# Months in Roman figures stand between marks.
_ROMANS = {
    roman: number
    for number, roman in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1)
}
_ROMAN = "(" + "|".join(sorted(_ROMANS, key=len, reverse=True)) + ")"
_FORMS = (
    ("dmy_words", re.compile(rf"{_DAY}[ -]{{1,2}}(?:de |of )?{_MONTH},?[ -](?:de )?{_YEAR}")),
    ("mdy_words", re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}")),
    ("ymd_ideographs", re.compile(rf"(?<!\d){_YEAR}\s?[年년]\s?(\d{{1,2}})\s?[月월]\s?(\d{{1,2}})\s?[日일]")),
    ("ymd", re.compile(rf"(?<!\d){_YEAR}[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)")),
    ("dmy", re.compile(rf"(?<!\d)(\d{{1,2}}) ?([/.-]) ?(\d{{1,2}}) ?\2 ?{_YEAR}")),
    ("dmy_short", re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d\d)(?![\d/.])")),
    ("dmy_roman", re.compile(rf"(?<![\d.,])(\d{{1,2}})([./-]) ?{_ROMAN}\2 ?{_YEAR}")),
    ("dmy_words_short", re.compile(rf"{_DAY} {_MONTH} ?’?(\d\d)(?=$|[,;)|]| [-|/·(]|[.]$)")),
    ("dmy_dashed", re.compile(r"(?<![\d-])(\d{1,2})(-)(\d{1,2})-(\d\d)(?![\d-])")),
)
_SPELLED = ("dmy_spelled", re.compile(rf"{SPELLED_DAY} (?:de )?{_MONTH},? (?:de )?{SPELLED_YEAR}"))
_MILLE = re.compile(r"(?i:mille)")


_DIGITS = re.compile(r"\d\d")
# Between dashes a year of two figures could stand first: a French word before it or an hour behind shows the order.
_FRENCH_BEFORE, _HOUR_BEHIND = re.compile(r"\b(?:le|du|au|[a-z]+di) $"), re.compile(r",? (?:a )?\d\d? ?[h:] ?\d")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day and where it stands in the folded text."""

    day: date
    start: int
    end: int


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read(name: str, match: re.Match[str]) -> date | None:
    if name == "dmy_words":
        return _day(int(match[3]), MONTHS[match[2]], int(match[1]))
    if name == "mdy_words":
        return _day(int(match[3]), MONTHS[match[1]], int(match[2]))
    if name == "dmy_words_short":
        return _day(2000 + int(match[3]), MONTHS[match[2]], int(match[1]))
    if name == "dmy_spelled":
        return _day(2000 + spelled_number(match[3]), MONTHS[match[2]], spelled_number(match[1]))
    if name == "dmy_roman":
        return _day(int(match[4]), _ROMANS[match[3]], int(match[1]))
    if name.startswith("ymd"):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if name == "dmy_dashed" and not _shows_order(match):
        return None
    year = int(match[4]) if name == "dmy" else 2000 + int(match[4])
    # European order; an impossible month shows the American one.
    return _day(year, int(match[3]), int(match[1])) or (
        _day(year, int(match[1]), int(match[3])) if name == "dmy" else None
    )


def _shows_order(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - 10, 0) : match.start()]
    return bool(_FRENCH_BEFORE.search(before) or _HOUR_BEHIND.match(match.string, match.end()))


def find_days(text: str) -> Iterator[FoundDay]:
    """Yield the complete days (with their year) of a text, in order.

    Example:
        >>> [found.day.isoformat() for found in find_days("Publié le 1er mars 2025, modifié le 04/03/2025")]
        ['2025-03-01', '2025-03-04']
        >>> [found.day.isoformat() for found in find_days("le 2.VII.2025, le deux mars deux mille vingt-six")]
        ['2025-07-02', '2026-03-02']
    """
    spelled = _MILLE.search(text) is not None
    if not spelled and not _DIGITS.search(text):
        return
    folded = fold(text)
    taken: list[FoundDay] = []
    for name, form in (*_FORMS, _SPELLED) if spelled else _FORMS:
        for match in form.finditer(folded):
            day = _read(name, match)
            if day is not None and all(match.end() <= other.start or match.start() >= other.end for other in taken):
                taken.append(FoundDay(day, match.start(), match.end()))
    yield from sorted(taken, key=lambda found: found.start)


_YEARLESS = re.compile(rf"{_DAY} {_MONTH}")


def find_yearless_day(text: str) -> tuple[int, int] | None:
    """Return day and month of the first date without a year.

    Example:
        >>> find_yearless_day("LYON, 24 novembre (AB)")
        (24, 11)
    """
    match = _YEARLESS.search(fold(text))
    return (int(match[1]), MONTHS[match[2]]) if match else None


_URL_DAY = re.compile(
    r"(?:^|[/_=.-])((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?=[/_.?&#-]|$|[a-z])", re.I
)


def day_in_url(url: str) -> date | None:
    """Return the complete day that an address carries.

    Example:
        >>> day_in_url("https://journal.example/monde/2025/05/03/port-88.php").isoformat()
        '2025-05-03'
    """
    found = [_day(int(m[1]), int(m[2]), int(m[3])) for m in _URL_DAY.finditer(url)]
    days = {day for day in found if day is not None}
    return days.pop() if len(days) == 1 else None
