"""The sentences by which the rules of events are tested, as further samples: they say what is no event, too."""

from collections.abc import Iterator
from typing import Any

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from tests.quality.training.samples import Sample, event_samples
from tests.unit.claims.assembly.event_sentences import DEPLOYMENTS, NOTHING, PUBLISHED, RELEASES

_ANYBODY = frozenset({"*"})
Told = list[tuple[str, str, str | None]]


def _sentences() -> Iterator[tuple[str, Told]]:
    for text, releases in RELEASES:
        yield text, [("release", model, None) for model in releases]
    for text, deployments in DEPLOYMENTS:
        yield text, [("deployment", model, adopter) for model, adopter, _ in deployments]
    for text in NOTHING:
        yield text, []


def sentence_samples() -> Iterator[Sample]:
    """The questions on the events of every sentence."""
    for text, told in _sentences():
        article = Article("sentence", (text,), language="fr", published_on=PUBLISHED)
        for reading in read_article(article, "fr"):
            placed = []
            for metric, subject, adopter in told:
                row: dict[str, Any] = {
                    "metric": [metric], "object": [adopter] if adopter and adopter not in _ANYBODY else []
                }  # fmt: skip
                named = [model for model, _ in reading.asked if model.name == subject]
                placed += [(model.start, model.end, row) for model in named[:1]]
            yield from event_samples(reading, placed, "fr")
