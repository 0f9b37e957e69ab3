"""Runs the dbt project several times over a warehouse whose articles change, and reads what history says of it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.pipeline.synthetic_warehouse import SyntheticArticle, build
from tests.pipeline.test_dbt_project import CARS, dbt, rows
from warehouse.differences import UnknownRunError, differences, runs

SELECTION = [
    "--select",
    "+fact_changes",
    "+industrial_output_as_of",
    "+industrial_output",
    "--exclude-resource-type",
    "test",
    "unit_test",
]


def hubei(value: float, mention: str, *, version: int = 1) -> SyntheticArticle:
    return SyntheticArticle("hubei.txt", version=version).says(
        f"Le Hubei a produit {mention} voitures en 2024.", mention, subject="Hubei", value=value, **CARS
    )


def anhui(name: str, *, copy_of: str | None = None) -> SyntheticArticle:
    return SyntheticArticle(name, derived_from=copy_of).says(
        "L'Anhui a produit 80 000 voitures en 2024.", "80 000", subject="Anhui", value=80_000, **CARS
    )


def hunan() -> SyntheticArticle:
    return SyntheticArticle("hunan.txt").says(
        "Le Hunan a produit 70 voitures en 2024.", "70", subject="Hunan", value=70, **CARS
    )


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Day one: three articles. Today: nothing new; then Hubei corrected, Anhui copied, Hunan withdrawn."""
    folder = tmp_path_factory.mktemp("history")
    path = folder / "warehouse.duckdb"
    with pytest.MonkeyPatch.context() as environment:
        first = [hubei(520_000, "520 000"), anhui("anhui.txt"), hunan()]
        second = [hubei(610_000, "610 000", version=2), anhui("anhui.txt"), anhui("copie.txt", copy_of="anhui.txt")]
        for number, articles in enumerate([first, first, second], start=1):
            environment.setenv("JALONS_RUN_ID", f"run-{number}")
            build(path, articles)
            dbt(["build", *SELECTION], path, folder)
            if number == 1:
                _record_a_week_earlier(path)
    return path


def _record_a_week_earlier(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("update marts.fact_history set recorded_on = recorded_on - 7")


def test_a_run_that_changes_nothing_writes_no_history(warehouse: Path) -> None:
    assert rows(warehouse, "select distinct run_id from marts.fact_history order by 1") == [("run-1",), ("run-3",)]


def test_every_change_names_the_article_that_caused_it(warehouse: Path) -> None:
    query = """select subject, change, cause, cause_article, previous_value, value, previous_source_count, source_count
        from marts.fact_changes order by subject"""
    expected: list[tuple[Any, ...]] = [
        ("Anhui", "changed", "new_article", "copie.txt", 80_000, 80_000, 1, 2),
        ("Hubei", "value_changed", "article_corrected", "hubei.txt", 520_000, 610_000, 1, 1),
        ("Hunan", "gone", "article_withdrawn", "hunan.txt", 70, None, 1, None),
    ]
    assert rows(warehouse, query) == expected


def test_the_marts_can_be_read_as_they_stood_on_a_day(warehouse: Path) -> None:
    (today,) = rows(warehouse, "select max(recorded_on) from marts.fact_history")[0]
    yesterday = today - timedelta(days=1)

    def stood(day: date) -> list[tuple[Any, ...]]:
        query = f"""select subject, value, source_count, evidence_sentence is not null
            from marts.industrial_output_as_of where as_of_date = date '{day}' order by subject"""
        return rows(warehouse, query)

    assert stood(yesterday) == [("Anhui", 80_000, 1, True), ("Hubei", 520_000, 1, True), ("Hunan", 70, 1, True)]
    assert stood(today) == [("Anhui", 80_000, 2, True), ("Hubei", 610_000, 1, True)]
    assert stood(yesterday - timedelta(days=30)) == []


def test_the_present_mart_is_what_history_says_of_today(warehouse: Path) -> None:
    query = """select fact_id, value, source_count from marts.{} order by fact_id"""
    today = "industrial_output_as_of where as_of_date = (select max(recorded_on) from marts.fact_history)"
    assert rows(warehouse, query.format(today)) == rows(warehouse, query.format("industrial_output"))


def test_two_runs_are_told_apart_by_name_or_number(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        assert [(run.number, run.run_id) for run in runs(connection)] == [(1, "run-1"), (2, "run-2"), (3, "run-3")]
        assert differences(connection, "run-1", "run-2") == ()
        found = differences(connection, "run-2", "run-3")
        assert differences(connection, "1", "3") == found
        assert [(one.subject, one.change, one.cause, one.cause_article) for one in found] == [
            ("Anhui", "changed", "new_article", "copie.txt"),
            ("Hubei", "value_changed", "article_corrected", "hubei.txt"),
            ("Hunan", "gone", "article_withdrawn", "hunan.txt"),
        ]
        assert [(one.value_before, one.value_after) for one in found] == [
            (80_000, 80_000),
            (520_000, 610_000),
            (70, None),
        ]
        with pytest.raises(UnknownRunError, match="run-9: no such run; the warehouse has runs 1 to 3"):
            differences(connection, "run-9", "run-1")
