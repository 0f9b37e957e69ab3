"""Learns how bare numbers are completed: ``python -m tests.quality.training.bare_figures``."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from assets.articles.clean import clean
from assets.claims.assembly import elliptic
from assets.claims.assembly.model import Figure
from assets.claims.assembly.scenes import scenes_of
from assets.claims.evaluate import slot_is_right
from assets.claims.ranking.linear import flat, flat_weights
from tests.quality.measures import is_held_back
from tests.quality.training.samples import Row, Sample, placed
from tests.quality.training.train import GOLD, HERE, accuracy, fit

WEIGHTS = Path(elliptic.__file__).with_name("elliptic.tsv")
SHRINK = (2.0, 2.0)
ROUNDS = 3  # later rounds see the numbers before a number as the weights of the round before complete them
_LEAST = 0.05
_COUNTED = frozenset({"item", "person", "token", "parameter"})


def samples(folder: Path, *, is_held: bool | None = None) -> Iterator[Sample]:
    """The questions on a folder's bare numbers that labels answer; of the gold only the part asked for."""
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for path in sorted((folder / "articles").iterdir()):
        if is_held is not None and is_held_back(path.name) != is_held:
            continue
        article = clean(path.read_bytes(), path.name)
        own = (row for row in rows if row["article"] == path.name and row["value"] is not None)
        told = list(placed(article.text, own))
        for scene in scenes_of(article, article.language or "fr"):
            for figure, asked in scene.asked if scene.cell is None else ():
                label = next((row for start, end, row in told if start < figure.end and figure.start < end), None)
                if label is not None:
                    accepted = [isinstance(option, Figure) and _accepts(label, option) for option in asked.labels]
                    yield Sample([flat(asked, at) for at in range(len(asked.options))], accepted)


def _accepts(label: Row, reading: Figure) -> bool:
    units = [unit for unit in _COUNTED if reading.kind == "count"] or [str(reading.unit)]
    signs = (reading.value, -reading.value)
    return any(slot_is_right("unit", label, {"unit": unit}) for unit in units) and any(
        slot_is_right("value", label, {"value": value}) for value in signs
    )


def _keep(weights: dict[str, float]) -> None:
    lines = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= _LEAST]
    WEIGHTS.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    elliptic.ranker.cache_clear()


def _right(found: Sequence[Sample]) -> float:
    return accuracy(found, flat_weights(elliptic.ranker()))


def main() -> int:
    """Learn, keep and tell."""
    _keep({"count|own": 1.0})
    seen: list[Sample] = []
    for _ in range(ROUNDS):
        seen = [*samples(HERE), *samples(GOLD, is_held=False)]
        _keep(fit(seen, SHRINK, {}))
    held = [*samples(GOLD, is_held=True)]
    sys.stdout.write(f"bare numbers: right {_right(seen):.3f} of {len(seen)}, held back {_right(held):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
