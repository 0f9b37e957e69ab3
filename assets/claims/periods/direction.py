"""Which way a clause looks: the tense of the verb nearest to an expression."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assets.claims.periods.lexicon import entries_of, plain
from assets.claims.periods.model import Direction

Cue = Literal["past", "future", "intention", "participle"]

_SENTENCE_END = {stops: re.compile(rf"[{stops}]+[\s\xa0»\"”)]|\n") for stops in (".!?;", ".!?")}
_CLAUSE_END = re.compile(r"[,:()–—]\s|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]+")
# A sentence is looked at no further than this on either side: no longer one was met, and the time stays linear.
_REACH = 300
# Words between a participle and its date (« publié à la fin de »), and between its auxiliary and itself.
_WORDS_TO_DATE, _WORDS_TO_AUXILIARY = 3, 4


@dataclass(frozen=True, slots=True)
class _Tense:
    pattern: re.Pattern[str]
    cue: Cue
    exceptions: frozenset[str]


@cache
def load_tenses(language: str) -> tuple[_Tense, ...]:
    """Verb endings of a language, in the order of its file."""
    return tuple(
        _Tense(
            re.compile("|".join(entry.forms)),
            entry.data["direction"],
            frozenset(plain(word) for word in entry.data.get("exceptions", ())),
        )
        for entry in entries_of(language, "tenses")
    )


@lru_cache(maxsize=50_000)
def cue_of(language: str, word: str) -> Cue | None:
    """What a word says about the direction of its clause.

    >>> cue_of("fr", "ouvrira"), cue_of("fr", "opéra")
    ('future', None)
    """
    if len(word) == 1 and word.isupper():
        return None  # « A la fin de » is an À that lost its accent, not the verb.
    lowered = word.lower()
    for tense in load_tenses(language):
        if tense.pattern.fullmatch(lowered) and plain(word) not in tense.exceptions:
            return tense.cue
    return None


def sentence_bounds(text: str, position: int, stops: str = ".!?;") -> tuple[int, int]:
    """Start and end of the sentence around a position; ``stops`` are the marks that end one."""
    pattern = _SENTENCE_END[stops]
    low, high = max(0, position - _REACH), min(len(text), position + _REACH)
    start = low
    for match in pattern.finditer(text, low, position):
        start = match.end()
    after = pattern.search(text, position, high)
    return start, after.start() if after else high


def direction_at(text: str, start: int, end: int, language: str) -> Direction | None:
    """Direction of the clause around an expression, else of its sentence, else None.

    >>> direction_at("Le site ouvrira en mars, dit-il.", 19, 23, "fr")
    'future'
    """
    low, high = sentence_bounds(text, start)
    clause_low, clause_high = low, high
    for match in _CLAUSE_END.finditer(text, low, start):
        clause_low = match.end()
    after = _CLAUSE_END.search(text, end, high)
    if after:
        clause_high = after.start()
    words = [
        (match.start(), match.end(), None if _is_name(text, low, match) else cue_of(language, match.group()))
        for match in _WORD.finditer(text, low, max(low, high))
        if match.end() <= start or match.start() >= end
    ]
    before = [word for word in words if word[1] <= start]
    participle = _participle(before, clause_low)
    if participle:
        return participle
    inner = [word for word in words if clause_low <= word[0] and word[1] <= clause_high]
    return _nearest(inner, start, end, behind=True) or _nearest(words, start, end, behind=False)


def _is_name(text: str, low: int, word: re.Match[str]) -> bool:
    """Whether a capital inside a sentence shows a name, no verb (``puis Sora en octobre``)."""
    return word.group().istitle() and _WORD.search(text, low, word.start()) is not None


def _participle(before: list[tuple[int, int, Cue | None]], clause_low: int) -> Direction | None:
    """« publié le », « sera publié le »: the participle right before a date, and what governs it."""
    for index in range(len(before) - 1, max(-1, len(before) - 2 - _WORDS_TO_DATE), -1):
        start, _, cue = before[index]
        if start < clause_low:
            return None
        if cue == "participle":
            governing = [
                word[2] for word in before[max(0, index - _WORDS_TO_AUXILIARY) : index] if word[0] >= clause_low
            ]
            return "future" if "future" in governing or "intention" in governing else "past"
        if cue is not None:
            return None
    return None


def _nearest(words: list[tuple[int, int, Cue | None]], start: int, end: int, *, behind: bool) -> Direction | None:
    """The nearest verb's direction; words of intention after the expression count only where ``behind`` says so."""
    best: Direction | None = None
    distance = 2 * _REACH + 1
    for word_start, word_end, cue in words:
        if cue is None or cue == "participle" or (cue == "intention" and word_start >= end and not behind):
            continue
        gap = start - word_end if word_end <= start else word_start - end
        if gap < distance:
            best, distance = ("past" if cue == "past" else "future"), gap
    return best
