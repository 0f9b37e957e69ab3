"""Sections of a month: under ``Mars`` or behind ``MARS.``, ``le 12`` is the twelfth of March, whenever it appeared."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assets.claims.assembly.events_dated import dated_heading, dated_opening
from assets.claims.assembly.model import Scene, Time

_OF_THE_MONTH = frozenset({"day_alone", "part_of_now", "weekday_day"})


def times_in_section(scene: Scene, opening: Scene | None) -> list[Time]:
    """The times of a sentence; days and parts of a month that name none fall in the section's.

    Args:
        scene: The sentence.
        opening: The paragraph's first sentence, or None.
    """
    above = dated_opening(opening) or dated_heading(scene)
    if above is None or above.granularity != "month" or above.period_start is None:
        return scene.times
    return list(_moved(scene.times, above.period_start))


def _moved(times: Iterable[Time], month: date) -> Iterable[Time]:
    for time in times:
        start, end = time.period_start, time.period_end
        if time.rule_id in _OF_THE_MONTH and start is not None and end is not None and not time.is_since:
            first, last = _on(start, month), _on(end, month)
            if start != end and _is_last(end):
                last = last.replace(day=monthrange(month.year, month.month)[1])
            edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
            yield replace(time, period_start=first, period_end=last, edtf=edtf)
        else:
            yield time


def _on(day: date, month: date) -> date:
    """The same day of another month, or its last one."""
    return month.replace(day=min(day.day, monthrange(month.year, month.month)[1]))


def _is_last(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]
