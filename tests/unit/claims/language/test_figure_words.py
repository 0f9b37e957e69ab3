"""Every entry of the figure and qualifier files is recognised in its examples and not in its counter-examples.

A word list that nobody runs rots: a form that another rule shadows, or that swallows its neighbour, shows here.
"""

import re
from collections.abc import Callable

import pytest

from assets.claims.assembly.worded import multiples_of, with_marks
from assets.claims.language import Entry, load_entries
from assets.claims.language.loader import ROOT
from assets.claims.money import recognise_money
from assets.claims.numbers import NumberMention, recognise_numbers
from assets.claims.numbers.folding import fold
from assets.claims.qualifiers import attribution_of, bound_of, dateline_of, rate_of, sign_of, status_of
from assets.claims.units import recognise_quantities

Checker = Callable[[Entry, str, str], bool]


def _figures(text: str, language: str) -> tuple[NumberMention, ...]:
    return recognise_numbers(text, language=language)


def _in_number(entry: Entry, text: str, language: str) -> bool:
    """A figure's own text holds one of the forms, as a word or as the ending of one."""
    forms = "|".join(re.escape(fold(form)) for form in entry.forms)
    pattern = re.compile(rf"(?<![a-z])(?:{forms})(?![a-z])" if entry.id != "ordinal_ending" else rf"\d(?:{forms})$")
    return any(pattern.search(fold(mention.text)) for mention in _figures(text, language))


def _number_rule(entry: Entry, text: str, language: str) -> bool:
    return any(entry.id in re.split(r"[.+]", mention.rule_id) for mention in _figures(text, language))


def _unit(entry: Entry, text: str, language: str) -> bool:
    quantities = recognise_quantities(text, _figures(text, language) or _everything(text, language), language=language)
    return any(quantity.written_unit == entry.id for quantity in quantities)


def _everything(text: str, language: str) -> tuple[NumberMention, ...]:
    return recognise_numbers(text, language=language, everything=True)


def _currency(entry: Entry, text: str, language: str) -> bool:
    return any(mention.currency == entry.id for mention in recognise_money(text, language=language))


def _money_word(entry: Entry, text: str, language: str) -> bool:
    return any(mention.rule_id.split(".")[2] == entry.id for mention in recognise_money(text, language=language))


def _noise(entry: Entry, text: str, language: str) -> bool:
    return any(mention.reason == entry.id for mention in _everything(text, language))


def _year(_entry: Entry, text: str, language: str) -> bool:
    return any(mention.reason == "year" for mention in _everything(text, language))


def _opener(_entry: Entry, text: str, language: str) -> bool:
    return all(mention.reason != "name" for mention in _everything(text, language))


def _rule(name: str, read: Callable[..., object]) -> Checker:
    def check(entry: Entry, text: str, language: str) -> bool:
        found = (read(text, mention, language=language) for mention in _figures(text, language))
        return any(getattr(item, "rule_id", "") == f"{name}.{entry.id}" for item in found)

    return check


def _agency(_entry: Entry, text: str, language: str) -> bool:
    return dateline_of(text, language=language) is not None


def _pattern(entry: Entry, text: str, _language: str) -> bool:
    """The forms are regular expressions for other rules: they stand as words in the text."""
    forms = "|".join(entry.forms)
    return re.search(rf"(?<![a-z])(?:{forms})(?![a-z])|(?<![a-z])(?:{forms})(?<=[' ])", fold(text)) is not None


def _noun(entry: Entry, text: str, language: str) -> bool:
    """A word of the role stands behind the noun phrase, or inside it."""
    quantities = recognise_quantities(text, _figures(text, language), language=language)
    if entry.data["role"] == "stop":
        return any(quantity.noun_end < len(text) for quantity in quantities)
    return any(f" {form} " in text[quantity.number.end :] for quantity in quantities for form in entry.forms)


def _worded(entry: Entry, text: str, language: str) -> bool:
    """A multiple stands in the text, or the article of a mark that is read as a number."""
    if entry.data["role"] == "mark":
        return with_marks(text, language) != text
    return any(figure.value == entry.data["value"] for figure in multiples_of(text, language))


CHECKERS: dict[str, Checker] = {
    "numbers": _in_number,
    "scales": _in_number,
    "ordinals": _in_number,
    "fractions": _in_number,
    "dozens": _in_number,
    "connectors": _in_number,
    "percents": _number_rule,
    "multiples": _number_rule,
    "worded": _worded,
    "units": _unit,
    "currencies": _currency,
    "money_words": _money_word,
    "not_figures": _noise,
    "years": _year,
    "function_words": _opener,
    "comparators": _rule("bound", bound_of),
    "signs": _rule("sign", sign_of),
    "rates": _rule("rate", rate_of),
    "status": _rule("status", status_of),
    "attribution": _rule("attribution", attribution_of),
    "agencies": _agency,
    "verbs": _pattern,
    "phrases": _pattern,
    "nouns": _noun,
}
LANGUAGES = ("fr", "en")
FILES = [(language, name) for language in LANGUAGES for name in CHECKERS if (ROOT / language / f"{name}.toml").exists()]
EXAMPLES = [
    pytest.param(language, name, entry, text, id=f"{language}-{name}-{entry.id}-{position}")
    for language, name in FILES
    for entry in load_entries(language, name)
    for position, text in enumerate(entry.examples)
]
COUNTER_EXAMPLES = [
    pytest.param(language, name, entry, text, id=f"{language}-{name}-{entry.id}-{position}")
    for language, name in FILES
    for entry in load_entries(language, name)
    for position, text in enumerate(entry.counter_examples)
]


@pytest.mark.parametrize(("language", "name", "entry", "text"), EXAMPLES)
def test_entry_is_recognised_in_its_example(language, name, entry, text):
    assert CHECKERS[name](entry, text, language), f"{language}/{name}.toml, {entry.id}: not recognised in {text!r}"


@pytest.mark.parametrize(("language", "name", "entry", "text"), COUNTER_EXAMPLES)
def test_entry_is_not_recognised_in_its_counter_example(language, name, entry, text):
    assert not CHECKERS[name](entry, text, language), f"{language}/{name}.toml, {entry.id}: wrongly seen in {text!r}"


def test_french_has_every_file_that_the_figure_recognisers_read():
    assert [name for name in CHECKERS if not (ROOT / "fr" / f"{name}.toml").exists()] == []
