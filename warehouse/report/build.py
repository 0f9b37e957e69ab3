"""Builds the page beside the published file and swaps it in whole."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.publish import DATABASE_NAME, current_release
from warehouse.report.limits import Limits
from warehouse.report.read import read_contents
from warehouse.report.stamp import REPORT_NAME, stamp_of

_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Report:
    """A built page.

    Attributes:
        counts: Facts in the marts, facts in the table, articles, bytes.
    """

    path: Path
    counts: Mapping[str, int]
    stamp: str


def build_report(database: Path, output: Path, *, stamp: str, limits: Limits = _DEFAULT) -> Report:
    """Build the page of a published file; a reader of the old page keeps it until the new one is whole.

    Args:
        database: The published file.
        output: The page.
        stamp: What the page says it was made from.
        limits: How much of the marts the page takes.
    """
    # Altair takes seconds to import, which those who only load the assets need not wait for.
    from warehouse.report.page import render

    with duckdb.connect(str(database), read_only=True) as connection:
        contents = read_contents(connection, limits)
    page = render(contents, limits, stamp).encode()
    output.parent.mkdir(parents=True, exist_ok=True)
    for left in output.parent.glob(f".{output.name}.*"):
        left.unlink(missing_ok=True)
    aside = output.with_name(f".{output.name}.{os.getpid()}")
    aside.write_bytes(page)
    aside.replace(output)
    counts = {
        "facts": contents.totals["facts"],
        "shown": len(contents.facts),
        "articles": contents.totals["articles"],
        "conflicts": contents.totals["conflicts"],
        "bytes": len(page),
    }
    return Report(output, counts, stamp)


def write_report(folder: Path, limits: Limits = _DEFAULT) -> Report:
    """Build the page of a folder of published marts, beside them.

    Args:
        folder: Where ``marts.duckdb`` is.
        limits: How much of the marts the page takes.
    """
    stamp = stamp_of(current_release(folder), limits)
    return build_report(folder / DATABASE_NAME, folder / REPORT_NAME, stamp=stamp, limits=limits)
