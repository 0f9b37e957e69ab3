"""Reads a window: every piece gets a vector that tells what it means where it stands.

The first six layers of multilingual-e5-small (Wang et al. 2024, MIT licence), learned further on the project's
articles, with the pieces that they need. Sums are in single precision, not in whole numbers of 8 bits, which would be
twice as fast: those differ from processor to processor by more than claims bear. One thread reads, so that the number
of workers changes nothing.
"""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assets.claims.context.pieces import WEIGHTS, Ints

if TYPE_CHECKING:
    import onnxruntime

Floats = NDArray[np.float32]


def encode(ids: Ints) -> Floats:
    """The vectors of a window's pieces; shape (pieces, 384)."""
    (found,) = _session().run(None, {"pieces": piece_vectors()[ids][None]})
    vectors: Floats = found[0]
    return vectors


@cache
def piece_vectors() -> Floats:
    """What each piece means wherever it stands; shape (known pieces, 384)."""
    with np.load(WEIGHTS / "pieces.npz") as kept:
        vectors: Floats = kept["whole"].astype(np.float32) * kept["scale"].astype(np.float32)
    return vectors


@cache
def _session() -> "onnxruntime.InferenceSession":
    # Imported when the first window is read: a fifth of a second that most commands need not wait.
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(WEIGHTS / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
