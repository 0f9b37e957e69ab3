"""What decides a currency, and how amounts are tied to one another."""

import pytest

from assets.claims.money import recognise_money


@pytest.mark.parametrize(("place", "currency"), [(None, "USD"), ("HK", "HKD"), ("CA", "CAD"), ("FR", "USD")])
def test_dollars_follow_the_place(place, currency):
    assert recognise_money("300 dollars", context=place)[0].currency == currency


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("une aide de 300 ¥", None),
        ("une aide de 300 ¥ à Shenzhen", "CNY"),
        ("une aide de 300 ¥ à Tokyo", "JPY"),
        ("une aide de 300 ¥ ; le yuan baisse", "CNY"),
    ],
)
def test_a_bare_yen_sign_is_undecided_unless_the_article_decides(text, currency):
    assert recognise_money(text)[0].currency == currency


@pytest.mark.parametrize(
    "text",
    [
        "La branche romande a vendu pour 3 milliards de francs",
        "Le député bernois veut 20 000 francs",
        "huitante francs",
    ],
)
def test_francs_are_swiss_where_the_words_are(text):
    assert [mention.currency for mention in recognise_money(f"Selon le canton de Vaud : {text}.")] == ["CHF"]


@pytest.mark.parametrize(
    ("text", "amount", "value"),
    [
        ("Elle va jusqu'à 4 M. de yuans par projet.", "4 M. de yuans", 4e6),
        ("Des recettes de 18,2 M. d’euros.", "18,2 M. d’euros", 18.2e6),
        ("Elle a vendu pour 3 Mrd. de dollars.", "3 Mrd. de dollars", 3e9),
    ],
)
def test_the_point_of_an_abbreviation_is_its_own(text, amount, value):
    assert [(mention.text, mention.value) for mention in recognise_money(text)] == [(amount, value)]


def test_an_amount_in_brackets_is_tied_to_the_one_before():
    first, again = recognise_money("40 millions de yuans (à peu près 5,5 millions de dollars)")
    assert first.equivalent_of is None
    assert again.equivalent_of == first.start


def test_two_amounts_of_one_currency_are_no_equivalents():
    assert all(m.equivalent_of is None for m in recognise_money("40 millions de yuans (dont 6 millions de yuans)"))


def test_the_low_end_of_a_range_takes_the_currency():
    low, high = recognise_money("entre 10 et 15 milliards d'euros")
    assert (low.text, low.value, low.currency) == ("10", 10e9, "EUR")
    assert (high.text, high.value, high.currency) == ("15 milliards d'euros", 15e9, "EUR")


def test_centimes_take_the_currency_of_the_amount_before():
    assert [m.currency for m in recognise_money("de 3 dollars à 70 centimes")] == ["USD", "USD"]
    assert [m.currency for m in recognise_money("55 centimes le kilo")] == ["EUR"]


def test_books_are_no_money():
    assert recognise_money("il a lu 12 livres en un an") == ()
