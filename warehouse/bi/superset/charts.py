"""The charts of the dashboard, as Superset's own form data.

No chart adds values up: bars and lines show the latest or the highest value told, maps and counters count facts. Each
is restricted to one metric and one unit, so that an axis means one thing.
"""

from dataclasses import dataclass
from typing import Any

FormData = dict[str, Any]
EXACT = ("eq", "approx")
"""Bounds at which the value is the figure itself, not a limit to it."""


@dataclass(frozen=True)
class Chart:
    """A chart.

    Attributes:
        key: Makes its UUID; never changed, or Superset gets a second chart.
        description: What the reader must know; shown under the chart's title.
        viz: Superset's name for the kind.
        form: The rest of its form data.
    """

    key: str
    title: str
    description: str
    dataset: str
    viz: str
    form: FormData


def where(column: str, *values: str | bool) -> FormData:
    """A filter of a chart: the column has one of the values."""
    several = len(values) > 1
    return {
        "clause": "WHERE",
        "expressionType": "SIMPLE",
        "subject": column,
        "operator": "IN" if several else "==",
        "operatorId": "IN" if several else "EQUALS",
        "comparator": list(values) if several else values[0],
    }


def sql(condition: str) -> FormData:
    """A filter of a chart, in SQL."""
    return {"clause": "WHERE", "expressionType": "SQL", "sqlExpression": condition}


def computed(label: str, sql: str) -> FormData:
    """A column that is computed for a chart alone."""
    return {"expressionType": "SQL", "label": label, "sqlExpression": sql}


WHAT = computed("what", "CONCAT_WS(' · ', subject, REPLACE(object, '_', ' '))")

LENGTH = computed("period", "COALESCE(period_granularity, 'as of a day')")


def line(key: str, title: str, mart: str, metric: str, unit: str, axis: str, number: str) -> Chart:
    """A metric over time: one line for each subject, object and length of period."""
    return Chart(
        key,
        title,
        "Each point is a fact, placed at the last day of its period. Values that share a month, subject, object and "
        "length of period show the highest. Undated facts are left out.",
        f"{mart}_dated",
        "echarts_timeseries_line",
        {
            "x_axis": "reference_date",
            "time_grain_sqla": "P1M",
            "x_axis_sort_asc": True,
            "metrics": ["highest_value"],
            "groupby": [WHAT, LENGTH],
            "adhoc_filters": [
                where("metric", metric), where("unit", unit), where("statement_type", "observed"),
                where("bound", *EXACT),
            ],
            "row_limit": 5000,
            "truncate_metric": True,
            "show_empty_columns": True,
            "markerEnabled": True,
            "markerSize": 9,
            "opacity": 0.2,
            "show_legend": True,
            "legendType": "scroll",
            "legendOrientation": "right",
            "legendMargin": 290,
            "rich_tooltip": True,
            "x_axis_time_format": "%b %Y",
            "tooltipTimeFormat": "%b %Y",
            "y_axis_title": axis,
            "y_axis_title_margin": 50,
            "y_axis_title_position": "Left",
            "y_axis_format": number,
        },
    )  # fmt: skip


def bars(
    key: str, title: str, mart: str, metric: str, unit: str, kind: str, number: str, *,
    value: str = "latest_value", bounds: tuple[str, ...] = EXACT, is_log: bool = False,
) -> Chart:  # fmt: skip
    """The values of a metric side by side: one bar for each subject and object."""
    return Chart(
        key,
        title,
        {
            "latest_value": "The value of each one's latest period. Bars are not parts of a whole: do not add them up.",
            "highest_value": "The largest value told for each. Ceilings are limits, not money spent.",
        }[value],
        mart,
        "echarts_timeseries_bar",
        {
            "x_axis": WHAT,
            "xAxisForceCategorical": True,
            "x_axis_sort": value,
            "x_axis_sort_asc": True,
            "metrics": [value],
            "groupby": [],
            "adhoc_filters": [
                where("metric", metric), where("unit", unit), where("statement_type", kind), where("bound", *bounds),
            ],
            "orientation": "horizontal",
            "row_limit": 25,
            "order_desc": True,
            "timeseries_limit_metric": value,
            "truncate_metric": True,
            "show_value": True,
            "show_legend": False,
            "rich_tooltip": True,
            "logAxis": is_log,
            "y_axis_format": number,
            "x_axis_title_margin": 15,
            "y_axis_title_margin": 15,
        },
    )  # fmt: skip


