"""Puts its time into a decided figure: what the rules propose, weighed against the other times that may date it."""

from collections.abc import Sequence
from typing import cast

from assets.claims.assembly import period
from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.period import Chronicle
from assets.claims.ranking import periods
from assets.claims.ranking.linear import ranker


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> None:
    """Date a figure; a time of None means the day of publication."""
    ruled = _ruled(scene, decision, chronicle, done)
    asked = periods.question(scene, decision, chronicle, done, ruled)
    decision.asked["period"] = asked
    best, odds = ranker("period").best(asked)
    decision.time, decision.time_rule = ruled if best == 0 else cast("tuple[Time | None, str]", asked.labels[best])
    decision.time_score = odds[best]
    # What others are compared with dates no other figure.
    decision.ruled_time = None if decision.time_rule == period.COMPARED else decision.time


def _ruled(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> tuple[Time | None, str]:
    if decision.figure.in_brackets and decision.aspect == "growth":
        volume = next((d for d in reversed(done) if d.aspect == "level" and d.metric), None)
        if volume is not None and not any(
            time.first > volume.figure.first and time.last <= decision.figure.first for time in scene.times
        ):
            return volume.ruled_time, "period:same_as_volume"
    return period.choose(scene, decision, chronicle, done)
