"""The checks of articles that show in the UI."""

from collections.abc import Iterator

import dagster as dg

from assets.articles.refresh import ArticlesReport

ARTICLES_SCHEMA = dg.AssetCheckSpec(
    name="schema",
    asset="articles",
    blocking=True,
    description="Pandera schema of the table, checked before anything is written; rows that break it are set aside.",
)


def article_checks(report: ArticlesReport) -> Iterator[dg.AssetCheckResult]:
    """Result of the schema check. Rows were set aside and the table is whole, so a failure warns and does not block.

    A fault of the whole table raises before it is written, and stops everything downstream.
    """
    yield dg.AssetCheckResult(
        asset_key="articles",
        check_name="schema",
        passed=not report.failures,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "set_aside": len(report.failures),
            "failure_cases": dg.MetadataValue.md("\n".join(f"- {line}" for line in report.failures[:50]) or "none"),
        },
    )
