"""``contre 2,1 millions pour Geely``: the comparison names whose figure it is, and whose it is not."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.ranking.linear import Facts

VOLUMES = "BYD a écoulé 4,3 millions de voitures, contre 2,1 millions pour Geely, présent à Munich."


def _facts(text: str, mention: str, subject: str, slot: str = "subject") -> Facts:
    article = Article("article", (text,), language="fr", published_on=date(2025, 6, 12))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    asked = next(d.asked[slot] for d in decisions if d.figure.mention == mention)
    names = [str(getattr(label, "name", "")) for label in asked.labels]
    facts = asked.options[names.index(subject)].features
    return {name: value for name, value in facts.items() if name.startswith("compared-")}


def test_the_name_behind_a_compared_figure_owns_it() -> None:
    own = _facts(VOLUMES, "2,1 millions", "Geely")
    assert {"compared-owner", "compared-owner|firm", "compared-owner:pour", "compared-owner:alike1"} == own.keys()
    assert _facts(VOLUMES, "2,1 millions", "BYD").keys() == {"compared-other", "compared-other|firm"}


@pytest.mark.parametrize(
    "text",
    [
        "BYD a écoulé 4,3 millions de voitures et en a livré 2,1 millions pour Geely.",  # nothing is compared
        "BYD a écoulé 4,3 millions de voitures, contre 2,1 millions un an plus tôt, loin devant Geely.",
    ],
)
def test_without_contre_or_far_from_the_name_nothing_is_told(text: str) -> None:
    assert not _facts(text, "2,1 millions", "Geely")
    assert not _facts(text, "2,1 millions", "BYD")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "BYD domine le marché. Il a vendu plus de voitures (4,3 millions contre 2,1 millions pour Geely).",
            ["BYD", "Geely"],
        ),
        (
            "Le Hunan aide davantage (2 milliards de yuans de budget contre 800 millions pour le Hubei).",
            ["Hunan", "Hubei"],
        ),
    ],
)
def test_each_side_of_a_comparison_has_its_owner(text: str, owners: list[str]) -> None:
    article = Article("article", (text,), language="fr", published_on=date(2025, 6, 12))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    assert [decision.subject for decision in decisions] == owners
