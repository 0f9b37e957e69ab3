"""``clean`` and ``extract``: articles in, JSON Lines out, without warehouse or ledger."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rich.markup import escape

from assets.articles.model import Article
from assets.articles.reading import ReadOutcome, ReadTask, Source, read_one
from assets.claims.extract import score_rows
from assets.claims.reading import UNREAD_REASONS, StoredArticle, read_claims
from assets.resources import Workers
from pipelines.cli.documents import documents_of
from pipelines.cli.terminal import complain, errors
from pipelines.limits import limits_of
from pipelines.settings import Settings
from sources.ledger import CurrentDocument
from sources.model import Document

ARTICLES_UNREAD = 1
"""Exit code when some input could not be read; everything else was."""


def clean_to_file(paths: list[Path], output: Path, *, with_dropped: bool) -> int:
    """Write a row an article and return the exit code."""
    settings = Settings()
    refused: list[str] = []
    rows = (clean_row(article, with_dropped=with_dropped) for article in _read(paths, settings, refused))
    count = write_lines(output, rows)
    return _report(count, "articles", output, refused)


def extract_to_file(paths: list[Path], output: Path) -> int:
    """Write a row a claim and return the exit code."""
    settings = Settings()
    refused: list[str] = []
    articles = [StoredArticle(article.name, "", article) for article in _read(paths, settings, refused)]
    results = list(Workers(settings.workers).map(read_claims, articles))
    for result in results:
        refused += [
            f"{result.stored.article.name}: {figure.reason}: {figure.candidates}; report it with the file"
            for figure in result.extraction.rejected
            if figure.reason in UNREAD_REASONS
        ]
    rows = (row for result in results for row in score_rows(result.stored.article, result.extraction))
    count = write_lines(output, rows)
    return _report(count, "claims", output, refused)


def clean_row(article: Article, *, with_dropped: bool) -> dict[str, Any]:
    """An article's body and every known fact of it."""

    def day(value: object) -> str | None:
        return str(value) if value else None

    row: dict[str, Any] = {
        "article": article.name,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "language": article.language,
        "section": article.section,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "published_on": day(article.published_on),
        "published_basis": day(article.published_basis),
        "not_before": day(article.not_before),
        "not_after": day(article.not_after),
        "modified_on": day(article.modified_on),
        "body_paragraphs": list(article.paragraphs),
    }
    if with_dropped:
        row["dropped"] = [{"text": block.text, "reason": block.reason} for block in article.dropped]
        row["repairs"] = [
            {"paragraph": r.paragraph, "before": r.before, "after": r.after, "rule_id": r.rule_id}
            for r in article.repairs
        ]
    return row


def read_documents(documents: Iterable[Document], settings: Settings) -> Iterator[tuple[Document, ReadOutcome | None]]:
    """Clean documents in order; None for one that could not be taken at all."""
    taken = list(documents)
    limits = limits_of(settings)
    tasks = [
        ReadTask(_source(document), document.content, limits) for document in taken if document.content is not None
    ]
    outcomes = Workers(settings.workers).map(read_one, tasks)
    for document in taken:
        yield document, next(outcomes) if document.content is not None else None


def _read(paths: list[Path], settings: Settings, refused: list[str]) -> Iterator[Article]:
    for document, outcome in read_documents(documents_of(paths, settings), settings):
        problem = document.problem or (outcome.problem if outcome else None)
        if problem is not None:
            refused.append(f"{document.location}: {problem.reason}: {problem.detail}; {problem.cure}")
        if outcome is not None and outcome.article is not None:
            yield outcome.article


def _source(document: Document) -> Source:
    current = CurrentDocument(
        document.document_id,
        document.source_id,
        document.location,
        document.name,
        None,
        document.facts,
        "current",
        None,
    )
    return Source(document.document_id, current, "")


def write_lines(output: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write JSON Lines whole or not at all, and return how many."""
    output.parent.mkdir(parents=True, exist_ok=True)
    aside = output.with_name(f".{output.name}.part")
    count = 0
    with aside.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    aside.replace(output)
    return count


def _report(count: int, what: str, output: Path, refused: list[str]) -> int:
    for line in refused:
        complain(escape(line))
    errors.print(f"{count} {what} in {output}" + (f", {len(refused)} files not read" if refused else ""))
    return ARTICLES_UNREAD if refused else 0
