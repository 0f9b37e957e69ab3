"""Which of the metrics that the rules weighed a figure measures, or none: the ranker has the last word."""

from collections.abc import Sequence
from typing import cast

from assets.claims.assembly.frames import frame
from assets.claims.assembly.metric import aspect_scores
from assets.claims.assembly.model import Decision, Scene
from assets.claims.ranking import metrics
from assets.claims.ranking.linear import ranker

_SHOWN = 4


def choose(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> None:
    """Put the most probable metric into a figure that the rules have decided, or take the metric from it."""
    asked = metrics.question(scene, decision, done, previous)
    place, odds = ranker("metric").best(asked)
    decision.asked["metric"] = asked
    family, aspect, name = cast("tuple[str, str, str]", asked.labels[place])
    ordered = sorted(zip(odds, asked.labels, strict=True), key=lambda pair: -pair[0])
    decision.score, decision.margin = odds[place], odds[place] - (ordered[1][0] if len(ordered) > 1 else 0.0)
    decision.candidates = {_shown(label): round(odd, 3) for odd, label in ordered[:_SHOWN]}
    if not name:
        decision.reason = decision.reason or "no_metric"
        decision.metric = decision.mart = ""
        return
    if aspect == "growth" and decision.aspect != "growth":
        decision.sign = aspect_scores(scene, decision.figure)[1]
    decision.family, decision.aspect, decision.metric = family, aspect, name
    decision.mart = str(frame(family).mart)
    decision.reason = ""


def _shown(label: object) -> str:
    family, aspect, _ = cast("tuple[str, str, str]", label)
    return f"{family}/{aspect}" if aspect not in {"", "level"} else family
