"""Numbers that an independent library wrote out are read back as they were: num2words for words, Babel for digits."""

import random

import pytest
from babel.numbers import format_decimal, format_percent
from num2words import num2words

from assets.claims.numbers import recognise_numbers

SMALL = range(1200)
LARGE = [random.Random(digits).randrange(10**digits) for digits in range(4, 13) for _ in range(60)]
LARGE += [random.Random(7).randrange(1, 999) * 10**zeros for zeros in range(3, 12) for _ in range(10)]
REGIONS = ("fr", "fr_BE", "fr_CH")


def _only(text):
    mentions = recognise_numbers(text, everything=True)
    assert len(mentions) == 1, f"{text!r}: {[mention.text for mention in mentions]}"
    return mentions[0]


@pytest.mark.parametrize("region", REGIONS)
def test_spelled_numbers_are_read_whole(region):
    for value in (*SMALL, *LARGE):
        text = num2words(value, lang=region)
        mention = _only(text)
        assert (mention.text, mention.value) == (text, value)


@pytest.mark.parametrize("region", REGIONS)
def test_hyphens_and_blanks_are_the_same_in_spelled_numbers(region):
    for value in (*SMALL, *LARGE[::5]):
        text = num2words(value, lang=region)
        assert _only(text.replace("-", " ")).value == value
        assert _only(text.replace(" ", "-")).value == value


def test_spelled_ordinals_are_read_whole():
    for value in (*range(1, 1000), *LARGE[:200:4]):
        text = num2words(value or 1, lang="fr", to="ordinal")
        mention = _only(f"la {text} usine")
        assert (mention.text, mention.value, mention.kind) == (text, value or 1, "ordinal")


def test_spelled_decimals_are_read_whole():
    for hundredths in range(1, 2000, 7):
        value = hundredths / 100
        assert _only(num2words(value, lang="fr")).value == pytest.approx(value)


@pytest.mark.parametrize("locale", ["fr_FR", "fr_CH", "de_CH", "fr_CA", "fr_BE", "fr_LU", "es_ES"])
def test_digits_are_read_in_every_habit(locale):
    numbers = random.Random(locale)
    for _ in range(300):
        value = round(numbers.uniform(0, 10 ** numbers.randrange(1, 10)), numbers.choice((0, 1, 2)))
        rendered = format_decimal(value, locale=locale)
        mention = _only(f"Le total : {rendered} tonnes")
        assert (mention.text, mention.value) == (rendered, value)


@pytest.mark.parametrize("locale", ["fr_FR", "fr_CH", "fr_CA"])
def test_percentages_keep_their_number_and_give_the_ratio(locale):
    for thousandths in range(0, 3000, 13):
        ratio = thousandths / 1000
        rendered = format_percent(ratio, format="#,##0.#\u00a0%", locale=locale)
        mention = _only(f"soit {rendered} du parc")
        assert mention.kind == "percent"
        assert mention.value == pytest.approx(100 * ratio)
        assert mention.ratio == pytest.approx(ratio)
