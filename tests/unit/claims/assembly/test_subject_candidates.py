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
    for reading in read_article(
        article, "fr", None
    ):  # proposals are the rules' matter, whatever the encoder makes of them
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
        ("Des modèles téléchargés en mars, 17 % étaient chinois et 15 % américains.", "17 %", "Chinese models"),
        ("Des modèles téléchargés en mars, 17 % étaient chinois et 15 % américains.", "15 %", "American models"),
        ("En mars, 41 % des téléchargements vont à des poids chinois.", "41 %", "Chinese models"),
        ("Au Canada, 12 % des entreprises utilisaient l'IA en mars.", "12 %", "Canada"),
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


def pointed_at(mention: str, text: str) -> dict[str, str]:
    """The rules of the pointing words, and whom they propose."""
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    asked = next(decision.asked["subject"] for decision in decisions if decision.figure.mention == mention)
    return {
        fact.removeprefix("rule:back-"): cast("Subject", label).name
        for option, label in zip(asked.options, asked.labels, strict=True)
        for fact in option.features
        if fact.startswith("rule:back-") and "|" not in fact
    }


@pytest.mark.parametrize(
    ("second", "mention", "rule", "subject"),
    [
        ("La première emploie 41 000 personnes, la seconde 9 000.", "41 000", "first", "BYD"),
        ("La première emploie 41 000 personnes, la seconde 9 000.", "9 000", "second", "Geely"),
        ("Le second a vendu 300 000 voitures en mai.", "300 000", "second", "Geely"),
        ("Celui-ci a vendu 300 000 voitures en mai.", "300 000", "latter", "Geely"),
        ("Ce dernier emploie 9 000 personnes.", "9 000", "latter", "Geely"),
    ],
)
def test_the_first_the_second_and_the_last_of_those_named_before(
    second: str, mention: str, rule: str, subject: str
) -> None:
    assert pointed_at(mention, f"Deux constructeurs embauchent, BYD et Geely. {second}")[rule] == subject


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Deux villes aident, Yantai et Weihai. La seconde usine emploie 410 personnes.", "410"),
        ("Yantai grandit. La première emploie 410 personnes dans ses usines.", "410"),
    ],
)
def test_an_ordinal_before_a_noun_or_without_two_names_points_at_nobody(text: str, mention: str) -> None:
    assert not {"first", "second"} & set(pointed_at(mention, text))


def test_whoever_was_named_in_the_two_sentences_before_is_proposed() -> None:
    text = "Près de Weihai, Yantai a ouvert une usine. Elle tourne. Au total, 41 000 personnes y sont employées."
    assert {"Weihai", "Yantai"} <= set(proposed("41 000", text))


@pytest.mark.parametrize(
    "text",
    [
        "Pékin, la municipalité, réserve 41 millions de yuans aux robots.",
        "Pékin-ville a créé un fonds de 41 millions de yuans pour les robots.",
        "Shanghai et Pékin ont versé 41 millions de yuans de subventions.",
        "Pékin fait mieux : la ville a versé 41 millions de yuans de subventions.",
    ],
)
def test_the_capital_can_be_meant_as_a_city(text: str) -> None:
    assert "Beijing" in proposed("41 millions de yuans", text)


def test_korea_without_its_half_is_the_south() -> None:
    assert "South Korea" in proposed("41 millions", "La Corée a exporté 41 millions de tonnes d'acier en 2024.")


@pytest.mark.parametrize(("name", "country"), [("Le Bénin", "Benin"), ("Le Gabon", "Gabon"), ("La Libye", "Libya")])
def test_small_countries_produce_too(name: str, country: str) -> None:
    assert country in proposed("410 000", f"{name} a produit 410 000 tonnes de ciment en 2024.")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("En 2024, les huit laiteries québécoises ont transformé 410 000 tonnes de lait.", "Quebec"),
        ("L'industrie flamande du textile a produit 410 000 tonnes de fil en 2024.", "Flanders"),
        ("Chez nous, les forges font vivre les Wallons, et ont coulé 410 000 tonnes en 2024.", "Wallonia"),
    ],
)
def test_the_adjective_of_a_region_abroad_names_it(text: str, region: str) -> None:
    assert region in proposed("410 000", text)


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
    ("second", "subject"),
    [
        ("Le groupe de Shenzhen a vendu 410 000 voitures en mai.", "BYD"),
        ("Le groupe de Hangzhou a vendu 410 000 voitures en mai.", "Geely"),
        ("Son rival de Shenzhen a vendu 410 000 voitures en mai.", "BYD"),
    ],
)
def test_a_firm_can_be_told_by_its_town(second: str, subject: str) -> None:
    rules = options_of("410 000", f"BYD et Geely se font la guerre des prix. {second}")
    assert "rule:home" in rules[subject]
    assert sum("rule:home" in found for found in rules.values()) == 1


