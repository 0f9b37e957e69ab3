"""Scores of a figure's options, from the vectors of its window."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import pi, sqrt
from typing import cast

import numpy as np

from assets.claims.context.encoder import Floats, piece_vectors
from assets.claims.context.pieces import WEIGHTS

Span = tuple[int, int]
"""First and last place of an expression in its window."""

_GAPS = (0, 1, 2, 3, 5, 8, 13, 21, 34)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a subject is named.

    Attributes:
        span: Its places in the window, or the numbers of its first and last piece where it stands outside.
        is_inside: Whether the window holds it.
        standing: How far from the figure, as ``gap`` numbers it.
        is_adjective: Whether the text has an adjective.
    """

    span: Span
    is_inside: bool
    standing: int
    is_adjective: bool


@dataclass(frozen=True, slots=True)
class Dating:
    """A period that may date a figure.

    Attributes:
        kinds: What is known of it: where it comes from, how long it is, how it lies to the day of publication.
        span: The places of its expression in the window; None where the window does not hold it.
        gap: How far before the figure it stands, as ``gap`` numbers it.
    """

    kinds: Sequence[str]
    span: Span | None
    gap: int


def gap(distance: int) -> int:
    """The number of a distance: small ones apart, large ones together.

    >>> gap(0), gap(-4), gap(100)
    (0, 4, 9)
    """
    return sum(abs(distance) > bound for bound in _GAPS)


def metric_scores(vectors: Floats, figure: Span, metrics: Sequence[str]) -> Floats:
    """How well each metric fits a figure; an empty name is that of no claim. Shape (metrics,)."""
    known = _numbers()["metrics"]
    hidden = _gelu(_linear("metric.in", _ends(vectors, figure)))
    scores: Floats = _linear("metric.out", hidden)[[known.get(metric, 0) for metric in metrics]]
    return scores


def subject_scores(vectors: Floats, figure: Span, options: Sequence[tuple[str, Sequence[Mention]]]) -> Floats:
    """How well each subject fits a figure, told by its class and where it is named; shape (options,).

    Of several mentions all count, the best most: their scores are added as odds.
    """
    kinds = _numbers()["kinds"]
    own = _linear("subject.figure", _ends(vectors, figure))
    scores = np.zeros(len(options), dtype=np.float32)
    for place, (kind, mentions) in enumerate(options):
        of_kind = _weights()["subject.kind"][kinds.get(kind, 0)]
        if not mentions:
            scores[place] = _linear("subject.out", _gelu(own + of_kind + _weights()["subject.unnamed"]))[0]
            continue
        named = np.stack([_named(vectors, mention) for mention in mentions])
        standing = _weights()["subject.standing"][[mention.standing for mention in mentions]]
        written = _weights()["subject.adjective"][[int(mention.is_adjective) for mention in mentions]]
        hidden = _gelu(own + named + _linear("subject.both", own * named) + standing + of_kind + written)
        each = _linear("subject.out", hidden)[:, 0]
        best = each.max()
        scores[place] = best + np.log(np.exp(each - best).sum())
    return scores


def period_scores(vectors: Floats, figure: Span, options: Sequence[Dating]) -> Floats:
    """How well each period fits a figure; shape (options,)."""
    known = _numbers()["datings"]
    own = _linear("period.figure", _ends(vectors, figure))
    said = np.stack(
        [
            _weights()["period.unsaid"] if dating.span is None else _linear("period.said", _ends(vectors, dating.span))
            for dating in options
        ]
    )
    kinds = _weights()["period.kind"]
    kind = np.stack([kinds[[known.get(name, 0) for name in dating.kinds]].sum(0) for dating in options])
    distance = _weights()["period.gap"][[dating.gap for dating in options]]
    hidden = _gelu(own + said + _linear("period.both", own * said) + kind + distance)
    return _linear("period.out", hidden)[:, 0]


def _named(vectors: Floats, mention: Mention) -> Floats:
    if mention.is_inside:
        return _linear("subject.named", _ends(vectors, mention.span))
    return _linear("subject.outside", _ends(piece_vectors(), mention.span))


def _ends(vectors: Floats, span: Span) -> Floats:
    """An expression is told by its first and its last piece."""
    return np.concatenate([vectors[span[0]], vectors[span[1]]])


def _linear(name: str, vector: Floats) -> Floats:
    table = _weights()
    return cast("Floats", vector @ table[f"{name}.weight"].T + table[f"{name}.bias"])


def _gelu(values: Floats) -> Floats:
    """Gaussian error linear units (Hendrycks and Gimpel 2016), by their approximation with a hyperbolic tangent."""
    inner = np.float32(sqrt(2.0 / pi)) * (values + np.float32(0.044715) * values**3)
    return cast("Floats", np.float32(0.5) * values * (1 + np.tanh(inner)))


@cache
def _weights() -> Mapping[str, Floats]:
    with np.load(WEIGHTS / "heads.npz") as kept:
        return {name: kept[name].astype(np.float32) for name in kept.files}


@cache
def _numbers() -> Mapping[str, Mapping[str, int]]:
    """The numbers of metrics, classes of subjects and kinds of periods; zero is one that learning has not seen."""
    found: dict[str, list[str]] = json.loads((WEIGHTS / "options.json").read_text(encoding="utf-8"))
    return {kind: {name: place for place, name in enumerate(names, start=1)} for kind, names in found.items()}
