"""The assets of articles: raw bytes with their ledger, clean articles, and what became of every document."""

from collections.abc import Iterator

import dagster as dg

from assets.articles.checks import ARTICLES_SCHEMA, article_checks
from assets.articles.reading import ReadingPolicy
from assets.articles.refresh import refresh_articles
from assets.metadata import table_metadata, table_spec
from assets.resources import Clock, SourceReader, Workers
from sources.archive import RawArchive
from sources.ledger import Ledger
from sources.scan import scan_sources
from warehouse.store import Warehouse


@dg.asset(group_name="sources", kinds={"python", "sqlite"}, owners=["team:data"])
def raw_articles(
    source_reader: dg.ResourceParam[SourceReader],
    archive: dg.ResourceParam[RawArchive],
    ledger: dg.ResourceParam[Ledger],
    clock: dg.ResourceParam[Clock],
) -> dg.MaterializeResult:
    """Bytes of every source, archived under their hash, and the ledger of what was seen.

    Grain: a document (a place in a source). Nothing is changed or lost here: a file that cannot be taken is set aside
    with its reason.
    """
    reports = scan_sources(
        source_reader.catalogue(), archive, ledger, now=clock.now(), max_bytes=source_reader.max_file_bytes
    )
    rows = [
        f"| {name} | {r.seen} | {r.new} | {r.changed} | {r.set_aside} | {r.withdrawn} |" for name, r in reports.items()
    ]
    head = "| source | seen | new | changed | set aside | withdrawn |\n|---|---|---|---|---|---|\n"
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": sum(r.seen for r in reports.values()),
            "new": sum(r.new for r in reports.values()),
            "set_aside": sum(r.set_aside for r in reports.values()),
            "sources": dg.MetadataValue.md(head + "\n".join(rows)),
        }
    )


@dg.multi_asset(
    name="articles",
    specs=[
        table_spec("articles", group="articles", deps=["raw_articles"]),
        table_spec("article_log", group="articles", deps=["raw_articles"]),
        table_spec("dropped_blocks", group="articles", deps=["raw_articles"]),
    ],
    check_specs=[ARTICLES_SCHEMA],
    pool="duckdb_write",
)
def articles(
    context: dg.AssetExecutionContext,
    ledger: dg.ResourceParam[Ledger],
    archive: dg.ResourceParam[RawArchive],
    warehouse: dg.ResourceParam[Warehouse],
    policy: dg.ResourceParam[ReadingPolicy],
    workers: dg.ResourceParam[Workers],
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Clean articles. What the cleaner or the schema refuses is set aside in ``article_log``; the rest goes on."""
    report = refresh_articles(ledger, archive, warehouse, policy, workers)
    context.log.info(f"{report.read} read, {report.refused} refused, {report.removed} removed")
    for name in ("articles", "article_log", "dropped_blocks"):
        yield dg.MaterializeResult(asset_key=name, metadata=table_metadata(warehouse, name))
    yield from article_checks(report)
