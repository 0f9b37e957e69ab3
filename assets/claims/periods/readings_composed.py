"""Readings that build on a period already read: ranges, parts, since and until, comparisons, nth days and weeks."""

from dataclasses import replace
from datetime import date

from assets.claims.periods import days
from assets.claims.periods.expressions import FAR, NEAR, Anchor, Expression, before, floating_span, since, until
from assets.claims.periods.joining import join
from assets.claims.periods.model import Span
from assets.claims.periods.readings_season import season_span
from assets.claims.periods.registry import Match, reading

_PARTS = ("start", "middle", "end")
# « avant la fin de l'année » runs to the year's last day, not to the eve of its last third.
_END_MARK = {"end": ("end_of_period",)}
# So many words may stand between « plus » and « qu'en 2023 » (« plus de robots industriels qu'en »).
_COMPARATIVE_REACH = 8
_STOPS = frozenset({":", ";"})


@reading("range")
def read_range(match: Match) -> Expression | None:
    """``de janvier à septembre``, ``entre mai 2019 et juin 2020``."""
    first, last = match.period("a"), match.period("b")
    if first is None or last is None or {"duration", "rate"} & {first.kind, last.kind}:
        return None
    if first.kind == "year" and last.kind == "year" and (first.year or 0) >= (last.year or 0):
        return None
    if last.refers and last.unit is None:
        return None  # « l'an dernier à la même période » is no range.
    if match.params.get("consecutive") and not _follows(first, last):
        return None
    return join(first, last)


@reading("term")
def read_term(match: Match) -> Expression | None:
    """``depuis le 1er mai, et jusqu'à fin 2027``: each end is dated by itself, as the first may lie years back."""
    first, last = match.period("a"), match.period("b")
    if first is None or last is None or {"duration", "rate"} & {first.kind, last.kind}:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        begun = first.resolve(replace(anchor, direction=anchor.direction or "past"))
        over = _ahead(last, anchor)
        if begun is None or over is None or begun.start is None or over.end is None or begun.start > over.end:
            return None
        return Span(begun.start, over.end)

    return Expression(
        "interval",
        resolve,
        year=last.year,
        floating=first.floating or last.floating,
        relative=first.relative or last.relative or first.floating,
    )


def _follows(first: Expression, last: Expression) -> bool:
    """Whether one month or year is the one after the other: « en janvier et février » is one period of two months."""
    if first.kind == "year":
        return first.year is not None and last.year == first.year + 1
    if first.month is None or last.month is None or (first.year is not None and first.year != last.year):
        return False
    return last.month == first.month + 1


@reading("day_range")
def read_day_range(match: Match) -> Expression | None:
    """``du 13 au 15 juillet``: the first day borrows month and year from the last."""
    number, last = match.number("d", "day", "ordinal"), match.period("b")
    if number is None or last is None or not 1 <= number <= 31:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        end = last.resolve(anchor)
        if end is None or end.start is None:
            return None
        first = days.day_of(end.start.year, end.start.month, number)
        return Span(first, end.end) if first and end.end and first <= end.end else None

    return replace(last, kind="interval", resolve=resolve)


