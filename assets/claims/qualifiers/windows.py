"""The words before and after a figure within its own clause or sentence."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from assets.claims.numbers.folding import fold
from assets.claims.qualifiers.model import Span

_REACH = 160
_LONGEST = 600
# A full stop ends a sentence before a blank; a dot inside a number or an initial does not.
_SENTENCE_END = re.compile(r"(?<![A-Za-z0-9]\.)(?<!\b[a-z])[.!?…]+[»\"”)]*(?=\s|$)|\n")
_CLAUSE_END = re.compile(r"[;:()\[\]]|,(?!\d)|\s[–—-]\s|\n")

fold_once = lru_cache(maxsize=8)(fold)


@lru_cache(maxsize=8)
def _ends(folded: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _SENTENCE_END.finditer(folded))


def sentence_bounds(folded: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentence around a span, at most a long sentence's length to either side."""
    ends = _ends(folded)
    position = bisect_right(ends, start)
    begin = max(ends[position - 1] if position else 0, start - _LONGEST)
    while begin < start and folded[begin].isspace():
        begin += 1
    position = bisect_left(ends, end)
    stop = ends[position] if position < len(ends) else len(folded)
    return begin, min(stop, end + _LONGEST)


def sentence_of(folded: str, span: Span) -> str:
    """The folded sentence around a span."""
    begin, stop = sentence_bounds(folded, span.start, span.end)
    return folded[begin:stop]


def before(text: str, span: Span, *, reach: int = _REACH) -> tuple[str, int]:
    """Folded words before a figure in its sentence, and the offset at which they begin."""
    folded = fold_once(text)
    begin = max(sentence_bounds(folded, span.start, span.end)[0], span.start - reach)
    return folded[begin : span.start], begin


def after(text: str, span: Span, *, reach: int = _REACH, clause: bool = True) -> str:
    """Folded words behind a figure, to the end of its clause or sentence."""
    folded = fold_once(text)
    stop = min(sentence_bounds(folded, span.start, span.end)[1], span.end + reach)
    words = folded[span.end : stop]
    if not clause:
        return words
    cut = _CLAUSE_END.search(words)
    return words[: cut.start()] if cut is not None else words


def clause_before(words: str) -> str:
    """The part of ``words`` behind its last clause mark."""
    last = 0
    for match in _CLAUSE_END.finditer(words):
        last = match.end()
    return words[last:]
