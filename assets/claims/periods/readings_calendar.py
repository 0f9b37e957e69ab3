"""Readings of calendar words: dates, months, quarters, seasons, decades, years, and parts of them."""

from collections.abc import Callable
from datetime import date

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression, floating_span
from assets.claims.periods.items import Item
from assets.claims.periods.joining import join
from assets.claims.periods.model import Span
from assets.claims.periods.registry import Match, reading
from assets.claims.periods.tokens import full_year

# « du 1984 », « des 2024 »: an article is in them, and a year has none.
_MONTH = ("month", "month_short")
_LONGEST_INITIALS = 4
_NO_YEAR_AFTER = frozenset("+*°#_/=")
_CONTRACTED = frozenset({"du", "des"})


def year_of(match: Match) -> int | None:
    """The year at the place of one, in full or short."""
    year = match.number("y", "year", "spelled_int", "code_year")
    if year is None:
        short = match.number("yy", "two_digits", "int")
        return full_year(short) if short is not None and short < 100 else None
    return year


def _single(day: date | None) -> Span | None:
    return Span(day, day) if day else None


def dated(year: int | None, month: int, day: int, weekday: int | None = None) -> Expression | None:
    """One day of the calendar; a weekday beside it chooses the year where none is stated."""
    if days.day_of(year or 2000, month, day) is None:
        return None
    if year is not None:
        return Expression("day", lambda _: _single(days.day_of(year, month, day)), year=year, month=month)

    def make(candidate: int) -> Span | None:
        return _single(days.day_of(candidate, month, day))

    def resolve(anchor: Anchor) -> Span | None:
        span = floating_span(anchor, make, by_day=True)
        if weekday is None or anchor.year is not None or span is None or span.start is None:
            return span
        if span.start.weekday() == weekday:
            return span
        for other in (span.start.year + 1, span.start.year - 1):
            candidate = make(other)
            if candidate and candidate.start and candidate.start.weekday() == weekday:
                return candidate
        return span

    return Expression("day", resolve, floating=True, month=month)


@reading("date")
def read_date(match: Match) -> Expression | None:
    """A day with its month, the year where it is there."""
    day, month = match.number("d", "day", "ordinal"), match.number("m", "month", "month_short", "month_number")
    if day is None or month is None or not 1 <= day <= 31:
        return None
    weekday = match.number("w", "weekday", "weekday_short")
    return dated(year_of(match), month, day, None if weekday is None else weekday)


@reading("digits")
def read_digits(match: Match) -> Expression | None:
    """A date in digits: day month year, day month, or month year."""
    full = match.numbers("x", "date", "two_digit_date")
    if full is not None:
        return dated(*full)
    pair = match.numbers("x", "day_month")
    if pair is not None:
        return dated(year_of(match), *pair)
    pair = match.numbers("x", "month_year", "year_month")
    return None if pair is None else _month(pair[0], pair[1])


def _month(year: int | None, month: int) -> Expression:
    if year is not None:
        return Expression("month", lambda _: days.month_span(year, month), year=year, month=month)

    def resolve(anchor: Anchor) -> Span | None:
        return floating_span(anchor, lambda candidate: days.month_span(candidate, month))

    return Expression("month", resolve, floating=True, month=month)


@reading("month")
def read_month(match: Match) -> Expression | None:
    """A month, with or without its year."""
    month = match.number("m", "month", "month_short", "month_number")
    return None if month is None else _month(year_of(match), month)


@reading("month_range")
def read_month_range(match: Match) -> Expression | None:
    """``janv.-sept. 2025``."""
    first, last, year = match.number("a", *_MONTH), match.number("b", *_MONTH), year_of(match)
    if first is None or last is None or year is None:
        return None
    return join(_month(None, first), _month(year, last))


@reading("month_this_year")
def read_month_this_year(match: Match) -> Expression | None:
    """``ce septembre``: the one of the publication's year."""
    month = match.number("m", "month", "month_short")
    if month is None:
        return None

    def resolve(anchor: Anchor) -> Span | None:
        return days.month_span(anchor.published.year, month) if anchor.published else None

    return Expression("month", resolve, relative=True, month=month)


