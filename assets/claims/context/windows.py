"""Windows: what the encoder reads at once, some sentences with those before them, under the article's title."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from assets.claims.context.pieces import END, START, Ints, Pieces

# In pieces. The encoder has learned from windows of these sizes.
_LENGTH = 160  # of the sentences that a window is for, unless one alone is longer
_LONGEST = 300
_BEFORE = 56  # of what stands before them
_TITLE = 24


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of an article.

    Attributes:
        first: Its first piece of the text, those before its sentences included; ``last`` lies just past its last.
        shift: What makes the number of a piece of the text its place in the window.
    """

    first: int
    last: int
    shift: int

    def holds(self, first: int, last: int) -> bool:
        """Whether it holds all pieces from one to another."""
        return self.first <= first and last < self.last


class Windows:
    """An article cut into windows.

    Attributes:
        pieces: The pieces of its text.
        title: The first pieces of its title.
    """

    def __init__(self, text: str, title: str, starts: Iterable[int]) -> None:
        """Cut an article.

        Args:
            text: Its text, not empty.
            title: Its title, or an empty string.
            starts: Offsets at which its sentences begin.
        """
        self.pieces = Pieces.of(text)
        whole = Pieces.of(title)
        self.title = Pieces(whole.ids[:_TITLE], whole.starts[:_TITLE], whole.ends[:_TITLE])
        heads = sorted({self.pieces.span(start, start + 1)[0] for start in starts} | {0})
        opening = list(_openings(heads, len(self.pieces)))
        before = len(self.title) + 2 if len(self.title) else 1
        self._opening = opening
        self._windows: list[Window] = []
        for start, end in zip(opening, [*opening[1:], len(self.pieces)], strict=True):
            first = max(0, start - _BEFORE)
            self._windows.append(Window(first, end, before - first))

    def around(self, piece: int) -> Window:
        """The window for a piece of the text."""
        return self._windows[bisect_right(self._opening, piece) - 1]

    def ids(self, window: Window) -> Ints:
        """The pieces of a window in their order, title first; shape (pieces,)."""
        head = [[START], self.title.ids, [END]] if len(self.title) else [[START]]
        return np.concatenate([*head, self.pieces.ids[window.first : window.last], [END]])


def _openings(heads: list[int], count: int) -> Iterator[int]:
    """Where windows begin: before the sentence that would make one too long, and within one that is too long itself."""
    opened = 0
    begun = [0]
    for head, following in zip(heads, [*heads[1:], count], strict=True):
        if following - opened > _LENGTH and head > opened:
            opened = head
            begun.append(head)
    for start, end in zip(begun, [*begun[1:], count], strict=True):
        yield start
        while end - start > _LONGEST:
            start += _LONGEST
            if start < end:
                yield start
