"""A claim's rules say whether its plan is a target or a forecast; the marts read it from there."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("En 2027, l'Anhui vise 4 millions de voitures produites.", "status.target"),
        ("L'Anhui vise une production de 4 millions de voitures d'ici 2027.", "status.target"),
        ("La production de l'Anhui devrait atteindre 4 millions de voitures en 2027.", "status.forecast"),
        ("La production de l'Anhui devrait atteindre 4 millions de voitures d'ici 2027.", "status.forecast"),
        ("L'Anhui produira 4 millions de voitures en 2027.", "status.future_tense"),
        ("L'Anhui compte produire 4 millions de voitures en 2027.", "status.intention"),
        ("L'Anhui prévoit de produire 4 millions de voitures en 2027.", "status.expected"),
        ("L'Anhui a produit 4 millions de voitures en 2024.", "status.default"),
    ],
)
def test_the_rules_of_a_claim_name_the_kind_of_plan(sentence: str, rule: str) -> None:
    article = Article(name="essai.txt", paragraphs=(sentence,), language="fr", published_on=date(2025, 5, 2))
    claims = extract(article).claims
    assert [(claim.metric, rule in claim.rule_ids) for claim in claims] == [("output_volume", True)]
    assert claims[0].status == ("actual" if rule == "status.default" else "planned")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("La production de l'Anhui n'a pas dépassé 4 millions de voitures en 2024.", ("le", "actual")),
        ("L'Anhui n'aurait pas produit plus de 4 millions de voitures en 2024.", ("le", "actual")),
        ("L'Anhui n'a pas produit moins de 4 millions de voitures en 2024.", ("ge", "actual")),
        ("L'Anhui n'a pas produit 4 millions de voitures en 2024.", ("eq", "denied")),
        ("L'Anhui dément avoir produit plus de 4 millions de voitures en 2024.", ("gt", "denied")),
    ],
)
def test_a_denial_that_makes_a_bound_denies_no_figure(sentence: str, told: tuple[str, str]) -> None:
    article = Article(name="essai.txt", paragraphs=(sentence,), language="fr", published_on=date(2025, 5, 2))
    assert [(claim.bound, claim.status) for claim in extract(article).claims] == [told]


def test_what_a_plan_starts_from_is_so_today() -> None:
    sentence = "La capacité des usines de l'Anhui passera de 12 à 20 GWh l'an prochain."
    article = Article(name="essai.txt", paragraphs=(sentence,), language="fr", published_on=date(2025, 5, 2))
    assert [claim.status for claim in extract(article).claims] == ["actual", "planned"]
