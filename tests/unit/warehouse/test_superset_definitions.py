"""What Superset is told holds together without Superset: names exist, nothing is added up, the second time is quiet."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from warehouse.bi.superset import register as register_module
from warehouse.bi.superset.charts import Chart
from warehouse.bi.superset.client import Body, Superset
from warehouse.bi.superset.dashboard import TABS, charts, identity, layout
from warehouse.bi.superset.datasets import DATASETS, FACT_METRICS, columns_of

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "warehouse" / "bi" / "superset"
MODELS = ROOT / "dbt_project" / "models" / "marts"
ALL_CHARTS = list(charts())
# What a chart's form names columns by; computed columns and filters in SQL are Superset's test.
COLUMN_KEYS = ("x_axis", "entity", "groupby", "all_columns")


def _words() -> dict[str, tuple[str, dict[str, str]]]:
    found = {}
    for path in MODELS.glob("*.yml"):
        for model in yaml.safe_load(path.read_text(encoding="utf-8")).get("models", []):
            columns = {column["name"]: column["description"] for column in model["columns"]}
            found[model["name"]] = (model["description"], columns)
    return found


WORDS = _words()
COLUMNS = {dataset.name: set(columns_of(dataset, WORDS)) for dataset in DATASETS}


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.name)
def test_a_dataset_is_a_published_relation_with_the_columns_of_the_table_that_describes_it(dataset):
    for name in dataset.union or (dataset.name,):
        assert columns_of(dataset, WORDS).keys() - {"mart"} <= WORDS[name][1].keys()
    assert dataset.time is None or dataset.time in COLUMNS[dataset.name]


@pytest.mark.parametrize("chart", ALL_CHARTS, ids=lambda chart: chart.key)
def test_a_chart_names_columns_and_metrics_that_its_dataset_has(chart: Chart):
    form, columns = chart.form, COLUMNS[chart.dataset]
    for key in COLUMN_KEYS:
        value = form.get(key, [])
        assert {name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)} <= columns
    assert {item["subject"] for item in form.get("adhoc_filters", []) if item["expressionType"] == "SIMPLE"} <= columns
    assert {json.loads(order)[0] for order in form.get("order_by_cols", [])} <= columns
    metrics = {*form.get("metrics", []), *([form["metric"]] if "metric" in form else [])}
    assert metrics <= {metric["metric_name"] for metric in FACT_METRICS}


@pytest.mark.parametrize("chart", ALL_CHARTS, ids=lambda chart: chart.key)
def test_no_chart_adds_values_up_and_one_that_shows_values_has_one_metric_and_unit(chart: Chart):
    metrics = {*chart.form.get("metrics", []), *([chart.form["metric"]] if "metric" in chart.form else [])}
    assert metrics <= {"facts", "latest_value", "highest_value"}
    assert "SUM" not in json.dumps(chart.form).upper()
    if metrics - {"facts"}:
        fixed = {item["subject"]: item["operator"] for item in chart.form["adhoc_filters"]}
        assert fixed["metric"] == fixed["unit"] == fixed["statement_type"] == "=="
    else:
        assert chart.viz in {"table", "country_map", "big_number_total", "echarts_timeseries_bar"}


def test_the_only_saved_sum_is_guarded():
    sums = [metric["expression"] for metric in FACT_METRICS if "SUM(" in metric["expression"]]
    assert len(sums) == 1
    assert sums[0].startswith("CASE WHEN BOOL_AND(is_additive)")


def test_the_layout_shows_every_chart_once_in_rows_of_twelve_columns():
    numbers = {chart.key: number for number, chart in enumerate(ALL_CHARTS, start=1)}
    assert len(numbers) == len(ALL_CHARTS)
    tree = layout(numbers)
    shown = [node["meta"]["chartId"] for node in tree.values() if isinstance(node, dict) and node["type"] == "CHART"]
    assert sorted(shown) == sorted(numbers.values())
    for node in (node for node in tree.values() if isinstance(node, dict)):
        assert all(child in tree for child in node.get("children", []))
    assert all(sum(width for _, width in row) == 12 for tab in TABS for _, row in tab.rows)


def test_dbt_knows_the_dashboard_and_what_it_reads():
    exposures = yaml.safe_load((MODELS / "exposures.yml").read_text(encoding="utf-8"))["exposures"]
    (dashboard,) = (exposure for exposure in exposures if exposure["name"] == "superset_dashboard")
    read = {re.fullmatch(r"ref\('(\w+)'\)", name).group(1) for name in dashboard["depends_on"]}
    assert read == {name for dataset in DATASETS for name in dataset.union or (dataset.name,)}


def test_every_requirement_is_pinned_and_superset_keeps_its_sqlalchemy():
    lines = [
        line for line in (FOLDER / "requirements.txt").read_text().splitlines() if line and not line.startswith("#")
    ]
    assert all(re.match(r"[a-z0-9._-]+==\S+( ;.*)?$", line) for line in lines)
    pins = dict(line.split(" ;")[0].split("==") for line in lines)
    assert pins["apache-superset"] == "6.1.0"
    assert pins["sqlalchemy"].startswith("1.4.")
    assert {"duckdb-engine", "duckdb", "rich", "cachetools", "flask-caching", "gunicorn"} <= pins.keys()


@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_sound_bash_that_stops_at_the_first_fault(script: Path):
    subprocess.run(["bash", "-n", script], check=True)
    text = script.read_text(encoding="utf-8")
    assert script.name == "environment.sh" or "\nset -euo pipefail\n" in text
    assert "password" not in re.sub(r"admin_password|password in|A new password|given to the user", "", text)


class Fake(Superset):
    """Keeps what it is sent, as Superset does, without a network."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:0")
        self.kept: dict[str, dict[int, dict[str, Any]]] = {}
        self.writes = 0

    def send(self, method: str, path: str, body: Body | None = None) -> dict[str, Any]:
        kind, _, rest = path.partition("/")
        objects = self.kept.setdefault(kind, {})
        if method != "GET":
            self.writes += 1
        if method == "POST":
            new = {"id": len(objects) + 1, "dashboards": [], "columns": [], "metrics": [], "sql": None, **(body or {})}
            objects[new["id"]] = new
            if kind == "dataset":
                self._read_columns(new)
            return {"id": new["id"]}
        number = int(rest.split("/")[0])
        if rest.endswith("/charts"):
            shown = [chart for chart in self.kept["chart"].values() if {"id": number} in chart["dashboards"]]
            return {"result": shown}
        if rest.endswith("/refresh"):
            self._read_columns(objects[number])
        elif method == "PUT":
            change = dict(body or {})
            if kind == "chart" and "dashboards" in change:
                change["dashboards"] = [{"id": each} for each in change["dashboards"]]
            objects[number].update(change)
        return {"result": objects[number]}

    def _read_columns(self, dataset: dict[str, Any]) -> None:
        (definition,) = (each for each in DATASETS if each.name == dataset["table_name"])
        dataset["columns"] = [
            {"id": number, "column_name": name, "description": None, "extra": "{}"}
            for number, name in enumerate(columns_of(definition, WORDS))
        ]

    def find(self, kind: str, column: str, value: str) -> int | None:
        return next((key for key, one in self.kept.get(kind, {}).items() if one[column] == value), None)

    def get(self, kind: str, key: str | int) -> dict[str, Any] | None:
        for one in self.kept.get(kind, {}).values():
            if key in (one["id"], one.get("uuid"), one.get("slug"), f"{one['id']}/connection"):
                return one
        return None


