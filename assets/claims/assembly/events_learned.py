"""Events that no rule's frame has read but that the words around a model speak for: date, status and adopters."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assets.claims.assembly.events_adopters import Adopter, is_maker, series_before, series_behind
from assets.claims.assembly.events_dated import dated_heading
from assets.claims.assembly.events_times import begun, lasting, time_of
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import Event, clause_of, event_words, folded_at, folded_between
from assets.claims.assembly.model import Time
from assets.claims.ranking.event_views import Spot, View

_RELEASES = frozenset({"release", "arrival", "answer"})
_ALSO = 5  # words of the longest way to say ``also``
_REACH = {"release": 25.0, "deployment": 40.0}


def learned_releases(view: View, spot: Spot, taken: Collection[int]) -> list[Event]:
    """A release, unless a noun tells it in passing and without a date (``la sortie de M était attendue``).

    Args:
        view: The sentence.
        spot: The model's mention.
        taken: First places of the time expressions that date other events.
    """
    event = _event(view, spot, "release", "", taken)
    verb = _nearest(view, spot, "release")
    in_passing = verb is not None and verb.voice == "noun" and event.time is None
    return [event] if not in_passing or dated_heading(view.scene) is not None else []


def learned_deployments(view: View, spot: Spot, adopter: Adopter | None, taken: Collection[int]) -> list[Event]:
    """A deployment by an adopter and by those joined to it (``A, B et C``); by somebody unnamed if there is none."""
    if adopter is None:
        return [_event(view, spot, "deployment", "", taken)]
    users = [one for one in view.adopters if not is_maker(view.scene, one, spot.model)]
    series = series_before if adopter.last <= spot.first else series_behind
    names = dict.fromkeys(one.text for one in series(view.scene, users, adopter))
    return [_event(view, spot, "deployment", name, taken) for name in names]


def also_told(view: View, events: Sequence[Event]) -> Iterator[Event]:
    """``BMW a retenu M, Audi aussi``, ``…, Audi en mai``: who does as the one before, the verb left out."""
    scene, words, language = view.scene, view.scene.sentence.words, view.scene.language
    users = {event.adopter for event in events}
    for one in view.adopters:
        before = [
            event for event in events if event.metric == "deployment" and event.model.end <= words[one.first].start
        ]
        if not before or one.text in users or is_maker(scene, one, before[-1].model):
            continue
        said = _also_behind(view, one)
        time = next((t for t in scene.times if 0 <= t.first - one.last - said <= 1), None)
        after = words[one.last + said].text if one.last + said < len(words) else ""
        if (said and (time is not None or not after.isalnum())) or _is_dated_alone(view, one, time, before[-1]):
            follows = any(word in event_words(language, "following") for word in _behind(view, one))
            shared = before[-1].time if not follows else None  # who follows does so later
            told = replace(before[-1], rule_id="deployment-also", time=time or shared)
            for name in dict.fromkeys(user.text for user in series_before(scene, list(view.adopters), one)):
                if name not in users:
                    users.add(name)
                    yield replace(told, adopter=name)


def _behind(view: View, one: Adopter) -> list[str]:
    return folded_between(view.scene, one.last, one.last + _ALSO + 1)


def _also_behind(view: View, one: Adopter) -> int:
    """How many words right behind an adopter say ``also``."""
    also = event_words(view.scene.language, "also")
    words = _behind(view, one)
    for skipped in (0,) if one.is_named else (0, 1):  # "l'armée française a suivi"
        behind = words[skipped:]
        said = next((n for n in range(_ALSO, 0, -1) if len(behind) >= n and " ".join(behind[:n]) in also), 0)
        if said:
            return said + skipped
    return 0


def _is_dated_alone(view: View, one: Adopter, time: Time | None, before: Event) -> bool:
    """``…, Audi depuis mai.``: a name between a comma and a date that ends the clause, behind a dated deployment."""
    if time is None or before.time is None or before.time.first >= one.first or not one.is_named:
        return False
    opens = folded_at(view.scene, one.first - 1) in event_words(view.scene.language, "comma") | {";"}
    return opens and not folded_at(view.scene, time.last).isalnum()


def _event(view: View, spot: Spot, metric: str, adopter: str, taken: Collection[int]) -> Event:
    verb = _nearest(view, spot, metric)
    return Event(
        metric,
        spot.model,
        _time(view, spot, metric, verb, taken),
        adopter,
        _status(view, spot, verb),
        f"{metric}-learned",
    )


def _nearest(view: View, spot: Spot, metric: str) -> Verb | None:
    """The verb of the clause that can tell such an event and stands nearest."""
    low, high = clause_of(view.scene, spot.first)
    best: Verb | None = None
    least = high - low
    for verb in view.verbs:
        if (verb.event in _RELEASES) != (metric == "release") or not low <= verb.start < high:
            continue
        gap = spot.first - verb.last if verb.last <= spot.first else verb.start - spot.last
        if gap < least:
            best, least = verb, gap
    return best


def _time(view: View, spot: Spot, metric: str, verb: Verb | None, taken: Collection[int]) -> Time | None:
    places = [spot.first, spot.last - 1, *((verb.start, verb.last - 1) if verb is not None else ())]
    others = [model for model in view.models if model.start != spot.model.start]
    if metric == "release" and (verb is None or verb.voice == "active"):
        taken = {*taken, *lasting(view.scene)}
    time = time_of(view.scene, places, others, _REACH[metric], taken)
    if time is None or (time.is_deadline and (verb is None or verb.status == "actual")):
        return None
    starts = folded_at(view.scene, time.first) in event_words(view.scene.language, "from")
    return begun(view.scene, time) if metric == "release" or starts else time


def _status(view: View, spot: Spot, verb: Verb | None) -> str:
    """As the verb says, unless the clause denies it."""
    language = view.scene.language
    clause = folded_between(view.scene, *clause_of(view.scene, spot.first))
    negated = any(word in event_words(language, "not") for word in clause)
    if negated and any(word in event_words(language, "not-at-all") for word in clause):
        return "denied"
    return verb.status if verb is not None else "actual"
