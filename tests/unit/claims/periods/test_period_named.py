"""Tables of named periods: lunar new years and five-year plans."""

from datetime import date
from itertools import pairwise

from assets.claims.periods.readings_named import five_year_plans, lunar_new_years

KNOWN = {
    1990: date(1990, 1, 27),
    2000: date(2000, 2, 5),
    2010: date(2010, 2, 14),
    2023: date(2023, 1, 22),
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2033: date(2033, 1, 31),
}


def test_lunar_years_begin_on_the_days_that_calendars_print() -> None:
    assert {year: lunar_new_years()[year] for year in KNOWN} == KNOWN


def test_every_lunar_year_begins_between_late_january_and_mid_february() -> None:
    for year, day in lunar_new_years().items():
        assert date(year, 1, 20) <= day <= date(year, 2, 21)


def test_lunar_years_last_twelve_or_thirteen_moons() -> None:
    days = [day for _, day in sorted(lunar_new_years().items())]
    assert all(later.toordinal() - day.toordinal() in {353, 354, 355, 383, 384, 385} for day, later in pairwise(days))


def test_plans_follow_each_other_from_the_third_on() -> None:
    plans = [years for number, years in sorted(five_year_plans().items()) if number >= 3]
    assert all(last + 1 == first for (_, last), (first, _) in pairwise(plans))
    assert five_year_plans()[14] == (2021, 2025)
