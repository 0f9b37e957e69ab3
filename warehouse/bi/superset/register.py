"""Registers the published marts in a running Superset: database, datasets with their words, charts, dashboard.

    python -m warehouse.bi.superset.register --url http://127.0.0.1:8088 --home warehouse/data

Run again, it changes only what differs: objects are found by UUIDs that are made from their names.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from warehouse.bi.superset.client import Superset, SupersetError
from warehouse.bi.superset.dashboard import SLUG, TITLE, charts, form_data, identity, layout
from warehouse.bi.superset.datasets import (
    DATASETS,
    Dataset,
    Words,
    columns_as_described,
    columns_of,
    descriptions,
    metrics_as_wanted,
    query_of,
)

DATABASE = "Jalons"
SCHEMA = "main"


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True, help="where Superset listens")
    parser.add_argument("--home", required=True, type=Path, help="the home of the runs that published the marts")
    parser.add_argument("--user", default="admin")
    parser.add_argument("--password-file", type=Path, help="default: HOME/superset/admin_password")
    arguments = parser.parse_args()
    home = arguments.home.resolve()
    password = (arguments.password_file or home / "superset" / "admin_password").read_text(encoding="utf-8").strip()
    superset = Superset(arguments.url.rstrip("/"))
    try:
        superset.wait(120)
        superset.log_in(arguments.user, password)
        register(superset, home / "published")
    except SupersetError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for word, names in (("created", superset.created), ("changed", superset.changed)):
        sys.stdout.writelines(f"{word} {name}\n" for name in names)
    sys.stdout.write(
        f"{len(superset.created)} created, {len(superset.changed)} changed: {superset.url}/superset/dashboard/{SLUG}/\n"
    )
    return 0


def register(superset: Superset, published: Path) -> None:
    """Make Superset show what stands published in a folder.

    Args:
        superset: A session that is logged in.
        published: Folder of the published file, as Superset's server sees it too.
    """
    database = _database(superset, published / "marts.duckdb")
    words = descriptions(json.loads((published / "parquet" / "datapackage.json").read_text(encoding="utf-8")))
    datasets = {dataset.name: _dataset(superset, database, dataset, words) for dataset in DATASETS}
    chart_ids: dict[str, int] = {}
    for chart in charts():
        unique = identity("chart", chart.key)
        number = datasets[chart.dataset]
        wanted = {
            "slice_name": chart.title,
            "description": chart.description,
            "viz_type": chart.viz,
            "params": form_data(chart, number),
        }
        new = {"uuid": unique, "datasource_id": number, "datasource_type": "table"}
        chart_ids[chart.key] = superset.ensure("chart", chart.key, superset.get("chart", unique), wanted, only_new=new)
    _dashboard(superset, chart_ids)


def _database(superset: Superset, file: Path) -> int:
    found = superset.find("database", "database_name", DATABASE)
    wanted = {
        # External access off: a query in SQL Lab reads the marts, not the server's other files.
        "sqlalchemy_uri": f"duckdb:///{file}?access_mode=read_only&enable_external_access=false",
        "expose_in_sqllab": True,
        "allow_dml": False,
    }
    connection = superset.get("database", f"{found}/connection") if found else None
    return superset.ensure(
        "database", DATABASE, connection and {"id": found, **connection}, wanted,
        only_new={"database_name": DATABASE, "uuid": identity("database", DATABASE)},
    )  # fmt: skip


def _dataset(superset: Superset, database: int, dataset: Dataset, words: Words) -> int:
    unique = identity("dataset", dataset.name)
    about, columns, sql = words[dataset.described_as][0], columns_of(dataset, words), query_of(dataset, words)
    query = {"sql": sql} if sql else {}
    if superset.get("dataset", unique) is None:
        new = {"database": database, "schema": SCHEMA, "table_name": dataset.name, "uuid": unique, **query}
        superset.ensure("dataset", dataset.name, None, new)
    found = _as_published(superset, unique, query, set(columns))
    wanted: dict[str, Any] = {
        "description": f"{dataset.note} {about}".strip(),
        "main_dttm_col": dataset.time,
        "columns": columns_as_described(found["columns"], columns),
        "metrics": metrics_as_wanted(found["metrics"], dataset.metrics),
    }
    return superset.ensure("dataset", dataset.name, _comparable(found), wanted)


def _comparable(found: dict[str, Any]) -> dict[str, Any]:
    """A dataset without what Superset adds to its columns and metrics of its own accord."""
    kept = columns_as_described(found["columns"], {})
    for mine, its in zip(kept, found["columns"], strict=True):
        mine["verbose_name"] = its.get("verbose_name")
    return {**found, "columns": kept, "metrics": metrics_as_wanted(found["metrics"], ())}


def _as_published(superset: Superset, unique: str, query: dict[str, str], columns: set[str]) -> dict[str, Any]:
    """The dataset as Superset has it, its columns read again where a release brought or took some."""
    found = superset.get("dataset", unique)
    assert found, unique
    if any(found[key] != value for key, value in query.items()):
        superset.ensure("dataset", found["table_name"], found, query)
    if {column["column_name"] for column in found["columns"]} != columns:
        superset.send("PUT", f"dataset/{found['id']}/refresh")
        found = superset.get("dataset", unique)
        assert found, unique
    return found


def _dashboard(superset: Superset, chart_ids: dict[str, int]) -> None:
    found = superset.get("dashboard", SLUG)
    number = superset.ensure(
        "dashboard", SLUG, found,
        {
            "dashboard_title": TITLE, "published": True, "position_json": json.dumps(layout(chart_ids)),
        },
        only_new={"slug": SLUG, "uuid": identity("dashboard", SLUG)},
    )  # fmt: skip
    shown = {chart["id"]: chart for chart in superset.send("GET", f"dashboard/{number}/charts")["result"]}
    for key, chart_id in chart_ids.items():
        if chart_id not in shown:
            _show_on(superset, key, chart_id, {number}, set())
    # Superset puts charts that the layout does not name under it: those of an older dashboard are taken off.
    for chart_id in shown.keys() - set(chart_ids.values()):
        superset.changed.append(f"chart {shown[chart_id]['slice_name']}: taken off the dashboard")
        _show_on(superset, str(chart_id), chart_id, set(), {number})


def _show_on(superset: Superset, name: str, chart_id: int, more: set[int], fewer: set[int]) -> None:
    chart = superset.get("chart", chart_id)
    assert chart, name
    dashboards = {dashboard["id"] for dashboard in chart["dashboards"]}
    superset.send("PUT", f"chart/{chart_id}", {"dashboards": sorted((dashboards | more) - fewer)})


if __name__ == "__main__":
    sys.exit(main())
