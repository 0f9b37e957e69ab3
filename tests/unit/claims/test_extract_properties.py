"""What holds of every extraction, whatever the article: offsets, determinism, no exception, no guess."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.articles.model import Article
from assets.claims.extract import extract, score_rows
from assets.claims.reading import stands_at_its_offsets

PARAGRAPHS = (
    "Au premier semestre 2025, BYD a livré 2,1 millions de voitures (+33 %), dont 470 000 à l'étranger.",
    "Le groupe emploie 900 000 personnes ; à Xi'an, son usine peut assembler 900 000 véhicules par an.",
    "Capacité par site en 2025",
    "Site | Voitures | Sur un an",
    "Xi'an | 900 000 | +4 %",
    "Changsha | 600 000 | -2 %",
    "La ville de Hefei y ajoute un fonds de 5 milliards de yuans (environ 600 millions d'euros).",
    "Haier utilise Qwen3 depuis mai. Midea l'a adopté aussi.",
)
ARTICLE = Article("own.txt", PARAGRAPHS, title="BYD accélère", language="fr", published_on=date(2025, 7, 10))

TEXT = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8", exclude_categories=("Cs",)), st.sampled_from("0123456789 ,.%|:()-\u00a0\u202f’'")
    ),
    max_size=160,
)
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            "12 %", "BYD", "a vendu", "3,5 millions de tonnes", "jusqu'à", "50 000 yuans", "en 2024", "Shenzhen", "|",
            "contre", "un tiers", "de", "dont", "Qwen3", ";", ":", "(+4 %)", "emploie", "par an", "la ville", "et",
        ]
    ),
    max_size=25,
)  # fmt: skip


def test_every_mention_and_its_sentence_stand_verbatim_at_their_offsets():
    extraction = extract(ARTICLE)
    assert len(extraction.claims) >= 8
    assert all(stands_at_its_offsets(claim, ARTICLE.text) for claim in extraction.claims)
    for figure in extraction.rejected:
        assert ARTICLE.text[figure.start : figure.end] == figure.mention


def test_the_same_article_gives_the_same_claims_again():
    assert extract(ARTICLE) == extract(ARTICLE)


def test_rejected_figures_say_why():
    assert all(figure.reason for figure in extract(ARTICLE).rejected)


def test_no_figure_is_both_a_claim_and_rejected():
    extraction = extract(ARTICLE)
    claimed = {(claim.start, claim.end) for claim in extraction.claims if claim.value is not None}
    assert not claimed & {(figure.start, figure.end) for figure in extraction.rejected}


def test_a_language_without_data_yields_nothing():
    article = Article("x", ("BYD vendió 12 000 coches en 2024.",), language="es")
    assert extract(article).claims == ()


def test_an_article_without_body_yields_nothing():
    assert extract(Article("x", (), language="fr")).claims == ()


@pytest.mark.parametrize("day", [None, date(2025, 6, 1)])
def test_a_claim_without_time_words_holds_as_of_publication_or_is_undated(day: date | None):
    article = Article("x", ("Midea emploie 12 000 ouvriers à Foshan.",), language="fr", published_on=day)
    (claim,) = extract(article).claims
    assert (claim.period_start, claim.period_end, claim.period_basis) == (day, day, "publication")


def test_rows_for_exchange_carry_plain_values_only():
    for row in score_rows(ARTICLE, extract(ARTICLE)):
        assert all(value is None or isinstance(value, str | int | float) for value in row.values())
        assert row["article"] == "own.txt"


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=4))
def test_no_text_breaks_the_extractor(paragraphs: list[str]):
    article = Article(
        "x", tuple(p.replace("\n", " ") for p in paragraphs), language="fr", published_on=date(2024, 2, 29)
    )
    extraction = extract(article)
    assert all(stands_at_its_offsets(claim, article.text) for claim in extraction.claims)


@settings(max_examples=120, deadline=None)
@given(FRAGMENTS)
def test_no_order_of_words_breaks_the_extractor(words: list[str]):
    article = Article("x", (" ".join(words),), language="fr", published_on=date(2024, 2, 29))
    extraction = extract(article)
    assert all(stands_at_its_offsets(claim, article.text) for claim in extraction.claims)
