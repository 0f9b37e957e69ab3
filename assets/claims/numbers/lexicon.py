"""A language's number words, read once from its data files into look-up tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets.claims.language.loader import Entry, load_entries
from assets.claims.numbers.folding import fold


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a word: where it stands in a spelled number and what it is worth there."""

    id: str
    place: str
    value: float
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of ten: ``loose`` is the value before one of ``loose_before`` (the press's own usage)."""

    id: str
    value: float
    loose: float | None
    loose_before: frozenset[str]
    glued: bool
    needs: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of one language."""

    language: str
    cardinals: dict[str, Word]
    ordinals: dict[str, Word]
    scales: dict[str, Scale]
    suffixes: dict[str, Scale]
    dozens: dict[str, Word]
    parts: dict[str, Word]
    connectors: dict[str, frozenset[str]]
    words: frozenset[str]


def _forms(entry: Entry) -> Iterable[str]:
    return dict.fromkeys(fold(form) for form in entry.forms)


def _scale(entry: Entry) -> Scale:
    loose = entry.data.get("press_value")
    return Scale(
        entry.id,
        float(entry.data["value"]),
        float(loose) if loose is not None else None,
        frozenset(fold(word) for word in entry.data.get("press_words", ())),
        bool(entry.data.get("glued", False)),
        frozenset(fold(word) for word in entry.data.get("needs_words", ())),
        frozenset(entry.data.get("not_after", ())),
    )


@cache
def load_lexicon(language: str) -> Lexicon:
    """Load the number words of a language.

    Raises:
        LanguageDataError: A file is missing or breaks the contract.
    """
    cardinals = {
        form: Word(entry.id, entry.data["class"], float(entry.data["value"]))
        for entry in load_entries(language, "numbers")
        for form in _forms(entry)
    }
    ordinals = {
        form: Word(entry.id, entry.data["class"], float(entry.data["value"]), bool(entry.data["fraction"]))
        for entry in load_entries(language, "ordinals")
        for form in _forms(entry)
    }
    scales: dict[str, Scale] = {}
    suffixes: dict[str, Scale] = {}
    for entry in load_entries(language, "scales"):
        if entry.data["kind"] == "word":
            scales.update({form: _scale(entry) for form in _forms(entry)})
        else:  # Case tells M from m: suffixes keep it.
            suffixes.update({form: _scale(entry) for form in entry.forms})
    dozens = {
        form: Word(entry.id, "dozen", float(entry.data["value"]))
        for entry in load_entries(language, "dozens")
        for form in _forms(entry)
    }
    parts = {
        form: Word(entry.id, entry.data["role"], float(entry.data["value"]))
        for entry in load_entries(language, "fractions")
        for form in _forms(entry)
    }
    connectors = {entry.data["role"]: frozenset(_forms(entry)) for entry in load_entries(language, "connectors")}
    words = frozenset().union(cardinals, ordinals, scales, dozens, parts)
    return Lexicon(language, cardinals, ordinals, scales, suffixes, dozens, parts, connectors, words)
