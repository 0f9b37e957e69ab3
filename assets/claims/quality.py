"""The quality of extraction on a gold set: read its articles, compare the claims with the labels, hold the figures up.

A gold set is a folder with ``gold.jsonl`` (labels) and ``articles/`` (the files as they arrived, with an optional
manifest). The figures of one version of the code are kept, so that a run does not measure again what has not changed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.articles.limits import CleaningLimits
from assets.articles.reading import ReadTask, Source, cleaner_version, read_one
from assets.claims.evaluate import Quality, Row, evaluate
from assets.claims.extract import score_rows
from assets.claims.reading import StoredArticle, extractor_version, read_claims
from sources.catalogue import FolderSource
from sources.folder import read_folder
from sources.ledger import CurrentDocument

GOLD_NAME = "gold.jsonl"
ALL_MARTS = "all"


class GoldError(ValueError):
    """A gold set cannot be used; the text names the file, the place and the cure."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Where labels and their articles are, and where the figures of a version are kept."""

    folder: Path
    kept: Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its 95 % interval and the number of cases behind it."""

    value: float
    low: float
    high: float
    cases: int


Figures = Mapping[str, Mapping[str, Figure]]
"""Figures by mart (and ``all``) and name: found and strict precision and recall, and each slot."""


def predict(articles: Path, limits: CleaningLimits) -> list[Row]:
    """Clean and read every article of a folder; rows as ``jalons extract`` writes them."""
    rows: list[Row] = []
    for document in read_folder(FolderSource(id="gold", kind="folder", path=articles)):
        if document.content is None:
            continue
        current = CurrentDocument(
            document.document_id, "gold", document.location, document.name, None, document.facts, "current", None
        )
        outcome = read_one(ReadTask(Source(document.document_id, current, ""), document.content, limits))
        if outcome.article is not None:
            stored = StoredArticle(document.document_id, "", outcome.article)
            rows += score_rows(outcome.article, read_claims(stored).extraction)
    return rows


def load_gold(path: Path) -> list[Row]:
    """Read labels.

    Raises:
        GoldError: No such file, or a line that is no label.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}; name a file of labels, one JSON object a line") from error
    rows: list[Row] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{path}, line {number}: not JSON ({error}); mend the line") from error
        missing = {"article", "mention", "mart", "metric", "value", "period"} - set(row)
        if missing:
            raise GoldError(f"{path}, line {number}: no {', '.join(sorted(missing))}; mend the label")
        rows.append(row)
    return rows


def measure(gold: Iterable[Row], predicted: Iterable[Row]) -> Figures:
    """Compare predictions with labels."""
    evaluation = evaluate(list(gold), list(predicted))
    return {name: _figures(quality) for name, quality in {ALL_MARTS: evaluation.overall, **evaluation.by_mart}.items()}


def kept_or_measured(gold: GoldSet, limits: CleaningLimits) -> Figures:
    """The figures of this version of the code on a gold set, measured at most once."""
    version = f"{cleaner_version()}\x1f{extractor_version()}\x1f{_digest(gold.folder)}"
    path = gold.kept / f"{hashlib.sha256(version.encode()).hexdigest()[:16]}.json"
    if path.is_file():
        return _from_json(path.read_text(encoding="utf-8"))
    figures = measure(load_gold(gold.folder / GOLD_NAME), predict(gold.folder / "articles", limits))
    gold.kept.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_text(_to_json(figures), encoding="utf-8")
    aside.replace(path)
    return figures


def _digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".py")
    return hashlib.sha256(b"\x1e".join(path.read_bytes() for path in files)).hexdigest()


def _figures(quality: Quality) -> dict[str, Figure]:
    rates = {
        "found precision": quality.found_precision,
        "found recall": quality.found_recall,
        "strict precision": quality.strict_precision,
        "strict recall": quality.strict_recall,
        **{f"slot {name}": rate for name, rate in quality.slots.items()},
    }
    found = {name: Figure(rate.value, rate.low, rate.high, rate.total) for name, rate in rates.items()}
    for name, value in (("found F1", quality.found_f1), ("strict F1", quality.strict_f1)):
        kind = name.split()[0]
        precision, recall = found[f"{kind} precision"], found[f"{kind} recall"]
        # F1 lies between precision and recall, so their lower and upper ends bound it.
        low, high = min(precision.low, recall.low), max(precision.high, recall.high)
        found[name] = Figure(value, low, high, recall.cases)
    return found


def _to_json(figures: Figures) -> str:
    plain = {
        mart: {name: [figure.value, figure.low, figure.high, figure.cases] for name, figure in named.items()}
        for mart, named in figures.items()
    }
    return json.dumps(plain, indent=1) + "\n"


def _from_json(text: str) -> Figures:
    content: dict[str, dict[str, list[Any]]] = json.loads(text)
    return {mart: {name: Figure(*values) for name, values in named.items()} for mart, named in content.items()}
