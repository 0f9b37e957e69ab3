"""Publishes the marts: a finished DuckDB file and Parquet files, written aside, checked, then renamed into place.

``published/marts.duckdb`` and ``published/parquet`` always name a whole release: readers keep the one they opened, new
readers get the newest. Nothing is swapped while the content is what stands published already.

In the published file the tables stand in its default schema. DuckDB calls an opened file by its name, so both
``industrial_output`` and ``marts.industrial_output`` find the table; a schema named like the file would make the
second one an error ("Ambiguous reference to catalog or schema").
"""

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.datapackage import References, datapackage, dictionary, relations
from warehouse.store import Warehouse

MARTS_SCHEMA = "marts"
SOURCE = "source_file"
DATABASE_NAME = "marts.duckdb"
STORAGE_VERSION = "v1.0.0"
"""The oldest storage that DuckDB still writes; every client from 1.1 on opens it."""
KEPT_RELEASES = 2


class PublishError(RuntimeError):
    """The snapshot does not hold what the warehouse holds; what was published before stays in place."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A published snapshot.

    Attributes:
        fingerprint: Hash of all tables' content, the release's name.
        tables: Rows by table.
        swapped: False where the same content stood published already.
    """

    database: Path
    parquet: Path
    fingerprint: str
    tables: dict[str, int]
    swapped: bool


def publish(warehouse: Warehouse, folder: Path, references: References | None = None) -> Publication:
    """Publish schema ``marts`` of the warehouse into a folder.

    Args:
        warehouse: The finished warehouse.
        folder: Where readers look.
        references: Foreign keys that tests prove, told in the data package and the dictionary.

    Raises:
        PublishError: A table of the snapshot differs from the warehouse.
    """
    releases = folder / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    # A connection to nothing attaches both files: the warehouse to read, the snapshot to write.
    with warehouse.exclusive(), duckdb.connect() as connection:
        connection.execute(f"ATTACH '{_quoted(warehouse.path)}' AS {SOURCE} (READ_ONLY)")
        tables, views = _relations(connection)
        fingerprint, counts = _fingerprint(connection, tables, views)
        release = releases / fingerprint
        swapped = not _is_current(folder, release)
        if swapped:
            aside = _build(connection, release, tables, views, counts)
            _describe(connection, aside / "parquet", references or {})
    if swapped:
        _swap(folder, aside, release)
        _forget_old(releases, keep=release)
    return Publication(folder / DATABASE_NAME, folder / "parquet", fingerprint, counts, swapped)


def _relations(connection: duckdb.DuckDBPyConnection) -> tuple[list[str], dict[str, str]]:
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = ? AND schema_name = ? ORDER BY 1",
        [SOURCE, MARTS_SCHEMA],
    ).fetchall()
    views = connection.execute(
        "SELECT view_name, sql, comment FROM duckdb_views() WHERE database_name = ? AND schema_name = ? ORDER BY 1",
        [SOURCE, MARTS_SCHEMA],
    ).fetchall()
    return [row[0] for row in tables], {name: _view(name, sql, comment) for name, sql, comment in views}


def _view(name: str, sql: str, comment: str | None) -> str:
    said = f"\nCOMMENT ON VIEW {name} IS '{_quoted(comment)}';" if comment else ""
    return f"{_unqualified(sql).rstrip().rstrip(';')};{said}"


def _unqualified(sql: str) -> str:
    """A view's SQL with bare table names: in the snapshot the tables stand in the default schema."""
    return re.sub(rf'(?:(?:"\w+"|\b\w+)\.)?(?:"{MARTS_SCHEMA}"|\b{MARTS_SCHEMA})\.', "", sql)


def _fingerprint(
    connection: duckdb.DuckDBPyConnection, tables: list[str], views: dict[str, str]
) -> tuple[str, dict[str, int]]:
    """Hash of names, columns, comments and rows; the order in which rows were written does not matter."""
    counts: dict[str, int] = {}
    parts: list[tuple[object, ...]] = [("duckdb", duckdb.__version__)]
    for name in tables:
        columns = connection.execute(
            "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE database_name = ? AND schema_name = ?"
            " AND table_name = ? ORDER BY column_index",
            [SOURCE, MARTS_SCHEMA, name],
        ).fetchall()
        hashes = "count(*), bit_xor(hash(t))::VARCHAR, sum(hash(t) % 1000000007)::VARCHAR"
        row = connection.execute(f"SELECT {hashes} FROM {SOURCE}.{MARTS_SCHEMA}.{name} t").fetchone()  # noqa: S608
        counts[name] = int(row[0]) if row else 0
        parts += [(name, *columns), tuple(row or ())]
    parts.append(tuple(sorted(views.items())))
    text = json.dumps(parts, default=str, ensure_ascii=False)
    digest = connection.execute("SELECT sha256(?)", [text]).fetchone()
    return str(digest[0])[:16] if digest else "", counts


