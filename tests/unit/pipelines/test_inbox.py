"""The inbox sensor asks for a run when the inbox's files are others than at the last look."""

import os
from pathlib import Path

import pytest

from pipelines.sensors import inbox_fingerprint
from pipelines.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "inbox").mkdir()
    catalogue = tmp_path / "catalogue.yaml"
    catalogue.write_text("sources:\n  - {id: inbox, kind: folder, path: inbox}\n")
    return Settings(home=tmp_path / "home", catalogue=catalogue)


def test_an_empty_inbox_asks_for_nothing(settings: Settings, tmp_path: Path):
    (tmp_path / "inbox" / "README.md").write_text("room")
    assert inbox_fingerprint(settings) is None


def test_a_file_with_an_old_date_is_seen(settings: Settings, tmp_path: Path):
    (tmp_path / "inbox" / "a.txt").write_text("un")
    before = inbox_fingerprint(settings)
    assert before == inbox_fingerprint(settings)
    old = tmp_path / "inbox" / "b.txt"
    old.write_text("deux")
    os.utime(old, (0, 0))
    after = inbox_fingerprint(settings)
    assert after != before
    old.write_text("DEUX")
    os.utime(old, (0, 0))
    assert inbox_fingerprint(settings) != after
