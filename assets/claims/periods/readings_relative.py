"""Readings of expressions that count from the publication day or from the last dated period."""

from dataclasses import replace
from datetime import date

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression, nothing, since
from assets.claims.periods.model import Span
from assets.claims.periods.readings_calendar import dated
from assets.claims.periods.registry import Match, reading

_SINGLE_UNITS = frozenset(
    {"day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"}
)


def _single(day: date | None) -> Span | None:
    return Span(day, day) if day else None


def _from(anchor: Anchor, *, refers: bool) -> date | None:
    if refers and anchor.reference and anchor.reference.start:
        return anchor.reference.start
    return anchor.published


@reading("day_offset")
def read_day_offset(match: Match) -> Expression | None:
    """``hier``, ``demain``; ``la veille``, ``le lendemain`` count from the last dated day."""
    offset, refers = int(match.params["offset"]), bool(match.params.get("refers"))

    def resolve(anchor: Anchor) -> Span | None:
        if refers and anchor.reference is None and not anchor.convention.loose:
            return None
        reference = anchor.reference
        if refers and reference and offset > 0 and reference.end:
            return _single(days.plus_days(reference.end, offset))
        day = _from(anchor, refers=refers)
        return _single(days.plus_days(day, offset)) if day else None

    marks = ("present",) if offset == 0 and match.params.get("present") else ()
    return Expression("day", resolve, relative=True, refers=refers).flagged(*marks)


@reading("this_unit")
def read_this_unit(match: Match) -> Expression | None:
    """``cette année``, ``le mois dernier``, ``l'année précédente``: a whole unit, so many after the present one."""
    unit = match.value("u", "unit") or match.params.get("unit")
    shift, refers = int(match.params.get("shift", 0)), bool(match.params.get("refers"))
    if unit not in _SINGLE_UNITS:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        day = _from(anchor, refers=refers)
        if day is None:
            return None
        step = shift
        if unit == "weekend" and not anchor.convention.loose and day.weekday() < 2 and shift == 0:
            # A paper of Monday or Tuesday that says « ce week-end » tells of the one that is over.
            step = -1
        return days.unit_around(day, str(unit), step)

    return Expression(str(unit), resolve, relative=True, refers=refers, unit=str(unit))


@reading("same_unit")
def read_same_unit(match: Match) -> Expression | None:
    """``la même année``, ``cette année-là``, ``la même période``: of the last dated period only."""
    unit = match.value("u", "unit")

    def resolve(anchor: Anchor) -> Span | None:
        reference = anchor.reference
        if unit is None:
            return anchor.interval or reference
        if reference is None or reference.start is None:
            return None
        return days.unit_around(reference.start, str(unit))

    return Expression(str(unit or "interval"), resolve, relative=True, refers=True, unit=unit)


@reading("same_unit_of_year")
def read_same_unit_of_year(match: Match) -> Expression | None:
    """``au même mois de l'année précédente``: the last dated period, moved to another year; said to compare."""
    year = match.period("y")
    if year is None:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        reference, whole = anchor.interval or anchor.reference, year.resolve(anchor)
        if (
            reference is None
            or reference.start is None
            or reference.end is None
            or whole is None
            or whole.start is None
        ):
            return whole
        shift = 12 * (whole.start.year - reference.start.year)
        after = days.plus_days(reference.end, 1)
        last = days.plus_months(after, shift) if after else None
        return Span(days.plus_months(reference.start, shift), days.plus_days(last, -1) if last else None)

    return Expression("interval", resolve, year=year.year, relative=True, refers=True).flagged("comparison")


@reading("since_then")
def read_since_then(match: Match) -> Expression | None:
    """``depuis``, with nothing after it: since the last dated period."""

    def resolve(anchor: Anchor) -> Span | None:
        return since(anchor.reference.start, anchor) if anchor.reference else None

    return Expression("interval", resolve, relative=True, refers=True).flagged("since", "needs_reference")


