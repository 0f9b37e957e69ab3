"""What the gold articles measure today, and how that is held against the floors."""

import hashlib
import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assets.articles.clean import clean
from assets.articles.model import Article
from assets.claims.evaluate import Quality, evaluate
from assets.claims.extract import extract, score_rows
from tests.quality.press_suite.marks import HERE as PRESS_SUITE
from tests.quality.press_suite.marks import read_suite

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOORS = HERE / "floors.toml"
_SHINGLE = 4


@dataclass(frozen=True)
class Figure:
    """A measured figure, and what one claim, article or line is worth in it."""

    value: float
    grain: float


Figures = Mapping[str, Mapping[str, Figure]]


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def fingerprint() -> str:
    """Digest of every gold file: labels, bodies and articles."""
    digest = hashlib.sha256()
    files = [GOLD / "gold.jsonl", GOLD / "clean.gold.jsonl", *sorted((GOLD / "articles").iterdir())]
    for path in files:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def articles() -> tuple[Article, ...]:
    return tuple(clean(path.read_bytes(), path.name) for path in sorted((GOLD / "articles").iterdir()))


def is_held_back(name: str) -> bool:
    """Whether rules and weights are made without a gold article: one with an even number."""
    return int(name.partition("_")[0]) % 2 == 0


@cache
def claims_figures() -> Figures:
    """Figures of the claims that are extracted from the cleaned gold articles, those held back also by themselves."""
    predicted = [row for article in articles() for row in score_rows(article, extract(article))]
    labels = rows("gold.jsonl")
    evaluation = evaluate(labels, predicted)
    held = evaluate(*([row for row in side if is_held_back(str(row["article"]))] for side in (labels, predicted)))
    found = {"claims": _agreement(evaluation.overall), "claims.held_back": _agreement(held.overall)}
    found |= {f"claims.{mart}": _agreement(quality) for mart, quality in evaluation.by_mart.items()}
    # Against all gold claims, not against those found: one more claim found must not lower the slots of the others.
    labelled = max(evaluation.overall.found_recall.total, 1)
    slots = evaluation.overall.slots
    return found | {"slots_right": {slot: Figure(rate.hits / labelled, 1 / labelled) for slot, rate in slots.items()}}


def _agreement(quality: Quality) -> dict[str, Figure]:
    """The figures that matter; precision and recall of found claims may be traded for each other within their mean."""
    grain = 1 / max(quality.found_recall.total, 1)
    return {
        "found_f1": Figure(quality.found_f1, grain),
        "strict_f1": Figure(quality.strict_f1, grain),
        "strict_precision": Figure(quality.strict_precision.value, grain),
    }


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))


def body_f1(gold: str, got: str) -> float:
    """Agreement of two bodies in runs of four words."""
    wanted, have = _shingles(gold), _shingles(got)
    hit = (wanted & have).total()
    return 2 * hit / (wanted.total() + have.total()) if hit else 0.0


@cache
def cleaning_figures() -> Figures:
    """Figures of the cleaned gold articles against their labelled bodies, titles and days."""
    labels = {row["article"]: row for row in rows("clean.gold.jsonl")}
    bodies, dates, titles = [], [], []
    for article in articles():
        label = labels[article.name]
        bodies.append(body_f1("\n".join(label["body_paragraphs"]), article.text))
        told = article.published_on.isoformat() if article.published_on else None
        dates.append(told == label["published_on"])
        titles.append(_plain(article.title) == _plain(label["title"]))
    grain = 1 / len(bodies)
    shares = {"body_f1": bodies, "published_on": dates, "title": titles}
    return {"cleaning": {name: Figure(sum(found) / len(found), grain) for name, found in shares.items()}}


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def press_figures() -> Figures:
    """How many sentences the press suite has, a file; every one of them is a test that must pass."""
    names = sorted(path.stem for path in PRESS_SUITE.glob("*.txt"))
    return {"press_suite": {name: Figure(float(len(read_suite(name))), 0.0) for name in names}}


def floors() -> dict[str, Any]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def below(figures: Figures, pinned: Mapping[str, Any]) -> list[str]:
    """What has fallen under its floor or has none, in words."""
    said = []
    for section, found in figures.items():
        wanted = pinned.get(section.replace(".", "_"), {})
        for name in sorted(wanted.keys() | found.keys()):
            if name not in wanted:
                said.append(f"{section} {name} has no floor: run python -m tests.quality.pin_floors")
            elif name not in found:
                said.append(f"{section} {name} has a floor of {wanted[name]} and is no longer measured")
            elif found[name].value < wanted[name]:
                said.append(f"{section} {name} is {found[name].value:.4f}, under its floor of {wanted[name]}")
    return said
