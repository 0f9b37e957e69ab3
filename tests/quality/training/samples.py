"""Questions of the rankers on labelled articles, with the options that the labels accept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.articles.clean import clean
from assets.articles.model import Article
from assets.claims.assembly.assemble import Reading, read_article
from assets.claims.assembly.folding import fold
from assets.claims.assembly.things import adopting
from assets.claims.evaluate import slot_is_right
from assets.claims.ranking.events import NONE, Choice
from assets.claims.ranking.linear import Facts, Question, flat
from sources.reference.gazetteer import known_products

Row = Mapping[str, Any]
_TELLING = 4  # letters from which a name within another is the same name


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
    placed = list(_placed(article.text, (row for row in rows if row["value"] is not None)))
    told = list(_placed(article.text, (row for row in rows if row["value"] is None)))
    for reading in read_article(article, language):
        yield from (("event", sample) for sample in event_samples(reading, told, language))
        for decision in reading.decisions:
            figure = decision.figure
            label = next((row for start, end, row in placed if start < figure.end and figure.start < end), None)
            if label is not None and label.get("optional"):
                continue
            for slot, asked in decision.asked.items():
                if label is not None or slot == "metric":
                    accepted = [_accepts(label, slot, option) for option in asked.labels]
                    yield slot, _sample(asked, accepted)


def _sample(asked: Question, accepted: Sequence[bool]) -> Sample:
    return Sample([flat(asked, place) for place in range(len(asked.options))], accepted)


def event_samples(reading: Reading, told: Sequence[tuple[int, int, Row]], language: str) -> Iterator[Sample]:
    """The questions on what models' mentions tell; an adopter whom the sentence does not name is one not named."""
    for model, asked in reading.asked:
        labels = [row for start, end, row in told if start < model.end and model.start < end]
        if any(label.get("optional") for label in labels):
            continue
        accepted = [_tells(labels, choice, language) for choice in asked.labels]
        is_used = any(slot_is_right("metric", label, {"metric": "deployment"}) for label in labels)
        if is_used and not any(accepted[place] for place in range(2, len(accepted))):
            accepted[-1] = True
        yield _sample(asked, accepted)


def _tells(labels: Sequence[Row], choice: Any, language: str) -> bool:
    if choice == NONE:
        return not labels
    fitting = [label for label in labels if slot_is_right("metric", label, {"metric": choice.metric})]
    if not isinstance(choice, Choice) or choice.adopter is None:
        return any(choice.metric == "release" or not label.get("object") for label in fitting)
    return any(_adopts(label, choice.adopter.text, language) for label in fitting)


def _adopts(label: Row, adopter: str, language: str) -> bool:
    """Whether a label means an adopter: by its name or by the English noun for it."""
    known = [adopting(language).get(adopter, adopter), *(product.code for product in known_products().find(adopter))]
    if any(slot_is_right("object", label, {"object": name}) for name in (adopter, *known)):
        return True
    names = [fold(str(name)) for name in label.get("object") or ()]
    return any(
        min(len(name), len(adopter)) >= _TELLING and (fold(adopter) in name or name in fold(adopter)) for name in names
    )


def _placed(text: str, rows: Iterable[Row]) -> Iterator[tuple[int, int, Row]]:
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
