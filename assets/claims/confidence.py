"""How sure a claim is: a logistic score of the evidence that filled its slots, fitted on the project's own gold.

The evidence is what the rankers and rules saw: how probable metric and subject are and how far ahead of the second
best, whether the subject stands in the sentence or was handed down, whence the period comes. The weights are data
(``confidence.toml``).
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path

from assets.claims.assembly.events import Event
from assets.claims.assembly.model import Decision, Scene

LEAST = 0.25
"""A claim below is set aside as ``unsure``: of such claims on articles held back, fewer than one in four is right."""

Evidence = Mapping[str, float]
_STEPS = 3000
_RATE = 0.05
_SHRINK = 0.002
_NAMED = frozenset(
    {"subject:before", "subject:paired", "subject:placed", "subject:agent", "subject:relative", "subject:respectively"}
)
_FIRM_TIMES = frozenset({"period:own", "period:same_as_volume", "period:lead", "period:timeless"})


def evidence_of(scene: Scene, decision: Decision) -> dict[str, float]:
    """What speaks for and against a decided figure."""
    rule = decision.subject_rule
    return {
        "metric_odds": _log_odds(decision.score),
        "metric_margin": min(decision.margin, 1.0),
        "subject_odds": _log_odds(decision.subject_score),
        "subject_lead": _lead(decision),
        "subject_named": float(rule in _NAMED),
        "subject_handed_down": float(rule in {"subject:running", "subject:topic", "subject:national", "subject:last"}),
        "period_firm": float(decision.time_rule in _FIRM_TIMES),
        "period_carried": float(decision.time_rule in {"period:article", "period:running", "period:same_sentence"}),
        "is_growth": float(decision.aspect == "growth"),
        "is_share": float(decision.aspect == "share"),
        "is_bare": float(decision.figure.is_bare),
        "is_range": float(decision.figure.range_role is not None),
        "is_table": float(scene.cell is not None),
        "is_item": float(scene.is_item),
        "figures": min(len(scene.figures), 8) / 8,
        "ai": float(decision.mart == "ai_model_adoption"),
        "subsidies": float(decision.mart == "provincial_subsidies"),
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
        "event_dated": float(event.time is not None),
        "event_deployment": float(event.metric == "deployment"),
        "event_odds": _log_odds(event.probability),
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


def fit(samples: Sequence[tuple[Evidence, bool]]) -> dict[str, float]:
    """Fit the weights by plain gradient descent, shrunk towards zero; the same samples give the same weights."""
    names = sorted({name for evidence, _ in samples for name in evidence})
    fitted = dict.fromkeys(["bias", *names], 0.0)
    count = max(len(samples), 1)
    for _ in range(_STEPS):
        slope = dict.fromkeys(fitted, 0.0)
        for evidence, is_right in samples:
            score = fitted["bias"] + sum(fitted[name] * value for name, value in evidence.items())
            off = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score)))) - float(is_right)
            slope["bias"] += off
            for name, value in evidence.items():
                slope[name] += off * value
        for name, value in slope.items():
            shrink = 0.0 if name == "bias" else _SHRINK * fitted[name]
            fitted[name] -= _RATE * 8 * (value / count + shrink)
    return {name: round(value, 3) for name, value in fitted.items()}
