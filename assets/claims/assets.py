"""The assets of claims: what articles state, and figures that were read and are not published."""

from collections.abc import Iterator

import dagster as dg

from assets.articles.reading import ReadingPolicy
from assets.claims.checks import (
    CLAIMS_AT_OFFSETS,
    CLAIMS_SCHEMA,
    QUALITY_FLOORS,
    claim_checks,
    quality_check,
    quality_table,
)
from assets.claims.quality import ALL_MARTS, GoldSet, kept_or_measured
from assets.claims.refresh import refresh_claims
from assets.metadata import OWNERS, table_metadata, table_spec
from assets.resources import Workers
from warehouse.store import Warehouse


@dg.multi_asset(
    name="claims",
    specs=[
        table_spec("claims", group="claims", deps=["articles"]),
        table_spec("rejected_claims", group="claims", deps=["articles"]),
    ],
    check_specs=[CLAIMS_SCHEMA, CLAIMS_AT_OFFSETS],
    pool="duckdb_write",
)
def claims(
    context: dg.AssetExecutionContext,
    warehouse: dg.ResourceParam[Warehouse],
    workers: dg.ResourceParam[Workers],
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Dated claims. A figure whose slots stay unclear, or that breaks the schema, goes to ``rejected_claims``."""
    report = refresh_claims(warehouse, workers)
    context.log.info(f"{report.read} articles read, {report.rejected_by_schema} claims rejected by the schema")
    for name in ("claims", "rejected_claims"):
        yield dg.MaterializeResult(asset_key=name, metadata=table_metadata(warehouse, name))
    yield from claim_checks(report, warehouse)


@dg.asset(
    deps=["articles"],
    group_name="quality",
    kinds={"python"},
    owners=OWNERS,
    check_specs=[QUALITY_FLOORS],
)
def extraction_quality(
    gold: dg.ResourceParam[GoldSet], policy: dg.ResourceParam[ReadingPolicy]
) -> dg.MaterializeResult:
    """Precision, recall and slot accuracy of this version on the project's gold articles, by mart, with 95 % intervals.

    The figures are kept a version and plotted over materializations; a check holds them against their floors.
    """
    figures = kept_or_measured(gold, policy.limits)
    return dg.MaterializeResult(
        metadata={
            **{name.replace(" ", "_"): round(figure.value, 4) for name, figure in figures[ALL_MARTS].items()},
            "by_mart": dg.MetadataValue.md(quality_table(figures)),
        },
        check_results=[quality_check(figures, gold)],
    )
