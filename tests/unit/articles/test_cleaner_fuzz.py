"""Whatever the bytes, the cleaner returns an article that keeps its promises or refuses with a reason."""

import gzip

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.articles.clean import clean
from assets.articles.model import Article, RefusedArticleError

PIECES = st.sampled_from(
    [
        "La commune a vendu le terrain à la région, qui veut y bâtir une école pour les enfants du quartier.",
        "« Nous avons perdu douze emplois », regrette le maire, qui attend encore une réponse du préfet de région.",
        "Par Anne Petit",
        "Publié le 4 mars 2025",
        "À lire aussi",
        "12 commentaires",
        "© Agence Brume",
        "• Le blé gagne 4 %.",
        "Culture     Prix     Surface",
        "Blé     190     1 200",
        "■",
        "",
        "",
        "|",
        "— ",
        "(",
        "[",
        "<p>",
        "</p>",
        "<div class=pub>",
        "</div>",
        "<table><tr><td>",
        "&amp;eacute;",
        "\u00a0",
        "\u202f",
        "e\u0301",
        "ANNE PETIT",
        "2025",
        "1er",
        "...",
        "(...)",
        "\t",
    ]
)
SETTINGS = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _article(raw, name):
    try:
        return clean(raw, name)
    except RefusedArticleError as error:
        refusal = error
    assert all((refusal.reason, refusal.detail, refusal.cure))
    return None


def _try(raw, name):
    article = _article(raw, name)
    if article is None:
        return
    assert isinstance(article, Article)
    assert article.paragraphs
    assert all(text and text == text.strip() and "\n" not in text for text in article.paragraphs)
    assert all(0 <= position < len(article.paragraphs) for position in article.headings)
    assert all(repair.after in article.paragraphs[repair.paragraph] for repair in article.repairs)
    assert all(block.reason for block in article.dropped)
    assert (article.published_on is None) == (article.published_basis is None)
    assert clean(raw, name) == article


@SETTINGS
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.html.gz", "a"]))
def test_any_bytes_are_cleaned_or_refused(raw, name):
    _try(raw, name)


@SETTINGS
@given(st.text(max_size=600), st.sampled_from(["a.txt", "a.html"]))
def test_any_letters_are_cleaned_or_refused(text, name):
    _try(text.encode("utf-8", "surrogatepass"), name)


@SETTINGS
@given(st.lists(PIECES, max_size=30), st.sampled_from(["\n", "\n\n", " ", "   "]), st.sampled_from(["a.txt", "a.html"]))
def test_any_order_of_press_lines_is_cleaned_or_refused(pieces, glue, name):
    _try(glue.join(pieces).encode(), name)


@SETTINGS
@given(st.binary(max_size=200), st.integers(0, 60))
def test_damaged_gzip_is_cleaned_or_refused(data, cut):
    _try(gzip.compress(data, mtime=0)[: cut + 12], "a.html.gz")
