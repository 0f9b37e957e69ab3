"""The column kinds that tables are made of, each with its pandas and its DuckDB type.

Days are ``datetime.date`` objects: pandas' own timestamps end in 1677 and 2262, press articles do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pandera.pandas as pa

DUCKDB_TYPES = ("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE")
"""Types that every BI tool reads. No HUGEINT, LIST, STRUCT or MAP: they arrive as text, or not at all."""

HEX_32 = r"[0-9a-f]{32}"
HEX_64 = r"[0-9a-f]{64}"


def text(
    description: str,
    *,
    nullable: bool = False,
    among: Sequence[str] | None = None,
    pattern: str | None = None,
    may_be_empty: bool = False,
) -> pa.Column:
    """A text column, optionally of a closed list or of one form."""
    checks = []
    if among is not None:
        checks.append(pa.Check.isin(list(among), error=f"one of {', '.join(among)}"))
    if pattern is not None:
        checks.append(pa.Check.str_matches(rf"^(?:{pattern})$", error=f"of the form {pattern}"))
    if among is None and pattern is None and not may_be_empty:
        checks.append(pa.Check.str_length(min_value=1, error="not empty"))
    return _column(str, "VARCHAR", description, checks, nullable=nullable)


def whole(description: str, *, at_least: int = 0) -> pa.Column:
    """A column of whole numbers, never null."""
    return _column("int64", "BIGINT", description, [pa.Check.ge(at_least, error=f"at least {at_least}")])


def number(
    description: str, *, nullable: bool = False, low: float | None = None, high: float | None = None
) -> pa.Column:
    """A column of finite numbers."""
    checks = [pa.Check(_is_finite, name="is_finite", error="a finite number")]
    if low is not None:
        checks.append(pa.Check.ge(low, error=f"at least {low}"))
    if high is not None:
        checks.append(pa.Check.le(high, error=f"at most {high}"))
    return _column("float64", "DOUBLE", description, checks, nullable=nullable)


def flag(description: str) -> pa.Column:
    """A column of yes and no, never null. No coercion: the text "false" would become true."""
    return _column("bool", "BOOLEAN", description, [], coerce=False)


def day(description: str, *, nullable: bool = False) -> pa.Column:
    """A column of calendar days."""
    checks = [pa.Check(_is_day, name="is_a_day", error="a datetime.date without time of day")]
    return _column(object, "DATE", description, checks, nullable=nullable, coerce=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the warehouse: what Pandera checks and what DuckDB creates.

    Attributes:
        key: Columns that tell rows apart.
        schema: Pandera schema of exactly these columns in this order.
    """

    name: str
    description: str
    key: tuple[str, ...]
    schema: Any

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Name and DuckDB type of every column, in order, to create the table with."""
        return [(name, column.metadata["duckdb"]) for name, column in self.schema.columns.items()]

    @property
    def descriptions(self) -> dict[str, str]:
        """Description of every column, in order."""
        return {name: column.description for name, column in self.schema.columns.items()}


def table(
    name: str,
    description: str,
    columns: dict[str, pa.Column],
    *,
    key: Sequence[str],
    checks: Sequence[pa.Check] = (),
) -> Table:
    """A table of exactly these columns in this order, its key unique."""
    schema = pa.DataFrameSchema(
        columns,
        name=name,
        description=description,
        checks=list(checks),
        strict=True,
        ordered=True,
        unique=list(key),
        report_duplicates="exclude_first",
    )
    return Table(name, description, tuple(key), schema)


def in_order(low: str, high: str, *, strictly: bool = False) -> pa.Check:
    """Row check: one column does not come after another; a null on either side passes."""

    def holds(frame: pd.DataFrame) -> pd.Series:
        # Values of two types do not compare; their own column's check says what is wrong with them.
        alike = frame[low].map(type) == frame[high].map(type)
        both = alike & frame[low].notna() & frame[high].notna()
        left, right = frame.loc[both, low], frame.loc[both, high]
        return (~both) | (left < right if strictly else left <= right).reindex(frame.index, fill_value=True)

    sign = "<" if strictly else "<="
    return row_check(holds, f"{low} {sign} {high}")


def both_or_neither(left: str, right: str) -> pa.Check:
    """Row check: two columns are filled together."""
    return row_check(lambda frame: frame[left].notna() == frame[right].notna(), f"{left} and {right} go together")


def row_check(holds: Any, name: str) -> pa.Check:  # noqa: ANN401
    """A check over several columns of a row; ``holds`` gives a boolean a row."""
    return pa.Check(holds, name=name, error=name, ignore_na=False)


def _column(
    dtype: Any,  # noqa: ANN401
    duckdb_type: str,
    description: str,
    checks: list[pa.Check],
    *,
    nullable: bool = False,
    coerce: bool = True,
) -> pa.Column:
    return pa.Column(
        dtype,
        checks=checks,
        nullable=nullable,
        coerce=coerce,
        description=description,
        metadata={"duckdb": duckdb_type},
    )


def _is_day(values: pd.Series) -> pd.Series:
    # An exact type test: datetime is a subclass of date and would carry a time of day into a DATE column.
    return values.map(lambda value: type(value) is date).astype(bool)


def _is_finite(values: pd.Series) -> pd.Series:
    return values.abs().lt(float("inf"))
