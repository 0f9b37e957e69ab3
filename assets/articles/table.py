"""Clean articles as data frames: rows of the tables ``articles``, ``dropped_blocks`` and ``article_log``."""

from collections.abc import Iterable, Sequence

import duckdb
import pandas as pd

from assets.articles.model import Article
from assets.articles.near_duplicates import Candidate, find_derivations
from assets.articles.reading import LogEntry, ReadingPolicy, ReadOutcome, cleaner_version
from sources.model import Problem
from warehouse.schemas import TABLES
from warehouse.store import SCHEMA


def _frame(table: str, rows: Iterable[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=[name for name, _ in TABLES[table].columns])


def articles_frame(outcomes: Iterable[ReadOutcome], policy: ReadingPolicy) -> pd.DataFrame:
    """One row a clean article; derivations are filled in once all articles are known."""
    rows = [_article_row(outcome, outcome.article, policy) for outcome in outcomes if outcome.article is not None]
    return _frame("articles", rows)


def _article_row(outcome: ReadOutcome, article: Article, policy: ReadingPolicy) -> dict[str, object]:
    document = outcome.source.document
    return {
        "article_id": outcome.source.article_id,
        "article": article.name,
        "source_id": document.source_id,
        "document_id": document.document_id,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "language": article.language,
        "section": article.section,
        "published_on": article.published_on,
        "published_basis": str(article.published_basis) if article.published_basis else None,
        "not_before": article.not_before,
        "not_after": article.not_after,
        "modified_on": article.modified_on,
        "text": article.text,
        "headings": ",".join(map(str, article.headings)) or None,
        "paragraph_count": len(article.paragraphs),
        "word_count": len(article.text.split()),
        "is_extracted": article.language in policy.extracted_languages,
        "derived_from_article_id": None,
        "derivation_kind": None,
        "derivation_similarity": None,
        "content_sha256": document.content_sha256,
        "cleaner_version": cleaner_version(),
    }


def dropped_blocks_frame(outcomes: Iterable[ReadOutcome]) -> pd.DataFrame:
    """One row a block that was left out of a body, in reading order, with the reason."""
    return _frame(
        "dropped_blocks",
        (
            {"article_id": outcome.source.article_id, "position": position, "text": block.text, "reason": block.reason}
            for outcome in outcomes
            if outcome.article is not None
            for position, block in enumerate(outcome.article.dropped)
            if block.text.strip()
        ),
    )


def article_log_frame(entries: Sequence[LogEntry]) -> pd.DataFrame:
    """One row a document ever seen, with what became of it."""
    return _frame(
        "article_log",
        (
            {
                "document_id": entry.document.document_id,
                "source_id": entry.document.source_id,
                "article": entry.document.name,
                "location": entry.document.location,
                "content_sha256": entry.document.content_sha256,
                "article_id": entry.document.article_id,
                "status": entry.status,
                "reason": entry.problem.reason if entry.problem else None,
                "detail": entry.problem.detail if entry.problem else None,
                "cure": entry.problem.cure if entry.problem else None,
            }
            for entry in entries
        ),
    )


def schema_problems(bad: pd.DataFrame) -> dict[str, Problem]:
    """Why each row that broke the schema is set aside, by article id."""
    cure = "correct the fact in the source or its manifest"
    return {
        row["article_id"]: Problem("schema", f"{row['article']}: {row['schema_reason']}", cure)
        for row in bad.to_dict("records")
    }


def stored_articles(connection: duckdb.DuckDBPyConnection) -> dict[str, str | None]:
    """Language of every stored article by its id."""
    rows = connection.execute(f"SELECT article_id, language FROM {SCHEMA}.articles ORDER BY 1").fetchall()  # noqa: S608
    return dict(rows)


def derivations_frame(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """Which stored article copies or rewrites which: one row an article, nulls where it stands for itself."""
    rows = connection.execute(
        f"SELECT article_id, text, title, published_on, publisher FROM {SCHEMA}.articles ORDER BY 1"  # noqa: S608
    ).fetchall()
    found = {derivation.article_id: derivation for derivation in find_derivations([Candidate(*row) for row in rows])}
    return pd.DataFrame(
        [
            {
                "article_id": row[0],
                "derived_from_article_id": found[row[0]].derived_from if row[0] in found else None,
                "derivation_kind": found[row[0]].kind if row[0] in found else None,
                "derivation_similarity": found[row[0]].similarity if row[0] in found else None,
            }
            for row in rows
        ],
        columns=["article_id", "derived_from_article_id", "derivation_kind", "derivation_similarity"],
    )
