"""Learns the rankers' weights from the labelled articles beside it: ``python -m tests.quality.training.train``."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from assets.claims.ranking import linear
from assets.claims.ranking.linear import CROSS
from tests.quality.measures import is_held_back
from tests.quality.training.calibrate import Told, confidence_weights, keep_confidence, sure_and_right, told
from tests.quality.training.marked import marked_articles
from tests.quality.training.packing import VOCABULARY
from tests.quality.training.samples import Labelled, Sample, labelled, samples_of
from tests.quality.training.sentences import event_samples, period_samples

HERE = Path(__file__).parent
GOLD = HERE.parent / "gold"
# How strongly weights are drawn to the prior, those of facts that rules found and those of words crossed with options:
# what does best on articles held back; figures are flat around these.
SHRINK = {"metric": (1.2, 3.0), "subject": (4.0, 8.0), "period": (6.0, 20.0), "event": (4.0, 4.0)}
_RARE = 2  # a fact that fewer options show is left out
_STEPS = 200
SENTENCES = 2  # how often a sentence of the unit tests counts: it is short and must stay right whatever articles teach
# What the rules alone would choose: where learning starts, so that later figures are seen behind sensible earlier ones.
RULES = {
    "metric": {"ruled:metric": 9.0, "ruled": 9.0, "none:ruled": 9.0},
    "subject": {"score": 5.0},
    "period": {"ruled": 9.0},
    "event": {f"rule:{metric}×{metric}": 9.0 for metric in ("release", "deployment")}
    | {"rule:silent×none": 9.0, "a:rule": 3.0, "u:rule": 1.0},
}
# Towards what weights are drawn: to trusting the rules, by so much as held-out articles bear out.
PRIOR: dict[str, dict[str, float]] = {
    "metric": {},
    "subject": {"score": 1.0},
    "period": {"ruled": 2.0},
    "event": {},
}
FOLDS = 4
"""Each quarter of the articles is read by rankers that have learned from the others alone."""


def fit(samples: Sequence[Sample], shrink: tuple[float, float], prior: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the accepted options likeliest, drawn to ``prior`` (zero where it is silent)."""
    told = [sample for sample in samples if any(sample.accepted) and not all(sample.accepted)]
    options = [option for sample in told for option in sample.packed]
    facts = np.concatenate([option.names for option in options])
    counts = np.bincount(facts, minlength=len(VOCABULARY.names))
    kept = {VOCABULARY.names[number] for number in np.flatnonzero(counts >= _RARE)} | prior.keys()
    places = {fact: place for place, fact in enumerate(sorted(kept))}
    centre = np.array([prior.get(fact, 0.0) for fact in places])
    drawn = np.array([shrink[CROSS in fact] for fact in places])
    column_of = np.array([places.get(name, -1) for name in VOCABULARY.names])
    columns = column_of[facts]
    ends = np.concatenate([[0], np.cumsum([len(option.names) for option in options])])
    rows = np.repeat(np.arange(len(options)), np.diff(ends))
    values = np.concatenate([option.values for option in options]).astype(float)
    is_kept = columns >= 0
    shape = (len(options), len(places))
    table = csr_matrix((values[is_kept], (rows[is_kept], columns[is_kept])), shape=shape)
    starts = np.concatenate([[0], np.cumsum([len(sample.options) for sample in told])])[:-1]
    turned = table.T.tocsr()
    group = np.repeat(np.arange(len(told)), [len(sample.options) for sample in told])
    right = np.array([float(accepted) for sample in told for accepted in sample.accepted])
    worth = np.array([sample.worth for sample in told])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        total, wanted = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts) + 1e-12
        pull = drawn * (weights - centre)
        slope = turned @ (worth[group] * (odds / total[group] - odds * right / wanted[group])) + pull
        return float((worth * (np.log(total) - np.log(wanted))).sum() + pull @ (weights - centre) / 2), slope

    found = minimize(loss, centre, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    return {fact: float(found[place]) for fact, place in places.items()}


def accuracy(samples: Sequence[Sample], weights: Mapping[str, float]) -> float:
    """How often the best option is accepted, where one is."""
    told = [(sample.packed, sample.accepted) for sample in samples if any(sample.accepted)]
    known = np.array([weights.get(name, 0.0) for name in VOCABULARY.names])
    hits = [
        accepted[int(np.argmax([known[option.names] @ option.values for option in options]))]
        for options, accepted in told
    ]
    return sum(hits) / max(len(hits), 1)


def corpus(*, is_held: bool) -> list[Labelled]:
    """The articles to learn from, or those that are held back."""
    found: list[Labelled] = []
    for folder in (GOLD,) if is_held else (HERE, GOLD):
        rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
        paths = sorted((folder / "articles").iterdir())
        found += labelled([path for path in paths if folder is HERE or is_held_back(path.name) == is_held], rows)
    return found


def _times(shrink: tuple[float, float], count: int) -> tuple[float, float]:
    """As strong against so many more samples."""
    return shrink[0] * count, shrink[1] * count


def learn(articles: Sequence[Labelled]) -> tuple[dict[str, list[Sample]], list[Told]]:
    """Learn the rankers; returns the questions that they learned from, and the evidence for every claim.

    Articles are read three times, for later figures are seen behind earlier choices: by the rules' choices, by rankers
    that have learned from that, and each quarter by rankers that have not learned from it, as a reader of new articles
    reads. The rankers learn from the second and the third reading; evidence is the third one's alone, because rankers
    are surer of what they know.
    """
    keep(RULES)
    keep(_fitted(_asked(articles)))
    _progress("articles read by the rules' choices")
    second = _asked(articles)
    _progress("articles read by the rankers")
    third: dict[str, list[Sample]] = {slot: [] for slot in RULES}
    evidence: list[Told] = []
    for fold in range(FOLDS):
        tried = articles[fold::FOLDS]
        names = {known.article.name for known in tried}
        keep(_fitted({slot: [one for one in second[slot] if one.article not in names] for slot in RULES}))
        asked = samples_of(tried)
        for slot, samples in third.items():
            samples += asked[slot]
        evidence += [claim for known in tried if not known.is_partial for claim in told(known, reader=None)]
        _progress(f"quarter {fold + 1} of {FOLDS} read by rankers that do not know it")
    both = {slot: [*second[slot], *third[slot], *_of_sentences(slot)] for slot in RULES}
    keep(_fitted(both, readings=2))
    return both, evidence


def _asked(articles: Sequence[Labelled]) -> dict[str, list[Sample]]:
    """What reading puts to the rankers, in articles and in the sentences that must stay right."""
    asked = samples_of(articles)
    return {slot: [*asked[slot], *_of_sentences(slot)] for slot in RULES}


def _of_sentences(slot: str) -> list[Sample]:
    found = {"event": event_samples, "period": period_samples}.get(slot, list[Sample])()
    return [sample for sample in found for _ in range(SENTENCES)]


def _fitted(asked: Mapping[str, Sequence[Sample]], readings: int = 1) -> dict[str, dict[str, float]]:
    return {slot: fit(samples, _times(SHRINK[slot], readings), PRIOR[slot]) for slot, samples in asked.items()}


def moved(old: Mapping[str, float], new: Mapping[str, float], share: float) -> dict[str, float]:
    """Weights moved by a share of the way to new ones; a fact that one side has not learned counts as zero there."""
    return {fact: (1 - share) * old.get(fact, 0.0) + share * new.get(fact, 0.0) for fact in sorted(old.keys() | new)}


def main(arguments: Sequence[str] = ()) -> int:
    """Learn, write the weights and tell how often the rankers are right.

    Args:
        arguments: What is not taken over whole, because it reads articles held back no better: a ranker or
            ``confidence`` that stays as it was, ``metric=0.15`` for one that moves so far to what is learned.

    Raises:
        ValueError: An argument names neither; better now than after half an hour.
    """
    shares = {slot: float(share or 0) for slot, _, share in (argument.partition("=") for argument in arguments)}
    unknown = sorted(shares.keys() - {*RULES, "confidence"})
    if unknown:
        raise ValueError(f"{unknown} is no ranker; name some of {[*RULES, 'confidence']}")
    before = {slot: linear.flat_weights(linear.ranker(slot)) for slot in shares if slot in RULES}
    articles, held = corpus(is_held=False), corpus(is_held=True)
    asked, evidence = learn([*articles, *marked_articles()])
    learned = {slot: linear.flat_weights(linear.ranker(slot)) for slot in before}
    keep({slot: moved(old, learned[slot], shares[slot]) for slot, old in before.items()})
    if "confidence" not in shares:
        keep_confidence(confidence_weights(evidence))
    tried = samples_of(held)
    for slot in asked:
        weights = linear.flat_weights(linear.ranker(slot))
        right = f"training {accuracy(asked[slot], weights):.3f}, held back {accuracy(tried[slot], weights):.3f}"
        rules = f"the rules alone {accuracy(tried[slot], RULES[slot]):.3f}"
        sys.stdout.write(f"{slot}: {len(weights)} weights; right: {right} ({rules})\n")
    count, right_ones = sure_and_right([claim for known in held for claim in told(known)])
    sys.stdout.write(f"confidence: of {len(evidence)} claims; held back {count} are sure, {right_ones} of them right\n")
    return 0


def keep(weights: Mapping[str, Mapping[str, float]]) -> None:
    """Write the weights of rankers, which choose by them from now on."""
    for slot, found in weights.items():
        linear.write(slot, found)
    linear.ranker.cache_clear()


def _progress(step: str) -> None:
    sys.stderr.write(f"{step}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
