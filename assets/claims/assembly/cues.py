"""Finds the cue words of a language's data files in a sentence, in one pass over its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from operator import itemgetter

from assets.claims.assembly.text import Sentence, Word, spoken, words_of
from assets.claims.language.loader import Entry, load_entries

GAP_WORDS = 4  # how many words a "..." in a form may stand for
_REMEMBERED = 100_000
_GAP = "..."


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a sentence: the entry, and the positions of its first word and just past its last."""

    entry: Entry
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    parts: tuple[str, ...]
    entry: Entry


_Numbered = tuple[int, _Pattern]


class _Opened:
    """The patterns that one word can begin, by the word that must come next: most of them never need to be tried."""

    def __init__(self, patterns: Iterable[_Pattern]) -> None:
        self._always: list[_Numbered] = []
        self._exact: dict[str, list[_Numbered]] = {}
        self._stems: list[tuple[str, _Numbered]] = []
        for numbered in enumerate(patterns):
            parts = numbered[1].parts
            if len(parts) == 1 or parts[1] == _GAP:
                self._always.append(numbered)
            elif parts[1].endswith("*"):
                self._stems.append((parts[1][:-1], numbered))
            else:
                self._exact.setdefault(parts[1], []).append(numbered)

    def goes_on_with(self, word: str) -> Sequence[_Numbered]:
        """The patterns that are worth trying before a word (empty at a sentence's end), in the order of the data."""
        exact = self._exact.get(word)
        stems = [numbered for stem, numbered in self._stems if word.startswith(stem)] if self._stems else None
        if not exact and not stems:
            return self._always
        return sorted([*self._always, *(exact or ()), *(stems or ())], key=itemgetter(0))


_UNSEEN = _Opened(())


def _parts(form: str) -> tuple[str, ...]:
    parts: list[str] = []
    for piece in form.split():
        if piece == _GAP:
            parts.append(_GAP)
            continue
        star = piece.endswith("*")
        _, words = spoken(words_of(piece.rstrip("*")))
        if star and words:
            words[-1] += "*"
        parts.extend(words)
    return tuple(parts)


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


class CueMatcher:
    """Matches the forms of many entries: words, ``stem*`` and ``...`` for up to four words between."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, list[_Pattern]] = {}
        self._stems: dict[str, list[_Pattern]] = {}
        lengths: set[int] = set()
        for entry in entries:
            for form in entry.forms:
                parts = _parts(form)
                pattern = _Pattern(parts, entry)
                if parts[0].endswith("*"):
                    stem = parts[0][:-1]
                    lengths.add(len(stem))
                    self._stems.setdefault(stem, []).append(pattern)
                else:
                    self._exact.setdefault(parts[0], []).append(pattern)
        self._lengths = tuple(sorted(lengths))
        self._known: dict[str, _Opened | None] = {}

    def find(self, words: Sequence[Word]) -> list[Cue]:
        """All cues in some words, the longest form of an entry at each place, left to right."""
        return self._find(*spoken(words))

    def find_in(self, sentence: Sentence) -> list[Cue]:
        """All cues in a sentence, likewise."""
        return self._find(*sentence.spoken)

    def _find(self, kept: list[int], folded: list[str]) -> list[Cue]:
        found: list[Cue] = []
        for place, opened in enumerate(map(self._known.get, folded, repeat(_UNSEEN))):
            if opened is None:
                continue
            if opened is _UNSEEN:
                opened = self._open(folded[place])
                if opened is None:
                    continue
            patterns = opened.goes_on_with(folded[place + 1] if place + 1 < len(folded) else "")
            if not patterns:
                continue
            best: dict[str, Cue] = {}
            for _, pattern in patterns:
                end = place + 1 if len(pattern.parts) == 1 else _match(pattern.parts, folded, place)
                if end is not None:
                    last = kept[end - 1] + 1
                    known = best.get(pattern.entry.id)
                    if known is None or known.last < last:
                        best[pattern.entry.id] = Cue(pattern.entry, kept[place], last)
            found.extend(best.values())
        return found

    def _open(self, word: str) -> "_Opened | None":
        """The patterns that a word can begin, remembered: a language has far fewer words than a corpus."""
        candidates = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                candidates.extend(self._stems.get(word[:length], ()))
        found = _Opened(candidates) if candidates else None
        if len(self._known) < _REMEMBERED:
            self._known[word] = found
        return found


def longest(cues: list[Cue]) -> list[Cue]:
    """Cues without those that lie inside a longer one (``production`` in ``capacité de production``)."""
    kept: list[Cue] = []
    for cue in cues:
        length = cue.last - cue.first
        covered = any(
            other.first <= cue.first
            and cue.last <= other.last
            and other.last - other.first > length
            and _speaks_to_all_of(other, cue)
            for other in cues
        )
        if not covered:
            kept.append(cue)
    return kept


def _speaks_to_all_of(longer: Cue, shorter: Cue) -> bool:
    """Whether a cue speaks to every kind of figure that one inside it speaks to, and so can stand for it."""
    kinds = longer.entry.data.get("kinds")
    return kinds is None or set(shorter.entry.data.get("kinds") or ("",)) <= set(kinds)


def _match(parts: tuple[str, ...], folded: list[str], place: int) -> int | None:
    index = place + 1
    position = 1
    while position < len(parts):
        part = parts[position]
        if part == _GAP:
            position += 1
            target = parts[position]
            stop = min(index + GAP_WORDS + 1, len(folded))
            while index < stop and not _fits(target, folded[index]):
                if folded[index] in ";.:":
                    return None
                index += 1
            if index >= stop:
                return None
        elif index >= len(folded) or not _fits(part, folded[index]):
            return None
        index += 1
        position += 1
    return index


@cache
def matcher(language: str, *names: str) -> CueMatcher:
    """The matcher of one or more language files, built once."""
    return CueMatcher(entry for name in names for entry in load_entries(language, name))
