"""A full day beside names, places, roles, issues, references and rubrics dates the article; other days do not."""

import pytest

from assets.articles.facts.head_days import head_day

DAY = "2026-03-12"


@pytest.mark.parametrize(
    "lines",
    [
        # a name, what its bearer does, the day
        ["Anne Petit (M2 de géographie), 12 mars 2026"],
        ["Anne Petit, maîtresse de conférences à Nantes, 12 mars 2026"],
        ["Anne Petit, agronome. 12 mars 2026."],
        ["Par Anne Petit, juriste du numérique. 12 mars 2026, 6h."],
        ["Par Anne Petit et Paul Roux, à Ningbo, le 12 mars 2026 à 18 h 05"],
        ["Texte : Anne Petit. 12 mars 2026"],
        ["Propos recueillis par Anne Petit, le 12 mars 2026"],
        ["P. Roux (stagiaire), jeudi 12 mars 2026"],
        ["Anne Petit et Paul Roux (à Dakar), le 12/03/2026"],
        ["12 mars 2026, Anne Petit, correspondante à Dakar"],
        ["Anne PETIT, 12 mars 2026"],
        # a desk, a service, an office
        ["Équipe Matières premières, 12 mars 2026"],
        ["Équipe Obligations Europe, 12 mars 2026 (cours du 11 mars)"],
        ["Service Économie, 12 mars 2026 à 9 h"],
        ["Direction de la communication, le 12 mars 2026"],
        ["La rédaction numérique, 12 mars 2026"],
        ["Chambre d'agriculture du Nord, 12 mars 2026"],
        ["Sedan, le 12 mars 2026. Desk Sucre et céréales."],
        # places
        ["SEDAN (Ardennes), 12 mars 2026 (TAM) - P. Roux"],
        ["Fait par la chambre — Sedan, le 12.III.2026"],
        ["Lille / Gand, 12 mars 2026"],
        ["Sedan, ce jeudi 12 mars 2026"],
        ["De notre bureau de Dakar, 12 mars 2026"],
        # issues and letters
        ["n° 57 / 12.03.2026 / envoyée à 4 210 lecteurs"],
        ["Lettre n° 57 ● 12 mars 2026 ● 2 €"],
        ["N° 57 // 12 mars 2026 // gratuit"],
        ["Édition de Sedan ■ 12 mars 2026 ■ 1,30 €"],
        ["Numéro 57 ~ 12 mars 2026 ~ 16 pages"],
        ["#57 · 12·03·2026 · 4 min"],
        ["Réf. CA/2026-14, 12 mars 2026"],
        ["Réf. : 2026/114 - 12/03/2026"],
        ["Dépêche 0412 du 12/03/2026, 07:14"],
        ["Fiche n° 12 — 12 mars 2026 — 3 pages"],
        # rubrics
        ["Économie / Sucre / 12 mars 2026"],
        ["12 mars 2026 | Classé dans : sucre, Nord | 31 commentaires"],
        ["Classé dans Sucre, 12 mars 2026"],
        # how days are written
        ["Diffusée le douze mars deux mille vingt-six"],
        ["Chronique du 12 mars deux mille vingt-six"],
        ["Sedan, 12-III-2026"],
        ["jeu. 12 mars 26"],
        ["Jeudi 12 mars de l'an deux mille vingt-six"],
        # labels
        ["En ligne depuis le 12 mars 2026"],
        ["Établi le 12 mars 2026"],
        ["Achevé de rédiger le 12 mars 2026"],
        ["En kiosque depuis le 12 mars 2026"],
        ["Remis à la presse le 12 mars 2026"],
        ["Publié (en accès libre) le 12 mars 2026"],
        ["Le 12 mars 2026 par Anne Petit dans Sucre"],
        ["SEDAN, France, 12 mars 2026 /TAM/ --"],
        ["Texte et photos : Anne Petit, 12 mars 2026"],
        ["[12 mars 2026] Anne Petit"],
        ["Transcription de l'épisode 14 (12 mars 2026)"],
        ["Sous embargo jusqu'au 12 mars 2026 à 6 h"],
        ["Sedan, le 12 mars 2026", "Embargo : 12 mars 2026, 18 h"],
    ],
)
def test_a_day_beside_what_heads_hold_dates_the_article(lines: list[str]) -> None:
    found = head_day(lines)
    assert (found.isoformat() if found else None) == DAY


@pytest.mark.parametrize(
    "lines",
    [
        # events and deadlines
        ["Réunion publique, Sedan, 12 mars 2026"],
        ["Appel à contributions : réponses avant le 12 mars 2026"],
        ["Date limite de dépôt : 12 mars 2026"],
        ["Offre d'abonnement valable jusqu'au 12 mars 2026"],
        ["Clôture des candidatures : 12 mars 2026"],
        ["Prochaine lettre : 12 mars 2026"],
        ["Réponse attendue : 12 mars 2026"],
        ["Congrès des planteurs / Sedan / 12 mars 2026"],
        ["Rendez-vous à Sedan, le 12 mars 2026"],
        ["Élections consulaires du 12 mars 2026"],
        ["Examen le 12 mars 2026"],
        # rules
        ["Entrée en vigueur : 12 mars 2026"],
        ["Arrêté du 12 mars 2026 relatif aux semences"],
        ["Périmé le 12 mars 2026"],
        # pictures
        ["Anne Petit dans son atelier, le 12 mars 2026"],
        ["Anne Petit, devant sa ferme, le 12 mars 2026"],
        ["Paul Roux lors de la vente, le 12 mars 2026. Photo A. Petit"],
        ["Les silos de Sedan (photo), 12 mars 2026"],
        ["Les silos de la plaine, 12 mars 2026 (photo P. Roux)"],
        ["Manifestation du 12 mars 2026 à Lille"],
        ["Vente aux enchères, 12 mars 2026"],
        ["[Carte : les silos au 12 mars 2026]"],
        # people
        ["Paul Roux, né le 12 mars 1996 à Sedan"],
        ["Paul Roux (12 mars 1996 - 4 mai 2025)"],
        # sentences
        ["Le 12 mars 2026, la coopérative a fermé ses portes"],
        ["Tout commence le 12 mars 2026, quand le sucre déborde des silos"],
        ["Ce que change la loi du 12 mars 2026"],
        ["« Le 12 mars 2026, nous étions seuls », se souvient Paul Roux"],
        ["Depuis le 12 mars 2026, plus rien ne va dans la plaine"],
        # changes and readings
        ["Page mise à jour le 12 mars 2026"],
        ["Révision : 12 mars 2026"],
        ["Page vue le 12 mars 2026"],
        # two days that nothing tells apart
        ["Anne Petit, 12 mars 2026", "Paul Roux, 14 mars 2026"],
        ["12 mars 2026 / 14 mars 2026"],
    ],
)
def test_a_day_of_something_else_does_not(lines: list[str]) -> None:
    assert head_day(lines) is None
