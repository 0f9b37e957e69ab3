"""Words of header lines: every entry recognises its examples and leaves its counter-examples alone."""

import tomllib

import pytest

from assets.articles.folding import fold
from assets.articles.language.forms import load_form
from assets.articles.language.loader import ROOT, FurnitureDataError

ENTRIES = [
    entry
    for path in sorted(ROOT.glob("*/header.toml"))
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]
]


def _found(name: str, text: str) -> bool:
    if name.startswith("byline"):
        return load_form(name, whole=False).match(fold(text)) is not None
    return load_form(name).search(fold(text)) is not None


@pytest.mark.parametrize(("name", "text"), [(entry["id"], text) for entry in ENTRIES for text in entry["examples"]])
def test_an_entry_finds_its_example(name: str, text: str) -> None:
    assert _found(name, text)


@pytest.mark.parametrize(
    ("name", "text"), [(entry["id"], text) for entry in ENTRIES for text in entry["counter_examples"]]
)
def test_no_entry_finds_a_counter_example(name: str, text: str) -> None:
    assert not _found(name, text)


def test_a_list_that_no_language_has_is_named() -> None:
    with pytest.raises(FurnitureDataError, match=r"no header\.toml has an entry 'nothing'"):
        load_form("nothing")
