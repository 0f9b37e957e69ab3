"""Units that a line declares for the figures below or behind it, and what an item's lead-in announces."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article


def _read(*lines: str) -> list[tuple[float, str | None, str]]:
    article = Article("own", lines, language="fr", published_on=date(2025, 6, 12))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    return [(decision.figure.value, decision.figure.unit, decision.metric) for decision in decisions]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            ("Ventes de ciment en mai (en milliers de tonnes) :", "- Wuhan : 120", "- Changsha : 80,5"),
            [(120_000, "tonne", "sales_volume"), (80_500, "tonne", "sales_volume")],
        ),
        (
            ("Production de cuivre en mai, en tonnes :", "- Jiangxi : 120 000", "- Anhui : 80 000"),
            [(120_000, "tonne", "output_volume"), (80_000, "tonne", "output_volume")],
        ),
        (
            ("Capacité annuelle, en GWh :", "- CATL : 676", "- BYD : 300"),
            [(6.76e8, "kilowatt_hour", "capacity"), (3e8, "kilowatt_hour", "capacity")],
        ),
        (
            ("Utilisateurs mensuels en mai (en millions) :", "- Doubao : 120", "- DeepSeek : 95"),
            [(1.2e8, "item", "active_users"), (9.5e7, "item", "active_users")],
        ),
        (
            ("Les récoltes se comptent en tonnes : 40 000 à Anxi, 18 000 à Wuyishan.",),
            [(40_000, "tonne", "output_volume"), (18_000, "tonne", "output_volume")],
        ),
    ],
)
def test_a_bare_number_takes_the_unit_that_its_line_declares(
    lines: tuple[str, ...], read: list[tuple[float, str, str]]
) -> None:
    assert _read(*lines) == read


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        # An item that says its own unit keeps it, and a number that is written out is no number of thousands.
        (("Ventes de mai (en milliers) :", "- Geely : 120 000 voitures"), [(120_000, "item", "sales_volume")]),
        (("Ventes de mai (en milliers) :", "- Geely : 120 000"), [(120_000, "item", "sales_volume")]),
        # A month is no unit.
        (("Ventes de voitures en mai :", "- Geely : 120 000"), [(120_000, "item", "sales_volume")]),
        # Prose below a heading says its own units.
        (("Ventes (en milliers)", "En mai, Geely a vendu 950 voitures."), [(950, "item", "sales_volume")]),
    ],
)
def test_other_numbers_stay_as_they_are_written(lines: tuple[str, ...], read: list[tuple[float, str, str]]) -> None:
    assert _read(*lines) == read
