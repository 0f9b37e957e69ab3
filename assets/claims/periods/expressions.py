"""An expression that was read but not yet dated, and the anchor that dates it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from assets.claims.periods.conventions import Convention
from assets.claims.periods.days import plus_days
from assets.claims.periods.model import Direction, Span

# A day and a month come round once a year, 29 February at the latest after eight years.
_YEARS_TRIED = 9
# Without a tense, a day at most so far ahead is meant where the last one is at least so far back.
NEAR, FAR = 62, 270


@dataclass(slots=True)  # Not frozen: made for every expression, and freezing doubles what that costs.
class Anchor:
    """What an expression is dated by.

    Attributes:
        published: Publication day, or None.
        convention: The choices where the language leaves one.
        direction: Of the clause's tense, or None where it has none.
        year: Year that the surroundings state, for expressions that lack one.
        month: The same for a lone day of the month, as (year or None, month).
        reference: Last dated period, for ``le lendemain``, ``la même année``.
        interval: Last dated period longer than a month, for ``sur la même période``.
        label: The month that stands alone above the text, for ``la fin du mois``.
        finished: Only a period that is over (``mai dernier``).
        upcoming: Only a period that has not begun (``mai prochain``).
    """

    published: date | None
    convention: Convention
    direction: Direction | None = None
    year: int | None = None
    month: tuple[int | None, int] | None = None
    reference: Span | None = None
    interval: Span | None = None
    label: Span | None = None
    finished: bool = False
    upcoming: bool = False

    def with_year(self, year: int | None) -> "Anchor":
        """The same anchor in a given year."""
        return replace(self, year=year)


Resolver = Callable[[Anchor], Span | None]


@dataclass(slots=True)
class Expression:
    """What the words of a time expression mean before the publication day is known.

    Attributes:
        kind: Granularity, one of ``grammar.PERIOD_KINDS``.
        resolve: Days for an anchor, None where the anchor does not suffice.
        year: Year that the words state.
        floating: Lacks a year that its surroundings can give.
        relative: Counted from the publication day.
        refers: Counted from the last dated period instead, where there is one.
        month: Month that the words state, for a lone day to borrow.
        unit: Calendar unit of a relative expression or duration.
        count: Its number of units.
        flags: Marks for the mention, by attribute name of ``PeriodMention`` without ``is_``.
    """

    kind: str
    resolve: Resolver
    year: int | None = None
    floating: bool = False
    relative: bool = False
    refers: bool = False
    month: int | None = None
    unit: str | None = None
    count: int | None = None
    per: str | None = None
    flags: frozenset[str] = field(default=frozenset())

    def flagged(self, *names: str) -> "Expression":
        """The same expression with further marks."""
        return replace(self, flags=self.flags | set(names))


def nothing(_: Anchor) -> Span | None:
    """Resolver of expressions that date nothing."""
    return None


def floating_span(anchor: Anchor, make: Callable[[int], Span | None], *, by_day: bool = False) -> Span | None:
    """A period that comes round every year: in the stated year, else the one that the direction points to.

    Args:
        anchor: What dates it.
        make: The period in a year, None where the year has none (29 February).
        by_day: A single day. Without a tense a day shortly ahead is meant rather than one almost a year back.
    """
    if anchor.year is not None:
        return make(anchor.year)
    published = anchor.published
    if published is None:
        return None
    past = _latest(published, make, finished=anchor.finished)
    if anchor.finished or (anchor.direction == "past" and not anchor.upcoming):
        return past
    future = _earliest(published, make, open_too=not (by_day or anchor.upcoming))
    if anchor.upcoming or anchor.direction == "future":
        return future
    if anchor.convention.bare_is_future:
        return future
    if by_day and past and future and past.start and future.start:
        near = (future.start - published).days <= NEAR and (published - past.start).days > FAR
        return future if near else past
    return past


def _latest(published: date, make: Callable[[int], Span | None], *, finished: bool) -> Span | None:
    for year in range(published.year, published.year - _YEARS_TRIED, -1):
        span = make(year)
        if span and span.start and span.end and (span.end < published if finished else span.start <= published):
            return span
    return None


def _earliest(published: date, make: Callable[[int], Span | None], *, open_too: bool) -> Span | None:
    for year in range(published.year - 1, published.year + _YEARS_TRIED):
        span = make(year)
        if span and span.start and span.end and (span.end if open_too else span.start) >= published:
            return span
    return None


def since(start: date | None, anchor: Anchor) -> Span | None:
    """From a day on: to the publication day, or open where that is not known or the convention leaves it so."""
    if start is None:
        return None
    published = anchor.published
    if anchor.convention.since_is_open or published is None or published < start:
        return Span(start, None)
    return Span(start, published)


def until(end: date | None) -> Span | None:
    """Up to a day."""
    return Span(None, end) if end else None


def before(start: date | None) -> Span | None:
    """Up to the day before."""
    return until(plus_days(start, -1)) if start else None
