"""Words, borders and times around an event: what its readers share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.language.loader import load_entries

_DECEMBER = 12
_YEAR_DIGITS = 4
_OPENING = 3
_RELATIVE = 10
_APPOSED = 5
_VERSION_WORDS = 6
_PART_MONTHS = {"season": 3, "year+part": 4}  # how long the parts are that a time's rule names
_WEEK, _THIRD, _LAST_THIRD = (
    7,
    10,
    21,
)  # days of a week and of a third of a month; where the last third begins


@dataclass(frozen=True, slots=True)
class Event:
    """A model's release or deployment.

    Attributes:
        adopter: Who puts the model to use, empty for a release.
        evidence_start: Where the evidence begins if the model is named in an earlier sentence, else None.
        probability: How sure the ranker is that the model's mention tells such an event.
    """

    metric: str
    model: Name
    time: Time | None
    adopter: str
    status: str
    rule_id: str
    evidence_start: int | None = None
    probability: float = 1.0


@cache
def event_words(language: str, name: str) -> frozenset[str]:
    """The folded words of one role; an unknown role has none."""
    for entry in load_entries(language, "event_words"):
        if entry.id == f"event-{name}":
            return frozenset(fold(form) for form in entry.forms)
    return frozenset()


def folded_at(scene: Scene, place: int) -> str:
    """The folded word at a place, empty outside of the sentence."""
    words = scene.sentence.words
    return words[place].folded if 0 <= place < len(words) else ""


def folded_between(scene: Scene, first: int, last: int) -> list[str]:
    """The folded words from one place to just before another."""
    return [word.folded for word in scene.sentence.words[max(first, 0) : max(last, 0)]]


def clause_of(scene: Scene, place: int) -> tuple[int, int]:
    """First place of the clause around a place, and the place just past it."""
    border = event_words(scene.language, "border")
    low = place
    while low > 0 and folded_at(scene, low - 1) not in border:
        low -= 1
    high = place
    while high < len(scene.sentence.words) and folded_at(scene, high) not in border:
        high += 1
    return low, high


def inserted_before(scene: Scene, place: int) -> tuple[int, int]:
    """The relative clause that stands between commas right before a verb (``BMW, qui a banni M, utilise N``).

    Returns:
        The place of its first comma and that of its second; twice the verb's place where there is none.
    """
    if folded_at(scene, place - 1) not in event_words(scene.language, "comma"):
        return place, place
    relatives, commas = event_words(scene.language, "relative"), event_words(scene.language, "comma")
    for index in range(place - 2, 0, -1):
        if folded_at(scene, index) in relatives and folded_at(scene, index - 1) in commas:
            return index - 1, place - 1
    return place, place


def gap_between(scene: Scene, first: int, last: int) -> float:
    """The distance from one place to a later one, time expressions not counted."""
    gap = scene.sentence.distance(first, last)
    for time in scene.times:
        if first < time.first and time.last <= last:
            gap -= scene.sentence.distance(time.first - 1, time.last - 1)
    return max(gap, 0.0)


def head_before(scene: Scene, place: int) -> tuple[str, str]:
    """The word before a name, its determiners skipped, and the noun before that word if it is an ``of``."""
    determiners = event_words(scene.language, "determiner")
    index = place - 1
    while index >= 0 and folded_at(scene, index) in determiners:
        index -= 1
    link = folded_at(scene, index)
    if link not in event_words(scene.language, "of") and folded_at(scene, index + 1) not in event_words(
        scene.language, "of"
    ):
        return link, ""
    index -= 1 if link in event_words(scene.language, "of") else 0
    return "de", folded_at(scene, index)


def is_beside(scene: Scene, model: Name) -> bool:
    """Whether a model is only compared with, written about or built upon."""
    language = scene.language
    link, head = head_before(scene, model.first)
    if head or link == "de":
        return head not in event_words(language, "model-noun") and not version_of(scene, model)
    if link in event_words(language, "than"):
        compared = event_words(language, "compared")
        return any(word in compared for word in folded_between(scene, model.first - 7, model.first))
    near = folded_between(scene, model.first - 3, model.first)
    return link in event_words(language, "beside") or any(word in event_words(language, "app-noun") for word in near)


def version_of(scene: Scene, model: Name) -> str:
    """The bare version beside a family: ``Qwen, dans sa version 2.5-Max``, ``la version 2.5 de Qwen``.

    Returns:
        The version as printed (``2.5-Max``), or an empty string.
    """
    if any(letter.isdigit() for letter in model.name):
        return ""
    words, nouns = scene.sentence.words, event_words(scene.language, "version")
    light = event_words(scene.language, "determiner") | event_words(scene.language, "version-link")
    place = model.last
    while place < len(words) and words[place].folded in light:
        place += 1
    if folded_at(scene, place) in nouns:
        return _version_at(scene, place + 1)[0]
    link = model.first - (2 if folded_at(scene, model.first - 1) in {"'", "’"} else 1)
    if folded_at(scene, link) not in event_words(scene.language, "of"):
        return ""
    for place in range(link - 1, max(link - 1 - _VERSION_WORDS, -1), -1):
        if folded_at(scene, place) in nouns:
            version, last = _version_at(scene, place + 1)
            return version if last == link else ""
    return ""


def _version_at(scene: Scene, place: int) -> tuple[str, int]:
    """The version that begins at a place, and the place just past it; a number of parameters is none."""
    words = scene.sentence.words
    last = place
    while last < len(words) and (last == place or words[last].start == words[last - 1].end):
        if not (words[last].text[:1].isalnum() or (words[last].text == "-" and last > place)):
            break
        last += 1
    if not place < last or not words[place].text[:1].isdigit():
        return "", place
    if any(f.first <= place < f.last and not (f.is_bare and f.last <= last) for f in scene.figures):
        return "", place
    start = scene.sentence.start
    return scene.sentence.text[words[place].start - start : words[last - 1].end - start], last


def coordinated(scene: Scene, models: list[Name], first: Name) -> list[Name]:
    """A model and those that ``and`` or commas join to it on its right, the last one by ``and``."""
    found, kept = [first], 1
    joining, commas = event_words(scene.language, "joining"), event_words(scene.language, "comma")
    language = scene.language
    determiners = event_words(language, "determiner") | event_words(language, "of") | event_words(language, "sibling")
    for model in models:
        if model.first < found[-1].last:
            continue
        between = folded_between(scene, found[-1].last, model.first)
        if not between or between[0] not in joining | commas or any(w not in determiners for w in between[1:]):
            break
        found.append(model)
        if between[0] in joining:
            kept = len(found)
    return found[:kept]


def is_set_against(scene: Scene, model: Name) -> bool:
    """Whether a model is what another one is preferred to or compared with (``préfère Qwen3 à Llama 4``)."""
    if is_left_behind(scene, model):
        return True
    link, head = head_before(scene, model.first)
    against = event_words(scene.language, "set-against")
    return link in against or (link == "de" and head in event_words(scene.language, "app-noun"))


def is_left_behind(scene: Scene, model: Name) -> bool:
    """``est passée de M à N``, ``a remplacé M par N``: what one moves away from."""
    if not any(one.kind == "model" and one.first == model.last + 1 for one in scene.names):
        return False
    leaves = folded_at(scene, model.first - 1) in event_words(scene.language, "of")
    link = folded_at(scene, model.last)
    return link in event_words(scene.language, "exchange") or (leaves and link in event_words(scene.language, "onto"))


def is_negotiated(scene: Scene, place: int) -> bool:
    """Whether what stands at a place is only talked about (``négocie avec Alibaba pour utiliser M``)."""
    talks = event_words(scene.language, "negotiating")
    return any(word in talks for word in folded_between(scene, clause_of(scene, place)[0], place))


def gap_over(scene: Scene, first: int, last: int) -> float:
    """As ``gap_between``, an insertion between commas not counted (``M, un modèle de A, est sorti``)."""
    commas = event_words(scene.language, "comma")
    if folded_at(scene, first + 1) in commas and folded_at(scene, last - 1) in commas:
        return 1.0
    return gap_between(scene, first, last)


def antecedent(scene: Scene, models: list[Name], place: int) -> Name | None:
    """``M, que Meta a publié``: the model that a relative clause around a place speaks of."""
    than = event_words(scene.language, "than")
    for model in reversed(models):
        after = folded_between(scene, model.last, model.last + 2)
        if model.last <= place and any(word in than for word in after) and place - model.last <= _RELATIVE:
            above = [one for one in models if 0 < model.first - one.last <= _APPOSED]
            return above[-1] if above and is_beside(scene, model) else model
    return None


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
    end = _end_of_part(time, start)
    if end is not None:
        return replace(time, period_end=end, is_since=False)
    words = folded_between(scene, time.first, time.last)
    numbers = [word for word in words if word[:1].isdigit()]
    year_only = len(words) <= 2 and bool(numbers) and len(numbers[-1]) == _YEAR_DIGITS
    end = start
    if start.day == 1 and year_only:
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
