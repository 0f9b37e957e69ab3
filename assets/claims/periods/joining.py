"""Two expressions as the ends of one period, each lending the other what it lacks."""

from dataclasses import replace

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression
from assets.claims.periods.model import Span


def join(first: Expression, last: Expression) -> Expression:
    """From the first day of one expression to the last day of another; each lends the other the year it lacks."""

    def resolve(anchor: Anchor) -> Span | None:
        if first.unit == "month_day" and last.unit != "month_day":
            return _lent_month(first, last, anchor)
        if first.unit == last.unit == "weekday" and first.count is not None and last.count is not None:
            return _weekdays(first, (last.count - first.count) % 7, anchor)
        if anchor.direction is None and anchor.year is None and first.floating and anchor.published is not None:
            # « du 1er septembre au 31 octobre » is ahead as a whole where its beginning is.
            begun = first.resolve(anchor)
            if begun and begun.start and begun.start > anchor.published:
                anchor = replace(anchor, direction="future")
        if last.floating and first.year is not None:
            return _after(first, last, anchor.with_year(first.year), anchor)
        end = last.resolve(anchor)
        if end is None or end.end is None:
            return None
        if not first.floating:
            start = first.resolve(anchor)
            return Span(start.start, end.end) if start and start.start and start.start <= end.end else None
        year = (end.start or end.end).year
        for candidate in (year, year - 1):
            start = first.resolve(anchor.with_year(candidate))
            if start and start.start and start.start <= (end.start or end.end):
                return Span(start.start, end.end)
        return None

    return Expression(
        "interval",
        resolve,
        year=last.year if last.year is not None else first.year,
        floating=last.floating and first.year is None,
        relative=last.relative or (first.relative and first.unit != "month_day"),
        month=last.month,
    )


def _weekdays(first: Expression, length: int, anchor: Anchor) -> Span | None:
    """``de lundi à vendredi``: the last day follows the first within the week."""
    start = first.resolve(anchor)
    return Span(start.start, days.plus_days(start.start, length)) if start and start.start else None


def _lent_month(first: Expression, last: Expression, anchor: Anchor) -> Span | None:
    end = last.resolve(anchor)
    if end is None or end.start is None or end.end is None or first.count is None:
        return None
    start = days.day_of(end.start.year, end.start.month, first.count)
    return Span(start, end.end) if start and start <= end.end else None


def _after(first: Expression, last: Expression, anchor: Anchor, outer: Anchor) -> Span | None:
    start = first.resolve(outer)
    year = anchor.year
    if start is None or start.start is None or year is None:
        return None
    for candidate in (year, year + 1):
        end = last.resolve(anchor.with_year(candidate))
        if end and end.end and end.end >= start.start:
            return Span(start.start, end.end)
    return None
