"""Builds a small warehouse of schema ``ingested`` from a few articles and claims, for tests of dbt and publishing.

Rows are checked by the same Pandera schemas as the pipeline's, and the reference tables are the project's own.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from assets.marts.table import reference_frames
from warehouse.schemas import REFERENCE_TABLES, TABLES, Table, validated

REFERENCE_FOLDER = Path(__file__).parents[2] / "sources" / "reference"
Row = dict[str, Any]


def hex_id(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32]


@dataclass
class SyntheticArticle:
    """An article whose text is made of the sentences of its claims; a corrected one has the next version."""

    name: str
    published_on: date | None = date(2025, 5, 2)
    derived_from: str | None = None
    derivation_kind: str | None = None
    author: str | None = None
    status: str = "published"
    version: int = 1
    claims: list[Row] = field(default_factory=list)
    extra: Row = field(default_factory=dict)

    @property
    def article_id(self) -> str:
        return hex_id("article", self.name, self.version)

    def says(self, sentence: str, mention: str, **slots: Any) -> "SyntheticArticle":
        """Add a claim; ``slots`` override the defaults of a share of Chongqing as of publication."""
        self.claims.append({"sentence": sentence, "mention": mention, **slots})
        return self

    def rows(self) -> tuple[Row, list[Row]]:
        claims: list[Row] = []
        lines: list[str] = []
        offset = 0
        for number, slots in enumerate(self.claims):
            sentence = slots["sentence"]
            start = offset + sentence.index(slots["mention"])
            claims.append(self._claim(number, slots, start, offset))
            lines.append(sentence)
            offset += len(sentence) + 1
        text = "\n".join(lines) or "Un article sans chiffre."
        article = {
            "article_id": self.article_id,
            "article": self.name,
            "source_id": "synthetic",
            "document_id": hex_id("document", self.name),
            "title": f"Titre de {self.name}",
            "url": f"https://presse.example/{self.name}",
            "author": self.author,
            "language": "fr",
            "published_on": self.published_on,
            "published_basis": "manifest" if self.published_on else None,
            "text": text,
            "paragraph_count": max(1, len(lines)),
            "word_count": len(text.split()),
            "is_extracted": True,
            "derived_from_article_id": hex_id("article", self.derived_from, 1) if self.derived_from else None,
            "derivation_kind": self.derivation_kind or ("copy" if self.derived_from else None),
            "derivation_similarity": 0.95 if self.derived_from else None,
            "content_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "cleaner_version": "1",
        }
        return article | self.extra, claims

    def _claim(self, number: int, slots: Row, start: int, offset: int) -> Row:
        as_of_publication = {
            "period_start": self.published_on,
            "period_end": self.published_on,
            "period_basis": "publication",
        }
        row: Row = {
            "claim_id": hex_id("claim", self.name, self.version, number),
            "article_id": self.article_id,
            "article": self.name,
            "mart": "industrial_output",
            "metric": "output_share",
            "subject": "Chongqing",
            "object": "laptop",
            "value": 0.3,
            "unit": "ratio",
            "bound": "eq",
            **as_of_publication,
            "status": "actual",
            "confidence": 0.9,
            "mention_start": start,
            "mention_end": start + len(slots["mention"]),
            "sentence_start": offset,
            "rule_ids": "synthetic",
            "extractor_version": "1",
        }
        return row | slots


def build(path: Path, articles: Sequence[SyntheticArticle], *, log: Sequence[Row] = ()) -> Path:
    """Write the warehouse file anew and return its path."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for article in articles:
        article_row, claim_rows = article.rows()
        rows["articles"].append(article_row)
        rows["claims"] += claim_rows
        rows["article_log"].append(
            {
                "document_id": article_row["document_id"],
                "source_id": "synthetic",
                "article": article.name,
                "location": f"synthetic/{article.name}",
                "content_sha256": article_row["content_sha256"],
                "article_id": article.article_id,
                "status": article.status,
            }
        )
    rows["article_log"] += [dict(row) for row in log]
    reference = reference_frames(REFERENCE_FOLDER)
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS ingested")
        for name, table in TABLES.items():
            frame = reference[name] if name in REFERENCE_TABLES else _frame(table, rows[name])
            _write(connection, table, frame)
    return path


def _frame(table: Table, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    unknown = {key for row in rows for key in row} - {name for name, _ in table.columns}
    assert not unknown, f"{table.name} has no column {sorted(unknown)}"
    frame = pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype=_dtype(kind)) for name, kind in table.columns}
    )
    return validated(table, frame)


def _dtype(duckdb_type: str) -> str:
    return {"BIGINT": "int64", "DOUBLE": "float64", "BOOLEAN": "bool", "VARCHAR": "str"}.get(duckdb_type, "object")


def _write(connection: duckdb.DuckDBPyConnection, table: Table, frame: pd.DataFrame) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns)
    connection.execute(f"CREATE OR REPLACE TABLE ingested.{table.name} ({columns})")
    connection.register("incoming", frame)
    casts = ", ".join(f'CAST("{name}" AS {kind})' for name, kind in table.columns)
    connection.execute(f"INSERT INTO ingested.{table.name} SELECT {casts} FROM incoming")
    connection.unregister("incoming")
