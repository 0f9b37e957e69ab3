"""Releases and deployments: the two claims without a value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.assembly.words import role

_RELEASE_REACH = 12.0
_DEPLOY_REACH = 14.0


@dataclass(frozen=True, slots=True)
class Event:
    """A model's release or deployment.

    Attributes:
        adopter: Who puts the model to use, empty for a release.
    """

    metric: str
    model: Name
    time: Time | None
    adopter: str
    status: str
    rule_id: str


def events_of(scene: Scene, cues: Iterable[Cue]) -> Iterator[Event]:
    """Events that a sentence tells."""
    models = [name for name in scene.names if name.kind == "model"]
    if not models:
        return
    found = list(cues)
    released = _releases(scene, models, found)
    yield from released
    taken = {event.model.start for event in released}
    yield from _deployments(scene, [model for model in models if model.start not in taken], found)


def _near_time(scene: Scene, place: int, reach: float) -> Time | None:
    best: Time | None = None
    best_gap = reach
    for time in scene.times:
        if time.is_comparison:
            continue
        middle = time.last - 1 if time.last <= place else time.first
        gap = scene.sentence.distance(middle, place)
        if time.first == 0 or time.first == 1:
            gap *= 0.5
        if gap < best_gap:
            best, best_gap = time, gap
    return best


def _releases(scene: Scene, models: list[Name], cues: list[Cue]) -> list[Event]:
    events: list[Event] = []
    taken: set[int] = set()
    for cue in cues:
        if cue.entry.data.get("event") != "release":
            continue
        need = str(cue.entry.data.get("need"))
        model = _released_model(scene, models, cue, need)
        if model is None or model.start in taken:
            continue
        time = _near_time(scene, cue.last - 1, 10.0 if need == "date" else 25.0)
        if need == "date" and time is None:
            continue
        taken.add(model.start)
        events.append(Event("release", model, time, "", _status(cue), cue.entry.id))
    return events


def _released_model(scene: Scene, models: list[Name], cue: Cue, need: str) -> Name | None:
    best: Name | None = None
    best_gap = _RELEASE_REACH
    for model in models:
        if model.first >= cue.last:
            gap = scene.sentence.distance(cue.last - 1, model.first)
            gap *= 0.8 if need == "model" else 1.6
        elif need == "model" and any(n.start == model.start and n.kind == "organisation" for n in scene.names):
            continue  # the firm of that name is the one that publishes
        else:
            gap = scene.sentence.distance(model.last - 1, cue.first)
            gap *= 2.5 if need == "model" else 0.8
        if gap < best_gap:
            best, best_gap = model, gap
    return best


def _status(cue: Cue) -> str:
    return str(cue.entry.data.get("status", "actual"))


def _deployments(scene: Scene, models: list[Name], cues: list[Cue]) -> Iterator[Event]:
    denied = [cue for cue in cues if cue.entry.id == "deployment-denied"]
    uses = [cue for cue in cues if cue.entry.data.get("event") == "deployment"]
    adopters = [cue for cue in cues if cue.entry.data.get("event") == "adopter"]
    if not uses:
        return
    for model in models:
        cue = _using_cue(scene, model, uses)
        if cue is None or _is_replaced(scene, model, cue):
            continue
        adopter = _adopter(scene, model, cue, adopters)
        if not adopter:
            continue
        status = (
            "denied" if any(scene.sentence.distance(d.first, model.first) < _DEPLOY_REACH for d in denied) else "actual"
        )
        time = _near_time(scene, cue.first, 40.0)
        if time is not None and _belongs_to_other(models, model, time):
            time = None
        yield Event("deployment", model, time, adopter, status, cue.entry.id)


def _is_replaced(scene: Scene, model: Name, cue: Cue) -> bool:
    """``a remplacé Llama par Qwen``: the first one is no longer used."""
    words = scene.sentence.words
    following = words[model.last].folded if model.last < len(words) else ""
    stems = tuple(role(scene.language, "replaced-stem"))
    return words[cue.last - 1].folded.startswith(stems) and following in role(scene.language, "by")


def _belongs_to_other(models: list[Name], model: Name, time: Time) -> bool:
    """Whether another model of an enumeration stands between a model and a time within the sentence."""
    if time.first <= 2:
        return False
    low, high = sorted((model.first, time.first))
    return any(low < other.first < high for other in models if other.start != model.start)


def _is_firm(scene: Scene, model: Name) -> bool:
    """Whether a name is a firm's too, which then is the one that uses something."""
    return any(name.start == model.start and name.kind == "organisation" for name in scene.names)


def _using_cue(scene: Scene, model: Name, uses: list[Cue]) -> Cue | None:
    best: Cue | None = None
    best_gap = 7.0
    for cue in uses:
        only_before = cue.entry.data.get("side") == "before"
        if cue.last <= model.first:
            gap = scene.sentence.distance(cue.last - 1, model.first) * (4.0 if only_before else 1.0)
        elif only_before or _is_firm(scene, model):
            continue
        else:
            gap = 2.0 * scene.sentence.distance(model.last - 1, cue.first)
        if gap < best_gap:
            best, best_gap = cue, gap
    return best


def _adopter(scene: Scene, model: Name, cue: Cue, nouns: list[Cue]) -> str:
    best, best_gap = "", 30.0
    for name in scene.names:
        if name.kind != "organisation" or name.name == model.owner:
            continue
        if model.first - 3 <= name.first < model.first and name.makes_models:
            continue
        gap = scene.sentence.distance(name.last - 1, cue.first) * (1.0 if name.last <= cue.first else 1.5)
        if gap < best_gap:
            best, best_gap = name.name, gap
    if best:
        return best
    for noun in nouns:
        gap = scene.sentence.distance(noun.last - 1, cue.first)
        if gap < best_gap:
            words = scene.sentence.words[noun.first : noun.last]
            best, best_gap = " ".join(word.folded for word in words), gap
    return best
