"""When a figure holds: the expression of its own clause, of its sentence, or what the text said before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assets.claims.assembly import clauses
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.words import forms, role

_FLOWS = frozenset(
    {
        "output_volume",
        "output_value",
        "output_growth",
        "sales_volume",
        "sales_value",
        "sales_growth",
        "export_volume",
        "export_value",
        "export_growth",
        "model_revenue",
    }
)


_SHARES = frozenset({"output_share", "sales_share", "export_share", "usage_share", "usage_growth"})
# A model's size and price hold as long as nothing else is said; a date beside them is mostly that of its release.
_REACH, _OUT_OF_REACH = 40.0, 99.0
_OPENING = 2  # a time that begins within so many words opens its sentence
COMPARED = "period:compared"
_TAKEN = 7  # words between a figure and the time that is its own
_SINCE_RELEASE = frozenset({"downloads", "derivative_models", "derivative_apps", "active_users"})
# What a firm is told to have in passing, between two commas.
_APPOSED = frozenset({"workforce", "firm_count", "output_rank"})
_FOUNDED = frozenset({"investment", "programme_budget"})
_TIMELESS = frozenset({"parameter_count", "training_cost", "api_price"})


@dataclass(slots=True)
class Chronicle:
    """The times that govern what follows.

    Attributes:
        running: The time of the last dated claim.
        age: How many paragraphs ago that was.
        ahead: The last time that lies ahead, for plans that name none.
        base: The time of the article's first dated flow, for flows that name none.
        listed: The time of the first dated claim of the running list.
    """

    running: Time | None = None
    paragraph: int = -1
    age: int = 99
    listed: Time | None = None
    base: Time | None = None
    ahead: Time | None = None
    published: date | None = None


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> tuple[Time | None, str]:
    """The time that dates a figure and the rule that chose it; None means the day of publication."""
    if decision.metric in _TIMELESS:
        return None, "period:timeless"
    if scene.cell is None and clauses.says_now(scene, decision.figure):
        return None, "period:now"
    own = _own(scene, decision, chronicle)
    if own is not None:
        if clauses.in_comparison(scene, decision.figure, own):
            return a_year_before(scene, own, done) or own, COMPARED
        shifted = a_year_before(scene, own, done)
        if chronicle.base is not None and own.text.lower().endswith(forms(scene.language, "the-month")):
            return chronicle.base, "period:article"
        return (own, "period:own") if shifted is None else (shifted, "period:a_year_before")
    return _handed_down(scene, decision, chronicle, done)


def _own(scene: Scene, decision: Decision, chronicle: Chronicle) -> Time | None:
    """The nearest time of the sentence that can date the figure."""
    best: Time | None = None
    best_gap = _OUT_OF_REACH
    for time in scene.times:
        if scene.cell is None and _is_anothers(scene, decision, time, chronicle):
            continue
        if _is_measure(scene, time) or (time.is_comparison and not _is_compared(scene, decision.figure, time)):
            continue
        if decision.mart != "provincial_subsidies" and _is_report_day(scene, time):
            continue
        if decision.metric in _SINCE_RELEASE and _is_release_day(scene, time):
            continue
        gap = _gap(scene, decision, time)
        if scene.cell is not None:
            gap = min(gap, _OUT_OF_REACH - 1.0)  # caption and heading hold for the whole table
        if gap < best_gap:
            best, best_gap = time, gap
    return best if best_gap < _REACH or scene.cell is not None else None


def _is_anothers(scene: Scene, decision: Decision, time: Time, chronicle: Chronicle) -> bool:
    """Whether a time belongs to another statement of the sentence than the figure's."""
    figure = decision.figure
    if clauses.in_comparison(scene, figure, time) is False or clauses.is_shut_in(scene, figure, time):
        return True
    if decision.metric in _FLOWS | _SHARES and time.granularity == "day" and not _is_reckoned_to(scene, time):
        return True  # trade and output are never those of a single day; it is that of an announcement
    if figure.range_role == "from" and (time.is_deadline or _lies_ahead(time, chronicle)):
        return True
    if is_lasting(decision):
        low, high = clauses.segment(scene, figure)
        if not low <= time.first < high:
            opens = time.first <= _OPENING and not any(
                time.last <= other.first < figure.first for other in scene.figures
            )
            if decision.metric in _APPOSED and not decision.is_planned and clauses.is_apposed(scene, figure):
                return True
            if decision.metric not in _FOUNDED and not opens and clauses.holds_now(scene, figure):
                return True
    if time.first >= figure.last:
        crossed = any(figure.last <= other.first < time.first for other in scene.figures)
        if crossed and is_lasting(decision) and clauses.has_verb(scene, figure.last, time.first):
            return True
    return False


