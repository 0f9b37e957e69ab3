"""Says what the published tables hold: a Frictionless ``datapackage.json`` and a data dictionary for readers.

Both are generated from the comments in the DuckDB file, so they cannot drift from what analysts see there.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

SCHEMA_URL = "https://datapackage.org/profiles/2.0/datapackage.json"
_FIELD_TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
_KEY = re.compile(r"\bKey: ([a-z_0-9]+(?:(?:, | and )[a-z_0-9]+)*)")

References = Mapping[tuple[str, str], tuple[str, str]]
"""Column of a table, and the column of another table that it refers to."""


@dataclass(frozen=True, slots=True)
class Column:
    """A published column."""

    name: str
    duckdb_type: str
    comment: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A published table or view.

    Attributes:
        rows: Row count; None for a view, which is not counted.
    """

    name: str
    comment: str
    columns: tuple[Column, ...]
    rows: int | None

    @property
    def is_view(self) -> bool:
        """Whether it is computed when it is read."""
        return self.rows is None

    @property
    def key(self) -> tuple[str, ...]:
        """Columns that tell its rows apart, as its comment names them, where it has them all."""
        found = _KEY.search(self.comment)
        names = tuple(re.split(r", | and ", found.group(1))) if found else ()
        return names if set(names) <= {column.name for column in self.columns} else ()


def relations(connection: duckdb.DuckDBPyConnection, database: str, schema: str) -> tuple[Relation, ...]:
    """Every table and view of a schema of an open database, by name."""
    columns: dict[str, list[Column]] = {}
    for table, name, kind, comment, is_nullable in connection.execute(
        "SELECT table_name, column_name, data_type, comment, is_nullable FROM duckdb_columns()"
        " WHERE database_name = ? AND schema_name = ? ORDER BY table_name, column_index",
        [database, schema],
    ).fetchall():
        columns.setdefault(table, []).append(Column(name, kind, comment or "", not is_nullable))
    found = connection.execute(
        "SELECT table_name, comment, false FROM duckdb_tables() WHERE database_name = ? AND schema_name = ?"
        " UNION ALL SELECT view_name, comment, true FROM duckdb_views()"
        " WHERE database_name = ? AND schema_name = ? AND NOT internal ORDER BY 1",
        [database, schema, database, schema],
    ).fetchall()
    result = []
    for name, comment, is_view in found:
        rows = None
        if not is_view:
            counted = connection.execute(f'SELECT count(*) FROM "{database}"."{schema}"."{name}"').fetchone()  # noqa: S608
            rows = int(counted[0]) if counted else 0
        result.append(Relation(name, comment or "", tuple(columns.get(name, ())), rows))
    return tuple(result)


def references_of_manifest(manifest: Mapping[str, Any]) -> dict[tuple[str, str], tuple[str, str]]:
    """References that a dbt manifest's ``refers_to`` tests prove, by table and column."""
    result: dict[tuple[str, str], tuple[str, str]] = {}
    for node in manifest["nodes"].values():
        test = node.get("test_metadata") or {}
        if node["resource_type"] != "test" or test.get("name") != "refers_to":
            continue
        child = str(node["attached_node"]).rsplit(".", 1)[-1]
        parent = re.search(r"ref\('(\w+)'\)", test["kwargs"]["to"])
        if parent:
            result[child, test["kwargs"]["column_name"]] = parent.group(1), test["kwargs"]["field"]
    return result


def datapackage(found: Sequence[Relation], references: References, *, folder: str = "") -> str:
    """The Frictionless data package of the Parquet files, as JSON text.

    Args:
        found: What is published; views have no Parquet file and are left out.
        references: Foreign keys; those to tables that are not published are left out.
        folder: Folder of the Parquet files as seen from the package, with a slash at its end.
    """
    tables = [relation for relation in found if not relation.is_view]
    names = {relation.name for relation in tables}
    resources = [_resource(relation, references, names, folder) for relation in tables]
    package = {
        "$schema": SCHEMA_URL,
        "name": "jalons-marts",
        "title": "Jalons: dated claims of press articles",
        "description": "Industrial output, AI model adoption and provincial subsidies, every figure with its sentence.",
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def dictionary(found: Sequence[Relation], references: References) -> str:
    """The data dictionary, as Markdown: every table and view, every column with its type and meaning."""
    lines = ["# Data dictionary", ""]
    lines += [f"- [{relation.name}](#{relation.name}): {_first_sentence(relation.comment)}" for relation in found]
    for relation in found:
        size = "view" if relation.is_view else f"{relation.rows:,} rows"
        lines += ["", f"## {relation.name}", "", f"{relation.comment} ({size})", ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        for column in relation.columns:
            target = references.get((relation.name, column.name))
            refers = f" Refers to `{target[0]}.{target[1]}`." if target else ""
            meaning = (column.comment + refers).replace("|", "\\|")
            lines.append(f"| `{column.name}` | {column.duckdb_type} | {meaning} |")
    return "\n".join(lines) + "\n"


def _resource(relation: Relation, references: References, published: set[str], folder: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in relation.columns]}
    if relation.key:
        schema["primaryKey"] = list(relation.key)
    keys = [
        {"fields": [column], "reference": {"resource": "" if parent == table else parent, "fields": [field]}}
        for (table, column), (parent, field) in sorted(references.items())
        if table == relation.name and parent in published
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": relation.name,
        "title": _first_sentence(relation.comment),
        "description": relation.comment,
        "path": f"{folder}{relation.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "type": "table",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FIELD_TYPES.get(column.duckdb_type, "any"),
        "description": column.comment,
    }
    if column.is_required:
        field["constraints"] = {"required": True}
    return field


def _first_sentence(text: str) -> str:
    return text.split(". ", 1)[0].rstrip(".")
