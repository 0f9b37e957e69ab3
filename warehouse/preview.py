"""The first rows of a table as Markdown, for the UI."""

from collections.abc import Sequence

import pandas as pd

_CELL_LENGTH = 80


def preview(frame: pd.DataFrame, *, columns: Sequence[str], rows: int = 10) -> str:
    """Render the first rows; long cells are cut, bars and line ends escaped."""
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    shown = frame.loc[:, list(columns)].head(rows)
    empty = shown.isna().to_numpy()
    for row, missing in zip(shown.itertuples(index=False), empty, strict=True):
        cells = ("" if gone else _cell(value) for value, gone in zip(row, missing, strict=True))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(value: object) -> str:
    text = str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= _CELL_LENGTH else f"{text[: _CELL_LENGTH - 1]}…"
