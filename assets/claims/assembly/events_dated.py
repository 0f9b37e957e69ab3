"""Releases that a date tells rather than a verb: chronologies, lists of novelties, ``sa sortie en avril``."""

from collections.abc import Iterator

from assets.claims.assembly.cues import matcher
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import Event, coordinated, event_words, folded_at, folded_between
from assets.claims.assembly.model import Name, Scene, Time

_OPENING = 2
_BEHIND = 3
_BEFORE = 6
_RELEASES = frozenset({"release", "arrival"})


def dated_heading(scene: Scene) -> Time | None:
    """The date that opens the heading above a sentence (``20 janvier 2025 – Le coup de tonnerre``), or None."""
    if scene.heading is None or not scene.heading.times:
        return None
    time = scene.heading.times[0]
    return None if time.first > _OPENING or time.is_comparison or time.is_since else time


def dated_opening(opening: Scene | None) -> Time | None:
    """The date that opens a paragraph of a chronology (``Mai 2025 – Zhipu vend …``), which its sentences share."""
    if opening is None or not opening.times:
        return None
    time = opening.times[0]
    closed = folded_at(opening, time.last) in event_words(opening.language, "dash")
    return time if time.first < _OPENING and closed and not time.is_comparison else None


def dated_releases(scene: Scene, models: list[Name], verbs: list[Verb], meant: Name | None) -> Iterator[Event]:
    """The releases of a sentence that only a date beside a model tells.

    Args:
        scene: The sentence.
        models: The models named in it.
        verbs: The verbs and nouns that tell events.
        meant: The model of an earlier sentence that ``sa`` may stand for.
    """
    yield from _of_its_own(scene, models, verbs, meant)
    if scene.sentence.number == 0 and models and scene.times:
        yield from _listed(scene, models, verbs)
        yield from _new(scene, models)


def _of_its_own(scene: Scene, models: list[Name], verbs: list[Verb], meant: Name | None) -> Iterator[Event]:
    """``depuis sa sortie en janvier``, ``en avril, mois de sa sortie``: the model named before, or the only one."""
    for verb in verbs:
        own = folded_at(scene, verb.first - 1) in event_words(scene.language, "own")
        own = own or "dont" in folded_between(scene, verb.first - 3, verb.first)
        if verb.event != "release" or verb.voice != "noun" or not own:
            continue
        before = [model for model in models if model.last <= verb.first]
        behind = [model for model in models if model.first >= verb.last]
        if behind and any(word in event_words(scene.language, "of") for word in folded_between(
            scene, verb.last, behind[0].first
        )[:1]):  # fmt: skip
            continue
        model = before[-1] if before else (behind[0] if len(behind) == 1 else meant)
        time = next((t for t in scene.times if _dates_noun(scene, t, verb)), None)
        if model is not None and time is not None:
            yield Event("release", model, time, "", "actual", verb.rule_id)


def _dates_noun(scene: Scene, time: Time, verb: Verb) -> bool:
    if time.is_comparison:
        return False
    if 0 <= time.first - verb.last < _BEHIND:
        return not any(word.isalpha() for word in folded_between(scene, verb.last, time.first))
    light = event_words(scene.language, "day-of") | event_words(scene.language, "own")
    between = folded_between(scene, time.last, verb.first)
    named = any(word in light for word in between) and len(between) > 1
    return time.last <= verb.first and verb.first - time.last <= _BEFORE and named and all(w in light for w in between)


def _listed(scene: Scene, models: list[Name], verbs: list[Verb]) -> Iterator[Event]:
    """``5 août 2025 : Qwen3, d'Alibaba ;``: an entry of a chronology that names nothing but a model."""
    language, time, model = scene.language, scene.times[0], models[0]
    bullets = event_words(language, "bullet")
    opens = all(word in bullets for word in folded_between(scene, 0, time.first))
    link = folded_between(scene, time.last, model.first)
    if not opens or not link or link[0] not in event_words(language, "dash"):
        return
    light = event_words(language, "determiner") | event_words(language, "model-noun")
    behind = folded_at(scene, model.last)
    ends = not behind or behind in event_words(language, "behind-a-name")
    told = any(verb.is_said and verb.event not in _RELEASES for verb in verbs)
    if told or not ends or any(word not in light for word in link[1:]):
        return
    expected = any(word in event_words(language, "expected") for word in folded_between(scene, 0, 99))
    for one in coordinated(scene, models, model):
        yield Event("release", one, time, "", "planned" if expected else "actual", "release-listed")


def _new(scene: Scene, models: list[Name]) -> Iterator[Event]:
    """``GLM-4.5V (le 11 août), …`` under a heading that tells what came out."""
    model = models[0]
    above = scene.heading or scene.lead
    if above is None or model.first > _OPENING or folded_at(scene, model.last) != "(":
        return
    words = above.sentence.words
    novel = any(word.folded in event_words(scene.language, "novelties") for word in words)
    cues = matcher(scene.language, "events").find(words) if not novel else []
    if not novel and not any(cue.entry.data.get("event") in _RELEASES for cue in cues):
        return
    time = next((t for t in scene.times if 0 < t.first - model.last <= _OPENING), None)
    if time is not None and folded_at(scene, time.last) == ")":
        yield Event("release", model, time, "", "actual", "release-listed")
