"""When an event was: the time expression that dates it, and the day or part of a year in which something began."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from assets.claims.assembly.events_words import clause_of, event_words, folded_at, folded_between, inserted_before
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.assembly.words import role

_DECEMBER = 12
_YEAR_DIGITS = 4
_OPENING = 3
# How long the parts are that a time's rule names.
_PART_MONTHS = {"season": 3, "year+part": 4, "year_alone+part": 4, "part_of_now": 4}
_WEEK, _THIRD, _LAST_THIRD = 7, 10, 21  # days of a week, of a third of a month; where the last third begins


def time_of(
    scene: Scene,
    anchors: Iterable[int],
    models: Iterable[Name],
    reach: float,
    taken: Iterable[int] = (),
    earlier: int = 0,
) -> Time | None:
    """The time expression of an event.

    Args:
        scene: The sentence.
        anchors: Places of its verb and model.
        models: The other models of the sentence, which keep what stands beyond them.
        reach: How far it may stand.
        taken: First places of the expressions that date something else.
        earlier: Place just past the event verb before, which keeps what follows it.
    """
    places = sorted(anchors)
    low, high = clause_of(scene, places[0])[0], clause_of(scene, places[-1])[1]
    firms = {name.start for name in scene.names if name.kind == "organisation"}
    others = [model.first for model in models if model.start not in firms]
    used = set(taken)
    inner = inserted_before(scene, places[0])
    best: Time | None = None
    best_gap = reach
    for time in scene.times:
        opens = time.first <= _OPENING
        outside = time.first < low or time.first >= high or _belongs_before(scene, time, earlier, places[0])
        if time.is_comparison or time.first in used or (outside and not opens) or inner[0] <= time.first < inner[1]:
            continue
        if _is_set_aside(scene, time) or _is_told_behind(scene, time, places[-1]):
            continue
        nearest = min(places, key=lambda place: abs(place - time.first))
        if not opens and any(min(nearest, time.first) < other < max(nearest, time.first) for other in others):
            continue
        edge = time.first if time.first > nearest else time.last - 1
        gap = scene.sentence.distance(edge, nearest) * (0.5 if opens else 1.0)
        if gap < best_gap:
            best, best_gap = time, gap
    return best


def _is_set_aside(scene: Scene, time: Time) -> bool:
    """``malgré l'annonce de 2024``, ``…, comme l'écrivait mardi un journal``: it dates something else."""
    despite, commas = event_words(scene.language, "despite"), event_words(scene.language, "comma")
    likewise = event_words(scene.language, "as-told")
    for index in range(time.first - 1, -1, -1):
        word = folded_at(scene, index)
        if word in likewise and folded_at(scene, index - 1) in commas:
            return True
        if word in commas or word in despite:
            return word in despite
    return False


def _is_told_behind(scene: Scene, time: Time, place: int) -> bool:
    """``utilise M, dont la version 2 est attendue en juin``: it dates what the relative clause behind tells."""
    commas, relatives = event_words(scene.language, "comma"), event_words(scene.language, "relative")
    for index in range(time.first - 1, place + 1, -1):
        word = folded_at(scene, index)
        if word in commas:
            return False
        if word in relatives and folded_at(scene, index - 1) in commas:
            return True
    return False


def lasting(scene: Scene) -> set[int]:
    """First places of the expressions that say since when (``depuis 2019``): they date no single act."""
    starts = event_words(scene.language, "from")
    return {time.first for time in scene.times if time.is_since and folded_at(scene, time.first) not in starts}


def _belongs_before(scene: Scene, time: Time, earlier: int, place: int) -> bool:
    """Whether a time between two verbs dates the first: it does unless commas set it apart (``et, lundi, BYD …``)."""
    commas = event_words(scene.language, "comma")
    apart = folded_at(scene, time.first - 1) in commas and folded_at(scene, time.last) in commas
    return 0 < earlier <= time.first < place and not apart


def begun(scene: Scene, time: Time) -> Time:
    """The day, month, season or year in which something began that holds since then."""
    start = time.period_start
    if not time.is_since or start is None:
        return time
    words = folded_between(scene, time.first, time.last)
    is_of_year = not role(scene.language, "years").isdisjoint(words)
    end = None if "part_of_now" in time.rule_id and not is_of_year else _end_of_part(time, start)
    if end is not None:
        return replace(time, period_end=end, is_since=False)
    numbers = [word for word in words if word[:1].isdigit()]
    year_only = len(words) <= 2 and bool(numbers) and len(numbers[-1]) == _YEAR_DIGITS
    end = start
    if start.day == 1 and (year_only or (start.month == 1 and is_of_year)):  # ``dès l'an prochain``
        end = start.replace(month=_DECEMBER, day=31)
    elif start.day == 1 and not any(len(number) < _YEAR_DIGITS for number in numbers):
        end = (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return replace(time, period_end=end, is_since=False)


def _end_of_part(time: Time, start: date) -> date | None:
    """The last day of the week, season or third of a month or year that begins on a day; None for no such part."""
    named = next((part for part in _PART_MONTHS if part in time.rule_id), "")
    if named:
        months = start.month - 1 + _PART_MONTHS[named]
        return date(start.year + months // 12, months % 12 + 1, 1) - timedelta(days=1)
    if "week" in time.rule_id:
        return start + timedelta(days=_WEEK - 1)
    if "month+part" not in time.rule_id:
        return None
    if start.day <= _LAST_THIRD - _THIRD:
        return start + timedelta(days=_THIRD - 1)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