def _lies_ahead(time: Time, chronicle: Chronicle) -> bool:
    published = chronicle.published
    return published is not None and time.period_end is not None and time.period_end > published


def _is_reckoned_to(scene: Scene, time: Time) -> bool:
    """``au 30 juin``: the day up to which something is counted."""
    words = scene.sentence.words
    near = [word.folded for word in words[max(0, time.first - 1) : time.first + 1]]
    return any(word in role(scene.language, "at") for word in near)


def is_lasting(decision: Decision) -> bool:
    """Whether a figure tells what there is rather than what happened in a span of time."""
    return decision.metric not in _FLOWS or decision.per is not None


def _handed_down(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> tuple[Time | None, str]:
    """The time of the lead-in, of the list, of the sentence, of the statement before, of the article."""
    flows = decision.metric in _FLOWS
    if scene.is_item and scene.lead is not None and scene.lead.times:
        return scene.lead.times[0], "period:lead"
    if scene.is_item and flows and chronicle.listed is not None:
        return chronicle.listed, "period:list"
    dated = next((d.ruled_time for d in reversed(done) if d.ruled_time is not None and d.metric), None)
    if dated is not None and (flows or decision.metric in _SHARES):
        return dated, "period:same_sentence"
    if flows and decision.is_planned:
        return chronicle.ahead, "period:ahead" if chronicle.ahead is not None else "period:publication"
    if flows and decision.per is None:
        if chronicle.running is not None and chronicle.age == 0:
            return chronicle.running, "period:running"
        if chronicle.base is not None:
            return chronicle.base, "period:article"
    return None, "period:publication"


def place_of(scene: Scene, decision: Decision, time: Time) -> str:
    """What kind of place a time of the sentence has: the figure's own, or that of a report, a release, a measure."""
    if _is_measure(scene, time):
        return "period:measure"
    if _is_report_day(scene, time):
        return "period:report"
    if _is_release_day(scene, time):
        return "period:release"
    return "period:compared" if time.is_comparison and _is_compared(scene, decision.figure, time) else "period:own"


def _is_compared(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether the figure itself is the older one (``contre 35 tonnes un an avant``)."""
    words = scene.sentence.words
    if time.first < figure.last or scene.sentence.distance(figure.last - 1, time.first) > 6.0:
        return False
    place = figure.first - 1
    steps = 0
    while place >= 0 and steps < 5:
        if words[place].folded in role(scene.language, "formerly"):
            return True
        place -= 1
        steps += 1
    return False


def a_year_before(scene: Scene, time: Time, done: Sequence[Decision]) -> Time | None:
    """``contre 13 un an plus tôt`` behind a quarter or a month means the same quarter or month of the year before."""
    if not time.text.startswith(forms(scene.language, "a-year-before")):
        return None
    for earlier in reversed(done):
        known = earlier.ruled_time
        if known is None or known.period_start is None or known.period_end is None:
            continue
        if (known.period_end - known.period_start).days >= 360 or not earlier.metric:
            return None
        return replace(
            time,
            period_start=_back(known.period_start),
            period_end=_back(known.period_end),
            basis=known.basis,
            granularity=known.granularity,
            edtf="",
        )
    return None


def _back(day: date) -> date:
    last_of_february = day.month == 2 and day.day >= 28
    return day.replace(year=day.year - 1, day=28) if last_of_february else day.replace(year=day.year - 1)


def _is_measure(scene: Scene, time: Time) -> bool:
    """Whether a time is what something is measured against (``le double de 2023``)."""
    words = scene.sentence.words[max(0, time.first - 2) : time.first]
    return any(word.folded in role(scene.language, "times-of") for word in words)


def _is_report_day(scene: Scene, time: Time) -> bool:
    """Whether a time only says when a study came out (``selon une étude diffusée fin novembre``)."""
    stems = tuple(role(scene.language, "report-stem"))
    words = scene.sentence.words[max(0, time.first - 3) : time.first]
    return any(word.folded.startswith(stems) for word in words)


def _is_release_day(scene: Scene, time: Time) -> bool:
    """Whether a time tells when a model came out, not when it had been downloaded so often."""
    stems = tuple(role(scene.language, "release-stem"))
    words = scene.sentence.words[max(0, time.first - 4) : time.first]
    return any(word.folded.startswith(stems) for word in words)


def _is_taken(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether a time stands right behind an earlier figure, which it dates."""
    words = scene.sentence.words
    joining = role(scene.language, "joining")
    for other in scene.figures:
        end = max(other.counted_end, other.last)
        if other.first < figure.first and 0 <= time.first - end <= _TAKEN:
            between = words[end : time.first]
            if not any(word.folded in joining or word.text in {"(", ")", ":"} for word in between):
                return True
    return False


def _in_present(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether a verb of the present stands close before a figure, behind the time of an earlier one."""
    present = role(scene.language, "present-verb")
    return any(word.folded in present for word in scene.sentence.words[max(time.last, figure.first - 7) : figure.first])


def _present_before(scene: Scene, figure: Figure) -> bool:
    """Whether a verb of the present governs a figure."""
    present = role(scene.language, "present-verb")
    return any(word.folded in present for word in scene.sentence.words[max(0, figure.first - 5) : figure.first])


def _starts_anew(scene: Scene, place: int) -> bool:
    words = scene.sentence.words
    before = words[place - 1].folded if place else ""
    return before in role(scene.language, "joining")


def _is_first_time(scene: Scene, time: Time) -> bool:
    """``pour la première fois depuis 1998`` tells how long ago, not since when the figure holds."""
    words = scene.sentence.words[max(0, time.first - 5) : time.first]
    return any(word.folded in role(scene.language, "record") for word in words)


def _gap(scene: Scene, decision: Decision, time: Time) -> float:
    figure = decision.figure
    sentence = scene.sentence
    if time.last <= figure.first:
        gap = sentence.distance(time.last - 1, figure.first)
        crossed = [other for other in scene.figures if time.last <= other.first < figure.first]
        gap += 0.5 * len(crossed)
        if any(word.text == ";" for word in sentence.words[time.last : figure.first]):
            gap += 6.0
        if time.is_since and _is_first_time(scene, time):
            return _OUT_OF_REACH
        if time.first <= 2:
            gap *= 0.75  # a sentence that opens with its date keeps it
        if crossed and decision.metric not in _FLOWS and _in_present(scene, figure, time):
            return _OUT_OF_REACH
        if _is_taken(scene, figure, time):
            gap += 6.0
            if any(_starts_anew(scene, name.first) for name in scene.names if time.last <= name.first < figure.first):
                return _OUT_OF_REACH
        return gap
    if time.first >= figure.last:
        gap = sentence.distance(figure.last - 1, time.first)
        between = sentence.words[figure.last : time.first]
        crossed = [other for other in scene.figures if figure.last <= other.first < time.first]
        gap += 4.0 * len(crossed)
        if crossed and (time.is_deadline or (decision.metric not in _FLOWS and _present_before(scene, figure))):
            return _OUT_OF_REACH
        if any(word.text == ":" for word in between) or (
            crossed and any(w.folded in role(scene.language, "new-clause") for w in between)
        ):
            return _OUT_OF_REACH
        if any(word.text in {";", "»", "."} for word in between) or (time.is_since and _is_first_time(scene, time)):
            return _OUT_OF_REACH
        return gap
    return 0.0


def is_flow(decision: Decision) -> bool:
    """Whether a metric counts what happens in a span of time."""
    return decision.metric in _FLOWS


def note_stated(scene: Scene, decisions: Sequence[Decision], chronicle: Chronicle) -> None:
    """Let a past time of a sentence without claims govern the next (``Le groupe publie ses comptes de 2025.``)."""
    if any(decision.metric for decision in decisions) or scene.is_heading:
        return
    for time in scene.times:
        past = chronicle.published is None or (time.period_end is not None and time.period_end <= chronicle.published)
        if (
            time.granularity in {"year", "half", "quarter", "month"}
            and past
            and not time.is_comparison
            and not time.is_since
        ):
            chronicle.running, chronicle.age = time, 0


def remember(scene: Scene, decision: Decision, chronicle: Chronicle) -> None:
    """Let a dated claim govern what follows, unless its time lies ahead."""
    time = decision.ruled_time
    if time is None:
        return
    if scene.is_item and chronicle.listed is None:
        chronicle.listed = time
    ahead = chronicle.published is not None and time.period_end is not None and time.period_end > chronicle.published
    if time.is_deadline or ahead:
        chronicle.ahead = time
        return
    chronicle.running, chronicle.age = time, 0
    if chronicle.base is None and is_flow(decision):
        chronicle.base = time
