"""When a figure holds: the expression of its own clause, of its sentence, or what the text said before."""

from collections.abc import Sequence
from dataclasses import replace

from assets.claims.assembly import clauses, time_changes, time_owners, time_reports, time_roles, time_spans
from assets.claims.assembly.chronicle import Chronicle, labelled, note_stated, remember
from assets.claims.assembly.handed_down import aimed, handed_down
from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.time_reports import back
from assets.claims.assembly.time_roles import OUT_OF_REACH, is_flow
from assets.claims.assembly.words import forms, role

__all__ = ["COMPARED", "Chronicle", "choose", "note_stated", "remember"]

# A model's size and price hold as long as nothing else is said; a date beside them is mostly that of its release.
_REACH = 40.0
_SPOKEN = 12.0  # how much farther the time of an announcement counts than that of what is announced
_BEYOND = 12.0  # how much farther a time of another clause counts
_YEAR = 360
_OPENING = 2  # a time that begins within so many words opens its sentence
COMPARED = "period:compared"
BEGUN = "period:begun"
TARGET = "period:target"
ELIDED = "period:year_before"
THEN = "period:then"
_SINCE_RELEASE = frozenset({"downloads", "derivative_models", "derivative_apps", "active_users"})
_TIMELESS = frozenset({"parameter_count", "training_cost", "api_price"})


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> tuple[Time | None, str]:
    """The time that dates a figure and the rule that chose it; None means the day of publication."""
    if decision.metric in _TIMELESS and not (decision.metric == "api_price" and scene.cell is not None):
        return _timeless(scene, decision, chronicle)
    if scene.cell is None and clauses.says_now(scene, decision.figure):
        label = labelled(scene, chronicle)  # « OCTOBRE. … va désormais à … »: the present of that month
        return label, "period:now" if label is None else "period:label"
    restated = _restated(scene, decision, done)
    if restated is not None:
        return restated.ruled_time, "period:restated"
    elided = time_reports.year_before(scene, decision, done, chronicle.published)
    if elided is not None:
        return elided, ELIDED
    of_year = _of_the_year(scene, decision, chronicle) if is_flow(decision) else None
    if of_year is not None:
        return of_year
    own = _own(scene, decision, chronicle, done)
    if own is not None and time_spans.is_later_now(own, chronicle.published):
        return None, "period:now"
    if own is not None:
        own = time_spans.fitted(scene, decision, own, flows=is_flow(decision))
        own = time_reports.year_over(decision, own, chronicle.published)
        own = (
            time_spans.year_ago(scene, decision.figure, own, chronicle.published)
            if time_roles.is_lasting(decision)
            else own
        )
        if clauses.in_comparison(scene, decision.figure, own):
            return a_year_before(scene, own, done) or own, COMPARED
        shifted = a_year_before(scene, own, done)
        if own.granularity != "part" and own.text.lower().endswith(forms(scene.language, "the-month")):
            spoken = labelled(scene, chronicle) or chronicle.spans.get("month") or chronicle.base
            if spoken is not None:
                return spoken, "period:article"
        return (own, "period:own") if shifted is None else (shifted, "period:a_year_before")
    return _unnamed(scene, decision, chronicle, done)


def _timeless(scene: Scene, decision: Decision, chronicle: Chronicle) -> tuple[Time | None, str]:
    """What a model's size or price holds for: mostly the day of publication."""
    priced = _time_of_price(scene, decision) if decision.metric == "api_price" else None
    if priced is not None:
        return priced, "period:own"
    if decision.metric == "api_price" and labelled(scene, chronicle) is not None:
        return labelled(scene, chronicle), "period:label"
    return None, "period:timeless"


def _of_the_year(scene: Scene, decision: Decision, chronicle: Chronicle) -> tuple[Time | None, str] | None:
    """The year of what is aimed at for the year; None where no such thing is told."""
    if scene.cell is None and time_spans.is_target_of_year(scene, decision.figure):
        target = time_spans.this_year(scene, decision.figure, chronicle.published)
        if target is not None:
            return target, TARGET
    if decision.is_planned and time_spans.is_for_the_year(scene, decision.figure):
        return aimed(scene, decision, chronicle)
    return None


