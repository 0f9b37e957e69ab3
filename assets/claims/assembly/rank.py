"""Ranks: an ordinal with a maker and a named whole (``deuxième producteur mondial de batteries``)."""

from collections.abc import Sequence

from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Scene
from assets.claims.assembly.words import role

_MAKER_WINDOW = 4
_WHOLE_WINDOW = 9


def decide(scene: Scene, decision: Decision, done: Sequence[Decision]) -> None:
    """Make a rank of output of an ordinal that ranks a maker, or reject it."""
    words = scene.sentence.words
    figure = decision.figure
    behind = [word.folded for word in words[figure.last : figure.last + _WHOLE_WINDOW]]
    makers = role(scene.language, "rank-maker")
    wholes = role(scene.language, "rank-whole")
    others = role(scene.language, "rank-other")
    near = behind[:_MAKER_WINDOW]
    made = any(word in makers for word in near) or (
        any(word in role(scene.language, "rank-place") for word in near[:1])
        and any(prior.family in {"output", "capacity"} for prior in done)
    )
    if not made or any(word in others for word in near) or not any(word in wholes for word in behind):
        decision.reason = "kind_rank"
        return
    decision.family = "output"
    decision.aspect = "rank"
    decision.metric = "output_rank"
    decision.mart = str(frame("output").mart)
    decision.score = 0.6
