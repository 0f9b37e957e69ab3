"""Rows of text become rows of spans, and the examples in the docstrings hold."""

import doctest
import importlib

import pytest

from assets.claims.recognise import recognise_rows

DOCUMENTED = (
    "assets.claims.record",
    "assets.claims.language.patterns",
    "assets.claims.numbers.folding",
    "assets.claims.numbers.digits",
    "assets.claims.numbers.recogniser",
    "assets.claims.money.recogniser",
    "assets.claims.qualifiers.bounds",
    "assets.claims.qualifiers.triggers",
)


def test_number_rows_keep_what_is_no_figure_in_the_press():
    rows = list(recognise_rows("numbers", [{"id": "a", "text": "une usine en 2019"}]))
    assert rows == [{"id": "a", "spans": [{"text": "une", "value": 1.0}, {"text": "2019", "value": 2019.0}]}]


def test_money_rows_carry_amount_and_currency():
    rows = list(recognise_rows("money", [{"id": "b", "text": "300 k€"}, {"id": "c", "text": "rien"}]))
    assert rows == [
        {"id": "b", "spans": [{"text": "300 k€", "value": 300_000.0, "currency": "EUR"}]},
        {"id": "c", "spans": []},
    ]


@pytest.mark.parametrize("name", DOCUMENTED)
def test_docstring_examples_hold(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0
