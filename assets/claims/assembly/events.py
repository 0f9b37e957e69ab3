"""Releases and deployments: the two claims without a value. Rules propose, the ranker decides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from assets.claims.assembly.cues import Cue, matcher
from assets.claims.assembly.events_adopters import Adopter, adopters_in, unknown_adopters
from assets.claims.assembly.events_answers import answered_deployments
from assets.claims.assembly.events_dated import dated_heading, dated_opening, dated_releases
from assets.claims.assembly.events_deployment import deployments_of
from assets.claims.assembly.events_learned import also_told, learned_deployments, learned_releases
from assets.claims.assembly.events_loose import loose_deployments
from assets.claims.assembly.events_pronouns import pronoun_spots
from assets.claims.assembly.events_release import releases_of
from assets.claims.assembly.events_verbs import Verb, verbs_of
from assets.claims.assembly.events_words import (
    Event,
    is_left_behind,
    is_maker_beside,
    is_negotiated,
    is_set_against,
    version_of,
)
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.ranking import events as ranked
from assets.claims.ranking.event_views import Spot, View, signs_in, view_of
from assets.claims.ranking.linear import Question, ranker

__all__ = ["Event", "Told", "events_of"]

_AS_NOUN = "release-noun"  # told of what comes to its users, such a noun tells a deployment alone
# What is told with less is told as nothing; chosen on articles that the weights had not seen.
_LEAST = {"release": 0.35, "deployment": 0.33}


@dataclass(slots=True)
class Told:
    """What a sentence tells of models.

    Attributes:
        asked: For every mention the question that was put to the ranker.
    """

    events: list[Event] = field(default_factory=list)
    asked: list[tuple[Spot, Question]] = field(default_factory=list)


def _nouns_of(scene: Scene) -> list[Cue]:
    """The common nouns of organisations in a sentence."""
    return matcher(scene.language, "event_adopters").find_in(scene.sentence)


def events_of(scene: Scene, cues: Iterable[Cue], before: Scene | None = None, opening: Scene | None = None) -> Told:
    """Events that a sentence tells.

    Args:
        scene: The sentence.
        cues: The event cues in it.
        before: The last sentence of the paragraph that names a model, for pronouns, or None.
        opening: The paragraph's first sentence, whose date the others share in a chronology, or None.
    """
    models = sorted((name for name in scene.names if name.kind == "model"), key=lambda name: name.first)
    meant = next((name for name in before.names if name.kind == "model"), None) if before is not None else None
    told = Told()
    if not models and meant is None:
        return told
    verbs = verbs_of(scene, cues)
    heading = dated_opening(opening) or dated_heading(scene)
    adopters = adopters_in(scene, _nouns_of(scene))
    ruled = _ruled(scene, models, verbs, adopters, before, heading)
    signs = signs_in(scene)
    spots = [Spot(model, model.first, model.last) for model in models if not is_maker_beside(scene, model)]
    spots += pronoun_spots(scene, models, verbs, signs, meant)
    users = sorted([*adopters, *unknown_adopters(scene, adopters)], key=lambda one: one.first)
    view = view_of(scene, models, verbs, users, signs)
    own = {name.start for name in models}
    spoken_of = own | {spot.model.start for spot in spots}
    told.events = list(_decided(view, sorted(spots, key=lambda spot: spot.first), ruled, told))
    told.events += [event for event in ruled if event.model.start not in spoken_of]
    told.events += list(also_told(view, told.events))
    for place, event in enumerate(told.events):
        earlier = before is not None and event.model.start not in own
        version = version_of(scene, event.model) if event.model.start in own else ""
        told.events[place] = replace(
            event,
            model=replace(event.model, name=f"{event.model.name} {version}") if version else event.model,
            time=event.time or heading,
            evidence_start=before.sentence.start if before is not None and earlier else None,
        )
    return told


def _ruled(
    scene: Scene,
    models: list[Name],
    verbs: list[Verb],
    adopters: list[Adopter],
    before: Scene | None,
    heading: Time | None,
) -> list[Event]:
    """The events that the rules read."""
    meant = next((name for name in before.names if name.kind == "model"), None) if before is not None else None
    released = releases_of(scene, models, verbs, meant, is_dated=heading is not None)
    known = {event.model.start for event in released}
    for event in dated_releases(scene, models, verbs, meant):
        if event.model.start not in known:
            known.add(event.model.start)
            released.append(event)
    earlier = adopters_in(before, _nouns_of(before)) if before is not None else []
    dates = {event.time.first for event in released if event.time is not None}
    deployed = deployments_of(scene, models, verbs, adopters, meant, earlier, dates)
    told = {event.model.start for event in [*released, *deployed]}
    arrived = {event.model.start for event in deployed if event.rule_id == _AS_NOUN}
    released = [event for event in released if event.model.start not in arrived or event.rule_id != _AS_NOUN]
    deployed += [event for event in answered_deployments(scene, models, verbs) if event.model.start not in told]
    told |= {event.model.start for event in deployed}
    deployed += loose_deployments(scene, [m for m in models if m.start not in told and not is_set_against(scene, m)])
    return [*released, *deployed]


def _decided(view: View, spots: Sequence[Spot], ruled: Sequence[Event], told: Told) -> Iterator[Event]:
    """What every mention is taken to tell, left to right; nothing twice of one model."""
    before: str | None = None
    done: set[tuple[int, str, str]] = set()
    for spot in spots:
        asked = ranked.question(view, spot, ruled, before)
        told.asked.append((spot, asked))
        _, odds = ranker("event").best(asked)
        choices = cast("list[ranked.Choice]", asked.labels)
        chances = {"": 0.0, "release": 0.0, "deployment": 0.0}
        for choice, odd in zip(choices, odds, strict=True):
            chances[choice.metric] += odd
        before = max(chances, key=lambda metric: chances[metric]) if spot.is_named else before
        for metric, least in _LEAST.items():
            for event in _events(view, spot, metric, ruled, choices, odds) if chances[metric] >= least else ():
                key = event.model.start, metric, event.adopter
                if key not in done:
                    done.add(key)
                    yield replace(event, probability=chances[metric])


def _events(
    view: View,
    spot: Spot,
    metric: str,
    ruled: Sequence[Event],
    choices: Sequence[ranked.Choice],
    odds: Sequence[float],
) -> list[Event]:
    """The events of a metric at a mention: as the rules read them, or where they are silent, as the words suggest."""
    read = [event for event in ruled if event.metric == metric and event.model.start == spot.model.start]
    if read:
        return read
    dates = {event.time.first for event in ruled if event.time is not None and event.metric != metric}
    if metric == "deployment" and (is_negotiated(view.scene, spot.first) or is_left_behind(view.scene, spot.model)):
        return []
    if metric == "release":
        if any(event.rule_id == _AS_NOUN and event.model.start == spot.model.start for event in ruled):
            return []
        return learned_releases(view, spot, dates)
    weighed = [
        (odd, place, choice)
        for place, (choice, odd) in enumerate(zip(choices, odds, strict=True))
        if choice.metric == metric
    ]
    _, _, best = max(weighed, key=lambda item: (item[0], -item[1]))
    return learned_deployments(view, spot, best.adopter, dates)
