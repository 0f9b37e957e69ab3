"""Releases: a model is published, will be, or is said not to be."""

from collections.abc import Iterator
from dataclasses import replace

from assets.claims.assembly.events_times import begun, lasting, time_of
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import (
    Event,
    antecedent,
    clause_of,
    coordinated,
    event_words,
    folded_at,
    folded_between,
    gap_between,
    gap_over,
    is_beside,
)
from assets.claims.assembly.model import Name, Scene, Time

_OBJECT_REACH, _SUBJECT_REACH, _APPOSED_REACH, _OPENING_REACH = 11.0, 12.0, 8.0, 14.0
_FREE_TIME, _BOUND_TIME = 25.0, 9.0
_OPENING = 3
_AHEAD_MODEL, _AHEAD_TIME = 6.0, 5


def releases_of(
    scene: Scene, models: list[Name], verbs: list[Verb], meant: Name | None, *, is_dated: bool = False
) -> list[Event]:
    """The releases of a sentence.

    Args:
        scene: The sentence.
        models: The models named in it.
        verbs: The verbs and nouns that tell events.
        meant: The model of an earlier sentence that a pronoun may stand for.
        is_dated: Whether a heading dates what the sentence tells.
    """
    events: list[Event] = []
    for verb in sorted(verbs, key=lambda one: one.voice in {"ahead", "expected"}):
        if verb.event not in {"release", "arrival", "answer"} or not verb.is_said:
            continue
        if verb.voice == "ahead" and any(verb.last <= other.first <= verb.last + 5 for other in verbs):
            continue  # "prévoit d'adopter": the other verb tells what is planned
        chosen = _models_of(scene, models, verb)
        if not chosen and meant is not None and _is_pronominal(scene, verb):
            chosen = [meant]
        done = {event.model.start for event in events}
        used = {event.time.first for event in events if event.time}
        for model in chosen:
            if model.start not in done:
                event = _event(scene, models, chosen, model, verb, used, is_dated=is_dated)
                events += [event] if event is not None else []
    done = {event.model.start for event in events}
    for event in list(events):
        for further in _further(scene, models, event):
            if further.model.start not in done:
                events.append(further)
                done.add(further.model.start)
    return events


def _models_of(scene: Scene, models: list[Name], verb: Verb) -> list[Name]:
    if verb.event == "answer":
        return _with(scene, models, verb)
    if verb.voice == "noun":
        return _object(scene, models, verb, 6.0)
    if verb.voice == "ahead":
        return _object(scene, models, verb, _AHEAD_MODEL)
    if verb.voice == "expected":
        return _apposed(scene, models, verb) or _subject(scene, models, verb)
    if verb.voice == "bare":
        return _apposed(scene, models, verb)
    if verb.voice in {"passive", "state"}:
        return _subject(scene, models, verb)
    if verb.event == "arrival":
        inverted = [model for model in models if 0 <= model.first - verb.last <= 1]
        return inverted[:1] or _subject(scene, models, verb)
    found = antecedent(scene, models, verb.start)
    return _object(scene, models, verb, _OBJECT_REACH) or ([found] if found is not None else [])


def _object(scene: Scene, models: list[Name], verb: Verb, reach: float) -> list[Name]:
    """The model on the right of a verb that publishes it, and those joined to it."""
    high = clause_of(scene, verb.last - 1)[1]
    for model in models:
        if not verb.last <= model.first < high:
            continue
        if gap_between(scene, verb.last - 1, model.first) > reach or is_beside(scene, model):
            return []
        return coordinated(scene, models, model)
    return []


def _with(scene: Scene, models: list[Name], verb: Verb) -> list[Name]:
    """``Zhipu AI a répliqué avec M``."""
    high = clause_of(scene, verb.last - 1)[1]
    for model in models:
        if verb.last <= model.first < high and folded_at(scene, model.first - 1) in verb.links:
            return coordinated(scene, models, model)
    return []


def _subject(scene: Scene, models: list[Name], verb: Verb) -> list[Name]:
    """The model on the left of a verb that says that it came out."""
    low = clause_of(scene, verb.start)[0]
    nouns = event_words(scene.language, "model-noun")
    for model in reversed(models):
        behind = folded_between(scene, model.last, verb.start)
        if "dont" in behind[:2] and (verb.needs_date or not any(word in nouns for word in behind)):
            continue  # "MiniMax, dont les comptes seront publiés": something else comes out
        if not low <= model.first < verb.start or is_beside(scene, model):
            continue
        if gap_over(scene, model.last - 1, verb.start) > _SUBJECT_REACH:
            return []
        first = next((m for m in models if model in coordinated(scene, models, m)), model)
        return coordinated(scene, models, first)
    return []


