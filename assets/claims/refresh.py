"""Brings the tables of claims up to date with the articles: reads what is new or changed, drops what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from assets.claims.reading import ArticleClaims, extractor_version, read_claims
from assets.claims.table import articles_to_extract, claims_frame, load_articles, rejected_frame, schema_rejects
from assets.resources import Workers
from warehouse.schemas import TABLES, describe_failures, failure_cases, split_by_schema, validated
from warehouse.store import BOOKKEEPING, SCHEMA, Warehouse, insert_rows, replace_rows

_BATCH = 500
"""Articles a transaction: a killed run loses at most the reading of one batch, which the next run repeats."""


@dataclass(frozen=True, slots=True)
class ClaimsReport:
    """What one refresh did.

    Attributes:
        read: Articles read in this run.
        rejected_by_schema: Claims that broke the schema and were set aside.
        failures: Lines that say which schema checks failed on which values.
    """

    read: int
    rejected_by_schema: int
    failures: tuple[str, ...]


def refresh_claims(warehouse: Warehouse, workers: Workers) -> ClaimsReport:
    """Read every article that this extractor has not read as it stands; drop claims of articles that are gone."""
    with warehouse.write() as connection:
        todo = articles_to_extract(connection)
    rejected = 0
    failures: list[str] = []
    for start in range(0, len(todo), _BATCH):
        with warehouse.read() as connection:
            stored = load_articles(connection, todo[start : start + _BATCH])
        bad, lines = _write_batch(warehouse, list(workers.map(read_claims, stored)))
        rejected += bad
        failures += lines
    with warehouse.write() as connection:
        _drop_orphans(connection)
    return ClaimsReport(len(todo), rejected, tuple(failures))


def _write_batch(warehouse: Warehouse, results: Sequence[ArticleClaims]) -> tuple[int, list[str]]:
    claims = claims_frame(results)
    cases = failure_cases(TABLES["claims"], claims)
    good, bad = split_by_schema(TABLES["claims"], claims)
    rejected = validated(TABLES["rejected_claims"], rejected_frame(results))
    by_schema = validated(TABLES["rejected_claims"], schema_rejects(bad))
    ids = [result.stored.article_id for result in results]
    with warehouse.write() as connection:
        replace_rows(connection, "claims", good, key="article_id", keys=ids)
        replace_rows(connection, "rejected_claims", rejected, key="article_id", keys=ids)
        insert_rows(connection, "rejected_claims", by_schema)
        connection.execute(f"DELETE FROM {BOOKKEEPING}.extractions WHERE article_id IN (SELECT unnest(?))", [ids])  # noqa: S608
        connection.execute(
            f"INSERT INTO {BOOKKEEPING}.extractions SELECT unnest(?), unnest(?), ?",
            [ids, [result.stored.fingerprint for result in results], extractor_version()],
        )
    return len(bad), [] if cases.empty else [describe_failures(cases)]


def _drop_orphans(connection: duckdb.DuckDBPyConnection) -> None:
    kept = f"SELECT article_id FROM {SCHEMA}.articles WHERE is_extracted"  # noqa: S608
    for table in (f"{SCHEMA}.claims", f"{SCHEMA}.rejected_claims", f"{BOOKKEEPING}.extractions"):
        connection.execute(f"DELETE FROM {table} WHERE article_id NOT IN ({kept})")  # noqa: S608
