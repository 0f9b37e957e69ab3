"""The evaluation counts as a claim is defined: any accepted reading is right, optional rows weigh nothing."""

from typing import Any

import pytest

from assets.claims import confidence
from assets.claims.evaluate import Rate, evaluate, same_mention
from tests.quality.training.calibrate import confidence_weights


def gold(**slots: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "article": "a",
        "mention": "12 000",
        "mart": "industrial_output",
        "metric": ["sales_volume"],
        "subject": ["BYD", "BYD Auto"],
        "object": [],
        "value": 12000,
        "unit": "item",
        "bound": ["eq"],
        "per": [None],
        "period": [["2024-01-01", "2024-12-31"]],
        "period_basis": ["text"],
        "status": ["actual"],
        "equivalent": None,
        "attributed_to": [],
        "region": None,
        "reference": [],
        "optional": False,
    }
    return row | slots


def predicted(**slots: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "article": "a",
        "mention": "12 000",
        "mart": "industrial_output",
        "metric": "sales_volume",
        "subject": "byd auto",
        "value": 12000.0,
        "unit": "item",
        "bound": "eq",
        "per": None,
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "period_basis": "text",
        "status": "actual",
    }
    return row | slots


def test_any_accepted_reading_is_right_whatever_its_case():
    assert evaluate([gold()], [predicted()]).overall.strict_f1 == 1.0


@pytest.mark.parametrize(
    "slots", [{"subject": "SAIC"}, {"value": 12001.0}, {"period_end": None}, {"bound": "gt"}, {"per": "year"}]
)
def test_one_wrong_slot_is_found_but_not_strictly_right(slots: dict[str, Any]):
    overall = evaluate([gold()], [predicted(**slots)]).overall
    assert (overall.found_f1, overall.strict_f1) == (1.0, 0.0)


def test_an_optional_row_neither_helps_nor_hurts():
    evaluation = evaluate(
        [gold(), gold(mention="7", value=7, optional=True)], [predicted(), predicted(mention="7", value=7)]
    )
    assert evaluation.overall.found_precision.total == 1
    assert evaluation.overall.found_f1 == 1.0


def test_a_figure_of_another_mart_is_extra_and_missed():
    evaluation = evaluate([gold()], [predicted(mart="provincial_subsidies")])
    assert [kind for kind, _ in evaluation.errors] == ["missed", "extra"]
    assert evaluation.by_mart["industrial_output"].found_recall.value == 0.0


def test_rows_of_articles_without_gold_are_left_out():
    assert evaluate([gold()], [predicted(article="b")]).overall.found_precision.total == 0


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [("50 millions", "50 millions de yuans", True), ("5", "50", False), ("1 200", "1\u202f200", True), ("", "", False)],
)
def test_mentions_agree_by_whole_words(first: str, second: str, same: bool):
    assert same_mention(first, second) is same


def test_an_interval_holds_its_rate_and_narrows_with_more_rows():
    few, many = Rate.of(8, 10), Rate.of(800, 1000)
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low


def test_fitted_weights_tell_good_evidence_from_bad():
    samples = [({"named": 1.0}, True)] * 90 + [({"named": 0.0}, False)] * 90 + [({"named": 1.0}, False)] * 3
    fitted = confidence_weights(samples)
    assert confidence.probability({"named": 1.0}, fitted) > 0.8
    assert confidence.probability({"named": 0.0}, fitted) < 0.3
    assert confidence_weights(samples) == fitted


def test_evidence_that_few_claims_show_tells_nothing():
    samples = [({"rare": 1.0}, True)] * 3 + [({"often": 1.0}, True)] * 30 + [({"often": 1.0}, False)] * 30
    assert set(confidence_weights(samples)) == {"bias", "often"}


def test_a_subject_in_the_sentence_makes_a_claim_surer_than_one_handed_down():
    shared = {"metric_odds": 0.8, "metric_margin": 0.6, "period:own": 1.0}
    named = confidence.probability({**shared, "subject_odds": 0.7, "subject_lead": 0.6})
    assert named > confidence.probability({**shared, "subject_odds": 0.0, "subject_lead": 0.05})
