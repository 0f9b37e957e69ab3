"""The assets of claims: what articles state, and figures that were read and are not published."""

from collections.abc import Iterator

import dagster as dg

from assets.claims.checks import CLAIMS_AT_OFFSETS, CLAIMS_SCHEMA, claim_checks
from assets.claims.refresh import refresh_claims
from assets.metadata import table_metadata, table_spec
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
