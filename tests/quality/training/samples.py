"""Questions of the rankers on labelled articles, with the options that the labels accept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from assets.articles.clean import clean
from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.model import Time
from assets.claims.evaluate import slot_is_right
from assets.claims.ranking.linear import Facts, Question
from tests.quality.training.event_labels import events_accepted
from tests.quality.training.packing import VOCABULARY, Packed

Row = Mapping[str, Any]
_SLOTS = frozenset({"metric", "subject", "period", "event"})
_PARTIAL = frozenset({"metric", "subject"})  # of periods the rankers learn no better with so many more
# What a marked figure counts beside a labelled one: marks are many and quickly written, and a figure that one forgot
# teaches that it is no claim. What reads articles held back best; flat around these.
_WORTH = {"metric": 0.4, "subject": 0.4}
_BLANKS = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True)
class Sample:
    """One question: every option's facts, and whether the label accepts it.

    Attributes:
        article: Where it was asked; empty for a sentence of its own.
        worth: How much it counts beside one of a fully labelled article.
    """

    options: Sequence[Facts | Packed]
    accepted: Sequence[bool]
    article: str = ""
    worth: float = 1.0

    @property
    def packed(self) -> list[Packed]:
        """The options' facts as arrays."""
        return [option if isinstance(option, Packed) else VOCABULARY.pack(option) for option in self.options]


@dataclass(frozen=True)
class Labelled:
    """An article with its labels.

    Attributes:
        article: The article.
        rows: The labels.
        is_partial: Whether they tell figures' metrics and subjects, some of them periods, no event and no other slot.
    """

    article: Article
    rows: Sequence[Row]
    is_partial: bool = False


def labelled(paths: Iterable[Path], rows: Iterable[Row]) -> list[Labelled]:
    """The articles with the labels that belong to each."""
    labels: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        labels[row["article"]].append(row)
    return [Labelled(clean(path.read_bytes(), path.name), labels[path.name]) for path in paths]


def samples_of(articles: Iterable[Labelled]) -> dict[str, list[Sample]]:
    """All questions, by slot, that reading articles puts to the rankers."""
    found: dict[str, list[Sample]] = defaultdict(list)
    for known in articles:
        slots = _PARTIAL if known.is_partial else _SLOTS
        for slot, sample in _of_article(known.article, known.rows, slots):
            worth = _WORTH[slot] if known.is_partial else 1.0
            found[slot].append(replace(sample, article=known.article.name, worth=worth))
    return found


def _of_article(article: Article, rows: Sequence[Row], slots: frozenset[str]) -> Iterator[tuple[str, Sample]]:
    language = article.language or "fr"
    figures = list(placed(article.text, (row for row in rows if row["value"] is not None)))
    told = list(placed(article.text, (row for row in rows if row["value"] is None)))
    readings = read_article(article, language, reader=None)
    if "event" in slots:
        yield from (("event", sample_of(*told_of)) for told_of in events_accepted(readings, told, language))
    for reading in readings:
        for decision in reading.decisions:
            figure = decision.figure
            label = next((row for start, end, row in figures if start < figure.end and figure.start < end), None)
            if label is not None and label.get("optional"):
                continue
            for slot, asked in decision.asked.items():
                if slot in slots and tells(label, slot):
                    accepted = [accepts(label, slot, option, article.published_on) for option in asked.labels]
                    yield slot, sample_of(asked, accepted)


def tells(label: Row | None, slot: str) -> bool:
    """Whether a label tells of a slot: a figure without one is no claim, a marked one may be without a period."""
    return slot == "metric" if label is None else slot != "period" or "period" in label


def sample_of(asked: Question, accepted: Sequence[bool]) -> Sample:
    """A question as training sees it."""
    return Sample([VOCABULARY.pack_option(asked, place) for place in range(len(asked.options))], accepted)


def accepts_period(label: Row, option: Any, published: date | None) -> bool:
    """Whether a label accepts what a question on a period offers: a time, or None for the day of publication."""
    time: Time | None = option[0]
    first, last = (published, published) if time is None else (time.period_start, time.period_end)
    return slot_is_right("period", label, {"period_start": first, "period_end": last})


def placed(text: str, rows: Iterable[Row]) -> Iterator[tuple[int, int, Row]]:
    """Where the labelled figures stand; labels need not keep a text's blanks that do not break."""
    text = text.translate(_BLANKS)
    for row in rows:
        mention = row["mention"].translate(_BLANKS)
        start = -1
        for _ in range(row.get("nth", 1)):
            start = text.find(mention, start + 1)
            if start < 0:
                break
        if start >= 0:
            yield start, start + len(mention), row


def accepts(label: Row | None, slot: str, option: Any, published: date | None = None) -> bool:
    """Whether a label accepts what a question offers; without a label only that a figure is no claim is right."""
    if slot == "period":
        return label is not None and accepts_period(label, option, published)
    if slot == "metric":
        if label is None:
            return not option[2]
        return bool(option[2]) and slot_is_right("metric", label, {"metric": option[2]})
    return label is not None and slot_is_right("subject", label, {"subject": option.name})
