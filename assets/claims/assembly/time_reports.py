"""Times that reports leave unsaid: the year so far, the half that is over, the year before of ``contre 12``."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assets.claims.assembly import clauses
from assets.claims.assembly.elliptic import is_compared
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.time_roles import FLOWS, SHARES
from assets.claims.assembly.time_spans import is_definite, whole_year
from assets.claims.assembly.words import role
from assets.claims.numbers import recognise_numbers
from assets.claims.periods import days

_FEWEST = 4  # fewer months are mostly those after an event
_YEAR = 12  # months
_QUARTER = 3  # months
_LATE = 2  # months after its end in which a span that counts from January is told of
_REPORTED = {6: 4, 9: 6}
"""Months from January that firms report on, and for how many months after."""
_AROUND = 9  # words between a figure and ``du semestre``
_OPENING = 2  # the place of ``mois`` where a sentence opens with ``Sur neuf mois``
_NEW_YEAR = 4  # months of a year in which ``sur l'année`` means the one that is over
_OVER = ("half", "quarter")
_WHOLE_YEAR = frozenset({"whole_unit", "whole_business_year"})
_LEVELS = frozenset({metric for metric in FLOWS if not metric.endswith("_growth")}) | SHARES
_WHOLE = frozenset({"year", "half", "quarter", "month", "interval"})
_ELISIONS = frozenset({"'", "’"})
_ENDING = 4  # words between a year and what tells that it ended
_ENDS = frozenset({".", ",", ";", ":", ")", "–", "—", "»", "!", "?"})


def months_so_far(scene: Scene, figure: Figure, published: date | None) -> Time | None:
    """``a exporté 12 000 motos en dix mois``, told in November: the year's months up to the last that is over.

    So many months that do not end with the month before publication, or the one before that, date nothing; but firms
    report on half a year and on nine months for longer.
    """
    if published is None:
        return None
    words, language = scene.sentence.words, scene.language
    low, high = clauses.segment(scene, figure)
    opening = range(2, min(_OPENING + 1, len(words)))
    for place in (*opening, *range(max(_OPENING + 1, low + 2), high)):
        months = 1 if words[place].folded in role(language, "span-month") else _QUARTER
        if months != 1 and words[place].folded not in role(language, "quarters"):
            continue
        if words[place - 2].folded not in role(language, "in-all") or _is_counted_from(scene, place + 1):
            continue
        numbers = recognise_numbers(words[place - 1].text, language=language, everything=True)
        last = _month_over(int(numbers[0].value) * months, published) if numbers else None
        if last is not None:
            first = date(last.year, 1, 1)
            start, end = words[place - 2].start, words[place].end
            return Time(start, end, place - 2, place + 1, first, last, "relative", "interval", "", "")
    return None


def _is_counted_from(scene: Scene, place: int) -> bool:
    """Whether something behind ``mois`` says from where they count (``en dix mois d'activité``)."""
    follower = scene.sentence.words[place].folded if place < len(scene.sentence.words) else ""
    return follower in role(scene.language, "of") or follower in role(scene.language, "span-qualifier")


def _month_over(count: int, published: date) -> date | None:
    """The last day of the year's month of that number, if it is over and not for too long."""
    if not _FEWEST <= count <= _YEAR:
        return None
    for back in range(1, _REPORTED.get(count, _LATE) + 1):
        month = published.year * _YEAR + published.month - 1 - back
        if month % _YEAR + 1 == count:
            return _end_of(month)
    return None


def _end_of(month: int) -> date:
    """The last day of a month, counted from the year 0."""
    return date((month + 1) // _YEAR, (month + 1) % _YEAR + 1, 1) - timedelta(days=1)


def span_over(scene: Scene, figure: Figure, published: date | None) -> Time | None:
    """The half or quarter that was over when an article was published that says ``du semestre`` and names none."""
    if published is None:
        return None
    words, language = scene.sentence.words, scene.language
    end = max(figure.last, figure.counted_end)
    for place in range(max(1, figure.first - _AROUND), min(len(words), end + _AROUND)):
        if words[place].text in {";", ":"} and place >= end:
            return None
        for unit in _OVER:
            if words[place].folded in role(language, f"span-{unit}") and is_definite(scene, place):
                over = days.unit_around(published, unit, -1)
                span = (over.start, over.end) if over is not None else (None, None)
                return Time(words[place].start, words[place].end, place, place + 1, *span, "relative", unit, "", "")
    return None


def year_over(decision: Decision, time: Time, published: date | None) -> Time:
    """``Sur l'année, les ventes ont atteint 12 millions``, told in January: the year that is over."""
    first, last = time.period_start, time.period_end
    if published is None or published.month > _NEW_YEAR or first is None or last is None:
        return time
    rule = time.rule_id.rsplit("+", 1)[-1]
    is_end = rule == "part_of_now" and published.month <= _LATE and decision.mart != "provincial_subsidies"
    if not is_end and (rule not in _WHOLE_YEAR or decision.metric not in FLOWS | SHARES):
        return time
    is_ahead = first.year == published.year and last == date(published.year, 12, 31) and published < last
    if decision.is_planned or not is_ahead:
        return time
    return replace(
        time, period_start=date(first.year - 1, first.month, 1), period_end=date(last.year - 1, 12, 31), edtf=""
    )


def year_ended(scene: Scene, figure: Figure, published: date | None) -> Time | None:
    """``L'année s'est soldée par 12 millions``: the year that is over, or ends, when this is told."""
    if published is None:
        return None
    words, language = scene.sentence.words, scene.language
    low, high = clauses.segment(scene, figure)
    for place in range(max(low, 1), high):
        if words[place].folded not in role(language, "span-year") or any(
            t.first <= place < t.last for t in scene.times
        ):
            continue
        is_whole = words[place - 1].folded in role(language, "article") or words[place - 1].text in _ELISIONS
        near = words[max(0, place - _ENDING - 1) : place + _ENDING + 1]
        if is_whole and any(word.folded in role(language, "year-ended") for word in near):
            return whole_year(figure, published.year - (published.month <= _YEAR // 2))
    return None


def year_before(scene: Scene, decision: Decision, done: Sequence[Decision], published: date | None) -> Time | None:
    """``48 appareils en 2025, contre 44``: the same span of the year before, where nothing else is compared."""
    figure = decision.figure
    if decision.metric not in _LEVELS or decision.is_planned or not done:
        return None
    if not is_compared(scene.sentence, figure, scene.language) or not _ends_there(scene, figure):
        return None
    if any(word.folded in role(scene.language, "ahead-of") for word in scene.sentence.words[: figure.first]):
        return None  # « BYD a devancé Tesla : 2,3 millions de voitures contre 1,6 »
    before = done[-1]
    known = before.ruled_time
    if before.metric != decision.metric or before.reason or before.is_planned or known is None or known.is_since:
        return None
    first, last = known.period_start, known.period_end
    if (
        first is None
        or last is None
        or known.granularity not in _WHOLE
        or (published is not None and last >= published)
    ):
        return None
    return replace(known, period_start=back(first), period_end=back(last), edtf="")


def _ends_there(scene: Scene, figure: Figure) -> bool:
    """Whether nothing but a mark stands behind a figure and what it counts."""
    words = scene.sentence.words
    end = max(figure.last, figure.counted_end)
    return end >= len(words) or words[end].text in _ENDS


def back(day: date) -> date:
    """The same day of the year before, and the last of a February for the last of one."""
    last_of_february = day.month == 2 and day.day >= 28
    return day.replace(year=day.year - 1, day=28) if last_of_february else day.replace(year=day.year - 1)
