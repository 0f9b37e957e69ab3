"""Facts of articles: days with their basis, authors, addresses; what is not told stays empty."""

from datetime import date

import pytest

from assets.articles.clean import clean
from assets.articles.facts.bounds import latest_done, month_of_page
from assets.articles.facts.days import day_in_url, find_days
from assets.articles.facts.lines import read_byline, read_date_line, read_lone_name
from assets.articles.model import KnownFacts, PublishedBasis

BODY = (
    "La commune a vendu le terrain à la région, qui veut y bâtir une école pour les enfants du quartier nord. "
    "Le maire promet une ouverture avant la fin du mandat, et un gymnase ouvert aux clubs le soir."
)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Publié le 1er mars 2025", ["2025-03-01"]),
        ("le mercredi 14 août 2024 à 9h", ["2024-08-14"]),
        ("12.02.2025, 05:00", ["2025-02-12"]),
        ("14/11/2025 09:14", ["2025-11-14"]),
        ("2025-10-20T16:02:00+02:00", ["2025-10-20"]),
        ("March 5, 2025", ["2025-03-05"]),
        ("2025年3月5日", ["2025-03-05"]),
        ("03/05/25", ["2025-05-03"]),
        ("Créé le 2.1.2025, modifié le 4.1.2025", ["2025-01-02", "2025-01-04"]),
        ("mars 2025", []),
        ("le 31 février 2025", []),
        ("version 10.2.2025.4", []),
    ],
)
def test_complete_days_are_read_and_nothing_else(text, days):
    assert [found.day.isoformat() for found in find_days(text)] == days


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Publié le mardi 4 février 2025 à 05h30. Modifié à 08h45.", "2025-02-04", None),
        ("Mis en ligne le 3 mai 2025, mis à jour le 4 mai 2025", "2025-05-03", "2025-05-04"),
        ("La rédaction          Mise à jour : 3 novembre 2025", None, "2025-11-03"),
        ("Lundi 13 janvier 2025, 17h45 – Anne Petit", "2025-01-13", None),
        ("Fait à Lyon, le 30 juillet 2025", "2025-07-30", None),
    ],
)
def test_a_header_line_tells_its_days(line, published, modified):
    found = read_date_line(line)
    assert (found.published and found.published.isoformat()) == published
    assert (found.modified and found.modified.isoformat()) == modified


@pytest.mark.parametrize(
    "line",
    [
        "Le 3 mai 2025, la ville a vendu le port à son voisin du sud.",
        "Puissance installée en Chine au 30 juin 2025",
        "— Anne Petit (@apetit) 3 mai 2025",
        "Mai 2025",
    ],
)
def test_a_line_that_merely_holds_a_day_is_no_date_line(line):
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Anne Petit", "Anne Petit"),
        ("par Momo — 6 min de lecture", "Momo"),
        ("Par : ZHU Mei, Paul DELMAS | Mots clés : port", "ZHU Mei, Paul DELMAS"),
        ("Texte : Anne Petit. Photos : Paul Roux.", "Anne Petit"),
        ("Tribune. Par Aïssatou Ba-Roux, ingénieure", "Aïssatou Ba-Roux"),
        ("Par Jean de La Tour et Ève d’Alençon", "Jean de La Tour et Ève d’Alençon"),
        ("Par la suite, le maire a démissionné.", None),
        ("Par 12 voix contre 3", None),
    ],
)
def test_a_byline_names_the_authors(line, names):
    assert read_byline(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anne Petit (à Hohhot)", "Anne Petit"),
        ("La rédaction", "La rédaction"),
        ("Sciences Santé", None),
        ("Lyon", None),
    ],
)
def test_a_lone_name_is_told_from_a_label(line, names):
    assert read_lone_name(line) == names


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2025/05/03/port", "2025-05-03"),
        ("https://a.example/2025-11/24/c_13.htm", "2025-11-24"),
        ("https://a.example/port-20250503.html", "2025-05-03"),
        ("https://a.example/2025/05/port", None),
        ("https://a.example/article-13109876", None),
    ],
)
def test_an_address_tells_a_complete_day_or_none(url, day):
    found = day_in_url(url)
    assert (found and found.isoformat()) == day


def test_a_dateline_without_a_year_takes_it_from_the_source_address():
    lead = f"LILLE, 24 novembre (ABC) -- {BODY}"
    article = clean(
        f"Titre de la dépêche du jour\n\n{lead}\n\n{BODY}\n\nSource : http://abc.example/2025-11/24/c.htm".encode(),
        "a.txt",
    )
    assert (article.published_on, article.published_basis) == (date(2025, 11, 24), PublishedBasis.DATELINE)
    alone = clean(f"Titre de la dépêche du jour\n\n{lead}\n\n{BODY}".encode(), "a.txt")
    assert (alone.published_on, alone.published_basis) == (None, None)


def test_the_source_address_is_percent_decoded():
    article = clean(f"{BODY}\n\n{BODY}\n\nsource:https://abc.example/caf%C3%A9".encode(), "a.txt")
    assert article.url == "https://abc.example/café"


def test_known_facts_beat_what_the_text_says():
    known = KnownFacts(url="https://a.example/x", title="Autre titre", author="Zoé Lin", published_on=date(2024, 1, 2))
    article = clean(
        f"Titre du jour\n\nPar Anne Petit\nPublié le 4 mars 2025\n\n{BODY}\n\n{BODY}".encode(), "a.txt", known
    )
    assert (article.title, article.author, article.url) == ("Autre titre", "Zoé Lin", "https://a.example/x")
    assert (article.published_on, article.published_basis) == (date(2024, 1, 2), PublishedBasis.MANIFEST)


def test_a_month_is_no_publication_day_but_bounds_it():
    text = f"La Revue des ponts\n\nN° 41 – février 2025\n\nUn titre assez long pour en être un\n\n{BODY}\n\n{BODY}"
    article = clean(text.encode(), "a.txt")
    assert article.published_on is None
    assert (article.not_before, article.not_after) == (date(2025, 2, 1), date(2025, 2, 28))
    assert month_of_page(["Décembre 2024"]) == (date(2024, 12, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le pont a été ouvert le 3 mars 2025.", date(2025, 3, 3)),
        ("Le pont sera ouvert le 3 mars 2026.", None),
        ("L’ouverture, prévue le 3 mars 2026, a été reportée le 4 mai 2025.", None),
        ("Il pleuvait le 3 mars 2025.", None),
    ],
)
def test_only_what_was_done_on_a_day_proves_a_later_publication(text, day):
    assert latest_done([text]) == day
