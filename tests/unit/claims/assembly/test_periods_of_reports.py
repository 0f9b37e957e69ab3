"""Times that reports leave unsaid, told at one time of the year or another: sentences of our own."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract

AUTUMN, WINTER = date(2025, 11, 20), date(2026, 2, 10)

REPORTS = [
    pytest.param(
        AUTUMN,
        "Les ventes de Xtep ont progressé de 7 % au semestre, à 6,8 milliards de yuans.",
        {"7 %": "2025-01-01..2025-06-30", "6,8 milliards de yuans": "2025-01-01..2025-06-30"},
        id="the half that is over",
    ),
    pytest.param(
        WINTER,
        "Les ventes de Xtep ont progressé de 7 % au semestre.",
        {"7 %": "2025-07-01..2025-12-31"},
        id="the half that is over in winter",
    ),
    pytest.param(
        AUTUMN,
        "Sany a livré 12 000 grues sur trois trimestres.",
        {"12 000": "2025-01-01..2025-09-30"},
        id="three quarters are nine months",
    ),
    pytest.param(
        WINTER,
        "Sur neuf mois, le chiffre d'affaires de Sany a progressé de 8 %.",
        {"8 %": "2025-01-01..2025-09-30"},
        id="nine months are reported on for long",
    ),
    pytest.param(
        WINTER,
        "Le groupe Sany a vendu 12 000 grues en neuf mois.",
        {"12 000": "2025-01-01..2025-09-30"},
        id="nine months behind what was sold",
    ),
    pytest.param(
        AUTUMN,
        "BYD a livré 860 000 voitures en sept mois.",
        {"860 000": "2025-11-20..2025-11-20"},
        id="seven months are no report",
    ),
    pytest.param(
        AUTUMN,
        "Sany a réalisé 31 milliards de yuans de ventes en 2024, contre 28.",
        {"31 milliards de yuans": "2024-01-01..2024-12-31", "28": "2023-01-01..2023-12-31"},
        id="what a year is set against is the year before",
    ),
    pytest.param(
        AUTUMN,
        "BYD a livré 860 000 voitures au troisième trimestre, contre 790 000 pour Geely.",
        {"860 000": "2025-07-01..2025-09-30", "790 000": "2025-07-01..2025-09-30"},
        id="another is set against it in the same quarter",
    ),
    pytest.param(
        AUTUMN,
        "BYD a devancé Tesla en 2024 : 1,7 million de voitures vendues, contre 1,6 million.",
        {"1,6 million": "2024-01-01..2024-12-31"},
        id="who is ahead is ahead in the same year",
    ),
    pytest.param(
        WINTER,
        "Sur l'exercice, les ventes de Sany ont diminué de 5 %.",
        {"5 %": "2025-01-01..2025-12-31"},
        id="early in a year its business year is the one before",
    ),
    pytest.param(
        AUTUMN,
        "Sur l'exercice, les ventes de Sany ont diminué de 5 %.",
        {"5 %": "2025-01-01..2025-12-31"},
        id="late in a year it is this one",
    ),
    pytest.param(
        WINTER,
        "Sany vise 90 000 grues vendues pour l'année.",
        {"90 000": "2026-01-01..2026-12-31"},
        id="what is aimed at for the year lies ahead",
    ),
    pytest.param(
        WINTER,
        "L'année s'est soldée par 326 000 voitures vendues pour Leapmotor.",
        {"326 000": "2025-01-01..2025-12-31"},
        id="the year that ended",
    ),
    pytest.param(
        WINTER,
        "China Mobile a présenté jeudi ses résultats annuels. Ses ventes s'élèvent à 1 050 milliards de yuans.",
        {"1 050 milliards de yuans": "2025-01-01..2025-12-31"},
        id="annual results are of the year that is over",
    ),
    pytest.param(
        WINTER,
        "Ouverte en juillet 2024, l'usine de BYD emploie 5 800 personnes.",
        {"5 800": "2026-02-10..2026-02-10"},
        id="when a works opened is not when it employs",
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), REPORTS)
def test_figures_are_of_the_span_that_is_meant(published: date, text: str, expected: dict[str, str]) -> None:
    claims = extract(Article("own", (text,), language="fr", published_on=published)).claims
    days = {claim.mention: f"{claim.period_start}..{claim.period_end}" for claim in claims}
    assert {mention: days.get(mention) for mention in expected} == expected
