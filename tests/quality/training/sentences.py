"""The sentences by which the rules of events are tested, as further samples: they say what is no event, too."""

from collections.abc import Iterator
from typing import Any

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from tests.quality.training.event_labels import events_accepted
from tests.quality.training.samples import Sample, sample_of
from tests.unit.claims.assembly.event_sentences import DEPLOYMENTS, NOTHING, PUBLISHED, RELEASES, TAUGHT

_ANYBODY = frozenset({"*"})
Told = list[tuple[str, str, str | None]]


def _sentences() -> Iterator[tuple[str, Told]]:
    for text, releases in RELEASES:
        yield text, [("release", model, None) for model in releases]
    for text, deployments in DEPLOYMENTS:
        yield text, [("deployment", model, adopter) for model, adopter, _ in deployments]
    for text in NOTHING:
        yield text, []
    yield from TAUGHT


def sentence_samples() -> Iterator[Sample]:
    """The questions on the events of every sentence."""
    for text, told in _sentences():
        article = Article("sentence", (text,), language="fr", published_on=PUBLISHED)
        readings = read_article(article, "fr")
        spots = [spot for reading in readings for spot, _ in reading.asked if spot.is_named]
        placed = []
        for metric, subject, adopter in told:
            named = adopter and adopter not in _ANYBODY
            row: dict[str, Any] = {
                "metric": [metric],
                "subject": [subject],
                "object": [adopter] if named else [],
                "period": [],
            }
            placed += [(s.model.start, s.model.end, row) for s in spots if s.model.name == subject][:1]
        for asked, accepted in events_accepted(readings, placed, "fr"):
            yield sample_of(asked, accepted)
