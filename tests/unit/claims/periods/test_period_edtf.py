"""Periods as Extended Date/Time Format."""

from datetime import date

import pytest

from assets.claims.periods import recognise_periods


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("en 2024", "2024"),
        ("en avril 2024", "2024-04"),
        ("le 3 avril 2024", "2024-04-03"),
        ("au troisième trimestre 2025", "2025-35"),
        ("au second semestre 2025", "2025-41"),
        ("à l'automne 2024", "2024-23"),
        ("les années 1990", "199X"),
        ("de 2020 à 2024", "2020-01-01/2024-12-31"),
        ("d'ici 2030", "../2030-12-31"),
        ("mardi", "2025-06-17"),
        ("en trois ans", ""),
    ],
)
def test_a_period_has_its_edtf_string(text: str, edtf: str) -> None:
    (mention,) = recognise_periods(f"Elle l'a dit {text}.", published_on=date(2025, 6, 18))
    assert mention.edtf == edtf
