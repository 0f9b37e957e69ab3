"""Settings are typed, come from the environment and are listed without secrets."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from pipelines.settings import Settings


def test_everything_a_run_writes_lies_under_home_by_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("JALONS_HOME", str(tmp_path))
    settings = Settings()
    assert settings.archive == str(tmp_path / "archive")
    assert settings.ledger == f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    for path in (settings.warehouse, settings.published, settings.dagster_home):
        assert path.is_relative_to(tmp_path)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("JALONS_SCHEDULE_TIMEZONE", "Europe/Atlantis"),
        ("JALONS_WORKERS", "0"),
        ("JALONS_MAX_FILE_BYTES", "plenty"),
        ("JALONS_INBOX_INTERVAL_SECONDS", "1"),
    ],
)
def test_a_wrong_value_is_refused_and_named(monkeypatch: pytest.MonkeyPatch, variable: str, value: str):
    monkeypatch.setenv(variable, value)
    with pytest.raises(ValidationError, match=variable.removeprefix("JALONS_").lower()):
        Settings()


def test_the_listing_has_every_setting_and_no_password(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JALONS_LEDGER_URL", "postgresql+psycopg2://jalons:hunter2@db.example/ledger")
    rows = Settings().listing()
    assert {variable for variable, _, _ in rows} == {f"JALONS_{name.upper()}" for name in Settings.model_fields}
    assert all(meaning for _, _, meaning in rows)
    assert "hunter2" not in str(rows)
    assert "hunter2" not in repr(Settings())
