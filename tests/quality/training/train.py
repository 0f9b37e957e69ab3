"""Learns the rankers' weights from the labelled articles beside it: ``python -m tests.quality.training.train``."""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from assets.claims.ranking import linear
from tests.quality.measures import is_held_back
from tests.quality.training.samples import Sample, samples_of
from tests.quality.training.sentences import sentence_samples

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
# How strongly weights are drawn to the prior: what does best on articles held back; figures are flat around these.
SHRINK = {"metric": 1.0, "subject": 5.0, "event": 4.0}
_RARE = 2  # a fact that fewer options show is left out
_STEPS = 200
SENTENCES = 2  # how often a sentence of the unit tests counts: it is short and must stay right whatever articles teach
# What the rules alone would choose: where learning starts, so that later figures are seen behind sensible earlier ones.
RULES = {
    "metric": {"ruled:metric": 9.0, "ruled": 9.0, "none:ruled": 9.0},
    "subject": {"score": 5.0},
    "event": {f"rule:{metric}×{metric}": 9.0 for metric in ("release", "deployment")}
    | {"rule:silent×none": 9.0, "a:rule": 3.0, "u:rule": 1.0},
}
# Towards what weights are drawn: to trusting the rules, by so much as held-out articles bear out.
PRIOR: dict[str, dict[str, float]] = {"metric": {}, "subject": {"score": 1.0}, "event": {}}
ROUNDS = 2  # the second reads the articles with the weights of the first, as a reader of new articles will


def fit(samples: Sequence[Sample], shrink: float, prior: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the accepted options likeliest, drawn to ``prior`` (zero where it is silent)."""
    told = [sample for sample in samples if any(sample.accepted) and not all(sample.accepted)]
    counts = Counter(fact for sample in told for option in sample.options for fact in option)
    kept = {fact for fact, count in counts.items() if count >= _RARE} | prior.keys()
    places = {fact: place for place, fact in enumerate(sorted(kept))}
    centre = np.array([prior.get(fact, 0.0) for fact in places])
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    starts: list[int] = []
    for sample in told:
        starts.append(len(ends) - 1)
        for option in sample.options:
            for fact, value in option.items():
                if fact in places and value:
                    columns.append(places[fact])
                    values.append(value)
            ends.append(len(columns))
    table = csr_matrix((values, columns, ends), shape=(len(ends) - 1, len(places)))
    turned = table.T.tocsr()
    group = np.repeat(np.arange(len(told)), [len(sample.options) for sample in told])
    right = np.array([float(accepted) for sample in told for accepted in sample.accepted])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        total, wanted = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts) + 1e-12
        slope = turned @ (odds / total[group] - odds * right / wanted[group]) + shrink * (weights - centre)
        drawn = (weights - centre) @ (weights - centre)
        return float((np.log(total) - np.log(wanted)).sum() + shrink / 2 * drawn), slope

    found = minimize(loss, centre, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    return {fact: float(found[place]) for fact, place in places.items()}


def accuracy(samples: Sequence[Sample], weights: Mapping[str, float]) -> float:
    """How often the best option is accepted, where one is."""
    hits = [
        sample.accepted[max(range(len(sample.options)), key=lambda at: _score(sample.options[at], weights))]
        for sample in samples
        if any(sample.accepted)
    ]
    return sum(hits) / max(len(hits), 1)


def _score(facts: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights.get(fact, 0.0) * value for fact, value in facts.items())


def _read(folder: Path, *, is_held: bool | None = None) -> dict[str, list[Sample]]:
    """The samples of a folder; of the gold only the part that is held back from learning, or the other."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    paths = sorted((folder / "articles").iterdir())
    return samples_of([path for path in paths if is_held is None or is_held_back(path.name) == is_held], rows)


def main() -> int:
    """Learn, keep and tell."""
    _keep(RULES)
    seen: dict[str, list[Sample]] = {slot: [] for slot in RULES}
    for number in range(1, ROUNDS + 1):
        for found in (_read(HERE), _read(GOLD, is_held=False)):
            for slot, samples in found.items():
                seen[slot] += samples
        seen["event"] += [sample for sample in sentence_samples() for _ in range(SENTENCES)]
        _keep({slot: fit(samples, SHRINK[slot] * number, PRIOR[slot]) for slot, samples in seen.items()})
    held = _read(GOLD, is_held=True)
    for slot, samples in seen.items():
        weights = linear.flat_weights(linear.ranker(slot))
        told = f"training {accuracy(samples, weights):.3f}, held back {accuracy(held[slot], weights):.3f}"
        rules = f"the rules alone {accuracy(held[slot], RULES[slot]):.3f}"
        sys.stdout.write(f"{slot}: {len(weights)} weights; right: {told} ({rules})\n")
    return 0


def _keep(weights: Mapping[str, Mapping[str, float]]) -> None:
    for slot, found in weights.items():
        linear.write(slot, found)
    linear.ranker.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
