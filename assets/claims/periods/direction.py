"""Which way a clause looks: the tense of the verb nearest to an expression."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from assets.claims.periods.lexicon import entries_of, plain
from assets.claims.periods.model import Direction

Cue = Literal["past", "future", "intention", "participle", "aim"]
_TELLING_NOTHING = frozenset({None, "participle", "aim"})  # of themselves

# Written so that it begins with a set of signs, which is searched for many times faster than a choice.
_SENTENCE_END = {
    stops: re.compile(rf"[\n{stops}](?:(?<=\n)|(?<!\n)[{stops}]*[\s\xa0»\"”)])") for stops in (".!?;", ".!?")
}
_CLAUSE_END = re.compile(r"[,:()–—]\s|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]+")
# A sentence is looked at no further than this on either side: no longer one was met, and the time stays linear.
_REACH = 300
# Words between a participle and its date (« publié à la fin de »), and between its auxiliary and itself.
_WORDS_TO_DATE, _WORDS_TO_AUXILIARY = 3, 6
_WORDS_TO_INFINITIVE, _WORDS_TO_IF = 4, 3  # « va bientôt en livrer », « si tout va bien »


@dataclass(frozen=True, slots=True)
class _Tense:
    pattern: re.Pattern[str]
    cue: Cue
    exceptions: frozenset[str]
    governs: re.Pattern[str] | None


@cache
def load_tenses(language: str) -> tuple[_Tense, ...]:
    """Verb endings of a language, in the order of its file."""
    return tuple(
        _Tense(
            re.compile("|".join(entry.forms)),
            entry.data["direction"],
            frozenset(plain(word) for word in entry.data.get("exceptions", ())),
            re.compile(entry.data["governs"]) if "governs" in entry.data else None,
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


@lru_cache(maxsize=50_000)
def governed_by(language: str, word: str) -> re.Pattern[str] | None:
    """What must stand by a word that tells of a direction only beside it (``va ouvrir``); None where nothing need."""
    lowered = word.lower()
    return next((tense.governs for tense in load_tenses(language) if tense.pattern.fullmatch(lowered)), None)


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
    bounds, words = _around(text, start, end, language)
    own = words.participle(bounds.clause_low) or words.nearest(bounds.clause_low, bounds.clause_high, behind=True)
    if own is not None:
        return own
    if (
        bounds.is_closed
        and bounds.clause_low > bounds.low
        and text[bounds.clause_low : bounds.clause_low + 1].isdigit()
    ):
        return words.nearest(bounds.low, end, behind=False)  # « 40 en juin, passera à 50 » tells of later behind
    return words.nearest(bounds.low, bounds.high, behind=False)


def is_aimed_at(text: str, start: int, end: int, language: str) -> bool:
    """Whether an expression is what the words behind it aim at (``Pour le quatrième trimestre, elle prévoit``)."""
    bounds, words = _around(text, start, end, language)
    return words.is_aimed(bounds.clause_low) and words.nearest(bounds.low, bounds.high, behind=True) == "future"


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Where the sentence and the clause around an expression begin and end."""

    low: int
    high: int
    clause_low: int
    clause_high: int
    is_closed: bool


def _around(text: str, start: int, end: int, language: str) -> tuple[_Bounds, "_Words"]:
    low, high = sentence_bounds(text, start)
    clause_low, clause_high = low, high
    for match in _CLAUSE_END.finditer(text, low, start):
        clause_low = match.end()
    after = _CLAUSE_END.search(text, end, high)
    if after:
        clause_high = after.start()
    words = _Words(list(_WORD.finditer(text, low, max(low, high))), start, end, language)
    return _Bounds(low, high, clause_low, clause_high, after is not None), words


class _Words:
    """The words of a sentence around an expression, looked at from the nearest one on."""

    def __init__(self, words: list[re.Match[str]], start: int, end: int, language: str) -> None:
        self._words = words
        self._start = start
        self._end = end
        self._language = language
        self._before = next((place for place, word in enumerate(words) if word.end() > start), len(words))

    def _cue(self, place: int) -> Cue | None:
        word = self._words[place].group()
        if place and word.istitle():
            return None  # A capital inside a sentence shows a name (``puis Sora en octobre``).
        governed = governed_by(self._language, word)
        if governed is not None:  # « va ouvrir » and « si tout va bien » lie ahead, « va bien » does not
            near = self._words[max(0, place - _WORDS_TO_IF) : place + 1 + _WORDS_TO_INFINITIVE]
            if not any(governed.fullmatch(other.group().lower()) for other in near):
                return None
        return cue_of(self._language, word)

    def is_aimed(self, clause_low: int) -> bool:
        """« Pour le quatrième trimestre, elle prévoit »: an aim that stands before what is meant with it."""
        words = self._words
        near = range(max(0, self._before - _WORDS_TO_DATE), self._before)
        return any(self._cue(place) == "aim" for place in near if words[place].start() >= clause_low)

    def participle(self, clause_low: int) -> Direction | None:
        """« publié le », « sera publié le »: the participle right before the expression, and what governs it."""
        words, aim = self._words, -1
        for place in range(self._before - 1, max(-1, self._before - 2 - _WORDS_TO_DATE), -1):
            if words[place].start() < clause_low:
                return None
            cue = self._cue(place)
            if cue == "aim":
                aim = place
                continue
            if cue == "participle":
                governing = [
                    self._cue(other)
                    for other in range(place - 1, max(0, place - _WORDS_TO_AUXILIARY) - 1, -1)
                    if words[other].start() >= clause_low
                ]
                if place + 1 == aim:
                    return None if "past" in governing else "future"  # « annoncée pour mars »
                nearest = next((cue for cue in governing if cue not in _TELLING_NOTHING), "past")
                return "past" if nearest == "past" else "future"  # « l'objectif avait été fixé en mars »
            if cue is not None:
                return None
        return None

    def nearest(self, low: int, high: int, *, behind: bool) -> Direction | None:
        """The nearest verb's direction; words of intention after the expression count only where ``behind`` says so."""
        words, found, distance = self._words, None, 2 * _REACH + 1
        for place in range(self._before - 1, -1, -1):
            if words[place].start() < low:
                break
            cue = self._cue(place) if words[place].end() <= high else None
            if cue not in _TELLING_NOTHING:
                found, distance = cue, self._start - words[place].end()
                break
        for place in range(self._before, len(words)):
            gap = words[place].start() - self._end
            if gap >= distance or words[place].end() > high:
                break
            cue = self._cue(place) if gap >= 0 else None
            if cue not in _TELLING_NOTHING and (behind or cue != "intention"):
                found = cue
                break
        return None if found is None else "past" if found == "past" else "future"
