"""Heads of copies as the French press prints them: the day, the authors, the title and the body that they leave."""

import pytest

from assets.articles.clean import clean

TITLE = "Le sucre amer des planteurs du Nord"
LEAD = "Les betteraves abondent, les prix s’effondrent : enquête dans une plaine qui doute de ses lendemains."
FIRST = (
    "La coopérative a livré douze mille tonnes de betteraves en octobre, soit un cinquième de plus que l’an passé, "
    "d’après son président, qui attend encore trois semaines de récolte dans la plaine."
)
SECOND = (
    "Les prix, eux, n’ont pas suivi. La tonne se vend 31 euros à la sortie de la ferme, quand il en faudrait 38 pour "
    "couvrir les frais d’une exploitation moyenne, selon la chambre d’agriculture."
)
DAY = "2026-03-12"
DISPATCH = "SEDAN, 12 mars (Tamarin) - La chambre a publié ses comptes de la campagne, en recul de 4,2 % sur un an."


@pytest.mark.parametrize("standfirst", [False, True], ids=["title alone", "with standfirst"])
@pytest.mark.parametrize(
    ("above", "below", "day", "author"),
    [
        ("AGENCE TAMARIN\nFil Économie", "12/03/2026 07h14 | Sedan (TAM) | Réf. 260312-88", DAY, None),
        ("L'HEBDO | N° 1 017 | 12 mars 2026 | 5,40 €", "Par Anne Petit et P. Roux", DAY, "Anne Petit et P. Roux"),
        (
            "BANQUE DELMAS\nNote stratégie      Jeudi 12 mars 2026, 7h30",
            "Analyste : Anne Petit (+33 1 00)",
            DAY,
            "Anne Petit",
        ),
        ("LE COURRIER DE LA LYS", "Publié le 12-03-26 à 06h10\npar A. Petit", DAY, "A. Petit"),
        ("LE COURRIER\nSamedi 14 mars 2026", "Anne Petit, à Ningbo\nPublié le 12 mars 2026", DAY, "Anne Petit"),
        ("Silicium et Cie\nN° 88 — 12 mars 2026 — Lire en ligne | Se désabonner", "par Momo", DAY, "Momo"),
        ("VILLE DE SEDAN", "Publié le 12 mars 2026 – Rubrique : Agriculture", DAY, None),
        (
            "LE DEVOIR DU FLEUVE",
            "Anne Petit\nLe Devoir du fleuve\n12 mars 2026\nMis à jour à 16 h 12",
            DAY,
            "Anne Petit",
        ),
        ("LA PRESSE DU FLEUVE", "Publié à 6 h le 12 mars 2026\n\nAnne Petit La Presse du fleuve", DAY, "Anne Petit"),
        ("LE SOIR D'ABIDJAN\nN° 4 410 du jeudi 12 mars 2026 — 300 FCFA", "Anne Petit", DAY, "Anne Petit"),
        (
            "COURRIER DES PORTS",
            "De notre envoyée spéciale à Ningbo, Anne Petit\n12 mars 2026 à 18:31",
            DAY,
            "Anne Petit",
        ),
        ("COURRIER DES PORTS", "Un reportage d'Anne Petit, photos Paul Roux\n12 mars 2026", DAY, "Anne Petit"),
        ("CARNET DE PLAINE", "Posté par anne_p le 12/03/2026 dans Sucre", DAY, None),
        ("CARNET DE PLAINE", "Anne P. · catégorie : Sucre · 9 minutes", None, "Anne P."),
        ("LA REVUE DES SOLS\nMensuel — n° 214 — mars 2026 — 4,50 €", "par Anne Petit", None, "Anne Petit"),
        ("« Terre à terre », la chronique d'Anne Petit", "Diffusé jeudi 12 mars 2026 à 8h42", DAY, "Anne Petit"),
        ("LE PETIT BRABANÇON", "Anne Petit\nJournaliste au service Économie\nPublié le 12/03/2026", DAY, "Anne Petit"),
        (
            "LE FIL",
            "Photo : les silos de Sedan, le 2 mars 2026\n\nVendredi 12 mars 2027, par Anne Petit",
            "2027-03-12",
            "Anne Petit",
        ),
    ],
)
def test_a_head_tells_its_day_and_authors_and_leaves_the_body(above, below, day, author, standfirst):
    parts = [above, TITLE, *([LEAD] if standfirst else []), below, FIRST, SECOND]
    article = clean("\n\n".join(parts).encode(), "copie.txt")
    assert (str(article.published_on), article.author, article.title) == (str(day), author, TITLE)
    assert article.paragraphs == (*([LEAD] if standfirst else []), FIRST, SECOND)


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("LA REVUE DES SOLS\nMensuel\nMars 2026, n° 214", "Anne Petit, le 12 mars", DAY),
        ("LA REVUE DES SOLS\nMensuel\nN° 214 - mars 2026", "Jeudi 12 mars, par Anne Petit", DAY),
        ("LA REVUE DES SOLS\nMensuel\nN° 214 - mars 2026", "Mardi 12 mars, par Anne Petit", None),
        ("LA REVUE DES SOLS\nLille, printemps 2026", "Anne Petit, jeudi 12 mars", DAY),
        ("LA REVUE DES SOLS\nJanvier 2027, n° 224", "Anne Petit, le 18 décembre", "2026-12-18"),
        ("LA REVUE DES SOLS\nMars 2026, n° 214", "Réunion publique à Sedan, le 12 mars", None),
        ("LA REVUE DES SOLS\nMars 2026", "Les inscriptions courent jusqu'au 12 mars", None),
        ("LA REVUE DES SOLS\nMars 2026\nÀ paraître : avril 2026", "Anne Petit, le 12 mars", None),
        ("LA REVUE DES SOLS", "Anne Petit, le 12 mars", None),
    ],
)
def test_a_day_without_its_year_takes_that_of_the_issue(above, below, day):
    article = clean(f"{above}\n\n{TITLE}\n\n{below}\n\n{FIRST}\n\n{SECOND}".encode(), "copie.txt")
    assert str(article.published_on) == str(day)


