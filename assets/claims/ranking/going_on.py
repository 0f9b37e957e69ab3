"""Whether a figure goes on with the one before it: lists and comparisons leave out what they measure.

``Les Pays-Bas sont à 12 %, contre 9 en 2021`` names no metric a second time, and a list of test scores no test; so
what the last figure of the same kind was, a claim or none, tells much on the next, and how closely they are tied.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.claims.assembly.elliptic_facts import link_of
from assets.claims.assembly.level import continues
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.ranking.linear import Facts

_RATIOS = frozenset({"ratio", "multiple"})


@dataclass(frozen=True, slots=True)
class Before:
    """The figures of the same kind that stand before one.

    Attributes:
        here: The last one of the sentence, or None.
        above: The last one of the sentence before, where this one goes on with it, or None.
        link: The word that ties the figure to what stands before it.
    """

    here: Decision | None
    above: Decision | None
    link: str


def before(scene: Scene, figure: Figure, done: Sequence[Decision], previous: Sequence[Decision]) -> Before:
    """Find the figures that one may go on with, those that make no claim included.

    Args:
        scene: The sentence.
        figure: The figure that is asked about.
        done: Decisions on earlier figures of the sentence.
        previous: Decisions of the sentence before.
    """
    here = _last(figure, done)
    above = _last(figure, previous) if here is None and continues(scene, previous) else None
    return Before(here, above, link_of(scene, figure))


def _last(figure: Figure, decisions: Sequence[Decision]) -> Decision | None:
    return next((prior for prior in reversed(decisions) if _is_alike(figure, prior.figure)), None)


def _is_alike(figure: Figure, other: Figure) -> bool:
    return figure.kind == other.kind or (figure.kind in _RATIOS and other.kind in _RATIOS)


def claim_facts(known: Before, family: str, aspect: str) -> Facts:
    """What the figures before say for a metric."""
    prior = known.here or known.above
    if prior is None or not prior.metric or prior.family != family or prior.aspect != aspect:
        return {}
    place = "here" if prior is known.here else "above"
    return {f"on:{place}": 1.0, f"on:{place}:{known.link}": 1.0}


def none_facts(known: Before) -> Facts:
    """What they say for no claim."""
    facts: Facts = {}
    for place, prior in (("here", known.here), ("above", known.above)):
        if prior is not None:
            told = "claim" if prior.metric else "none"
            facts |= {f"none:{place}:{told}": 1.0, f"none:{place}:{told}:{known.link}": 1.0}
    return facts
