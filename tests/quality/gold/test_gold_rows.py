"""The gold set is sound: every mention stands where its row says, every row parses, every article is there."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sources import reference

GOLD = Path(__file__).parent
SAMPLE = Path(reference.__file__).parents[1] / "sample"
BOUNDS = {"eq", "approx", "gt", "ge", "le", "lt"}
PERS = {None, "minute", "hour", "day", "week", "month", "quarter", "year"}
KEYS = {
    "article", "mention", "nth", "mart", "metric", "subject", "object", "value", "unit", "bound", "per", "period",
    "period_basis", "status", "equivalent", "attributed_to", "region", "reference", "optional", "note",
}  # fmt: skip


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


CLAIMS = rows("gold.jsonl")
BODIES = {row["article"]: row for row in rows("clean.gold.jsonl")}


def named(row: dict[str, Any]) -> str:
    return f"{row['article']}: {row['mention']} ({row['nth']})"


def claims_of(article: str) -> list[dict[str, Any]]:
    return [row for row in CLAIMS if row["article"] == article]


def test_every_article_of_the_gold_is_in_its_folder_and_the_other_way_round() -> None:
    files = {path.name for path in (GOLD / "articles").iterdir()}
    assert files == set(BODIES)
    assert {row["article"] for row in CLAIMS} <= files
    assert len(files) >= 40


def test_every_sample_article_is_in_the_gold_unchanged() -> None:
    samples = [path for path in SAMPLE.iterdir() if path.suffix in {".txt", ".html", ".gz"}]
    assert len(samples) >= 12
    for path in samples:
        assert (GOLD / "articles" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("article", sorted(BODIES))
def test_every_mention_stands_in_the_body_as_often_as_its_row_says(article: str) -> None:
    body = "\n".join(BODIES[article]["body_paragraphs"])
    for row in claims_of(article):
        starts = [at for at in range(len(body)) if body.startswith(row["mention"], at)]
        assert len(starts) >= row["nth"] >= 1, named(row)


@pytest.mark.parametrize("article", sorted(BODIES))
def test_every_row_has_every_slot_with_a_value_of_its_kind(article: str) -> None:
    metrics = {metric.metric: metric for metric in reference.metrics()}
    for row in claims_of(article):
        label = named(row)
        assert set(row) == KEYS, label
        assert {metrics[name].mart for name in row["metric"]} == {row["mart"]}, label
        is_event = row["metric"][0] in {"release", "deployment"}
        assert is_event == (row["value"] is None) == (row["unit"] is None), label
        kind = "currency" if re.fullmatch(r"[A-Z]{3}", row["unit"] or "") else row["unit"]
        assert is_event or row["optional"] or kind == "multiple" or kind in metrics[row["metric"][0]].units, label
        assert set(row["bound"]) <= BOUNDS, label
        assert set(row["per"]) <= PERS, label
        assert row["subject"], label
        assert set(row["period_basis"]) <= {"text", "relative", "publication"}, label
        assert row["period_basis"], label
        assert set(row["status"]) <= {"actual", "planned", "denied"}, label
        assert row["region"] is None or re.fullmatch(r"CN(-[A-Z]{2})?", row["region"]), label
        for start, end in row["period"]:
            assert not (start and end) or date.fromisoformat(start) <= date.fromisoformat(end), label


@pytest.mark.parametrize("article", sorted(BODIES))
def test_a_value_has_the_digits_of_its_mention(article: str) -> None:
    for row in claims_of(article):
        digits = re.sub(r"\D", "", row["mention"].split("(")[0]).strip("0")
        if row["value"] is not None and digits:
            written = f"{abs(row['value']):.10f}".replace(".", "").strip("0")
            assert digits == written, named(row)


def test_an_undated_article_gives_no_dates_to_publication_or_relative_periods() -> None:
    for row in CLAIMS:
        if BODIES[row["article"]]["published_on"] is None and row["period_basis"] == ["publication"]:
            assert row["period"] == [[None, None]], named(row)
