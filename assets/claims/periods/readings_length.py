"""Readings of lengths of time, rates and year-on-year formulas: they date nothing."""

from assets.claims.periods.expressions import Expression, nothing
from assets.claims.periods.registry import Match, reading


@reading("duration")
def read_duration(match: Match) -> Expression | None:
    """A bare length of time (``en trois ans``): dates nothing."""
    unit = match.word("u", "unit", "short_unit") or match.params.get("unit")
    count = match.number("n", "int", "dozen")
    number = None if count is None else count
    flags = [str(flag) for flag in match.params.get("flags", ["duration"])]
    return Expression("duration", nothing, unit=unit, count=number).flagged(*flags)


@reading("comparison")
def read_comparison(match: Match) -> Expression | None:
    """``sur un an``, ``en glissement annuel``: says what a change is measured against, dates nothing."""
    return Expression("duration", nothing).flagged("comparison", *match.params.get("flags", []))


@reading("rate")
def read_rate(match: Match) -> Expression | None:
    """``par an``, ``chaque mois``: the time base of a rate, no date."""
    unit = match.word("u", "unit", "short_unit") or match.params.get("unit")
    return Expression("rate", nothing, unit=unit, per=unit) if unit else None
