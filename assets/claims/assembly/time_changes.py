"""Times of what changes: either end of a change, and how long ago it began."""

from dataclasses import replace
from datetime import date, timedelta

from assets.claims.assembly.model import Figure, Scene, Time
from assets.claims.assembly.words import role
from assets.claims.numbers import recognise_numbers

_BEHIND = 6  # words between the second end of a change and how long it took
_LONGEST = 60  # years


def end_of_change(time: Time, end: str) -> Time:
    """``de 28 à 24 % entre juillet 2024 et juillet 2025``: the first month or year, or the last.

    ``entre mars et le 9 juin`` names a day at the last end: the first is the month, the last that day.
    """
    first, last = time.period_start, time.period_end
    if first is None or last is None or first.day != 1 or (first.year, first.month) == (last.year, last.month):
        return time
    if (last + timedelta(days=1)).day != 1:
        first, last = (first, _month_end(first)) if end == "from" else (last, last)
        return replace(
            time, period_start=first, period_end=last, granularity="month" if end == "from" else "day", edtf=""
        )
    years = first.month == 1 and last.month == 12
    if end == "from":
        last = date(first.year, 12, 31) if years else _month_end(first)
    else:
        first = date(last.year, 1, 1) if years else date(last.year, last.month, 1)
    return replace(time, period_start=first, period_end=last, granularity="year" if years else "month", edtf="")


def _month_end(day: date) -> date:
    """The last day of a day's month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)


def begun_in(scene: Scene, figure: Figure, published: date | None) -> Time | None:
    """``est passé de 900 à 700 en cinq ans``: the year of the first, counted back from publication."""
    if published is None:
        return None
    words, language = scene.sentence.words, scene.language
    other = next((other for other in scene.figures if other.first >= figure.last), None)
    if other is None:
        return None
    end = max(other.last, other.counted_end)
    for place in range(end, min(end + _BEHIND, len(words) - 2)):
        if words[place].text in {",", ";", ":", "."}:
            return None
        if words[place].folded not in role(language, "within-time") or not _is_years(scene, place + 2):
            continue
        numbers = recognise_numbers(words[place + 1].text, language=language, everything=True)
        count = int(numbers[0].value) if numbers else 0
        if 0 < count <= _LONGEST:
            year = published.year - count
            first, last = date(year, 1, 1), date(year, 12, 31)
            start, stop = words[place].start, words[place + 2].end
            return Time(start, stop, place, place + 3, first, last, "relative", "year", str(year), "")
    return None


def _is_years(scene: Scene, place: int) -> bool:
    """Whether years stand at a place, whole ones (not ``un an et demi``), and of nothing (``deux ans de travaux``)."""
    words, language = scene.sentence.words, scene.language
    if words[place].folded not in role(language, "years"):
        return False
    follower = words[place + 1].folded if place + 1 < len(words) else ""
    return follower not in role(language, "and") | role(language, "of")
