"""Times that are made from others: the year's part up to a closing day, either end of a change, the month spoken of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from assets.claims.assembly import clauses, time_changes
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.words import role

_LONGEST_PART = 11  # days of a month's end
_NEAR = 6  # words between a term and the day on which it closes
_TARGET = 14  # words between a target and its figure
_BEHIND = 4  # words between a figure and ``pour l'exercice``
_AROUND = 9  # words between a figure and ``du mois``
_UNITS = ("month", "quarter", "half", "any")
_ADJECTIVES = {"half": "half-yearly", "quarter": "quarterly"}
_OPENING = 2  # a time that begins within so many words opens its sentence
_MONTHS = {"quarter": 3, "half": 6, "year": 12}


def fitted(scene: Scene, decision: Decision, time: Time, *, flows: bool) -> Time:
    """What a time means for a figure: trade ``à fin septembre`` is that of the year so far."""
    figure = decision.figure
    ranged = scene.sentence.words[time.first].folded in role(scene.language, "range-words")
    if figure.range_role in {"from", "to"} and time.granularity == "interval" and ranged:
        return time_changes.end_of_change(time, figure.range_role)
    if flows and time.is_since:
        return _to_last_month(scene, time)
    if flows and not decision.is_planned and _is_end_of_month(scene, time) and time.period_end is not None:
        months = _closing(scene, time)
        first = date(time.period_end.year, 1, 1) if months is None else _months_to(time.period_end, months)
        return replace(time, period_start=first, granularity="interval", edtf="")
    return time


def _to_last_month(scene: Scene, time: Time) -> Time:
    """``9 millions en juillet et 60 depuis janvier``, told in August: since January counts to the end of July."""
    first, last = time.period_start, time.period_end
    if first is None or last is None or (first.month, first.day) != (1, 1) or first.year != last.year:
        return time
    for other in scene.times:
        end = other.period_end
        if other.granularity != "month" or other.first >= time.first or end is None or end.year != first.year:
            continue
        if end.month == last.month - 1:
            return replace(time, period_end=end, edtf="")
    return time


def _is_end_of_month(scene: Scene, time: Time) -> bool:
    if time.granularity != "part" or time.period_start is None or time.period_end is None:
        return False
    if (time.period_end - time.period_start).days > _LONGEST_PART or time.period_start.day <= _LONGEST_PART:
        return False
    words = scene.sentence.words
    near = [word.folded for word in words[max(0, time.first - 1) : time.first + 1]]
    return any(word in role(scene.language, "at") or word in role(scene.language, "closed") for word in near)


def _closing(scene: Scene, time: Time) -> int | None:
    """How many months a term has that closes on a day (``le trimestre clos fin juin``), or None."""
    words = scene.sentence.words
    if not any(word.folded in role(scene.language, "closed") for word in words[max(0, time.first - 2) : time.first]):
        return None
    for word in reversed(words[max(0, time.first - _NEAR) : time.first]):
        for unit, months in _MONTHS.items():
            if word.folded in role(scene.language, f"span-{unit}"):
                return months
    return None


def _months_to(last: date, months: int) -> date:
    """The first day of so many months that end with a day's month."""
    month = last.year * 12 + last.month - months
    return date(month // 12, month % 12 + 1, 1)


def year_ago(scene: Scene, figure: Figure, time: Time, published: date | None) -> Time:
    """``il y a un an, 300 salariés``: that day of the year before, told in the figure's clause."""
    if published is None or time.granularity != "year" or not time.rule_id.endswith("ago"):
        return time
    if time.period_start is None or time.period_start.year != published.year - 1:
        return time
    low, high = clauses.segment(scene, figure)
    is_own = time.first <= _OPENING or low <= time.first < high or clauses.in_comparison(scene, figure, time)
    if not is_own:
        return time  # « la marque, inconnue il y a un an, a 300 salariés »
    month, day = published.month, published.day
    first = date(published.year - 1, month, min(day, 28) if month == 2 else day)
    return replace(time, period_start=first, period_end=first, granularity="day", edtf="")


def is_later_now(time: Time, published: date | None) -> bool:
    """``Six mois plus tard, le compteur marque …``: counted up to the day of publication, which it names anew."""
    first, last = time.period_start, time.period_end
    if published is None or first is None or last is None or not time.rule_id.endswith("after_reference"):
        return False
    return first <= published <= last


def year_after(time: Time) -> Time | None:
    """The whole year after a year."""
    if time.period_start is None:
        return None
    year = time.period_start.year + 1
    return replace(time, period_start=date(year, 1, 1), period_end=date(year, 12, 31), edtf="")


@cache
def _span_words(language: str) -> frozenset[str]:
    """The words that name a span, each of which may be looked at more closely."""
    roles = [*_ADJECTIVES.values(), *(f"span-{unit}" for unit in _UNITS)]
    return frozenset(word for name in roles for word in role(language, name))


def spoken_of(scene: Scene, figure: Figure, known: Mapping[str, Time]) -> Time | None:
    """The month or quarter that the article speaks of, where the sentence says ``du mois``, ``sur la période``."""
    if not known:
        return None
    words = scene.sentence.words
    end = max(figure.last, figure.counted_end)
    for place in range(max(1, figure.first - _AROUND), min(len(words), end + _AROUND)):
        if words[place].text in {";", ":"} and place >= end:
            return None
        folded = words[place].folded
        if folded not in _span_words(scene.language):
            continue
        for unit, adjective in _ADJECTIVES.items():
            if folded in role(scene.language, adjective) and unit in known:
                return known[unit]
        for unit in _UNITS:
            if folded in role(scene.language, f"span-{unit}") and is_definite(scene, place):
                return known.get(unit)
    return None


def is_definite(scene: Scene, place: int) -> bool:
    """Whether a span is meant that was named before: ``du mois``, ``sur la période``, not ``du mois de mai``."""
    if any(time.first <= place < time.last for time in scene.times):
        return False
    words, language = scene.sentence.words, scene.language
    follower = words[place + 1].folded if place + 1 < len(words) else ""
    if follower in role(language, "of") or follower in role(language, "span-qualifier") or follower[:1].isdigit():
        return False
    before = [word.folded for word in words[max(0, place - 2) : place]]
    if before[-1] in role(language, "of-the"):
        return True
    return len(before) > 1 and before[-1] in role(language, "article") and before[0] in role(language, "within")


def is_for_the_year(scene: Scene, figure: Figure) -> bool:
    """``table sur 7 milliards pour l'exercice``: no other year is named."""
    words, language = scene.sentence.words, scene.language
    end = max(figure.last, figure.counted_end)
    behind = words[end : end + _BEHIND + 1]
    for place in range(len(behind) - 2):
        if behind[place].folded in role(language, "for") and behind[place + 1].folded in role(language, "article"):
            last = end + place + 2
            while last < len(words) and words[last].folded in role(language, "article"):
                last += 1
            year = last < len(words) and words[last].folded in role(language, "span-year")
            return year and (last + 1 == len(words) or not words[last + 1].text[:1].isalnum())
    return False


def this_year(scene: Scene, figure: Figure, published: date | None) -> Time | None:
    """``sa prévision annuelle de 30 millions``: the year of publication, or None where no year's target is told."""
    near = [word.folded for word in scene.sentence.words[max(0, figure.first - _NEAR) : figure.first]]
    targets, yearly = role(scene.language, "target"), role(scene.language, "yearly")
    is_target = any(word in targets for word in near) and any(word in yearly for word in near)
    if published is None or not (is_target or is_target_of_year(scene, figure) or is_for_the_year(scene, figure)):
        return None
    return whole_year(figure, published.year)


def is_target_of_year(scene: Scene, figure: Figure) -> bool:
    """``l'objectif annuel, porté en mai de 5 à 6 millions``, ``son objectif de l'année``: no verb stands between."""
    words, language = scene.sentence.words, scene.language
    for place in range(figure.first - 1, max(-1, figure.first - _TARGET), -1):
        if words[place].folded not in role(language, "target"):
            continue
        end = place + 1
        while end < figure.first and words[end].folded in role(language, "of") | role(language, "article"):
            end += 1
        named = words[end].folded
        if named not in role(language, "yearly") and (end == place + 1 or named not in role(language, "span-year")):
            return False
        follower = words[end + 1].folded
        if follower in role(language, "span-qualifier") or follower[:1].isdigit():
            return False
        return not any(time.granularity == "year" for time in scene.times) and not clauses.has_verb(
            scene, end, figure.first
        )
    return False


def whole_year(figure: Figure, year: int) -> Time:
    """A year that the words around a figure mean without naming it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Time(figure.start, figure.end, figure.first, figure.last, first, last, "relative", "year", str(year), "")
