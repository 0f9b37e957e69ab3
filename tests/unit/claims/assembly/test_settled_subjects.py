"""Whose a figure is where language alone tells: relative clauses, rivals, asides, makers, series, versions."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article


def _owners(*lines: str) -> list[tuple[str, str]]:
    article = Article("own", lines, language="fr", published_on=date(2025, 11, 5))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    return [(decision.figure.mention, decision.subject) for decision in decisions if decision.subject]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Jinan se réjouit des 900 millions de dollars que Siemens investit dans son usine.",
            [("900 millions de dollars", "Siemens")],
        ),
        ("Zhengzhou vit des 200 000 emplois que Foxconn y fournit.", [("200 000", "Foxconn")]),
        ("BYD a vendu 30 000 voitures que Hertz et Sixt louent.", [("30 000", "BYD")]),
    ],
)
def test_a_relative_clause_right_behind_a_figure_names_its_owner(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "BYD a écoulé 4,3 millions de voitures, contre 2,1 millions pour Geely, présent à Munich.",
            [("4,3 millions", "BYD"), ("2,1 millions", "Geely")],
        ),
        (
            (
                "Yi-Lightning a paru en mai. Bâti à partir de Qwen3-Max, ce modèle est plus gros (900 milliards de "
                "paramètres, contre 500 milliards pour Qwen)."
            ),
            [("900 milliards", "Yi-Lightning"), ("500 milliards", "Qwen")],
        ),
    ],
)
def test_nobody_is_measured_against_itself(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            (
                "Le marché chinois ralentit. « Les usines souffrent », observe Ye Min, économiste à la banque Dahe, "
                "qui attend des exportations en hausse de 2 %."
            ),
            [("2 %", "China")],
        ),
        (
            (
                "En Malaisie, le marché progresse. La Camar, la fédération des constructeurs, table sur 1,05 million "
                "de voitures vendues en 2026."
            ),
            [("1,05 million", "Malaysia")],
        ),
    ],
)
def test_who_only_reports_has_no_figure(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("La maison mère de Doubao emploie 150 000 personnes.", [("150 000", "ByteDance")]),
        ("Les utilisateurs de ChatGPT sont 800 millions.", [("800 millions", "ChatGPT")]),
    ],
)
def test_a_word_for_its_maker_turns_a_model_into_a_firm(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Changan et Seres, le partenaire de Huawei, ont livré respectivement 125 000 et 55 203 véhicules en mai.",
            [("125 000", "Changan"), ("55 203", "Seres")],
        ),
        (
            (
                "DeepSeek-R1 est facturé 0,55 dollar le million de jetons en entrée et 2,19 dollars en sortie ; "
                "GPT-4o, respectivement 2,50 et 10 dollars."
            ),
            [
                ("0,55 dollar", "DeepSeek-R1"),
                ("2,19 dollars", "DeepSeek-R1"),
                ("2,50", "GPT-4o"),
                ("10 dollars", "GPT-4o"),
            ],
        ),
        (
            "Le Hunan, le Hubei et l'Anhui ont produit respectivement 12,1, 8,4 et 6,2 millions de tonnes de riz.",
            [("12,1", "Hunan"), ("8,4", "Hubei"), ("6,2 millions", "Anhui")],
        ),
        (
            "BYD, Geely et Chery ont vendu 382 000, 235 000 et 190 000 voitures en mai.",
            [("382 000", "BYD"), ("235 000", "Geely"), ("190 000", "Chery")],
        ),
    ],
)
def test_a_series_of_figures_follows_the_list_of_names(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "CATL et Gotion dominent. Le premier emploie 120 000 personnes, le second un peu plus de 30 000.",
            [("120 000", "CATL"), ("30 000", "Gotion")],
        ),
        (
            "Ningbo et Hefei aident. La première offre 3 millions de yuans par robot, la seconde jusqu'à 5 millions.",
            [("3 millions de yuans", "Ningbo"), ("5 millions", "Hefei")],
        ),
        (
            "BOE et CSOT dominent : 25 % des écrans livrés en mai pour le premier, 22 % pour le second.",
            [("25 %", "BOE"), ("22 %", "CSOT")],
        ),
    ],
)
def test_ordinals_count_off_those_who_were_named(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Pékin abrite 410 fabricants de drones.", "Beijing"),
        ("Pékin, qui en compte 410, aide ses fabricants de drones.", "Beijing"),
        ("Pékin a assemblé 410 drones l'an dernier.", "Beijing"),
        ("Les usines de Pékin ont assemblé 410 drones.", "Beijing"),
        ("À Pékin, on recense 410 fabricants de drones.", "Beijing"),
        ("Pékin veut 410 fabricants de drones.", "China"),
        ("Pékin compte : le pays a 410 fabricants de drones.", "China"),
    ],
)
def test_what_only_towns_have_or_do_is_of_the_capital_itself(text: str, owner: str) -> None:
    assert _owners(text) == [("410", owner)]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Xiamen a de grandes rivales. La ville de Pékin compte au moins 410 sociétés de logiciels.", "Beijing"),
        ("Wenzhou aide ses usines. La ville du Zhejiang compte 410 fabricants de drones.", "Wenzhou"),
    ],
)
def test_a_word_for_a_town_before_its_name_points_at_nobody_else(text: str, owner: str) -> None:
    assert _owners(text) == [("410", owner)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Huawei a écoulé 4 fois moins de téléphones que Xiaomi : 8 millions contre 32 millions.",
            [("8 millions", "Huawei"), ("32 millions", "Xiaomi")],
        ),
        (
            "La Chine produit plus d'acier que l'Inde : 1 005 millions de tonnes contre 152.",
            [("1 005 millions", "China"), ("152", "India")],
        ),
        (
            "BYD en vend plus que prévu : 4,2 millions de voitures contre 3,8 millions.",
            [("4,2 millions", "BYD"), ("3,8 millions", "BYD")],
        ),
    ],
)
def test_what_is_compared_stands_in_the_order_of_those_who_are(text: str, owners: list[tuple[str, str]]) -> None:
    assert _owners(text) == owners


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Plus de la moitié des voitures vendues en Norvège sont chinoises.", "China"),
        ("Un tiers des voitures vendues en Norvège restent chinoises.", "China"),
    ],
)
def test_a_share_is_theirs_who_its_predicate_names(text: str, owner: str) -> None:
    assert [subject for _, subject in _owners(text)] == [owner]


def test_a_list_goes_on_telling_of_the_version_that_an_item_names() -> None:
    lines = ("GLM, le cadet", "* GLM-4.6 a paru en août.", "* Poids : 355 milliards de paramètres.")
    assert _owners(*lines) == [("355 milliards", "GLM-4.6")]
    assert _owners("GLM, le cadet", "* Poids : 355 milliards de paramètres.") == [("355 milliards", "GLM")]


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("Qwen a plus d'adeptes que Llama. Sa version Max en est à 800 milliards de paramètres.", "Qwen-Max"),
        ("Qwen est ouvert, Llama aussi. Sa version Max en est à 800 milliards de paramètres.", "Llama-Max"),
    ],
)
def test_a_version_without_its_model_is_not_that_of_a_rival(text: str, version: str) -> None:
    assert _owners(text) == [("800 milliards", version)]
