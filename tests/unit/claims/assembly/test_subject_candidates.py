"""Whom a figure can belong to: every subject that the text names, points at or goes on speaking of is proposed."""

from datetime import date
from typing import cast

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.discourse import Subject


def proposed(mention: str, *paragraphs: str, title: str = "", publisher: str = "") -> list[str]:
    day = date(2025, 11, 5)
    article = Article("own", paragraphs, title=title, publisher=publisher, language="fr", published_on=day)
    for reading in read_article(article, "fr"):
        for decision in reading.decisions:
            if decision.figure.mention == mention and "subject" in decision.asked:
                return [cast("Subject", label).name for label in decision.asked["subject"].labels]
    return []


@pytest.mark.parametrize(
    ("text", "mention", "subject"),
    [
        ("En mars, 41 % des notaires employaient un modèle de langage.", "41 %", "AI models"),
        ("Près de 33 % des caisses utilisent un grand modèle.", "33 %", "AI models"),
        ("Fin mai, 22 % des hôpitaux utilisaient un modèle ouvert.", "22 %", "open models"),
        ("Quelque 90 millions de personnes utilisent l'IA générative.", "90 millions", "generative AI"),
        ("Quelque 12 % des fermes utilisent l'IA.", "12 %", "AI"),
        ("Les modèles chinois pèsent 17 % des jetons, contre 15 % pour les américains.", "15 %", "American models"),
        ("Les modèles chinois captent 17 % des téléchargements, 4 % vont aux français.", "4 %", "French models"),
        ("En mars, l'usage de DeepSeek a bondi. Au total, 12 % des PME utilisent un chatbot.", "12 %", "AI models"),
        ("La Chine a traité 900 milliards de jetons par jour en mars.", "900 milliards", "China"),
        ("Le Japon a publié 47 modèles de langage en 2024.", "47", "Japan"),
    ],
)
def test_groups_and_countries_can_use_models(text: str, mention: str, subject: str) -> None:
    assert subject in proposed(mention, text)


@pytest.mark.parametrize(
    ("text", "mention", "subject"),
    [
        ("BYD a vendu 300 000 voitures en mars, calcule TrendForce.", "300 000", "TrendForce"),
        ("Un tiers des motos chinoises, soit 33 %, sont électriques chez Yadea.", "33 %", "Chinese models"),
        ("En France, 8 % des firmes utilisent DeepSeek.", "8 %", "French models"),
    ],
)
def test_who_only_counts_or_whose_whole_is_meant_is_not_proposed(text: str, mention: str, subject: str) -> None:
    names = proposed(mention, text)
    assert names
    assert subject not in names


@pytest.mark.parametrize(
    ("publisher", "is_issuer"),
    [
        ("Ville de Yantai", True),
        ("Gouvernement populaire de la province du Hebei", True),
        ("Municipalité de Wuxi", True),
        ("Le Quotidien de Wuxi", False),
        ("Ville de Lyon", False),
        ("La Ville, revue du Hebei", False),
    ],
)
def test_a_notice_is_about_the_authority_of_its_letterhead(publisher: str, is_issuer: bool) -> None:
    text = "L'aide couvre 30 % du prix d'achat d'une machine, avec un plafond de 50 000 yuans."
    names = proposed("50 000 yuans", text, publisher=publisher)
    assert any(name in names for name in ("Yantai", "Hebei", "Wuxi", "Lyon")) is is_issuer
