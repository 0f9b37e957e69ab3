"""Plain copies: what is joined, what is kept, what is dropped and why."""

import subprocess
import sys

import pytest

from assets.articles.clean import clean
from assets.articles.plain.layout import split_blocks

FIRST = (
    "La coopérative a livré douze mille tonnes de betteraves en octobre, soit un cinquième de plus que l’an passé, "
    "d’après son président, qui attend encore trois semaines de récolte dans la plaine."
)
SECOND = (
    "Les prix, eux, n’ont pas suivi. La tonne se vend 31 euros à la sortie de la ferme, quand il en faudrait 38 pour "
    "couvrir les frais d’une exploitation moyenne, selon la chambre d’agriculture."
)
THIRD = (
    "Reste l’irrigation. Le préfet a coupé les pompes pendant dix jours au mois d’août, et les rendements des "
    "parcelles les plus légères s’en ressentent encore, ce que les acheteurs ne manquent pas de rappeler."
)


def _clean(*parts):
    return clean("\n\n".join(parts).encode(), "copie.txt")


def _reason(article, text):
    return next((block.reason for block in article.dropped if block.text == text), None)


def test_lines_broken_at_a_fixed_width_are_one_paragraph():
    wrapped = (
        "La coopérative a livré douze mille tonnes de\nbetteraves en octobre, soit un cinquième de\n"
        "plus que l’an passé."
    )
    assert [block.text for block in split_blocks(wrapped)] == [wrapped.replace("\n", " ")]


def test_short_lines_of_a_list_stay_apart():
    assert len(split_blocks("Blé tendre\nOrge d’hiver\nBetterave sucrière\nColza")) == 4


def test_list_marks_are_cut_and_items_kept_in_order():
    article = _clean(FIRST, "• Le blé gagne 4 %.\n• L’orge perd 2 %, à 190 euros.\n• Le colza ne bouge pas.", SECOND)
    assert article.paragraphs[1:4] == ("Le blé gagne 4 %.", "L’orge perd 2 %, à 190 euros.", "Le colza ne bouge pas.")


def test_a_table_gives_one_paragraph_a_row():
    table = "Culture          Surface     Prix\nBlé tendre       1 200 ha    190\nBetterave        340 ha      31"
    article = _clean(FIRST, table, SECOND)
    assert article.paragraphs[1:4] == ("Culture Surface Prix", "Blé tendre 1 200 ha 190", "Betterave 340 ha 31")


def test_a_paragraph_cut_by_a_caption_is_put_together_again():
    head, tail = FIRST.split(" en octobre, ")
    caption = "Un champ près de la sucrerie. (VERNY, 4 OCTOBRE 2025/AGENCE BRUME)"
    article = _clean(SECOND, f"{head} en", caption, f"octobre, {tail}", THIRD)
    assert article.paragraphs == (SECOND, FIRST, THIRD)
    assert _reason(article, caption) == "caption"
    assert [(repair.rule_id, repair.paragraph) for repair in article.repairs] == [("rejoined", 1)]


@pytest.mark.parametrize(
    "quote",
    [
        "« La tonne se vend 31 euros à la sortie de la ferme »",
        "«La tonne se vend 31 euros à la ferme, quand il en faudrait 38»",
    ],
    ids=["word for word", "with words left out"],
)
def test_a_pull_quote_is_dropped_with_the_name_under_it(quote):
    article = _clean(FIRST, SECOND, quote, "ANNE PETIT, PRÉSIDENTE DE LA COOPÉRATIVE", THIRD)
    assert article.paragraphs == (FIRST, SECOND, THIRD)
    assert _reason(article, quote) == "pull_quote"


def test_an_intertitle_that_the_text_takes_up_again_is_kept():
    article = _clean(FIRST, "Les prix n’ont pas suivi", SECOND, THIRD)
    assert article.paragraphs[1] == "Les prix n’ont pas suivi"
    assert article.headings == (1,)


def test_what_stands_under_a_list_of_other_articles_is_dropped_to_the_end():
    teaser = (
        "La ville votera dimanche son budget, et rien ne dit que la majorité tiendra jusqu’au soir du scrutin. (...)"
    )
    article = _clean(FIRST, SECOND, "À lire aussi", "Politique", "Le budget divise la majorité", teaser, "Paul Roux")
    assert article.paragraphs == (FIRST, SECOND)
    assert _reason(article, teaser) in {"related_teaser"}


def test_a_link_between_two_paragraphs_does_not_end_the_article():
    article = _clean(FIRST, "Lire aussi : Le sucre allemand arrive par le rail", SECOND, THIRD)
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_comments_end_the_article():
    comment = (
        "Moi qui cultive la betterave depuis trente ans, je peux vous dire que tout cela n’est pas sérieux du tout !"
    )
    article = _clean(
        FIRST, SECOND, THIRD, FIRST.replace("douze", "treize"), "12 commentaires", comment, comment + " Non."
    )
    assert comment not in article.paragraphs
    assert article.paragraphs[0] == FIRST


def test_the_standfirst_before_byline_and_date_is_kept():
    lead = "Les betteraves abondent, les prix s’effondrent. Enquête dans une plaine qui doute"
    article = _clean(
        "Le sucre amer des planteurs du Nord", lead, "Anne Petit\nPublié le 4 novembre 2025 à 06h00", FIRST, SECOND
    )
    assert article.paragraphs == (lead, FIRST, SECOND)
    assert (article.title, article.author) == ("Le sucre amer des planteurs du Nord", "Anne Petit")
    assert article.published_on.isoformat() == "2025-11-04"


