"""What the text has dated so far: the times that govern the figures after it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.time_roles import is_flow, is_measure
from assets.claims.assembly.words import role

# What a scheme promises for its whole term.
GRANTED = frozenset({"subsidy_ceiling", "subsidy_rate", "subsidy_amount", "programme_budget"})
_OPENING = 6  # words of ``C'est moins que les``
_APOSTROPHES = frozenset({"'", "’"})
_MONTH = 31  # days
_TERM = 60  # days; shorter ones are those in which applications are taken
_LABEL_ENDS = frozenset({".", ":", "–", "—"})


@dataclass(slots=True)
class Chronicle:
    """The times that govern what follows.

    Attributes:
        running: The time of the last dated claim.
        age: How many paragraphs ago that was.
        ahead: The last time that lies ahead, for plans that name none, and ``ahead_at`` its paragraph.
        sentence: Where the sentence begins whose claim set the running time.
        term: The term of the scheme that the article tells of, and ``granter`` whose scheme it is.
        label: The time that stands alone before a paragraph's statements (``2022.``), and ``labelled`` which paragraph.
        caption: The time of the line above a ranking whose rows are lines of their own.
        spans: The last month, quarter and half year that dated a claim, and under ``any`` the last of all.
        base: The time of the article's first dated flow, for flows that name none; at first that of its title, which
            is ``titled``, too, until a flow is dated.
        listed: The time of the first dated claim of the running list.
        teller: The claim that set the running time.
        first: The time of the first dated claim of the last paragraph that has one, and ``first_at`` that paragraph.
        said: The last time that a sentence named, whatever for, and ``said_at`` that sentence's paragraph and number.
        opening: The first time that the paragraph named, and ``opened`` which paragraph.
        told: By metric, the time of the last sentence that had a dated claim of it, and ``told_at`` where that stands.
    """

    running: Time | None = None
    paragraph: int = -1
    age: int = 99
    listed: Time | None = None
    teller: Decision | None = None
    first: Time | None = None
    first_at: int = -1
    said: Time | None = None
    said_at: tuple[int, int] = (-1, -1)
    opening: Time | None = None
    opened: int = -1
    told: dict[str, Time] = field(default_factory=dict)
    told_at: tuple[int, int] = (-1, -1)
    base: Time | None = None
    titled: Time | None = None
    ahead: Time | None = None
    ahead_at: int = -1
    published: date | None = None
    sentence: int = -1
    term: Time | None = None
    granter: str = ""
    label: Time | None = None
    labelled: int = -1
    caption: Time | None = None
    spans: dict[str, Time] = field(default_factory=dict)


def labelled(scene: Scene, chronicle: Chronicle) -> Time | None:
    """The time that stands alone at the head of the paragraph or opens its heading, or None."""
    if chronicle.labelled == scene.sentence.paragraph:
        return chronicle.label
    heading = scene.heading
    return heading.times[0] if heading is not None and _is_label(heading) else None


def note_stated(scene: Scene, decisions: Sequence[Decision], chronicle: Chronicle) -> None:
    """Let a past time of a sentence without claims govern the next (``Le groupe publie ses comptes de 2025.``)."""
    if _is_label(scene):
        chronicle.label, chronicle.labelled = scene.times[0], scene.sentence.paragraph
    _note_caption(scene, decisions, chronicle)
    _note_term(scene, decisions, chronicle)
    _note_said(scene, chronicle)
    if any(decision.metric for decision in decisions) or scene.is_heading:
        return
    for time in scene.times:
        past = chronicle.published is None or (time.period_end is not None and time.period_end <= chronicle.published)
        if (
            time.granularity in {"year", "half", "quarter", "month"}
            and past
            and not time.is_comparison
            and not time.is_since
            and not is_measure(scene, time)
        ):
            chronicle.running, chronicle.age = time, 0


def _note_caption(scene: Scene, decisions: Sequence[Decision], chronicle: Chronicle) -> None:
    """Keep the time of a line above a ranking, as long as lines follow that are rows of it (``1. Dalian – 40 GW``)."""
    if not scene.is_heading:
        chronicle.caption = None
    elif not any(decision.metric for decision in decisions):
        chronicle.caption = scene.times[0] if scene.times else None


def _note_said(scene: Scene, chronicle: Chronicle) -> None:
    """Keep the times that a sentence names, for the figures of the next ones."""
    named = [time for time in scene.times if not time.is_comparison]
    if scene.cell is not None or not named:
        return
    place = (scene.sentence.paragraph, scene.sentence.number)
    chronicle.said, chronicle.said_at = named[0], place
    if chronicle.opened != place[0]:
        chronicle.opening, chronicle.opened = named[0], place[0]


def _is_label(scene: Scene) -> bool:
    """Whether a paragraph opens with nothing but a time (``Mars 2024. Le groupe …``)."""
    words = scene.sentence.words
    if scene.sentence.number or not scene.times or scene.times[0].first:
        return False
    last = scene.times[0].last
    return (scene.is_heading and last == len(words)) or (last < len(words) and words[last].text in _LABEL_ENDS)


def _note_term(scene: Scene, decisions: Sequence[Decision], chronicle: Chronicle) -> None:
    """Keep the term of a scheme (``Ces mesures s'appliquent du 1er mars 2025 au 31 décembre 2027``)."""
    if not any(time.granularity == "interval" for time in scene.times):
        return
    granted = [decision for decision in decisions if decision.metric in GRANTED]
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
        chronicle.ahead, chronicle.ahead_at = time, scene.sentence.paragraph
        return
    if _weighs(scene):
        return
    if chronicle.first_at != scene.sentence.paragraph:
        chronicle.first, chronicle.first_at = time, scene.sentence.paragraph
    _note_span(time, chronicle)
    _note_told(scene, decision, time, chronicle)
    same = chronicle.sentence == scene.sentence.start and chronicle.running is not None
    if same and _ends_before(time, chronicle.running):
        return  # of several times of one sentence, the latest goes on
    chronicle.running, chronicle.age, chronicle.sentence = time, 0, scene.sentence.start
    chronicle.teller = decision
    if is_flow(decision) and (chronicle.base is None or _is_short_for(chronicle, time)):
        chronicle.base = time


def _weighs(scene: Scene) -> bool:
    """Whether a sentence only weighs what was told against another time (``C'est moins que les 6 % de janvier``)."""
    opening = [word.folded for word in scene.sentence.words[:_OPENING] if word.text not in _APOSTROPHES]
    pronoun, verb, more, than = [*opening, "", "", "", ""][:4]
    said = role(scene.language, "this"), role(scene.language, "being"), role(scene.language, "more")
    return pronoun in said[0] and verb in said[1] and more in said[2] and than in role(scene.language, "than")


def _is_short_for(chronicle: Chronicle, time: Time) -> bool:
    """Whether the title's month is the last of the two that the text begins with (``janvier et février``)."""
    named, chronicle.titled = chronicle.titled, None
    if named is None or None in (named.period_start, named.period_end, time.period_start, time.period_end):
        return False
    first, last = cast("date", time.period_start), cast("date", time.period_end)
    return last == named.period_end and named.granularity == "month" and _MONTH < (last - first).days < 2 * _MONTH


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
