"""What a ratio measures: a change, a share of a whole, or the part of a cost that an aid covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from assets.claims.assembly import metric
from assets.claims.assembly.cells import of_row
from assets.claims.assembly.frames import frame
from assets.claims.assembly.level import continues
from assets.claims.assembly.model import Decision, Scene

_IN_ROW = 0.8  # a column of changes tells of the column before it, unless its own heading names another metric


@dataclass(frozen=True, slots=True)
class _Earlier:
    """Decisions that a ratio can lean on.

    Attributes:
        ratio: The ratio before it in the sentence.
        level: The level before it in the sentence.
        based: The last figure of the sentence that is no share.
        before: The last ratio of the sentence before.
    """

    ratio: Decision | None
    level: Decision | None
    based: Decision | None
    before: Decision | None


def decide(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> None:
    """Choose aspect and metric of a ratio."""
    figure = decision.figure
    earlier = _earlier(scene, decision, done, previous)
    aspects, sign = metric.aspect_scores(scene, figure)
    if earlier.ratio is not None and earlier.ratio.aspect in aspects:
        aspects[earlier.ratio.aspect] += 0.6 * _near(scene, decision, earlier.ratio, 30.0)
    elif earlier.before is not None and earlier.before.aspect in aspects:
        aspects[earlier.before.aspect] += 0.25
    if figure.kind == "multiple":
        aspects["growth"] += 0.5
    shares = metric.family_scores(scene, figure, "share")
    if aspects["growth"] >= max(aspects["share"], 0.3) and aspects["growth"] >= shares.get("rate", 0.0) * 0.9:
        decision.aspect, decision.sign = "growth", sign
        scores = _growth(scene, decision, earlier, previous)
    else:
        decision.aspect = "share"
        scores = _share(scene, decision, earlier, shares, aspects["share"])
    metric.rank_candidates(decision, scores)


def _earlier(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> _Earlier:
    kind = decision.figure.kind
    before = next((d for d in reversed(previous) if d.figure.kind == "ratio" and d.metric), None)
    return _Earlier(
        next((d for d in reversed(done) if d.figure.kind == kind and d.aspect != "level"), None),
        next((d for d in reversed(done) if d.aspect == "level" and d.family), None),
        next((d for d in reversed(done) if d.metric and d.aspect != "share"), None),
        before if continues(scene, previous) else None,
    )


def _near(scene: Scene, decision: Decision, prior: Decision, reach: float) -> float:
    return exp(-scene.sentence.distance(prior.figure.last - 1, decision.figure.first) / reach)


def _growth(scene: Scene, decision: Decision, earlier: _Earlier, previous: Sequence[Decision]) -> dict[str, float]:
    scores = metric.family_scores(scene, decision.figure, "growth")
    scores.pop("rate", None)
    if earlier.level is not None:
        strength = 1.4 if decision.figure.in_brackets else 1.0
        metric.lift(scores, earlier.level.family, strength * _near(scene, decision, earlier.level, 12.0))
    if earlier.ratio is not None and earlier.ratio.family and earlier.ratio.aspect == "growth":
        metric.lift(scores, earlier.ratio.family, 0.8 * _near(scene, decision, earlier.ratio, 30.0))
    if earlier.level is None and earlier.ratio is None:
        last = next((d for d in reversed(previous) if d.metric), None)
        if last is not None:
            metric.lift(scores, last.family, _IN_ROW if last in of_row(scene, previous) else 0.4)
    return {family: s for family, s in scores.items() if frame(family).mart is None or frame(family).growth}


def _share(
    scene: Scene, decision: Decision, earlier: _Earlier, scores: dict[str, float], strength: float
) -> dict[str, float]:
    figure = decision.figure
    if earlier.level is not None and earlier.level.family in {"ceiling", "amount"} and metric.has_whole(scene, figure):
        metric.lift(scores, "rate", 0.8)
    if earlier.based is not None and frame(earlier.based.family).share and strength > 0.3:
        metric.lift(scores, earlier.based.family, 0.55)
    adopting = metric.whole_families(scene, figure)
    if not adopting and scene.topic != "ai_model_adoption" and metric.has_product_whole(scene, figure):
        scores["output"] = scores.get("output", 0.0) + 0.3
    for family in adopting:
        scores[family] = scores.get(family, 0.0) + 0.6
    if earlier.ratio is not None and earlier.ratio.family and earlier.ratio.aspect == "share":
        metric.lift(scores, earlier.ratio.family, 0.9 * _near(scene, decision, earlier.ratio, 20.0))
    elif earlier.before is not None and earlier.before.aspect == "share" and earlier.ratio is None:
        metric.lift(scores, earlier.before.family, 0.35)
    return scores
