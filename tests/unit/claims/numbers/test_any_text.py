"""No text makes a recogniser raise, answer out of order or take more than linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.claims.money import recognise_money
from assets.claims.numbers import recognise_numbers
from assets.claims.qualifiers import attribution_of, bound_of, dateline_of, rate_of, sign_of, status_of
from assets.claims.units import recognise_quantities

ALPHABET = """
un une deux quatre vingt cent cents mille million millions milliard de d' et virgule point tiers quart demi quinzaine
centième premier sur entre à plus moins pour fois yuans dollars $ € ¥ RMB Mds M k % ‰ 1 2 12 300 0 1.234 1,5 2024
12/05/2025 ½ - – ( ) , . ; : ' ’ x × selon que a déclaré par an tonnes Mt kWh n' pas ſ İ ﬁ ２ ٣ 𝟓 ² ①
"""
PIECES = st.sampled_from((*ALPHABET.split(), "\n", "\u00a0", "\u202f"))
PIECE_LISTS = st.lists(PIECES, max_size=40)
TEXTS = st.one_of(st.text(max_size=200), PIECE_LISTS.map(" ".join), PIECE_LISTS.map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_mentions_are_sorted_verbatim_and_apart(text):
    mentions = recognise_numbers(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        assert mention.value == mention.value
    ends = [0, *(mention.end for mention in mentions)]
    assert all(mention.start >= end for mention, end in zip(mentions, ends, strict=False))
    for amount in recognise_money(text):
        assert text[amount.start : amount.end] == amount.text != ""
    for quantity in recognise_quantities(text, mentions):
        assert text[quantity.start : quantity.end] == quantity.text
        assert text[quantity.noun_start : quantity.noun_end] == quantity.noun


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_qualifiers_never_raise(text):
    dateline_of(text)
    for mention in recognise_numbers(text, everything=True):
        for read in (bound_of, sign_of, rate_of, status_of):
            found = read(text, mention)
            assert found is None or 0 <= found.start <= found.end <= len(text)
        speaker = attribution_of(text, mention)
        assert speaker is None or text[speaker.start : speaker.end] == speaker.name


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100), st.text(max_size=100))
def test_reading_is_deterministic(text, other):
    first = recognise_numbers(text, everything=True)
    recognise_numbers(other, everything=True)
    assert recognise_numbers(text, everything=True) == first


WORST = [
    *("1 111 ", "1", "1.", "1,", "1 ", "un ", "million ", "1 million ", "mille ", "million de ", "un et "),
    *("quatre-vingt-", "1 1/", "--", "a@", "a", "http://x ", "1 usine sur ", "virgule un ", "$ 1 ", "12 à 13 "),
    *("2 000, 5 000 ou ", "(", ". ", "d'", "plus de 1 ", "01 23 45 67 89 ", "½", "selon ", "a déclaré que "),
    *("n'est pas ", "12 euros 50 ", "12 yuans ("),
]


def _seconds(unit, length):
    text = (unit * (length // len(unit) + 1))[:length]
    start = time.perf_counter()
    mentions = recognise_numbers(text)
    recognise_money(text)
    recognise_quantities(text, mentions)
    for mention in mentions[:20]:
        for read in (bound_of, sign_of, rate_of, status_of, attribution_of):
            read(text, mention)
    return time.perf_counter() - start


@pytest.mark.parametrize("unit", WORST)
def test_time_grows_with_the_length_and_not_faster(unit):
    # A quadratic reader takes 36 times as long for six times the text; the floor keeps a busy machine's noise out.
    short = max(min(_seconds(unit, 1_000), _seconds(unit, 1_001)), 0.01)
    assert min(_seconds(unit, 6_000), _seconds(unit, 6_001)) < 18 * short
