"""A ranker adds up weights of plain and crossed facts; the highest option wins, the first of equals."""

from math import isclose

import pytest

from assets.claims.ranking import linear
from assets.claims.ranking.linear import CROSS, Option, Question
from tests.quality.training.packing import Vocabulary


def _question(*options: Option, **context: linear.Facts) -> Question:
    return Question(context, list(options), list(range(len(options))))


def test_an_option_scores_its_features_and_what_the_context_says_of_its_keys() -> None:
    ranker = linear.of({"near": 2.0, f"word:export{CROSS}export": 1.5, f"word:export{CROSS}sales": -0.5})
    asked = _question(
        Option({"near": 0.5}, {"words": ("sales",)}),
        Option({}, {"words": ("export",)}),
        words={"word:export": 1.0},
    )
    assert ranker.scores(asked) == [0.5, 1.5]


def test_facts_of_one_group_do_not_speak_for_keys_of_another() -> None:
    ranker = linear.of({f"word:export{CROSS}export": 1.0})
    asked = _question(Option({}, {"figure": ("export",)}), words={"word:export": 1.0})
    assert ranker.scores(asked) == [0.0]


def test_unknown_facts_weigh_nothing_and_the_first_of_equals_wins() -> None:
    place, odds = linear.of({}).best(_question(Option({"a": 1.0}, {}), Option({"b": 1.0}, {})))
    assert place == 0
    assert odds == [0.5, 0.5]


def test_odds_add_up_to_one_however_far_scores_lie_apart() -> None:
    place, odds = linear.of({"a": 5000.0}).best(_question(Option({}, {}), Option({"a": 1.0}, {})))
    assert place == 1
    assert isclose(sum(odds), 1.0)


def test_an_option_packed_for_training_scores_as_the_ranker_does() -> None:
    weights = {"near": 2.0, f"word:x{CROSS}k": 1.5, f"word:x{CROSS}l": 0.25}
    asked = _question(Option({"near": 3.0, "silent": 0.0}, {"words": ("k", "l")}), words={"word:x": 2.0})
    vocabulary = Vocabulary()
    packed = vocabulary.pack_option(asked, 0)
    told = {vocabulary.names[name]: float(value) for name, value in zip(packed.names, packed.values, strict=True)}
    assert "silent" not in told
    assert linear.of(weights).scores(asked) == [sum(weights[name] * value for name, value in told.items())]


@pytest.mark.parametrize("slot", ["metric", "subject", "period", "event", "bare_figure"])
def test_learned_weights_are_kept_in_order_and_read_back_as_written(slot: str, tmp_path) -> None:
    known = linear.flat_weights(linear.ranker(slot))
    assert known
    linear.write(slot, known, tmp_path)
    kept = (tmp_path / f"{slot}.tsv").read_bytes()
    names = [line.rpartition("\t")[0] for line in kept.decode().splitlines()]
    assert names == sorted(names)
    assert len(names) == len(set(names)) == len(known)