@pytest.mark.parametrize(
    ("above", "lead", "below", "day"),
    [
        ("TAM-20260312-0041", DISPATCH, "", DAY),
        ("Lettre des sols\nN° 214 – mars 2026", DISPATCH, "", DAY),
        ("DÉPÊCHES TAMARIN", DISPATCH.replace("publié", "publié jeudi"), "(c) Dépêches Tamarin 2026", DAY),
        ("DÉPÊCHES TAMARIN", DISPATCH.replace("publié", "publié lundi"), "(c) Dépêches Tamarin 2026", None),
        ("DÉPÊCHES TAMARIN", DISPATCH.replace("12 mars (Tamarin)", "le 12 mars 2026 /TAM/"), "", DAY),
        ("DÉPÊCHES TAMARIN", DISPATCH.replace("12 mars (Tamarin)", "12 mars 2026"), "", DAY),
        ("DÉPÊCHES TAMARIN", DISPATCH, "", None),
        ("COMMUNIQUÉ", FIRST, "Sedan, le 12 mars 2026", DAY),
        ("COMMUNIQUÉ", FIRST, "Mis en ligne le 12 mars 2026 par la mairie", DAY),
    ],
)
def test_a_dateline_takes_its_year_from_a_line_that_agrees_and_a_signed_text_its_day(above, lead, below, day):
    article = clean(f"{above}\n\n{TITLE}\n\n{lead}\n\n{SECOND}\n\n{FIRST}\n\n{below}".encode(), "copie.txt")
    assert str(article.published_on) == str(day)
    assert lead in article.paragraphs


@pytest.mark.parametrize(
    "furniture",
    [
        "[Photo : les silos de Sedan, longs de 40 mètres. Ph. P. Roux]",
        "[Pause musicale – 12 secondes]",
        "ENCADRÉ — REPÈRES. 12 hectares : la plaine. 40 : les planteurs.",
        "☞ Astuce : demandez le formulaire bleu, pas le vert.",
        "Les silos de Sedan, le 2 mars 2026. TAMARIN / Paul Roux",
        "Une ligne de tri dans les Ardennes, le 2 mars 2026",
        "Informations importantes : ce document est destiné aux clients professionnels de la banque.",
        "Prochain portrait : Lucie, 26 ans, et ses 40 chèvres",
        "~ Un mot de notre partenaire : 15 % de remise avec le code SUCRE ~",
        "Pratique : portes ouvertes samedi 14 juin, de 9 h à 17 h, inscription obligatoire.",
    ],
)
def test_boxes_pictures_and_notices_are_dropped(furniture):
    third = FIRST.replace("douze", "treize")
    article = clean(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{third}\n\n{furniture}".encode(), "copie.txt")
    assert article.paragraphs == (FIRST, SECOND, third)


def test_a_chronicle_keeps_the_days_of_its_intertitles():
    days = ["Mardi 28 avril 2026 – Les premiers silos", "Lundi 27 avril 2026 – La grève"]
    article = clean("\n\n".join([TITLE, "29 avril 2026", LEAD, days[0], FIRST, days[1], SECOND]).encode(), "copie.txt")
    assert article.paragraphs == (LEAD, days[0], FIRST, days[1], SECOND)


def test_a_table_between_bars_and_lines_that_end_their_sentence_are_kept_apart():
    table = ["Ville | Produit | Part (%)", "Sedan | sucre | 30", "Pau | sel | 9"]
    lines = ["Siège : 20 millions au plus, versés sur trois ans.", "Labo : moitié des dépenses, au plus cinq millions."]
    article = clean(
        f"{TITLE}\n\n{FIRST}\n\n{chr(10).join(table)}\n\n{chr(10).join(lines)}\n\n{SECOND}".encode(), "a.txt"
    )
    assert article.paragraphs == (FIRST, *table, *lines, SECOND)


def test_a_greeting_lettered_intertitles_and_dated_entries_are_text():
    greeting = "Aux planteurs, éleveurs et maires du canton,"
    entries = [
        "Avril 2019 – Naissance de la coopérative à Sedan.",
        "Mai 2021 – Ouverture du premier silo dans la plaine.",
    ]
    parts = [TITLE, "12 mars 2026", greeting, FIRST, "A. Semences", SECOND, "B. Silos", FIRST.replace("douze", "six")]
    article = clean("\n\n".join([*parts, *entries]).encode(), "copie.txt")
    assert article.paragraphs == (*parts[2:], *entries)
    assert article.author is None


@pytest.mark.parametrize(
    "foot",
    [
        "Vous êtes 2 100 à recevoir cette lettre. Un ami vous l'a transférée ? Inscrivez-vous.",
        "Tarif : 9 € la fiche. Fiche n° 4 : le mil.",
        "Les opinions exprimées n'engagent pas la rédaction.",
        "Sources : rapports annuels, presse locale. Corrections bienvenues.",
        "Le Campus recrute ! Réunion mardi 18 h, salle 12. Tirage : 300.",
        "Votre avis : les commentaires sont modérés.",
        "À retrouver en podcast (38 min) sur notre site.\nPROCHAIN NUMÉRO : les cent villes qui comptent",
    ],
)
def test_what_closes_a_copy_is_dropped(foot):
    third = FIRST.replace("douze", "treize")
    article = clean(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{third}\n\n{foot}".encode(), "copie.txt")
    assert article.paragraphs == (FIRST, SECOND, third)
