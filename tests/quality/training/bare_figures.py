"""Learns how bare numbers are completed: ``python -m tests.quality.training.bare_figures``."""

import sys
from collections.abc import Iterable, Iterator

from assets.claims.assembly.model import Figure
from assets.claims.assembly.scenes import scenes_of
from assets.claims.evaluate import slot_is_right
from tests.quality.training.samples import Labelled, Row, Sample, placed, sample_of
from tests.quality.training.train import accuracy, corpus, fit, keep

SLOT = "bare_figure"
SHRINK = (2.0, 2.0)
ROUNDS = 3  # later rounds see the numbers before a number as the weights of the round before complete them
_COUNTED = frozenset({"item", "person", "token", "parameter"})


def samples(articles: Iterable[Labelled]) -> Iterator[Sample]:
    """The questions on the articles' bare numbers that labels answer."""
    for known in articles:
        article = known.article
        told = list(placed(article.text, (row for row in known.rows if row["value"] is not None)))
        for scene in scenes_of(article, article.language or "fr"):
            for figure, asked in scene.asked if scene.cell is None else ():
                label = next((row for start, end, row in told if start < figure.end and figure.start < end), None)
                if label is not None:
                    yield sample_of(
                        asked, [isinstance(option, Figure) and _accepts(label, option) for option in asked.labels]
                    )


def _accepts(label: Row, reading: Figure) -> bool:
    units = [unit for unit in _COUNTED if reading.kind == "count"] or [str(reading.unit)]
    signs = (reading.value, -reading.value)
    return any(slot_is_right("unit", label, {"unit": unit}) for unit in units) and any(
        slot_is_right("value", label, {"value": value}) for value in signs
    )


def main() -> int:
    """Learn, keep and tell."""
    articles = corpus(is_held=False)
    weights = {"count|own": 1.0}
    seen: list[Sample] = []
    for _ in range(ROUNDS):
        keep({SLOT: weights})
        seen = list(samples(articles))
        weights = fit(seen, SHRINK, {})
    keep({SLOT: weights})
    held = list(samples(corpus(is_held=True)))
    right = f"{accuracy(seen, weights):.3f} of {len(seen)}, held back {accuracy(held, weights):.3f}"
    sys.stdout.write(f"bare numbers: right {right}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
