"""``recognise``: figures and dates of single texts, in the form of the public suites."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Literal

from assets.claims.recognise import recognise_rows
from pipelines.cli.articles import write_lines
from pipelines.cli.terminal import complain, errors


class BadLineError(ValueError):
    """A line of the input is no JSON object with an id and a text."""


def recognise_to_file(kind: Literal["numbers", "money", "dates"], source: Path, output: Path) -> int:
    """Write a row a text and return the exit code."""
    try:
        count = write_lines(output, recognise_rows(kind, _rows(source)))
    except (OSError, EOFError, UnicodeDecodeError, BadLineError) as error:
        complain(str(error))
        return 2
    errors.print(f"{count} texts in {output}")
    return 0


def _open(source: Path) -> IO[str]:
    return gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8")


def _rows(source: Path) -> Iterator[dict[str, Any]]:
    with _open(source) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise BadLineError(f"{source}, line {number}: not JSON ({error}); mend or remove the line") from error
            if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
                raise BadLineError(f'{source}, line {number}: needs "id" and "text"; mend or remove the line')
            yield row
