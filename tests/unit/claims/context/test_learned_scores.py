"""Scores are those of the network that was learned, but for what is rounded away."""

import pytest

from assets.claims.assembly.assemble import read_article
from assets.claims.context.reader import ContextReader
from tests.unit.claims.context.test_reader import ARTICLE

ROUNDED = 0.05  # pieces of 8 bits, heads of half precision, and another formula for the units in between
# What the network itself says of these figures, in single precision.
METRICS = {
    "1,2 million": {"": 3.15, "output_volume": 9.61, "sales_volume": 1.52, "capacity": -1.08, "workforce": -5.36},
    "un tiers": {"": 3.94, "sales_share": 7.42, "export_share": 5.18, "output_growth": -5.11, "usage_growth": -9.15},
    "290 000": {"": 1.26, "sales_volume": 7.4, "output_volume": 1.46, "installed_base": 4.29, "downloads": -7.7},
    "3 000 yuans": {"": 6.31, "subsidy_amount": 11.09, "subsidy_ceiling": 1.66, "output_value": -7.99},
}
SUBJECTS = {
    "290 000": {"Leapmotor": 7.6, "Jinhua": -1.51, "Wuhu": -10.01, "Chery": 3.4, "Brazil": -6.78, "China": -3.63}
}


class Asked(ContextReader):
    """Keeps every answer."""

    def is_doubtful(self, probability):  # noqa: ARG002 (every figure is asked about)
        return True

    def metric_scores(self, scene, figure, metrics):
        scores = super().metric_scores(scene, figure, metrics)
        ANSWERS["metric", figure.mention] = dict(zip(metrics, scores, strict=True))
        return [0.0] * len(scores)  # the choice stays the rankers', and with it what is asked next

    def subject_scores(self, scene, figure, subjects):
        scores = super().subject_scores(scene, figure, subjects)
        ANSWERS["subject", figure.mention] = {
            subject.name: score for subject, score in zip(subjects, scores, strict=True)
        }
        return [0.0] * len(scores)


ANSWERS: dict[tuple[str, str], dict[str, float]] = {}


@pytest.fixture(scope="module")
def answers() -> dict[tuple[str, str], dict[str, float]]:
    ANSWERS.clear()
    read_article(ARTICLE, "fr", Asked)
    return ANSWERS


@pytest.mark.parametrize(
    ("slot", "mention", "learned"),
    [("metric", mention, scores) for mention, scores in METRICS.items()]
    + [("subject", mention, scores) for mention, scores in SUBJECTS.items()],
)
def test_scores_are_those_that_were_learned(answers, slot: str, mention: str, learned: dict[str, float]) -> None:
    found = {name: answers[slot, mention][name] for name in learned}
    assert found == pytest.approx(learned, abs=ROUNDED)
    assert max(found, key=found.__getitem__) == max(learned, key=learned.__getitem__)
