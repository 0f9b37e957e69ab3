"""A run that is killed at any point loses nothing: the next one ends with the same rows as a run that never was."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from tests.pipeline.home import ROOT

# Small batches, so that a kill finds some articles committed and others not.
SCRIPT = """
import sys
from datetime import datetime
from pathlib import Path
import assets.articles.refresh, assets.claims.refresh
from assets.resources import Workers
from pipelines.limits import policy_of
from pipelines.settings import Settings
from pipelines.stores import archive_of, catalogue_of, ledger_of, warehouse_of
from sources.scan import scan_sources
assets.articles.refresh._BATCH = assets.claims.refresh._BATCH = 2
settings = Settings(home=Path(sys.argv[1]), articles=Path(sys.argv[2]), workers=1)
ledger, archive, warehouse = ledger_of(settings), archive_of(settings), warehouse_of(settings)
print("scan", flush=True)
scan_sources(catalogue_of(settings), archive, ledger, now=datetime(2026, 1, 1))
print("articles", flush=True)
assets.articles.refresh.refresh_articles(ledger, archive, warehouse, policy_of(settings), Workers(1))
print("claims", flush=True)
assets.claims.refresh.refresh_claims(warehouse, Workers(1))
print("done", flush=True)
"""
TABLES = ("articles", "dropped_blocks", "article_log", "claims", "rejected_claims")


def start(home: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SCRIPT, str(home), str(ROOT / "sources" / "sample")]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finish(home: Path) -> dict[str, list[tuple[object, ...]]]:
    out, err = (run := start(home)).communicate(timeout=120)
    assert run.returncode == 0, err
    assert out.splitlines()[-1] == "done"
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        return {name: connection.execute(f"SELECT * FROM ingested.{name} ORDER BY ALL").fetchall() for name in TABLES}


def test_killed_at_any_point_the_next_run_ends_with_the_same_rows(tmp_path: Path):
    expected = finish(tmp_path / "whole")
    assert expected["claims"]
    for number, (step, delay) in enumerate([("scan", 0.05), ("articles", 0.8), ("claims", 0.4)]):
        home = tmp_path / f"killed_{number}"
        run = start(home)
        assert run.stdout is not None
        while run.stdout.readline().strip() != step:
            assert run.poll() is None
        time.sleep(delay)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert finish(home) == expected, (step, delay)
