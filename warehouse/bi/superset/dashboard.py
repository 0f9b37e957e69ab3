"""The dashboard: which charts stand where. A tab for each mart, and one for what stands behind them."""

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from warehouse.bi.superset.charts import (
    CLAIM_COLUMNS,
    FACT_COLUMNS,
    WIDELY_TOLD_COLUMNS,
    Chart,
    bars,
    counter,
    kinds,
    line,
    map_of_china,
    sql,
    table,
)

TITLE = "Jalons: what the press claims"
SLUG = "jalons"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://jalons.example.org/superset")

HOW_TO_READ = (
    "**A row is a fact**: what one or several articles claim, with its sentence. "
    "**Add up only where `is_additive` is true**, and then only values of one metric, object, unit, period and place "
    "level; the metric *Total, where there is one* does so and stays empty elsewhere. "
    "`independent_source_count` counts copies of one text once."
)

Row = tuple[tuple[Chart, int], ...]
"""Charts side by side with their widths, of twelve columns."""


@dataclass(frozen=True)
class Tab:
    """A tab: rows of charts, each row with its height in Superset's grid units."""

    title: str
    rows: tuple[tuple[int, Row], ...]


TABS: tuple[Tab, ...] = (
    Tab(
        "Industrial output",
        (
            (
                50,
                ((line("output_growth", "Output growth over time", "industrial_output", "output_growth", "ratio",
                       "growth", "+.1%"), 12),),
            ),
            (
                56,
                (
                    (map_of_china("output_map", "Facts on industry by province", "industrial_output"), 4),
                    (bars("output_share", "Shares, latest told", "industrial_output", "output_share", "ratio",
                          "observed", ".1%"), 4),
                    (bars("output_tonnes", "Output in tonnes, latest told (log scale)", "industrial_output",
                          "output_volume", "tonne", "observed", ".3~s", is_log=True), 4),
                ),
            ),
            (
                70,
                ((table("output_facts", "Facts on industry, each with its sentence", "industrial_output",
                        FACT_COLUMNS, "last_published_on"), 12),),
            ),
        ),
    ),
    Tab(
        "AI model adoption",
        (
            (
                50,
                (
                    (bars("active_users", "Active users, latest told", "ai_model_adoption", "active_users", "person",
                          "observed", ".3~s"), 4),
                    (line("usage_share", "Usage share over time", "ai_model_adoption", "usage_share", "ratio",
                          "share", ".0%"), 8),
                ),
            ),
            (
                70,
                ((table("adoption_facts", "Facts on AI models, each with its sentence", "ai_model_adoption",
                        FACT_COLUMNS, "last_published_on"), 12),),
            ),
        ),
    ),
    Tab(
        "Provincial subsidies",
        (
            (
                56,
                (
                    (map_of_china("subsidy_map", "Facts on subsidies by province", "provincial_subsidies"), 5),
                    (bars("ceilings", "Ceilings in CNY, highest told (log scale)", "provincial_subsidies",
                          "subsidy_ceiling", "CNY", "ceiling", ".3~s", value="highest_value",
                          bounds=("le", "lt", "eq", "approx"), is_log=True), 7),
                ),
            ),
            (
                70,
                ((table("subsidy_facts", "Facts on subsidies, each with its sentence", "provincial_subsidies",
                        FACT_COLUMNS, "last_published_on"), 12),),
            ),
        ),
    ),
    Tab(
        "Sources and conflicts",
        (
            (
                36,
                (
                    (counter("output_count", "Industrial output", "industrial_output"), 2),
                    (counter("adoption_count", "AI model adoption", "ai_model_adoption"), 2),
                    (counter("subsidy_count", "Provincial subsidies", "provincial_subsidies"), 2),
                    (kinds("statements", "Facts by kind of statement", "facts"), 6),
                ),
            ),
            (
                60,
                ((table("widely_told", "Told by several texts, or disputed (disputed first)", "facts",
                        WIDELY_TOLD_COLUMNS, "has_conflict", sql("has_conflict OR source_count > 1")), 12),),
            ),
            (
                70,
                ((table("claims", "Every claim, as its article makes it", "claims", CLAIM_COLUMNS,
                        "article_published_on"), 12),),
            ),
        ),
    ),
)  # fmt: skip


def identity(kind: str, key: str) -> str:
    """The UUID of an object of ours: the same in every Superset, so that it is found again.

    >>> identity("chart", "claims") == identity("chart", "claims") != identity("dataset", "claims")
    True
    """
    return str(uuid.uuid5(_NAMESPACE, f"{kind}/{key}"))


def charts() -> Iterator[Chart]:
    """Every chart, in reading order."""
    for tab in TABS:
        for _, row in tab.rows:
            for chart, _ in row:
                yield chart


def layout(chart_ids: Mapping[str, int]) -> dict[str, Any]:
    """Superset's position tree for charts of known numbers."""
    tabs = "TABS-jalons"
    tree: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": ["ROW-read", tabs], "parents": ["ROOT_ID"]},
        "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": TITLE}},
    }
    above = ["ROOT_ID", "GRID_ID"]
    _add_row(tree, "ROW-read", above)
    tree["ROW-read"]["children"] = ["MARKDOWN-read"]
    tree["MARKDOWN-read"] = {
        "type": "MARKDOWN", "id": "MARKDOWN-read", "children": [], "parents": [*above, "ROW-read"],
        "meta": {"width": 12, "height": 10, "code": HOW_TO_READ},
    }  # fmt: skip
    tree[tabs] = {"type": "TABS", "id": tabs, "children": [], "parents": above, "meta": {}}
    for number, tab in enumerate(TABS):
        tab_id = f"TAB-{number}"
        tree[tabs]["children"].append(tab_id)
        tree[tab_id] = {
            "type": "TAB", "id": tab_id, "children": [], "parents": [*above, tabs],
            "meta": {"text": tab.title, "defaultText": "Tab title", "placeholder": "Tab title"},
        }  # fmt: skip
        for line_number, (height, row) in enumerate(tab.rows):
            row_id = f"ROW-{number}-{line_number}"
            parents = [*above, tabs, tab_id]
            tree[tab_id]["children"].append(row_id)
            _add_row(tree, row_id, parents)
            for chart, width in row:
                chart_id = f"CHART-{chart.key}"
                tree[row_id]["children"].append(chart_id)
                tree[chart_id] = {
                    "type": "CHART", "id": chart_id, "children": [], "parents": [*parents, row_id],
                    "meta": {
                        "width": width, "height": height, "chartId": chart_ids[chart.key],
                        "uuid": identity("chart", chart.key), "sliceName": chart.title,
                    },
                }  # fmt: skip
    return tree


def _add_row(tree: dict[str, Any], row_id: str, parents: list[str]) -> None:
    tree[row_id] = {
        "type": "ROW", "id": row_id, "children": [], "parents": parents,
        "meta": {"background": "BACKGROUND_TRANSPARENT"},
    }  # fmt: skip


def form_data(chart: Chart, dataset_id: int) -> str:
    """A chart's form data, as the JSON text that Superset keeps."""
    return json.dumps({**chart.form, "viz_type": chart.viz, "datasource": f"{dataset_id}__table"}, ensure_ascii=False)
