"""Puts its time into a decided figure: what the rules propose, weighed against the other times that may date it."""

from collections.abc import Sequence
from typing import cast

from assets.claims.assembly import period, time_owners
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.period import Chronicle
from assets.claims.ranking import periods
from assets.claims.ranking.doubt import odds_in_context
from assets.claims.ranking.linear import Question

_QUESTION = "period:question"
_CERTAIN = frozenset({_QUESTION, period.BEGUN, period.ELIDED, period.TARGET, period.THEN})
_COMPARED = frozenset({period.COMPARED, period.ELIDED})
_ASKING = 6  # words of a question that asks of nothing but a time (``Et pour 2026 ?``)

Dated = tuple[Time | None, str]
"""A time, or None for the day of publication, with the rule that it comes from."""


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> None:
    """Date a figure; a time of None means the day of publication."""
    ruled = _ruled(scene, decision, chronicle, done)
    asked = periods.question(scene, decision, chronicle, done, ruled)
    if ruled[1] in _CERTAIN:  # nothing else is weighed against what the text itself asks of
        del asked.options[1:], asked.labels[1:]
    figure, published = decision.figure, chronicle.published
    others = [time for time in scene.times if _labels_another(scene, time, figure)]
    ahead = [time for time in scene.times if time_owners.is_past_of_change(scene, figure, time, published)]
    _leave_out(asked, [*others, *ahead])
    decision.asked["period"] = asked
    odds = odds_in_context("period", asked, scene, decision)
    best = odds.index(max(odds))
    decision.time, decision.time_rule = ruled if best == 0 else cast("Dated", asked.labels[best])
    decision.time_score = odds[best]
    for (time, _), probability in zip(cast("list[Dated]", asked.labels), odds, strict=True):
        days = days_of(time)
        decision.period_candidates[days] = round(decision.period_candidates.get(days, 0.0) + probability, 3)
    # What others are compared with dates no other figure.
    decision.ruled_time = None if decision.time_rule in _COMPARED else decision.time


def days_of(time: Time | None) -> str:
    """First and last day of a time; None is ``publication``."""
    return "publication" if time is None else f"{time.period_start or ''}..{time.period_end or ''}"


def _labels_another(scene: Scene, time: Time, figure: Figure) -> bool:
    """Whether a time is the label of another item of a list (``avril : 3,4 % ; attendu : 2,9 %``)."""
    words = scene.sentence.words
    if time.last >= len(words) or words[time.last].text != ":":
        return False
    return any(word.text == ";" for word in words[time.last : figure.first])


def _leave_out(asked: Question, times: Sequence[Time]) -> None:
    """Take the times that label others out of a question, whose first option is what the rules chose."""
    left_out = [place for place, label in enumerate(asked.labels) if place and cast("Dated", label)[0] in times]
    for place in reversed(left_out):
        del asked.options[place], asked.labels[place]


def _asked(scene: Scene) -> Time | None:
    """The time that the question before asks of alone, where a sentence that answers it names none (``Et 2026 ?``)."""
    before = scene.before
    if before is None or scene.times or scene.cell is not None or len(before.times) != 1 or before.figures:
        return None
    words = before.sentence.words
    if words[-1].text != "?" or len(words) > _ASKING or before.names:
        return None
    return before.times[0] if before.times[0].granularity != "day" else None  # ``Et demain ?`` asks of the future


def _ruled(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> Dated:
    if decision.figure.in_brackets and decision.aspect == "growth":
        volume = next((d for d in reversed(done) if d.aspect == "level" and d.metric), None)
        if volume is not None and not any(
            time.first > volume.figure.first and time.last <= decision.figure.first for time in scene.times
        ):
            return volume.ruled_time, "period:same_as_volume"
    asked = _asked(scene)
    if asked is not None:
        return asked, _QUESTION
    chosen = period.choose(scene, decision, chronicle, done)
    if chosen[0] is not None and _labels_another(scene, chosen[0], decision.figure):
        main = next((prior for prior in done if prior.metric and not prior.reason), None)
        return (main.ruled_time if main is not None else None), "period:same_sentence"
    return chosen
