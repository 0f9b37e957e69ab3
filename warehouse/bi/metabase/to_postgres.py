"""Copies the published Parquet files into a PostgreSQL schema, for tools that read no DuckDB file.

    python -m warehouse.bi.metabase.to_postgres --home warehouse/data --url postgresql+psycopg2://user@host/database

One transaction: readers see the old release until the new one is whole, and are never locked out. Tables are emptied
and filled again rather than replaced, so that grants and views of users stay.
"""

import argparse
import io
import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import csv
from pyarrow.parquet import ParquetFile
from sqlalchemy import create_engine

SCHEMA = "jalons"
ROWS_AT_A_TIME = 50_000
_TYPES = {
    pa.string(): "text",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.date32(): "date",
    pa.timestamp("us"): "timestamp without time zone",
}


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", required=True, type=Path, help="the home of the runs that published the marts")
    parser.add_argument("--url", required=True, help="SQLAlchemy URL of the database; leave the password to PGPASSWORD")
    parser.add_argument("--schema", default=SCHEMA)
    arguments = parser.parse_args()
    copied = copy_release(arguments.home / "published" / "parquet", arguments.url, arguments.schema)
    sys.stdout.write(f"{sum(copied.values())} rows in {len(copied)} tables of schema {arguments.schema}\n")
    return 0


def copy_release(parquet: Path, url: str, schema: str = SCHEMA) -> dict[str, int]:
    """Make a schema hold what a folder of published Parquet files holds.

    Args:
        parquet: The folder, with its ``datapackage.json``.
        url: SQLAlchemy URL of the database.
        schema: Schema to fill; made where missing.

    Returns:
        Rows by table.
    """
    # The link to the newest release is followed once: all tables are of one release, whatever is published meanwhile.
    folder = parquet.resolve(strict=True)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    engine = create_engine(url)
    connection = engine.raw_connection()
    try:
        cursor: Any = connection.cursor()
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {_name(schema)}")
        copied = {
            resource["name"]: _copy_table(cursor, schema, resource, folder / Path(resource["path"]).name)
            for resource in package["resources"]
        }
        connection.commit()
    finally:
        # Without the commit above, this rolls back.
        connection.close()
        engine.dispose()
    return copied


def _copy_table(cursor: Any, schema: str, resource: dict[str, Any], path: Path) -> int:  # noqa: ANN401
    file = ParquetFile(path)
    table = f"{_name(schema)}.{_name(resource['name'])}"
    columns = [(field.name, _TYPES[field.type]) for field in file.schema_arrow]
    cursor.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = %s AND table_name = %s ORDER BY ordinal_position",
        (schema, resource["name"]),
    )
    if cursor.fetchall() == columns:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608
    else:
        # Other columns, another table: a user's view on it makes this fail, and nothing is changed.
        cursor.execute(f"DROP TABLE IF EXISTS {table}")
        cursor.execute(f"CREATE TABLE {table} ({', '.join(f'{_name(name)} {kind}' for name, kind in columns)})")
    for batch in file.iter_batches(batch_size=ROWS_AT_A_TIME):
        rows = io.BytesIO()
        csv.write_csv(batch, rows, csv.WriteOptions(include_header=False))
        rows.seek(0)
        cursor.copy_expert(f"COPY {table} FROM STDIN (FORMAT csv)", rows)
    cursor.execute(f"COMMENT ON TABLE {table} IS %s", (resource["description"],))
    for field in resource["schema"]["fields"]:
        cursor.execute(f"COMMENT ON COLUMN {table}.{_name(field['name'])} IS %s", (field["description"],))
    return int(file.metadata.num_rows)


def _name(text: str) -> str:
    """An identifier as SQL quotes it."""
    return '"' + text.replace('"', '""') + '"'


if __name__ == "__main__":
    sys.exit(main())
