"""Spans of an article in order, so that a sentence takes its own without a search through all."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset past the last character."""


S = TypeVar("S", bound=Spanned)


class Shelf(Generic[S]):
    """Spans sorted by their start."""

    def __init__(self, spans: Iterable[S]) -> None:
        """Sort the spans."""
        self._spans = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]

    def within(self, start: int, end: int) -> list[S]:
        """The spans that lie between two offsets."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [span for span in self._spans[low:high] if span.end <= end]
