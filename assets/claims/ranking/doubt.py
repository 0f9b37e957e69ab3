"""Where the rankers are in doubt, what a figure's surroundings say of it is weighed, too.

A ranker that is sure is right as often as surroundings would make it, and needs far less time.
"""

from collections.abc import Sequence
from typing import cast

from assets.claims.assembly.discourse import Subject, is_authority
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.context.reader import ContextReader
from assets.claims.ranking.linear import Question, odds_of, ranker

Reading = tuple[str, str, str]
"""Family, aspect and metric, an empty one for no claim."""

_WORTH = {"metric": 0.6, "subject": 0.75, "period": 0.5}
"""What a score by the surroundings counts beside the ranker's: what reads articles held back best."""

_MEASURES = frozenset({"mass", "energy", "power", "volume", "area"})

_OF_PERIODS = ("ruled", "from:", "length:", "lies:", "since", "deadline")
"""Facts of a period that the encoder is told: it sees the expression, not what it means."""


def odds_in_context(slot: str, asked: Question, scene: Scene, decision: Decision) -> list[float]:
    """The probability of each option of a question; where surroundings changed the choice, the figure's rules say so.

    Args:
        slot: ``metric``, ``subject`` or ``period``. Of cells, whose sentences are made up, rankers tell whose and when.
        asked: The question; its labels are what each slot's rankers give it.
        scene: The sentence.
        decision: The figure that is asked about, with what was decided of it.
    """
    scores = ranker(slot).scores(asked)
    odds = odds_of(scores)
    context = scene.context
    if context is None or len(odds) < 2 or not context.is_doubtful(_surest(slot, asked, odds)):
        return odds
    if (slot != "metric" and scene.cell is not None) or (slot == "subject" and _is_told(asked)):
        return odds
    told = _told(slot, context, asked, scene, decision)
    weighed = odds_of([score + _WORTH[slot] * more for score, more in zip(scores, told, strict=True)])
    if slot == "subject" and decision.mart == "provincial_subsidies":
        weighed = _kept_apart(odds, weighed, [is_authority(subject) for subject in cast("list[Subject]", asked.labels)])
    elif slot == "metric" and _has_handed_unit(decision.figure):
        weighed = _kept_apart(odds, weighed, [not metric for _, _, metric in cast("list[Reading]", asked.labels)])
    if weighed.index(max(weighed)) != odds.index(max(odds)):
        decision.rules.append(f"{slot}:context")
    return weighed


def _is_told(asked: Question) -> bool:
    """Whether a comparison names whose a figure is: two words tell it, which the encoder has seen too seldom."""
    return any("compared-owner" in option.features for option in asked.options)


def _has_handed_unit(figure: Figure) -> bool:
    """Whether a measure's unit is written elsewhere, in a lead-in perhaps."""
    return figure.kind in _MEASURES and not any(sign.isalpha() for sign in figure.mention)


def _kept_apart(before: Sequence[float], weighed: Sequence[float], is_first: Sequence[bool]) -> list[float]:
    """Odds whose sums over two groups stay what they were, for rankers know more of them than the encoder.

    That aid is an authority's, which the encoder cannot know before the metric; that a number of a list is a claim,
    whose unit its lead-in declares.
    """
    sums = {
        group: [sum(odds[n] for n, one in enumerate(is_first) if one == group) for odds in (before, weighed)]
        for group in (True, False)
    }
    return [odd * sums[group][0] / max(sums[group][1], 1e-300) for odd, group in zip(weighed, is_first, strict=True)]


def _told(slot: str, context: ContextReader, asked: Question, scene: Scene, decision: Decision) -> list[float]:
    figure = decision.figure
    if slot == "metric":
        return context.metric_scores(scene, figure, [metric for _, _, metric in cast("list[Reading]", asked.labels)])
    if slot == "subject":
        return context.subject_scores(scene, figure, cast("list[Subject]", asked.labels))
    times = [time for time, _ in cast("list[tuple[Time | None, str]]", asked.labels)]
    known = [
        [fact for fact, value in option.features.items() if value and fact.startswith(_OF_PERIODS)]
        for option in asked.options
    ]
    return context.period_scores(
        scene, figure, list(zip(times, [[*kinds, f"metric:{decision.metric}"] for kinds in known], strict=True))
    )


def _surest(slot: str, asked: Question, odds: Sequence[float]) -> float:
    """How probable the best answer is; several options can share a metric."""
    if slot != "metric":
        return max(odds)
    chances: dict[str, float] = {}
    for (_, _, metric), odd in zip(cast("list[Reading]", asked.labels), odds, strict=True):
        chances[metric] = chances.get(metric, 0.0) + odd
    return max(chances.values())
