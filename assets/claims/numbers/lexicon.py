"""A language's number words, read once from its data files into look-up tables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets.claims.language.loader import Entry, load_entries
from assets.claims.language.patterns import any_of, phrase
from assets.claims.numbers.folding import fold

BLANK = "[ \u00a0\u202f\u2009]"


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a word: where it stands in a spelled number and what it is worth there."""

    id: str
    place: str
    value: float
    fraction: bool = False
    after_one: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of ten.

    Attributes:
        id: Entry of the language file.
        value: What it multiplies by.
        loose: The press's own value before one of ``loose_before``, or None.
        loose_before: Words (folded) that bring the press's value.
        glued: An abbreviation that needs a unit behind it where a blank parts it from the digits.
        needs: Words one of which must follow, if any are given.
        not_after: Digits behind which it is no scale (the G of 5G).
    """

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
    not_wholes: frozenset[str]
    loose_and: bool
    decimal_mark: str
    suffix: re.Pattern[str]
    measure_ahead: re.Pattern[str]
    word_ahead: re.Pattern[str]
    fraction_follower: re.Pattern[str]
    fraction_whole: re.Pattern[str]
    fraction_article: re.Pattern[str]
    fraction_paid: re.Pattern[str]
    fraction_of: re.Pattern[str]


def _forms(entry: Entry) -> Iterable[str]:
    return dict.fromkeys(fold(form) for form in entry.forms)


def _words(language: str, name: str, place: str | None = None) -> dict[str, Word]:
    return {
        form: Word(
            entry.id,
            place or str(entry.data.get("class") or entry.data.get("role")),
            float(entry.data["value"]),
            bool(entry.data.get("fraction", False)),
            bool(entry.data.get("after_one", False)),
        )
        for entry in load_entries(language, name)
        for form in _forms(entry)
    }


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
def currency_marks(language: str) -> tuple[str, ...]:
    """Currency words (folded), symbols and codes of a language."""
    marks: list[str] = []
    for name in ("currencies", "money_words"):
        for entry in load_entries(language, name):
            marks += [*_forms(entry), *entry.data.get("symbols", ())]
            if name == "currencies":
                marks.append(entry.id)
    return tuple(marks)


@cache
def unit_marks(language: str) -> tuple[str, ...]:
    """Unit words (folded) and symbols of a language."""
    return tuple(
        mark for entry in load_entries(language, "units") for mark in (*_forms(entry), *entry.data.get("symbols", ()))
    )


def _suffix_pattern(language: str, suffixes: Iterable[str]) -> re.Pattern[str]:
    """Abbreviations behind digits. A letter may follow only where it begins a currency (``12 MEUR``).

    The point of an abbreviation is its own where the noun goes on behind it (``4 M. de francs``).
    """
    codes = any_of(mark for mark in currency_marks(language) if mark.isascii() and mark.isupper() and len(mark) > 1)
    of = phrase(language, "of").replace("'", "['’]")
    return re.compile(
        rf"({BLANK}?)({any_of(suffixes)})(?:(?=(?:{codes})(?![A-Za-z]))|(?![A-Za-zÀ-ÿ0-9²³]))(?!\. ?[A-ZÀ-Þ])"
        rf"(?:\.(?={BLANK}{of}[a-z]))?"
    )


@cache
def load_lexicon(language: str) -> Lexicon:
    """Load the number words of a language.

    Raises:
        LanguageDataError: A file is missing or breaks the contract.
    """
    scales: dict[str, Scale] = {}
    suffixes: dict[str, Scale] = {}
    for entry in load_entries(language, "scales"):
        if entry.data["kind"] == "word":
            scales.update({form: _scale(entry) for form in _forms(entry)})
        else:  # Case tells M from m: suffixes keep it.
            suffixes.update({form: _scale(entry) for form in entry.forms})
    cardinals, ordinals = _words(language, "numbers"), _words(language, "ordinals")
    dozens, parts = _words(language, "dozens", "dozen"), _words(language, "fractions")
    links = load_entries(language, "connectors")
    of = phrase(language, "of")
    marks = any_of(fold(mark) for mark in (*unit_marks(language), *currency_marks(language)))
    return Lexicon(
        language,
        cardinals,
        ordinals,
        scales,
        suffixes,
        dozens,
        parts,
        {entry.data["role"]: frozenset(_forms(entry)) for entry in links},
        frozenset().union(cardinals, ordinals, scales, dozens, parts),
        frozenset(fold(word) for entry in links for word in entry.data.get("not_before", ())),
        any(bool(entry.data.get("after_hundred")) for entry in links),
        next(str(entry.data["mark"]) for entry in links if "mark" in entry.data),
        _suffix_pattern(language, suffixes),
        re.compile(rf"{BLANK}{{0,2}}{of}?(?:{marks})(?![a-z'])"),
        re.compile(rf"\s*{of}?\s*([a-z]+|[$€¥])"),
        re.compile(rf"\W*$|\s*[.,;:!?()»\"]|\s+{phrase(language, 'fraction_follower')}(?:\W|$)"),
        re.compile(rf"\s+{phrase(language, 'fraction_whole')}(?![a-z])"),
        re.compile(rf"(?<![a-z]){phrase(language, 'part_article')}\s$"),
        re.compile(rf"(?<![a-z]){phrase(language, 'fraction_paid')}\s{phrase(language, 'part_article')}\s$"),
        re.compile(rf"\s{phrase(language, 'of')}"),
    )
