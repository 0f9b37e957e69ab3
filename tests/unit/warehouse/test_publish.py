"""The published snapshot is whole at every moment, and is swapped only where its content changed."""

import subprocess
import sys
import textwrap
from pathlib import Path

import duckdb
import pytest

from warehouse.publish import PublishError, is_published, publish
from warehouse.store import Warehouse


def build(path: Path, rows: int, *, start: int = 0) -> Warehouse:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS marts")
        connection.execute("DROP VIEW IF EXISTS marts.facts_large")
        connection.execute("DROP VIEW IF EXISTS marts.facts_larger")
        numbers = f"range({start}, {start + rows}) t(i)"
        connection.execute(
            f"CREATE OR REPLACE TABLE marts.facts AS SELECT i AS id, 'l''été ' || i AS label FROM {numbers}"
        )
        connection.execute("COMMENT ON TABLE marts.facts IS 'What is stated; l''essentiel.'")
        connection.execute("COMMENT ON COLUMN marts.facts.label IS 'Its words.'")
        connection.execute(f"CREATE VIEW marts.facts_larger AS SELECT * FROM {path.stem}.marts.facts WHERE id > 3")
        connection.execute('CREATE VIEW marts.facts_large AS SELECT * FROM "marts"."facts_larger" WHERE id > 4')
    return Warehouse(path)


def test_the_file_holds_tables_views_and_comments_under_both_names(tmp_path: Path):
    publication = publish(build(tmp_path / "warehouse.duckdb", 10), tmp_path / "published")
    assert publication.swapped
    assert publication.tables == {"facts": 10}
    with duckdb.connect(str(publication.database), read_only=True) as connection:
        for name in ("facts", "marts.facts", "marts.main.facts"):
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == (10,)
        assert connection.execute("SELECT count(*) FROM marts.facts_large").fetchone() == (5,)
        assert connection.execute("SELECT comment FROM duckdb_tables()").fetchone() == ("What is stated; l'essentiel.",)
        assert connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'facts' AND column_name = 'label'"
        ).fetchone() == ("Its words.",)
    parquet = publication.parquet / "facts.parquet"
    assert duckdb.execute(f"SELECT count(*) FROM '{parquet}'").fetchone() == (10,)


def test_the_same_content_is_not_swapped_whatever_the_order_of_its_rows(tmp_path: Path):
    warehouse = build(tmp_path / "warehouse.duckdb", 10)
    first = publish(warehouse, tmp_path / "published")
    inode = first.database.stat().st_ino
    with duckdb.connect(str(warehouse.path)) as connection:
        connection.execute("CREATE OR REPLACE TABLE marts.facts_new AS SELECT * FROM marts.facts ORDER BY id DESC")
        connection.execute("DELETE FROM marts.facts")
        connection.execute("INSERT INTO marts.facts SELECT * FROM marts.facts_new")
        connection.execute("DROP TABLE marts.facts_new")
    second = publish(warehouse, tmp_path / "published")
    assert not second.swapped
    assert second.fingerprint == first.fingerprint
    assert second.database.stat().st_ino == inode


def test_changed_content_is_swapped_and_old_releases_are_forgotten(tmp_path: Path):
    folder = tmp_path / "published"
    for rows in range(1, 6):
        assert publish(build(tmp_path / "warehouse.duckdb", rows), folder).tables == {"facts": rows}
    assert len(list((folder / "releases").iterdir())) == 2
    back = publish(build(tmp_path / "warehouse.duckdb", 4), folder)
    assert back.swapped
    assert duckdb.execute(f"SELECT count(*) FROM '{folder}/parquet/facts.parquet'").fetchone() == (4,)


def test_a_view_on_something_unpublished_stops_and_leaves_what_was_there(tmp_path: Path):
    folder = tmp_path / "published"
    warehouse = build(tmp_path / "warehouse.duckdb", 3)
    publish(warehouse, folder)
    with duckdb.connect(str(warehouse.path)) as connection:
        connection.execute("CREATE SCHEMA intermediate")
        connection.execute("CREATE TABLE intermediate.half_done AS SELECT 1 AS id")
        connection.execute("CREATE VIEW marts.leaking AS SELECT * FROM intermediate.half_done")
    with pytest.raises(PublishError, match="leaking"):
        publish(warehouse, folder)
    with duckdb.connect(str(folder / "marts.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM facts").fetchone() == (3,)


def test_a_snapshot_killed_halfway_is_made_again(tmp_path: Path):
    folder = tmp_path / "published"
    warehouse = build(tmp_path / "warehouse.duckdb", 3)
    publication = publish(warehouse, folder)
    publication.parquet.unlink()  # killed between the two renames
    assert not is_published(folder)
    assert publish(warehouse, folder).swapped
    assert is_published(folder)


READER = textwrap.dedent(
    """
    import sys, duckdb
    database, stop = sys.argv[1:]
    import pathlib
    reads = 0
    seen = set()
    while not pathlib.Path(stop).exists() or reads < 20:
        with duckdb.connect(database, read_only=True) as connection:
            low, high, count = connection.execute("SELECT min(id), max(id), count(*) FROM marts.facts").fetchone()
            large = connection.execute("SELECT count(*) FROM facts_larger").fetchone()[0]
        assert high - low + 1 == count == 5000, (low, high, count)
        seen.add(low)
        reads += 1
    print(reads, len(seen))
    """
)


def test_a_reader_in_a_loop_sees_no_error_and_no_half_built_table_through_twenty_publications(tmp_path: Path):
    folder, stop = tmp_path / "published", tmp_path / "stop"
    publish(build(tmp_path / "warehouse.duckdb", 5000), folder)
    command = [sys.executable, "-c", READER, str(folder / "marts.duckdb"), str(stop)]
    reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    for generation in range(1, 21):
        assert publish(build(tmp_path / "warehouse.duckdb", 5000, start=generation), folder).swapped
    stop.touch()
    out, err = reader.communicate(timeout=60)
    assert reader.returncode == 0, err
    reads, generations = map(int, out.split())
    assert reads >= 20
    assert generations >= 2
