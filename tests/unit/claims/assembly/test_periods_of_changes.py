"""When what changes began and ended, what is aimed at for a year, what was a year ago: sentences of our own."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from tests.unit.claims.assembly.test_periods_of_figures import NOW, PUBLISHED, days_by_figure, ruled_days

CHANGES = [
    pytest.param(
        "Gree est passé de 63 000 à 41 000 salariés en quatre ans.",
        {"63 000": "2021-01-01..2021-12-31", "41 000": NOW},
        id="what a change began with is of so many years before",
    ),
    pytest.param(
        "Gree est passé de 63 000 à 41 000 salariés en deux ans et demi.", {"63 000": NOW}, id="halves of years"
    ),
    pytest.param(
        "Doubao est passé de 21 à 34 millions d'utilisateurs entre février et le 9 juin.",
        {"21": "2025-02-01..2025-02-28", "34 millions": "2025-06-09..2025-06-09"},
        id="a month and a day at the ends of a change",
    ),
    pytest.param(
        "Il y a un an, Gree avait 63 000 salariés.", {"63 000": "2024-06-12..2024-06-12"}, id="that day a year before"
    ),
    pytest.param(
        "Gree, absent du Chili il y a un an, y emploie 63 000 salariés.",
        {"63 000": NOW},
        id="what was a year ago is past",
    ),
    pytest.param(
        "Il y a un an, BYD a vendu 63 000 bus.",
        {"63 000": "2024-01-01..2024-12-31"},
        id="what was sold a year ago is of that year",
    ),
    pytest.param(
        "La Chine a exporté 63 000 bus en mai et 230 000 depuis janvier.",
        {"63 000": "2025-05-01..2025-05-31", "230 000": "2025-01-01..2025-05-31"},
        id="since January up to the month told of",
    ),
    pytest.param(
        "La Chine a exporté 230 000 bus depuis janvier.", {"230 000": "2025-01-01..2025-06-12"}, id="since January"
    ),
    pytest.param(
        "BYD a porté en avril son objectif annuel de 63 000 à 71 000 bus livrés.",
        {"63 000": "2025-01-01..2025-12-31", "71 000": "2025-01-01..2025-12-31"},
        id="a target of the year",
    ),
    pytest.param(
        "BYD a rogné son objectif de l'année à 63 000 bus livrés.",
        {"63 000": "2025-01-01..2025-12-31"},
        id="the target of the year",
    ),
    pytest.param(
        "L'effectif de Gree, 63 000 salariés en mars, tombera sous les 41 000 d'ici à Noël.",
        {"63 000": "2025-03-01..2025-03-31", "41 000": "..2025-12-25"},
        id="what it is, between commas, and what it will be",
    ),
    pytest.param(
        "Gree avait 63 000 salariés en mars ; Haier, 41 000.",
        {"63 000": "2025-03-01..2025-03-31", "41 000": "2025-03-01..2025-03-31"},
        id="the like of another without a verb",
    ),
]


@pytest.mark.parametrize(("text", "days"), CHANGES)
def test_a_change_dates_its_figures(text: str, days: dict[str, str]) -> None:
    found = days_by_figure(text)
    assert {mention: found[mention] for mention in days} == days


def test_a_day_of_february_has_one_a_year_before() -> None:
    found = days_by_figure("Il y a un an, Gree avait 63 000 salariés.", published_on=date(2024, 2, 29))
    assert found["63 000"] == "2023-02-28..2023-02-28"


def test_a_scheme_is_worth_its_term() -> None:
    found = days_by_figure(
        "Le règlement de Dalian vaut du 1er mai 2025 au 30 avril 2028.",
        "La ville prend en charge 40 % du loyer des jeunes entreprises.",
        published_on=PUBLISHED,
    )
    assert found["40 %"] == "2025-05-01..2028-04-30"


def test_a_title_names_the_last_of_the_two_months_that_the_text_tells_of() -> None:
    paragraphs = (
        "Au cours des deux premiers mois de 2026, la Chine a produit 9 millions de pneus.",
        "Le Hebei, riche en usines, a bien tenu. Les Chinois ont aussi exporté 4 millions de pneus.",
    )
    article = Article(
        "article", paragraphs, title="Chine : le pneu en février", language="fr", published_on=date(2026, 3, 16)
    )
    dated = {
        decision.figure.mention: ruled_days(decision, article.published_on)
        for reading in read_article(article, "fr")
        for decision in reading.decisions
    }
    assert dated["4 millions"] == "2026-01-01..2026-02-28"
