"""Releases and deployments: the two claims without a value."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assets.claims.assembly.cues import Cue, matcher
from assets.claims.assembly.events_adopters import adopters_in
from assets.claims.assembly.events_dated import dated_heading, dated_opening, dated_releases
from assets.claims.assembly.events_deployment import deployments_of
from assets.claims.assembly.events_loose import loose_deployments
from assets.claims.assembly.events_release import releases_of
from assets.claims.assembly.events_verbs import verbs_of
from assets.claims.assembly.events_words import Event, is_set_against
from assets.claims.assembly.model import Scene

__all__ = ["Event", "events_of"]


def _nouns_of(scene: Scene) -> list[Cue]:
    """The common nouns of organisations in a sentence."""
    return matcher(scene.language, "event_adopters").find(scene.sentence.words)


def events_of(
    scene: Scene, cues: Iterable[Cue], before: Scene | None = None, opening: Scene | None = None
) -> Iterator[Event]:
    """Events that a sentence tells.

    Args:
        scene: The sentence.
        cues: The event cues in it.
        before: The last sentence of the paragraph that names a model, for pronouns, or None.
        opening: The paragraph's first sentence, whose date the others share in a chronology, or None.
    """
    found = list(cues)
    models = sorted((name for name in scene.names if name.kind == "model"), key=lambda name: name.first)
    verbs = verbs_of(scene, found)
    meant = next((name for name in before.names if name.kind == "model"), None) if before is not None else None
    if not models and meant is None:
        return
    heading = dated_opening(opening) or dated_heading(scene)
    released = releases_of(scene, models, verbs, meant, is_dated=heading is not None)
    known = {event.model.start for event in released}
    for event in dated_releases(scene, models, verbs, meant):
        if event.model.start not in known:
            known.add(event.model.start)
            released.append(event)
    adopters = adopters_in(scene, _nouns_of(scene))
    earlier = adopters_in(before, _nouns_of(before)) if before is not None else []
    dates = {event.time.first for event in released if event.time is not None}
    own = {name.start for name in models}
    deployed = deployments_of(scene, models, verbs, adopters, meant, earlier, dates)
    told = {event.model.start for event in [*released, *deployed]}
    deployed += loose_deployments(scene, [m for m in models if m.start not in told and not is_set_against(scene, m)])
    for told_event in [*released, *deployed]:
        event = replace(told_event, time=told_event.time or heading)
        if event.model.start in own or before is None:
            yield event
        else:
            yield replace(event, evidence_start=before.sentence.start)
