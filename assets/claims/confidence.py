"""How sure a claim is: a logistic score of the evidence that filled its slots, learned from the project's own articles.

The evidence is what the rankers and rules saw: how probable metric and subject are and how far ahead of the second
best, which rules found subject and period, the shape of the sentence. The weights are data
(``confidence.toml``).
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import exp, log
from pathlib import Path

from assets.claims.assembly.events import Event
from assets.claims.assembly.model import Decision, Scene

LEAST = 0.2
"""A claim below is set aside as ``unsure``: of such claims on articles held back, fewer than one in five is right."""

Evidence = Mapping[str, float]


def evidence_of(scene: Scene, decision: Decision) -> dict[str, float]:
    """What speaks for and against a decided figure: odds of the rankers, rules that filled slots, the sentence."""
    figure = decision.figure
    return {
        "metric_odds": _log_odds(decision.score),
        "metric_margin": min(decision.margin, 1.0),
        "subject_odds": _log_odds(decision.subject_score),
        "subject_lead": _lead(decision),
        decision.subject_rule: 1.0,
        decision.time_rule: 1.0,
        f"metric:{decision.metric}": 1.0,
        f"kind:{figure.kind}": 1.0,
        f"aspect:{decision.aspect}": 1.0,
        f"mart:{decision.mart}": 1.0,
        "is_bare": float(figure.is_bare),
        "is_range": float(figure.range_role is not None),
        "is_in_brackets": float(figure.in_brackets),
        "is_rate": float(decision.per is not None),
        "is_table": float(scene.cell is not None),
        "is_item": float(scene.is_item),
        "is_planned": float(decision.is_planned),
        "opens_paragraph": float(scene.sentence.number == 0),
        "figures": min(len(scene.figures), 8) / 8,
        "names": min(len(scene.names), 6) / 6,
        "times": min(len(scene.times), 4) / 4,
        "words": min(len(scene.sentence.words), 80) / 80,
        "on_topic": float(scene.topic == decision.mart),
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
