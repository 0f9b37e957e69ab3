"""Releases and deployments in sentences of the kinds that the press writes."""

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract
from tests.unit.claims.assembly.event_sentences import (
    CHRONOLOGIES,
    DEPLOYMENTS,
    NOTHING,
    PRONOUNS,
    PUBLISHED,
    RELEASES,
    days,
)

EVENTS = {"release", "deployment"}


def events_in(*paragraphs: str) -> list[tuple[str, str, str | None, str]]:
    article = Article("own", paragraphs, language="fr", published_on=PUBLISHED)
    found = [claim for claim in extract(article).claims if claim.metric in EVENTS]
    return [(c.metric, c.subject, c.object, f"{c.period_start}/{c.period_end} {c.status}") for c in found]


@pytest.mark.parametrize(("paragraphs", "expected"), CHRONOLOGIES)
def test_a_chronology_dates_its_releases(paragraphs: tuple[str, ...], expected: dict[str, str]) -> None:
    found = events_in("Rien ne va plus.", *paragraphs)
    assert found == [("release", model, None, days(*day.split("/"))) for model, day in expected.items()]


def test_the_date_at_the_head_of_a_paragraph_holds_for_its_other_sentences() -> None:
    assert events_in("Mai 2025 – Zhipu embauche. BMW utilise Qwen3.") == [
        ("deployment", "Qwen3", "BMW", days("2025-05-01", "2025-05-31"))
    ]


@pytest.mark.parametrize(("text", "expected"), RELEASES)
def test_a_release_has_its_model_its_date_and_its_status(text: str, expected: dict[str, str]) -> None:
    found = events_in(text)
    assert sorted(found) == sorted(("release", model, None, when) for model, when in expected.items())


@pytest.mark.parametrize(("text", "expected"), DEPLOYMENTS)
def test_a_deployment_has_a_model_and_each_adopter(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = events_in(text)
    unnamed = {model for model, adopter, _ in expected if adopter == "*"}
    seen = [(metric, model, "*" if model in unnamed and who else who, when) for metric, model, who, when in found]
    assert sorted(seen) == sorted(("deployment", *row) for row in expected)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_told_of_a_model_is_no_event_of_its_own(text: str) -> None:
    assert events_in(text) == []


@pytest.mark.parametrize(("paragraphs", "expected"), PRONOUNS)
def test_a_pronoun_stands_for_the_model_named_before_it(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str, str | None, str]]
) -> None:
    assert events_in(*paragraphs) == expected
