"""Values, periods and sentences in a reader's words."""

import doctest
import importlib
from datetime import date

import pytest

from warehouse.report.evidence import around, printable, safe_link
from warehouse.report.wording import amount, exact, number, period, unit_words


@pytest.mark.parametrize("name", ["wording", "evidence", "page"])
def test_examples_in_the_documentation_hold(name: str):
    module = importlib.import_module(f"warehouse.report.{name}")
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (2024, "2,024"),
        (9_999, "9,999"),
        (10_000, "10 k"),
        (999_999, "1 M"),
        (1_213_456, "1.213 M"),
        (33_420_000_000_000, "33.42 T"),
        (2.5e15, "2,500 T"),
        (0.0042, "0.0042"),
        (-0.042, "−0.042"),
    ],
)
def test_numbers_are_short_and_scaled(value: float, shown: str):
    assert number(value) == shown


@pytest.mark.parametrize(
    ("slots", "shown"),
    [
        ((0.3, "ratio"), "30 %"),
        ((0.055, "ratio", None, "approx"), "about 5.5 %"),
        ((-0.042, "ratio"), "−4.2 %"),
        ((0.28, "USD"), "USD 0.28"),
        ((3e6, "CNY", "year", "le"), "at most CNY 3 M per year"),
        ((88, "item"), "88"),
        ((548e6, "kilowatt_hour"), "548 M kWh"),
        ((3, "multiple"), "3 times"),
        ((1, "rank"), "rank 1"),
        ((5, None), "5"),
        ((None, None), ""),
    ],
)
def test_amounts_carry_bound_unit_and_time_base(slots: tuple, shown: str):
    assert amount(*slots) == shown


def test_all_digits_are_told_where_the_short_form_leaves_some_out():
    assert exact(0.123456, "ratio") == "12.3456"
    assert exact(45_000_000, "tonne") == ""
    assert exact(1 / 3, "ratio") == ""
    assert exact(-1_234_567.5, "tonne") == "−1,234,567.5"


def test_units_are_words():
    assert unit_words("square_metre") == "m²"
    assert unit_words("barrel", "day") == "barrel per day"


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2021, 1, 1), date(2025, 12, 31), "2021–2025"),
        (date(2025, 7, 1), date(2025, 12, 31), "H2 2025"),
        (date(2025, 1, 1), date(2025, 11, 30), "Jan – Nov 2025"),
        (date(2026, 1, 1), date(2026, 3, 31), "Q1 2026"),
        (date(2024, 2, 1), date(2024, 2, 29), "Feb 2024"),
        (date(2023, 12, 1), date(2024, 2, 29), "Dec 2023 – Feb 2024"),
        (date(2025, 10, 27), date(2025, 10, 27), "27 Oct 2025"),
        (date(2025, 3, 3), date(2025, 3, 9), "3 Mar – 9 Mar 2025"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 Dec 2025 – 2 Jan 2026"),
        (date(2025, 11, 1), None, "since 1 Nov 2025"),
        (None, date(2027, 12, 31), "until 31 Dec 2027"),
        (None, None, "undated"),
    ],
)
def test_periods_are_named_by_their_calendar_unit(start: date | None, end: date | None, shown: str):
    assert period(start, end) == shown


def test_a_long_sentence_keeps_its_figure_and_what_is_nearest():
    sentence = "x" * 5_000 + " 30 % " + "y" * 5_000
    before, mention, after = around(sentence, 5_001, 5_005, 600)
    assert mention == "30 %"
    assert len(before + mention + after) <= 602
    assert before.startswith("…")
    assert after.endswith("…")


def test_a_sentence_that_ends_with_its_figure_gives_all_the_room_to_what_stands_before():
    sentence = "mot " * 100 + "30 %."
    before, _, after = around(sentence, 400, 404, 200)
    assert after == "."
    assert before.startswith("…mot mot")
    assert 190 <= len(before) <= 200


def test_letters_of_every_script_stay_and_controls_go():
    assert printable("重庆\u200b \x07été\r\n\t«\u00a030\u202f%\u00a0»") == "重庆 été «\u00a030\u202f%\u00a0»"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://presse.example/a?b=c#d", True),
        ("http://presse.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//presse.example", False),
        ("https://", False),
        ("https://user:pass@presse.example", False),
        ("https://presse.example/\u202egpj", False),
        ("https://[presse", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, linked: bool):
    assert safe_link(url) == (url if linked else None)
