"""A bare number shares unit, scale and per cent of the figure before it, and only of one that it continues."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article

CASES = [
    (
        "Le groupe a vendu 268 millions de tonnes de ciment, dont 12 millions en Asie.",
        [(2.68e8, "tonne"), (1.2e7, "tonne")],
    ),
    ("La région a branché 79,8 GW, dont 5,6 en mer.", [(7.98e10, "watt"), (5.6e9, "watt")]),
    ("L'usine a coulé 12 000 tonnes en 2024, contre 9 500 en 2023.", [(12000.0, "tonne"), (9500.0, "tonne")]),
    ("Le pays a coulé 1,2 million de tonnes, contre 900 000 en 2023.", [(1.2e6, "tonne"), (9e5, "tonne")]),
    ("Les ateliers ont produit 12,9 millions de motos, contre 9,5 en 2023.", [(1.29e7, "item"), (9.5e6, "item")]),
    ("La marque détient 70 % du marché, contre 4 pour sa rivale.", [(0.7, "ratio"), (0.04, "ratio")]),
    ("Le pays a extrait 300 tonnes en 2023. Puis 1,3 million en 2024.", [(300.0, "tonne"), (1.3e6, "tonne")]),
    ("L'usine a coulé 300 tonnes avec 12 fours, contre 9 en 2023.", [(300.0, "tonne"), (12.0, "item"), (9.0, "item")]),
    ("La ville a installé 300 MW. Elle a vendu 12 motos.", [(3e8, "watt"), (12.0, "item")]),
    ("La marque détient 70 % du marché, contre 4 millions de francs.", [(0.7, "ratio"), (4e6, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_bare_numbers_share_what_the_figure_before_said(text: str, expected: list[tuple[float, str | None]]) -> None:
    article = Article(name="a.txt", paragraphs=(text,), language="fr", published_on=date(2025, 6, 12))
    figures = [figure for reading in read_article(article, "fr") for figure in reading.scene.figures]
    assert [figure.value for figure in figures] == pytest.approx([value for value, _ in expected])
    assert [figure.unit or "item" for figure in figures if figure.kind != "money"] == [
        unit for _, unit in expected if unit is not None
    ]
