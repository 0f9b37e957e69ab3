"""A home of a run, driven through the command line as a user drives it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).resolve().parents[2]
JALONS = [sys.executable, "-c", "from pipelines.cli.app import main; main()"]


@dataclass(frozen=True)
class Home:
    """A folder of articles and the home that runs write."""

    articles: Path
    folder: Path

    def run(self, *, timeout: float = 400) -> subprocess.CompletedProcess[str]:
        return jalons("run", "--articles", str(self.articles), "--home", str(self.folder), timeout=timeout)

    def materialize_everything(self) -> None:
        """Run the job itself, as the schedule does, whether or not anything is new."""
        code = (
            "from pipelines.settings import Settings; from pipelines.cli.execution import execute;"
            "import sys; sys.exit(not execute(Settings()))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=self.environment(), capture_output=True, text=True, timeout=400
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def environment(self) -> dict[str, str]:
        return {**os.environ, "JALONS_HOME": str(self.folder), "JALONS_ARTICLES": str(self.articles)}

    @property
    def database(self) -> Path:
        return self.folder / "published" / "marts.duckdb"

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.database), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def contents(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every published table, row by row."""
        names = [row[0] for row in self.query("SELECT table_name FROM duckdb_tables() ORDER BY 1")]
        return {name: self.query(f'SELECT * FROM "{name}" ORDER BY ALL') for name in names}


def jalons(*arguments: str, timeout: float = 400, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*JALONS, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
