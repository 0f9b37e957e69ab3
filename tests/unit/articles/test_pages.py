"""Pages: zones by tag and name, tables, line breaks, second copies, and the facts that pages declare."""

from datetime import date

import pytest

from assets.articles.clean import clean, looks_like_html
from assets.articles.model import PublishedBasis

ONE = "La commune a vendu le terrain à la région, qui veut y bâtir une école pour les enfants du quartier nord."
TWO = "Le maire promet une ouverture avant la fin du mandat, et un gymnase ouvert aux clubs de la ville le soir."
THREE = "Les riverains, eux, demandent un passage pour les vélos et la fin du bruit que font les camions de nuit."
BODY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


def _clean(body, head="", known=None):
    page = (
        f"<!DOCTYPE html><html lang='fr'><head><title>Une école au nord</title>{head}</head><body>{body}</body></html>"
    )
    return clean(page.encode(), "page.html", known)


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><p>{}</p></nav>",
        "<footer><p>{}</p></footer>",
        "<aside><p>{}</p></aside>",
        "<figure><img src=a><figcaption>{}</figcaption></figure>",
        "<div class='related-articles'><p>{}</p></div>",
        "<div class='newsletterBox'><p>{}</p></div>",
        "<section id='comments'><p>{}</p></section>",
        "<div role='complementary'><p>{}</p></div>",
        "<div class='photo'><span class='legende'>{}</span></div>",
        "<script>var a = '{}';</script>",
    ],
)
def test_what_a_box_calls_itself_keeps_it_out_of_the_body(furniture):
    text = "Trois camions passent chaque nuit devant les maisons de la rue basse, selon les comptes du comité."
    article = _clean(f"<h1>Une école au nord</h1>{BODY}{furniture.format(text)}")
    assert article.paragraphs == (ONE, TWO, THREE)


def test_a_box_that_holds_most_of_the_page_is_misnamed():
    assert _clean(f"<div class='sidebar-right'>{BODY}</div>").paragraphs == (ONE, TWO, THREE)


def test_the_standfirst_is_kept_and_the_title_is_not():
    lead = "Le terrain de l’ancienne gare change de mains. Une école y ouvrira, si le budget de la région le permet."
    article = _clean(f"<h1>Une école au nord</h1><p class='chapo'>{lead}</p><p class='share'>Partager</p>{BODY}")
    assert article.paragraphs == (lead, ONE, TWO, THREE)
    assert article.title == "Une école au nord"


def test_tables_give_a_row_a_paragraph_and_layout_tables_none():
    table = "<table><tr><th>Ville</th><th>Élèves</th></tr><tr><td>Arles</td><td>412</td></tr></table>"
    article = _clean(f"<table><tr><td><p>{ONE}</p>{table}<p>{TWO}</p><p>{THREE}</p></td></tr></table>")
    assert article.paragraphs == (ONE, "Ville | Élèves", "Arles | 412", TWO, THREE)


def test_list_items_and_intertitles_are_kept_in_order():
    items = "<ul><li>Le permis, au printemps.</li><li>Le chantier, ensuite.</li></ul>"
    article = _clean(f"<p>{ONE}</p><h2>Deux étapes</h2>{items}<p>{TWO}</p>")
    assert article.paragraphs == (ONE, "Deux étapes", "Le permis, au printemps.", "Le chantier, ensuite.", TWO)
    assert article.headings == (1,)


def test_paragraphs_parted_by_line_breaks_are_told_apart():
    assert _clean(f"<div>{ONE}<br><br>{TWO}<br/>{THREE}</div>").paragraphs == (ONE, TWO, THREE)


def test_a_second_copy_of_the_article_is_dropped():
    article = _clean(f"<article>{BODY}</article><div>{ONE} {TWO} {THREE} {ONE} {TWO} {THREE} {ONE} {TWO} {THREE}</div>")
    assert article.paragraphs == (ONE, TWO, THREE)


