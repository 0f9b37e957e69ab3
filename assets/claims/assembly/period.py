"""When a figure holds: the expression of its own clause, of its sentence, or what the text said before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assets.claims.assembly import clauses, time_owners, time_roles, time_spans
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.time_roles import FLOWS, OUT_OF_REACH, SHARES, is_flow
from assets.claims.assembly.words import forms, role
from assets.claims.periods.direction import cue_of

# A model's size and price hold as long as nothing else is said; a date beside them is mostly that of its release.
_REACH = 40.0
_TERM = 60  # days; shorter ones are those in which applications are taken
_LABEL_ENDS = frozenset({".", ":", "–", "—"})
_SPOKEN = 12.0  # how much farther the time of an announcement counts than that of what is announced
COMPARED = "period:compared"
_SINCE_RELEASE = frozenset({"downloads", "derivative_models", "derivative_apps", "active_users"})
# What a sentence in the past tense tells of the time of the one before (``CATL en a fourni 43 %``).
_TOLD = SHARES | {"adopter_count", "installed_base"}
# What a scheme promises for its whole term.
_GRANTED = frozenset({"subsidy_ceiling", "subsidy_rate", "subsidy_amount", "programme_budget"})
_SERVED = frozenset({"active_users", "tokens_processed", "downloads"})
_SHORT = 7  # words of a sentence that leaves out what the one before has said (``Américains : 34.``)
_BEYOND = 12.0  # how much farther a time of another clause counts
_BESIDE = 2  # words between a name and the figure that it has without a verb
_RECENT = 2  # years before publication
_APART = 2  # sentences between two that give the same measure, the second without a verb
_TIMELESS = frozenset({"parameter_count", "training_cost", "api_price"})


@dataclass(slots=True)
class Chronicle:
    """The times that govern what follows.

    Attributes:
        running: The time of the last dated claim.
        age: How many paragraphs ago that was.
        ahead: The last time that lies ahead, for plans that name none.
        sentence: Where the sentence begins whose claim set the running time.
        term: The term of the scheme that the article tells of, and ``granter`` whose scheme it is.
        label: The time that stands alone before a paragraph's statements (``2022.``), and ``labelled`` which paragraph.
        spans: The last month, quarter and half year that dated a claim, and under ``any`` the last of all.
        base: The time of the article's first dated flow, for flows that name none.
        listed: The time of the first dated claim of the running list.
        told: By metric, the time of the last sentence that had a dated claim of it, and ``told_at`` where that stands.
    """

    running: Time | None = None
    paragraph: int = -1
    age: int = 99
    listed: Time | None = None
    told: dict[str, Time] = field(default_factory=dict)
    told_at: tuple[int, int] = (-1, -1)
    base: Time | None = None
    ahead: Time | None = None
    published: date | None = None
    sentence: int = -1
    term: Time | None = None
    granter: str = ""
    label: Time | None = None
    labelled: int = -1
    spans: dict[str, Time] = field(default_factory=dict)


def choose(scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]) -> tuple[Time | None, str]:
    """The time that dates a figure and the rule that chose it; None means the day of publication."""
    if decision.metric in _TIMELESS and not (decision.metric == "api_price" and scene.cell is not None):
        priced = _time_of_price(scene, decision) if decision.metric == "api_price" else None
        if priced is not None:
            return priced, "period:own"
        if decision.metric == "api_price" and _labelled(scene, chronicle) is not None:
            return _labelled(scene, chronicle), "period:label"
        return None, "period:timeless"
    if scene.cell is None and clauses.says_now(scene, decision.figure):
        return None, "period:now"
    restated = _restated(scene, decision, done)
    if restated is not None:
        return restated.ruled_time, "period:restated"
    if is_flow(decision) and decision.is_planned and time_spans.is_for_the_year(scene, decision.figure):
        return _aimed(scene, decision, chronicle)
    own = _own(scene, decision, chronicle, done)
    if own is not None and time_spans.is_later_now(own, chronicle.published):
        return None, "period:now"
    if own is not None:
        own = time_spans.fitted(scene, decision, own, flows=is_flow(decision))
        if clauses.in_comparison(scene, decision.figure, own):
            return a_year_before(scene, own, done) or own, COMPARED
        shifted = a_year_before(scene, own, done)
        if own.text.lower().endswith(forms(scene.language, "the-month")):
            spoken = _labelled(scene, chronicle) or chronicle.spans.get("month") or chronicle.base
            if spoken is not None:
                return spoken, "period:article"
        return (own, "period:own") if shifted is None else (shifted, "period:a_year_before")
    return _handed_down(scene, decision, chronicle, done)


def _time_of_price(scene: Scene, decision: Decision) -> Time | None:
    """A price holds now, unless it is told since when, or of the past (``coûtait 60 dollars en 2023``)."""
    figure = decision.figure
    low, high = clauses.segment(scene, figure)
    for time in scene.times:
        between = scene.sentence.words[min(time.last, figure.last) : max(time.first, figure.first)]
        is_parted = any(word.folded in role(scene.language, "new-clause") for word in between)
        if time.is_since and not is_parted:
            return time
        if low <= time.first < high and not is_parted and clauses.continues(scene, figure):
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


def _handed_down(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> tuple[Time | None, str]:
    """The time of the lead-in, of the list, of the sentence, of the statement before, of the article."""
    governing = _governing(scene, decision, chronicle, done)
    if governing is not None:
        return governing
    flows = decision.metric in FLOWS
    if scene.is_item and flows and chronicle.listed is not None:
        return chronicle.listed, "period:list"
    dated = next((d.ruled_time for d in reversed(done) if d.ruled_time is not None and d.metric), None)
    inherits = decision.metric in FLOWS | SHARES
    lasts = decision.metric in SHARES or decision.per is not None
    is_left = decision.metric in SHARES and clauses.is_left(scene, decision.figure)
    if dated is not None and inherits and not is_left and not (lasts and _stands_apart(scene, decision)):
        return dated, "period:same_sentence"
    parallel = _parallel(scene, decision, done)
    if parallel is not None:
        return parallel, "period:parallel"
    if flows and decision.is_planned:
        return _aimed(scene, decision, chronicle)
    if flows and decision.per is None:
        if chronicle.running is not None and chronicle.age == 0:
            return chronicle.running, "period:running"
        if chronicle.base is not None:
            return chronicle.base, "period:article"
    is_told = decision.metric in _TOLD and chronicle.age == 0 and chronicle.running is not None
    if is_told and not decision.is_planned and clauses.continues(scene, decision.figure):
        return chronicle.running, "period:running"
    told = _told_before(scene, decision, chronicle)
    if told is not None:
        return told, "period:same_measure"
    after = _after_compared(scene, decision, chronicle.published)
    return (after, "period:year_after") if after is not None else (None, "period:publication")


def _after_compared(scene: Scene, decision: Decision, published: date | None) -> Time | None:
    """``ont pesé 48 % des ventes, contre 41 % en 2023``: the year after the one that it is compared with."""
    dated = decision.metric in FLOWS | SHARES or decision.metric == "programme_budget"
    if not dated or decision.per is not None or published is None:
        return None
    if decision.metric != "programme_budget" and clauses.holds_now(scene, decision.figure):
        return None
    for time in scene.times:
        if time.granularity == "year" and time.first >= decision.figure.last and time.period_start is not None:
            recent = published.year - time.period_start.year <= _RECENT
            if recent and clauses.in_comparison(scene, decision.figure, time) is False:
                return time_spans.year_after(time)
    return None


def _told_before(scene: Scene, decision: Decision, chronicle: Chronicle) -> Time | None:
    """The time of the sentence before, if this one gives the same measure of another (``Geely, 8 %.``)."""
    told = chronicle.told.get(decision.metric)
    paragraph, number = chronicle.told_at
    distance = scene.sentence.number - number
    if told is None or decision.is_planned or paragraph != scene.sentence.paragraph or not 0 < distance <= _APART:
        return None
    count = len(scene.sentence.words)
    if count <= _SHORT and not clauses.has_verb(scene, 0, count):
        return told
    goes_on = distance == 1 and decision.metric in _SERVED and clauses.continues(scene, decision.figure)
    thereof = role(scene.language, "thereof")
    return told if goes_on and any(word.folded in thereof for word in scene.sentence.words) else None


def _parallel(scene: Scene, decision: Decision, done: Sequence[Decision]) -> Time | None:
    """The time of the figure before, of which this one gives the like without a verb (``…, Zhengzhou 2 200``)."""
    before = done[-1] if done else None
    if before is None or before.metric != decision.metric or decision.is_planned != before.is_planned:
        return None
    figure = decision.figure
    low, high = clauses.segment(scene, figure)
    if before.figure.last > low or clauses.has_verb(scene, low, high):
        return None
    is_named = any(low <= name.first and 0 <= figure.first - name.last <= _BESIDE for name in scene.names)
    return before.ruled_time if is_named else None


def _stands_apart(scene: Scene, decision: Decision) -> bool:
    """Whether a rate, or what a semicolon parts from the rest, is told of the present."""
    before = scene.sentence.words[: decision.figure.first]
    is_parted = decision.per is not None or any(word.text == ";" for word in before)
    return is_parted and clauses.holds_now(scene, decision.figure)


def _has_own(decision: Decision, done: Sequence[Decision]) -> bool:
    """Whether the sentence dates the same measure of another by itself."""
    return any(other.metric == decision.metric and other.time_rule == "period:own" for other in done)


def _governing(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> tuple[Time, str] | None:
    """The time of what stands above: label, span spoken of, scheme's term, lead-in."""
    label = _labelled(scene, chronicle)
    if label is not None and not _has_own(decision, done):
        return label, "period:label"
    spoken = time_spans.spoken_of(scene, decision.figure, chronicle.spans) if scene.cell is None else None
    if spoken is not None:
        return spoken, "period:spoken_of"
    if chronicle.term is not None and _is_of_term(scene, decision):
        chronicle.granter = chronicle.granter or decision.subject
        if chronicle.granter == decision.subject:
            return chronicle.term, "period:term"
    if scene.is_item and scene.lead is not None and scene.lead.times:
        return scene.lead.times[0], "period:lead"
    return None


