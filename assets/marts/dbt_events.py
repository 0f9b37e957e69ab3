"""What Dagster shows of a dbt model after it was built: rows, columns, where its columns come from."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg

from assets.marts.lineage import Columns, column_parents
from warehouse.preview import preview
from warehouse.publish import MARTS_SCHEMA
from warehouse.store import Warehouse

_PREVIEW_ROWS, _PREVIEW_COLUMNS = 10, 12
# What a fact says, in the order in which a person reads it.
_TELLING = (
    *("subject", "metric", "object", "bound", "value", "unit", "per", "period_label", "status"),
    *("source_count", "has_conflict", "evidence_sentence"),
)


def with_table_metadata(
    events: Iterable[Any],
    warehouse: Warehouse,
    manifest: Mapping[str, Any],
    compiled: Path,
    asset_keys: Mapping[str, dg.AssetKey],
) -> Iterator[Any]:
    """Pass dbt's events on, those of models with row count, column schema and column lineage.

    Args:
        events: The events of a finished ``dbt build``.
        warehouse: What it built; the caller holds its lock.
        manifest: The manifest of that build.
        compiled: Its folder of compiled SQL.
        asset_keys: Asset of every model and source by dbt's unique id.
    """
    columns, rows = _tables(warehouse)
    parents = column_parents(manifest, compiled, columns)
    for event in events:
        if not isinstance(event, dg.Output):
            yield event
            continue
        unique_id = str(event.metadata["unique_id"].value)
        node = manifest["nodes"].get(unique_id, {})
        relation = (node.get("schema", ""), node.get("alias", ""))
        metadata: dict[str, Any] = {"dagster/column_schema": _schema(node, columns.get(relation, {}))}
        if relation in rows:
            metadata["dagster/row_count"] = rows[relation]
            if relation[0] == MARTS_SCHEMA:
                metadata["preview"] = dg.MetadataValue.md(_preview(warehouse, relation))
        if unique_id in parents:
            metadata["dagster/column_lineage"] = _lineage(parents[unique_id], asset_keys)
        yield event.with_metadata({**event.metadata, **metadata})


def _tables(warehouse: Warehouse) -> tuple[Columns, dict[tuple[str, str], int]]:
    columns: dict[tuple[str, str], dict[str, str]] = {}
    rows: dict[tuple[str, str], int] = {}
    with warehouse.connect_read_only() as connection:
        found = connection.execute(
            "SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns"
            " ORDER BY table_schema, table_name, ordinal_position"
        ).fetchall()
        for schema, name, column, type_ in found:
            columns.setdefault((schema, name), {})[column] = type_
        # Views are not counted: a count would compute them once more.
        for schema, name in connection.execute("SELECT schema_name, table_name FROM duckdb_tables()").fetchall():
            row = connection.execute(f'SELECT count(*) FROM "{schema}"."{name}"').fetchone()  # noqa: S608
            rows[schema, name] = int(row[0]) if row else 0
    return columns, rows


def _preview(warehouse: Warehouse, relation: tuple[str, str]) -> str:
    with warehouse.connect_read_only() as connection:
        frame = connection.execute(
            f'SELECT * FROM "{relation[0]}"."{relation[1]}" ORDER BY 1 LIMIT {_PREVIEW_ROWS}'  # noqa: S608
        ).df()
    telling = [column for column in _TELLING if column in frame.columns]
    readable = telling if len(telling) > 3 else [name for name in frame.columns if not name.endswith("_id")]
    return preview(frame, columns=readable[:_PREVIEW_COLUMNS], rows=_PREVIEW_ROWS)


def _schema(node: Mapping[str, Any], types: Mapping[str, str]) -> dg.TableSchema:
    described = node.get("columns", {})
    return dg.TableSchema(
        columns=[
            dg.TableColumn(name, type_, description=described.get(name, {}).get("description") or None)
            for name, type_ in types.items()
        ]
    )


def _lineage(
    parents: Mapping[str, list[tuple[str, str]]], asset_keys: Mapping[str, dg.AssetKey]
) -> dg.TableColumnLineage:
    return dg.TableColumnLineage(
        deps_by_column={
            column: [dg.TableColumnDep(asset_keys[parent], name) for parent, name in found if parent in asset_keys]
            for column, found in parents.items()
        }
    )
