"""Subjects that a text means by what lies around them: capitals, countries abroad, the whole country, the world."""

from datetime import date
from typing import cast

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.discourse import Subject


def options_of(mention: str, *paragraphs: str) -> dict[str, set[str]]:
    """The rules that propose each subject of a figure."""
    article = Article("own", paragraphs, language="fr", published_on=date(2025, 11, 5))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    asked = next(decision.asked["subject"] for decision in decisions if decision.figure.mention == mention)
    return {
        cast("Subject", label).name: {fact for fact in option.features if fact.startswith("rule:")}
        for option, label in zip(asked.options, asked.labels, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("La capitale du Shaanxi a versé 41 millions de yuans.", "Xi'an"),
        ("La capitale de la Mongolie-Intérieure a versé 41 millions de yuans.", "Hohhot"),
        ("Le Fujian hésite. La capitale provinciale a versé 41 millions de yuans.", "Fuzhou"),
        ("La capitale du Gansu se réveille. Elle a versé 41 millions de yuans de subventions.", "Lanzhou"),
    ],
)
def test_the_capital_of_a_province_is_a_city(text: str, capital: str) -> None:
    assert capital in options_of("41 millions de yuans", text)


def test_the_capital_of_a_trade_is_not_that_of_the_country() -> None:
    text = "Weifang coud des cerfs-volants. La capitale du cerf-volant a versé 41 millions de yuans."
    rules = options_of("41 millions de yuans", text)
    assert not any("rule:back-capital" in found for found in rules.values())


@pytest.mark.parametrize(
    ("paragraphs", "country"),
    [
        (("Le Maroc accueille Gotion.", "Le royaume a produit 410 000 voitures en 2024."), "Morocco"),
        (("BYD vise le Brésil.", "Le pays a produit 410 000 voitures en 2024."), "Brazil"),
        (("La Thaïlande accueille Chery.", "L'industrie a livré 410 000 voitures en 2024."), "Thailand"),
    ],
)
def test_a_country_abroad_is_meant_where_the_text_has_gone_there(paragraphs: tuple[str, ...], country: str) -> None:
    assert country in options_of("410 000", *paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "BYD a vendu 300 000 voitures. À l'échelle nationale, 410 000 camions ont été produits.",
        "BYD a vendu 300 000 voitures. Tous constructeurs confondus, 410 000 camions ont été vendus.",
        "BYD a vendu 300 000 voitures à Shenzhen. Dans tout le pays, 410 000 camions ont été vendus.",
    ],
)
def test_a_word_for_the_whole_country_leaves_the_firm(text: str) -> None:
    assert "rule:back-nationwide" in options_of("410 000", text)["China"]


def test_the_world_goes_on_in_the_next_sentence() -> None:
    text = (
        "Dans le monde, les usines ont acheté 540 000 robots en 2024. Un an avant, elles en avaient installé 410 000."
    )
    assert "World" in options_of("410 000", text)


def test_a_firm_that_its_town_has_told_goes_on() -> None:
    text = "BYD et Geely se suivent. Le géant de Shenzhen domine la Chine. Ses ventes ont atteint 410 000 voitures."
    assert "rule:last" in options_of("410 000", text)["BYD"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("À Győr, Audi agrandit ses ateliers. L'allemand y a produit 410 000 moteurs.", "Audi"),
        ("Tesla et BYD se suivent. L'américain a livré 410 000 moteurs.", "Tesla"),
        ("Tesla et BYD se suivent. Le chinois, lui, a livré 410 000 moteurs.", "BYD"),
    ],
)
def test_a_firm_can_be_told_by_its_country(text: str, firm: str) -> None:
    rules = options_of("410 000", text)
    assert "rule:demonym" in rules[firm]
    assert sum("rule:demonym" in found for found in rules.values()) == 1


def test_an_adjective_before_a_noun_is_nobody() -> None:
    rules = options_of("410 000", "Audi attend. Le constructeur allemand a vendu 410 000 moteurs.")
    assert not any("rule:demonym" in found for found in rules.values())


@pytest.mark.parametrize(
    ("paragraphs", "subject"),
    [
        (("Que devient Geely, le rival de BYD ?", "Il va bien. Les ventes ont atteint 410 000 voitures."), "Geely"),
        (("Parlons de Geely. Que vend-on ?", "Beaucoup. Elle a livré 410 000 voitures en mai."), "Geely"),
        (("Et le Hebei ?", "Peu de chose. On y a coulé 410 000 tonnes d'acier en mai."), "Hebei"),
    ],
)
def test_an_answer_can_be_about_whom_the_question_names(paragraphs: tuple[str, ...], subject: str) -> None:
    assert "rule:asked" in options_of("410 000", *paragraphs)[subject]


@pytest.mark.parametrize(
    ("last", "firm"),
    [
        ("L'entreprise a livré 410 000 voitures en mai.", "Geely"),
        ("Nos ateliers ont livré 410 000 voitures en mai.", "Geely"),
        ("Elle a livré 410 000 voitures en mai.", "Chery"),
        ("Le constructeur a livré 410 000 voitures en mai.", "Chery"),
    ],
)
def test_the_firm_that_opens_the_text_and_those_named_last_can_be_meant(last: str, firm: str) -> None:
    texts = (
        "Geely embauche, dit son patron.",
        "BYD recule, BYD licencie, BYD se tait. Nio attend, SAIC aussi, et Xpeng.",
        "Chery a ouvert une usine. Seres suit. Leapmotor hésite. On verra. Il pleut.",
    )
    assert firm in options_of("410 000", *texts, last)


