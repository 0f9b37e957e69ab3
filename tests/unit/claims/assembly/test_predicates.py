"""``38 000 ont été vendues`` behind what was made: the passive verb of a figure tells what it measures."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Geely a produit 40 000 voitures en mai ; 38 000 ont été vendues et 12 000 exportées.",
            ["output_volume", "sales_volume", "export_volume"],
        ),
        (
            "Sur les 40 000 voitures produites à Wuhan, 12 000 d'entre elles ont déjà été exportées.",
            ["output_volume", "export_volume"],
        ),
        ("12 000 véhicules produits en Chine ont été vendus au Chili.", ["sales_volume"]),
        # An active verb tells of another figure, and what was made stays so.
        ("Ses sept usines ont vendu 40 000 voitures en mai, et Wuhan 12 000.", ["firm_count", "sales_volume"]),
        ("Geely a produit 40 000 voitures en mai, dont 12 000 ont été fabriquées à Wuhan.", ["output_volume"] * 2),
    ],
)
def test_the_passive_verb_of_a_figure_tells_its_metric(text: str, metrics: list[str]) -> None:
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    found = [decision.metric for reading in read_article(article, "fr") for decision in reading.decisions]
    assert found[: len(metrics)] == metrics
