"""Ranks of makers, and the ordinals that rank something else."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract

RANKS = [
    ("Le neuvième fabricant mondial de pneus, Sailun, recrute.", "Sailun", 9.0),
    ("Haier, numéro un mondial du lave-linge, ferme un atelier.", "Haier", 1.0),
    ("Le n° 2 mondial des écrans, BOE, embauche.", "BOE", 2.0),
    ("BYD est le numéro deux chinois des batteries.", "BYD", 2.0),
    ("Le Henan s'est classé au sixième rang des provinces par le PIB en 2024.", "Henan", 6.0),
    ("L'Inde est le deuxième exportateur mondial de riz blanchi.", "India", 2.0),
    ("Midea détient un tiers du marché mondial du climatiseur, dont il est le premier producteur.", "Midea", 1.0),
    ("L'Anhui a monté 30 000 drones en 2024, ce qui en fait le premier de Chine.", "Anhui", 1.0),
    ("Dans le monde, Haier pointe à la troisième place avec 9 millions de fours vendus.", "Haier", 3.0),
    ("L'Inde, troisième au palmarès, a fondu 40 millions de tonnes de cuivre.", "India", 3.0),
    ("Ningbo est la cinquième ville automobile du pays.", "Ningbo", 5.0),
    ("Haier, numéro deux du secteur, a livré 30 000 fours.", "Haier", 2.0),
    ("Le groupe a livré 12 GW ; Goldwind, relégué au sixième rang, en a livré 9.", "Goldwind", 6.0),
    ("Nantong a achevé 9 millions de tonnes de cargos, ce qui place la ville au premier rang chinois.", "Nantong", 1.0),
    ("Haier figure à la deuxième place des marques européennes avec 9 millions de fours vendus.", "Haier", 2.0),
    ("Midea se classe troisième de Chine pour les climatiseurs.", "Midea", 3.0),
    ("Devenu le premier constructeur naval mondial, le groupe CSSC embauche.", "CSSC", 1.0),
]

OTHERS = [
    "La Chine est le premier marché mondial de l'automobile.",
    "Ningbo est le premier port mondial.",
    "Chengdu est la quatrième ville du pays par la population.",
    "Le numéro un mondial de la distribution, Walmart, ferme des magasins.",
    "Goldwind est le leader mondial des éoliennes.",
    "C'est la troisième fois que BYD baisse ses prix en Chine.",
    "Samsung, premier exportateur du pays, emploie 900 personnes en Chine.",
    "Haier a livré son dix millième four en Chine.",
    "Le numéro 12 de la revue chinoise paraît mardi.",
    "BYD arrive premier du championnat de Chine.",
    "Ningbo est passée du troisième étage au septième.",
]


def ranks_in(text: str) -> list[tuple[str, float | None, str | None]]:
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    return [(c.subject, c.value, c.unit) for c in extract(article).claims if c.metric == "output_rank"]


@pytest.mark.parametrize(("text", "subject", "place"), RANKS)
def test_an_ordinal_that_ranks_a_maker_in_a_named_whole_is_a_rank(text: str, subject: str, place: float) -> None:
    assert ranks_in(text) == [(subject, place, "rank")]


def test_a_rank_can_leave_out_its_place() -> None:
    text = "Le Brésil se situe au troisième rang mondial pour l'acier, la Turquie au septième."
    assert ranks_in(text) == [("Brazil", 3.0, "rank"), ("Turkey", 7.0, "rank")]


@pytest.mark.parametrize("text", OTHERS)
def test_an_ordinal_that_ranks_something_else_is_none(text: str) -> None:
    assert ranks_in(text) == []


def test_the_second_of_a_ranking_takes_its_whole() -> None:
    text = "L'Allemagne reste le premier exportateur mondial de presses, devant l'Italie, la Chine occupant le 3e rang."
    assert [value for _, value, _ in ranks_in(text)] == [1.0, 3.0]


def test_models_have_no_ranks() -> None:
    text = "Qwen3 est le numéro un mondial des téléchargements de modèles, devant DeepSeek-V3 et ses 9 millions."
    assert ranks_in(text) == []
