"""Releases and deployments: the two claims without a value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.assembly.words import role

_RELEASE_REACH = 9.0
_DEPLOY_REACH = 14.0


@dataclass(frozen=True, slots=True)
class Event:
    """A model's release or deployment.

    Attributes:
        adopter: Who puts the model to use, empty for a release.
        evidence_start: Where the evidence begins if the model is named in an earlier sentence, else None.
    """

    metric: str
    model: Name
    time: Time | None
    adopter: str
    status: str
    rule_id: str
    evidence_start: int | None = None


def events_of(scene: Scene, cues: Iterable[Cue], before: Scene | None = None) -> Iterator[Event]:
    """Events that a sentence tells.

    Args:
        scene: The sentence.
        cues: The event cues in it.
        before: The last sentence of the paragraph that names a model, for pronouns, or None.
    """
    models = [name for name in scene.names if name.kind == "model"]
    found = list(cues)
    if before is not None:
        yield from _meant(scene, before, found)
    if not models:
        return
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
        time = _near_time(scene, cue.last - 1, 25.0 if need == "model" else 10.0)
        if need != "model" and time is None:
            continue
        taken.add(model.start)
        events.append(Event("release", model, time, "", _status(cue), cue.entry.id))
    if events:
        events += [event for event in _further(scene, models, events[-1]) if event.model.start not in taken]
    return events


def _further(scene: Scene, models: list[Name], before: Event) -> Iterator[Event]:
    """Releases that share the verb of one before (``…, puis GLM-4.6 le 30 septembre``)."""
    light = role(scene.language, "series-light")
    for model in models:
        behind = scene.sentence.words[max(0, model.first - 2) : model.first]
        dated = next((time for time in scene.times if 0 <= time.first - model.last <= 2), None)
        if model.first > before.model.last and dated is not None and behind and behind[-1].folded in light:
            yield Event("release", model, dated, "", before.status, before.rule_id)


def _released_model(scene: Scene, models: list[Name], cue: Cue, need: str) -> Name | None:
    best: Name | None = None
    best_gap = _RELEASE_REACH
    if need == "ahead":
        return next((model for model in models if _is_ahead(scene, model, cue)), None)
    for model in models:
        if need == "model" and _is_about(scene, model):
            continue
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


def _is_about(scene: Scene, model: Name) -> bool:
    """Whether something else is published about a model (``a publié une dissection de Qwen3``)."""
    words = scene.sentence.words
    before = words[model.first - 1].folded if model.first else ""
    noun = words[model.first - 2].folded if model.first > 1 else ""
    return before in role(scene.language, "about") and noun not in role(scene.language, "model-noun")


def _is_ahead(scene: Scene, model: Name, cue: Cue) -> bool:
    """Whether verb, model and date follow each other closely (``promet DeepSeek-V4 pour avril``)."""
    reach = scene.sentence.distance(cue.last - 1, model.first) if model.first >= cue.last else 0.0
    behind = max(model.last, cue.last)
    dated = any(0 <= time.first - behind <= 4 for time in scene.times)
    if model.first >= cue.last:
        return reach <= 6.0 and dated
    return 0 <= cue.first - model.last <= 3 and any(0 <= time.first - cue.last <= 3 for time in scene.times)


def _status(cue: Cue) -> str:
    return str(cue.entry.data.get("status", "actual"))


def _deployments(scene: Scene, models: list[Name], cues: list[Cue]) -> Iterator[Event]:
    denied = [cue for cue in cues if cue.entry.id == "deployment-denied"]
    uses = [cue for cue in cues if cue.entry.data.get("event") == "deployment"]
    adopters = [cue for cue in cues if cue.entry.data.get("event") == "adopter"]
    if not uses:
        return
    seen: set[int] = set()
    for model in models:
        if model.start in seen:
            continue
        seen.add(model.start)
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
        others = _series(scene, adopter, cue) if status == "actual" else []
        for one in (adopter, *others):
            yield Event("deployment", model, time, one, status, cue.entry.id)


def _series(scene: Scene, adopter: str, cue: Cue) -> list[str]:
    """The other adopters of ``A, B et C utilisent …``."""
    firms = [name for name in scene.names if name.kind == "organisation" and name.last <= cue.first]
    place = next((index for index, name in enumerate(firms) if name.name == adopter), None)
    if place is None:
        return []
    light = role(scene.language, "series-light")
    found: list[str] = []
    for earlier, later in zip(firms[place - 1 :: -1] if place else [], firms[place:0:-1], strict=False):
        between = scene.sentence.words[earlier.last : later.first]
        if not between or any(word.folded not in light for word in between):
            break
        found.append(earlier.name)
    return found


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
        if any(0 <= noun.first - figure.last <= 2 for figure in scene.figures):
            continue  # ``5 000 entreprises l'ont adopté`` is a count of adopters
        gap = scene.sentence.distance(noun.last - 1, cue.first)
        if gap < best_gap:
            words = scene.sentence.words[noun.first : noun.last]
            best, best_gap = " ".join(word.folded for word in words), gap
    return best


def _meant(scene: Scene, before: Scene, cues: list[Cue]) -> Iterator[Event]:
    """Deployments of a model that only a pronoun names (``Haier et Gree l'ont adopté``)."""
    model = next((name for name in before.names if name.kind == "model"), None)
    for cue in cues:
        if model is None or cue.entry.data.get("event") != "pronoun":
            continue
        adopters = [
            n for n in scene.names if n.kind == "organisation" and n.last <= cue.first and n.name != model.owner
        ]
        if not adopters:
            continue
        nearest = adopters[-1]
        time = _near_time(scene, cue.first, 40.0)
        for adopter in (nearest.name, *_series(scene, nearest.name, cue)):
            yield Event("deployment", model, time, adopter, "actual", cue.entry.id, before.sentence.start)
