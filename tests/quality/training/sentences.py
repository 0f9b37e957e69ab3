"""The sentences by which the rules of events and periods are tested, as further samples: they must stay right."""

from collections.abc import Iterator
from typing import Any, cast

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from tests.quality.training.event_labels import events_accepted
from tests.quality.training.samples import Sample, accepts_period, sample_of
from tests.unit.claims.assembly.event_sentences import DEPLOYMENTS, NOTHING, PUBLISHED, RELEASES, TAUGHT
from tests.unit.claims.assembly.test_periods_handed_down import HANDED
from tests.unit.claims.assembly.test_periods_of_figures import OWN
from tests.unit.claims.assembly.test_periods_of_figures import PUBLISHED as DATED

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


def period_samples() -> Iterator[Sample]:
    """The questions on the periods of every sentence's figures."""
    for case in OWN + HANDED:
        text, expected = cast("tuple[str, dict[str, str]]", case.values)
        article = Article("sentence", tuple(text.split("\n")), language="fr", published_on=DATED)
        decisions = [decision for reading in read_article(article, "fr", None) for decision in reading.decisions]
        for decision in decisions:
            asked, days = decision.asked.get("period"), expected.get(decision.figure.mention)
            if asked is not None and days is not None:
                row = {"period": [[day or None for day in days.split("..")]]}
                yield sample_of(asked, [accepts_period(row, option, DATED) for option in asked.labels])


def event_samples() -> Iterator[Sample]:
    """The questions on the events of every sentence."""
    for text, told in _sentences():
        article = Article("sentence", (text,), language="fr", published_on=PUBLISHED)
        readings = read_article(article, "fr", None)
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
