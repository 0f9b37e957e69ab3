"""Every setting of Jalons: typed, with its default, read from ``JALONS_*`` environment variables."""

import os
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url

PROJECT_ROOT = Path(__file__).resolve().parent.parent
DEFAULT_HOME = PROJECT_ROOT / "warehouse" / "data"


def _existing_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"{name!r} is no time zone of the IANA database; write one such as Europe/Paris") from error
    return name


class Settings(BaseSettings):
    """Where things are and how a run behaves."""

    model_config = SettingsConfigDict(env_prefix="JALONS_", frozen=True, extra="ignore")

    home: Annotated[Path, AfterValidator(lambda path: path.expanduser().resolve())] = Field(
        DEFAULT_HOME, description="Folder that holds everything a run writes."
    )
    catalogue: Path = Field(
        PROJECT_ROOT / "sources" / "catalogue.yaml", description="YAML file that names the sources."
    )
    articles: Path | None = Field(None, description="One folder of articles that replaces the catalogue.")
    gold: Path = Field(
        PROJECT_ROOT / "tests" / "quality" / "gold",
        description="Folder of labelled articles by which extraction is measured.",
    )
    archive_url: str | None = Field(None, description="fsspec URL of the raw archive; default: HOME/archive.")
    ledger_url: str | None = Field(
        None, description="SQLAlchemy URL of the ledger; default: SQLite at HOME/ledger.sqlite.", repr=False
    )
    schedule_cron: str = Field("30 5 * * *", description="When the daily run starts, as a cron expression.")
    schedule_timezone: Annotated[str, AfterValidator(_existing_zone)] = Field(
        "Europe/Paris", description="IANA time zone of the daily run."
    )
    inbox_interval_seconds: int = Field(60, ge=10, description="How often the inbox sensor looks.")
    workers: int = Field(
        default_factory=lambda: max(1, min(8, os.cpu_count() or 1)),
        ge=1,
        description="Processes that clean and read articles; the result is the same with any number.",
    )
    max_file_bytes: int = Field(50_000_000, ge=1, description="Largest file on disk that is taken.")
    max_article_bytes: int = Field(10_000_000, ge=1, description="Largest article after decompression.")
    max_nesting: int = Field(400, ge=10, description="Deepest nesting of tags in a page that is read.")
    report_facts: int = Field(2_000, ge=1, description="Most facts in the report page's table.")
    lock_timeout_seconds: float = Field(600.0, ge=0, description="How long a run waits for another one's writing.")

    @property
    def archive(self) -> str:
        """URL of the raw archive."""
        return self.archive_url or str(self.home / "archive")

    @property
    def ledger(self) -> str:
        """URL of the ledger."""
        return self.ledger_url or f"sqlite:///{self.home / 'ledger.sqlite'}"

    @property
    def warehouse(self) -> Path:
        """The warehouse file."""
        return self.home / "warehouse.duckdb"

    @property
    def published(self) -> Path:
        """The folder of the published marts."""
        return self.home / "published"

    @property
    def dagster_home(self) -> Path:
        """Dagster's own instance: runs, schedules, asset history."""
        return self.home / "dagster"

    def listing(self) -> list[tuple[str, str, str]]:
        """Rows of environment variable, value and description; a password in a URL is masked."""
        rows = []
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if name == "ledger_url" and value:
                value = make_url(value).render_as_string(hide_password=True)
            rows.append((f"JALONS_{name.upper()}", "" if value is None else str(value), field.description or ""))
        return rows
