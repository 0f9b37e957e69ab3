"""Readings that count inside a period or from it: its nth weekday, day or week, so many months to its end."""

from dataclasses import replace
from datetime import date

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression
from assets.claims.periods.model import Direction, Span
from assets.claims.periods.registry import Match, reading

_MOST_MONTHS = 36  # of a term that closes on a day
_MONTHS_A_YEAR = 12
_DIRECTIONS: tuple[Direction, Direction] = ("future", "past")


@reading("nth_weekday")
def read_nth_weekday(match: Match) -> Expression | None:
    """``le premier mercredi de mars``, ``la dernière semaine de septembre``, ``le dernier jour d'octobre``."""
    inner, weekday, named = match.period("p"), match.number("w", "weekday"), match.period("w")
    if named is not None and named.unit == "weekday":
        weekday = named.count
    unit = match.word("u", "unit", "weekend")
    number = -1 if match.has("last") else match.number("o", "ordinal")
    if inner is None or number is None or inner.kind not in {"month", "year", "quarter", "season", "half"}:
        return None
    if weekday is None and unit not in {"day", "week", "weekend"}:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        if span is None or span.start is None or span.end is None:
            return None
        return _nth(span.start, span.end, number, weekday or 0, unit or "weekday")

    return replace(inner, kind=unit if unit in {"week", "weekend"} else "day", resolve=resolve)


@reading("nth_of_now")
def read_nth_of_now(match: Match) -> Expression | None:
    """``le premier jour du mois``: of the present unit."""
    around, unit, weekday = match.word("c", "unit"), match.word("u", "unit", "weekend"), match.number("w", "weekday")
    number = -1 if match.has("last") else match.number("o", "ordinal")
    if around not in {"month", "year", "quarter", "half"} or number is None or number > 60:
        return None
    if weekday is None and unit not in {"day", "week"}:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = days.unit_around(anchor.published, around) if anchor.published else None
        return (
            _nth(span.start, span.end, number, weekday or 0, unit or "weekday")
            if span and span.start and span.end
            else None
        )

    return Expression("week" if unit == "week" else "day", resolve, relative=True)


@reading("day_of_month")
def read_day_of_month(match: Match) -> Expression | None:
    """``le 5 du mois prochain``: a lone day of a month named after it."""
    day, inner = match.period("d"), match.period("p")
    if day is None or inner is None or day.unit != "month_day" or day.count is None:
        return None
    number = day.count

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        found = days.day_of(span.start.year, span.start.month, number) if span and span.start else None
        return Span(found, found) if found else None

    return replace(inner, kind="day", resolve=resolve, unit=None)


def _nth(start: date, end: date, number: int, weekday: int, unit: str) -> Span | None:
    if unit == "day":
        day = end if number == -1 else days.plus_days(start, number - 1)
        return Span(day, day) if day and day <= end else None
    length, weekday = {"week": (7, 0), "weekend": (2, 5)}.get(unit, (1, weekday))
    if number == -1:
        last = days.plus_days(end, 1 - length)
        day = days.weekday_near(last, weekday, step=-1, inclusive=True) if last else None
    else:
        first = days.weekday_near(start, weekday, step=1, inclusive=True)
        day = days.plus_days(first, 7 * (number - 1)) if first else None
    if day is None or not start <= day <= end:
        return None
    return Span(day, days.plus_days(day, length - 1))


@reading("week_of")
def read_week_of(match: Match) -> Expression | None:
    """``la semaine du 6 octobre``: Monday to Sunday around that day."""
    inner, unit = match.period("p"), match.word("u", "unit", "weekend")
    if inner is None or unit not in {"week", "weekend"}:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        return days.unit_around(span.start, unit) if span and span.start else None

    return replace(inner, kind=unit, resolve=resolve)


@reading("units_of")
def read_units_of(match: Match) -> Expression | None:
    """``les trois premiers jours de mai``: so many units from a period's beginning, or to its end."""
    inner, unit, count = match.period("p"), match.word("u", "unit", "weekend"), match.number("n", "int")
    at_end = bool(match.params.get("at_end"))
    if inner is None or count is None or unit not in {"day", "week", "month", "quarter", "year"} or count > 400:
        return None
    if inner.kind not in {"month", "quarter", "half", "season", "year", "decade", "interval"}:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        if span is None or span.start is None or span.end is None:
            return None
        after = days.plus_days(span.end, 1)
        if at_end:
            first = days.shifted(after, -count, unit) if after else None
            return Span(first, span.end) if first and first >= span.start else None
        end = days.shifted(span.start, count, unit)
        last = days.plus_days(end, -1) if end else None
        return Span(span.start, last) if last and last <= span.end else None

    return replace(inner, kind="interval", resolve=resolve, unit=None)