def _unnamed(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> tuple[Time | None, str]:
    """The time of a figure whose sentence names none: the year's months so far, else what it is handed."""
    then = _spoken_of_then(scene, decision, chronicle) if scene.cell is None else None
    if then is not None:
        return then, THEN
    if scene.cell is None and time_owners.is_start_of_change(scene, decision.figure):
        begun = time_changes.begun_in(scene, decision.figure, chronicle.published)
        if begun is not None and labelled(scene, chronicle) is None:
            return begun, BEGUN
    if scene.cell is None and not decision.is_planned and decision.metric in time_roles.FLOWS | time_roles.SHARES:
        so_far = time_reports.months_so_far(scene, decision.figure, chronicle.published)
        if so_far is not None:
            return so_far, "period:so_far"
        ended = time_reports.year_ended(scene, decision.figure, chronicle.published)
        if ended is not None:
            return ended, "period:so_far"
    return handed_down(scene, decision, chronicle, done)


def _spoken_of_then(scene: Scene, decision: Decision, chronicle: Chronicle) -> Time | None:
    """``Le groupe exploitait alors trente usines``: at the time that was named last, here or in the sentence before."""
    words, language = scene.sentence.words, scene.language
    low, high = clauses.segment(scene, decision.figure)
    for place in range(max(1, low - 1), min(high + 1, len(words))):  # the word may begin the clause
        if words[place].folded not in role(language, "at-that-time"):
            continue
        if place + 1 < len(words) and words[place + 1].folded in role(language, "than"):
            continue  # « alors que »
        here = [time for time in scene.times if time.last <= place]
        if here:
            return here[-1]
        is_near = scene.sentence.paragraph == chronicle.said_at[0]
        return chronicle.said if is_near else None
    return None


def _time_of_price(scene: Scene, decision: Decision) -> Time | None:
    """A price holds now, unless it is told since when, or of the past (``coûtait 60 dollars en 2023``)."""
    figure = decision.figure
    low, high = clauses.segment(scene, figure)
    for time in scene.times:
        between = scene.sentence.words[min(time.last, figure.last) : max(time.first, figure.first)]
        is_parted = any(word.folded in role(scene.language, "new-clause") for word in between)
        if time.is_since and not is_parted:
            return time
        is_near = time.first <= _OPENING or low <= time.first < high
        if is_near and not is_parted and clauses.continues(scene, figure):
            return time
    return None


def _restated(scene: Scene, decision: Decision, done: Sequence[Decision]) -> Decision | None:
    """The figure that is said again in another measure (``7 200 agents, soit 83 % des effectifs``), or None."""
    low, high = clauses.segment(scene, decision.figure)
    words = scene.sentence.words
    if not low or words[low - 1].folded not in role(scene.language, "that-is"):
        return None
    if any(low <= time.first < high for time in scene.times):
        return None
    before = done[-1] if done else None
    if before is None or not before.metric or before.reason:
        return None
    compared = any(clauses.in_comparison(scene, before.figure, time) for time in scene.times)
    return None if compared else before


def _own(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> Time | None:
    """The nearest time of the sentence that can date the figure."""
    best: Time | None = None
    best_gap = OUT_OF_REACH
    low, high = clauses.segment(scene, decision.figure)
    for time in scene.times:
        if scene.cell is None and time_owners.is_anothers(scene, decision, time, chronicle.published):
            continue
        if scene.cell is None and time_owners.is_left_behind(scene, decision, time, done):
            continue
        if time_roles.is_measure(scene, time) or (
            time.is_comparison and not time_roles.is_compared(scene, decision.figure, time)
        ):
            continue
        is_told = decision.mart != "provincial_subsidies" and decision.metric != "model_count"
        if is_told and time_roles.is_report_day(scene, time):
            continue
        if decision.metric in _SINCE_RELEASE and time_roles.is_release_day(scene, time):
            continue
        gap = time_roles.gap(scene, decision, time)
        if time_roles.is_announced(scene, time):
            gap += _SPOKEN
        if scene.cell is not None:
            gap = min(gap, OUT_OF_REACH - 1.0)  # caption and heading hold for the whole table
        elif gap >= _REACH:
            continue
        elif not low <= time.first < high:
            gap += _BEYOND
        if gap < best_gap:
            best, best_gap = time, gap
    return best


def a_year_before(scene: Scene, time: Time, done: Sequence[Decision]) -> Time | None:
    """``contre 13 un an plus tôt`` behind a quarter or a month means the same quarter or month of the year before."""
    if not time.text.startswith(forms(scene.language, "a-year-before")):
        return None
    for earlier in reversed(done):
        known = earlier.ruled_time
        if known is None or known.period_start is None or known.period_end is None:
            continue
        is_long = (known.period_end - known.period_start).days >= _YEAR
        if not earlier.metric or (is_long and known.period_start == time.period_start):
            return None
        return replace(
            time,
            period_start=back(known.period_start),
            period_end=back(known.period_end),
            basis=known.basis,
            granularity=known.granularity,
            edtf="",
        )
    return None
