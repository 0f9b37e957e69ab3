"""Unit words and symbols of a language, and what each is worth in its base unit."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assets.claims.language.loader import LanguageDataError, load_entries
from assets.claims.language.patterns import any_of, phrase
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import BLANK


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: ``factor`` of it makes the base unit; ``ucum`` is its code in the Unified Code for Units of Measure."""

    id: str
    base: str
    factor: float
    dimension: str
    ucum: str


@dataclass(frozen=True, slots=True)
class UnitLexicon:
    """Tables and patterns of one language."""

    words: Mapping[str, Unit]
    symbols: Mapping[str, Unit]
    word: re.Pattern[str]
    symbol: re.Pattern[str]
    stops: frozenset[str]
    links: frozenset[str]
    noun_word: re.Pattern[str]


@cache
def load_unit_table() -> Mapping[str, Unit]:
    """All units of ``sources/reference/units.csv`` by id."""
    table = files("sources.reference").joinpath("units.csv").read_text(encoding="utf-8")
    return {
        row["unit"]: Unit(row["unit"], row["base_unit"], float(row["factor"]), row["dimension"], row["ucum"])
        for row in csv.DictReader(table.splitlines())
    }


@cache
def load_units(language: str) -> UnitLexicon:
    """Load the unit words of a language.

    Raises:
        LanguageDataError: A file is missing, breaks the contract or names a unit that the table lacks.
    """
    table = load_unit_table()
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for entry in load_entries(language, "units"):
        unit = table.get(entry.id)
        if unit is None:
            raise LanguageDataError(f"{language}/units.toml: unit {entry.id!r} is not in units.csv; add its row there")
        words.update({fold(form): unit for form in entry.forms})
        symbols.update(dict.fromkeys(entry.data.get("symbols", ()), unit))
    roles: dict[str, frozenset[str]] = {}
    for entry in load_entries(language, "nouns"):
        roles[entry.data["role"]] = frozenset(fold(form) for form in entry.forms)

    of = phrase(language, "of")
    of_sign = of.replace("'", "['’]")
    per_time = rf"/(?!{phrase(language, 'slash_time')}(?![a-z]))"
    return UnitLexicon(
        words,
        symbols,
        re.compile(rf"{BLANK}{{0,2}}-?{of}?{BLANK}?(?P<name>{any_of(words)})(?![a-z-])"),
        re.compile(rf"{BLANK}{{0,2}}{of_sign}?(?P<name>{any_of(symbols)})(?![\w²³'’-]|{per_time})"),
        roles.get("stop", frozenset()),
        roles.get("link", frozenset()),
        re.compile(rf"(?:{BLANK}{{1,2}}{of}?|')(?P<word>[^\W\d_][\w-]*)"),
    )
