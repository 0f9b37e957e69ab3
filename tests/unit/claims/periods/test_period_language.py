"""Every entry of the period files keeps the promise of its own examples and counter-examples."""

from datetime import date

import pytest

from assets.claims.language.loader import Entry
from assets.claims.periods import ENGINES, PRESS, read_periods
from assets.claims.periods.direction import cue_of
from assets.claims.periods.grammar import RULE_FILES, load_grammar
from assets.claims.periods.lexicon import entries_of

LANGUAGES = ("fr", "en")
WORD_FILES = ("months", "weekdays", "seasons", "period_words")
PUBLISHED = date(2025, 6, 18)


def _entries(files: tuple[str, ...]) -> list:
    return [
        pytest.param(language, entry, id=f"{language}-{file}-{entry.id}")
        for language in LANGUAGES
        for file in files
        for entry in entries_of(language, file)
    ]


def _rules_that_read(text: str, language: str, entry: Entry) -> set[str]:
    convention = ENGINES if entry.data.get("loose") else PRESS
    mentions, _ = read_periods(text, published_on=PUBLISHED, language=language, convention=convention)
    return {rule for mention in mentions for rule in mention.rule_id.split("+")}


@pytest.mark.parametrize(("language", "entry"), _entries(RULE_FILES))
def test_a_rule_reads_its_examples_and_leaves_its_counter_examples(language: str, entry: Entry) -> None:
    for example in entry.examples:
        assert entry.id in _rules_that_read(example, language, entry), example
    for counter_example in entry.counter_examples:
        assert entry.id not in _rules_that_read(counter_example, language, entry), counter_example


@pytest.mark.parametrize(("language", "entry"), _entries(("period_shapes",)))
def test_a_shape_occurs_in_its_examples_only(language: str, entry: Entry) -> None:
    for example in entry.examples:
        assert read_periods(example, published_on=PUBLISHED, language=language)[0], example
    for counter_example in entry.counter_examples:
        assert not read_periods(counter_example, published_on=PUBLISHED, language=language)[0], counter_example


@pytest.mark.parametrize(("language", "entry"), _entries(WORD_FILES))
def test_a_word_has_its_class_in_its_examples_only(language: str, entry: Entry) -> None:
    name, value = entry.data.get("class", entry.id), entry.data.get("value", entry.id)

    def has_word(text: str) -> bool:
        items = load_grammar(language).tokeniser.cut(text)
        return any(item.values.get(cls) == value for item in items for cls in (name, f"{name}_short"))

    for example in entry.examples:
        assert has_word(example), example
    for counter_example in entry.counter_examples:
        assert not has_word(counter_example), counter_example


@pytest.mark.parametrize(("language", "entry"), _entries(("tenses",)))
def test_a_tense_shows_in_its_examples_only(language: str, entry: Entry) -> None:
    def cues(text: str) -> set:
        return {cue_of(language, word) for word in text.split()}

    for example in entry.examples:
        assert entry.data["direction"] in cues(example), example
    for counter_example in entry.counter_examples:
        assert entry.data["direction"] not in cues(counter_example), counter_example
