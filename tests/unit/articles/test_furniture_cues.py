"""Furniture cues: every entry recognises its examples and leaves its counter-examples alone."""

import tomllib

import pytest

from assets.articles.blocks import grammar_share
from assets.articles.facts.lines import is_name
from assets.articles.html.zones import name_words, zone_patterns
from assets.articles.language.loader import ROOT, FurnitureDataError, find_cue, load_cues, parse_cues
from assets.articles.language.words import load_words

CUES = load_cues()
ZONES = tomllib.loads((ROOT.parent / "html" / "zones.toml").read_text(encoding="utf-8"))["entry"]
WORDS = [
    entry
    for path in sorted(ROOT.glob("*/words.toml"))
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]
]


@pytest.mark.parametrize(("cue", "text"), [(cue, text) for cue in CUES for text in cue.examples])
def test_an_entry_recognises_its_example(cue, text):
    assert cue.matches(text)


@pytest.mark.parametrize(("cue", "text"), [(cue, text) for cue in CUES for text in cue.counter_examples])
def test_no_entry_takes_a_counter_example(cue, text):
    assert find_cue(text) is None, f"{cue.id}: {text}"


@pytest.mark.parametrize("entry", ZONES, ids=lambda entry: entry["id"])
def test_a_box_is_told_by_its_name(entry):
    pattern = dict(zone_patterns())[entry["id"]]
    assert all(pattern.search(name_words(name)) for name in entry["examples"])
    assert not any(pattern.search(name_words(name)) for name in entry["counter_examples"])


@pytest.mark.parametrize("entry", [entry for entry in WORDS if entry["id"] == "grammar"])
def test_grammar_words_tell_prose_from_menus(entry):
    assert all(grammar_share(text) >= 0.2 for text in entry["examples"])
    assert all(grammar_share(text) < 0.2 for text in entry["counter_examples"])


@pytest.mark.parametrize("entry", [entry for entry in WORDS if entry["id"] == "no_names"])
def test_labels_of_pages_are_no_names(entry):
    assert not any(is_name(text) for text in entry["examples"])
    assert all(is_name(text) for text in entry["counter_examples"])


def test_ids_are_unique_over_all_languages():
    assert len({cue.id for cue in CUES}) == len(CUES)


def test_a_list_that_no_language_has_is_named():
    with pytest.raises(FurnitureDataError, match=r"no words\.toml has an entry 'nothing'"):
        load_words("nothing")


ENTRY = """[[entry]]
id = "x"
reason = "share"
effect = "drop"
forms = ["a"]
examples = ["a"]
counter_examples = ["b"]
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("not toml =", "not valid TOML"),
        ("", r"no \[\[entry\]\]"),
        (ENTRY + ENTRY, "needs an id that no other entry has"),
        (ENTRY.replace("drop", "explode"), "an effect out of"),
        (ENTRY.replace('forms = ["a"]', "forms = []"), "needs forms"),
        (ENTRY.replace('forms = ["a"]', 'forms = ["("]'), "no regular expression"),
        (ENTRY.replace('examples = ["a"]\ncounter', 'examples = [""]\ncounter'), "needs examples"),
    ],
)
def test_a_broken_furniture_file_is_refused_with_file_and_cure(text, told):
    with pytest.raises(FurnitureDataError, match=told):
        parse_cues(text, "fr/furniture.toml")
