"""Validates frames against their schemas and tells bad rows from good ones."""

import pandas as pd
import pandera.pandas as pa

from warehouse.schemas.columns import Table

WHOLE_FRAME = -1
"""Row number of a failure that no single row causes, such as a missing column."""


def validated(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with the schema's types.

    Raises:
        pandera.errors.SchemaErrors: Rows or columns break the schema; every breach is listed.
    """
    result: pd.DataFrame = table.schema.validate(_with_plain_nulls(table, frame), lazy=True)
    return result


def failure_cases(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """Return one row per bad row and broken check: ``row``, ``column``, ``check``, ``value``; none when all is well.

    A check over several columns fails once a row here; Pandera itself reports it once for every column of the frame.
    """
    try:
        validated(table, frame)
    except pa.errors.SchemaErrors as errors:
        return _tidied(errors.failure_cases)
    return _tidied(None)


def split_by_schema(table: Table, frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Part a frame into rows that keep the schema and rows that break it, the latter with a ``schema_reason`` column.

    Raises:
        pandera.errors.SchemaErrors: A failure that setting rows aside does not cure, such as a missing column.
    """
    frame = frame.reset_index(drop=True)
    cases = failure_cases(table, frame)
    if cases.empty:
        return validated(table, frame), frame.iloc[:0].assign(schema_reason=pd.Series(dtype=str))
    if cases["row"].eq(WHOLE_FRAME).any():
        validated(table, frame)
    reasons = (
        (cases["column"] + ": " + cases["check"]).groupby(cases["row"]).agg(lambda found: "; ".join(sorted(set(found))))
    )
    is_bad = frame.index.isin(reasons.index)
    bad = frame[is_bad].assign(schema_reason=reasons)
    return validated(table, frame[~is_bad].reset_index(drop=True)), bad


def describe_failures(cases: pd.DataFrame, *, limit: int = 20) -> str:
    """Say in lines, for logs and asset checks, which checks failed, how often, and on which values."""
    if cases.empty:
        return "no failures"
    lines = []
    for (column, check), found in cases.groupby(["column", "check"], sort=True):
        examples = ", ".join(repr(value) for value in found["value"].head(3))
        lines.append(f"{column}: {check}: {len(found)} rows, for example {examples}")
    return "\n".join(lines[:limit])


def _tidied(cases: pd.DataFrame | None) -> pd.DataFrame:
    if cases is None:
        return pd.DataFrame(
            {"row": pd.Series(dtype="int64"), "column": "", "check": "", "value": pd.Series(dtype=object)}
        )
    over_row = cases["schema_context"].eq("DataFrameSchema") & cases["index"].notna()
    tidy = pd.DataFrame(
        {
            "row": pd.to_numeric(cases["index"], errors="coerce").fillna(WHOLE_FRAME).astype("int64"),
            "column": cases["column"].astype(object).where(~over_row, "row").fillna("table").astype(str),
            "check": cases["check"].astype(str),
            "value": cases["failure_case"].astype(object).where(~over_row, None),
        }
    )
    return tidy.drop_duplicates(["row", "column", "check"]).sort_values(["row", "column", "check"], ignore_index=True)


def _with_plain_nulls(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """Give all-empty columns, which pandas reads as objects, the schema's type: having nothing to say is no error."""
    types = {
        name: "float64" if duckdb_type == "DOUBLE" else "str"
        for name, duckdb_type in table.columns
        if duckdb_type in {"DOUBLE", "VARCHAR"} and name in frame and frame[name].isna().all()
    }
    return frame.astype(types) if types else frame