def _is_of_term(scene: Scene, decision: Decision) -> bool:
    """Whether a scheme's term dates a figure: what it promises, its budget and those whom it is to serve."""
    if decision.metric == "beneficiary_count":
        return decision.is_planned
    verb = clauses.governing_verb(scene, decision.figure)
    is_past = cue_of(scene.language, verb) == "past" or clauses.is_past(scene, decision.figure)
    if (
        decision.metric == "programme_budget"
    ):  # ``a provisionné 9 millions`` is for the term, ``avait versé`` was before
        return not (is_past and fold(verb).endswith(tuple(role(scene.language, "imperfect-ending"))))
    return decision.metric in _GRANTED and not is_past


def _aimed(scene: Scene, decision: Decision, chronicle: Chronicle) -> tuple[Time | None, str]:
    """The time of a plan that names none: this year's, or the last that was told of."""
    aimed = time_spans.this_year(scene, decision.figure, chronicle.published)
    if aimed is not None:
        return aimed, "period:this_year"
    return chronicle.ahead, "period:ahead" if chronicle.ahead is not None else "period:publication"


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


def _labelled(scene: Scene, chronicle: Chronicle) -> Time | None:
    """The time that stands alone at the head of the paragraph or opens its heading, or None."""
    if chronicle.labelled == scene.sentence.paragraph:
        return chronicle.label
    heading = scene.heading
    return heading.times[0] if heading is not None and _is_label(heading) else None