def test_of_several_article_elements_one_is_the_article():
    teasers = "".join(f"<article><h2><a href=x>Brève {n}</a></h2><p>{TWO} Suite {n}.</p></article>" for n in range(4))
    article = _clean(f"<article><h1>Une école au nord</h1>{BODY}<p>{ONE} Encore.</p></article>{teasers}")
    assert article.paragraphs == (ONE, TWO, THREE, f"{ONE} Encore.")


LINKED = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},'
    '{"@type":["NewsArticle"],"headline":"Une école au nord","datePublished":"2025-03-04T06:00:00+01:00",'
    '"dateModified":"2025-03-06","author":[{"name":"Anne Petit"},{"name":"Paul Roux"}],'
    '"publisher":{"name":"Le Messager"},"articleSection":"Éducation"}]}</script>'
)


def test_linked_data_tells_the_facts():
    article = _clean(BODY, LINKED + '<link rel="canonical" href="https://m.example/%C3%A9cole">')
    assert (article.published_on, article.published_basis) == (date(2025, 3, 4), PublishedBasis.JSON_LD)
    assert article.modified_on == date(2025, 3, 6)
    assert (article.author, article.publisher, article.section) == ("Anne Petit, Paul Roux", "Le Messager", "Éducation")
    assert article.canonical_url == "https://m.example/école"


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        ('<meta property="article:published_time" content="2025-03-04T06:00Z">', "", "2025-03-04", "meta"),
        ('<meta name="DC.date.issued" content="2025-03-04">', "", "2025-03-04", "meta"),
        ("", '<time datetime="2025-03-04" itemprop="datePublished">04/03</time>', "2025-03-04", "time_element"),
        ("", '<p><time datetime="2025-03-04T08:00">mardi</time></p>', "2025-03-04", "time_element"),
        ("", "<p>Publié le 4 mars 2025 par Anne Petit</p>", "2025-03-04", "labelled_line"),
        ('<link rel="canonical" href="https://m.example/2025/03/04/ecole">', "", "2025-03-04", "url"),
        ("", '<div class="related"><time datetime="2024-01-01">1er janvier</time></div>', None, None),
        ("", "<p>Mars 2025</p>", None, None),
        ("", "<footer>© Le Messager 2025</footer>", None, None),
    ],
)
def test_the_day_is_told_with_its_basis_or_not_at_all(head, body, day, basis):
    article = _clean(f"<h1>Une école au nord</h1>{body}{BODY}", head)
    assert (article.published_on and article.published_on.isoformat(), article.published_basis) == (day, basis)


def test_a_stamp_in_world_time_yields_to_the_day_in_the_address():
    head = (
        '<meta property="article:published_time" content="2025-03-05T02:10:00Z">'
        '<link rel="canonical" href="https://m.example/2025/03/04/ecole">'
    )
    assert _clean(BODY, head).published_on == date(2025, 3, 4)


def test_the_author_of_a_teaser_is_not_the_byline():
    teaser = "<div class='related'><p>Par Zoé Lin</p></div>"
    article = _clean(f"<h1>Une école au nord</h1><p class='byline'>Par Anne Petit</p>{BODY}{teaser}")
    assert article.author == "Anne Petit"
    assert _clean(f"<h1>Une école au nord</h1>{BODY}{teaser}").author is None


@pytest.mark.parametrize(
    ("text", "name", "is_page"),
    [
        ("<!DOCTYPE html><html>", "a.txt", True),
        ("<div><p>a</p></div>", "a.html", True),
        ("Le prix <b>monte</b>, dit-il.", "a.txt", False),
        ("2 < 3 et 5 > 4", "a.html", False),
        ("<p>un</p><p>deux</p><div>trois</div>", "page", True),
    ],
)
def test_a_page_is_told_from_a_text(text, name, is_page):
    assert looks_like_html(text, name) is is_page
