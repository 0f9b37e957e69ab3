"""A published file with the columns that the contracts of the dbt models name, and facts of a test's own."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import yaml

MODELS = Path(__file__).parents[3] / "dbt_project" / "models" / "marts"
TABLES = (
    "industrial_output",
    "ai_model_adoption",
    "provincial_subsidies",
    "articles",
    "claims",
    "metrics",
    "places",
    "fact_history",
)
PROVINCES = [("CN-CQ", "Chongqing"), ("CN-GD", "Guangdong"), ("CN-TW", "Taiwan")]
SENTENCE, MENTION = "Chongqing a fabriqué 30 % des ordinateurs portables du monde en 2024.", "30 %"
Row = dict[str, Any]

FACT: Row = {
    "metric": "output_share",
    "subject": "Chongqing",
    "subject_kind": "place",
    "is_subject_resolved": True,
    "place_level": "province",
    "region_code": "CN-CQ",
    "province_code": "CN-CQ",
    "object": "laptop",
    "value": 0.3,
    "unit": "ratio",
    "bound": "eq",
    "has_conflict": False,
    "statement_type": "observed",
    "status": "actual",
    "accumulation": "share",
    "is_additive": False,
    "period_start": date(2024, 1, 1),
    "period_end": date(2024, 12, 31),
    "period_label": "2024",
    "period_basis": "text",
    "period_granularity": "year",
    "is_dated": True,
    "reference_date": date(2024, 12, 31),
    "reference_year": 2024,
    "confidence": 0.9,
    "claim_count": 1,
    "source_count": 1,
    "independent_source_count": 1,
    "found_in_rewrite_only": False,
    "last_published_on": date(2025, 5, 2),
    "evidence_article_id": "a1",
    "evidence_sentence": SENTENCE,
    "evidence_mention": MENTION,
}
ARTICLE: Row = {
    "article_id": "a1",
    "article": "a1.html",
    "title": "Chongqing, capitale du portable",
    "url": "https://presse.example/portables",
    "publisher": "La Gazette",
    "language": "fr",
    "published_on": date(2025, 5, 2),
    "claim_count": 1,
    "source_key": "a1",
}


def build_marts(path: Path, *facts: Row, articles: tuple[Row, ...] = (ARTICLE,)) -> Path:
    """Write a published file; a fact names its mart under ``mart`` and what differs from a share of Chongqing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(path)) as connection:
        for name in TABLES:
            connection.execute(f"CREATE TABLE {name} ({', '.join(_columns(name))})")
        for code, name in PROVINCES:
            _insert(connection, "places", {"place_id": code, "iso3166_2": code, "name_en": name})
        _insert(connection, "metrics", {"metric": "output_share", "definition": "Share in a wider output"})
        for article in articles:
            _insert(connection, "articles", article)
        for number, fact in enumerate(facts):
            row = FACT | {"fact_id": f"f{number}", "question_id": f"q{number}"} | fact
            start = row["evidence_sentence"].index(row["evidence_mention"])
            row |= {"evidence_mention_start": start, "evidence_mention_end": start + len(row["evidence_mention"])}
            _insert(connection, row.pop("mart", "industrial_output"), row)
    return path


def multiply(path: Path, count: int) -> None:
    """Turn the only fact of industrial_output into many, of many subjects, metrics, days and values."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "CREATE TEMP TABLE many AS SELECT fact.* REPLACE ("
            " 'f' || i AS fact_id, 'metric_' || i % 60 AS metric, 'Subject ' || i % 997 AS subject,"
            " 'object_' || i % 13 AS object, i / 7.0 AS value, 'tonne' AS unit, 'period_flow' AS accumulation,"
            " repeat('Une longue phrase de presse. ', 40) || '30 %' AS evidence_sentence,"
            " 1160 AS evidence_mention_start, 1164 AS evidence_mention_end,"
            " DATE '2000-01-01' + (i % 9000)::INTEGER AS reference_date)"
            f" FROM industrial_output fact, range({count}) numbers(i)"
        )
        connection.execute("DELETE FROM industrial_output")
        connection.execute("INSERT INTO industrial_output SELECT * FROM many")


@cache
def _columns(name: str) -> list[str]:
    (model,) = yaml.safe_load((MODELS / f"{name}.yml").read_text(encoding="utf-8"))["models"]
    return [f'"{column["name"]}" {column["data_type"]}' for column in model["columns"]]


def _insert(connection: duckdb.DuckDBPyConnection, table: str, row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))