def _apposed(scene: Scene, models: list[Name], verb: Verb) -> list[Name]:
    """``M, sorti le 3 mai`` and ``Sorti le 3 mai, M``."""
    nouns = event_words(scene.language, "model-noun")
    if verb.start == 0 or not any(word.isalnum() for word in folded_between(scene, 0, verb.start)):
        for model in models:
            places = range(verb.last, model.first)
            comma = next((i for i in reversed(places) if folded_at(scene, i) == ","), 0)
            if comma > 0:
                near = gap_between(scene, comma, model.first) <= 7.0 and not is_beside(scene, model)
                return coordinated(scene, models, model) if near else []
        return []
    for model in reversed(models):
        if model.last > verb.start or gap_between(scene, model.last - 1, verb.start) > _APPOSED_REACH:
            continue
        between = folded_between(scene, model.last, verb.start)
        between = [word for word in between if word not in event_words(scene.language, "skipped")]
        fits = not between or between[-1] in {",", "("} or (between[0] == "," and any(w in nouns for w in between))
        return [model] if fits and not is_beside(scene, model) else []
    return []


def _is_pronominal(scene: Scene, verb: Verb) -> bool:
    """Whether the subject is a pronoun or ``le modèle``, at the sentence's beginning."""
    this = event_words(scene.language, "this")
    before = folded_between(scene, 0, verb.start)
    left = verb.voice in {"passive", "state"} or verb.event == "arrival"
    return left and verb.voice not in {"bare", "noun"} and bool(before) and all(word in this for word in before)


def _event(
    scene: Scene, models: list[Name], chosen: list[Name], model: Name, verb: Verb, used: set[int], *, is_dated: bool
) -> Event | None:
    others = [one for one in models if one not in chosen]
    places = [verb.start, verb.last - 1, *(one.last - 1 for one in chosen if one in models)]
    free = verb.voice in {"active", "passive"}
    if verb.voice == "active" and verb.event != "arrival":
        used = used | lasting(scene)
    if verb.voice == "bare":
        places = [verb.last - 1]
    elif verb.voice == "noun":
        places = [model.last - 1, verb.first]
    if verb.voice in {"ahead", "expected", "state"}:
        time = _behind(scene, verb, model)
    else:
        time = time_of(scene, places, others, _FREE_TIME if free else _BOUND_TIME, used)
    told_beside = time is not None and "," in folded_between(scene, time.first, verb.first)
    if verb.voice == "noun" and time is not None and time.first > _OPENING and told_beside:
        time = None  # it dates the verb before, not the release told beside it
    may_lack = (
        verb.voice == "active" and verb.event == "release" and not verb.needs_date and not _is_passing(scene, verb)
    )
    is_dated = is_dated and not _is_since(scene, verb)
    if time is None and not (may_lack or is_dated or verb.status == "denied"):
        return None
    status = verb.status
    if verb.voice in {"expected", "ahead"} or (verb.voice == "noun" and time and _is_expected(scene, verb, time)):
        status = "planned"
    if time is not None:
        time = begun(scene, time)
    return Event("release", model, time, "", status, verb.rule_id)


def _is_since(scene: Scene, verb: Verb) -> bool:
    """``depuis la sortie de M``: told as something that is over."""
    since = event_words(scene.language, "since")
    return any(word in since for word in folded_between(scene, verb.first - 3, verb.first))


def _is_passing(scene: Scene, verb: Verb) -> bool:
    """Whether a release is only told beside the sentence's own news (``Alibaba, qui a publié …``)."""
    return any(word in event_words(scene.language, "who") for word in folded_between(scene, verb.start - 2, verb.start))


def _is_expected(scene: Scene, verb: Verb, time: Time) -> bool:
    expected = event_words(scene.language, "expected")
    return any(word in expected for word in folded_between(scene, verb.last, time.first))


def _behind(scene: Scene, verb: Verb, model: Name) -> Time | None:
    """The time that follows closely, as an expectation and a state need it."""
    place = max(verb.last, model.last) if verb.voice == "ahead" else verb.last
    return next((t for t in scene.times if not t.is_comparison and 0 <= t.first - place <= _AHEAD_TIME), None)


def _further(scene: Scene, models: list[Name], before: Event) -> Iterator[Event]:
    """Releases that share the verb of one before (``…, puis GLM-4.6 le 30 septembre``, ``GLM-4.5 (28 juillet)``)."""
    last = before.model.last
    for model in models:
        if model.first < last:
            continue
        dated = next((time for time in scene.times if 0 <= time.first - model.last <= 2), None)
        link = folded_at(scene, model.first - 1)
        joined = link in event_words(scene.language, "joining") | {","} | event_words(scene.language, "determiner")
        if dated is not None and joined and (before.time is None or dated.first != before.time.first):
            yield replace(before, model=model, time=dated)
        elif _has_own_maker(scene, model):
            ahead = before.time is not None and before.time.last <= before.model.first
            yield replace(before, model=model, time=dated or (before.time if ahead else None))


def _has_own_maker(scene: Scene, model: Name) -> bool:
    """``Meta a publié Llama 4, OpenAI GPT-5``: its developer stands between a comma or ``et`` and a model."""
    opening = event_words(scene.language, "joining") | {",", ";"}
    return any(
        name.kind == "organisation"
        and name.last == model.first
        and name.name == model.owner
        and folded_at(scene, name.first - 1) in opening
        for name in scene.names
    )
