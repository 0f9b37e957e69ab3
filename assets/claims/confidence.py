"""How sure a claim is: a logistic score of the evidence that filled its slots, learned from the project's own articles.

The evidence is what the rankers and rules saw: how probable metric, subject and period are and how far ahead of the
second best, which rules found subject and period, the shape of the sentence, what its other figures were read as. The
weights are data (``confidence.toml``).
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import cast

from assets.claims.assembly.events import Event
from assets.claims.assembly.model import Decision, Figure, Scene

LEAST = 0.19
"""A claim below is set aside as ``unsure``: of such claims on articles held back, fewer than one in five is right."""

_SMALL = 10

Evidence = Mapping[str, float]


def evidence_of(scene: Scene, decision: Decision, told: Sequence[Decision] = ()) -> dict[str, float]:
    """What speaks for and against a decided figure: odds of the rankers, rules that filled slots, the sentence.

    Args:
        scene: The sentence.
        decision: The figure, with what was decided on it.
        told: The decisions on all figures of the sentence.
    """
    figure = decision.figure
    return {
        "metric_odds": _log_odds(decision.score),
        "metric_margin": min(decision.margin, 1.0),
        "none_odds": _log_odds(decision.candidates.get("none", 0.0)),
        "subject_odds": _log_odds(decision.subject_score),
        "subject_lead": _lead(decision),
        "time_odds": _log_odds(decision.time_score),
        "all_odds": _log_odds(decision.score * decision.subject_score * decision.time_score),
        "both_odds": _log_odds(decision.score * decision.subject_score),
        decision.subject_rule: 1.0,
        decision.time_rule: 1.0,
        f"{decision.subject_rule}|{decision.mart}": 1.0,
        f"metric:{decision.metric}": 1.0,
        f"kind:{figure.kind}": 1.0,
        f"aspect:{decision.aspect}": 1.0,
        f"mart:{decision.mart}": 1.0,
        f"basis:{decision.time.basis if decision.time is not None else 'publication'}": 1.0,
        "is_bare": float(figure.is_bare),
        "is_range": float(figure.range_role is not None),
        "is_in_brackets": float(figure.in_brackets),
        "is_rate": float(decision.per is not None),
        "is_table": float(scene.cell is not None),
        "is_item": float(scene.is_item),
        "is_heading": float(scene.is_heading),
        "is_planned": float(decision.is_planned),
        "is_counted": float(figure.noun is not None),
        "counts_unknown": float(bool(figure.noun_text) and figure.noun is None),
        "is_completed": float(_is_completed(scene, figure)),
        "is_spelled": float(not any(character.isdigit() for character in figure.mention)),
        "is_small": float(figure.kind == "count" and abs(figure.value) < _SMALL),
        "opens_paragraph": float(scene.sentence.number == 0),
        "has_period": float(decision.time is not None),
        "figures": min(len(scene.figures), 8) / 8,
        "names": min(len(scene.names), 6) / 6,
        "times": min(len(scene.times), 4) / 4,
        "words": min(len(scene.sentence.words), 80) / 80,
        "on_topic": float(scene.topic == decision.mart),
        "off_topic": float(bool(scene.topic) and scene.topic != decision.mart),
        **_ruled(decision),
        **_mates(decision, told),
    }


def _is_completed(scene: Scene, figure: Figure) -> bool:
    """Whether unit or scale are those of another figure."""
    return any(asked.start == figure.start and asked.kind != figure.kind for asked, _ in scene.asked)


def _ruled(decision: Decision) -> Evidence:
    """How well the words around speak for the metric that the ranker chose, and whether the rules chose it too."""
    asked = decision.asked.get("metric")
    if asked is None:
        return {}
    labels = cast("list[tuple[str, str, str]]", asked.labels)
    chosen = [o.features for o, label in zip(asked.options, labels, strict=True) if label[2] == decision.metric]
    if not chosen:
        return {}
    excluded = asked.options[0].features
    return {
        "rules_agree": max(facts.get("ruled:metric", 0.0) for facts in chosen),
        "cues": min(max(facts.get("score", 0.0) for facts in chosen), 2.0) / 2.0,
        "cues_against": min(excluded.get("none:excluded", 0.0), 2.0) / 2.0,
        "goes_on": float(any("on:here" in facts or "on:above" in facts for facts in chosen)),
        "after_none": float("none:here:none" in excluded or "none:above:none" in excluded),
    }


def _mates(decision: Decision, told: Sequence[Decision]) -> Evidence:
    """Whether the other figures of the sentence make claims, and for the same mart and subject."""
    mates = [other for other in told if other is not decision and other.figure.kind != "other"]
    if not mates:
        return {"is_alone": 1.0}
    claims = [other for other in mates if other.metric and not other.reason]
    count = len(mates)
    return {
        "mates_none": (count - len(claims)) / count,
        "mates_mart": sum(other.mart == decision.mart for other in claims) / count,
        "mates_metric": sum(other.metric == decision.metric for other in claims) / count,
        "mates_subject": sum(other.subject == decision.subject for other in claims) / count,
        "mates_other_subject": sum(other.subject != decision.subject for other in claims) / count,
        "mates_least": min((_log_odds(other.score * other.subject_score) for other in claims), default=0.0),
    }


def _log_odds(probability: float) -> float:
    """Log odds of a ranker's choice, bounded so that one sure slot does not outweigh an unsure one; in units of 4."""
    bounded = min(max(probability, 0.02), 0.998)
    return log(bounded / (1.0 - bounded)) / 4.0


def _lead(decision: Decision) -> float:
    ordered = sorted(decision.subject_candidates.values(), reverse=True)
    return min(ordered[0] - ordered[1], 1.0) if len(ordered) > 1 else 1.0


def event_evidence(event: Event) -> dict[str, float]:
    """What speaks for and against an event."""
    return {
        "event": 1.0,
        "event_odds": _log_odds(event.probability),
        "event_dated": float(event.time is not None),
        "event_deployment": float(event.metric == "deployment"),
    }


@cache
def weights() -> Mapping[str, float]:
    """The fitted weights, ``bias`` among them."""
    with Path(__file__).with_name("confidence.toml").open("rb") as file:
        return {name: float(value) for name, value in tomllib.load(file)["weights"].items()}


def probability(evidence: Evidence, fitted: Mapping[str, float] | None = None) -> float:
    """The chance that a claim is right in every slot, 0 to 1."""
    table = weights() if fitted is None else fitted
    score = table.get("bias", 0.0) + sum(table.get(name, 0.0) * value for name, value in evidence.items())
    return round(1.0 / (1.0 + exp(-max(-30.0, min(30.0, score)))), 3)
