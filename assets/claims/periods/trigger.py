"""Tells at a glance that a text has no expression of time, so that most sentences are never cut into tokens.

Every rule names things that it cannot do without; a text that has none of them, no four digits of a year and no date
in digits can be left alone. The words come from the rules themselves, so a new rule needs no second list.
"""

import re
from collections.abc import Iterable, Mapping

from assets.claims.periods.lexicon import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# A year, a date with its separators, a code of letter and digit (T3), an ordinal (14e).
_TELLING_DIGITS = r"(?<!\d)(?:1\d|2[01])\d\d(?!\d)|\d\s?[/.‑–-]\s?\d|\d[^\W\d_]|[^\W\d_]\d"
_COMBINING = re.compile(r"[\u0300-\u036f]")
_WORDS_REMEMBERED = 200_000
_HUNDRED = 100


class Trigger:
    """What a text must have one of before any rule of a grammar can match."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._codes: set[str] = set()
        self._needs: list[tuple[frozenset[str], ...]] = []
        self._before_numbers: set[str] = set()
        self._always = False
        self._known: set[str] = set()
        self._telling: set[str] = set()
        self._digits: re.Pattern[str] | None = None
        self._marks: list[str] | None = None

    def require(self, needs: tuple[frozenset[str], ...], previous: Iterable[str]) -> None:
        """Add a rule: sets of codes of which it needs one each, and the words that must stand before it."""
        words = [name.removeprefix("=") for name in previous if name.startswith("=")]
        if not needs:
            self._always = True
        elif words and any(map(self._vocabulary.is_number, min(needs, key=self._vocabulary.weight_of))):
            self._before_numbers.update(words)
        else:
            self._needs.append(needs)

    def settle(self) -> None:
        """Choose for every rule the set that adds least to what has to be looked for anyway."""
        lightest = self._vocabulary.weight_of
        for needs in sorted(self._needs, key=lambda sets: min(map(lightest, sets))):
            self._codes |= min(needs, key=lambda codes: lightest(codes - self._codes))

    def may_match(self, text: str) -> bool:
        """Whether it is worth cutting a text."""
        words = set(_WORD.findall(text))
        new = words - self._known
        if new:
            self._learn(new)
        if self._always or not words.isdisjoint(self._telling):
            return True
        if _DIGIT.search(text) and self._digit_pattern().search(text):
            return True
        if self._marks is None:
            self._marks = self._signs()
        return any(mark in text for mark in self._marks) or _COMBINING.search(text) is not None

    def _learn(self, words: set[str]) -> None:
        if len(self._known) > _WORDS_REMEMBERED:
            self._known.clear()
            self._telling.clear()
        for word in words:
            # Words with an apostrophe are two tokens; the elided one never tells anything on its own.
            if any(self._tells(self._vocabulary.classes(form)) for form in (word, f"{word}'")):
                self._telling.add(word)
        self._known |= words

    def _tells(self, classes: Mapping[str, object] | None) -> bool:
        if not classes:
            return False
        spelled = classes.get("spelled")
        if isinstance(spelled, tuple) and spelled[1] >= _HUNDRED:
            return True  # « deux mille vingt-cinq » may be a year.
        return self._vocabulary.code(classes) in self._codes

    def _signs(self) -> list[str]:
        words = self._vocabulary.words.items()
        return [word for word, classes in words if not word[0].isalnum() and self._tells(classes)]

    def _digit_pattern(self) -> re.Pattern[str]:
        if self._digits is None:
            before = "|".join(sorted(re.escape(word) for word in self._before_numbers)) or r"(?!)"
            # A rule that needs a number and nothing else to go by makes every small number worth a look.
            small = r"|(?<![\d.,])\d{1,2}(?!\d)" if self._needs_numbers() else ""
            self._digits = re.compile(rf"{_TELLING_DIGITS}|(?<!\w)(?:{before})\s+\d{small}", re.IGNORECASE)
        return self._digits

    def _needs_numbers(self) -> bool:
        return any(self._vocabulary.is_number(code) for code in self._codes)
