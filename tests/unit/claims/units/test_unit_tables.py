"""The reference tables of units and currencies hold together, and quantities end up in base units."""

import csv
from importlib.resources import files

import pytest

from assets.claims.language import load_entries
from assets.claims.numbers import recognise_numbers
from assets.claims.units import load_unit_table, recognise_quantities


def _rows(name):
    return list(csv.DictReader(files("sources.reference").joinpath(name).read_text(encoding="utf-8").splitlines()))


def test_every_unit_has_a_base_of_its_own_dimension():
    table = load_unit_table()
    for unit in table.values():
        base = table[unit.base]
        assert (base.base, base.factor, base.dimension) == (base.id, 1.0, unit.dimension), unit.id


def test_units_are_written_once():
    names = [row["unit"] for row in _rows("units.csv")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_unit_word_is_in_the_table(language):
    assert {entry.id for entry in load_entries(language, "units")} <= set(load_unit_table())


def test_currency_codes_are_three_capitals_and_written_once():
    codes = [row["code"] for row in _rows("currencies.csv")]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in codes)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_currency_word_has_its_code_in_the_table(language):
    assert {entry.id for entry in load_entries(language, "currencies")} <= {
        row["code"] for row in _rows("currencies.csv")
    }


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3 Mt d'acier", 3e6, "tonne"),
        ("300 kg d'or", 0.3, "tonne"),
        ("82 000 tpl", 82_000, "tonne"),
        ("4,2 Mtpl", 4.2e6, "tonne"),
        ("5 TWh", 5e9, "kilowatt_hour"),
        ("12 GW", 12e9, "watt"),
        ("2 km² de zone", 2e6, "square_metre"),
        ("3 milliards de kWh", 3e9, "kilowatt_hour"),
        ("216 l'an dernier", 216, "item"),
        ("une centaine l'an dernier", 100, "item"),
        ("300 mots", 300, "item"),
    ],
)
def test_quantities_come_in_base_units(text, value, unit):
    quantity = recognise_quantities(text, recognise_numbers(text))[0]
    assert (quantity.value, quantity.unit) == (pytest.approx(value), unit)


def test_the_first_of_a_pair_takes_the_unit_of_the_second():
    text = "de 270 à 300 GW"
    low, high = recognise_quantities(text, recognise_numbers(text))
    assert (low.value, low.unit, high.value) == (270e9, "watt", 300e9)
