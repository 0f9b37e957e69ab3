"""Headings, list items, tables with and without borders: what stands above a figure speaks for it."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly import layout, memory, tables
from assets.claims.assembly.scenes import scenes_of
from assets.claims.assembly.text import sentences_of
from assets.claims.extract import extract

PUBLISHED = date(2025, 11, 3)


def claims_of(*paragraphs: str, title: str | None = None) -> list[tuple[object, ...]]:
    article = Article("x", paragraphs, title=title, language="fr", published_on=PUBLISHED)
    return [(c.mention, c.metric, c.subject, c.value, c.unit) for c in extract(article).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Des usines partout", True),
        ("2. Xiamen, la discrète", True),
        ("La ville compte 300 usines.", False),
        ("1. Fujian - 42,5 GW", False),
        ("Chery : 2,1 M", False),
        ("Usine | Ville", False),
    ],
)
def test_short_open_lines_are_headings(text: str, expected: bool):
    assert layout.is_heading(Article("x", ("Un.", text, "Deux."), language="fr"), 1) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Gu vend 3,5 t. Il achète.", ["M. Gu vend 3,5 t.", "Il achète."]),
        ("1. Fujian - 42,5 GW", ["1. Fujian - 42,5 GW"]),
        ("« Non », dit-il. « Oui. » Bien !", ["« Non », dit-il.", "« Oui. »", "Bien !"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]):
    assert [sentence.text for sentence in sentences_of(text, 0, 0)] == expected


def test_a_cell_takes_metric_and_period_from_the_caption_and_unit_from_its_heading():
    rows = claims_of(
        "Puissance installée au 30 septembre 2025",
        "Province | GW | Sur un an",
        "Gansu | 71,5 | +18 %",
        "Hebei | 88 | -2 %",
    )
    assert ("71,5", "capacity", "Gansu", 71.5e9, "watt") in rows
    assert ("-2 %", "output_growth", "Hebei", -0.02, "ratio") in rows
    assert len(rows) == 4


def test_a_cell_has_its_columns_scale_once_and_its_sign_set_apart():
    rows = claims_of(
        "Les ventes d'autobus, par constructeur",
        "Constructeur | Ventes, mars 2025 (milliers) | Variation sur un an | Exportations, mars 2025 (milliers)",
        "Yutong | 4,2 | - 3,5 % | 1,9",
        "Geely | 3,1 | − 4 % | 0,8",
    )
    assert ("4,2", "sales_volume", "Yutong", 4200, "item") in rows
    assert ("- 3,5 %", "sales_growth", "Yutong", -0.035, "ratio") in rows
    assert ("− 4 %", "sales_growth", "Geely", -0.04, "ratio") in rows
    assert ("0,8", "export_volume", "Geely", 800, "item") in rows


def test_a_row_is_its_labels_whatever_name_the_line_above_has():
    rows = claims_of(
        "Yutong reste le premier constructeur chinois d'autobus, mais ses rivaux gagnent du terrain.",
        "Constructeur | Ventes, mars 2025 (milliers) | Variation sur un an",
        "Yutong | 4,2 | - 3,5 %",
        "BYD | 3,1 | + 12,0 %",
    )
    assert ("3,1", "sales_volume", "BYD", 3100, "item") in rows
    assert ("+ 12,0 %", "sales_growth", "BYD", 0.12, "ratio") in rows


@pytest.mark.parametrize("label", ["Réponse", "Précision", "Bémol", "Participants", "Pourquoi", "Consensus"])
def test_a_common_word_that_opens_a_line_is_nobodys_name(label: str):
    rows = claims_of("BYD est lente.", f"{label} : 14 700 camions vendus en 2024.")
    assert rows == [("14 700", "sales_volume", "BYD", 14700, "item")]


def test_a_table_that_lost_its_borders_is_read_too():
    rows = claims_of(
        "Tableau 1. Assistants les plus utilisés en septembre 2025, en millions",
        "Application (éditeur) Utilisateurs actifs mensuels Sur un mois",
        "Doubao (ByteDance) 170,4 +2,5 %",
        "DeepSeek 140,1 -1,2 %",
    )
    assert ("170,4", "active_users", "Doubao", 170.4e6, "person") in rows
    assert ("-1,2 %", "usage_growth", "DeepSeek", -0.012, "ratio") in rows


def test_columns_of_funds_and_of_highest_aid_feed_two_metrics():
    rows = claims_of("Ville | Fonds | Aide maximale", "Wuxi | 4 Mds de yuans | 12 M de yuans", title="Aides aux drones")
    assert ("4 Mds de yuans", "programme_budget", "Wuxi", 4e9, "CNY") in rows
    assert ("12 M de yuans", "subsidy_ceiling", "Wuxi", 12e6, "CNY") in rows


def test_lines_under_a_heading_share_its_metric():
    rows = claims_of(
        "En 2024, les ventes ont progressé.", "Qui a vendu quoi ?", "Chery : 2 603 000 (+38 %).", "Nio : 221 000."
    )
    assert ("2 603 000", "sales_volume", "Chery", 2603000, "item") in rows
    assert ("+38 %", "sales_growth", "Chery", 0.38, "ratio") in rows
    assert ("221 000", "sales_volume", "Nio", 221000, "item") in rows


def test_a_cell_keeps_its_place_in_the_row():
    row = "Gansu | 71,5 | +18 %"
    cells = tables.cells_of(row, ("Province", "GW", "Sur un an"), "Puissance installée", "fr")
    assert [row[cell.offset : cell.offset + cell.length] for cell in cells] == ["71,5", "+18 %"]


def test_a_scale_in_brackets_and_a_percentage_in_brackets_make_the_bare_cells_what_they_are():
    rows = claims_of(
        "Production de l'année 2024",
        "Province | Voitures (milliers d’unités) | Évolution (%) | Robots (unités)",
        "Guangxi | 1 405 | −3,2 | 2 150",
    )
    assert ("1 405", "output_volume", "Guangxi", 1405000, "item") in rows
    assert ("−3,2", "output_growth", "Guangxi", -0.032, "ratio") in rows
    assert ("2 150", "output_volume", "Guangxi", 2150, "item") in rows


def test_a_caption_in_percent_makes_every_cell_a_share():
    rows = claims_of(
        "Part de la Chine dans la production mondiale, en\xa0%", "Produit | 2010 | 2024", "Ciment | 56 | 48"
    )
    assert rows == [("56", "output_share", "China", 0.56, "ratio"), ("48", "output_share", "China", 0.48, "ratio")]


def test_a_caption_gives_its_scale_to_the_figures_but_not_to_the_changes():
    rows = claims_of("Production d'acier en 2024, en millions de tonnes", "Pays | Volume | Écart", "Inde | 149 | +6 %")
    assert ("149", "output_volume", "India", 149e6, "tonne") in rows
    assert ("+6 %", "output_growth", "India", 0.06, "ratio") in rows


def test_a_bare_year_takes_the_words_of_the_heading_before_it():
    cells = tables.cells_of("Tesla | 9 | 7", ("Marque", "Ventes 2024", "2023"), "", "fr")
    assert [cell.text for cell in cells] == ["Tesla, Ventes en 2024 : 9", "Tesla, Ventes en 2023 : 7"]


def test_a_heading_that_dates_itself_stays_as_it_is():
    cells = tables.cells_of("Tesla | 9 | 7", ("Marque", "Effectif fin 2024", "Effectif mars 2025"), "", "fr")
    assert [cell.text for cell in cells] == ["Tesla, Effectif fin 2024 : 9", "Tesla, Effectif mars 2025 : 7"]


def test_prices_of_a_table_hold_at_the_time_of_its_caption():
    paragraphs = ("Tarif du million de tokens au 31 mars 2025, en dollars", "Modèle | Entrée", "GPT-9 | 1,75")
    article = Article("a", paragraphs, language="fr", published_on=date(2025, 6, 12))
    (claim,) = extract(article).claims
    assert (claim.metric, str(claim.period_start)) == ("api_price", "2025-03-31")


def test_the_corner_of_a_table_may_date_it():
    cells = tables.cells_of("Henan | 12", ("Janvier-juin 2024", "Cuivre (kt)"), "Métaux", "fr")
    assert cells[0].text == "Métaux, Janvier-juin 2024 : Henan, Cuivre (kt) : 12 kt"


def test_a_cell_of_words_says_what_the_figures_of_its_row_count():
    article = Article(
        "x",
        ("Les bourgs de l'est", "Ville | Produit | Part de la production mondiale (%)", "Foshan | climatiseurs | 35"),
        language="fr",
        published_on=PUBLISHED,
    )
    found = [(c.subject, c.object, c.value) for c in extract(article).claims]
    assert found == [("Foshan", "air_conditioner", 0.35)]


@pytest.mark.parametrize(
    ("heading", "per"),
    [("Capacité (unités/an)", "year"), ("Production mensuelle (t)", "month"), ("Production (t)", None)],
)
def test_a_heading_gives_its_figures_their_time_base(heading: str, per: str | None):
    article = Article("x", ("Rien.", f"Fabricant | {heading}", "Leju | 5 800"), language="fr", published_on=PUBLISHED)
    assert [claim.per for claim in extract(article).claims] == [per]


def test_a_long_table_does_not_make_the_topic_of_an_article():
    rows = tuple(f"Ville {letter} | {number} %" for number, letter in enumerate("abcdefgh", start=11))
    text = ("Doubao revendique 3 millions d'utilisateurs mensuels.", "Ville | Part des ventes de tracteurs", *rows)
    article = Article("x", text, language="fr", published_on=PUBLISHED)
    assert memory.topic_of(list(scenes_of(article, "fr"))) == "ai_model_adoption"


def test_a_row_may_give_its_cells_scale_and_unit() -> None:
    rows = ("Indicateur | Anhui | Hunan", "Voitures produites en 2024 (milliers) | 815 | 402")
    assert [claim[3] for claim in claims_of("Deux provinces comparées.", *rows)] == [815e3, 402e3]


def test_a_sign_in_a_heading_is_the_currency_that_the_article_speaks_of() -> None:
    rows = ("Société | Chiffre d'affaires 2024 (Md¥)", "Geely | 240,2")
    assert claims_of("Les constructeurs de Shanghai publient.", *rows)[0][3:] == (240.2e9, "CNY")


def test_lines_at_the_sides_of_a_table_are_no_part_of_its_cells() -> None:
    rows = ("| Indicateur | Anhui | Hunan |", "| Voitures produites en 2024 (milliers) | 815 | 402 |")
    assert [claim[3] for claim in claims_of("Deux provinces comparées.", *rows)] == [815e3, 402e3]


@pytest.mark.parametrize(
    ("headings", "periods"),
    [
        ("Ventes, neuf premiers mois de 2025 (milliards de yuans) | Évolution | Part des exportations", ["09-30"] * 3),
        ("Ventes 2024 (milliards de yuans) | Évolution | Part des exportations", ["12-31"] * 3),
    ],
)
def test_the_only_time_of_the_headings_holds_for_every_column(headings: str, periods: list[str]) -> None:
    rows = ("Ils ont publié leurs comptes.", f"Groupe | {headings}", "Yadea | 31,5 | +6,4 % | 12 %")
    claims = extract(Article("x", rows, language="fr", published_on=PUBLISHED)).claims
    assert [str(claim.period_end)[5:] for claim in claims] == periods


def test_a_heading_speaks_before_the_caption():
    rows = claims_of(
        "Production et exportations de motos en 2024", "Pays | Exportations | Évolution", "Inde | 4 500 | +8 %"
    )
    assert ("4 500", "export_volume", "India", 4500, "item") in rows
    assert ("+8 %", "export_growth", "India", 0.08, "ratio") in rows


def test_a_goal_goes_on_with_the_column_before_it():
    rows = claims_of("Le palmarès", "Marque | Ventes 2025 | Objectif en 2026", "Tesla | 1 600 | 1 900")
    assert ("1 900", "sales_volume", "Tesla", 1900, "item") in rows


def test_a_column_of_parts_holds_shares_of_output():
    rows = claims_of("La production d'acier", "Pays | Part mondiale", "Inde | 8,1 %")
    assert rows == [("8,1 %", "output_share", "India", 0.081, "ratio")]


def test_a_column_of_rates_holds_what_an_aid_covers():
    rows = claims_of(
        "La ville subventionne les robots ; le plafond est de 2 millions de yuans.",
        "Ville | Taux maximal",
        "Wuxi | 15 %",
        title="Aides et subventions",
    )
    assert ("15 %", "subsidy_rate", "Wuxi", 0.15, "ratio") in rows


def test_a_column_of_heads_takes_no_tonnes_from_the_caption():
    rows = claims_of("Les chantiers (milliers de tonnes)", "Pays | Production | Effectif", "Inde | 120 | 9 400")
    assert ("120", "output_volume", "India", 120e3, "tonne") in rows
    assert ("9 400", "workforce", "India", 9400, "person") in rows


def test_a_column_of_ages_makes_no_claim():
    rows = claims_of("La production de thé", "Pays | Production (tonnes) | Âge moyen (ans)", "Inde | 120 | 48")
    assert [row[0] for row in rows] == ["120"]


def test_a_label_names_the_firms_that_its_row_counts():
    rows = claims_of("Deux pays en chiffres, 2025", "Indicateur | Inde | Japon", "Usines de la filière | 620 | 540")
    assert ("620", "firm_count", "India", 620, "item") in rows


def test_the_last_sentence_before_a_table_is_its_caption():
    long = "Les aciéries ont connu une année contrastée, et les perspectives restent incertaines. " * 3
    article = Article("x", (long + "La production de 2024, en millions de tonnes :", "Pays | 2024"), language="fr")
    assert layout.caption(article, 1, "") == "La production de 2024, en millions de tonnes :"


def test_the_first_column_of_a_ranking_numbers_its_rows() -> None:
    rows = claims_of(
        "Le palmarès", "Rang | Constructeur | Voitures vendues en 2024", "1 | Nio | 221 000", "2 | Trakova | 43 800"
    )
    assert ("221 000", "sales_volume", "Nio", 221000, "item") in rows
    assert ("43 800", "sales_volume", "Trakova", 43800, "item") in rows


def test_a_cell_of_a_ranking_keeps_its_place_in_the_row() -> None:
    row = "3e | Gansu | 71,5 | +18 %"
    cells = tables.cells_of(row, ("Rang", "Province", "GW", "Sur un an"), "Puissance installée", "fr")
    assert [row[cell.offset : cell.offset + cell.length] for cell in cells] == ["71,5", "+18 %"]


def test_a_cell_is_what_its_heading_begins_with() -> None:
    rows = (
        "Les provinces du robot",
        "Province | Robots produits en 2024 | Fabricants recensés | Fonds public (milliards de yuans)",
        "Hunan | 41 200 | 480 | 3",
    )
    article = Article("own", rows, language="fr", published_on=date(2025, 8, 20))
    assert [claim.metric for claim in extract(article).claims] == ["output_volume", "firm_count", "programme_budget"]


def test_a_column_of_units_measures_its_rows() -> None:
    rows = (
        "Production du Hunan",
        "Produit | Unité | 2023 | 2024",
        "Zinc | millions de tonnes | 1,4 | 1,6",
        "Batteries | GWh | 8,2 | 12,1",
    )
    article = Article("own", rows, language="fr", published_on=date(2025, 8, 20))
    found = [(claim.value, claim.unit) for claim in extract(article).claims]
    assert found == [(1.4e6, "tonne"), (1.6e6, "tonne"), (8.2e6, "kilowatt_hour"), (1.21e7, "kilowatt_hour")]
