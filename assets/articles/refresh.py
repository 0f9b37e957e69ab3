"""Brings the tables of articles up to date with the ledger: reads what is new, drops what is gone, links copies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from assets.articles.reading import (
    ReadingPolicy,
    ReadOutcome,
    ReadTask,
    Source,
    article_log,
    current_sources,
    read_one,
    sources_to_read,
)
from assets.articles.table import (
    article_log_frame,
    articles_frame,
    derivations_frame,
    dropped_blocks_frame,
    schema_problems,
    stored_articles,
)
from assets.resources import Workers
from sources.archive import RawArchive
from sources.ledger import CurrentDocument, Ledger, Reading
from sources.model import Problem
from warehouse.schemas import TABLES, split_by_schema, validated
from warehouse.store import SCHEMA, Warehouse, overwrite_table, replace_rows, update_rows

_BATCH = 500
"""Articles a transaction: a killed run loses at most the reading of one batch, which the next run repeats."""


@dataclass(frozen=True, slots=True)
class ArticlesReport:
    """What one refresh did.

    Attributes:
        read: Articles read in this run.
        refused: Of these, refused by the cleaner or the schema.
        removed: Rows that left the table.
        failures: Lines that say which schema checks failed on which values; empty when all was well.
    """

    read: int
    refused: int
    removed: int
    failures: tuple[str, ...]


def refresh_articles(
    ledger: Ledger, archive: RawArchive, warehouse: Warehouse, policy: ReadingPolicy, workers: Workers
) -> ArticlesReport:
    """Read every article that is new or changed and write the three tables of articles.

    A killed run loses nothing: a batch's rows are committed before the ledger calls them read.
    """
    documents = ledger.documents()
    sources = current_sources(documents)
    stored = _stored_ids(warehouse)
    todo = sources_to_read(sources, ledger.readings(), stored)
    refused = 0
    failures: list[str] = []
    for batch in _batches(todo, _BATCH):
        tasks = (ReadTask(source, archive.get(source.document.content_sha256 or ""), policy.limits) for source in batch)
        readings, lines = _write_batch(warehouse, list(workers.map(read_one, tasks)), policy)
        failures += lines
        refused += sum(reading.problem is not None for reading in readings)
        ledger.record_readings(readings)
    removed = _finish(ledger, warehouse, documents, sources, policy, changed=bool(todo))
    return ArticlesReport(len(todo), refused, removed, tuple(failures))


def _write_batch(
    warehouse: Warehouse, outcomes: Sequence[ReadOutcome], policy: ReadingPolicy
) -> tuple[list[Reading], list[str]]:
    good, bad = split_by_schema(TABLES["articles"], articles_frame(outcomes, policy))
    problems = schema_problems(bad)
    blocks = validated(
        TABLES["dropped_blocks"],
        dropped_blocks_frame(outcome for outcome in outcomes if outcome.source.article_id not in problems),
    )
    ids = [outcome.source.article_id for outcome in outcomes]
    with warehouse.write() as connection:
        replace_rows(connection, "articles", good, key="article_id", keys=ids)
        replace_rows(connection, "dropped_blocks", blocks, key="article_id", keys=ids)
    readings = [_with_problem(outcome.reading, problems) for outcome in outcomes]
    return readings, [problem.detail for problem in problems.values()]


def _with_problem(reading: Reading, problems: Mapping[str, Problem]) -> Reading:
    problem = problems.get(reading.article_id, reading.problem)
    return Reading(reading.article_id, reading.input_sha256, reading.reader_version, problem)


def _finish(
    ledger: Ledger,
    warehouse: Warehouse,
    documents: Sequence[CurrentDocument],
    sources: Mapping[str, Source],
    policy: ReadingPolicy,
    *,
    changed: bool,
) -> int:
    """Drop rows of articles that are gone, link copies, account for every document."""
    problems = {r.article_id: r.problem for r in ledger.readings().values() if r.problem is not None}
    with warehouse.write() as connection:
        present = stored_articles(connection)
        gone = [key for key in present if key not in sources or key in problems]
        for table in ("articles", "dropped_blocks"):
            replace_rows(connection, table, articles_frame((), policy).iloc[:0], key="article_id", keys=gone)
        if changed or gone:
            derivations = derivations_frame(connection)
            update_rows(connection, "articles", derivations, key="article_id")
        languages = {key: language for key, language in present.items() if key not in gone}
        log = article_log(documents, problems, languages, policy)
        overwrite_table(connection, "article_log", validated(TABLES["article_log"], article_log_frame(log)))
    return len(gone)


def _stored_ids(warehouse: Warehouse) -> frozenset[str]:
    with warehouse.write() as connection:
        rows = connection.execute(f"SELECT article_id FROM {SCHEMA}.articles").fetchall()  # noqa: S608
    return frozenset(row[0] for row in rows)


def _batches(items: Sequence[Source], size: int) -> Iterator[list[Source]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
