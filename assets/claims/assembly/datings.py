"""Puts its time into a decided figure: that of the volume before its bracket, else what the rules of periods choose."""

from collections.abc import Sequence

from assets.claims.assembly import period
from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.period import Chronicle


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> None:
    """Date a figure; a time of None means the day of publication."""
    decision.time, decision.time_rule = _chosen(scene, decision, chronicle, done)
    # What others are compared with dates no other figure.
    decision.ruled_time = None if decision.time_rule == period.COMPARED else decision.time


def _chosen(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> tuple[Time | None, str]:
    if decision.figure.in_brackets and decision.aspect == "growth":
        volume = next((d for d in reversed(done) if d.aspect == "level" and d.metric), None)
        if volume is not None and not any(
            time.first > volume.figure.first and time.last <= decision.figure.first for time in scene.times
        ):
            return volume.ruled_time, "period:same_as_volume"
    return period.choose(scene, decision, chronicle, done)
