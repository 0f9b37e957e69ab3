"""Figures that leave their words out as the one before has them: ``celle de Y 4 %``, ``Pékin vise 5 %``."""

from collections.abc import Sequence

from assets.claims.assembly.clauses import is_verb
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role

_SLOTS = ("family", "aspect", "metric", "mart", "sign", "score", "margin")
_PHRASE = 8  # words of ``celle du textile``
_AIM = 4  # words between an aim and its figure (``vise encore quelque 5 %``)


def settle(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> None:
    """Give a figure that leaves its words out the metric of the one that it goes on with.

    Args:
        scene: The sentence.
        decision: The figure, decided by its own words.
        done: Decisions on the earlier figures of the sentence.
        previous: Decisions on the sentence before.
    """
    if decision.reason not in {"", "no_metric"} or scene.cell is not None:
        return
    figure = decision.figure
    before = done[-1] if done else None
    if before is not None and _is_gapped(scene, before.figure, figure):
        _take_over(decision, before)
    elif before is None and previous and decision.reason and _is_aim(scene, figure):
        last = previous[-1]
        if last.aspect == "growth" and not last.reason and last.figure.kind == figure.kind == "ratio":
            _take_over(decision, last)


def _is_gapped(scene: Scene, before: Figure, figure: Figure) -> bool:
    """Whether only ``et celle de Y`` stands between two figures of one kind, and no verb of its own."""
    if before.kind != figure.kind:
        return False
    words = scene.sentence.words
    start, end = max(before.last, before.counted_end), figure.first
    if not 0 < end - start <= _PHRASE or not any(
        words[place].folded in role(scene.language, "standing-for") for place in range(start, end)
    ):
        return False
    return not any(is_verb(scene, place) for place in range(start, end))


def _is_aim(scene: Scene, figure: Figure) -> bool:
    """Whether a word for an aim governs a figure."""
    ahead = scene.sentence.words[max(0, figure.first - _AIM) : figure.first]
    return any(word.folded in role(scene.language, "aim") for word in ahead)


def _take_over(decision: Decision, before: Decision) -> None:
    if before.reason or not before.metric or before.metric == decision.metric:
        return
    for slot in _SLOTS:
        setattr(decision, slot, getattr(before, slot))
    decision.reason = ""
    decision.rules.append("metric:gapped")