def test_the_firm_that_opens_the_text_is_not_meant_where_another_is_named() -> None:
    texts = ("Geely embauche.", "BYD, Nio, SAIC et Xpeng attendent.", "Chery attend. Seres suit. Il pleut. On verra.")
    assert "Geely" not in options_of("410 000", *texts, "En mai, Seres a livré 410 000 voitures.")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("La Bretagne finance 30 % du prix d'un robot.", "Brittany"),
        ("La Saxe a retenu 30 % des dossiers. Elle couvre 40 % du prix d'achat d'un robot.", "Saxony"),
        ("Osaka couvre 40 % du prix d'achat d'un robot.", "Osaka"),
    ],
)
def test_a_region_or_a_city_abroad_can_grant_aid(text: str, region: str) -> None:
    assert region in options_of("40 %" if "40 %" in text else "30 %", text)


def test_a_country_abroad_grants_no_aid_of_a_province() -> None:
    assert "Germany" not in options_of("40 %", "Hefei hésite. L'Allemagne couvre 40 % du prix d'achat d'un robot.")


def test_the_region_is_the_one_abroad_where_the_text_has_gone_there() -> None:
    texts = (
        "Le Guangdong aide ses usines. La Bretagne suit.",
        "La région promet. Elle couvre 40 % du prix d'un robot.",
    )
    assert "rule:pronoun" in options_of("40 %", *texts)["Brittany"]
    texts = (
        "La Bretagne aide ses usines. Le Guangdong suit.",
        "La région promet. Elle couvre 40 % du prix d'un robot.",
    )
    assert "rule:pronoun" in options_of("40 %", *texts)["Guangdong"]


def test_who_speaks_in_turn_is_no_firm() -> None:
    talk = (
        "ANNE : On commence par Geely ?",
        "MARC : Oui, 410 000 voitures vendues en mai.",
        "ANNE : Et BYD ?",
        "MARC : Le groupe en a vendu 390 000.",
    )
    assert "MARC" not in options_of("410 000", *talk)
    assert "Geely" in options_of("410 000", *talk)


def test_the_seat_of_a_firm_is_not_the_town_that_is_meant_next() -> None:
    text = "Foshan aide. La société de Hangzhou y a ouvert un bureau. La mairie a versé 41 millions de yuans d'aides."
    assert "rule:back-city" in options_of("41 millions de yuans", text)["Foshan"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Foshan aide les ateliers. Sa voisine Dongguan fait mieux. Elle a versé 41 millions de yuans.", "Dongguan"),
        ("BYD recule. Son rival Geely avance. Il a investi 41 millions de yuans.", "Geely"),
    ],
)
def test_a_neighbour_that_opens_a_sentence_is_what_the_next_is_about(text: str, subject: str) -> None:
    assert "rule:pronoun" in options_of("41 millions de yuans", text)[subject]


def test_the_town_that_the_article_is_about_can_be_meant_after_another() -> None:
    texts = (
        "Foshan aide ses ateliers. Foshan finance les robots. Foshan recrute.",
        "Le Hunan suit, avec Changsha et Xiangtan. La ville a versé 41 millions de yuans d'aides.",
    )
    assert "rule:main_one" in options_of("41 millions de yuans", *texts)["Foshan"]


def test_a_demonym_can_stand_right_before_its_figure() -> None:
    rules = options_of("410 000", "BYD et Tesla se suivent. Le chinois a livré 420 000 voitures, l'américain 410 000.")
    assert "rule:demonym" in rules["Tesla"]


def test_a_zone_is_a_district() -> None:
    text = "À Pékin, Yizhuang recrute. La zone a versé 41 millions de yuans d'aides."
    assert "rule:back-district" in options_of("41 millions de yuans", text)["Yizhuang"]


def test_the_town_of_a_dateline_is_nobody() -> None:
    text = "BANGALORE (correspondance) — Les usines indiennes ont assemblé 410 000 téléphones en mai."
    assert "Bangalore" not in options_of("410 000", text)


def test_a_label_for_what_is_counted_is_no_firm() -> None:
    assert "Effectif" not in options_of("41 000", "BYD recrute.", "Effectif : 41 000 personnes.")


def facts_of(mention: str, text: str) -> dict[str, set[str]]:
    """All facts of each subject of a figure."""
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    asked = next(decision.asked["subject"] for decision in decisions if decision.figure.mention == mention)
    return {
        cast("Subject", label).name: {fact for fact, value in option.features.items() if value}
        for option, label in zip(asked.options, asked.labels, strict=True)
    }


def test_a_relative_clause_tells_of_the_name_before_it() -> None:
    facts = facts_of("410 000", "Foshan a aidé Geely, dont l'usine a assemblé 410 000 voitures en 2024.")
    assert "antecedent" in facts["Geely"]
    assert "other-antecedent" in facts["Foshan"]


def test_a_relative_clause_that_is_closed_tells_nothing_of_what_follows() -> None:
    facts = facts_of("410 000", "Geely, dont l'usine est à Ningbo, a vendu 410 000 voitures en 2024.")
    assert not any("antecedent" in told for told in facts.values())


def test_a_name_in_an_apposition_is_shut_in() -> None:
    facts = facts_of("410 000", "Geely, le grand rival de BYD, a vendu 410 000 voitures en 2024.")
    assert "shut-in" in facts["BYD"]
    assert "shut-in" not in facts["Geely"]
