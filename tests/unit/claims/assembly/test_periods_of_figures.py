"""Which of a sentence's times dates which figure by rule: sentences of our own, with the days that figures must get."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.model import Decision

PUBLISHED = date(2025, 6, 12)
NOW = "2025-06-12..2025-06-12"


def ruled_days(decision: Decision, published_on: date | None) -> str:
    time = decision.time
    start, end = (published_on, published_on) if time is None else (time.period_start, time.period_end)
    return f"{start or ''}..{end or ''}"


def days_by_figure(*paragraphs: str, published_on: date | None = PUBLISHED) -> dict[str, str]:
    article = Article("article", paragraphs, language="fr", published_on=published_on)
    return {
        decision.figure.mention: ruled_days(decision, published_on)
        for reading in read_article(article, "fr")
        for decision in reading.decisions
        if decision.time_rule
    }


COMPARISONS = [
    pytest.param(
        "La production de verre du Hubei a gagné 2,1 % en mai (avril : 3,4 % ; attendu : 2,9 %).",
        {
            "2,1 %": "2025-05-01..2025-05-31",
            "3,4 %": "2025-04-01..2025-04-30",
            "2,9 %": "2025-05-01..2025-05-31",
        },
        id="the label of another item dates no figure",
    ),
    pytest.param(
        "Geely a livré 90 400 voitures en mai, contre 61 200 en mai 2024, alors que ses ventes en Russie ont reculé "
        "de 4 %.",
        {
            "90 400": "2025-05-01..2025-05-31",
            "61 200": "2024-05-01..2024-05-31",
            "4 %": "2025-05-01..2025-05-31",
        },
        id="the figure behind a comparison goes back to the main time",
    ),
    pytest.param(
        "Le Hunan a produit 52 000 camions en 2024 (38 000 en 2020), et le Hubei 47 000.",
        {"52 000": "2024-01-01..2024-12-31", "38 000": "2020-01-01..2020-12-31", "47 000": "2024-01-01..2024-12-31"},
        id="a time in brackets stays in them",
    ),
    pytest.param(
        "Les usines textiles de Nantong, qui étaient 340 en 2008, ne sont plus que 96 usines.",
        {"96": NOW},
        id="what is left is told of today",
    ),
    pytest.param(
        "L'aciérie de Tangshan, qui employait 9 000 ouvriers il y a cinq ans, n'occupe plus que 4 200 salariés.",
        {"9 000": "2020-01-01..2020-12-31", "4 200": NOW},
        id="what was counted years ago",
    ),
]

STOCKS = [
    pytest.param(
        "Haier, qui emploie 122 000 personnes dans le monde, a fabriqué en 2024 31 millions de réfrigérateurs.",
        {"122 000": NOW, "31 millions": "2024-01-01..2024-12-31"},
        id="people employed and goods of a year",
    ),
    pytest.param(
        "Haier, 122 000 salariés, a vendu 31 millions de réfrigérateurs en 2024.",
        {"122 000": NOW, "31 millions": "2024-01-01..2024-12-31"},
        id="people told in passing",
    ),
    pytest.param(
        "À Dalian, le chantier naval de Hengli, dont les grues rouillaient en 2021, occupe 25 400 ouvriers.",
        {"25 400": NOW},
        id="the time of another clause",
    ),
    pytest.param(
        "Fin 2024, Foshan comptait 1 900 usines de céramique.",
        {"1 900": "2024-09-01..2024-12-31"},
        id="a stock with a time of its own keeps it",
    ),
    pytest.param(
        "Tangshan comptait 120 aciéries en 2019 et 46 usines aujourd'hui.",
        {"46": NOW},
        id="today is the day of publication",
    ),
]


SPANS = [
    pytest.param(
        "BYD a publié un chiffre d'affaires de 371 milliards de yuans pour l'exercice clos fin mars.",
        {"371 milliards de yuans": "2024-04-01..2025-03-31"},
        id="a year that closes in spring",
    ),
    pytest.param(
        "Le chiffre d'affaires de Haier s'est élevé à 86 milliards de yuans à fin mars.",
        {"86 milliards de yuans": "2025-01-01..2025-03-31"},
        id="the year so far",
    ),
    pytest.param(
        "La part de Haier dans les ventes est passée de 28 % à 24 % entre mars 2024 et mars 2025.",
        {"28 %": "2024-03-01..2024-03-31", "24 %": "2025-03-01..2025-03-31"},
        id="either end of a change",
    ),
    pytest.param(
        "Changan maintient sa prévision annuelle de 3 millions de ventes.",
        {"3 millions": "2025-01-01..2025-12-31"},
        id="a year's target is that of the running year",
    ),
    pytest.param(
        "La Chine a produit 84 millions de tonnes d'acier en mai, 4 % de moins qu'en mai 2024 et 9,8 % sous le record "
        "de 2020.",
        {"4 %": "2025-05-01..2025-05-31", "9,8 %": "2025-05-01..2025-05-31"},
        id="a peak names its own year",
    ),
]

STATEMENTS = [
    pytest.param(
        "La Chine a vendu 1,8 million de voitures en mai. Les voitures électriques ont représenté 52 % des ventes du "
        "mois, contre 47 % un an plus tôt.",
        {"52 %": "2025-05-01..2025-05-31"},
        id="the month spoken of",
    ),
    pytest.param(
        "La Chine a vendu 1,8 million de voitures en mai, contre 1,6 million en mai 2023. BYD en a vendu 382 000.",
        {"382 000": "2025-05-01..2025-05-31"},
        id="what was compared does not go on",
    ),
    pytest.param(
        "En mai, la Chine a installé 9 GW de batteries. CATL en a fourni 43 % des ventes.",
        {"43 %": "2025-05-01..2025-05-31"},
        id="a share told in the past tense goes on",
    ),
    pytest.param(
        "2021. Les usines de la Chine fabriquent 215 000 robots industriels.",
        {"215 000": "2021-01-01..2021-12-31"},
        id="a time that stands alone governs its paragraph",
    ),
]


OTHERS = [
    pytest.param(
        "Haier a inauguré son usine du Caire en mars : 400 000 climatiseurs par an, 900 emplois.",
        {"900": NOW},
        id="what follows a colon is not of the day before it",
    ),
    pytest.param(
        "Le constructeur Chery, qui tablait en mars sur 3 millions de ventes cette année, a fermé une usine.",
        {"3 millions": "2025-01-01..2025-12-31"},
        id="the month of a forecast is not the year that it is for",
    ),
    pytest.param(
        "Alcoa fermera en septembre son usine de Portovesme, qui employait 480 salariés.",
        {"480": NOW},
        id="what was does not lie ahead",
    ),
    pytest.param(
        "Hisense, premier fabricant de téléviseurs du pays, a confirmé mardi la fermeture de son usine.",
        {"premier": NOW},
        id="a rank told in passing",
    ),
    pytest.param(
        "Le taux d'aide de Wuxi, de 50 % en 2024, est ramené à 35 % du prix des machines.",
        {"35 %": NOW},
        id="what is set now",
    ),
]

MORE_OTHERS = [
    pytest.param(
        "Chery, qui vendait 900 000 voitures en 2019, a vendu 620 000 voitures au premier trimestre.",
        {"900 000": "2019-01-01..2019-12-31", "620 000": "2025-01-01..2025-03-31"},
        id="what was is over with its clause",
    ),
    pytest.param(
        "Midea a vendu 24 millions de climatiseurs en 2024 ; 31 000 ouvriers travaillent dans ses usines de Foshan.",
        {"31 000": NOW},
        id="a verb behind the figure tells of now",
    ),
    pytest.param(
        "L'usine hongroise de BYD, qui démarrera début 2026, pourra sortir 300 000 voitures par an à terme.",
        {"300 000": NOW},
        id="some day is no date",
    ),
    pytest.param(
        "Depuis mars, DeepSeek facture 0,42 dollar le million de jetons produits.",
        {"0,42 dollar": "2025-03-01..2025-06-12"},
        id="a price since a month",
    ),
    pytest.param(
        "L'usine de Gotion à Kénitra emploiera 900 personnes dès l'an prochain.",
        {"900": "2026-01-01..2026-12-31"},
        id="in a year already",
    ),
]

APART = [
    pytest.param(
        "Foshan a expédié 3 millions de climatiseurs en 2024 ; un climatiseur sur six vendu en Chine sort de ses "
        "usines.",
        {"3 millions": "2024-01-01..2024-12-31", "un climatiseur sur six": NOW},
        id="a share told of the present behind a semicolon",
    ),
    pytest.param(
        "Harbin verse une aide de 200 000 yuans par atelier, dont 46 entreprises ont profité fin mai.",
        {"200 000 yuans": NOW},
        id="a time behind those who were served is theirs",
    ),
]


ASKED = [
    pytest.param(
        "Le Hubei a posé 9 GW de panneaux solaires en 2024. Et pour 2026 ?\n"
        "La fédération du bâtiment y imagine 12 GW de nouvelles installations. La province compte 40 fonderies.",
        {"9 GW": "2024-01-01..2024-12-31", "12 GW": "2026-01-01..2026-12-31", "40": NOW},
        id="a question that asks of a year alone dates its answer",
    ),
    pytest.param(
        "Haier a vendu 3 millions de fours en 2024. Et demain ? Le groupe emploie 900 personnes.",
        {"3 millions": "2024-01-01..2024-12-31", "900": NOW},
        id="a question of tomorrow dates nothing",
    ),
    pytest.param(
        "Haier a vendu 3 millions de fours en mai 2024. Et en 2023 ? Le groupe détient 12 % du marché chinois.",
        {"3 millions": "2024-05-01..2024-05-31", "12 %": "2023-01-01..2023-12-31"},
        id="a question of a year past, which the tense of its answer leaves open",
    ),
    pytest.param(
        "Et pour 2026 ? En mai, la province de l'Anhui comptait 40 fonderies.",
        {"40": "2025-05-01..2025-05-31"},
        id="an answer that names its own time keeps it",
    ),
    pytest.param(
        "Pourquoi a-t-on fermé les hauts fourneaux du groupe en 2019 ? Haier emploie 900 personnes.",
        {"900": NOW},
        id="a question of more than a time dates nothing",
    ),
    pytest.param("Et Volvo en 2019 ? Haier emploie 900 personnes.", {"900": NOW}, id="a question of somebody else"),
    pytest.param("Tout a changé en 2019. Haier emploie 900 personnes.", {"900": NOW}, id="what asks nothing"),
]


OWN = ASKED + OTHERS + MORE_OTHERS + APART + COMPARISONS + STOCKS + SPANS + STATEMENTS


@pytest.mark.parametrize(("text", "expected"), OWN)
def test_a_figure_gets_the_time_of_its_own_statement(text: str, expected: dict[str, str]) -> None:
    found = days_by_figure(*text.split("\n"))
    assert {mention: found.get(mention, "no claim") for mention in expected} == expected
