"""Finds the cue words of a language's data files in a sentence, in one pass over its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from assets.claims.assembly.text import Word, words_of
from assets.claims.language.loader import Entry, load_entries

GAP_WORDS = 4  # how many words a "..." in a form may stand for
_REMEMBERED = 100_000
_GAP = "..."
_SIGNS = frozenset("'’-‑")


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


def _parts(form: str) -> tuple[str, ...]:
    parts: list[str] = []
    for piece in form.split():
        if piece == _GAP:
            parts.append(_GAP)
            continue
        star = piece.endswith("*")
        words = [word.folded for word in words_of(piece.rstrip("*")) if word.folded not in _SIGNS]
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
        self._known: dict[str, tuple[_Pattern, ...]] = {}

    def find(self, words: Sequence[Word]) -> list[Cue]:
        """All cues in a sentence's words, the longest form of an entry at each place, left to right."""
        kept = [index for index, word in enumerate(words) if word.folded not in _SIGNS]
        folded = [words[index].folded for index in kept]
        found: list[Cue] = []
        for place, word in enumerate(folded):
            candidates = self._known.get(word)
            if candidates is None:
                candidates = self._candidates(word)
            if not candidates:
                continue
            best: dict[str, Cue] = {}
            for pattern in candidates:
                end = place + 1 if len(pattern.parts) == 1 else _match(pattern.parts, folded, place)
                if end is not None:
                    last = kept[end - 1] + 1
                    known = best.get(pattern.entry.id)
                    if known is None or known.last < last:
                        best[pattern.entry.id] = Cue(pattern.entry, kept[place], last)
            found.extend(best.values())
        return found

    def _candidates(self, word: str) -> tuple[_Pattern, ...]:
        """The patterns that a word can begin, remembered: a language has far fewer words than a corpus."""
        candidates = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length <= len(word):
                candidates.extend(self._stems.get(word[:length], ()))
        found = tuple(candidates)
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
