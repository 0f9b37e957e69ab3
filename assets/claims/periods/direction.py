"""Which way a clause looks: the tense of the verb nearest to an expression."""

import re
from dataclasses import dataclass
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.periods.lexicon import plain
from assets.claims.periods.model import Direction

_SENTENCE_END = re.compile(r"[.!?;]+[\s\xa0»\"”)]|\n")
_CLAUSE_END = re.compile(r"[,:()–—]\s|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Tenses:
    """Endings and words of one language by direction; exceptions are words that only look like such verbs."""

    endings: tuple[tuple[re.Pattern[str], Direction, frozenset[str]], ...]

    def direction(self, word: str) -> Direction | None:
        for pattern, direction, exceptions in self.endings:
            if pattern.fullmatch(word) and word not in exceptions:
                return direction
        return None


@cache
def load_tenses(language: str) -> _Tenses:
    """Verb endings of a language. Forms are regular expressions on a lower-case word without accents."""
    endings: list[tuple[re.Pattern[str], Direction, frozenset[str]]] = []
    for entry in load_entries(language, "tenses"):
        direction: Direction = "future" if entry.data["direction"] == "future" else "past"
        exceptions = frozenset(plain(word) for word in entry.data.get("exceptions", ()))
        endings.append((re.compile("|".join(entry.forms)), direction, exceptions))
    return _Tenses(tuple(endings))


@cache
def _direction_of_word(language: str, word: str) -> Direction | None:
    return load_tenses(language).direction(plain(word))


def sentence_bounds(text: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence around a position, looking no further than a few hundred characters."""
    low, high = max(0, position - 400), min(len(text), position + 400)
    start = low
    for match in _SENTENCE_END.finditer(text, low, position):
        start = match.end()
    after = _SENTENCE_END.search(text, position, high)
    return start, after.start() if after else high


def direction_at(text: str, start: int, end: int, language: str) -> Direction | None:
    """Direction of the clause around an expression, else of its sentence, else None.

    >>> direction_at("Le site ouvrira en mars, dit-il.", 16, 23, "fr")
    'future'
    """
    low, high = sentence_bounds(text, start)
    clause_low, clause_high = low, high
    for match in _CLAUSE_END.finditer(text, low, start):
        clause_low = match.end()
    after = _CLAUSE_END.search(text, end, high)
    if after:
        clause_high = after.start()
    inner = _nearest(text, clause_low, clause_high, start, end, language)
    return inner or _nearest(text, low, high, start, end, language)


def _nearest(text: str, low: int, high: int, start: int, end: int, language: str) -> Direction | None:
    best: Direction | None = None
    distance = len(text) + 1
    for match in _WORD.finditer(text, low, max(low, high)):
        direction = _direction_of_word(language, match.group())
        if direction is None or (match.start() < end and match.end() > start):
            continue
        gap = start - match.end() if match.end() <= start else match.start() - end
        if gap < distance:
            best, distance = direction, gap
    return best
