"""Reads what the page shows from the published file; every list is capped here, so a large mart makes no large page."""

from dataclasses import asdict, dataclass
from string import Template
from typing import Any

import duckdb

from warehouse.report.limits import Limits

MARTS = ("industrial_output", "ai_model_adoption", "provincial_subsidies")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that the page shows, as read."""

    totals: Row
    support: list[Row]
    metrics: dict[str, str]
    places: dict[str, str]
    facts: list[Row]
    measures: list[Row]
    series: list[Row]
    latest: list[Row]
    provinces: list[Row]


_SHARED = """
    fact_id, metric, subject, subject_kind, place_level, region_code, province_code, province_name, object,
    if(isfinite(value), value, NULL) AS value, unit, bound, per,
    if(isfinite(value_low), value_low, NULL) AS value_low, if(isfinite(value_high), value_high, NULL) AS value_high,
    has_conflict, conflict_scope, statement_type, accumulation, is_additive, reference, share_denominator, growth_base,
    usd_value, usd_basis, usd_rate_year, usd_rate_source, period_start, period_end, period_label, period_granularity,
    period_basis, is_dated, reference_date, reference_year, attributed_to, confidence, claim_count, source_count,
    independent_source_count, found_in_rewrite_only, last_published_on, evidence_article_id, evidence_mention,
    evidence_sentence, evidence_mention_start, evidence_mention_end,
    coalesce(share_denominator, growth_base, reference) AS whole,
    -- A month's output and a year's are different lines.
    CASE WHEN accumulation IN ('stock', 'share', 'price', 'event') THEN NULL ELSE period_granularity END AS grain"""

_FACTS = " UNION ALL ".join(f"SELECT '{mart}' AS mart, {_SHARED} FROM {mart}" for mart in MARTS)  # noqa: S608

# Without the words: what is sorted by the hundred thousand stays small.
_FIGURES = """
CREATE TEMP VIEW figures AS
SELECT * EXCLUDE (
    evidence_sentence, evidence_mention, evidence_mention_start, evidence_mention_end, evidence_article_id,
    period_label, attributed_to, usd_rate_source
)
FROM facts WHERE is_dated AND value IS NOT NULL
"""

_TOTALS = """
SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(DISTINCT source_key) FROM articles WHERE claim_count > 0) AS sources,
    (SELECT max(published_on) FROM articles) AS last_published_on,
    (SELECT max(run_number) FROM fact_history) AS run_number,
    count(*) AS facts,
    count(*) FILTER (WHERE has_conflict) AS conflicts,
    count(*) FILTER (WHERE independent_source_count >= 2) AS confirmed,
    count(*) FILTER (WHERE NOT is_dated) AS undated
FROM facts
"""

_SUPPORT = """
SELECT
    mart,
    count(*) AS facts,
    count(*) FILTER (WHERE independent_source_count = 1) AS one,
    count(*) FILTER (WHERE independent_source_count = 2) AS two,
    count(*) FILTER (WHERE independent_source_count >= 3) AS more,
    count(*) FILTER (WHERE has_conflict) AS conflicts,
    count(*) FILTER (WHERE NOT is_dated) AS undated,
    count(*) FILTER (WHERE is_additive) AS additive
FROM facts GROUP BY mart
"""

_TABLE = """
WITH ranked AS (
    SELECT mart, fact_id, row_number() OVER (
        PARTITION BY mart
        ORDER BY last_published_on DESC NULLS LAST, independent_source_count DESC, confidence DESC, fact_id
    ) AS place
    FROM facts
),
kept AS (SELECT * FROM ranked ORDER BY place, mart LIMIT $facts)
SELECT
    facts.*, articles.article, articles.title, articles.url, articles.publisher, articles.language,
    articles.published_on
FROM kept
JOIN facts ON facts.mart = kept.mart AND facts.fact_id = kept.fact_id
JOIN articles ON articles.article_id = facts.evidence_article_id
ORDER BY place, facts.mart
"""

# A mart opens with the measure that most subjects are followed by over time, then that most can be compared by.
_MEASURES = """
WITH followed AS (
    SELECT
        mart, metric, unit, per, count(*) AS facts, count(*) FILTER (WHERE is_dated) AS dated,
        count(DISTINCT reference_date) AS days
    FROM facts WHERE value IS NOT NULL GROUP BY mart, metric, unit, per, subject, object, whole
)
SELECT mart, metric, unit, per, sum(facts)::BIGINT AS facts, sum(dated)::BIGINT AS dated
FROM followed GROUP BY ALL
ORDER BY mart, count(*) FILTER (WHERE days > 1) DESC, least(count(*), 12) * least(max(days), 6) DESC, dated DESC,
    metric, unit, per
