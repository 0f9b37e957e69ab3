"""Calendar arithmetic on whole units. Every function answers None instead of leaving the calendar's range."""

import calendar
from datetime import date, timedelta

from assets.claims.periods.model import Span

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 avril, an year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_length(year: int, month: int) -> int:
    """Number of days of a month."""
    return calendar.monthrange(year, month)[1]


def plus_days(day: date, count: int) -> date | None:
    """The day ``count`` days later."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def plus_months(day: date, count: int) -> date | None:
    """The same day ``count`` months later, or that month's last day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def shifted(day: date, count: int, unit: str) -> date | None:
    """The day ``count`` units later."""
    if abs(count) > 1_000_000:
        return None
    if unit in MONTHS_OF:
        return plus_months(day, count * MONTHS_OF[unit])
    return plus_days(day, count * DAYS_OF.get(unit, 1))


def month_span(year: int, month: int, months: int = 1) -> Span | None:
    """``months`` whole months from the given one."""
    first = day_of(year, month, 1)
    after = plus_months(first, months) if first else None
    last = plus_days(after, -1) if after else None
    return Span(first, last) if first and last else None


def year_span(year: int, years: int = 1) -> Span | None:
    """``years`` whole years from the given one."""
    return month_span(year, 1, 12 * years) if 1 <= year <= 9000 else None


def unit_around(day: date, unit: str, count: int = 0, length: int = 1) -> Span | None:
    """``length`` whole calendar units, the first being ``count`` units after the one that holds ``day``."""
    if unit == "day":
        first = plus_days(day, count)
        last = plus_days(day, count + length - 1)
        return Span(first, last) if first and last else None
    if unit in {"week", "fortnight"}:
        size = DAYS_OF[unit]
        first = plus_days(day, -day.weekday() + size * count)
        last = plus_days(first, size * length - 1) if first else None
        return Span(first, last) if first and last else None
    if unit == "weekend":
        first = plus_days(day, 5 - day.weekday() + 7 * count)
        last = plus_days(first, 7 * (length - 1) + 1) if first else None
        return Span(first, last) if first and last else None
    months = MONTHS_OF.get(unit)
    if months is None or abs(count) > 100_000 or length > 100_000:
        return None
    index = (day.year * 12 + day.month - 1) // months * months + count * months
    year, month = divmod(index, 12)
    return month_span(year, month + 1, months * length) if 1 <= year <= 9000 else None


def weekday_near(day: date, weekday: int, *, step: int, inclusive: bool) -> date | None:
    """The nearest such weekday in one direction.

    Args:
        day: Where to begin.
        weekday: 0 for Monday.
        step: -1 backwards, 1 forwards.
        inclusive: Whether ``day`` itself counts.
    """
    distance = (day.weekday() - weekday) % 7 if step < 0 else (weekday - day.weekday()) % 7
    if distance == 0 and not inclusive:
        distance = 7
    return plus_days(day, step * distance)


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    if not 1583 <= year <= 9000:
        return None
    golden, century, rest = year % 19, year // 100, year % 100
    leap, remainder = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - correction + 15) % 30
    quarter, left = divmod(rest, 4)
    offset = (32 + 2 * remainder + 2 * quarter - epact - left) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)
