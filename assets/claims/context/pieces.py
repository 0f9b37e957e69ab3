"""Words and parts of words as the encoder knows them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import sentencepiece

WEIGHTS = Path(__file__).parent / "weights"
START, END = 1, 2
"""Pieces that open a window, and close it or its title."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as word pieces.

    Attributes:
        ids: Their numbers, which are rows of the encoder's table of pieces; shape (pieces,).
        starts: Offset of each in the text, the blank before it included; ``ends`` lie just past it.
    """

    ids: Ints
    starts: Ints
    ends: Ints

    @staticmethod
    def of(text: str) -> "Pieces":
        """Cut a text into pieces."""
        if not text:
            return Pieces(*(np.zeros(0, dtype=np.int64),) * 3)
        found = _model().encode(text, return_type="offset_mapping")
        places = np.array(found["offsets"], dtype=np.int64).reshape(-1, 2)
        return Pieces(np.array(found["ids"], dtype=np.int64), places[:, 0], places[:, 1])

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last piece of what stands between two offsets."""
        first = min(int(np.searchsorted(self.ends, start, "right")), len(self) - 1)
        last = min(int(np.searchsorted(self.starts, end, "left")) - 1, len(self) - 1)
        return first, max(first, last)


@cache
def _model() -> "sentencepiece.SentencePieceProcessor":
    # Imported when the first text is cut: whoever only lists commands need not wait for it.
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(WEIGHTS / "pieces.model"))