def _nearest(inner: Expression, anchor: Anchor) -> Span | None:
    """Of the last and the next such day the nearer one: « le lendemain du 11 » said on the 12th is that day."""
    published = anchor.published
    spans = [inner.resolve(replace(anchor, direction=direction)) for direction in _DIRECTIONS]
    dated = [(abs((span.start - published).days), span) for span in spans if span and span.start and published]
    return min(dated, key=lambda pair: pair[0])[1] if dated else inner.resolve(anchor)


@reading("day_after")
def read_day_after(match: Match) -> Expression | None:
    """``le lendemain du 11 février``, ``la veille du 3 mars``."""
    inner, offset = match.period("p"), int(match.params["offset"])
    if inner is None:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = _nearest(inner, anchor) if anchor.convention.bare_is_future else inner.resolve(anchor)
        base = None if span is None else span.end if offset > 0 else span.start
        day = days.plus_days(base, offset) if base else None
        return Span(day, day) if day else None

    return replace(inner, resolve=resolve, unit=None)


@reading("offset_from")
def read_offset_from(match: Match) -> Expression | None:
    """``deux jours avant Noël``, ``trois ans après 2020``."""
    inner, unit, count = match.period("p"), match.word("u", "unit"), match.number("n", "int", "dozen")
    if inner is None or unit is None or count is None or count > 10_000 or inner.kind in {"duration", "rate"}:
        return None
    backwards = match.has("before")

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        base = None if span is None else span.start if backwards or inner.kind == "year" else span.end
        target = days.shifted(base, -count if backwards else count, unit) if base else None
        if target is None:
            return None
        if anchor.convention.exact_offsets:
            return Span(target, target)
        return days.unit_around(target, unit)

    return replace(inner, kind=unit, resolve=resolve, unit=None)


@reading("year_to")
def read_year_to(match: Match) -> Expression | None:
    """``l'exercice clos le 31 mars 2025``, ``les six mois achevés en juin``: so many months that end there."""
    inner, months = match.period("p"), match.number("n", "int") or int(match.params.get("months", 12))
    if inner is None or inner.kind not in {"day", "month", "part", "year"} or not 1 <= months <= _MOST_MONTHS:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        after = days.plus_days(span.end, 1) if span and span.end else None
        start = days.plus_months(after, -months) if after else None
        return Span(start, span.end) if span and start else None

    return replace(inner, kind="interval", resolve=resolve, month=None)


@reading("broken_year")
def read_broken_year(match: Match) -> Expression | None:
    """``l'exercice 2022-2023 (d'octobre à septembre)``, ``l'exercice 2022-2023, clos en mars``: to that month."""
    pair, month = match.numbers("y", "year_pair"), match.number("m", "month", "month_short")
    if pair is None or month is None or pair[1] != pair[0] + 1 or month == _MONTHS_A_YEAR:
        return None
    return Expression("interval", lambda _: days.month_span(pair[0], month + 1, _MONTHS_A_YEAR), year=pair[1])


@reading("nth_again")
def read_nth_again(match: Match) -> Expression | None:
    """``au premier`` behind a quarter or half: another one of its year, or of the year before where the first follows.

    ``30 au premier trimestre, contre 40 au quatrième`` compares with the quarter that has just ended.
    """
    number = match.number("q", "ordinal", "int")

    def resolve(anchor: Anchor) -> Span | None:
        known = anchor.reference
        if number is None or known is None or known.start is None or known.end is None:
            return None
        for months in (days.MONTHS_OF["quarter"], days.MONTHS_OF["half"]):
            place = (known.start.month - 1) // months + 1
            is_whole = known == days.month_span(known.start.year, months * (place - 1) + 1, months)
            if is_whole and 1 <= number <= _MONTHS_A_YEAR // months and number != place:
                is_last_of_year = place == 1 and number == _MONTHS_A_YEAR // months and number > 2
                return days.month_span(known.start.year - is_last_of_year, months * (number - 1) + 1, months)
        return None

    return Expression("quarter", resolve, relative=True, refers=True).flagged("needs_reference")
