"""How sure a claim is: evidence of claims on labelled articles, and the weights that it gets.

Rankers are surer of articles that they learned from than of new ones: only articles that they have not learned from
tell how sure a claim is.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from assets.articles.model import Article
from assets.claims import confidence
from assets.claims.assembly.assemble import read_article
from assets.claims.context.reader import ContextReader
from assets.claims.evaluate import STRICT_SLOTS, pairs, slot_is_right
from assets.claims.extract import extract, score_rows
from tests.quality.training.samples import Labelled

Told = tuple[Mapping[str, float], bool]
SURE = 0.9
_SHRINK = 4.0
_RARE = 12  # evidence that fewer claims show tells nothing
_WEIGHTS = Path(confidence.__file__).with_name("confidence.toml")
_HEAD = """# Weights of the evidence for a claim, learned from articles that the rankers had not learned from
# (`python -m tests.quality.training.train`).

[weights]
"""


Reader = type[ContextReader] | None


def evidence_of(article: Article, reader: Reader = ContextReader) -> list[Mapping[str, float]]:
    """The evidence for each claim of an article, in the order of ``extract``."""
    found: dict[tuple[int, str], Mapping[str, float]] = {}
    for reading in read_article(article, article.language or "fr", reader):
        for decision in reading.decisions:
            found[decision.figure.start, decision.metric] = confidence.evidence_of(
                reading.scene, decision, reading.decisions
            )
        for event in reading.events:
            found[event.model.start, event.metric] = confidence.event_evidence(event)
    return [found.get((claim.start, claim.metric), {}) for claim in extract(article, reader).claims]


def told(known: Labelled, reader: Reader = ContextReader) -> list[Told]:
    """Evidence of an article's claims, and whether each is right in every slot; optional labels tell nothing.

    The encoder has learned from the articles that the rankers learn from: there it is to be left out (``reader=None``).
    """
    least, confidence.LEAST = confidence.LEAST, 0.0  # claims that would be set aside tell as much
    article = known.article
    rows = score_rows(article, extract(article, reader))
    matched = {j: known.rows[i] for i, j in pairs(known.rows, rows)}
    samples: list[Told] = []
    for place, (row, evidence) in enumerate(zip(rows, evidence_of(article, reader), strict=True)):
        label = matched.get(place)
        if not label or not label.get("optional"):
            right = label is not None and all(slot_is_right(slot, label, row) for slot in STRICT_SLOTS)
            samples.append((evidence, right))
    confidence.LEAST = least
    return samples


def confidence_weights(samples: Sequence[Told]) -> dict[str, float]:
    """Weights of the evidence that make what was right likeliest, drawn to zero but for the bias."""
    counts: dict[str, int] = {}
    for evidence, _ in samples:
        for name, value in evidence.items():
            if name and value:
                counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= _RARE)
    table = np.array([[1.0, *(evidence.get(name, 0.0) for name in names)] for evidence, _ in samples])
    signs = np.array([1.0 if right else -1.0 for _, right in samples])
    drawn = np.array([0.0] + [_SHRINK] * len(names))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (table @ weights)
        slope = -(table.T @ (signs / (1.0 + np.exp(margins)))) + drawn * weights
        return float(np.logaddexp(0.0, -margins).sum() + (drawn * weights * weights).sum() / 2), slope

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip(["bias", *names], found, strict=True)}


def keep_confidence(fitted: Mapping[str, float]) -> None:
    """Write the weights, which claims are weighed by from now on."""
    ordered = sorted(fitted.items(), key=lambda item: (item[0] != "bias", item))
    lines = [f'"{name}" = {weight}' for name, weight in ordered if abs(weight) >= 0.01 or name == "bias"]
    _WEIGHTS.write_text(_HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    confidence.weights.cache_clear()


def sure_and_right(samples: Sequence[Told]) -> tuple[int, int]:
    """How many claims are published as sure, and how many of them are right."""
    sure = [right for evidence, right in samples if confidence.probability(evidence) >= SURE]
    return len(sure), sum(sure)
