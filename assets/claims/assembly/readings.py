"""Which of the metrics that the rules weighed a figure measures, or none: the ranker has the last word."""

from collections.abc import Sequence
from typing import cast

from assets.claims.assembly.frames import frame
from assets.claims.assembly.metric import aspect_scores
from assets.claims.assembly.model import Decision, Scene
from assets.claims.assembly.moves import is_share_that_moves
from assets.claims.assembly.past import Past
from assets.claims.ranking import metrics
from assets.claims.ranking.doubt import odds_in_context
from assets.claims.ranking.linear import Question

_SHOWN = 4
_FEWEST_PARAMETERS = 1e5


def is_too_few(metric: str, value: float) -> bool:
    """Whether a number is too small for a model's parameters."""
    return metric == "parameter_count" and value < _FEWEST_PARAMETERS


def choose(
    scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision], past: Past
) -> None:
    """Put the most probable metric into a figure that the rules have decided, or take the metric from it."""
    asked = metrics.question(scene, decision, done, previous, past)
    odds = odds_in_context("metric", asked, scene, decision)
    decision.asked["metric"] = asked
    labels = cast("list[tuple[str, str, str]]", asked.labels)
    chances: dict[str, float] = {}
    is_level = is_share_that_moves(scene, decision.figure)
    for (_, aspect, metric), odd in zip(labels, odds, strict=True):
        if is_too_few(metric, decision.figure.value) or (is_level and aspect == "growth"):
            continue
        chances[metric] = chances.get(metric, 0.0) + odd
    if is_level:
        total = sum(chances.values())
        chances = {metric: chance / total for metric, chance in chances.items()}
    ordered = sorted(chances.items(), key=lambda item: (-item[1], item[0]))
    name = ordered[0][0]
    decision.score, decision.margin = ordered[0][1], ordered[0][1] - (ordered[1][1] if len(ordered) > 1 else 0.0)
    shown = sorted(zip(odds, labels, strict=True), key=lambda pair: -pair[0])
    decision.candidates = {_shown(label): round(odd, 3) for odd, label in shown[:_SHOWN]}
    if not name:
        decision.reason = decision.reason or "no_metric"
        decision.metric = decision.mart = ""
        return
    family, aspect = _family(asked, labels, odds, name)
    if aspect == "growth" and decision.aspect != "growth":
        decision.sign = aspect_scores(scene, decision.figure)[1]
    decision.family, decision.aspect, decision.metric = family, aspect, name
    decision.mart = str(frame(family).mart)
    decision.reason = ""


def _family(
    asked: Question, labels: Sequence[tuple[str, str, str]], odds: Sequence[float], name: str
) -> tuple[str, str]:
    """Of the families that measure the same, the one whose words stand nearest; they differ in what they count."""
    weighed = [
        (option.features.get("score", 0.0), odd, label)
        for option, odd, label in zip(asked.options, odds, labels, strict=True)
        if label[2] == name
    ]
    family, aspect, _ = max(weighed, key=lambda item: item[:2])[2]
    return family, aspect


def _shown(label: tuple[str, str, str]) -> str:
    family, aspect, _ = label
    return f"{family}/{aspect}" if aspect not in {"", "level"} else family
