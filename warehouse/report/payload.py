"""What the page's scripts get: rows of texts that are ready to be shown. Pure."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from warehouse.report.evidence import around, article_row, printable, shortened
from warehouse.report.limits import Limits
from warehouse.report.read import MARTS, Contents, Row
from warehouse.report.wording import BASES, amount, exact, period, title, unit_words, words

MART_NAMES = {
    "industrial_output": "Industrial output",
    "ai_model_adoption": "AI model adoption",
    "provincial_subsidies": "Provincial subsidies",
}
_SIGNS = {"approx": "≈", "gt": ">", "ge": "≥", "le": "≤", "lt": "<"}
_NAME_LENGTH = 80
_TILES = Path(__file__).with_name("tiles.csv")
Table = dict[str, list[Any]]


def payload(contents: Contents, limits: Limits) -> dict[str, Any]:
    """Everything the scripts need, as plain JSON values."""
    measures = _Measures(contents)
    articles: dict[str, int] = {}
    article_rows: list[Any] = []
    facts = [_fact(row, articles, article_rows, limits) for row in contents.facts]
    return {
        "marts": MART_NAMES,
        "total": contents.totals["facts"],
        "metrics": {name: title(name) for name in contents.metrics},
        "measures": _table(measures.rows),
        "series": _table(_point(row, measures) | {"line": row["line"]} for row in contents.series),
        "latest": _table(_point(row, measures) for row in contents.latest),
        "provinces": _table(_province(row, measures) for row in contents.provinces),
        "tiles": _table(_tiles(contents.places)),
        "support": _table(_support(contents.support)),
        "articles": article_rows,
        "facts": _table(facts),
    }


class _Measures:
    """Metric, unit and time base: what may share an axis. Each has a number, in the order the page offers them."""

    def __init__(self, contents: Contents) -> None:
        self.rows: list[Row] = []
        self._numbers: dict[tuple[Any, ...], int] = {}
        for row in contents.measures:
            key = self._key(row)
            self._numbers[key] = len(self.rows)
            self.rows.append(_measure(row, contents.metrics))

    @staticmethod
    def _key(row: Row) -> tuple[Any, ...]:
        return row["mart"], row["metric"], row["unit"], row["per"]

    def number(self, row: Row) -> int:
        # Events have no value and so no measure of their own.
        return self._numbers.get(self._key(row), -1)


def _measure(row: Row, definitions: dict[str, str]) -> Row:
    unit, name = unit_words(row["unit"], row["per"]), title(row["metric"])
    # A count of parameters in parameters says it twice.
    is_said = row["unit"] is not None and row["unit"] in row["metric"] and not row["per"]
    kind = row["unit"] if row["unit"] in {"ratio", "rank"} else "number"
    return {
        "mart": row["mart"],
        "metric": row["metric"],
        "label": name if is_said or not unit else f"{name}, {unit}",
        "kind": kind,
        "facts": row["facts"],
        "dated": row["dated"],
        "definition": definitions.get(row["metric"], ""),
    }


def _point(row: Row, measures: _Measures) -> Row:
    day, start = row["reference_date"], row["period_start"] or row["reference_date"]
    return {
        "measure": measures.number(row),
        "subject": shortened(row["subject"], _NAME_LENGTH),
        "object": shortened(words(row["object"]), _NAME_LENGTH),
        "whole": shortened(words(row["whole"]), _NAME_LENGTH),
        "statement": row["statement_type"],
        "value": row["value"],
        "low": row["value_low"],
        "high": row["value_high"],
        "shown": amount(row["value"], row["unit"], row["per"], row["bound"]),
        "sign": _SIGNS.get(row["bound"], ""),
        "start": start.isoformat(),
        "date": day.isoformat(),
        "period": period(row["period_start"], row["period_end"]),
        "sources": row["source_count"],
        "independent": row["independent_source_count"],
        "conflict": row["has_conflict"],
        # A province's own figure; that of a city is not the province's.
        "region": row["province_code"] if row["place_level"] == "province" else None,
    }


def _fact(row: Row, articles: dict[str, int], article_rows: list[Any], limits: Limits) -> Row:
    name = row["evidence_article_id"]
    if name not in articles:
        articles[name] = len(article_rows)
        article_rows.append(article_row(row, limits.characters // 2))
    start, end = row["evidence_mention_start"], row["evidence_mention_end"]
    before, mention, after = around(row["evidence_sentence"], start, end, limits.characters)
    shown = amount(row["value"], row["unit"], row["per"], row["bound"])
    return {
        "mart": row["mart"],
        "metric": row["metric"],
        "subject": shortened(row["subject"], _NAME_LENGTH),
        "kind": words(row["place_level"] or (row["subject_kind"] if row["subject_kind"] != "unresolved" else "")),
        "region": row["province_code"] or row["region_code"] or "",
        "object": shortened(words(row["object"]), _NAME_LENGTH),
        "whole": shortened(words(row["whole"]), _NAME_LENGTH),
        "shown": shown,
        "exact": exact(row["value"], row["unit"]),
        "dollars": _dollars(row),
        "statement": row["statement_type"],
        "adds": row["is_additive"],
        "period": period(row["period_start"], row["period_end"]),
        "said": _period_as_said(row),
        "basis": BASES.get(row["period_basis"], "") if row["is_dated"] else "",
        "year": row["reference_year"] if row["is_dated"] else None,
        "confidence": round(row["confidence"], 3),
        "sources": row["source_count"],
        "independent": row["independent_source_count"],
        "rewrite": row["found_in_rewrite_only"],
        "conflict": _conflict(row),
        "speaker": shortened(row["attributed_to"], _NAME_LENGTH),
        "article": articles[name],
        "before": before,
        "mention": mention,
        "after": after,
    }


def _period_as_said(row: Row) -> str:
    # As of publication the label is that day again, no word of the text.
    return "" if row["period_basis"] == "publication" else shortened(row["period_label"], _NAME_LENGTH)


def _conflict(row: Row) -> str:
    if not row["has_conflict"]:
        return ""
    low, high = (amount(row[side], row["unit"], row["per"]) for side in ("value_low", "value_high"))
    between = "Sources disagree" if row["conflict_scope"] == "between_sources" else "One text gives several figures"
    return f"{between}: {low} to {high}"


def _dollars(row: Row) -> str:
    if row["usd_basis"] == "as_given":
        return f"{amount(row['usd_value'], 'USD')}, as the text gives it"
    if row["usd_basis"] == "converted":
        source = printable(row["usd_rate_source"])
        return f"{amount(row['usd_value'], 'USD')} at the {row['usd_rate_year']} average rate ({source})"
    return ""


def _province(row: Row, measures: _Measures) -> Row:
    return {
        "mart": row["mart"],
        "measure": measures.number(row),
        "region": row["province_code"],
        "facts": row["facts"],
    }


def _tiles(names: dict[str, str]) -> Iterable[Row]:
    with _TILES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["code"]
            place = {"column": int(row["column"]), "row": int(row["row"])}
            yield {"region": code, "short": code.removeprefix("CN-"), "name": names.get(code, code), **place}


def _support(rows: Sequence[Row]) -> list[Row]:
    found = {row["mart"]: row for row in rows}
    counts = ("facts", "one", "two", "more", "conflicts", "undated", "additive")
    return [{"mart": mart, **{name: found.get(mart, {}).get(name, 0) for name in counts}} for mart in MARTS]


def _table(rows: Iterable[Row]) -> Table:
    """Column names once, then the values: half the bytes of a list of objects."""
    listed = list(rows)
    columns = list(listed[0]) if listed else []
    return {"columns": columns, "rows": [list(row.values()) for row in listed]}
