"""Tells two runs' marts apart from the journal of facts: what was added, changed, gone, and which article caused it."""

from dataclasses import dataclass
from datetime import datetime

import duckdb


class UnknownRunError(KeyError):
    """No run of this name or number stands in the warehouse."""


@dataclass(frozen=True, slots=True)
class Run:
    """A build of the marts, numbered from 1 in its warehouse."""

    number: int
    run_id: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that one run has and another has not, or has differently.

    Attributes:
        change: ``added``, ``gone``, ``value_changed`` (the only fact of its question gave way to another value) or
            ``changed`` (its sources, range, conflict or evidence).
        cause: ``new_article``, ``article_corrected``, ``article_withdrawn`` or ``reading_changed``.
    """

    change: str
    cause: str
    cause_article: str
    mart: str
    metric: str
    subject: str
    object: str | None
    unit: str | None
    period_label: str
    value_before: float | None
    value_after: float | None
    sources_before: int | None
    sources_after: int | None
    sentence: str


def runs(connection: duckdb.DuckDBPyConnection) -> tuple[Run, ...]:
    """Every build of this warehouse, oldest first."""
    rows = connection.execute(
        "SELECT run_number, run_id, recorded_at FROM intermediate.int_runs__recorded ORDER BY 1"
    ).fetchall()
    return tuple(Run(*row) for row in rows)


def differences(connection: duckdb.DuckDBPyConnection, earlier: str, later: str) -> tuple[Difference, ...]:
    """What the marts of the later run say otherwise than those of the earlier, in whichever order the two are named.

    Args:
        connection: The warehouse; reading suffices.
        earlier: A run's id or number.
        later: Another's.

    Raises:
        UnknownRunError: There is no such run.
    """
    known = runs(connection)
    first, second = sorted(_number(known, name) for name in (earlier, later))
    rows = connection.execute(_SQL, {"first": first, "second": second}).fetchall()
    return tuple(Difference(*row) for row in rows)


def _number(known: tuple[Run, ...], name: str) -> int:
    # A retried run has built more than once under one id; its last build is what it left.
    found = [run.number for run in known if name in {run.run_id, str(run.number)}]
    if not found:
        raise UnknownRunError(f"{name}: no such run; the warehouse has runs 1 to {len(known)}")
    return found[-1]


_SQL = """
WITH before AS (
    SELECT * FROM marts.fact_history WHERE run_number <= $first
    QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY run_number DESC) = 1
),
after AS (
    SELECT * FROM marts.fact_history WHERE run_number <= $second
    QUALIFY row_number() OVER (PARTITION BY fact_id ORDER BY run_number DESC) = 1
),
compared AS (
    SELECT
        CASE WHEN b.fact_id IS NULL THEN 'added' WHEN a.fact_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
        coalesce(a.question_id, b.question_id) AS question_id,
        b.value AS value_before,
        a.value AS value_after,
        b.source_count AS sources_before,
        a.source_count AS sources_after,
        -- The newest row of the journal says why, also where it says that the fact is gone.
        journal.cause, journal.cause_article, journal.mart, journal.metric, journal.subject, journal.object,
        journal.unit, journal.period_label, journal.evidence_sentence
    FROM (SELECT * FROM before WHERE change <> 'gone') b
    FULL JOIN (SELECT * FROM after WHERE change <> 'gone') a ON a.fact_id = b.fact_id
    LEFT JOIN after journal ON journal.fact_id = coalesce(a.fact_id, b.fact_id)
    WHERE a.content_hash IS DISTINCT FROM b.content_hash
),
paired AS (
    SELECT
        *,
        count(*) FILTER (WHERE change = 'added') OVER question = 1
            AND count(*) FILTER (WHERE change = 'gone') OVER question = 1
            AND change IN ('added', 'gone') AS is_pair,
        max(value_before) FILTER (WHERE change = 'gone') OVER question AS gone_value,
        max(sources_before) FILTER (WHERE change = 'gone') OVER question AS gone_sources
    FROM compared
    WINDOW question AS (PARTITION BY question_id)
)
SELECT
    CASE WHEN is_pair THEN 'value_changed' ELSE change END,
    cause, cause_article, mart, metric, subject, object, unit, period_label,
    CASE WHEN is_pair THEN gone_value ELSE value_before END,
    value_after,
    CASE WHEN is_pair THEN gone_sources ELSE sources_before END,
    sources_after,
    evidence_sentence
FROM paired
WHERE NOT (is_pair AND change = 'gone')
ORDER BY mart, subject, metric, object, period_label, value_after, value_before
"""
