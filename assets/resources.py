"""Plain objects that ``pipelines`` hands to the assets: what to scan, where to publish, the clock, the workers.

Belongs here: types of resources that no lower room owns. Does not belong here: settings, connections.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from sources.catalogue import Catalogue
from warehouse.report.limits import Limits

Item = TypeVar("Item")
Result = TypeVar("Result")

_SERIAL_BELOW = 64
"""Below this many items one process is faster: a worker takes some seconds to import the parsers."""


@dataclass(frozen=True, slots=True)
class SourceReader:
    """What ``raw_articles`` scans; the catalogue is read when the run starts, not when the code is loaded."""

    catalogue: Callable[[], Catalogue]
    max_file_bytes: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """Where finished snapshots go, the versions of all code that decides what is in them, the size of the page."""

    folder: Path
    versions: tuple[str, ...]
    report: Limits


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, so that tests can set it."""

    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Workers:
    """Processes for work on many articles; results come in the order of the items, whatever their number."""

    count: int

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Apply a picklable function to every item."""
        work = list(items)
        if self.count == 1 or len(work) < _SERIAL_BELOW:
            yield from map(function, work)
            return
        # A forked child would inherit the locks of Dagster's threads; a fork server has none.
        with ProcessPoolExecutor(self.count, mp_context=get_context("forkserver")) as pool:
            yield from pool.map(function, work, chunksize=8)