def _build(
    connection: duckdb.DuckDBPyConnection,
    release: Path,
    tables: list[str],
    views: dict[str, str],
    counts: dict[str, int],
) -> Path:
    aside = release.with_name(f".{release.name}.{os.getpid()}")
    shutil.rmtree(aside, ignore_errors=True)
    (aside / "parquet").mkdir(parents=True)
    database = aside / DATABASE_NAME
    connection.execute(f"ATTACH '{_quoted(database)}' AS snapshot (STORAGE_VERSION '{STORAGE_VERSION}')")
    try:
        for name in tables:
            # Sorted rows make the same content the same Parquet file, whatever order dbt wrote it in.
            source = f"(SELECT * FROM {SOURCE}.{MARTS_SCHEMA}.{name} ORDER BY ALL)"  # noqa: S608
            connection.execute(f"CREATE TABLE snapshot.{name} AS FROM {source}")
            target = _quoted(aside / "parquet" / f"{name}.parquet")
            connection.execute(f"COPY (FROM snapshot.{name}) TO '{target}' (FORMAT parquet)")
            _copy_comments(connection, name)
    finally:
        connection.execute("DETACH snapshot")
    _create_views(database, views)
    _check(aside, counts)
    return aside


def _describe(connection: duckdb.DuckDBPyConnection, folder: Path, references: References) -> None:
    """Write the data package and the dictionary beside the Parquet files."""
    found = relations(connection, SOURCE, MARTS_SCHEMA)
    (folder / "datapackage.json").write_text(datapackage(found, references), encoding="utf-8")
    (folder / "DICTIONARY.md").write_text(dictionary(found, references), encoding="utf-8")


def _copy_comments(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    target = f"snapshot.{name}"
    row = connection.execute(
        "SELECT comment FROM duckdb_tables() WHERE database_name = ? AND schema_name = ? AND table_name = ?",
        [SOURCE, MARTS_SCHEMA, name],
    ).fetchone()
    if row and row[0]:
        connection.execute(f"COMMENT ON TABLE {target} IS '{_quoted(row[0])}'")
    columns = connection.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE database_name = ? AND schema_name = ?"
        " AND table_name = ? AND comment IS NOT NULL ORDER BY column_index",
        [SOURCE, MARTS_SCHEMA, name],
    ).fetchall()
    for column, comment in columns:
        connection.execute(f"COMMENT ON COLUMN {target}.\"{column}\" IS '{_quoted(comment)}'")


def _create_views(database: Path, views: dict[str, str]) -> None:
    """Views may read each other: create them until none is left, and stop when a round makes no progress."""
    left = dict(views)
    with duckdb.connect(str(database)) as connection:
        while left:
            failed: dict[str, str] = {}
            for name, sql in left.items():
                try:
                    connection.execute(sql)
                except duckdb.CatalogException:
                    failed[name] = sql
            if len(failed) == len(left):
                raise PublishError(
                    f"views {sorted(failed)} read something outside schema {MARTS_SCHEMA}; make it a mart"
                )
            left = failed


def _check(aside: Path, counts: dict[str, int]) -> None:
    with duckdb.connect(str(aside / DATABASE_NAME), read_only=True) as connection:
        for name, expected in counts.items():
            parquet = _quoted(aside / "parquet" / f"{name}.parquet")
            for relation in (name, f"'{parquet}'"):
                row = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()  # noqa: S608
                found = int(row[0]) if row else 0
                if found != expected:
                    raise PublishError(f"{relation}: {found} rows, the warehouse has {expected}; nothing was swapped")


def _is_current(folder: Path, release: Path) -> bool:
    link = folder / "parquet"
    return link.is_symlink() and link.readlink() == _link_target(release) and (folder / DATABASE_NAME).exists()


def _link_target(release: Path) -> Path:
    return Path("releases") / release.name / "parquet"


def _swap(folder: Path, aside: Path, release: Path) -> None:
    """Three renames, each atomic. The link goes last: until it names the release, the next run publishes again."""
    link = folder / "parquet"
    if not (link.is_symlink() and link.readlink() == _link_target(release)):
        shutil.rmtree(release, ignore_errors=True)
    (aside / DATABASE_NAME).replace(folder / DATABASE_NAME)
    if release.exists():
        shutil.rmtree(aside)
        return
    aside.replace(release)
    new_link = folder / f".parquet.{os.getpid()}"
    new_link.unlink(missing_ok=True)
    new_link.symlink_to(_link_target(release))
    new_link.replace(link)


def _forget_old(releases: Path, keep: Path) -> None:
    """Keep the newest releases, so that a reader in the middle of the Parquet files can finish."""
    others = sorted((p for p in releases.iterdir() if p != keep), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[KEPT_RELEASES - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def _quoted(text: object) -> str:
    return str(text).replace("'", "''")


def current_release(folder: Path) -> str:
    """Name of the release that stands published: the hash of its content, empty where there is none."""
    link = folder / "parquet"
    return link.readlink().parent.name if link.is_symlink() else ""


def is_published(folder: Path) -> bool:
    """Whether a folder holds a whole snapshot."""
    return (folder / DATABASE_NAME).is_file() and (folder / "parquet").is_dir()
