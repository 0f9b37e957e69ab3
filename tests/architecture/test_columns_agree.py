"""One table, one list of columns: Pandera, dbt's sources, contracts and staging cannot drift apart."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from warehouse.schemas import DUCKDB_TYPES, TABLES

DBT_PROJECT = Path(__file__).parents[2] / "dbt_project"
MODELS = DBT_PROJECT / "models"
FACT_TABLES = ("industrial_output", "ai_model_adoption", "provincial_subsidies")


def _sources() -> dict[str, dict[str, Any]]:
    declared = yaml.safe_load((MODELS / "staging" / "sources.yml").read_text(encoding="utf-8"))
    return {table["name"]: table for table in declared["sources"][0]["tables"]}


def _models() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(MODELS.rglob("*.yml")):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", []):
            found[model["name"]] = model | {"folder": path.parent.name, "file": path.stem}
    return found


def _column_names(model: dict[str, Any]) -> list[str]:
    return [column["name"] for column in model["columns"]]


def test_dbt_sources_are_the_tables_that_the_pipeline_writes() -> None:
    assert sorted(_sources()) == sorted(TABLES)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_pandera_and_the_dbt_source_have_the_same_columns_types_and_words(name: str) -> None:
    source, table = _sources()[name], TABLES[name]
    assert source["description"] == table.description
    assert [(column["name"], column["data_type"].upper()) for column in source["columns"]] == table.columns
    assert {column["name"]: column["description"] for column in source["columns"]} == table.descriptions


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_pandera_column_has_a_description_and_a_type_that_bi_tools_read(name: str) -> None:
    table = TABLES[name]
    assert all(len(words) > 5 for words in table.descriptions.values())
    assert {kind for _, kind in table.columns} <= set(DUCKDB_TYPES)
    assert set(table.key) <= set(table.descriptions)


def test_every_model_has_one_sql_and_one_yaml_file_of_its_name() -> None:
    sql = {path.stem for path in MODELS.rglob("*.sql")}
    models = _models()
    assert sql == set(models)
    assert all(model["file"] == name for name, model in models.items())


def test_every_model_and_column_is_described_and_says_its_grain_and_key() -> None:
    for name, model in _models().items():
        assert "Grain:" in model["description"], name
        assert all(column.get("description") for column in model["columns"]), name


def test_words_that_marts_share_are_written_once_and_all_used() -> None:
    written = re.findall(r"{% docs (\w+) %}", (MODELS / "marts" / "columns.md").read_text(encoding="utf-8"))
    used = re.findall(r"doc\('(\w+)'\)", "".join(path.read_text(encoding="utf-8") for path in MODELS.rglob("*.yml")))
    assert len(written) == len(set(written))
    assert set(written) == set(used)


@pytest.mark.parametrize("mart", FACT_TABLES)
def test_a_dated_view_has_the_columns_of_its_mart(mart: str) -> None:
    models = _models()
    assert _column_names(models[f"{mart}_dated"]) == _column_names(models[mart])


@pytest.mark.parametrize("mart", FACT_TABLES)
def test_history_can_bring_back_the_columns_that_the_marts_share(mart: str) -> None:
    models = _models()
    shared = set.intersection(*(set(_column_names(models[name])) for name in FACT_TABLES))
    assert shared <= set(_column_names(models["fact_history"]))
    assert shared <= set(_column_names(models[f"{mart}_as_of"]))


@pytest.mark.parametrize("name", ["articles", "claims", "rejected_claims", "article_log"])
def test_staging_brings_only_columns_that_the_source_has(name: str) -> None:
    assert set(_column_names(_models()[f"stg_ingested__{name}"])) <= set(TABLES[name].descriptions)
