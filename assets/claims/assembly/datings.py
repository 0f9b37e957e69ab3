"""Every time that could date a figure, proposed by rule; the ranker chooses among them."""

from collections.abc import Iterator, Sequence
from typing import cast

from assets.claims.assembly import period, time_roles
from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.period import Chronicle
from assets.claims.ranking import periods
from assets.claims.ranking.linear import ranker
from assets.claims.ranking.periods import Dating

_OLD = 2  # paragraphs; older statements are all alike


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> None:
    """Put the most probable time into a decided figure; None means the day of publication."""
    ruled, rule = _ruled(scene, decision, chronicle, done)
    proposed = list(_proposed(scene, decision, chronicle, done, ruled, rule))
    asked = periods.question(scene, decision, proposed, done)
    place, odds = ranker("period").best(asked)
    decision.asked["period"] = asked
    chosen = cast("Dating", asked.labels[place])
    decision.time = chosen.time
    # What others are compared with dates no other figure.
    decision.ruled_time = None if rule == period.COMPARED else ruled
    decision.time_score = sum(
        odd for odd, dating in zip(odds, proposed, strict=True) if _days(dating.time) == _days(chosen.time)
    )
    decision.time_rule = rule if _days(chosen.time) == _days(ruled) else chosen.rule


def _ruled(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> tuple[Time | None, str]:
    """What the rules by themselves choose."""
    if decision.figure.in_brackets and decision.aspect == "growth":
        volume = next((d for d in reversed(done) if d.aspect == "level" and d.metric), None)
        if volume is not None and not any(
            time.first > volume.figure.first and time.last <= decision.figure.first for time in scene.times
        ):
            return volume.ruled_time, "period:same_as_volume"
    return period.choose(scene, decision, chronicle, done)


def _proposed(
    scene: Scene,
    decision: Decision,
    chronicle: Chronicle,
    done: Sequence[Decision],
    ruled: Time | None,
    rule: str,
) -> Iterator[Dating]:
    wanted = _days(ruled)
    is_known = False
    for time, name, stands in _all(scene, decision, chronicle, done):
        is_known = is_known or _days(time) == wanted
        yield Dating(time, name, _days(time) == wanted, stands)
    if not is_known:
        yield Dating(ruled, rule, is_ruled=True)


def _all(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> Iterator[tuple[Time | None, str, Time | None]]:
    yield None, "period:publication", None
    for time in scene.times:
        shifted = period.a_year_before(scene, time, done)
        if shifted is not None:
            yield shifted, "period:a_year_before", time
        yield time, time_roles.place_of(scene, decision, time), time
    dated = [other.ruled_time for other in done if other.ruled_time is not None and other.metric and not other.reason]
    if dated:
        yield dated[-1], "period:same_sentence", None
    if scene.lead is not None:
        for time in scene.lead.times:
            yield time, "period:lead", None
    if scene.heading is not None:
        for time in scene.heading.times:
            yield time, "period:heading", None
    for known, name in (
        (chronicle.running, f"period:running{min(chronicle.age, _OLD)}"),
        (chronicle.base, "period:article"),
        (chronicle.listed, "period:list"),
        (chronicle.ahead, "period:ahead"),
    ):
        if known is not None:
            yield known, name, None


def _days(time: Time | None) -> tuple[object, object] | None:
    return None if time is None else (time.period_start, time.period_end)
