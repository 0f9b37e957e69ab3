"""What Superset is told of the published tables: descriptions, the time axis, and figures that are safe to plot.

Words come from the data package beside the Parquet files, so that they are the published file's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Words = dict[str, tuple[str, dict[str, str]]]
"""Description of each table, and of each of its columns."""

MARTS = ("industrial_output", "ai_model_adoption", "provincial_subsidies")

FACT_METRICS: tuple[dict[str, str], ...] = (
    {
        "metric_name": "facts",
        "verbose_name": "Facts",
        "expression": "COUNT(*)",
        "description": "Number of facts. May always be added up.",
        "d3format": ",d",
    },
    {
        "metric_name": "latest_value",
        "verbose_name": "Latest value",
        "expression": (
            "ARG_MAX(value, (COALESCE(reference_date, DATE '0001-01-01'),"
            " COALESCE(last_published_on, DATE '0001-01-01'), value))"
        ),
        "description": "The value of the latest period; of several, the one told last. Nothing is added up.",
        "d3format": "SMART_NUMBER",
    },
    {
        "metric_name": "highest_value",
        "verbose_name": "Highest value",
        "expression": "MAX(value)",
        "description": "The largest value told. Nothing is added up.",
        "d3format": "SMART_NUMBER",
    },
    {
        "metric_name": "lowest_value",
        "verbose_name": "Lowest value",
        "expression": "MIN(value)",
        "description": "The smallest value told. Nothing is added up.",
        "d3format": "SMART_NUMBER",
    },
    {
        "metric_name": "safe_total",
        "verbose_name": "Total, where there is one",
        "expression": (
            "CASE WHEN BOOL_AND(is_additive) AND COUNT(DISTINCT (metric, object, unit, per, period_start, period_end,"
            " place_level)) = 1 THEN SUM(value) END"
        ),
        "description": (
            "The sum, where all values are additive and of one metric, object, unit, per, period and place level;"
            " otherwise empty."
        ),
        "d3format": "SMART_NUMBER",
    },
)


@dataclass(frozen=True)
class Dataset:
    """A published table or view as a dataset.

    Attributes:
        name: Its name in the published file.
        described_as: Table whose words it takes: a view has none of its own in the data package.
        time: Column of the time axis.
        note: What is said before the table's own description.
        metrics: Saved metrics that it gets.
        union: Tables that it puts under each other; it is a query of Superset's then, no relation of the file.
    """

    name: str
    described_as: str
    time: str | None
    note: str = ""
    metrics: tuple[dict[str, str], ...] = ()
    union: tuple[str, ...] = ()


DATASETS: tuple[Dataset, ...] = (
    *(Dataset(mart, mart, "reference_date", metrics=FACT_METRICS) for mart in MARTS),
    *(
        Dataset(f"{mart}_dated", mart, "reference_date", "Dated facts alone, for time series.", metrics=FACT_METRICS)
        for mart in MARTS
    ),
    Dataset(
        "facts",
        MARTS[0],
        "reference_date",
        "The facts of all three marts under each other, with the columns that they share and the mart's name.",
        metrics=FACT_METRICS,
        union=MARTS,
    ),
    Dataset("claims", "claims", "article_published_on"),
    Dataset("articles", "articles", "published_on"),
    Dataset("fact_history", "fact_history", None),
)


def descriptions(package: Mapping[str, Any]) -> Words:
    """Table descriptions, and column descriptions by name, of a data package.

    >>> package = {"resources": [{"name": "t", "description": "A row.", "schema": {"fields": [
    ...     {"name": "a", "description": "First."}]}}]}
    >>> descriptions(package)
    {'t': ('A row.', {'a': 'First.'})}
    """
    return {
        resource["name"]: (
            resource["description"],
            {field["name"]: field["description"] for field in resource["schema"]["fields"]},
        )
        for resource in package["resources"]
    }


def columns_of(dataset: Dataset, words: Words) -> dict[str, str]:
    """Columns of a dataset with their descriptions."""
    columns = words[dataset.described_as][1]
    if not dataset.union:
        return columns
    shared = {name: about for name, about in columns.items() if all(name in words[table][1] for table in dataset.union)}
    return {"mart": "Mart that has the fact.", **shared}


def query_of(dataset: Dataset, words: Words) -> str | None:
    """SQL of a dataset that is no relation of the file.

    >>> both = Dataset("both", "a", None, union=("a", "b"))
    >>> print(query_of(both, {"a": ("", {"x": "", "y": ""}), "b": ("", {"x": ""})}))
    SELECT 'a' AS mart, x FROM a
    UNION ALL
    SELECT 'b' AS mart, x FROM b
    """
    if not dataset.union:
        return None
    shared = ", ".join(name for name in columns_of(dataset, words) if name != "mart")
    return "\nUNION ALL\n".join(f"SELECT '{table}' AS mart, {shared} FROM {table}" for table in dataset.union)  # noqa: S608


def columns_as_described(found: list[dict[str, Any]], words: Mapping[str, str]) -> list[dict[str, Any]]:
    """Superset's columns of a dataset, each with its description; what the user set besides stays.

    Superset replaces the whole list, so every column is given, with the fields that its API takes back.
    """
    kept = (
        "id", "column_name", "type", "advanced_data_type", "verbose_name", "expression", "extra", "filterable",
        "groupby", "is_active", "is_dttm", "python_date_format", "uuid",
    )  # fmt: skip
    return [
        {
            "verbose_name": column["column_name"].replace("_", " "),
            **{key: column[key] for key in kept if column.get(key) is not None},
            "description": words.get(column["column_name"], column.get("description")),
        }
        for column in found
    ]


def metrics_as_wanted(found: list[dict[str, Any]], wanted: tuple[dict[str, str], ...]) -> list[dict[str, Any]]:
    """A dataset's saved metrics: ours as written here, those of users untouched."""
    kept = ("id", "metric_name", "expression", "description", "extra", "metric_type", "d3format", "currency",
            "verbose_name", "warning_text", "uuid")  # fmt: skip
    ours = {metric["metric_name"]: metric for metric in wanted}
    result = []
    for metric in found:
        mine = ours.pop(metric["metric_name"], {})
        result.append({**{key: metric[key] for key in kept if metric.get(key) is not None}, **mine})
    return result + [dict(metric) for metric in ours.values()]
