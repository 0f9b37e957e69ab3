"""Authors are read from the lines that name them, and from no other."""

import pytest

from assets.articles.facts.bylines import read_author_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("De notre correspondante à Pékin, Anne Petit", "Anne Petit"),
        ("De notre envoyé spécial Paul Roux", "Paul Roux"),
        ("De nos correspondants en Asie, Anne Petit et Paul Roux", "Anne Petit et Paul Roux"),
        ("Un reportage d'Anne Petit, photos Paul Roux", "Anne Petit"),
        ("Une enquête de Paul Roux", "Paul Roux"),
        ("« Terre à terre », la chronique d’Anne Petit", "Anne Petit"),
        ("La chronique agricole, par Anne Petit", "Anne Petit"),
        ("La chronique de Paul Roux", "Paul Roux"),
        ("Analyste : Anne Petit (+33 1 00 00 00 00)", "Anne Petit"),
        ("Analystes : Anne Petit, Paul Roux", "Anne Petit, Paul Roux"),
        ("Rédaction : Anne Petit", "Anne Petit"),
        ("Auteur : A. Petit", "A. Petit"),
        ("Anne Petit, correspondante à Pékin", "Anne Petit"),
        ("Anne Petit, à Ningbo", "Anne Petit"),
        ("Anne Petit (à Ningbo)", "Anne Petit"),
        ("Anne Petit (avec AFP)", "Anne Petit"),
        ("ANNE PETIT, envoyée spéciale à Dakar", "Anne Petit"),
        ("Anne Petit Journaliste", "Anne Petit"),
        ("Anne Petit - Journaliste au service Économie", "Anne Petit"),
        ("Par Anne Petit, agronome, et Paul Roux", "Anne Petit"),
        ("par A. Petit", "A. Petit"),
        ("par Momo", "Momo"),
        ("Écrit par Anne Petit", "Anne Petit"),
        ("Posté par Anne P. dans Sucre", "Anne P."),
        ("Propos recueillis à Lyon par Anne Petit", "Anne Petit"),
        ("[Texte : Anne Petit]", "Anne Petit"),
        ("Anne Petit La Presse du fleuve", "Anne Petit"),
        ("Le maire de Lyon, à Pékin", None),
        ("Par la suite, le maire a démissionné", None),
        ("La Chine, à la fin du mois", None),
        ("Entretien avec Zhang Lei", None),
        ("Portrait de Zhang Lei", None),
        ("Nvidia encaisse", None),
        ("Économie, à Paris", None),
        ("Texte voté mardi", None),
        ("Rédaction : 12, rue de la Gare", None),
        ("Analyse de la semaine", None),
        ("", None),
    ],
)
def test_a_header_line_names_its_authors(line: str, names: str | None) -> None:
    assert read_author_line(line, "La Presse du fleuve") == names
