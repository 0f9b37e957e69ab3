"""The day of publication is read from header lines, and from nothing that tells of another day."""

import pytest

from assets.articles.facts.head_days import Degree, head_day, read_head_days


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # issues and letters
        (["Cours arrêtés au 5 mai 2026"], "2026-05-05"),
        (["Lundi 5 mai 2026, avant l'ouverture"], "2026-05-05"),
        (["Bulletin du 5 mai 2026, réservé aux professionnels"], "2026-05-05"),
        (["LE PETIT AFFRÉTEUR", "n° 88 - mardi 6 janvier 2026"], "2026-01-06"),
        (["N° 2 017 | 14 mars 2025 | 4,80 €"], "2025-03-14"),
        (["Édition de Lens          1,30 €          N° 12 450          Samedi 5 avril 2025"], "2025-04-05"),
        (["Lettre n° 4 du 1er octobre 2025"], "2025-10-01"),
        (["L'HEBDO DES PORTS — semaine du 3 au 9 mars", "Numéro 612, 9 mars 2026"], "2026-03-09"),
        (["Note stratégie      Mardi 8 septembre 2026, 7h30"], "2026-09-08"),
        (["Flash marchés | Vendredi 6 février 2026 - 18h05 (heure de Paris)"], "2026-02-06"),
        (["Édition du jeudi 12 février 2026"], "2026-02-12"),
        (["Quotidien n° 8 841 – Jeudi 2 octobre 2025 – 300 FCFA"], "2025-10-02"),
        (["Vol. 12, n° 3, 15 avril 2025"], "2025-04-15"),
        # names and places
        (["Jeanne Morvan, jeudi 9 avril 2026"], "2026-04-09"),
        (["Vendredi 5 juin 2026, par Inès Delmotte"], "2026-06-05"),
        (["Rédigé par Basile le dimanche 8 mars 2026. 5 minutes."], "2026-03-08"),
        (["Ouagadougou, le 3 mars 2026"], "2026-03-03"),
        (["Genève, 3 mars 2026 (ATL)"], "2026-03-03"),
        # labels
        (["Diffusé le 7 mai 2025 par l'agence Tamarin pour le compte de la chambre de commerce"], "2025-05-07"),
        (["Diffusée le 18/05/2026 à 05:14 GMT   |   Mise à jour 06:02   |   Réf. TAM-20260518-0041"], "2026-05-18"),
        (["Publié le 20-01-26 à 06h10"], "2026-01-20"),
        (["Publié le :", "12 février 2026"], "2026-02-12"),
        (["Date de publication          12/02/2026"], "2026-02-12"),
        (["Article publié par la mairie, le 12 février 2026"], "2026-02-12"),
        (["Mis en ligne le 12.02.2026 | Modifié le 14.02.2026"], "2026-02-12"),
        (["14.02.2026 (mise à jour) ; 12.02.2026 (publication)"], "2026-02-12"),
        (["Affiché le 12 février 2026"], "2026-02-12"),
        (["Posté le 12 févr. 2026 dans Vie de la commune"], "2026-02-12"),
        (["Première diffusion : 12 février 2026"], "2026-02-12"),
        (["Publié hier"], None),
        (["Texte de l'émission du lundi 12 mai 2025"], "2025-05-12"),
        (["Mercredi 17 décembre 2025"], "2025-12-17"),
        (["mercredi 17 décembre 2025 - 08:15"], "2025-12-17"),
        (["17 décembre 2025, 08:15 — mis à jour le 18 décembre 2025, 11:02"], "2025-12-17"),
        (["Samedi 3 mai 2026", "Publié le 5 mai 2026"], "2026-05-05"),
        # other days
        (["Les candidatures courent jusqu'au 30 juin 2026"], None),
        (["Salon des machines, Lyon, 4 mars 2026"], None),
        (["Le barème change au 1er juillet 2026"], None),
        (["3 mai 2026", "5 mai 2026"], None),
        (["Ouvert du 3 mai 2026 au 5 mai 2026"], None),
        (["Foire de Lille, 3-5 mai 2026"], None),
        (["Le préfet est venu le 5 mai 2026"], None),
        (["Photo : le port de Sète, 5 mai 2026"], None),
        (["Usine de câbles à Sedan, le 12 novembre 2025. TAMARIN / Paul Roux"], None),
        (["[Infographie : les prix au 5 mai 2026]"], None),
        (["Cours de clôture du 5 mai 2026", "6 mai 2026"], "2026-05-06"),
        (["Date de clôture : 5 mai 2026"], None),
        (["Consulté le 5 mai 2026"], None),
        (["Imprimé le 5 mai 2026"], None),
        (["Prochain numéro : 5 mai 2026"], None),
        (["À paraître le 5 mai 2026"], None),
        (["Mise à jour : mars 2026"], None),
        (["Mis à jour le 5 mai 2026"], None),
        (["La loi du 5 mai 2026 sur les ports a été promulguée"], None),
        (["L'étude de la chambre, publiée le 5 mai 2026, est accablante"], None),
        (["Numéro 88 · septembre 2025 · Grand entretien · pages 14 à 17"], None),
        (["mai 2026"], None),
        (["Version 20.01.26"], None),
        ([], None),
    ],
)
def test_header_lines_date_the_article(lines: list[str], expected: str | None):
    found = head_day(lines)
    assert (found.isoformat() if found else None) == expected


def test_a_day_of_change_is_told_apart():
    found = read_head_days(["Publié le 3 mai 2026 à 8h, modifié le 4 mai 2026 à 9h"])
    assert [(str(day.day), day.degree) for day in found] == [
        ("2026-05-03", Degree.LABELLED),
        ("2026-05-04", Degree.CHANGED),
    ]