def _unit_of_year(kind: str, year: int | None, first_month: int, months: int) -> Expression:
    if year is not None:
        return Expression(kind, lambda _: days.month_span(year, first_month, months), year=year)

    def make(candidate: int) -> Span | None:
        return days.month_span(candidate, first_month, months)

    def resolve(anchor: Anchor) -> Span | None:
        span, published = floating_span(anchor, make), anchor.published
        if anchor.year is not None or anchor.direction != "past" or published is None or span is None:
            return span
        # « Ses ventes du premier semestre ont atteint », said in January: that of the year before.
        return make(span.start.year - 1) if span.start and _has_hardly_begun(span, published) else span

    return Expression(kind, resolve, floating=True)


def _has_hardly_begun(span: Span, published: date) -> bool:
    if span.start is None or span.end is None:
        return False
    return published < span.end and (published - span.start).days * 2 < (span.end - published).days


@reading("quarter")
def read_quarter(match: Match) -> Expression | None:
    """The nth quarter of a year; ``dernier trimestre`` of a year is the fourth."""
    number = match.number("q", "quarter_code", "ordinal", "int") or (4 if match.has("last") else None)
    if number is None or not 1 <= number <= 4:
        return None
    return _unit_of_year("quarter", year_of(match) or match.number("q", "code_year"), 3 * number - 2, 3)


@reading("half")
def read_half(match: Match) -> Expression | None:
    """The nth half of a year."""
    number = match.number("q", "half_code", "ordinal", "int") or (2 if match.has("last") else None)
    if number is None or not 1 <= number <= 2:
        return None
    return _unit_of_year("half", year_of(match) or match.number("q", "code_year"), 6 * number - 5, 6)


@reading("first_units")
def read_first_units(match: Match) -> Expression | None:
    """``les neuf premiers mois``, ``les deux derniers trimestres``, ``les dix premiers jours`` of a year."""
    count, unit = match.number("n", "int") or 1, match.word("u", "unit")
    year = year_of(match)
    if unit not in {"day", "week", "month", "quarter", "half"}:
        return None
    size = days.MONTHS_OF.get(unit)
    number = count
    if (size and number * size > 12) or number > 366 or number < 1:
        return None
    at_end = bool(match.params.get("at_end"))

    def make(candidate: int) -> Span | None:
        if size:
            return days.month_span(candidate, 13 - number * size if at_end else 1, number * size)
        first = days.day_of(candidate, 1, 1)
        last = days.plus_days(first, number * days.DAYS_OF[unit] - 1) if first else None
        return Span(first, last)

    def resolve(anchor: Anchor) -> Span | None:
        if year is not None:
            return make(year)
        if anchor.published is None and anchor.year is None:
            return None
        # Statistics come out after the period: one that has only begun when the article appears is the year before.
        return floating_span(anchor, make) if anchor.direction == "future" else _completed(anchor, make)

    kind = {"month": "interval", "quarter": "interval", "half": "interval"}.get(unit, "interval")
    expression = Expression(kind, resolve, year=year, floating=year is None)
    return expression if at_end else expression.flagged("cumulative")


def _completed(anchor: Anchor, make: Callable[[int], Span | None]) -> Span | None:
    if anchor.year is not None:
        return make(anchor.year)
    span = floating_span(anchor, make)
    if span and span.start and span.end and anchor.published and span.end > anchor.published:
        return make(span.start.year - 1)
    return span


@reading("year")
def read_year(match: Match) -> Expression | None:
    """A year."""
    year, item = year_of(match), match.item("y")
    if year is None or (item and "spelled_int" in item.values and year % 100 == 0):
        return None
    return Expression("year", lambda _: days.year_span(year), year=year)


