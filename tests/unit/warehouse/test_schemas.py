"""The schemas refuse rows that no mart should hold, and say which row, column and rule."""

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest
from pandera.errors import SchemaErrors

from warehouse.schemas import TABLES, describe_failures, failure_cases, split_by_schema, validated

CLAIMS = TABLES["claims"]
SENTENCE = "En 2024, la ville a produit 295 000 voitures."
CLAIM: dict[str, Any] = {
    "claim_id": "0" * 32,
    "article_id": "a" * 32,
    "article": "article.txt",
    "mart": "industrial_output",
    "metric": "output_volume",
    "subject": "Shenzhen",
    "object": "car",
    "value": 295_000.0,
    "unit": "item",
    "bound": "eq",
    "per": None,
    "period_start": date(2024, 1, 1),
    "period_end": date(2024, 12, 31),
    "period_label": "2024",
    "period_granularity": "year",
    "period_basis": "text",
    "period_edtf": "2024",
    "status": "actual",
    "equivalent_value": None,
    "equivalent_unit": None,
    "equivalent_bound": None,
    "attributed_to": None,
    "region": "CN-GD",
    "reference": None,
    "confidence": 0.9,
    "mention": "295 000",
    "mention_start": 128,
    "mention_end": 135,
    "sentence": SENTENCE,
    "sentence_start": 100,
    "rule_ids": "",
    "extractor_version": "1",
}


def claims(*changes: dict[str, Any]) -> pd.DataFrame:
    rows = [CLAIM | {"claim_id": f"{number:032x}"} | change for number, change in enumerate(changes)]
    return pd.DataFrame(rows, columns=list(CLAIM))


def test_a_good_claim_passes_unchanged() -> None:
    frame = claims({}, {"metric": "workforce", "unit": "person"})
    result = validated(CLAIMS, frame)
    assert list(result["value"]) == [295_000.0, 295_000.0]
    assert failure_cases(CLAIMS, frame).empty


def test_an_event_has_no_value_and_a_column_of_nothing_is_no_error() -> None:
    event = {"mart": "ai_model_adoption", "metric": "release", "value": None, "unit": None, "object": None}
    assert failure_cases(CLAIMS, claims(event)).empty


def test_a_table_without_rows_passes() -> None:
    assert len(validated(CLAIMS, claims({}).iloc[:0])) == 0


def test_a_day_before_1678_passes() -> None:
    assert failure_cases(CLAIMS, claims({"period_start": date(1421, 1, 1)})).empty


@pytest.mark.parametrize(
    ("change", "column", "check"),
    [
        ({"metric": "release"}, "row", "metric feeds this mart"),
        ({"value": None, "unit": None}, "row", "events have no value and everything else has one"),
        ({"unit": None}, "row", "value and unit go together"),
        ({"unit": "yuan"}, "unit", "of the form"),
        ({"bound": "about"}, "bound", "one of eq"),
        ({"status": "maybe"}, "status", "one of actual"),
        ({"per": "decade"}, "per", "one of minute"),
        ({"region": "FR-75"}, "region", "of the form"),
        ({"confidence": 1.5}, "confidence", "at most 1"),
        ({"value": float("inf")}, "value", "a finite number"),
        ({"value": -5.0}, "row", "only growth is negative"),
        ({"metric": "output_share", "unit": "ratio", "value": 30.0}, "row", "shares lie between 0 and 1"),
        ({"metric": "output_rank", "unit": "rank", "value": 1.5}, "row", "ranks are whole numbers from 1"),
        ({"period_start": date(2025, 1, 1)}, "row", "period_start <= period_end"),
        ({"period_start": datetime(2024, 1, 1)}, "period_start", "a datetime.date without time of day"),  # noqa: DTZ001
        ({"mention_end": 128}, "row", "mention_start < mention_end"),
        ({"mention_end": 140}, "row", "offsets are as long as the mention"),
        ({"sentence_start": 130}, "row", "mention stands inside its sentence"),
        ({"equivalent_value": 4.0}, "row", "equivalent_value and equivalent_unit go together"),
        ({"subject": ""}, "subject", "not empty"),
        ({"subject": None}, "subject", "not_nullable"),
        ({"claim_id": "XYZ"}, "claim_id", "of the form"),
    ],
)
def test_a_bad_claim_is_told_apart_with_its_reason(change: dict[str, Any], column: str, check: str) -> None:
    good, bad = split_by_schema(CLAIMS, claims({}, change, {}))
    assert len(good) == 2
    assert len(bad) == 1
    assert f"{column}: " in bad["schema_reason"].iloc[0]
    assert check in bad["schema_reason"].iloc[0]


def test_the_second_row_of_a_key_is_set_aside() -> None:
    good, bad = split_by_schema(CLAIMS, claims({}, {"claim_id": f"{0:032x}", "value": 7.0}))
    assert list(good["value"]) == [295_000.0]
    assert list(bad["value"]) == [7.0]


def test_a_missing_column_cannot_be_cured_by_setting_rows_aside() -> None:
    with pytest.raises(SchemaErrors):
        split_by_schema(CLAIMS, claims({}).drop(columns="mention"))


def test_failures_are_counted_by_check_with_examples() -> None:
    words = describe_failures(failure_cases(CLAIMS, claims({"bound": "about"}, {"bound": "near"}, {})))
    assert "bound: one of eq" in words
    assert "2 rows" in words
    assert "'about'" in words
    assert describe_failures(failure_cases(CLAIMS, claims({}))) == "no failures"


def test_a_wrong_place_hierarchy_is_refused() -> None:
    columns = TABLES["reference_places"].descriptions
    place = dict.fromkeys(columns) | {
        "place_id": "CN",
        "place_level": "planet",
        "parent_place_id": "CN",
        "name_en": "China",
    }
    frame = pd.DataFrame([place | {"is_in_national_total": True}], columns=list(columns))
    found = failure_cases(TABLES["reference_places"], frame)
    assert set(found["check"]) == {"not its own parent", found["check"][found["column"] == "place_level"].iloc[0]}
