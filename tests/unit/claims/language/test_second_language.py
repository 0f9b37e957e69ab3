"""A second language is a folder: English is read by the same code, from its own files."""

import pytest
from num2words import num2words

from assets.claims.language import LanguageDataError
from assets.claims.money import recognise_money
from assets.claims.numbers import recognise_numbers
from assets.claims.qualifiers import bound_of
from assets.claims.units import recognise_quantities


def test_english_spelled_numbers_are_read_whole():
    for value in (*range(1200), 12_345, 250_000, 1_000_001, 7_654_321, 3 * 10**9):
        text = num2words(value, lang="en").replace(",", "")
        assert [(m.text, m.value) for m in recognise_numbers(text, language="en")] == [(text, value)]


def test_english_commas_part_thousands_and_points_decimals():
    values = [m.value for m in recognise_numbers("12,500 robots, 2.176 million cars", language="en")]
    assert values == [12_500, 2_176_000]


def test_the_same_digits_read_otherwise_in_french():
    assert [m.value for m in recognise_numbers("12,500 et 23.194", language="fr")] == [12.5, 23_194]


def test_english_billions_are_short():
    amount = recognise_money("a fund of 1.5 billion yuan", language="en")[0]
    assert (amount.text, amount.value, amount.currency) == ("1.5 billion yuan", 1.5e9, "CNY")


def test_english_quantities_and_bounds():
    text = "The plant employs more than 12,000 workers in 2024"
    number = recognise_numbers(text, language="en")[0]
    assert recognise_quantities(text, [number], language="en")[0].unit == "person"
    assert bound_of(text, number, language="en").value == "gt"


def test_a_language_without_files_is_refused_with_the_file_it_lacks():
    with pytest.raises(LanguageDataError, match="no such language file"):
        recognise_numbers("300", language="xx")