@pytest.fixture
def published(tmp_path: Path) -> Path:
    resources = [
        {"name": name, "description": about, "schema": {"fields": [
            {"name": column, "description": words} for column, words in columns.items()]}}
        for name, (about, columns) in WORDS.items()
    ]  # fmt: skip
    (tmp_path / "parquet").mkdir()
    (tmp_path / "parquet" / "datapackage.json").write_text(json.dumps({"resources": resources}))
    return tmp_path


def _registered(server: Superset, published: Path) -> Mapping[str, list[str]]:
    server.created, server.changed = [], []
    register_module.register(server, published)
    return {"created": server.created, "changed": server.changed}


def test_registering_twice_writes_once(published: Path):
    server = Fake()
    first = _registered(server, published)
    assert len(first["created"]) == 1 + len(DATASETS) + len(ALL_CHARTS) + 1
    writes = server.writes
    assert _registered(server, published) == {"created": [], "changed": []}
    assert server.writes == writes


def test_a_chart_of_an_older_dashboard_is_taken_off_and_kept(published: Path):
    server = Fake()
    _registered(server, published)
    old = server.send("POST", "chart/", {"slice_name": "Old", "dashboards": [{"id": 1}]})["id"]
    assert _registered(server, published)["changed"] == ["chart Old: taken off the dashboard"]
    assert server.kept["chart"][old]["dashboards"] == []


def test_a_column_that_a_release_brings_is_read_and_described(published: Path):
    server = Fake()
    _registered(server, published)
    claims = server.get("dataset", identity("dataset", "claims"))
    assert claims
    claims["columns"].pop()
    assert any(change.startswith("dataset claims: columns") for change in _registered(server, published)["changed"])
    assert {column["column_name"] for column in claims["columns"]} == COLUMNS["claims"]
    assert all(column["description"] for column in claims["columns"])
