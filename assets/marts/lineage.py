"""Which columns a dbt model's columns come from, read from its compiled SQL.

Each model is parsed and qualified once and all its columns share that one scope; asking column by column, as the dbt
integration does, parses a model again for each of its columns and takes longer than building the whole warehouse.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError
from sqlglot.lineage import lineage
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import build_scope
from sqlglot.schema import MappingSchema

DIALECT = "duckdb"

Columns = Mapping[tuple[str, str], Mapping[str, str]]
"""Types of the columns of each relation, by schema and name."""


def column_parents(
    manifest: Mapping[str, Any], compiled: Path, columns: Columns
) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Trace the columns of every model to the models and sources that it selects from.

    Args:
        manifest: The manifest that dbt wrote.
        compiled: The folder of compiled SQL, with one folder a project.
        columns: What the warehouse holds.

    Returns:
        By unique id of a model and column: unique ids and columns of its parents. A model that the parser does not
        understand has no entry, and a column without parents (a constant) has an empty list.
    """
    relations = _relations(manifest)
    schema = MappingSchema(dialect=DIALECT)
    for (schema_name, name), types in columns.items():
        schema.add_table(exp.table_(name, db=schema_name), dict(types), dialect=DIALECT)
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for unique_id, node in manifest["nodes"].items():
        path = compiled / node["package_name"] / node["original_file_path"]
        if node["resource_type"] == "model" and path.is_file():
            try:
                found[unique_id] = _parents_of(path.read_text(encoding="utf-8"), schema, relations)
            except SqlglotError:
                continue
    return found


def _relations(manifest: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    nodes = [*manifest["nodes"].items(), *manifest["sources"].items()]
    return {
        (node["schema"], node.get("identifier") or node.get("alias") or node["name"]): unique_id
        for unique_id, node in nodes
        if node["resource_type"] in {"model", "source", "seed", "snapshot"}
    }


def _parents_of(
    sql: str, schema: MappingSchema, relations: Mapping[tuple[str, str], str]
) -> dict[str, list[tuple[str, str]]]:
    tree = parse_one(sql, dialect=DIALECT)
    for table in tree.find_all(exp.Table):
        # dbt writes the database before schema and name; the columns are known by these two.
        table.set("catalog", None)
    query = qualify(tree, schema=schema, dialect=DIALECT, identify=False, validate_qualify_columns=False)
    scope = build_scope(query)
    parents: dict[str, list[tuple[str, str]]] = {}
    for column in getattr(query, "named_selects", ()):
        root = lineage(column, query, schema, dialect=DIALECT, scope=scope, trim_selects=False, copy=False)
        leaves = (node for node in root.walk() if not node.downstream)
        found = set()
        for leaf in leaves:
            table = leaf.expression.find(exp.Table)
            parent = relations.get((table.db, table.name)) if table is not None else None
            if parent is not None:
                found.add((parent, exp.to_column(leaf.name).name))
        parents[column] = sorted(found)
    return parents
