"""Readings of weekdays and of lone days of the month."""

from datetime import date

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression
from assets.claims.periods.joining import join
from assets.claims.periods.model import Span
from assets.claims.periods.readings_calendar import dated
from assets.claims.periods.registry import Match, reading


def _single(day: date | None) -> Span | None:
    return Span(day, day) if day else None


def _weekday(anchor: Anchor, weekday: int, mode: str) -> date | None:
    day = anchor.published
    if mode == "after" and anchor.reference and anchor.reference.end and not anchor.convention.loose:
        return days.weekday_near(anchor.reference.end, weekday, step=1, inclusive=False)
    if day is None:
        return None
    if mode == "last":
        return days.weekday_near(day, weekday, step=-1, inclusive=False)
    if mode == "next":
        return days.weekday_near(day, weekday, step=1, inclusive=False)
    if mode == "after":
        return days.plus_days(day, 7 - day.weekday() + weekday)
    if mode == "today" and (day.weekday() == weekday or anchor.direction is None):
        return _nearest_weekday(day, weekday)
    ahead = anchor.direction == "future" or (anchor.direction is None and anchor.convention.bare_is_future)
    return days.weekday_near(day, weekday, step=1 if ahead else -1, inclusive=not ahead)


def _nearest_weekday(day: date, weekday: int) -> date | None:
    """``ce vendredi``: the day itself, else the nearer of the two around it."""
    back = (day.weekday() - weekday) % 7
    return days.plus_days(day, -back if back <= 3 else 7 - back)


@reading("weekday")
def read_weekday(match: Match) -> Expression | None:
    """A weekday: the latest one, the next one where the clause is about the future."""
    weekday = match.number("w", "weekday", "weekday_short")
    if weekday is None:
        return None
    mode, later = str(match.params.get("mode", "bare")), 0
    fortnight = match.number("n", "int")
    if mode == "plus":
        if fortnight not in {8, 15}:
            return None
        later = 7 if fortnight == 8 else 14

    def resolve(anchor: Anchor) -> Span | None:
        if mode == "plus":
            first = days.weekday_near(anchor.published, weekday, step=1, inclusive=True) if anchor.published else None
            return _single(days.plus_days(first, later)) if first else None
        return _single(_weekday(anchor, weekday, mode))

    return Expression("day", resolve, relative=True, count=weekday, unit="weekday" if mode == "bare" else None)


@reading("weekday_of_week")
def read_weekday_of_week(match: Match) -> Expression | None:
    """``lundi de la semaine prochaine``."""
    weekday, shift = match.number("w", "weekday"), int(match.params.get("shift", 0))
    if weekday is None:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        week = days.unit_around(anchor.published, "week", shift) if anchor.published else None
        return _single(days.plus_days(week.start, weekday)) if week and week.start else None

    return Expression("day", resolve, relative=True)


@reading("month_day")
def read_month_day(match: Match) -> Expression | None:
    """A lone day of the month (``le 16``, ``mercredi 13``): the nearest in the clause's direction."""
    number = match.number("d", "day", "ordinal")
    weekday = match.number("w", "weekday", "weekday_short")
    if number is None or not 1 <= number <= 31:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        if anchor.month is not None and anchor.month[0] is not None:
            return _single(days.day_of(anchor.month[0], anchor.month[1], number))
        if anchor.published is None:
            return None
        candidates = _days_around(anchor.published, number)
        if weekday is not None:
            fitting = [day for day in _days_around(anchor.published, number, months=12) if day.weekday() == weekday]
            published = anchor.published
            nearest = min(fitting, key=lambda day: abs((day - published).days), default=None)
            if nearest is None or abs((nearest - published).days) <= 31:
                return _single(nearest)
            candidates = fitting
        past = [day for day in candidates if day <= anchor.published]
        future = [day for day in candidates if day > anchor.published]
        ahead = anchor.direction == "future" or (anchor.direction is None and anchor.convention.bare_is_future)
        chosen = min(future, default=None) if ahead else max(past, default=None)
        return _single(chosen)

    return Expression("day", resolve, relative=True, count=number, unit="month_day")


def _days_around(published: date, number: int, months: int = 2) -> list[date]:
    """The days of that number in the months around publication."""
    spans = [days.unit_around(published, "month", step) for step in range(-months, months + 1)]
    found = [days.day_of(span.start.year, span.start.month, number) for span in spans if span and span.start]
    return [day for day in found if day]


@reading("days_of_month")
def read_days_of_month(match: Match) -> Expression | None:
    """``du 13 au 18``, ``du 4 au 22 de ce mois``, ``du 19 au 20 novembre 2025``."""
    first, last = match.number("a", "day", "ordinal"), match.number("b", "day", "ordinal")
    if first is None or last is None or not 1 <= first <= last <= 31:
        return None
    month, year = match.number("m", "month", "month_short"), match.number("y", "year", "int")
    if month is not None:
        start = dated(None if year is None else year, month, first)
        end = dated(None if year is None else year, month, last)
        return join(start, end) if start and end else None

    def resolve(anchor: Anchor) -> Span | None:
        if anchor.published is None:
            return None
        year, month = anchor.published.year, anchor.published.month
        return Span(days.day_of(year, month, first), days.day_of(year, month, last))

    return Expression("interval", resolve, relative=True)