"""

# Whole lines are kept, those with most days first; of lines that tie, those with most support.
_SERIES = """
WITH lines AS (
    SELECT
        mart, metric, unit, per, object, subject, whole, accumulation, grain, statement_type,
        count(DISTINCT reference_date) AS days, max(independent_source_count) AS support, count(*) AS points
    FROM figures GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY mart, metric, unit, per, object
        ORDER BY days DESC, support DESC, points DESC, subject, whole, accumulation, grain, statement_type
    ) AS line
    FROM lines
),
points AS (
    SELECT f.*, ranked.line, row_number() OVER (
        PARTITION BY f.mart, f.metric, f.unit, f.per, f.object, ranked.line
        ORDER BY f.reference_date DESC, f.independent_source_count DESC, f.confidence DESC, f.fact_id
    ) AS point
    FROM figures f JOIN ranked ON
        f.mart = ranked.mart AND f.metric = ranked.metric AND f.subject = ranked.subject
        AND f.accumulation = ranked.accumulation AND f.statement_type = ranked.statement_type
        AND f.unit IS NOT DISTINCT FROM ranked.unit AND f.per IS NOT DISTINCT FROM ranked.per
        AND f.object IS NOT DISTINCT FROM ranked.object AND f.whole IS NOT DISTINCT FROM ranked.whole
        AND f.grain IS NOT DISTINCT FROM ranked.grain
    WHERE ranked.line <= $series
)
SELECT * FROM points WHERE point <= $series_points
QUALIFY row_number() OVER (PARTITION BY mart ORDER BY line, point, metric, unit, per, object, fact_id) <= $points
ORDER BY mart, metric, unit, per, object, line, reference_date, fact_id
"""

# What is observed goes before what is planned: a plan for 2030 is not a newer value than the output of last year.
_LATEST = """
WITH latest AS (
    SELECT * FROM figures
    QUALIFY row_number() OVER (
        PARTITION BY mart, metric, unit, per, object, subject, whole
        ORDER BY statement_type <> 'observed', reference_date DESC, independent_source_count DESC, confidence DESC,
            fact_id
    ) = 1
),
ranked AS (
    SELECT *, row_number() OVER (
        PARTITION BY mart, metric, unit, per, object
        ORDER BY independent_source_count DESC, reference_date DESC, confidence DESC, fact_id
    ) AS place
    FROM latest
)
SELECT * FROM ranked
QUALIFY row_number() OVER (PARTITION BY mart ORDER BY place, metric, unit, per, object, fact_id) <= $latest
ORDER BY mart, metric, unit, per, object, place
"""

_PROVINCES = """
SELECT mart, metric, unit, per, province_code, count(*) AS facts
FROM facts WHERE province_code IS NOT NULL GROUP BY ALL ORDER BY ALL
"""


_METRICS = "SELECT metric, definition FROM metrics"


def read_contents(connection: duckdb.DuckDBPyConnection, limits: Limits) -> Contents:
    """Read a published file.

    Args:
        connection: The file, opened read-only.
        limits: How much to take.
    """
    connection.execute(f"CREATE TEMP VIEW facts AS {_FACTS}")
    connection.execute(_FIGURES)
    marts_in_order = {mart: number for number, mart in enumerate(MARTS)}
    return Contents(
        totals=_rows(connection, _TOTALS)[0],
        support=sorted(_rows(connection, _SUPPORT), key=lambda row: marts_in_order[row["mart"]]),
        metrics={row["metric"]: row["definition"] for row in _rows(connection, _METRICS)},
        places=_place_names(connection),
        facts=_rows(connection, _TABLE, limits),
        measures=_rows(connection, _MEASURES),
        series=_rows(connection, _SERIES, limits),
        latest=_rows(connection, _LATEST, limits),
        provinces=_rows(connection, _PROVINCES),
    )


def _place_names(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = _rows(connection, "SELECT iso3166_2, name_en FROM places WHERE place_id = iso3166_2")
    return {row["iso3166_2"]: row["name_en"] for row in rows}


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, limits: Limits | None = None) -> list[Row]:
    # Written into the query: the client imports pandas to bind even one number, which takes seconds.
    cursor = connection.execute(Template(sql).substitute(asdict(limits) if limits else {}))
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
