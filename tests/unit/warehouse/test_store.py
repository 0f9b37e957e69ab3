"""The warehouse file is written in transactions, by one process at a time."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from warehouse.schemas import TABLES
from warehouse.store import Warehouse, WarehouseBusyError, insert_rows, overwrite_table, replace_rows, update_rows


def block(article_id: str, position: int, text: str = "x") -> dict[str, object]:
    return {"article_id": article_id, "position": position, "text": text, "reason": "share_line"}


def frame(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=[name for name, _ in TABLES["dropped_blocks"].columns])


def stored(warehouse: Warehouse) -> list[tuple[object, ...]]:
    with warehouse.read() as connection:
        return connection.execute(
            "SELECT article_id, position, text FROM ingested.dropped_blocks ORDER BY ALL"
        ).fetchall()


def test_every_ingested_table_has_exactly_the_columns_of_its_schema(tmp_path: Path):
    warehouse = Warehouse(tmp_path / "warehouse.duckdb")
    with warehouse.write():
        pass
    with warehouse.read() as connection:
        for name, table in TABLES.items():
            found = connection.execute(f"DESCRIBE ingested.{name}").fetchall()
            assert [(row[0], row[1]) for row in found] == list(table.columns)


def test_rows_of_a_key_are_replaced_and_others_stay(tmp_path: Path):
    warehouse = Warehouse(tmp_path / "warehouse.duckdb")
    with warehouse.write() as connection:
        insert_rows(connection, "dropped_blocks", frame(block("a", 0), block("a", 1), block("b", 0)))
    with warehouse.write() as connection:
        replace_rows(connection, "dropped_blocks", frame(block("a", 0, "new")), key="article_id", keys=["a", "c"])
    assert stored(warehouse) == [("a", 0, "new"), ("b", 0, "x")]
    with warehouse.write() as connection:
        overwrite_table(connection, "dropped_blocks", frame())
    assert stored(warehouse) == []


def _overwrite_and_fail(connection: duckdb.DuckDBPyConnection) -> None:
    overwrite_table(connection, "dropped_blocks", frame(block("b", 0)))
    connection.execute("SELECT * FROM nowhere")


def test_an_error_leaves_the_file_as_it_was(tmp_path: Path):
    warehouse = Warehouse(tmp_path / "warehouse.duckdb")
    with warehouse.write() as connection:
        insert_rows(connection, "dropped_blocks", frame(block("a", 0)))
    with pytest.raises(duckdb.Error), warehouse.write() as connection:
        _overwrite_and_fail(connection)
    assert stored(warehouse) == [("a", 0, "x")]


def test_updates_set_only_the_named_columns(tmp_path: Path):
    warehouse = Warehouse(tmp_path / "warehouse.duckdb")
    columns = [name for name, _ in TABLES["articles"].columns]
    row = dict.fromkeys(columns) | {"article_id": "a", "text": "t", "published_on": date(1789, 7, 14)}
    with warehouse.write() as connection:
        insert_rows(connection, "articles", pd.DataFrame([row], columns=columns))
        change = pd.DataFrame([{"article_id": "a", "derivation_kind": "copy", "derivation_similarity": 0.5}])
        update_rows(connection, "articles", change, key="article_id")
    with warehouse.read() as connection:
        found = connection.execute("SELECT text, published_on, derivation_kind FROM ingested.articles").fetchone()
    assert found == ("t", date(1789, 7, 14), "copy")


def test_a_table_of_an_older_version_is_made_anew(tmp_path: Path):
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE SCHEMA ingested")
        connection.execute("CREATE TABLE ingested.dropped_blocks (article_id VARCHAR, mood VARCHAR)")
    with Warehouse(path).write() as connection:
        insert_rows(connection, "dropped_blocks", frame(block("a", 0)))
    assert stored(Warehouse(path)) == [("a", 0, "x")]


def test_a_second_process_waits_and_then_says_what_it_waits_for(tmp_path: Path):
    path = tmp_path / "warehouse.duckdb"
    code = (
        "import sys; from pathlib import Path; from warehouse.store import Warehouse\n"
        "with Warehouse(Path(sys.argv[1])).exclusive(): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(WarehouseBusyError, match="another run"), Warehouse(path, lock_timeout=0.2).write():
        pass
    holder.communicate("")
    with Warehouse(path, lock_timeout=5).write():
        pass
