"""What a growth is measured against, in the entries' own examples and in whole claims."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract
from assets.claims.language.loader import Entry, load_entries
from assets.claims.numbers import recognise_numbers
from assets.claims.qualifiers import growth_base_of

ENTRIES = [pytest.param(entry, id=entry.id) for entry in load_entries("fr", "growth_bases")]


def bases(text: str) -> list[str | None]:
    found = [growth_base_of(text, number) for number in recognise_numbers(text)]
    return [base.value if base is not None else None for base in found]


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_found_in_its_examples_and_not_in_its_counter_examples(entry: Entry) -> None:
    wanted = "2019" if entry.data["base"] == "year" else entry.data["base"]
    for example in entry.examples:
        assert wanted in bases(example), example
    for counter in entry.counter_examples:
        assert wanted not in bases(counter), counter


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("En avril 2025, la production de l'Anhui a augmenté de 8 % sur un an.", {"base.year_on_year"}),
        (
            "Les exportations de la Chine ont reculé de 3 % en mai 2025 par rapport au mois précédent.",
            {"base.month_on_month"},
        ),
        ("La production d'acier du Hebei a baissé de 12 % par rapport à 2019.", {"base.2019"}),
        ("La production de l'Anhui a augmenté de 8 % en 2024.", set[str]()),
    ],
)
def test_the_rules_of_a_growth_name_its_base(sentence: str, wanted: set[str]) -> None:
    article = Article(name="essai.txt", paragraphs=(sentence,), language="fr", published_on=date(2025, 6, 2))
    claims = [claim for claim in extract(article).claims if claim.metric.endswith("_growth")]
    assert [{rule for rule in claim.rule_ids if rule.startswith("base.")} for claim in claims] == [wanted]
