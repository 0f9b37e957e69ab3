"""What Dagster shows of a warehouse table: schema, row count, preview. Knows Dagster, as ``assets.py`` files do."""

from collections.abc import Sequence

import dagster as dg

from warehouse.preview import preview
from warehouse.schemas import TABLES
from warehouse.store import SCHEMA, Warehouse

OWNERS = ["team:data"]
_PREVIEW_COLUMNS = 9
_PREVIEW_ROWS = 10


def table_spec(name: str, *, group: str, deps: Sequence[str], kinds: frozenset[str] = frozenset()) -> dg.AssetSpec:
    """The asset of a table, described by the table's own schema."""
    table = TABLES[name]
    columns = [dg.TableColumn(column, type_, description=table.descriptions[column]) for column, type_ in table.columns]
    return dg.AssetSpec(
        name,
        deps=list(deps),
        group_name=group,
        description=table.description,
        kinds={"python", "duckdb", *kinds},
        owners=OWNERS,
        metadata={"dagster/column_schema": dg.TableSchema(columns=columns), "dagster/table_name": f"{SCHEMA}.{name}"},
    )


def table_metadata(warehouse: Warehouse, name: str) -> dict[str, dg.MetadataValue | int]:
    """Row count and first rows of a table as it stands in the warehouse."""
    table = TABLES[name]
    order = ", ".join(table.key)
    with warehouse.read() as connection:
        row = connection.execute(f"SELECT count(*) FROM {SCHEMA}.{name}").fetchone()  # noqa: S608
        frame = connection.execute(
            f"SELECT * FROM {SCHEMA}.{name} ORDER BY {order} LIMIT {_PREVIEW_ROWS}"  # noqa: S608
        ).df()
    columns = [column for column, _ in table.columns if column not in table.key][:_PREVIEW_COLUMNS]
    return {
        "dagster/row_count": int(row[0]) if row else 0,
        "preview": dg.MetadataValue.md(preview(frame, columns=columns, rows=_PREVIEW_ROWS)),
    }
