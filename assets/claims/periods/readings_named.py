"""Readings of periods that have names: feasts, lunar new years, five-year plans."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression, floating_span
from assets.claims.periods.model import Span
from assets.claims.periods.registry import Match, reading


@cache
def lunar_new_years() -> Mapping[int, date]:
    """First day of the Chinese lunar year by Gregorian year."""
    text = files("sources").joinpath("reference", "lunar_new_years.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {int(row["year"]): date.fromisoformat(row["first_day"]) for row in rows}


@cache
def five_year_plans() -> Mapping[int, tuple[int, int]]:
    """First and last year of China's five-year plans by number."""
    text = files("sources").joinpath("reference", "five_year_plans.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {int(row["number"]): (int(row["first_year"]), int(row["last_year"])) for row in rows}


@reading("plan")
def read_plan(match: Match) -> Expression | None:
    """``14e Plan quinquennal``: its five years."""
    number = match.number("n", "ordinal", "int")
    years = five_year_plans().get(number) if number is not None else None
    if years is None:
        return None
    first, last = years
    return Expression("interval", lambda _: days.year_span(first, last - first + 1), year=first)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, from its end where negative."""
    span = days.month_span(year, month)
    if span is None or span.start is None or span.end is None:
        return None
    if nth < 0:
        return days.weekday_near(span.end, weekday, step=-1, inclusive=True)
    first = days.weekday_near(span.start, weekday, step=1, inclusive=True)
    return days.plus_days(first, 7 * (nth - 1)) if first else None


@reading("event")
def read_event(match: Match) -> Expression | None:
    """A feast, on a fixed day, so many days from Easter, or on the lunar new year."""
    params, year = match.params, match.number("y", "year", "spelled_int")
    length = int(params.get("days", 1))

    def make(candidate: int) -> Span | None:
        if "easter" in params:
            sunday = days.easter(candidate)
            start = days.plus_days(sunday, int(params["easter"])) if sunday else None
        elif "nth" in params:
            start = _nth_weekday(candidate, int(params["month"]), int(params["weekday"]), int(params["nth"]))
        elif params.get("lunar"):
            first = lunar_new_years().get(candidate)
            start = days.plus_days(first, int(params.get("shift", 0))) if first else None
        else:
            start = days.day_of(candidate, int(params["month"]), int(params["day"]))
        return Span(start, days.plus_days(start, length - 1)) if start else None

    if year is not None:
        return Expression("event", lambda _: make(year), year=year)

    def resolve(anchor: Anchor) -> Span | None:
        return floating_span(anchor, make)

    return Expression("event", resolve, floating=True)
