"""The cleaner stays above its floors on the gold articles: bodies in runs of words, publication days, titles."""

import pytest

from tests.quality import measures


def test_no_figure_of_the_cleaner_falls_below_its_floor() -> None:
    assert measures.below(measures.cleaning_figures(), measures.floors()) == []


@pytest.mark.parametrize(
    ("got", "agreement"),
    [("un deux trois quatre cinq", 1.0), ("un deux trois quatre six", 0.5), ("rien de tout cela", 0.0)],
)
def test_bodies_agree_by_runs_of_four_words(got: str, agreement: float) -> None:
    assert measures.body_f1("un deux trois quatre cinq", got) == agreement
