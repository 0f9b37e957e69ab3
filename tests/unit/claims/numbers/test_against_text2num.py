"""Two readers of spelled French agree: ours and text2num, which was written apart from it."""

import random

import pytest
from num2words import num2words
from text_to_num import alpha2digit, text2num

from assets.claims.numbers import recognise_numbers

VALUES = [*range(2, 400), *(random.Random(digits).randrange(10**digits) for digits in range(3, 10) for _ in range(40))]


@pytest.mark.parametrize("region", ["fr", "fr_CH"])
def test_both_readers_give_the_same_value(region):
    for value in VALUES:
        text = num2words(value, lang=region)
        assert recognise_numbers(text, everything=True)[0].value == text2num(text, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Vingt-sept usines, douze mines et cent vingt-six fours",
        "Trente et un ports ou quarante-deux gares",
        "Dix-sept mille deux cents ouvriers et quatre-vingt-trois grues",
        "Soixante-dix-neuf lignes contre septante-huit",
    ],
)
def test_both_readers_find_the_same_numbers_in_a_sentence(text):
    written = [word for word in alpha2digit(text, "fr").replace(",", " ").split() if word.isdigit()]
    assert [str(int(mention.value)) for mention in recognise_numbers(text)] == written
