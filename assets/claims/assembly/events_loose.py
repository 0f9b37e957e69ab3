"""Deployments told in no frame of their own: the nearest sign of use and the nearest organisation of the sentence."""

from collections.abc import Iterator

from assets.claims.assembly.cues import Cue, matcher
from assets.claims.assembly.events_adopters import has_person_before
from assets.claims.assembly.events_words import Event, event_words, folded_between, is_negotiated
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.assembly.words import role

_DEPLOY_REACH = 14.0


def loose_deployments(scene: Scene, models: list[Name]) -> Iterator[Event]:
    """Deployments of a sentence by nearness alone."""
    cues = matcher(scene.language, "event_loose", "event_adopters").find_in(scene.sentence)
    counted = {
        place
        for f in scene.figures
        for place in range(f.first, f.counted_end if f.counted_end > f.last else f.last + 2)
    }
    cues = [
        cue
        for cue in cues
        if cue.entry.data.get("event") != "adopter" or not (cue.first in counted or has_person_before(scene, cue.first))
    ]
    yield from _deployments(scene, models, cues)


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
        if any(figure.kind == "ratio" and 0 <= model.first - figure.last <= 1 for figure in scene.figures):
            continue  # "58 % ont choisi GPT-5, 17 % Qwen3": shares, no adopters
        cue = _using_cue(scene, model, uses)
        if cue is None or _is_replaced(scene, model, cue) or folded_between(scene, cue.first - 1, cue.first) == ["qui"]:
            continue
        if is_negotiated(scene, cue.first):
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
        heads = event_words(scene.language, "according-to")
        if any(word in heads for word in folded_between(scene, name.first - 3, name.first)):
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
