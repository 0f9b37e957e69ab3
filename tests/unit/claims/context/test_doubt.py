"""What surroundings say is weighed beside the rankers, and shown; what rankers alone can know stays theirs."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.discourse import Subject
from assets.claims.context.reader import ContextReader
from assets.claims.extract import extract
from assets.claims.ranking.doubt import _kept_apart


def article(*paragraphs: str) -> Article:
    return Article("own", paragraphs, language="fr", published_on=date(2025, 6, 12))


LAWYERS = article("Dans mon cabinet, neuf avocats sur douze s'en servent pour relire les contrats. Qwen3 nous plaît.")


def test_a_choice_that_the_surroundings_changed_says_so() -> None:
    (claim,) = [claim for claim in extract(LAWYERS).claims if claim.value is not None]
    assert (claim.metric, claim.subject) == ("adopter_count", "AI models")
    assert "subject:context" in claim.rule_ids


def test_a_choice_that_they_left_does_not() -> None:
    claims = extract(article("Chery a exporté 1,1 million de voitures en 2024.")).claims
    assert claims
    assert not [rule for claim in claims for rule in claim.rule_ids if rule.endswith(":context")]


def test_sums_of_two_groups_stay_what_they_were() -> None:
    kept = _kept_apart([0.6, 0.1, 0.3], [0.1, 0.1, 0.8], [True, True, False])
    assert kept == pytest.approx([0.35, 0.35, 0.3])


class Partial(ContextReader):
    """Speaks against Hubei whatever is asked."""

    def is_doubtful(self, probability):  # noqa: ARG002 (every figure is asked about)
        return True

    def metric_scores(self, scene, figure, metrics):  # noqa: ARG002
        return [0.0] * len(metrics)

    def subject_scores(self, scene, figure, subjects):  # noqa: ARG002
        return [90.0 * (subject.name != "Hubei") for subject in subjects]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("La Chine investit. Le Hubei verse 3 000 yuans de prime par voiture.", "Hubei"),  # aid is an authority's
        ("Le Hunan aide davantage (2 milliards de yuans de budget contre 800 millions pour le Hubei).", "Hubei"),
    ],
)
def test_what_the_metric_or_a_comparison_tells_stands(text: str, subject: str) -> None:
    decisions = [one for reading in read_article(article(text), "fr", Partial) for one in reading.decisions]
    assert decisions[-1].subject == subject


class Hasty(Partial):
    """Speaks for the day of publication whatever is asked."""

    def subject_scores(self, scene, figure, subjects):  # noqa: ARG002
        return [0.0] * len(subjects)

    def period_scores(self, scene, figure, periods):  # noqa: ARG002
        return [90.0 * (time is None) for time, _ in periods]


def test_a_period_is_weighed_in_its_surroundings_but_in_a_table() -> None:
    def rules(*paragraphs: str) -> list[list[str]]:
        readings = read_article(article(*paragraphs), "fr", Hasty)
        return [one.rules for reading in readings for one in reading.decisions if one.metric]

    (told,) = rules("Chery a exporté 1,1 million de voitures en 2024.")
    assert "period:context" in told
    cells = rules("Constructeur | Ventes en 2024", "Chery | 2,6 millions", "Geely | 2,2 millions")
    assert len(cells) == 2
    assert not [rule for rules_of_cell in cells for rule in rules_of_cell if rule == "period:context"]


@pytest.mark.parametrize(
    ("text", "is_offered"),
    [
        ("Leur part est passée à 57 % du marché chinois des robots, selon les fabricants de Nankin.", False),
        ("Les marques chinoises ont repris 61 % du marché chinois, devant Volkswagen.", True),
        ("BYD réalise 12 % des ventes chinoises de voitures.", True),
    ],
)
def test_a_country_has_no_share_of_its_own_market_unless_it_is_named_twice(text: str, is_offered: bool) -> None:
    asked = [
        decision.asked["subject"]
        for reading in read_article(article(text), "fr", None)
        for decision in reading.decisions
        if "subject" in decision.asked
    ]
    assert asked
    names = {label.name for label in asked[-1].labels if isinstance(label, Subject)}
    assert ("China" in names) == is_offered
