"""Fits the confidence of claims on the articles that are held back: ``python -m tests.quality.training.calibrate``.

Rankers are surer of articles that they learned from than of new ones: only articles held back tell how sure a claim is.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assets.articles.model import Article
from assets.claims import confidence
from assets.claims.assembly.assemble import read_article
from assets.claims.evaluate import STRICT_SLOTS, pairs, slot_is_right
from assets.claims.extract import extract, score_rows
from tests.quality import measures

Told = tuple[Mapping[str, float], bool]
SURE = 0.9
FOLDS = 4
"""Weights told of are fitted on three quarters of the articles and tried on the fourth."""
_WEIGHTS = Path(confidence.__file__).with_name("confidence.toml")
_HEAD = """# Weights of the evidence for a claim, fitted on the gold articles that are held back from the rankers
# (`python -m tests.quality.training.calibrate`). Fit anew after large changes of rules or rankers.

[weights]
"""


def evidence_of(article: Article) -> list[Mapping[str, float]]:
    """The evidence for each claim of an article, in the order of ``extract``."""
    found: dict[tuple[int, str], Mapping[str, float]] = {}
    for reading in read_article(article, article.language or "fr"):
        for decision in reading.decisions:
            found[decision.figure.start, decision.metric] = confidence.evidence_of(reading.scene, decision)
        for event in reading.events:
            found[event.model.start, event.metric] = confidence.event_evidence(event)
    return [found.get((claim.start, claim.metric), {}) for claim in extract(article).claims]


def told(article: Article, labels: Sequence[Mapping[str, Any]]) -> list[Told]:
    """Evidence of an article's claims, and whether each is right in every slot; optional labels tell nothing."""
    rows = score_rows(article, extract(article))
    matched = {j: labels[i] for i, j in pairs(labels, rows)}
    samples: list[Told] = []
    for place, (row, evidence) in enumerate(zip(rows, evidence_of(article), strict=True)):
        label = matched.get(place)
        if not label or not label.get("optional"):
            right = label is not None and all(slot_is_right(slot, label, row) for slot in STRICT_SLOTS)
            samples.append((evidence, right))
    return samples


def sure_and_right(samples: Sequence[Told], weights: Mapping[str, float]) -> tuple[int, int]:
    """How many claims are published as sure, and how many of them are right."""
    sure = [right for evidence, right in samples if confidence.probability(evidence, weights) >= SURE]
    return len(sure), sum(sure)


def main() -> int:
    """Fit, keep and tell."""
    confidence.LEAST = 0.0  # claims that would be set aside tell as much
    labels: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in measures.rows("gold.jsonl"):
        labels[str(row["article"])].append(row)
    held = [article for article in measures.articles() if measures.is_held_back(article.name)]
    samples = [told(article, labels[article.name]) for article in held]
    crossed = []
    for fold in range(FOLDS):
        others = [sample for place, found in enumerate(samples) if place % FOLDS != fold for sample in found]
        tested = [sample for place, found in enumerate(samples) if place % FOLDS == fold for sample in found]
        crossed.append(sure_and_right(tested, confidence.fit(others)))
    fitted = confidence.fit([sample for found in samples for sample in found])
    lines = [
        f"{name} = {weight}" for name, weight in sorted(fitted.items(), key=lambda item: (item[0] != "bias", item))
    ]
    _WEIGHTS.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    confidence.weights.cache_clear()
    count, right = (sum(column) for column in zip(*crossed, strict=True))
    sys.stdout.write(json.dumps({"claims": sum(map(len, samples)), "sure": count, "right": right}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
