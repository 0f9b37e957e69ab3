"""The warehouse file: the pipeline's own DuckDB database, one writer at a time.

Readers of the published marts never come here: DuckDB lets one process write or many read, and this one is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from filelock import FileLock, Timeout

from warehouse.schemas import TABLES

SCHEMA = "ingested"
BOOKKEEPING = "bookkeeping"
LOCK_TIMEOUT_SECONDS = 600


class WarehouseBusyError(RuntimeError):
    """Another process has been writing the warehouse for longer than the lock's time-out."""


class Warehouse:
    """The DuckDB file at a path. Runs started outside the queue skip its pool, so a file lock guards it too."""

    def __init__(self, path: Path, *, lock_timeout: float = LOCK_TIMEOUT_SECONDS) -> None:
        self.path = path
        self._lock_timeout = lock_timeout

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the warehouse against every other process, for example while dbt writes it.

        Raises:
            WarehouseBusyError: The lock was not had within the time-out.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.path.with_suffix(".lock"), timeout=self._lock_timeout)
        try:
            lock.acquire()
        except Timeout:
            raise WarehouseBusyError(
                f"{self.path}: another run has been writing for {self._lock_timeout} s; wait for it or stop it"
            ) from None
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """One transaction on the warehouse with all ingested tables in place; an exception rolls it back."""
        with self.exclusive(), duckdb.connect(str(self.path)) as connection:
            connection.execute("BEGIN")
            try:
                _create_tables(connection)
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def read(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A read-only connection; the file must exist."""
        with self.exclusive(), self.connect_read_only() as connection:
            yield connection

    def connect_read_only(self) -> duckdb.DuckDBPyConnection:
        """A read-only connection for a caller that holds the warehouse by ``exclusive``."""
        return duckdb.connect(str(self.path), read_only=True)


def _create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {BOOKKEEPING}")
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}" {type_}' for column, type_ in table.columns)
        connection.execute(f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{name} ({columns})")
        _follow_schema(connection, name, table.columns)
    connection.execute(
        f"""CREATE TABLE IF NOT EXISTS {BOOKKEEPING}.extractions
        (article_id VARCHAR, article_fingerprint VARCHAR, extractor_version VARCHAR)"""
    )


def _follow_schema(connection: duckdb.DuckDBPyConnection, name: str, columns: Sequence[tuple[str, str]]) -> None:
    """Recreate a table whose columns an older version wrote; its rows are made again from the archive."""
    found = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
        " ORDER BY ordinal_position",
        [SCHEMA, name],
    ).fetchall()
    if [tuple(row) for row in found] != [tuple(column) for column in columns]:
        definition = ", ".join(f'"{column}" {type_}' for column, type_ in columns)
        connection.execute(f"CREATE OR REPLACE TABLE {SCHEMA}.{name} ({definition})")
        connection.execute(f"DROP TABLE IF EXISTS {BOOKKEEPING}.extractions")


def replace_rows(
    connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame, *, key: str, keys: Sequence[str]
) -> None:
    """Replace the rows of a table whose ``key`` is among ``keys`` by the frame's rows, sorted as they come.

    Args:
        connection: From ``Warehouse.write``.
        table: A table of ``warehouse.schemas.TABLES``.
        frame: Validated rows, with the table's columns.
        key: Column by which old rows are found.
        keys: Values whose rows go.
    """
    if keys:
        connection.register("gone", pd.DataFrame({"key": list(keys)}))
        connection.execute(f"DELETE FROM {SCHEMA}.{table} WHERE {key} IN (SELECT key FROM gone)")  # noqa: S608
        connection.unregister("gone")
    insert_rows(connection, table, frame)


def insert_rows(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Append validated rows to a table of ``warehouse.schemas.TABLES``."""
    if frame.empty:
        return
    columns = TABLES[table].columns
    # Every value is cast by the declared type: a column of nothing but None has no type of its own in pandas.
    casts = ", ".join(f'CAST("{column}" AS {type_}) AS "{column}"' for column, type_ in columns)
    connection.register("incoming", frame)
    connection.execute(f"INSERT INTO {SCHEMA}.{table} SELECT {casts} FROM incoming")  # noqa: S608
    connection.unregister("incoming")


def overwrite_table(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Replace all rows of a table."""
    connection.execute(f"DELETE FROM {SCHEMA}.{table}")  # noqa: S608
    insert_rows(connection, table, frame)


def update_rows(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame, *, key: str) -> None:
    """Set the frame's other columns in the rows that its key names; rows whose values stay are not rewritten.

    Args:
        connection: From ``Warehouse.write``.
        table: A table of ``warehouse.schemas.TABLES``.
        frame: The key and the columns to set, one row a key.
        key: The column that finds a row.
    """
    types = dict(TABLES[table].columns)
    columns = [column for column in frame.columns if column != key]
    assignments = ", ".join(f'"{c}" = CAST(incoming."{c}" AS {types[c]})' for c in columns)
    differs = " OR ".join(f't."{c}" IS DISTINCT FROM CAST(incoming."{c}" AS {types[c]})' for c in columns)
    connection.register("incoming", frame)
    connection.execute(
        f"UPDATE {SCHEMA}.{table} t SET {assignments} FROM incoming WHERE t.{key} = incoming.{key} AND ({differs})"  # noqa: S608
    )
    connection.unregister("incoming")


def counts(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, str]) -> dict[str, int]:
    """Row counts by label of qualified table names."""
    result: dict[str, int] = {}
    for label, table in tables.items():
        row: tuple[Any, ...] | None = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        result[label] = int(row[0]) if row else 0
    return result
