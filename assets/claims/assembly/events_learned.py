"""Events that no rule's frame has read but that the words around a model speak for: date, status and adopters."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assets.claims.assembly.events_adopters import Adopter, is_maker, series_before, series_behind
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import Event, begun, clause_of, event_words, folded_at, folded_between, time_of
from assets.claims.assembly.model import Time
from assets.claims.ranking.event_views import Spot, View

_RELEASES = frozenset({"release", "arrival", "answer"})
_ALSO = 4  # words of the longest way to say ``also``
_REACH = {"release": 25.0, "deployment": 40.0}


def learned_release(view: View, spot: Spot, taken: Collection[int]) -> Event:
    """A release.

    Args:
        view: The sentence.
        spot: The model's mention.
        taken: First places of the time expressions that date other events.
    """
    return _event(view, spot, "release", "", taken)


def learned_deployments(view: View, spot: Spot, adopter: Adopter | None, taken: Collection[int]) -> list[Event]:
    """A deployment by an adopter and by those joined to it (``A, B et C``); by somebody unnamed if there is none."""
    if adopter is None:
        return [_event(view, spot, "deployment", "", taken)]
    users = [one for one in view.adopters if not is_maker(view.scene, one, spot.model)]
    series = series_before if adopter.last <= spot.first else series_behind
    names = dict.fromkeys(one.text for one in series(view.scene, users, adopter))
    return [_event(view, spot, "deployment", name, taken) for name in names]


def also_told(view: View, events: Sequence[Event]) -> Iterator[Event]:
    """``BMW a retenu M, Audi aussi``: who does as the one before, the verb left out."""
    language, words = view.scene.language, view.scene.sentence.words
    also = event_words(language, "also")
    users = {event.adopter for event in events}
    for one in view.adopters:
        behind = [word.folded for word in words[one.last : one.last + _ALSO]]
        said = next((n for n in range(_ALSO, 0, -1) if len(behind) >= n and " ".join(behind[:n]) in also), 0)
        after = words[one.last + said].text if one.last + said < len(words) else ""
        time = next((t for t in view.scene.times if 0 <= t.first - one.last - said <= 1), None)
        before = [
            event for event in events if event.metric == "deployment" and event.model.end <= words[one.first].start
        ]
        if said and (time is not None or not after.isalnum()) and before and one.text not in users:
            event = replace(before[-1], adopter=one.text, rule_id="deployment-also")
            yield replace(event, time=time) if time is not None else event


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
    time = time_of(view.scene, places, others, _REACH[metric], taken)
    if time is None:
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
