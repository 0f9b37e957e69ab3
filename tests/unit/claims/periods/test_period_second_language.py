"""A second language is a folder of data: the same code reads English once its files are there."""

from datetime import date

import pytest

from assets.claims.periods import recognise_periods

PUBLISHED = date(2025, 6, 18)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Output fell 3% in March 2024.", date(2024, 3, 1), date(2024, 3, 31)),
        ("The plant opened on June 3, 2025.", date(2025, 6, 3), date(2025, 6, 3)),
        ("It will open in October in Lyon.", date(2025, 10, 1), date(2025, 10, 31)),
        ("Sales rose last year.", date(2024, 1, 1), date(2024, 12, 31)),
        ("The fair takes place next month.", date(2025, 7, 1), date(2025, 7, 31)),
        ("By 2030, the fleet is electric.", None, date(2030, 12, 31)),
        ("From March to May 2024 it rained.", date(2024, 3, 1), date(2024, 5, 31)),
        ("Since 2018 the mine is shut.", date(2018, 1, 1), PUBLISHED),
        ("Mid-2024, the tax was cut.", date(2024, 5, 1), date(2024, 8, 31)),
    ],
)
def test_english_is_read_from_its_folder(text: str, start: date | None, end: date | None) -> None:
    (mention,) = recognise_periods(text, published_on=PUBLISHED, language="en")
    assert (mention.period_start, mention.period_end) == (start, end)
