"""A linear ranker: every option of a question gets the sum of its features' weights, the highest wins.

The weights maximise the likelihood of the right option among those offered (conditional logit, McFadden 1974), with a
Gaussian prior; ``train`` learns them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from math import exp
from pathlib import Path

CROSS = "×"
"""Stands between a fact of the context and the option's key in the name of a crossed feature."""

BIAS = "bias"
"""A fact that always holds: it opens a group of general facts, the first of which recur from question to question."""

Facts = dict[str, float]
_OPENING = 6  # facts of such a group whose sum is remembered
_REMEMBERED = 4096
_WEIGHTS = Path(__file__).with_name("weights")


@dataclass(slots=True)
class Option:
    """One possible reading. Not frozen: making one is three times as fast, and a figure has twenty.

    Attributes:
        features: Facts of this option, with their values.
        keys: By group of the context, what the group's facts are crossed with.
    """

    features: Facts
    keys: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """Options for one slot of one figure.

    Attributes:
        context: Facts that all options share, by group.
        options: The readings.
        labels: What each option stands for, in the same order.
    """

    context: Mapping[str, Facts]
    options: list[Option] = field(default_factory=list)
    labels: list[object] = field(default_factory=list)


class Ranker:
    """Learned weights: of plain features, and of context facts by the key that they are crossed with."""

    def __init__(self, plain: Mapping[str, float], crossed: Mapping[str, Mapping[str, float]]) -> None:
        """Number the keys, so that what the context says of them is added up in a list."""
        self.plain = plain
        self.crossed = crossed
        self._places: dict[str, int] = {}
        for row in crossed.values():
            for key in row:
                self._places.setdefault(key, len(self._places))
        # Equal weights are one number in memory: reaching for each of a hundred thousand takes longer than adding it.
        numbers: dict[float, float] = {}
        self._openings: dict[tuple[tuple[str, float], ...], list[float]] = {}
        self._rows = {
            fact: [(self._places[key], numbers.setdefault(weight, weight)) for key, weight in row.items()]
            for fact, row in crossed.items()
        }

    def scores(self, question: Question) -> list[float]:
        """The score of every option."""
        told = {group: self._told(facts) for group, facts in question.context.items()}
        return [self._score(option, told) for option in question.options]

    def _told(self, facts: Facts) -> list[float]:
        """What a group of the context says of every key, by its number, added up once for all options."""
        if BIAS in facts:
            opening = tuple(islice(facts.items(), _OPENING))
            told = self._openings.get(opening)
            if told is None:
                told = self._added([0.0] * len(self._places), opening)
                if len(self._openings) < _REMEMBERED:
                    self._openings[opening] = told
            return self._added(told.copy(), islice(facts.items(), _OPENING, None))
        return self._added([0.0] * len(self._places), facts.items())

    def _added(self, told: list[float], facts: Iterable[tuple[str, float]]) -> list[float]:
        for fact, value in facts:
            row = self._rows.get(fact, ())
            if value == 1.0:  # as nearly all have it
                for place, weight in row:
                    told[place] += weight
            elif value:
                for place, weight in row:
                    told[place] += weight * value
        return told

    def _score(self, option: Option, told: Mapping[str, Sequence[float]]) -> float:
        total, weight_of, places = 0.0, self.plain.get, self._places
        for name, value in option.features.items():
            total += weight_of(name, 0.0) * value
        for group, keys in option.keys.items():
            row = told.get(group)
            if row is not None:
                for key in keys:
                    place = places.get(key)
                    if place is not None:
                        total += row[place]
        return total

    def best(self, question: Question) -> tuple[int, list[float]]:
        """The place of the best option, the first of equals, and the probability of each."""
        scores = self.scores(question)
        return scores.index(max(scores)), odds_of(scores)


def odds_of(scores: Sequence[float]) -> list[float]:
    """The probabilities that scores stand for.

    >>> odds_of([1.0, 1.0])
    [0.5, 0.5]
    """
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]


def flat_weights(known: Ranker) -> dict[str, float]:
    """A ranker's weights by feature name, as training names features."""
    crossed = {f"{fact}{CROSS}{key}": weight for fact, row in known.crossed.items() for key, weight in row.items()}
    return dict(known.plain) | crossed


def of(weights: Mapping[str, float]) -> Ranker:
    """A ranker of weights by feature name."""
    plain: dict[str, float] = {}
    crossed: dict[str, dict[str, float]] = {}
    for name, weight in weights.items():
        fact, cross, key = name.rpartition(CROSS)
        if cross:
            crossed.setdefault(fact, {})[key] = weight
        else:
            plain[name] = weight
    return Ranker(plain, crossed)


@cache
def ranker(slot: str) -> Ranker:
    """The learned ranker of a slot: ``metric``, ``subject``, ``period``, ``event`` or ``bare_figure``."""
    weights: dict[str, float] = {}
    for line in (_WEIGHTS / f"{slot}.tsv").read_text(encoding="utf-8").splitlines():
        name, _, weight = line.rpartition("\t")
        weights[name] = float(weight)
    return of(weights)


def write(slot: str, weights: Mapping[str, float], folder: Path = _WEIGHTS) -> None:
    """Keep learned weights, a line a feature in the order of their names; what rounds to nothing is left out."""
    lines = [f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.01]
    (folder / f"{slot}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
