"""Readings of expressions that count from the publication day or from the last dated period."""

from datetime import date

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression, floating_span, since
from assets.claims.periods.model import Span
from assets.claims.periods.registry import Match, reading

_SINGLE_UNITS = frozenset(
    {"day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"}
)

# How exactly a length of time places a day: « il y a un siècle » means a decade, not the whole twentieth century.
_PRECISION = {"fortnight": "week", "decade": "year", "century": "decade", "half": "quarter"}
# Statistics count these in whole ones: « les quatre derniers trimestres » are those that are over.
_DAYS_OF_NEWS, _MONTHS = 7, 12
_MONTHS_OF_ACCOUNTS = 3  # in which the year before is told of
_WHOLE_UNITS = frozenset({"quarter", "half"})


def _single(day: date | None) -> Span | None:
    return Span(day, day) if day else None


def _from(anchor: Anchor, *, refers: bool, step: int) -> date | None:
    """The day to count from. « l'année suivante » needs a year before it; « l'année précédente » can do without."""
    if refers and anchor.reference and anchor.reference.start:
        return anchor.reference.start
    if refers and step > 0 and not anchor.convention.loose:
        return None
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
        day = _from(anchor, refers=refers, step=offset)
        return _single(days.plus_days(day, offset)) if day else None

    marks = ("present",) if offset == 0 and match.params.get("present") else ()
    return Expression("day", resolve, relative=True, refers=refers).flagged(*marks)


@reading("this_unit")
def read_this_unit(match: Match) -> Expression | None:
    """``cette année``, ``le mois dernier``, ``l'année précédente``: a whole unit, so many after the present one."""
    unit = match.word("u", "unit") or match.params.get("unit")
    shift, refers = int(match.params.get("shift", 0)), bool(match.params.get("refers"))
    if unit not in _SINGLE_UNITS or (match.params.get("single") and match.is_plural("u")):
        return None

    def resolve(anchor: Anchor) -> Span | None:
        day = _from(anchor, refers=refers, step=shift)
        if day is None:
            return None
        step = shift
        if unit == "weekend" and not anchor.convention.loose and day.weekday() < 2 and shift == 0:
            # A paper of Monday or Tuesday that says « ce week-end » tells of the one that is over.
            step = -1
        return days.unit_around(day, unit, step)

    return Expression(unit, resolve, relative=True, refers=refers, unit=unit)


@reading("latest_part")
def read_latest_part(match: Match) -> Expression | None:
    """``au dernier trimestre``: the one before the present one, of a year that the text states the fourth."""
    unit = str(match.params["unit"])
    months = days.MONTHS_OF[unit]

    def last_of(year: int) -> Span | None:
        return days.month_span(year, 13 - months, months)

    def resolve(anchor: Anchor) -> Span | None:
        if anchor.year is not None or anchor.direction == "future":
            return floating_span(anchor, last_of)
        return days.unit_around(anchor.published, unit, -1) if anchor.published else None

    return Expression(unit, resolve, floating=True)


@reading("ended_unit")
def read_ended_unit(match: Match) -> Expression | None:
    """``sur le trimestre``: the one told of before, else the one that has ended; one ahead is the present one.

    ``sur l'année`` is the present one too, unless it is told as past in the first months of the next or behind the end
    of a year (``19 000 usines fin 2025, et une hausse de 8 % sur l'année``).
    """
    unit = str(match.params["unit"])

    def resolve(anchor: Anchor) -> Span | None:
        published, is_year = anchor.published, unit == "year"
        if anchor.direction == "past" or not is_year:
            for known in (anchor.reference, anchor.interval):
                if known is not None and known.start is not None and known == days.unit_around(known.start, unit):
                    return known
        closed = anchor.reference.end if anchor.reference is not None else None
        if is_year and anchor.direction == "past" and closed is not None and (closed.month, closed.day) == (12, 31):
            return days.year_span(closed.year)
        if published is None:
            return None
        is_over = anchor.direction == "past" and published.month <= _MONTHS_OF_ACCOUNTS
        ended = is_over if is_year else anchor.direction != "future"
        return days.unit_around(published, unit, -1 if ended else 0)

    return Expression(unit, resolve, relative=True, refers=True)


@reading("same_unit")
def read_same_unit(match: Match) -> Expression | None:
    """``la même année``, ``cette année-là``, ``la même période``: of the last dated period only."""
    unit, is_date = match.word("u", "unit"), bool(match.params.get("nearest"))

    def resolve(anchor: Anchor) -> Span | None:
        reference = anchor.reference
        if is_date:
            return None if reference is None or _is_news(reference, anchor) else reference
        if unit is None:
            return anchor.interval or reference
        if unit == "year" and reference is not None and anchor.interval is not None and _is_news(reference, anchor):
            reference = anchor.interval  # « l'an dernier …, a-t-on appris samedi. La même année … »
        if reference is None or reference.start is None:
            return None
        if unit == "day" and reference.end != reference.start:
            return reference  # « en janvier … Le même jour »: which day is not told
        return days.unit_around(reference.start, unit)

    expression = Expression(str(unit or "interval"), resolve, relative=True, refers=True, unit=unit)
    return expression.flagged("needs_reference") if is_date else expression


def _is_news(span: Span, anchor: Anchor) -> bool:
    """Whether a span is a day of the week before publication, on which something was told."""
    if anchor.published is None or span.start is None or span.start != span.end:
        return False
    return 0 <= (anchor.published - span.start).days <= _DAYS_OF_NEWS


