"""Weights are learned from labelled options, the same from the same, and drawn to what the rules say."""

import pytest

from tests.quality.training.samples import Sample
from tests.quality.training.train import accuracy, fit, main, moved

EVEN = (1.0, 1.0)
NEAR = [Sample([{"near": 1.0, "noise": float(n % 2)}, {"far": 1.0}], [True, False]) for n in range(20)]


def test_what_marks_the_right_option_gains_weight() -> None:
    weights = fit(NEAR, EVEN, {})
    assert weights["near"] > 0.5 > -0.5 > weights["far"]
    assert accuracy(NEAR, weights) == 1.0


def test_the_same_samples_give_the_same_weights() -> None:
    assert fit(NEAR, EVEN, {}) == fit(NEAR, EVEN, {})


def test_without_evidence_the_weight_of_the_rules_stays() -> None:
    silent = [Sample([{"ruled": 1.0}, {"ruled": 1.0}], [True, False])] * 3
    assert fit(silent, EVEN, {"ruled": 4.0})["ruled"] == pytest.approx(4.0)


def test_questions_without_a_right_option_teach_nothing() -> None:
    lost = [Sample([{"near": 1.0}, {"far": 1.0}], [False, False])] * 5
    assert fit([*NEAR, *lost], EVEN, {}) == fit(NEAR, EVEN, {})


def test_what_is_worth_less_teaches_less() -> None:
    against = [Sample([{"near": 1.0}, {"far": 1.0}], [False, True], worth=0.25)] * 20
    weights = fit([*NEAR, *against], EVEN, {})
    assert weights["near"] > 0.0 > weights["far"]
    halved = fit([*NEAR, *[Sample(one.options, one.accepted) for one in against]], EVEN, {})
    assert weights["near"] > halved["near"]


def test_any_of_several_right_options_counts() -> None:
    both = [Sample([{"a": 1.0}, {"b": 1.0}, {"c": 1.0}], [True, True, False])] * 5
    weights = fit(both, (0.1, 0.1), {})
    assert weights["c"] < min(weights["a"], weights["b"])
    assert accuracy(both, weights) == 1.0


def test_words_can_be_drawn_harder_than_what_rules_found() -> None:
    mixed = [Sample([{"near": 1.0, "word×here": 1.0}, {"far": 1.0}], [True, False])] * 5
    weights = fit(mixed, (0.5, 5.0), {})
    assert weights["near"] > 2 * weights["word×here"] > 0.0


def test_weights_move_a_share_of_the_way_and_a_fact_that_one_side_lacks_with_them() -> None:
    assert moved({"near": 1.0, "far": -2.0}, {"near": 3.0, "word": 1.0}, 0.25) == {
        "far": -1.5,
        "near": 1.5,
        "word": 0.25,
    }


def test_a_misspelt_ranker_is_told_before_anything_is_learned() -> None:
    with pytest.raises(ValueError, match=r"\['metrics'\] is no ranker; name some of \['metric'"):
        main(["metrics=0.15"])
