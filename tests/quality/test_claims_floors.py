"""Claims read from the gold articles stay above their floors, and the gold stays what the floors were measured on.

A rule that helps one sentence can take a claim from another: unit tests keep each rule's own sentences right while the
figures of whole articles sink. The floors see whole articles, slots and marts.
"""

import pytest

from tests.quality import measures
from tests.quality.measures import Figure
from tests.quality.pin_floors import pinned_text

PINNED = measures.floors()


def test_the_gold_is_the_one_that_the_floors_were_measured_on() -> None:
    assert measures.fingerprint() == PINNED["gold_fingerprint"], (
        "the gold articles or labels have changed: if that is meant, run "
        "`python -m tests.quality.pin_floors --gold-changed` and say in the commit why they changed"
    )


def test_no_figure_of_the_claims_falls_below_its_floor() -> None:
    assert measures.below(measures.claims_figures(), PINNED) == []


def test_the_press_suite_only_grows() -> None:
    assert measures.below(measures.press_figures(), PINNED) == []


@pytest.mark.parametrize("mart", ["industrial_output", "ai_model_adoption", "provincial_subsidies"])
def test_every_mart_has_floors_of_its_own(mart: str) -> None:
    assert {"found_f1", "strict_f1", "strict_precision"} <= PINNED[f"claims_{mart}"].keys()


def test_a_figure_under_its_floor_is_named() -> None:
    figures = {"slots": {"unit": Figure(0.90, 0.01), "bound": Figure(0.95, 0.01)}}
    said = measures.below(figures, {"slots": {"unit": 0.91, "bound": 0.95}})
    assert said == ["slots unit is 0.9000, under its floor of 0.91"]


def test_a_figure_without_floor_and_a_floor_without_figure_are_named() -> None:
    said = measures.below({"slots": {"unit": Figure(0.9, 0.01)}}, {"slots": {"bound": 0.95}})
    assert [line.split(" has ")[0] for line in said] == ["slots bound", "slots unit"]


@pytest.mark.parametrize(
    ("measured", "old", "pinned"),
    [(0.95, 0.90, "0.94"), (0.85, 0.90, "0.9")],
    ids=["a floor rises to one claim under the figure", "a floor never falls"],
)
def test_pinning_only_raises(measured: float, old: float, pinned: str) -> None:
    text = pinned_text({"slots": {"unit": Figure(measured, 0.01)}}, {"slots": {"unit": old}}, "digest")
    assert f"unit = {pinned}\n" in text
