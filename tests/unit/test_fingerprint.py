"""Whatever a reading depends on is in the fingerprint that tells whether to read again."""

from pathlib import Path

import pytest

import assets.claims
import sources.reference
from assets.fingerprint import _ENDINGS, fingerprint

TELLS_NOTHING = {".md", ".pyc", ""}


@pytest.mark.parametrize("room", [assets.claims, sources.reference], ids=["claims", "reference"])
def test_every_kind_of_file_of_the_room_counts(room) -> None:
    folder = Path(room.__file__).parent
    kinds = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert kinds - TELLS_NOTHING <= _ENDINGS


@pytest.mark.parametrize("name", ["weights.tsv", "encoder.onnx", "words.toml"])
def test_a_changed_byte_changes_it(tmp_path: Path, name: str) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, data in ((one, b"\x00\x01"), (other, b"\x00\x02")):
        folder.mkdir()
        (folder / name).write_bytes(data)
    assert fingerprint(one) != fingerprint(other)


def test_the_same_files_give_the_same(tmp_path: Path) -> None:
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        (folder / "a.tsv").write_text("near\t0.5\n", encoding="utf-8")
        (folder / "README.md").write_text(folder.name, encoding="utf-8")
    assert fingerprint(tmp_path / "one") == fingerprint(tmp_path / "other")
