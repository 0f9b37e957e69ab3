"""What the recogniser of periods hands out, and what one sentence hands to the next."""

from datetime import date
from typing import Literal

from assets.claims.record import record

Direction = Literal["past", "future"]
Basis = Literal["text", "relative"]


@record
class Span:
    """Days from ``start`` to ``end``, both inclusive; None is an open or unknown side."""

    start: date | None
    end: date | None


@record
class PeriodMention:
    """One time expression of a text.

    Attributes:
        start: Offset of its first character.
        end: Offset just past its last character.
        text: The expression, verbatim.
        period_start: First day, or None where the side is open or cannot be known.
        period_end: Last day, inclusive, or None.
        granularity: ``day``, ``week``, ``weekend``, ``fortnight``, ``month``, ``quarter``, ``half``, ``season``,
            ``year``, ``decade``, ``century``, ``part`` (début, mi-, fin), ``event``, ``interval``, ``duration``
            or ``rate``.
        basis: ``text`` where the words and their context suffice, ``relative`` where the publication day is needed.
        edtf: The same in Extended Date/Time Format; empty where nothing is known.
        rule_id: The rules that read it, innermost first, joined by ``+``.
        is_duration: A bare length of time; it dates nothing.
        is_comparison: The date of what a figure is compared with, not of the figure.
        is_present: ``aujourd'hui``, ``désormais``: counts as no expression, the publication day is meant.
        is_cumulative: Counted from the year's beginning (``les neuf premiers mois``, ``sur neuf mois``).
        is_since: Holds from that time on (``depuis``, ``à partir de``).
        is_until: Holds up to that time (``jusqu'en``, ``avant``).
        is_deadline: To be reached by then (``d'ici 2030``).
        per: Time base of a rate (``par an`` is ``year``); such an expression dates nothing.
        year_from_context: The year was not in the expression but in its surroundings.
        length: Of a duration its number of units (``en une semaine`` is 1), for a reader that knows when it began.
        length_unit: ``day``, ``week``, ``month``, ``quarter``, ``half``, ``year`` …
    """

    start: int
    end: int
    text: str
    period_start: date | None
    period_end: date | None
    granularity: str
    basis: Basis
    edtf: str
    rule_id: str
    is_duration: bool = False
    is_comparison: bool = False
    is_present: bool = False
    is_cumulative: bool = False
    is_since: bool = False
    is_until: bool = False
    is_deadline: bool = False
    per: str | None = None
    year_from_context: bool = False
    length: int | None = None
    length_unit: str | None = None

    @property
    def dates(self) -> bool:
        """Whether the expression can give a figure its period."""
        return not (self.is_duration or self.is_comparison or self.is_present or self.per)


@record
class PeriodContext:
    """What earlier clauses said.

    Attributes:
        year: The year that governs what follows, where the text stated one.
        span: The last dated period, to which ``le lendemain`` or ``la même année`` refer.
        interval: The last dated period longer than a month, to which ``la même période`` refers.
        basis: How ``span`` is known.
        label: The month that stands alone above what follows (``Mars 2024``), in which its lone days lie.
        months: Months that were named with their year, as (month, year); one named again nearby is the same one.
    """

    year: int | None = None
    span: Span | None = None
    interval: Span | None = None
    basis: Basis = "text"
    months: tuple[tuple[int, int], ...] = ()
    label: Span | None = None