@reading("same_unit_of_year")
def read_same_unit_of_year(match: Match) -> Expression | None:
    """``au même mois de l'année précédente``: the last dated period, moved to another year; said to compare."""
    year, nearest = match.period("y"), bool(match.params.get("nearest"))
    months = match.number("n", "int")
    if year is None or (months is not None and not 1 <= months <= _MONTHS):
        return None

    def resolve(anchor: Anchor) -> Span | None:
        reference, whole = anchor.interval or anchor.reference, year.resolve(anchor)
        if nearest:
            reference = anchor.reference  # « Au 30 juin …, contre huit à la même date de 2024 »: that day
        if (
            reference is None
            or reference.start is None
            or reference.end is None
            or whole is None
            or whole.start is None
        ):
            return whole
        if months is not None:  # « depuis janvier, … contre les cinq mêmes mois de 2024 »: so many from that month on
            return days.month_span(whole.start.year, reference.start.month, months)
        shift = 12 * (whole.start.year - reference.start.year)
        after = days.plus_days(reference.end, 1)
        last = days.plus_months(after, shift) if after else None
        return Span(days.plus_months(reference.start, shift), days.plus_days(last, -1) if last else None)

    return Expression("interval", resolve, year=year.year, relative=year.relative, refers=True).flagged(
        "comparison", "beside"
    )


@reading("since_then")
def read_since_then(_: Match) -> Expression | None:
    """``depuis``, with nothing after it: since the last dated period."""

    def resolve(anchor: Anchor) -> Span | None:
        return since(anchor.reference.start, anchor) if anchor.reference else None

    return Expression("interval", resolve, relative=True, refers=True).flagged("since", "needs_reference")


@reading("last_units")
def read_last_units(match: Match) -> Expression | None:
    """``les dix derniers jours``, ``les trois prochaines années``: so many units up to now or from now."""
    unit = match.word("u", "unit") or match.params.get("unit")
    count = match.number("n", "int", "dozen") or int(match.params.get("count", 1))
    forward = bool(match.params.get("forward"))
    if unit not in _SINGLE_UNITS or not 1 <= count <= 10_000:
        return None
    number = count

    def resolve(anchor: Anchor) -> Span | None:
        day = anchor.published
        if day is None:
            return None
        if anchor.convention.whole_units or unit in _WHOLE_UNITS:
            return days.unit_around(day, unit, 1 if forward else -number, number)
        if forward:
            return Span(day, days.shifted(day, number, unit))
        first = days.shifted(day, -number, unit)
        return Span(days.plus_days(first, 1), day) if first else None

    return Expression("interval", resolve, relative=True, unit=unit, count=number)


def _length(match: Match) -> tuple[int, str] | None:
    """Number and unit of a length, « et demi » in smaller units; None where it is no length of calendar time."""
    unit, count = match.word("u", "unit"), match.number("n", "int", "dozen")
    if unit is None or unit not in _SINGLE_UNITS or count is None or count > 10_000:
        return None
    if not match.has("h"):
        return count, unit
    smaller = {"year": (12, "month"), "century": (10, "decade"), "month": (30, "day"), "decade": (10, "year")}.get(unit)
    return (count * smaller[0] + smaller[0] // 2, smaller[1]) if smaller else None


@reading("offset")
def read_offset(match: Match) -> Expression | None:
    """``il y a dix ans``, ``dans trois mois``; ``deux ans plus tôt`` counts from the last dated period."""
    length = _length(match)
    sign, refers = int(match.params["sign"]), bool(match.params.get("refers"))
    if length is None:
        return None
    step, unit = sign * length[0], length[1]
    if refers and unit == "month" and step % _MONTHS == 0:
        step, unit = step // _MONTHS, "year"  # « douze mois plus tôt » is said of the same months of another year

    def resolve(anchor: Anchor) -> Span | None:
        day = _from(anchor, refers=refers, step=step)
        target = days.shifted(day, step, unit) if day else None
        if target is None:
            return None
        if anchor.convention.exact_offsets:
            return _single(target)
        if unit == "year" and refers and step < 0 and anchor.reference:
            return _years_before(anchor.reference, step) or days.unit_around(target, unit)
        return days.unit_around(target, _PRECISION.get(unit, unit))

    return Expression(unit, resolve, relative=True, refers=refers, unit=unit, count=step)


def _years_before(reference: Span, years: int) -> Span | None:
    """The same months of an earlier year (« en août, contre 3 % un an plus tôt » is August); None for lone days."""
    if reference.start is None or reference.end is None or not 7 <= (reference.end - reference.start).days < 366:
        return None
    after = days.plus_days(reference.end, 1)
    start, stop = days.plus_months(reference.start, 12 * years), days.plus_months(after, 12 * years) if after else None
    return Span(start, days.plus_days(stop, -1)) if start and stop else None


@reading("since_offset")
def read_since_offset(match: Match) -> Expression | None:
    """``depuis trois ans``: from that long ago until now."""
    length = _length(match)
    if length is None:
        return None
    count, unit = length

    def resolve(anchor: Anchor) -> Span | None:
        return since(days.shifted(anchor.published, -count, unit), anchor) if anchor.published else None

    return Expression("interval", resolve, relative=True, unit=unit).flagged("since")


@reading("deadline_offset")
def read_deadline_offset(match: Match) -> Expression | None:
    """``d'ici cinq ans``: open until that day; ``dans les quinze jours``: from now until that day."""
    length = _length(match)
    from_now = bool(match.params.get("from_now"))
    if length is None:
        return None
    count, unit = length

    def resolve(anchor: Anchor) -> Span | None:
        day = anchor.published
        return Span(day if from_now else None, days.shifted(day, count, unit)) if day else None

    expression = Expression("interval", resolve, relative=True, unit=unit)
    return expression if from_now else expression.flagged("deadline")
