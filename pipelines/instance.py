"""Dagster's own instance under a home: runs, schedules and asset history in SQLite, telemetry off."""

import os
from pathlib import Path

from pipelines.settings import Settings

_CONFIG = """\
# Written by Jalons where no dagster.yaml was; edit it to keep runs in PostgreSQL (dagster-postgres is installed).
telemetry:
  enabled: false
concurrency:
  pools:
    # One writer of the DuckDB file at a time.
    default_limit: 1
    granularity: run
"""


def prepare_dagster_home(settings: Settings) -> Path:
    """Make the instance's folder with its configuration and point this process and its children at it."""
    folder = settings.dagster_home
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "dagster.yaml"
    if not config.exists():
        config.write_text(_CONFIG, encoding="utf-8")
    os.environ["DAGSTER_HOME"] = str(folder)
    return folder
