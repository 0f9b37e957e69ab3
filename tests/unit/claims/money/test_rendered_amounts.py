"""Amounts that Babel wrote out in several countries' habits are read back with their currency."""

import random

import pytest
from babel.numbers import format_currency, get_currency_precision

from assets.claims.money import recognise_money

CURRENCIES = ("EUR", "USD", "CNY", "CHF", "GBP", "JPY", "HKD", "CAD", "AUD", "KRW", "INR", "BRL", "ILS", "SEK", "PLN")
WORDS = {
    "EUR": "euros",
    "USD": "dollars",
    "CNY": "yuans",
    "CHF": "francs suisses",
    "GBP": "livres sterling",
    "JPY": "yens",
    "HKD": "dollars de Hong Kong",
    "CAD": "dollars canadiens",
    "AUD": "dollars australiens",
    "KRW": "wons",
    "INR": "roupies",
    "BRL": "réaux",
    "ILS": "shekels",
    "SEK": "couronnes suédoises",
    "PLN": "zlotys",
}


@pytest.mark.parametrize("locale", ["fr_FR", "fr_CH", "de_CH", "fr_BE", "fr_LU", "fr_CA"])
@pytest.mark.parametrize("currency", ["EUR", "USD", "CHF", "GBP", "CAD", "HKD"])
def test_printed_amounts_are_read_back(locale, currency):
    if (locale, currency) in {("fr_CA", "CAD"), ("de_CH", "USD")}:  # A bare $: the place decides, tested elsewhere.
        currency = "EUR"
    numbers = random.Random(locale + currency)
    for _ in range(60):
        value = round(numbers.uniform(0, 10 ** numbers.randrange(1, 9)), get_currency_precision(currency))
        rendered = format_currency(value, currency, locale=locale)
        amounts = recognise_money(f"Le total : {rendered}.")
        assert [(amount.text, amount.value, amount.currency) for amount in amounts] == [(rendered, value, currency)]


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("template", ["{} {}", "{} millions de {}", "{} milliards de {}"])
def test_amounts_in_words_are_read_back(currency, template):
    factor = {"{} {}": 1, "{} millions de {}": 10**6, "{} milliards de {}": 10**9}[template]
    for number in (2, 15, 340):
        text = template.format(number, WORDS[currency]).replace("de euros", "d'euros")
        amounts = recognise_money(f"La ville verse {text} aux firmes.")
        assert [(amount.text, amount.value, amount.currency) for amount in amounts] == [
            (text, number * factor, currency)
        ]


@pytest.mark.parametrize("currency", CURRENCIES)
def test_codes_are_read_on_both_sides(currency):
    for text in (f"{currency} 300", f"300 {currency}", f"300 M {currency}"):
        amounts = recognise_money(f"un prêt de {text} en mai")
        assert [(amount.text, amount.currency) for amount in amounts] == [(text, currency)]
