"""Questions of the rankers on labelled articles, with the options that the labels accept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.articles.clean import clean
from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.evaluate import slot_is_right
from assets.claims.ranking.linear import Facts, Question, flat
from tests.quality.training.event_labels import events_accepted

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sample:
    """One question: every option's facts, and whether the label accepts it."""

    options: Sequence[Facts]
    accepted: Sequence[bool]


def samples_of(paths: Iterable[Path], rows: Iterable[Row]) -> dict[str, list[Sample]]:
    """All questions, by slot, that reading articles puts to the rankers."""
    labels: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        labels[row["article"]].append(row)
    found: dict[str, list[Sample]] = defaultdict(list)
    for path in paths:
        article = clean(path.read_bytes(), path.name)
        for slot, sample in _of_article(article, labels[path.name]):
            found[slot].append(sample)
    return found


def _of_article(article: Article, rows: Sequence[Row]) -> Iterator[tuple[str, Sample]]:
    language = article.language or "fr"
    figures = list(placed(article.text, (row for row in rows if row["value"] is not None)))
    told = list(placed(article.text, (row for row in rows if row["value"] is None)))
    readings = read_article(article, language)
    yield from (("event", sample_of(*told_of)) for told_of in events_accepted(readings, told, language))
    for reading in readings:
        for decision in reading.decisions:
            figure = decision.figure
            label = next((row for start, end, row in figures if start < figure.end and figure.start < end), None)
            if label is not None and label.get("optional"):
                continue
            for slot, asked in decision.asked.items():
                if label is not None or slot == "metric":
                    accepted = [_accepts(label, slot, option) for option in asked.labels]
                    yield slot, sample_of(asked, accepted)


def sample_of(asked: Question, accepted: Sequence[bool]) -> Sample:
    """A question as training sees it."""
    return Sample([flat(asked, place) for place in range(len(asked.options))], accepted)


def placed(text: str, rows: Iterable[Row]) -> Iterator[tuple[int, int, Row]]:
    """Where the labelled figures stand."""
    for row in rows:
        start = -1
        for _ in range(row.get("nth", 1)):
            start = text.find(row["mention"], start + 1)
            if start < 0:
                break
        if start >= 0:
            yield start, start + len(row["mention"]), row


def _accepts(label: Row | None, slot: str, option: Any) -> bool:
    if slot == "metric":
        if label is None:
            return not option[2]
        return bool(option[2]) and slot_is_right("metric", label, {"metric": option[2]})
    return label is not None and slot_is_right("subject", label, {"subject": option.name})