def test_menus_around_the_article_are_dropped():
    menu = "\n".join(
        f"  • {name}" for name in ("Accueil", "Politique", "Sports", "Culture", "Météo", "Emploi", "Boutique")
    )
    article = _clean(menu, "Le sucre amer des planteurs", FIRST, SECOND, THIRD, menu, "© Le Messager 2025")
    assert article.paragraphs == (FIRST, SECOND, THIRD)


def test_a_section_label_in_capitals_is_cut_from_the_lead_and_told():
    article = _clean(
        "Le sucre amer des planteurs",
        "AGRICULTURE Les betteraves abondent. Les prix, eux, s’effondrent.",
        FIRST,
        SECOND,
    )
    assert article.paragraphs[0] == "Les betteraves abondent. Les prix, eux, s’effondrent."
    assert article.section == "Agriculture"
    assert article.repairs[0].before == "AGRICULTURE "


def test_an_end_mark_is_cut_from_the_last_paragraph():
    assert _clean(FIRST, f"{SECOND} ■").paragraphs[-1] == SECOND


def test_every_block_of_the_source_is_kept_or_dropped_with_a_reason():
    parts = [
        "Le sucre amer des planteurs",
        "Par Anne Petit",
        FIRST,
        "© Agence Brume",
        SECOND,
        "Partager sur Facebook",
        THIRD,
    ]
    article = _clean(*parts)
    told = {*article.paragraphs, *(block.text for block in article.dropped)}
    assert told == set(parts)
    assert all(block.reason for block in article.dropped)


def test_key_points_between_title_and_body_are_kept():
    points = "• La récolte gagne un cinquième cette année.\n• Les prix restent sous les coûts de production."
    article = _clean("Le sucre amer des planteurs du Nord", points, "De notre correspondante à Verny", FIRST, SECOND)
    assert article.paragraphs[:2] == (
        "La récolte gagne un cinquième cette année.",
        "Les prix restent sous les coûts de production.",
    )
    assert article.paragraphs[2:] == (FIRST, SECOND)


def test_a_copy_in_markdown_loses_its_marks():
    article = _clean(
        "# Le sucre amer des planteurs", f"**En bref.** {FIRST}", "## Les [prix](https://a.example)", SECOND
    )
    assert article.title == "Le sucre amer des planteurs"
    assert article.paragraphs == (f"En bref. {FIRST}", "Les prix", SECOND)


def test_the_signature_under_the_article_names_its_author():
    article = _clean("Le sucre amer des planteurs", FIRST, SECOND, "Anne PETIT-ROUX")
    assert article.author == "Anne PETIT-ROUX"
    assert article.paragraphs == (FIRST, SECOND)


def test_an_advertisement_between_paragraphs_does_not_end_the_article():
    article = _clean(FIRST, SECOND, "PUBLICITÉ", "Un été sans pluie", THIRD, FIRST.replace("douze", "treize"))
    assert article.paragraphs == (FIRST, SECOND, "Un été sans pluie", THIRD, FIRST.replace("douze", "treize"))


def test_a_lead_that_opens_with_place_and_day_is_kept_and_dates_the_article():
    lead = "DAKAR, 12 juin 2025 (ANF) – Le gouvernement a signé jeudi un contrat pour trois centrales de 60 mégawatts."
    article = _clean("Trois centrales de plus au Sénégal", lead, SECOND, THIRD)
    assert article.paragraphs == (lead, SECOND, THIRD)
    assert (str(article.published_on), article.published_basis) == ("2025-06-12", "dateline")


def test_the_portrait_of_the_firm_under_a_release_is_dropped():
    portrait = "Sucrière du Nord emploie 900 personnes et a réalisé 120 millions d’euros de chiffre d’affaires en 2024."
    article = _clean(
        "Communiqué\nParis, le 9 janvier 2025", FIRST, SECOND, THIRD, "À propos de Sucrière du Nord", portrait
    )
    assert article.paragraphs == (FIRST, SECOND, THIRD)
    assert _reason(article, "À propos de Sucrière du Nord") == "publisher_portrait"


def test_a_product_or_firm_as_intertitle_is_no_signature():
    article = _clean("Trois outils pour la ferme", FIRST, "Moonshot AI", SECOND, "DeepSeek R1", THIRD)
    assert article.paragraphs == (FIRST, "Moonshot AI", SECOND, "DeepSeek R1", THIRD)
    assert article.author is None


def test_an_article_of_short_lines_and_figures_is_kept_to_its_end():
    lines = [
        "Les prix",
        "Blé : 190 euros la tonne",
        "Orge : 172 euros la tonne",
        "Colza : 455 euros la tonne",
        "Qui paie ?",
    ]
    article = _clean(
        "La moisson en chiffres", "Publié le 4 mars 2025", FIRST, *lines, "« On ne gagne rien », dit un voisin."
    )
    assert article.paragraphs == (FIRST, *lines, "« On ne gagne rien », dit un voisin.")


def test_the_contracts_load_without_the_reading_of_pages():
    heavy = "{'trafilatura', 'lxml', 'datasketch', 'py3langid'}"
    code = f"import sys, assets.articles.clean; print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


@pytest.mark.parametrize("credit", ["© Agence Brume", "(c) Xinhua", "© LDD", "Photo : DR"])
def test_a_credit_between_paragraphs_does_not_end_the_article(credit):
    article = _clean(FIRST, SECOND, credit, THIRD)
    assert article.paragraphs == (FIRST, SECOND, THIRD)
    assert _reason(article, credit) == "caption"