@reading("last_units")
def read_last_units(match: Match) -> Expression | None:
    """``les dix derniers jours``, ``les trois prochaines années``: so many units up to now or from now."""
    unit, count = match.value("u", "unit"), match.value("n", "int", "dozen") or 1
    forward = bool(match.params.get("forward"))
    if unit not in _SINGLE_UNITS or not 1 <= int(count) <= 10_000:
        return None
    number = int(count)

    def resolve(anchor: Anchor) -> Span | None:
        day = anchor.published
        if day is None:
            return None
        if anchor.convention.whole_units:
            return days.unit_around(day, str(unit), 1 if forward else -number, number)
        if forward:
            return Span(day, days.shifted(day, number, str(unit)))
        first = days.shifted(day, -number, str(unit))
        return Span(days.plus_days(first, 1), day) if first else None

    return Expression("interval", resolve, relative=True, unit=str(unit), count=number)


@reading("offset")
def read_offset(match: Match) -> Expression | None:
    """``il y a dix ans``, ``dans trois mois``; ``deux ans plus tôt`` counts from the last dated period."""
    unit, count = match.value("u", "unit"), match.value("n", "int", "dozen")
    sign, refers = int(match.params["sign"]), bool(match.params.get("refers"))
    if unit not in _SINGLE_UNITS or count is None or int(count) > 10_000:
        return None
    step = sign * int(count)

    def resolve(anchor: Anchor) -> Span | None:
        day = _from(anchor, refers=refers)
        target = days.shifted(day, step, str(unit)) if day else None
        if target is None:
            return None
        if anchor.convention.exact_offsets:
            return _single(target)
        return days.unit_around(target, "week" if unit == "fortnight" else str(unit))

    return Expression(str(unit), resolve, relative=True, refers=refers, unit=str(unit), count=step)


@reading("since_offset")
def read_since_offset(match: Match) -> Expression | None:
    """``depuis trois ans``: from that long ago until now."""
    unit, count = match.value("u", "unit"), match.value("n", "int", "dozen")
    if unit not in _SINGLE_UNITS or count is None or int(count) > 10_000:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        return since(days.shifted(anchor.published, -int(count), str(unit)), anchor) if anchor.published else None

    return Expression("interval", resolve, relative=True, unit=str(unit)).flagged("since")


@reading("deadline_offset")
def read_deadline_offset(match: Match) -> Expression | None:
    """``d'ici cinq ans``: open until that day; ``dans les quinze jours``: from now until that day."""
    unit, count = match.value("u", "unit"), match.value("n", "int", "dozen")
    from_now = bool(match.params.get("from_now"))
    if unit not in _SINGLE_UNITS or count is None or int(count) > 10_000:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        day = anchor.published
        return Span(day if from_now else None, days.shifted(day, int(count), str(unit))) if day else None

    expression = Expression("interval", resolve, relative=True, unit=str(unit))
    return expression if from_now else expression.flagged("deadline")


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
    ahead = anchor.direction == "future" or (anchor.direction is None and anchor.convention.bare_is_future)
    return days.weekday_near(day, weekday, step=1 if ahead else -1, inclusive=not ahead)


@reading("weekday")
def read_weekday(match: Match) -> Expression | None:
    """A weekday: the latest one, the next one where the clause is about the future."""
    weekday = match.value("w", "weekday", "weekday_short")
    if weekday is None:
        return None
    mode, later = str(match.params.get("mode", "bare")), 0
    fortnight = match.value("n", "int")
    if mode == "plus":
        if fortnight not in {8, 15}:
            return None
        later = 7 if fortnight == 8 else 14

    def resolve(anchor: Anchor) -> Span | None:
        if mode == "today":
            return _single(anchor.published)
        if mode == "plus":
            first = (
                days.weekday_near(anchor.published, int(weekday), step=1, inclusive=True) if anchor.published else None
            )
            return _single(days.plus_days(first, later)) if first else None
        return _single(_weekday(anchor, int(weekday), mode))

    return Expression("day", resolve, relative=True, count=int(weekday), unit="weekday" if mode == "bare" else None)


