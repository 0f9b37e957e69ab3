"""The words of a language as token classes: what ``mai``, ``vingt`` or ``prochain`` can stand for."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from assets.claims.language.loader import ROOT, Entry, load_entries

# Files of a language folder, in the order in which a word collects its classes.
_WORD_FILES = ("numbers", "ordinals", "dozens", "months", "weekdays", "seasons", "period_words")
_CLASS_OF_FILE = {"ordinals": "ordinal", "dozens": "dozen"}
_PLAIN = {"’": "'", "‘": "'", "‑": "-", "‐": "-", "–": "-", "—": "-", "−": "-", "œ": "oe", "æ": "ae"}
_FIRST_CODE = 0xE000


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Lower case, no accents, straight apostrophes and hyphens.

    >>> plain("Août"), plain("L’")
    ('aout', "l'")
    """
    decomposed = unicodedata.normalize("NFD", "".join(_PLAIN.get(char, char) for char in word))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def entries_of(language: str, file: str) -> tuple[Entry, ...]:
    """Entries of a language's file; none where the language has no such file (a small language may lack some)."""
    return load_entries(language, file) if (ROOT / language / f"{file}.toml").exists() else ()


@dataclass(slots=True)
class Vocabulary:
    """Words with their classes, and one character (code) for every combination of classes.

    Rules are regular expressions over these codes, so a sentence of thirty words is a string of thirty characters.
    """

    words: dict[str, dict[str, Any]] = field(default_factory=dict)
    codes: dict[frozenset[str], str] = field(default_factory=dict)
    by_code: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, form: str, name: str, value: object, *, exact: bool = False) -> None:
        """Give a word one more class; an exact one needs its accents (``dès`` is not ``des``)."""
        self.words.setdefault(form.lower() if exact else plain(form), {}).setdefault(name, value)

    def classes(self, word: str) -> dict[str, Any] | None:
        """What a word can stand for, its accents first."""
        return self.words.get(word.lower()) or self.words.get(plain(word))

    def code(self, classes: Iterable[str]) -> str:
        """The character that stands for a combination of classes; a new one where it was never seen."""
        signature = frozenset(classes)
        known = self.codes.get(signature)
        if known is None:
            known = chr(_FIRST_CODE + len(self.codes))
            self.codes[signature] = known
        return known

    def weight(self, code: str) -> int:
        """How little a code tells: words that are everywhere weigh most, then numbers."""
        signature = self._signatures().get(code, frozenset())
        if not signature or "closed" in signature:
            return 60 if "glue" in signature else 100
        return 10 if "int" in signature else 5 if "ordinal" in signature else 1

    def weight_of(self, codes: Iterable[str]) -> int:
        """How little it tells that a text has one of these codes."""
        return sum(self.weight(code) for code in codes)

    def is_number(self, code: str) -> bool:
        """Whether a code stands for small whole numbers in digits."""
        return "day_digits" in self._signatures().get(code, frozenset())

    def _signatures(self) -> dict[str, frozenset[str]]:
        if len(self.by_code) != len(self.codes):
            self.by_code = {code: signature for signature, code in self.codes.items()}
        return self.by_code

    def codes_of(self, name: str) -> str:
        """Every code whose combination contains the class; ``any`` is every word that ends no clause."""
        if name == "any":
            stops = {"P", "edge", "dot", "comma"}
            return "".join(code for signature, code in self.codes.items() if not signature & stops)
        return "".join(code for signature, code in self.codes.items() if name in signature)


def _add_entry(vocabulary: Vocabulary, file: str, entry: Entry) -> None:
    name = _CLASS_OF_FILE.get(file) or str(entry.data.get("class", entry.id))
    value = entry.data.get("value", entry.id)
    if file == "numbers":
        name, value = "spelled", (name, value)
    if file == "ordinals" and entry.data.get("class") not in {"alone", "unit", "teen", None}:
        return
    for form in entry.forms:
        if " " not in form and (form == "-" or "-" not in form):
            vocabulary.add(form, name, value, exact=bool(entry.data.get("exact")))
    for form in entry.data.get("abbreviations", ()):
        vocabulary.add(form, f"{name}_short", value)


def number_features(value: int, width: int, *, spelled: bool) -> Mapping[str, Any]:
    """Classes of a whole number by its value and its count of digits (0 where it was spelled)."""
    features: dict[str, Any] = {"int": value}
    if 1 <= value <= 31 and width <= 2 and not (spelled and value == 1):
        features["day"] = value
        if not spelled:
            features["day_digits"] = value
    if 1 <= value <= 12 and width <= 2:
        features["month_number"] = value
    if width == 2:
        features["two_digits"] = value
    if (width == 4 or (spelled and value > 1000)) and 1000 <= value <= 2199:
        features["year"] = value
    if spelled:
        features["spelled_int"] = value
    return features


@cache
def load_vocabulary(language: str) -> Vocabulary:
    """Words of a language from its TOML files, with the codes of every kind of number reserved."""
    vocabulary = Vocabulary()
    vocabulary.code(())
    for file in _WORD_FILES:
        for entry in entries_of(language, file):
            _add_entry(vocabulary, file, entry)
    return vocabulary


def reserve_codes(vocabulary: Vocabulary) -> None:
    """Give every word and every kind of number its code; to be called once all classes are known."""
    for word, classes in vocabulary.words.items():
        if not word[0].isalnum() and "measure" not in classes:
            classes["closed"] = True
        vocabulary.code(classes)
    for spelled in (False, True):
        for value in (0, 1, 8, 12, 13, 31, 32, 99, 100, 999, 1000, 1500, 2024, 2199, 2200, 9999):
            for width in (0,) if spelled else (1, 2, 3, 4, 5):
                vocabulary.code(number_features(value, width, spelled=spelled))
    vocabulary.code(("ordinal", "day", "day_digits"))
    vocabulary.code(("ordinal",))
    vocabulary.code(("closed",))
    vocabulary.code(("closed", "edge"))
    for letter in ("quarter_code", "half_code"):
        vocabulary.code((letter,))
        vocabulary.code((letter, "code_year"))
    for word in [name for name, classes in vocabulary.words.items() if "spelled" in classes and len(classes) > 1]:
        features = number_features(int(vocabulary.words[word]["spelled"][1]), 0, spelled=True)
        vocabulary.code([*vocabulary.words[word], *features])
    for kind in (
        "date",
        "day_month",
        "month_year",
        "year_month",
        "year_pair",
        "two_digit_date",
        "clock",
        "decimal",
        "int_s",
    ):
        vocabulary.code((kind,))
