"""The day of an issue is read from the article's head, and from nothing that tells of another day."""

import pytest

from assets.articles.facts.head_days import head_day


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["LE PETIT AFFRÉTEUR", "n° 88 - mardi 6 janvier 2026"], "2026-01-06"),
        (["Lettre n° 4 du 1er octobre 2025"], "2025-10-01"),
        (["Jeanne Morvan, jeudi 9 avril 2026"], "2026-04-09"),
        (["Rédigé par Basile le dimanche 8 mars 2026. 5 minutes."], "2026-03-08"),
        (["Diffusé le 7 mai 2025 par l'agence Tamarin pour le compte de la chambre de commerce"], "2025-05-07"),
        (["Texte de l'émission du lundi 12 mai 2025"], "2025-05-12"),
        (["Mercredi 17 décembre 2025"], "2025-12-17"),
        (["Les candidatures courent jusqu'au 30 juin 2026"], None),
        (["Salon des machines, Lyon, 4 mars 2026"], None),
        (["Le barème change au 1er juillet 2026"], None),
        (["3 mai 2026", "5 mai 2026"], None),
        (["Ouvert du 3 mai 2026 au 5 mai 2026"], None),
        (["Le préfet est venu le 5 mai 2026"], None),
        (["mai 2026"], None),
        ([], None),
    ],
)
def test_one_day_at_the_end_or_start_of_a_head_line_dates_the_article(lines: list[str], expected: str | None):
    found = head_day(lines)
    assert (found.isoformat() if found else None) == expected
