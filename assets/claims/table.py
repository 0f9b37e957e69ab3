"""Claims as data frames: rows of the tables ``claims`` and ``rejected_claims``, and stored articles read back."""

import hashlib
from collections.abc import Iterable, Iterator

import duckdb
import pandas as pd

from assets.articles.model import Article
from assets.claims.model import Claim, RejectedFigure
from assets.claims.reading import ArticleClaims, StoredArticle, extractor_version
from warehouse.schemas import TABLES
from warehouse.store import BOOKKEEPING, SCHEMA

# Everything of an article that the extractor looks at; when it changes, the article is read again.
_FINGERPRINT = (
    "sha256(concat_ws(chr(31), a.article, a.text, coalesce(a.title, ''), coalesce(a.headings, ''),"
    " coalesce(a.published_on::VARCHAR, ''), coalesce(a.not_before::VARCHAR, ''), coalesce(a.not_after::VARCHAR, ''),"
    " coalesce(a.publisher, ''), coalesce(a.section, ''), coalesce(a.author, ''), coalesce(a.language, '')))"
)


def articles_to_extract(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Ids of the articles that this version of the extractor has not read as they stand now, sorted."""
    rows = connection.execute(
        f"""SELECT a.article_id FROM {SCHEMA}.articles a
        LEFT JOIN {BOOKKEEPING}.extractions e ON e.article_id = a.article_id
            AND e.article_fingerprint = {_FINGERPRINT} AND e.extractor_version = ?
        WHERE a.is_extracted AND e.article_id IS NULL ORDER BY 1""",  # noqa: S608
        [extractor_version()],
    ).fetchall()
    return [row[0] for row in rows]


def load_articles(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> list[StoredArticle]:
    """Read articles back as the extractor takes them, in the order of their ids."""
    rows = connection.execute(
        f"""SELECT a.article_id, {_FINGERPRINT}, a.article, a.text, a.headings, a.title, a.author, a.publisher,
            a.language, a.section, a.url, a.published_on, a.not_before, a.not_after
        FROM {SCHEMA}.articles a WHERE a.article_id IN (SELECT unnest(?)) ORDER BY 1""",  # noqa: S608
        [ids],
    ).fetchall()
    return [_stored(row) for row in rows]


def _stored(row: tuple) -> StoredArticle:
    article_id, fingerprint, name, text, headings, title, author, publisher, language, section, url, *days = row
    article = Article(
        name=name,
        paragraphs=tuple(text.split("\n")),
        title=title,
        author=author,
        publisher=publisher,
        language=language,
        section=section,
        url=url,
        published_on=days[0],
        not_before=days[1],
        not_after=days[2],
        headings=tuple(map(int, headings.split(","))) if headings else (),
    )
    return StoredArticle(article_id, fingerprint, article)


def claims_frame(results: Iterable[ArticleClaims]) -> pd.DataFrame:
    """One row a claim; of two that share an id (one figure read twice alike) the first stands."""
    rows: dict[str, dict[str, object]] = {}
    for result in results:
        for claim in result.extraction.claims:
            key = claim.claim_id(result.stored.article_id)
            rows.setdefault(key, _claim_row(key, claim, result.stored))
    return _frame("claims", rows.values())


def _claim_row(key: str, claim: Claim, stored: StoredArticle) -> dict[str, object]:
    return {
        "claim_id": key,
        "article_id": stored.article_id,
        "article": stored.article.name,
        "mart": claim.mart,
        "metric": claim.metric,
        "subject": claim.subject,
        "object": claim.object or None,
        "value": claim.value,
        "unit": claim.unit,
        "bound": claim.bound,
        "per": claim.per,
        "period_start": claim.period_start,
        "period_end": claim.period_end,
        "period_label": claim.period_label,
        "period_granularity": claim.period_granularity,
        "period_basis": claim.period_basis,
        "period_edtf": claim.period_edtf,
        "status": claim.status,
        "equivalent_value": claim.equivalent_value,
        "equivalent_unit": claim.equivalent_unit,
        "equivalent_bound": claim.equivalent_bound,
        "attributed_to": claim.attributed_to,
        "region": claim.region,
        "reference": claim.reference,
        "confidence": claim.confidence,
        "mention": claim.mention,
        "mention_start": claim.start,
        "mention_end": claim.end,
        "sentence": claim.sentence,
        "sentence_start": claim.sentence_start,
        "rule_ids": ";".join(claim.rule_ids),
        "extractor_version": extractor_version(),
    }


def rejected_frame(results: Iterable[ArticleClaims]) -> pd.DataFrame:
    """One row a figure that was read and is no claim."""
    rows: dict[str, dict[str, object]] = {}
    for result in results:
        for figure in result.extraction.rejected:
            row = _rejected_row(figure, result.stored)
            rows.setdefault(str(row["rejected_id"]), row)
    return _frame("rejected_claims", rows.values())


def _rejected_row(figure: RejectedFigure, stored: StoredArticle) -> dict[str, object]:
    parts = (stored.article_id, str(figure.start), str(figure.end), figure.reason)
    return {
        "rejected_id": hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32],
        "article_id": stored.article_id,
        "article": stored.article.name,
        "mention": figure.mention,
        "mention_start": figure.start,
        "mention_end": figure.end,
        "sentence": figure.sentence,
        "sentence_start": figure.sentence_start,
        "reason": figure.reason,
        "candidates": figure.candidates or None,
        "extractor_version": extractor_version(),
    }


def schema_rejects(bad: pd.DataFrame) -> pd.DataFrame:
    """Claims that break the schema as rows of ``rejected_claims``, with what is broken as the candidates."""

    def rows() -> Iterator[dict[str, object]]:
        for row in bad.to_dict("records"):
            parts = (row["article_id"], str(row["mention_start"]), str(row["mention_end"]), "schema", row["claim_id"])
            yield {
                **{name: row.get(name) for name, _ in TABLES["rejected_claims"].columns},
                "rejected_id": hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32],
                "reason": "schema",
                "candidates": f"{row['metric']} {row['subject']}: {row['schema_reason']}",
            }

    return _frame("rejected_claims", rows())


def _frame(table: str, rows: Iterable[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=[name for name, _ in TABLES[table].columns])