def test_no_firm_of_the_article_sits_in_another_town() -> None:
    rules = options_of("410 000", "BYD recule. Le groupe de Qingdao a vendu 410 000 machines en mai.")
    assert not any("rule:home" in found for found in rules.values())


@pytest.mark.parametrize(
    ("text", "mention", "subject"),
    [
        ("Lingang grandit. La ville a versé 41 millions de yuans.", "41 millions de yuans", "Shanghai"),
        ("Weifang grandit. La province a versé 41 millions de yuans.", "41 millions de yuans", "Shandong"),
    ],
)
def test_the_city_of_a_district_and_the_province_of_a_town_are_proposed(text: str, mention: str, subject: str) -> None:
    assert "rule:wider" in options_of(mention, text)[subject]


def test_a_town_that_was_introduced_by_its_noun_is_known_again() -> None:
    paragraphs = ("Le bourg de Puwan, dans le Zhejiang, tisse des pulls.", "En 2024, Puwan en a expédié 41 millions.")
    assert "Puwan" in proposed("41 millions", *paragraphs)


@pytest.mark.parametrize(
    ("text", "mention", "subject"),
    [
        (
            "Zhipu sort GLM-4.5, Moonshot Kimi K2. Celui de Zhipu compte 355 milliards de paramètres.",
            "355 milliards",
            "GLM-4.5",
        ),
        (
            "Zhipu sort GLM-4.5, Moonshot Kimi K2. Le modèle de Zhipu a 355 milliards de paramètres.",
            "355 milliards",
            "GLM-4.5",
        ),
        (
            "Moonshot sort Kimi K2, Zhipu GLM-4.5. Celui de Moonshot a 1 000 milliards de paramètres.",
            "1 000 milliards",
            "Kimi K2",
        ),
    ],
)
def test_the_model_of_a_developer_is_the_one_of_it_named_last(text: str, mention: str, subject: str) -> None:
    rules = options_of(mention, text)
    assert "rule:made-by" in rules[subject]
    assert sum("rule:made-by" in found for found in rules.values()) == 1


def test_a_developer_spoken_of_before_stands_for_its_model() -> None:
    paragraphs = (
        "La chaîne passe à Hunyuan 2.0 en mai.",
        "ERNIE 4.5, GLM-4.5, Kimi K2 et Llama 4 ont perdu.",
        "Tencent est fier. Le modèle réunit 406 milliards de paramètres.",
    )
    assert "Hunyuan 2.0" in proposed("406 milliards", *paragraphs)


def test_a_model_named_some_sentences_ago_is_proposed() -> None:
    text = "La ville publie Vega-7B. Il lit. Il écrit. GLM-4.5 et Kimi K2 sont battus. Nul n'en parle. Il se tait."
    assert "Vega-7B" in proposed("9 milliards", f"{text} Le modèle compte 9 milliards de paramètres.")


def test_the_planet_has_models_too() -> None:
    assert "World" in proposed("3 755", "La planète compte 3 755 grands modèles.")


@pytest.mark.parametrize(
    ("header", "is_model"),
    [("Modèle | Paramètres (milliards)", True), ("Ville | Paramètres (milliards)", False)],
)
def test_the_rows_of_a_table_of_models_are_models(header: str, is_model: bool) -> None:
    day = date(2025, 11, 5)
    article = Article("own", (header, "Orvo-Grand | 123", "Kimi K2 | 1 000"), language="fr", published_on=day)
    named = {name.name: name.kind for reading in read_article(article, "fr") for name in reading.scene.names}
    assert (named.get("Orvo-Grand") == "model") is is_model


def test_what_is_downloaded_from_a_hub_is_not_the_hubs() -> None:
    text = "Baichuan a publié un modèle. Sur Hugging Face, il compte 41 000 téléchargements."
    names = proposed("41 000", text)
    assert "Baichuan" in names
    assert "Hugging Face" not in names


def test_the_side_of_the_subject_before_is_known_to_the_next_figure() -> None:
    text = "En mars, 61 % des jetons allaient à Doubao, 14 % à Kimi."
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    last = read_article(article, "fr")[0].decisions[-1].asked["subject"]
    facts = {
        cast("Subject", label).name: option.features for option, label in zip(last.options, last.labels, strict=True)
    }
    assert any(fact.endswith("after:other") for fact in facts["Kimi"])
    assert any(fact.endswith("before:same") for fact in facts["Doubao"])


def test_a_developer_in_a_relative_clause_is_not_what_the_sentence_is_about() -> None:
    text = "GLM-5, que Zhipu a publié en février, plaît. Il a été téléchargé 41 000 fois."
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    asked = read_article(article, "fr")[1].decisions[0].asked["subject"]
    told = {
        cast("Subject", label).name
        for option, label in zip(asked.options, asked.labels, strict=True)
        if "lead" in option.features
    }
    assert told == {"GLM-5"}
