"""Builds the whole dbt project on a small synthetic warehouse and reads the marts as an analyst would."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.pipeline.synthetic_warehouse import SyntheticArticle, build

DBT_PROJECT = Path(__file__).parents[2] / "dbt_project"
YEAR_2024: dict[str, Any] = {
    "period_start": date(2024, 1, 1),
    "period_end": date(2024, 12, 31),
    "period_basis": "text",
    "period_label": "2024",
    "period_granularity": "year",
    "period_edtf": "2024",
}
CEILING: dict[str, Any] = {
    "mart": "provincial_subsidies",
    "metric": "subsidy_ceiling",
    "object": "company",
    "unit": "CNY",
    "bound": "le",
    "status": "planned",
    **YEAR_2024,
}
CARS: dict[str, Any] = {"metric": "output_volume", "object": "car", "unit": "item", **YEAR_2024}


def dbt(arguments: list[str], warehouse: Path, target: Path) -> str:
    """Run dbt as a process of its own, as a user would, and fail on its first warning."""
    command = [str(Path(sys.executable).with_name("dbt")), "--no-use-colors", "--warn-error", *arguments]
    command += ["--project-dir", str(DBT_PROJECT), "--profiles-dir", str(DBT_PROJECT)]
    command += ["--target-path", str(target / "target"), "--log-path", str(target / "logs")]
    environment = os.environ | {"JALONS_WAREHOUSE": str(warehouse), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    found = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)
    assert found.returncode == 0, found.stdout[-6000:] + found.stderr[-2000:]
    return found.stdout


def articles() -> list[SyntheticArticle]:
    original = SyntheticArticle("original.txt", published_on=date(2025, 5, 2)).says(
        "Chongqing fabrique 30 % des ordinateurs portables du pays.", "30 %", region="CN-CQ"
    )
    rewrite = (
        SyntheticArticle(
            "rewrite.txt", published_on=date(2025, 5, 4), derived_from="original.txt", derivation_kind="rewrite"
        )
        .says("La ville assemble 30 % des portables chinois.", "30 %", region="CN-CQ")
        .says("Elle fournit la moitié des composants.", "la moitié", value=0.5, object="smartphone_component")
    )
    cities = (
        SyntheticArticle("villes.txt")
        .says(
            "Environ 300 000 voitures sont sorties de Shenzhen.",
            "300 000",
            subject="Shenzhen",
            value=3e5,
            bound="approx",
            **CARS,
        )
        .says("Shenzhen a produit 295 000 voitures en 2024.", "295 000", subject="Shenzhen", value=295_000, **CARS)
        .says("Canton en a construit 410 000.", "410 000", subject="Guangzhou", value=410_000, **CARS)
        .says("La province en compte 900 000.", "900 000", subject="Guangdong", value=900_000, **CARS)
    )
    conflicting = SyntheticArticle("autre.txt").says(
        "Selon le Hubei, 520 000 voitures ont été produites.", "520 000", subject="Hubei", value=520_000, **CARS
    )
    conflicted = SyntheticArticle("contredit.txt").says(
        "Le Hubei a produit 610 000 voitures.", "610 000", subject="Hubei", value=610_000, **CARS
    )
    scheme = (
        SyntheticArticle("aides.txt")
        .says(
            "Le Guangdong donne jusqu'à 50 millions de yuans (6,9 millions de dollars).",
            "50 millions de yuans",
            subject="Guangdong",
            value=5e7,
            equivalent_value=6.9e6,
            equivalent_unit="USD",
            equivalent_bound="eq",
            **CEILING,
        )
        .says(
            "Shenzhen ajoute 8 millions de yuans au plus.",
            "8 millions de yuans",
            subject="Shenzhen",
            value=8e6,
            **CEILING,
        )
        .says(
            "Un fonds de 50 millions de yuans est doté.",
            "50 millions de yuans",
            subject="Guangdong",
            value=5e7,
            **(CEILING | {"metric": "programme_budget", "bound": "eq"}),
        )
    )
    models = (
        SyntheticArticle("modeles.txt")
        .says(
            "DeepSeek-R1 est paru en janvier.",
            "DeepSeek-R1",
            mart="ai_model_adoption",
            metric="release",
            subject="DeepSeek-R1",
            object=None,
            value=None,
            unit=None,
            period_start=None,
            period_end=None,
        )
        .says(
            "Modèle Zéro revendique 3 millions d'utilisateurs.",
            "3 millions",
            mart="ai_model_adoption",
            metric="active_users",
            subject="Modèle Zéro",
            object=None,
            value=3e6,
            unit="person",
        )
    )
    withdrawn = SyntheticArticle("retire.txt", status="withdrawn").says(
        "Le Hunan a produit 7 voitures.", "7", subject="Hunan", value=7, **CARS
    )
    copies = [
        SyntheticArticle(
            f"copie{n}.txt", published_on=date(2025, 6, n), derived_from="copie1.txt" if n > 1 else None
        ).says(
            "Anhui emploie 80 000 ouvriers.",
            "80 000",
            metric="workforce",
            subject="Anhui",
            object=None,
            value=80_000,
            unit="person",
        )
        for n in range(1, 11)
    ]
    return [original, rewrite, cities, conflicting, conflicted, scheme, models, withdrawn, *copies]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dbt")
    path = build(folder / "warehouse.duckdb", articles())
    dbt(["build"], path, folder)
    return path


def rows(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_a_rewrite_counts_as_an_article_but_not_as_an_independent_source(warehouse: Path) -> None:
    query = """select object, source_count, independent_source_count, found_in_rewrite_only, evidence_article
        from marts.industrial_output where metric = 'output_share' order by object"""
    assert rows(warehouse, query) == [
        ("laptop", 2, 1, False, "original.txt"),
        ("smartphone_component", 1, 1, True, "rewrite.txt"),
    ]


def test_ten_copies_of_one_text_are_one_independent_source(warehouse: Path) -> None:
    query = """select source_count, independent_source_count, first_published_on, last_published_on
        from marts.industrial_output where metric = 'workforce'"""
    assert rows(warehouse, query) == [(10, 1, date(2025, 6, 1), date(2025, 6, 10))]


def test_a_rounding_and_the_exact_figure_are_one_fact_shown_by_the_exact_figure(warehouse: Path) -> None:
    query = """select value, bound, claim_count, value_low, value_high, has_conflict, evidence_mention
        from marts.industrial_output where subject = 'Shenzhen'"""
    assert rows(warehouse, query) == [(295_000, "eq", 2, 295_000, 300_000, False, "295 000")]


def test_conflicting_figures_stand_side_by_side_with_their_range(warehouse: Path) -> None:
    query = """select value, has_conflict, conflict_scope, value_low, value_high, is_additive
        from marts.industrial_output where subject = 'Hubei' order by value"""
    assert rows(warehouse, query) == [
        (520_000, True, "between_sources", 520_000, 610_000, False),
        (610_000, True, "between_sources", 520_000, 610_000, False),
    ]


def test_ceilings_of_city_and_province_and_a_budget_are_three_facts_that_do_not_add_up(warehouse: Path) -> None:
    query = """select subject, place_level, province_code, statement_type, value, usd_value, usd_basis, is_additive
        from marts.provincial_subsidies order by statement_type, place_level"""
    found = rows(warehouse, query)
    assert [row[:5] for row in found] == [
        ("Guangdong", "province", "CN-GD", "budget", 5e7),
        ("Shenzhen", "city", "CN-GD", "ceiling", 8e6),
        ("Guangdong", "province", "CN-GD", "ceiling", 5e7),
    ]
    assert found[2][5:7] == (6.9e6, "as_given")
    assert not any(row[7] for row in found)


def test_an_amount_without_equivalent_is_converted_with_its_rate_or_not_at_all(warehouse: Path) -> None:
    query = """select usd_basis, usd_value = value * usd_rate, usd_rate_year, usd_rate_source is not null
        from marts.provincial_subsidies where subject = 'Shenzhen'"""
    assert rows(warehouse, query) == [("converted", True, 2024, True)]


def test_cities_add_up_to_their_province_only_in_the_view_that_says_so(warehouse: Path) -> None:
    query = """select province_code, city_value, city_count, province_value
        from marts.industrial_output_by_province where metric = 'output_volume'"""
    assert rows(warehouse, query) == [("CN-GD", 705_000, 2, 900_000)]


def test_undated_facts_are_kept_and_left_out_of_the_dated_view(warehouse: Path) -> None:
    query = (
        "select metric, subject, is_subject_resolved, period_label, value from marts.ai_model_adoption order by metric"
    )
    assert rows(warehouse, query) == [
        ("active_users", "Modèle Zéro", False, "2025-05-02", 3e6),
        ("release", "DeepSeek-R1", True, "undated", None),
    ]
    assert rows(warehouse, "select metric from marts.ai_model_adoption_dated") == [("active_users",)]


def test_a_withdrawn_article_is_in_the_log_alone(warehouse: Path) -> None:
    assert rows(warehouse, "select count(*) from marts.claims where article = 'retire.txt'") == [(0,)]
    assert rows(warehouse, "select count(*) from marts.industrial_output where subject = 'Hunan'") == [(0,)]
    assert rows(warehouse, "select status from marts.article_log where article = 'retire.txt'") == [("withdrawn",)]


def test_every_claim_supports_one_fact_of_its_mart(warehouse: Path) -> None:
    facts = " union all ".join(
        f"select fact_id, '{mart}' as mart, claim_count from marts.{mart}"
        for mart in ("industrial_output", "ai_model_adoption", "provincial_subsidies")
    )
    query = f"""select count(*) from marts.claims full join ({facts}) as facts using (fact_id, mart)
        where claim_id is null or claim_count is null"""
    assert rows(warehouse, query) == [(0,)]
    assert rows(warehouse, f"select sum(claim_count)::bigint from ({facts})") == rows(
        warehouse, "select count(*) from marts.claims"
    )


def test_marts_hold_only_types_that_bi_tools_read(warehouse: Path) -> None:
    query = """select distinct data_type from information_schema.columns where table_schema = 'marts' order by 1"""
    assert {row[0] for row in rows(warehouse, query)} <= {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}


def test_every_table_and_column_of_the_marts_carries_its_comment(warehouse: Path) -> None:
    tables = """select table_name from duckdb_tables() where schema_name = 'marts' and comment is null
        union all select view_name from duckdb_views() where schema_name = 'marts' and comment is null"""
    columns = "select table_name, column_name from duckdb_columns() where schema_name = 'marts' and comment is null"
    assert rows(warehouse, tables) == []
    assert rows(warehouse, columns) == []


def test_views_read_nothing_outside_their_schema(warehouse: Path) -> None:
    found = rows(warehouse, "select view_name, sql from duckdb_views() where schema_name = 'marts'")
    assert len(found) >= 5
    assert all("warehouse.marts" not in sql and "intermediate" not in sql for _, sql in found)


def test_a_second_build_of_the_same_claims_gives_the_same_marts(warehouse: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "warehouse.duckdb", list(reversed(articles())))
    dbt(["build", "--exclude-resource-type", "test", "unit_test"], again, tmp_path)
    for table in ("industrial_output", "ai_model_adoption", "provincial_subsidies", "claims", "claim_sources"):
        query = f"select * from marts.{table} order by all"
        assert rows(again, query) == rows(warehouse, query)
