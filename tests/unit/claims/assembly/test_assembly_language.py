"""Every entry of the cue files is found in its examples and not in its counter-examples.

Cues are weighed against each other, so a form that matches too much costs claims far away from its own sentence; the
counter-examples hold such forms in check.
"""

import pytest

from assets.claims.assembly.cues import CueMatcher
from assets.claims.assembly.frames import frames
from assets.claims.assembly.text import words_of
from assets.claims.language.loader import Entry, load_entries

CUE_FILES = (
    "metrics_industry",
    "metrics_models",
    "metrics_subsidies",
    "metrics_excluded",
    "aspects",
    "counted",
    "subjects",
    "events",
    "event_signs",
    "grammar_words",
)
ENTRIES = [pytest.param(entry, id=f"{name}:{entry.id}") for name in CUE_FILES for entry in load_entries("fr", name)]
# Entries of signs and endings, which are parts of words and no words.
PARTS = {
    "word-common-ending",
    "word-participle-ending",
    "word-report-stem",
    "word-replaced-stem",
    "word-release-stem",
    "word-article",
    "word-light",
    "word-of",
    "word-noun-link",
    "word-series-light",
    "word-opener",
    "word-pairing",
    "word-joining",
    "word-new-clause",
}


@pytest.mark.parametrize("entry", [param for param in ENTRIES if param.values[0].id not in PARTS])
def test_an_entry_is_found_in_its_examples_and_nowhere_in_its_counter_examples(entry: Entry):
    matcher = CueMatcher([entry])
    for example in entry.examples:
        assert matcher.find(words_of(example)), f"{entry.id} is not found in {example!r}"
    for counter in entry.counter_examples:
        assert not matcher.find(words_of(counter)), f"{entry.id} is found in {counter!r}"


@pytest.mark.parametrize("name", ["metrics_industry", "metrics_models", "metrics_subsidies"])
def test_every_family_that_a_cue_names_is_in_the_table_of_frames(name: str):
    for entry in load_entries("fr", name):
        assert entry.data["family"] in frames(), entry.id


def test_every_family_of_a_counted_noun_is_in_the_table_of_frames():
    for entry in load_entries("fr", "counted"):
        assert set(entry.data["families"]) <= set(frames()), entry.id


def test_excluded_families_feed_no_mart():
    for entry in load_entries("fr", "metrics_excluded"):
        assert entry.data["family"] not in frames(), entry.id
