"""Subjects that a sentence points at: ``le groupe``, ``la ville``, ``les modèles chinois``."""

from collections.abc import Iterator
from math import exp

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import CHINA, Discourse, Subject, keys_of
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.roles import pairs

REACH = 22.0  # words after which a subject that stands before its figure counts e times less
REACH_AFTER = 14.0
_STRENGTH = 0.9
_WEAKER = {"there": 0.6, "group-open-models": 0.7}


def crossed_gap(scene: Scene, low: int, high: int) -> float:
    """Distance of two words, the figures between them counted twice."""
    crossed = sum(2.0 for other in scene.figures if low < other.first < high)
    return scene.sentence.distance(low, high) + crossed


def pointed(scene: Scene, decision: Decision, discourse: Discourse) -> Iterator[Candidate]:
    """Candidates that the sentence's pointing words mean."""
    figure = decision.figure
    for cue in scene.pointers:
        kind = str(cue.entry.data.get("points_to", ""))
        subject = _meant(scene, cue, kind, discourse)
        if subject is None or figure.first < cue.last <= figure.last:
            continue
        if cue.last <= figure.first:
            near = exp(-crossed_gap(scene, cue.last - 1, figure.first) / REACH)
        else:
            gap = crossed_gap(scene, max(figure.counted_end, figure.last) - 1, cue.first)
            own = 0.8 if kind == "group" else 0.5
            near = (1.2 if pairs(scene, figure) and gap <= 6.0 else own) * exp(-gap / REACH_AFTER)
        strength = _WEAKER.get(kind) or _WEAKER.get(cue.entry.id) or _STRENGTH
        yield Candidate(subject, strength * near, f"subject:{cue.entry.id}")


def is_container(name: Name, scene: Scene, discourse: Discourse) -> bool:
    """Whether a province only says where the city that is spoken of lies."""
    cities = [Subject.of(n) for n in scene.heading.names] if scene.heading is not None else []
    cities += [Subject.of(n) for n in scene.names if n.last <= name.first]
    cities += [known for known in (discourse.lead.get("city"), discourse.current) if known is not None]
    return any(city.level in {"city", "district"} and city.region == name.region for city in cities)


def _meant(scene: Scene, cue: Cue, kind: str, discourse: Discourse) -> Subject | None:
    if kind == "group":
        return Subject(str(cue.entry.data["name"]), "group")
    if kind == "state":
        return Subject("China", "place", "state", "CN")
    if kind == "country":
        return CHINA
    if kind == "source":
        return None
    for name in reversed(scene.names):
        foreign = name.kind == "place" and name.region is None and discourse.is_chinese
        if kind == "there" and name.level == "province" and is_container(name, scene, discourse):
            continue
        if name.last <= cue.first and not name.is_adjective and not foreign and kind in keys_of(Subject.of(name)):
            return Subject.of(name)
    return discourse.meant(kind)
