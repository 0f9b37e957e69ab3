"""Values, units, periods and names in words that a reader takes in at a glance. Pure."""

import calendar
from datetime import date

BOUNDS = {"eq": "", "approx": "about ", "gt": "more than ", "ge": "at least ", "le": "at most ", "lt": "less than "}
BASES = {
    "text": "dated in the text",
    "relative": "worked out from the publication day",
    "publication": "as of publication",
}
_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
_UNITS = {
    "item": "units",
    "person": "people",
    "tonne": "tonnes",
    "kilowatt_hour": "kWh",
    "watt": "W",
    "square_metre": "m²",
    "cubic_metre": "m³",
    "parameter": "parameters",
    "token": "tokens",
    "ratio": "%",
    "multiple": "times",
}
# Not the calendar module's names: those follow the machine's locale.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_INITIALS = {"ai": "AI", "api": "API", "gdp": "GDP"}
_SHORTEST_SCALED = 10_000
_ENDLESS_DIGITS = 12
_MINUS = "−"


def words(identifier: str | None) -> str:
    """A name in snake_case as words.

    >>> words("industrial_robot"), words("api_price"), words("Chongqing")
    ('industrial robot', 'API price', 'Chongqing')
    """
    if not identifier:
        return ""
    if not identifier.islower():
        return identifier
    return " ".join(_INITIALS.get(part, part) for part in identifier.split("_"))


def title(identifier: str) -> str:
    """The same as a heading.

    >>> title("output_growth")
    'Output growth'
    """
    found = words(identifier)
    return found[:1].upper() + found[1:]


def unit_words(unit: str | None, per: str | None = None) -> str:
    """A unit with its time base.

    >>> unit_words("item", "year"), unit_words("CNY"), unit_words(None)
    ('units per year', 'CNY', '')
    """
    said = _UNITS.get(unit, words(unit)) if unit else ""
    return f"{said} per {per}".strip() if per else said


def number(value: float) -> str:
    """A number with at most four significant digits and its scale.

    >>> number(1_210_000), number(63), number(0.28), number(9_700), number(-4.2e9)
    ('1.21 M', '63', '0.28', '9,700', '−4.2 B')
    """
    sign, size = (_MINUS if value < 0 else ""), abs(value)
    if size >= _SHORTEST_SCALED:
        for factor, letter in _SCALES:
            # Rounded first: 999,999 is 1 M, not 1000 k.
            if float(f"{size:.4g}") >= factor:
                return f"{sign}{float(f'{size / factor:.4g}'):,.10g} {letter}"
    return f"{sign}{float(f'{size:.4g}'):,.10g}"


def amount(value: float | None, unit: str | None, per: str | None = None, bound: str = "eq") -> str:
    """A value with bound, unit and time base; empty for an event.

    >>> amount(0.3, "ratio"), amount(3_400_000, "item", "year", "ge"), amount(1e8, "CNY"), amount(2, "rank")
    ('30 %', 'at least 3.4 M per year', 'CNY 100 M', 'rank 2')
    """
    if value is None:
        return ""
    before = BOUNDS.get(bound, "")
    after = f" per {per}" if per else ""
    if unit == "ratio":
        return f"{before}{number(value * 100)} %{after}"
    if unit == "rank":
        return f"{before}rank {number(value)}{after}"
    if unit is not None and unit.isupper():
        return f"{before}{unit} {number(value)}{after}"
    if unit == "item":
        # What is counted stands beside the value: 88 companies are not 88 units.
        return f"{before}{number(value)}{after}"
    return f"{before}{number(value)} {unit_words(unit, per)}".rstrip()


def exact(value: float | None, unit: str | None) -> str:
    """All digits of a value, where ``amount`` has left some out; else nothing.

    >>> exact(1_213_456, "item"), exact(1_200_000, "item")
    ('1,213,456', '')
    """
    if value is None:
        return ""
    size = value * 100 if unit == "ratio" else value
    said = f"{size:,.12g}"
    # A third has no last digit to tell.
    endless = sum(letter.isdigit() for letter in said.lstrip("-0.")) >= _ENDLESS_DIGITS
    return "" if endless or float(f"{size:.12g}") == float(f"{size:.4g}") else said.replace("-", _MINUS)


def period(start: date | None, end: date | None) -> str:
    """Two inclusive days as a period.

    >>> period(date(2025, 1, 1), date(2025, 6, 30)), period(None, date(2027, 12, 31)), period(None, None)
    ('H1 2025', 'until 31 Dec 2027', 'undated')
    """
    if start is None or end is None:
        if start is not None:
            return f"since {_day(start)}"
        return f"until {_day(end)}" if end is not None else "undated"
    if start == end:
        return _day(start)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _months(start: date, end: date) -> str:
    first, last = start.month, end.month
    if start.year != end.year:
        return f"{start.year}–{end.year}" if (first, last) == (1, 12) else f"{_month(start)} – {_month(end)}"
    if (first, last) == (1, 12):
        return str(start.year)
    if first == last:
        return _month(start)
    length = last - first + 1
    if length == 3 and first % 3 == 1:
        return f"Q{last // 3} {start.year}"
    if length == 6 and first % 6 == 1:
        return f"H{last // 6} {start.year}"
    return f"{_MONTHS[first - 1]} – {_month(end)}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"