def _leaves_room_for_year(match: Match, year: Item, before: Item | None) -> bool:
    """Whether the words around four digits leave room for a year (« de 2024 », not « page 2024 », « 2024 robots »)."""
    if _is_counted(match) or _is_number_of_a_text(match, year):
        return False
    if before is None:
        return True
    if before.end == year.start and "glue" in before.values:
        earlier = match.before(2)
        return earlier is not None and "part" in earlier.values
    word = match.text[before.start : before.end]
    if "capital" in before.values:
        # « CA 2024 », « PIB 2024 » name a figure of that year, « China 2025 » a programme.
        return word.isupper() and len(word) <= _LONGEST_INITIALS
    if "int" in before.values:
        return "year" in before.values
    if word in _NO_YEAR_AFTER or {"the", "measure", "numbered", "amount"} & before.values.keys():
        return False
    if "of" in before.values:
        earlier = match.before(2)
        return word.lower() not in _CONTRACTED and (earlier is None or "amount" not in earlier.values)
    return True


def _is_counted(match: Match) -> bool:
    """Whether the word after is a plural or a name in capitals, so that the digits count it (« 2024 robots »)."""
    following = match.after()
    if following is None or following.values.keys() - {"capital"}:
        return False
    word = match.text[following.start : following.end]
    return word[:1].isalpha() and (word.endswith(("s", "x", "z")) or not word.islower())


def _is_number_of_a_text(match: Match, year: Item) -> bool:
    """« 2019-486 » is the number of a law."""
    dash, number = match.after(), match.after(2)
    if dash is None or number is None or dash.start != year.end or number.start != dash.end:
        return False
    return "hyphen" in dash.values and "int" in number.values


@reading("lone_year")
def read_lone_year(match: Match) -> Expression | None:
    """Four digits between words that leave room for a year: only within a lifetime, and not after a bare article."""
    item, before = match.item("y"), match.before()
    year = year_of(match)
    if item is None or year is None or not 1950 <= year <= 2040 or "spelled_int" in item.values:
        return None
    if not _leaves_room_for_year(match, item, before):
        return None
    return Expression("year", lambda _: days.year_span(year), year=year)


@reading("year_pair")
def read_year_pair(match: Match) -> Expression | None:
    """``2020-2024``: both years and what lies between; a season or school year over two years likewise."""
    pair = match.numbers("y", "year_pair")
    if pair is None:
        return None
    first, last = pair
    return Expression("interval", lambda _: days.year_span(first, last - first + 1), year=last)


@reading("decade")
def read_decade(match: Match) -> Expression | None:
    """``les années 2010``, ``les années soixante-dix``."""
    number = match.number("y", "year", "int", "spelled_int", "int_s")
    if number is None:
        return None
    year, century = number, match.number("c", "int")
    if year % 10 or (century is not None and year >= 100):
        return None
    if century is not None:
        year += int(century) * 100
    elif year < 100:
        year += 1900 if year >= 30 else 2000
    if not 1000 <= year <= 2190:
        return None
    length = 10
    return Expression("decade", lambda _: days.year_span(year, length), year=year)


@reading("decades")
def read_decades(match: Match) -> Expression | None:
    """``les années 1990 et 2000``: both decades and what lies between."""
    first, last = match.number("a", "int"), match.number("b", "int")
    if first is None or last is None or first % 10 or last % 10 or not 1000 <= first < last <= 2190:
        return None
    return Expression("interval", lambda _: days.year_span(first, last - first + 10), year=first)


@reading("century")
def read_century(match: Match) -> Expression | None:
    """``le XXIe siècle``."""
    number = match.number("n", "ordinal")
    if number is None or not 1 <= number <= 30:
        return None
    first = number * 100 - 99
    return Expression("century", lambda _: days.year_span(first, 100), year=first)


@reading("iso_week")
def read_iso_week(match: Match) -> Expression | None:
    """``la semaine 12 de 2024``: the week of that number, as calendars print it."""
    number, year = match.number("n", "int"), year_of(match)
    if number is None or year is None or not 1 <= number <= 53:
        return None
    try:
        first = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Expression("week", lambda _: days.unit_around(first, "week"), year=year)
