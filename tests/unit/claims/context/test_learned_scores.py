"""Scores are those of the network that was learned, but for what is rounded away."""

import pytest

from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.datings import days_of
from assets.claims.context.reader import ContextReader
from tests.unit.claims.context.test_reader import ARTICLE

ROUNDED = 0.05  # pieces of 8 bits, heads of half precision, and another formula for the units in between
# What the network itself says of these figures, in single precision.
METRICS = {
    "1,2 million": {"": 3.1, "output_volume": 8.58, "sales_volume": 3.07, "capacity": 0.06, "workforce": -4.02},
    "un tiers": {"": 5.08, "sales_share": 8.19, "export_share": 6.74, "output_growth": -6.54, "usage_growth": -9.3},
    "290 000": {"": 3.13, "sales_volume": 8.17, "output_volume": 2.33, "installed_base": 2.83, "downloads": -7.99},
    "3 000 yuans": {"": 8.14, "subsidy_amount": 10.65, "subsidy_ceiling": 1.61, "output_value": -7.65},
}
SUBJECTS = {
    "290 000": {"Leapmotor": 7.81, "Jinhua": 0.76, "Wuhu": -9.5, "Chery": 4.66, "Brazil": -6.91, "China": -3.91}
}
PERIODS = {
    "1,2 million": {"2024-01-01..2024-12-31": 6.99, "publication": 0.65},
    "un tiers": {"2024-01-01..2024-12-31": 3.04, "publication": 0.97},
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

    def period_scores(self, scene, figure, periods):
        scores = super().period_scores(scene, figure, periods)
        ANSWERS["period", figure.mention] = {
            days_of(time): score for (time, _), score in zip(periods, scores, strict=True)
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
    + [("subject", mention, scores) for mention, scores in SUBJECTS.items()]
    + [("period", mention, scores) for mention, scores in PERIODS.items()],
)
def test_scores_are_those_that_were_learned(answers, slot: str, mention: str, learned: dict[str, float]) -> None:
    found = {name: answers[slot, mention][name] for name in learned}
    assert found == pytest.approx(learned, abs=ROUNDED)
    assert max(found, key=found.__getitem__) == max(learned, key=learned.__getitem__)
