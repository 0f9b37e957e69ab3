"""The tokens of a text as rules see them: one character each, and the token itself only once a rule asks for it.

Most of a text has nothing to do with time. It is cut at its blanks, and what lies between two blanks was nearly always
met before, so that a text becomes its string of codes without a look at its letters.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any


@dataclass(slots=True)
class Item:
    """A token, or what a rule made of several: where it stands, its code, and what it can stand for."""

    start: int
    end: int
    code: str
    values: dict[str, Any]
    trace: tuple[str, ...] = ()


Maker = Callable[[int], Item]


class Items:
    """The items of one text, shrinking as rules make one of several.

    ``codes`` has one character for each of them, and the one of the text's edge behind the last.
    """

    __slots__ = ("_begin", "_make", "_parts", "codes")

    def __init__(self, codes: str, begin: Callable[[], Maker]) -> None:
        self.codes = codes
        self._begin = begin
        self._make: Maker | None = None
        self._parts: list[Item | int] = []

    def __len__(self) -> int:
        return len(self.codes) - 1

    def __getitem__(self, place: int) -> Item:
        if self._make is None:
            self._make = self._begin()
            self._parts = list(range(len(self.codes) - 1))
        part = self._parts[place]
        if isinstance(part, int):
            part = self._parts[place] = self._make(part)
        return part

    def between(self, start: int, stop: int) -> list[Item]:
        """The items from one place up to another."""
        return [self[place] for place in range(start, min(stop, len(self.codes) - 1))]

    def put(self, made: Iterable[tuple[int, int, Item]]) -> None:
        """Put items in the place of those that they were made of, given by first place and the place past the last."""
        parts: list[Item | int] = []
        codes: list[str] = []
        done = 0
        for start, stop, item in made:
            parts += self._parts[done:start]
            parts.append(item)
            codes += (self.codes[done:start], item.code)
            done = stop
        codes.append(self.codes[done:])
        self._parts = parts + self._parts[done:]
        self.codes = "".join(codes)


Token = tuple[int, int, str, dict[str, Any]]
"""Start, end, code and values of a token within its chunk."""


def maker_of(chunks: Sequence[str], counts: Iterable[int], tokens_of: Callable[[str], Sequence[Token]]) -> Maker:
    """What makes the items of a text out of its chunks.

    Args:
        chunks: What lies between the blanks of the text.
        counts: How many tokens each chunk has.
        tokens_of: The tokens of a chunk.
    """
    firsts = list(accumulate(counts, initial=0))
    starts = list(accumulate(map(len, chunks), initial=0))

    def make(place: int) -> Item:
        number = bisect_right(firsts, place) - 1
        start, end, code, values = tokens_of(chunks[number])[place - firsts[number]]
        before = starts[number] + number  # A blank for every chunk before.
        return Item(before + start, before + end, code, values)

    return make