def note_stated(scene: Scene, decisions: Sequence[Decision], chronicle: Chronicle) -> None:
    """Let a past time of a sentence without claims govern the next (``Le groupe publie ses comptes de 2025.``)."""
    if _is_label(scene):
        chronicle.label, chronicle.labelled = scene.times[0], scene.sentence.paragraph
    _note_term(scene, decisions, chronicle)
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


def _is_label(scene: Scene) -> bool:
    """Whether a paragraph opens with nothing but a time (``Mars 2024. Le groupe …``)."""
    words = scene.sentence.words
    if scene.sentence.number or not scene.times or scene.times[0].first:
        return False
    last = scene.times[0].last
    return (scene.is_heading and last == len(words)) or (last < len(words) and words[last].text in _LABEL_ENDS)


def _note_term(scene: Scene, decisions: Sequence[Decision], chronicle: Chronicle) -> None:
    """Keep the term of a scheme (``Ces mesures s'appliquent du 1er mars 2025 au 31 décembre 2027``)."""
    granted = [decision for decision in decisions if decision.metric in _GRANTED]
    stems = tuple(role(scene.language, "in-force-stem"))
    is_stated = any(word.folded.startswith(stems) for word in scene.sentence.words)
    for time in scene.times:
        first, last = time.period_start, time.period_end
        if time.is_since or time.granularity != "interval" or first is None or last is None:
            continue
        if (last - first).days <= _TERM:
            continue
        ahead = chronicle.published is not None and last > chronicle.published
        if is_stated or (ahead and any(decision.ruled_time is time for decision in granted)):
            chronicle.term = None if _is_over(last, chronicle) else time
            chronicle.granter = granted[0].subject if granted else ""


def _is_over(last: date, chronicle: Chronicle) -> bool:
    return chronicle.published is not None and last < chronicle.published


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
    _note_span(time, chronicle)
    _note_told(scene, decision, time, chronicle)
    same = chronicle.sentence == scene.sentence.start and chronicle.running is not None
    if same and _ends_before(time, chronicle.running):
        return  # of several times of one sentence, the latest goes on
    chronicle.running, chronicle.age, chronicle.sentence = time, 0, scene.sentence.start
    if chronicle.base is None and is_flow(decision):
        chronicle.base = time


def _note_told(scene: Scene, decision: Decision, time: Time, chronicle: Chronicle) -> None:
    place = (scene.sentence.paragraph, scene.sentence.number)
    if place != chronicle.told_at:
        chronicle.told, chronicle.told_at = {}, place
    known = chronicle.told.get(decision.metric)
    if known is None or not _ends_before(time, known):
        chronicle.told[decision.metric] = time


def _ends_before(time: Time, other: Time | None) -> bool:
    if other is None or time.period_end is None:
        return False
    if other.period_end is None:
        return not other.is_since  # in an undated article ``l'an dernier`` is later than a year with a number
    return time.period_end < other.period_end


def _note_span(time: Time, chronicle: Chronicle) -> None:
    """Keep a month, quarter or half year, of which the text may say ``le mois``, ``la période``."""
    for unit in (time.granularity, "any"):
        known = chronicle.spans.get(unit)
        if unit != "day" and not _ends_before(time, known) and not time.is_since:
            chronicle.spans[unit] = time
