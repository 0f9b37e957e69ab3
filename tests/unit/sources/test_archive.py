"""The archive keeps bytes under their hash, once, whole, for ever."""

import hashlib
from pathlib import Path

import pytest

from sources.archive import ArchiveCorruptError, RawArchive


def stored_files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_bytes_come_back_as_they_went_in_and_are_stored_once(tmp_path: Path):
    archive = RawArchive(str(tmp_path / "archive"))
    content = bytes(range(256)) * 3
    digest = archive.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert archive.put(content) == digest
    assert archive.get(digest) == content
    assert [path.name for path in stored_files(tmp_path)] == [digest]


def test_changed_bytes_are_noticed(tmp_path: Path):
    archive = RawArchive(str(tmp_path))
    digest = archive.put(b"vrai")
    stored_files(tmp_path)[0].write_bytes(b"faux")
    with pytest.raises(ArchiveCorruptError, match=digest):
        archive.get(digest)


def test_an_unknown_hash_is_not_found(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        RawArchive(str(tmp_path)).get("0" * 64)


def test_another_file_system_takes_the_same_bytes():
    archive = RawArchive("memory://jalons-test/archive")
    assert archive.get(archive.put(b"ailleurs")) == b"ailleurs"
