"""The time that a figure without one of its own is handed: by heading, list, sentence, statement before or article."""

from collections.abc import Sequence
from datetime import date

from assets.claims.assembly import clauses, time_reports, time_spans
from assets.claims.assembly.chronicle import GRANTED, Chronicle, labelled
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.time_roles import FLOWS, SHARES
from assets.claims.assembly.words import role
from assets.claims.periods.direction import cue_of

# What a sentence in the past tense tells of the time of the one before (``CATL en a fourni 43 %``).
_TOLD = SHARES | {"adopter_count", "installed_base"}
_PAID = frozenset({"programme_spent", "beneficiary_count"})
_SERVED = frozenset({"active_users", "tokens_processed", "downloads"})
# What a present verb tells of now (``fabrique 9 millions de pneus``); sums of money are those of the last accounts.
_VOLUMES = frozenset({"output_volume", "sales_volume", "export_volume"})
_SHORT = 7  # words of a sentence that leaves out what the one before has said (``Américains : 34.``)
_APART = 2  # sentences between two that give the same measure, the second without a verb
_BESIDE = 2  # words between a name and the figure that it has without a verb
_RECENT = 2  # years before publication


def handed_down(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> tuple[Time | None, str]:
    """The time of the lead-in, of the list, of the sentence, of the statement before, of the article."""
    governing = _governing(scene, decision, chronicle, done)
    if governing is not None:
        return governing
    flows = decision.metric in FLOWS
    is_now = decision.metric in _VOLUMES and _is_made_now(scene, decision)
    if scene.is_item and flows and chronicle.listed is not None and not is_now:
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
        return aimed(scene, decision, chronicle)
    if flows and decision.per is None and not is_now:
        if chronicle.running is not None and chronicle.age == 0:
            return chronicle.running, "period:running"
        if chronicle.base is not None:
            return chronicle.base, "period:article"
    is_told = decision.metric in _TOLD or _is_paid_out_too(decision, chronicle)
    if (
        is_told
        and chronicle.age == 0
        and chronicle.running is not None
        and not decision.is_planned
        and clauses.continues(scene, decision.figure)
    ):
        return chronicle.running, "period:running"
    told = _told_before(scene, decision, chronicle)
    if told is not None:
        return told, "period:same_measure"
    after = _after_compared(scene, decision, chronicle.published)
    return (after, "period:year_after") if after is not None else (None, "period:publication")


def _is_paid_out_too(decision: Decision, chronicle: Chronicle) -> bool:
    """``En 2024, la province a versé 9 millions. Dalian en a versé 3.``: what was paid goes on with what was paid."""
    teller, running = chronicle.teller, chronicle.running
    if decision.metric != "programme_spent" or teller is None or running is None or running.is_since:
        return False
    return teller.metric in _PAID


def _is_made_now(scene: Scene, decision: Decision) -> bool:
    """Whether a present verb tells what is made or sold now, rather than how a statement of numbers goes on."""
    tallies = role(scene.language, "tallying")
    return (
        clauses.holds_now(scene, decision.figure)
        and fold(clauses.governing_verb(scene, decision.figure)) not in tallies
    )


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
    if distance == 1 and decision.metric == "programme_budget" and scene.is_pronominal:
        return told if told.granularity == "year" else None
    goes_on = distance == 1 and decision.metric in _SERVED and clauses.continues(scene, decision.figure)
    thereof = role(scene.language, "thereof")
    return told if goes_on and any(word.folded in thereof for word in scene.sentence.words) else None


def _parallel(scene: Scene, decision: Decision, done: Sequence[Decision]) -> Time | None:
    """The time of the figure before, of which this one gives the like without a verb (``…, Zhengzhou 2 200``)."""
    before = done[-1] if done else None
    if before is None or before.metric != decision.metric or decision.is_planned != before.is_planned:
        return None
    figure = decision.figure
    low, high = before.figure.last, clauses.segment(scene, figure)[1]
    if low > figure.first or clauses.has_verb(scene, low, high):
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
    label = labelled(scene, chronicle)
    if label is not None and not _has_own(decision, done):
        return label, "period:label"
    spoken = time_spans.spoken_of(scene, decision.figure, chronicle.spans) if scene.cell is None else None
    if spoken is not None:
        return spoken, "period:spoken_of"
    if scene.cell is None and decision.metric in FLOWS | SHARES and not decision.is_planned:
        over = time_reports.span_over(scene, decision.figure, chronicle.published)
        if over is not None:
            return over, "period:spoken_of"
    if chronicle.term is not None and _is_of_term(scene, decision):
        chronicle.granter = chronicle.granter or decision.subject
        if chronicle.granter == decision.subject:
            return chronicle.term, "period:term"
    if scene.is_heading and chronicle.caption is not None:
        return chronicle.caption, "period:lead"
    if scene.is_item and scene.lead is not None and scene.lead.times:
        return scene.lead.times[0], "period:lead"
    return None


def _is_of_term(scene: Scene, decision: Decision) -> bool:
    """Whether a scheme's term dates a figure: what it promises, its budget and those whom it is to serve."""
    if decision.metric == "beneficiary_count":
        return decision.is_planned
    verb = clauses.governing_verb(scene, decision.figure)
    is_past = cue_of(scene.language, verb) == "past" or clauses.is_past(scene, decision.figure)
    is_past = (is_past and not _is_entitled(scene, decision.figure)) or _has_gone(scene, decision.figure)
    if (
        decision.metric == "programme_budget"
    ):  # ``a provisionné 9 millions`` is for the term, ``avait versé`` was before
        return not (is_past and fold(verb).endswith(tuple(role(scene.language, "imperfect-ending"))))
    return decision.metric in GRANTED and not is_past


def _is_entitled(scene: Scene, figure: Figure) -> bool:
    """``un apprenti a droit à 900 yuans``: its auxiliary tells no past."""
    low, _ = clauses.segment(scene, figure)
    return any(word.folded in role(scene.language, "entitlement") for word in scene.sentence.words[low : figure.first])


def _has_gone(scene: Scene, figure: Figure) -> bool:
    """``La plus forte, 3 millions, est allée à …``: a perfect behind what stands between commas."""
    words, language = scene.sentence.words, scene.language
    place = max(figure.last, figure.counted_end)
    if place + 2 >= len(words) or words[place].text != "," or words[figure.first - 1].text != ",":
        return False
    auxiliary, participle = words[place + 1], words[place + 2]
    is_perfect = auxiliary.folded in role(language, "being") or cue_of(language, auxiliary.text) == "past"
    return is_perfect and cue_of(language, participle.text) == "participle"


def aimed(scene: Scene, decision: Decision, chronicle: Chronicle) -> tuple[Time | None, str]:
    """The time of a plan that names none: this year's, or the last that was told of."""
    aimed = time_spans.this_year(scene, decision.figure, chronicle.published)
    if aimed is not None:
        return aimed, "period:this_year"
    if decision.per is not None or chronicle.ahead is None or chronicle.ahead_at != scene.sentence.paragraph:
        return None, "period:publication"  # a rate, or another's plan
    return chronicle.ahead, "period:ahead"
