"""A claim names its firm as the article does, at its fullest."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract


def subjects_of(*paragraphs: str, title: str = "") -> list[str]:
    article = Article("own", paragraphs, title=title, language="fr", published_on=date(2025, 11, 5))
    return [claim.subject for claim in extract(article).claims]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Haitian a vendu 42 000 presses en 2024.", "Haitian"),
        ("Haitian International a vendu 42 000 presses en 2024.", "Haitian International"),
        ("HAITIAN INTERNATIONAL a vendu 42 000 presses en 2024.", "Haitian International"),
        ("Great Wall a exporté 450 000 voitures en 2024.", "Great Wall"),
        ("Zhipu compte 4 millions de développeurs.", "Zhipu"),
    ],
)
def test_a_listed_firm_keeps_the_name_that_the_text_gives_it(text: str, subject: str) -> None:
    assert subjects_of(text) == [subject]


def test_the_fullest_name_of_an_article_stands_for_its_shorter_ones() -> None:
    paragraphs = ("Great Wall Motor a exporté 450 000 voitures en 2024.", "En mai, Great Wall a vendu 90 000 voitures.")
    assert subjects_of(*paragraphs) == ["Great Wall Motor", "Great Wall Motor"]


def test_the_body_spells_the_name_rather_than_the_title() -> None:
    title = "Great Wall Motor part au Brésil"
    assert subjects_of("Great Wall a exporté 450 000 voitures en 2024.", title=title) == ["Great Wall"]


def test_a_developer_that_is_spelled_short_is_still_the_maker_of_its_models() -> None:
    assert subjects_of("Zhipu a publié GLM-5 le 3 mars 2025, un modèle de 744 milliards de paramètres.")[-1] == "GLM-5"