@reading("part")
def read_part(match: Match) -> Expression | None:
    """``début``, ``mi-`` or ``fin`` of a period, ``courant`` for all of it."""
    inner, part = match.period("p"), str(match.word("part", "part") or match.params.get("part"))
    if inner is None:
        return None
    if part == "during":
        return inner

    def cut(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        return part_of(span, inner, part, anchor) if span else None

    def resolve(anchor: Anchor) -> Span | None:
        if inner.floating and anchor.year is None and anchor.published is not None:
            return floating_span(anchor, lambda year: cut(anchor.with_year(year)), by_day=inner.kind == "month")
        return cut(anchor)

    return replace(inner, kind="part", resolve=resolve).flagged(*_END_MARK.get(part, ()))


@reading("part_of_now")
def read_part_of_now(match: Match) -> Expression | None:
    """``la fin de l'année``, ``en début de mois``: a part of the present unit."""
    unit, part = match.word("u", "unit"), str(match.word("part", "part"))
    if unit not in {"week", "month", "quarter", "half", "year", "decade", "century"} or part == "during":
        return None

    now = _present(unit)

    def resolve(anchor: Anchor) -> Span | None:
        span = now.resolve(anchor)
        return part_of(span, now, part, anchor) if span else None

    return replace(now, kind="part", resolve=resolve).flagged(*_END_MARK.get(part, ()))


def _present(unit: str) -> Expression:
    """The unit that the publication day lies in."""

    def resolve(anchor: Anchor) -> Span | None:
        if unit == "month" and anchor.label is not None:
            return anchor.label  # « Mars 2024. … à la fin du mois »
        return days.unit_around(anchor.published, unit) if anchor.published else None

    return Expression(unit, resolve, relative=True, unit=unit)


def part_of(span: Span, inner: Expression, part: str, anchor: Anchor) -> Span | None:
    """Beginning, middle or end of a dated period."""
    start, end = span.start, span.end
    if start is None or end is None:
        return None
    convention = anchor.convention
    if inner.kind == "month":
        table = convention.this_month_parts if inner.relative else convention.month_parts
        first, last = table[part]
        length = days.month_length(start.year, start.month)
        return Span(start.replace(day=first), start.replace(day=min(last, length)))
    if inner.kind == "year":
        low, high = convention.year_parts[part]
        return days.month_span(start.year, low, high - low + 1)
    if inner.kind == "decade":
        offset, years = {"start": (0, 4), "middle": (4, 3), "end": (7, 3)}[part]
        return days.year_span(start.year + offset, years)
    if inner.kind == "week":
        low, high = convention.week_parts[part]
        return Span(days.plus_days(start, low), days.plus_days(start, high))
    if inner.kind == "season" and (str(inner.unit), part) in convention.season_parts:
        return season_span(anchor, str(inner.unit), start.year, part)
    if inner.kind == "day":
        return None
    return _third(start, end, part)


def _third(start: date, end: date, part: str) -> Span | None:
    """First, middle or last third of a period: in whole months where they divide so, else in days."""
    after = days.plus_days(end, 1)
    place = _PARTS.index(part)
    if after and start.day == after.day == 1:
        months = (after.year - start.year) * 12 + after.month - start.month
        if months % 3 == 0:
            year, month = divmod(start.year * 12 + start.month - 1 + place * months // 3, 12)
            return days.month_span(year, month + 1, months // 3)
    length = (end - start).days + 1
    if length < len(_PARTS):
        return None
    bounds = [place * length // 3, (place + 1) * length // 3 - 1]
    return Span(days.plus_days(start, bounds[0]), days.plus_days(start, bounds[1]))


@reading("fortnight")
def read_fortnight(match: Match) -> Expression | None:
    """``la première quinzaine d'avril``, ``la seconde moitié de 2024``: a half of a month or year."""
    number, unit = match.number("o", "ordinal") or (2 if match.has("last") else None), match.word("c", "unit")
    inner = match.period("p") or (_present(unit) if unit in {"month", "year", "decade"} else None)
    if inner is None or number not in {1, 2} or inner.kind not in {"month", "year", "decade", "interval"}:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = inner.resolve(anchor)
        if span is None or span.start is None or span.end is None:
            return None
        if inner.kind == "month":
            middle: date | None = span.start.replace(day=anchor.convention.fortnight_day)
        else:
            whole = (span.end.year - span.start.year) * 12 + span.end.month - span.start.month + 1
            after = days.plus_months(span.start, whole // 2)
            middle = days.plus_days(after, -1) if after else None
        if middle is None:
            return None
        return Span(span.start, middle) if number == 1 else Span(days.plus_days(middle, 1), span.end)

    kind = "fortnight" if inner.kind == "month" else "half" if inner.kind == "year" else "interval"
    return replace(inner, kind=kind, resolve=resolve)


@reading("since")
def read_since(match: Match) -> Expression | None:
    """``depuis décembre``, ``à partir de samedi``: from the first day of a period on."""
    inner = match.period("p")
    if inner is None or inner.kind in {"duration", "rate"}:
        return None
    ahead = bool(match.params.get("ahead"))

    keeps = bool(match.params.get("keeps"))

    def resolve(anchor: Anchor) -> Span | None:
        if keeps and anchor.direction == "future":
            return inner.resolve(anchor)  # « sortira 900 bus dès septembre »: the one to come
        span = _ahead(inner, anchor) if ahead else inner.resolve(replace(anchor, direction="past"))
        if keeps and span and span.start and anchor.published and span.start > anchor.published:
            return span  # « dès l'an prochain »: in that year already
        return since(span.start, anchor) if span else None

    return replace(inner, kind="interval", resolve=resolve).flagged("since")


def _ahead(inner: Expression, anchor: Anchor) -> Span | None:
    """A time to come, unless the clause looks back or it has just begun (« à partir du 1er septembre », in October)."""
    if anchor.direction is not None or not inner.floating or anchor.published is None:
        return inner.resolve(replace(anchor, direction=anchor.direction or "future"))
    future = inner.resolve(replace(anchor, direction="future"))
    past = inner.resolve(replace(anchor, direction="past"))
    if future and past and future.start and past.start:
        near = (anchor.published - past.start).days <= NEAR and (future.start - anchor.published).days > FAR
        return past if near else future
    return future


@reading("until")
def read_until(match: Match) -> Expression | None:
    """``jusqu'en 2027``, ``d'ici fin 2026``, ``avant 2027``, ``après 2030``: one side is open."""
    inner, mode = match.period("p"), str(match.params["mode"])
    if inner is None or inner.kind in {"duration", "rate"} or "until" in inner.flags:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        if mode == "deadline":
            anchor = replace(anchor, direction="future")
        span = _ahead(inner, anchor) if mode in {"until", "before"} else inner.resolve(anchor)
        if span is None:
            return None
        if mode in {"until", "before"} and anchor.convention.loose:
            return span
        if mode == "after":
            included = anchor.convention.after_includes
            start = span.start if included else days.plus_days(span.end, 1) if span.end else None
            return Span(start, None) if start else None
        if mode == "before" and "end_of_period" not in inner.flags:
            return before(span.start)
        return until(span.end)

    flags = {"deadline": ("deadline",), "after": ("since",)}.get(mode, ("until",))
    return replace(inner, kind="interval", resolve=resolve).flagged(*flags)


@reading("compare")
def read_compare(match: Match) -> Expression | None:
    """``par rapport à septembre 2023``, ``qu'un an plus tôt``: the date of what a figure is compared with."""
    inner = match.period("p")
    if inner is None or inner.per or (match.params.get("comparative") and not _compares(match)):
        return None
    return replace(inner, flags=inner.flags - {"beside"} | {"comparison"})


def _compares(match: Match) -> bool:
    """Whether « plus », « moins », « deux fois » … stands shortly before, in the same clause."""
    position = match.found.start()
    for item in reversed(match.items.between(max(0, position - _COMPARATIVE_REACH), position)):
        if "comparative" in item.values:
            return True
        if "dot" in item.values or "comma" in item.values or match.text[item.start : item.end] in _STOPS:
            return False
    return False


def finished(inner: Expression) -> Expression:
    """``mai dernier``: the latest one that is over; ``mai prochain``: the next to come."""

    def resolve(anchor: Anchor) -> Span | None:
        return inner.resolve(replace(anchor, finished=True, year=None))

    return replace(inner, resolve=resolve, relative=True, floating=False)


@reading("last_named")
def read_last_named(match: Match) -> Expression | None:
    """``mai dernier``, ``l'été prochain``: a named period that is over or to come."""
    inner = match.period("p")
    if inner is None or not inner.floating:
        return None
    if match.params.get("forward"):

        def resolve(anchor: Anchor) -> Span | None:
            return inner.resolve(replace(anchor, upcoming=True, year=None))

        return replace(inner, resolve=resolve, relative=True, floating=False)
    return finished(inner)


@reading("of_year")
def read_of_year(match: Match) -> Expression | None:
    """``le premier semestre de l'an dernier``, ``en avril de cette année``: a floating period of a named year."""
    inner, year = match.period("p"), match.period("y")
    if inner is None or year is None or not inner.floating:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        span = year.resolve(anchor)
        return inner.resolve(anchor.with_year(span.start.year)) if span and span.start else None

    return replace(inner, resolve=resolve, floating=False, year=year.year, relative=year.relative, refers=year.refers)
