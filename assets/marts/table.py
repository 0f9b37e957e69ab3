"""Reference facts as data frames: the CSV files of ``sources/reference`` as rows of the ``reference_*`` tables."""

from pathlib import Path

import pandas as pd

from warehouse.schemas import REFERENCE_TABLES, TABLES, validated

_BOOLEANS = {"true": True, "false": False}


def reference_frames(folder: Path) -> dict[str, pd.DataFrame]:
    """Every reference table by name, validated.

    Raises:
        FileNotFoundError: A table's file is missing.
        pandera.errors.SchemaErrors: A file breaks its schema; every breach is listed.
    """
    return {name: validated(TABLES[name], _read(folder, name)) for name in REFERENCE_TABLES}


def _read(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name.removeprefix('reference_')}.csv"
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    frame = frame.apply(lambda column: column.map(lambda value: value.strip() or None))
    columns = TABLES[name].columns
    for column, type_ in columns:
        if column not in frame:
            continue
        if type_ == "BOOLEAN":
            frame[column] = frame[column].map(_BOOLEANS)
        elif type_ in {"DOUBLE", "BIGINT"}:
            frame[column] = pd.to_numeric(frame[column])
        elif type_ == "DATE":
            frame[column] = pd.to_datetime(frame[column]).dt.date
    result: pd.DataFrame = frame.loc[:, [column for column, _ in columns if column in frame]]
    return result