@reading("weekday_of_week")
def read_weekday_of_week(match: Match) -> Expression | None:
    """``lundi de la semaine prochaine``."""
    weekday, shift = match.value("w", "weekday"), int(match.params.get("shift", 0))
    if weekday is None:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        week = days.unit_around(anchor.published, "week", shift) if anchor.published else None
        return _single(days.plus_days(week.start, int(weekday))) if week and week.start else None

    return Expression("day", resolve, relative=True)


@reading("month_day")
def read_month_day(match: Match) -> Expression | None:
    """A lone day of the month (``le 16``, ``mercredi 13``): the nearest in the clause's direction."""
    number = match.value("d", "day", "ordinal")
    weekday = match.value("w", "weekday", "weekday_short")
    if number is None or not 1 <= int(number) <= 31:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        if anchor.month is not None and anchor.month[0] is not None:
            return _single(days.day_of(anchor.month[0], anchor.month[1], int(number)))
        if anchor.published is None:
            return None
        candidates = [day for day in _days_around(anchor.published, int(number)) if day]
        if weekday is not None:
            fitting = [day for day in candidates if day.weekday() == int(weekday)]
            published = anchor.published
            return _single(min(fitting, key=lambda day: abs((day - published).days))) if fitting else None
        past = [day for day in candidates if day <= anchor.published]
        future = [day for day in candidates if day > anchor.published]
        ahead = anchor.direction == "future" or (anchor.direction is None and anchor.convention.bare_is_future)
        chosen = min(future, default=None) if ahead else max(past, default=None)
        return _single(chosen)

    return Expression("day", resolve, relative=True, count=int(number), unit="month_day")


def _days_around(published: date, number: int) -> list[date | None]:
    found: list[date | None] = []
    for step in range(-2, 3):
        span = days.unit_around(published, "month", step)
        if span and span.start:
            found.append(days.day_of(span.start.year, span.start.month, number))
    return found


@reading("days_of_month")
def read_days_of_month(match: Match) -> Expression | None:
    """``du 13 au 18``, ``du 4 au 22 de ce mois``, ``du 19 au 20 novembre 2025``."""
    first, last = match.value("a", "day", "ordinal"), match.value("b", "day", "ordinal")
    if first is None or last is None or not 1 <= int(first) <= int(last) <= 31:
        return None
    month, year = match.value("m", "month", "month_short"), match.value("y", "year", "int")
    if month is not None:
        start = dated(None if year is None else int(year), int(month), int(first))
        end = dated(None if year is None else int(year), int(month), int(last))
        return join(start, end) if start and end else None

    def resolve(anchor: Anchor) -> Span | None:
        if anchor.published is None:
            return None
        year, month = anchor.published.year, anchor.published.month
        return Span(days.day_of(year, month, int(first)), days.day_of(year, month, int(last)))

    return Expression("interval", resolve, relative=True)


@reading("duration")
def read_duration(match: Match) -> Expression | None:
    """A bare length of time (``en trois ans``): dates nothing."""
    unit, count = match.value("u", "unit", "short_unit"), match.value("n", "int", "dozen")
    number = None if count is None else int(count)
    flags = [str(flag) for flag in match.params.get("flags", ["duration"])]
    return Expression("duration", nothing, unit=unit, count=number).flagged(*flags)


@reading("comparison")
def read_comparison(match: Match) -> Expression | None:
    """``sur un an``, ``en glissement annuel``: says what a change is measured against, dates nothing."""
    return Expression("duration", nothing).flagged("comparison", *match.params.get("flags", []))


@reading("rate")
def read_rate(match: Match) -> Expression | None:
    """``par an``, ``chaque mois``: the time base of a rate, no date."""
    unit = match.value("u", "unit", "short_unit")
    return Expression("rate", nothing, unit=unit, per=unit) if unit else None


def join(first: Expression, last: Expression) -> Expression:
    """From the first day of one expression to the last day of another; each lends the other the year it lacks."""

    def resolve(anchor: Anchor) -> Span | None:
        if first.unit == "month_day" and last.unit != "month_day":
            return _lent_month(first, last, anchor)
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
