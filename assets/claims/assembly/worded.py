"""Figures that no number word names: ``le double de 2022``, ``franchir le milliard de téléchargements``."""

import re
from collections.abc import Iterator
from functools import cache

from assets.claims.assembly.model import Figure
from assets.claims.language.loader import Entry, load_entries
from assets.claims.language.patterns import any_of, phrase
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import load_lexicon

_LEAST_MARK = 1e6


@cache
def _entries(language: str) -> tuple[Entry, ...]:
    return load_entries(language, "worded")


@cache
def _multiples(language: str) -> dict[str, float]:
    entries = (entry for entry in _entries(language) if entry.data["role"] == "multiple")
    return {fold(form): float(entry.data["value"]) for entry in entries for form in entry.forms}


@cache
def _mark_numbers(language: str) -> dict[int, str]:
    """The number that an article stands for, by their common length: the text keeps its offsets."""
    entries = (entry for entry in _entries(language) if entry.data["role"] == "mark")
    return {len(form): form for entry in entries for form in entry.forms}


@cache
def _multiple(language: str) -> re.Pattern[str]:
    article, words = phrase(language, "mark_article"), any_of(_multiples(language))
    return re.compile(rf"(?<![a-z]){article}\s(?P<word>{words})\s{phrase(language, 'double_of')}")


@cache
def _mark(language: str) -> re.Pattern[str]:
    before, article = phrase(language, "mark_before"), phrase(language, "mark_article")
    scales = any_of(word for word, scale in load_lexicon(language).scales.items() if scale.value >= _LEAST_MARK)
    return re.compile(rf"(?<![a-z]){before}\s(?P<article>{article})\s{scales}(?![a-z])")


def multiples_of(text: str, language: str) -> Iterator[Figure]:
    """The words that multiply by themselves what was made at another date (``le triple d'août``)."""
    values = _multiples(language)
    for found in _multiple(language).finditer(fold(text)) if values else ():
        start, end = found.span("word")
        value = values[found.group("word")]
        yield Figure(
            text[start:end], start, end, value, "multiple", "multiple", "eq", None, 0, 0, rule_id="figure.multiple"
        )


def with_marks(text: str, language: str) -> str:
    """The text as it is read for figures: ``franchir le milliard`` passes one milliard, so the article is a number.

    >>> with_marks("Elle a franchi le milliard d'euros.", "fr")
    "Elle a franchi un milliard d'euros."
    """
    numbers = _mark_numbers(language)
    places = [found.span("article") for found in _mark(language).finditer(fold(text))] if numbers else ()
    for start, end in places:
        if end - start in numbers:
            text = f"{text[:start]}{numbers[end - start]}{text[end:]}"
    return text
