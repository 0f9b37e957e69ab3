"""Pandera models of every table that the pipeline writes; they validate before anything is written.

Belongs here: columns, types, closed lists, keys.
Does not belong here: repair of bad rows (they are set aside with a reason).
"""

from warehouse.schemas.columns import DUCKDB_TYPES, Table
from warehouse.schemas.tables import REFERENCE_TABLES, TABLES
from warehouse.schemas.validation import describe_failures, failure_cases, split_by_schema, validated

__all__ = [
    "DUCKDB_TYPES",
    "REFERENCE_TABLES",
    "TABLES",
    "Table",
    "describe_failures",
    "failure_cases",
    "split_by_schema",
    "validated",
]