def map_of_china(key: str, title: str, mart: str) -> Chart:
    """How many facts are told of each province; counts are the one thing that every mart may add up."""
    return Chart(
        key,
        title,
        "Facts about a province or a place in it. Facts about the whole country or abroad have no province.",
        mart,
        "country_map",
        {
            "select_country": "china",
            "entity": "province_code",
            "metric": "facts",
            "adhoc_filters": [sql("province_code IS NOT NULL")],
            "linear_color_scheme": "schemeBlues",
            "number_format": ",d",
            "row_limit": 100,
        },
    )


def kinds(key: str, title: str, dataset: str) -> Chart:
    """How many facts of each kind of statement the marts have."""
    return Chart(
        key,
        title,
        "Only observed values say what is so; ceilings, budgets, plans and targets are never added to them.",
        dataset,
        "echarts_timeseries_bar",
        {
            "x_axis": "statement_type",
            "xAxisForceCategorical": True,
            "x_axis_sort": "facts",
            "x_axis_sort_asc": True,
            "metrics": ["facts"],
            "groupby": ["mart"],
            "adhoc_filters": [],
            "orientation": "horizontal",
            "stack": "Stack",
            "row_limit": 100,
            "truncate_metric": True,
            "show_legend": True,
            "legendOrientation": "top",
            "rich_tooltip": True,
            "y_axis_format": ",d",
        },
    )


def counter(key: str, title: str, mart: str) -> Chart:
    """How many facts a mart has."""
    return Chart(
        key, title, "Number of facts.", mart, "big_number_total",
        {"metric": "facts", "y_axis_format": ",d", "header_font_size": 0.4, "subheader_font_size": 0.15,
         "subtitle": "facts, each with its sentence"},
    )  # fmt: skip


def table(key: str, title: str, dataset: str, columns: list[Any], order: str, *filters: FormData) -> Chart:
    """Rows as they stand published."""
    wide = {
        **{name: {"truncateLongCells": False, "columnWidth": 420} for name in ("evidence_sentence", "sentence")},
        **{name: {"truncateLongCells": False, "columnWidth": 200} for name in ("evidence_title", "article_title")},
    }
    return Chart(
        key,
        title,
        "Rows as published; search, sort, or open one in its article.",
        dataset,
        "table",
        {
            "query_mode": "raw",
            "all_columns": columns,
            "adhoc_filters": list(filters),
            "order_by_cols": [f'["{order}", false]', '["subject", true]'],
            "row_limit": 1000,
            "page_length": 10,
            "include_search": True,
            "allow_render_html": False,
            "show_cell_bars": False,
            "table_timestamp_format": "%Y-%m-%d",
            "column_config": {
                **{name: config for name, config in wide.items() if name in columns},
                **{
                    name: {"d3NumberFormat": ",.6~r", "d3SmallNumberFormat": ",.6~r"}
                    for name in ("value", "value_low", "value_high")
                    if name in columns
                },
            },
        },
    )


FACT_COLUMNS = [
    "subject", "metric", "object", "statement_type", "bound", "value", "unit", "period_label", "is_additive",
    "has_conflict", "source_count", "independent_source_count", "evidence_sentence", "evidence_title",
    "evidence_published_on", "evidence_url", "confidence",
]  # fmt: skip
WIDELY_TOLD_COLUMNS = [
    "mart", "subject", "metric", "object", "value", "value_low", "value_high", "unit", "period_label", "has_conflict",
    "evidence_sentence", "source_count", "independent_source_count",
]  # fmt: skip
CLAIM_COLUMNS = [
    "mart", "subject", "metric", "object", "mention", "value", "unit", "period_label", "status", "attributed_to",
    "sentence", "article_title", "confidence",
]  # fmt: skip
