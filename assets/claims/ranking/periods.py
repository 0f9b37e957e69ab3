"""What speaks for the time that dates a figure: one of its sentence, one that the text has handed down, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assets.claims.assembly import clauses, time_roles
from assets.claims.assembly.chronicle import Chronicle
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.time_roles import FLOWS, SHARES
from assets.claims.periods.direction import cue_of
from assets.claims.ranking.linear import Facts, Option, Question
from assets.claims.ranking.period_offers import Proposal, class_of, offered, rule_of, source_of

_GAPS = (1, 3, 6, 10, 16)
_WINDOW = 6  # words on each side of a figure that are looked at
_MANY = 3
_OPENING = 2
_PAUSES = {",": "comma", ";": "pause", ":": "colon", "(": "bracket", ")": "bracket", "–": "dash", "—": "dash"}
_LENGTHS = ((1, "day"), (16, "part"), (31, "month"), (93, "quarter"), (184, "half"), (360, "months"), (366, "year"))


@dataclass(slots=True)
class _Field:
    """What holds for all periods of one figure.

    Attributes:
        kind: What the metric tells of: a flow, a rate, a share, a stock or an aid.
        tense: The tense of the verb that governs the figure, as far as its form tells.
        low: First word of the figure's clause; ``high`` lies just past its last.
        sources: How each time of the sentence stands to the figure.
    """

    scene: Scene
    decision: Decision
    chronicle: Chronicle
    rule: str
    kind: str
    tense: str
    low: int
    high: int
    sources: Sequence[str]


def _field_of(scene: Scene, decision: Decision, chronicle: Chronicle, rule: str) -> _Field:
    low, high = clauses.segment(scene, decision.figure)
    sources = [source_of(scene, decision.figure, time, low, high) for time in scene.times]
    return _Field(scene, decision, chronicle, rule, _kind(decision), _tense(scene, decision.figure), low, high, sources)


def question(
    scene: Scene,
    decision: Decision,
    chronicle: Chronicle,
    done: Sequence[Decision],
    ruled: tuple[Time | None, str],
) -> Question:
    """Every period that may date a figure.

    Args:
        scene: The sentence.
        decision: The figure, its metric, subject and rate decided.
        chronicle: What the text has dated so far.
        done: Decisions on earlier figures of the sentence.
        ruled: What the rules chose, and which of them; None means the day of publication.

    Returns:
        A question whose labels are pairs of a time, or None for the day of publication, and the rule that names where
        it comes from; the first is that of the rules.
    """
    time, rule = ruled
    field = _field_of(scene, decision, chronicle, rule)
    proposals = offered(scene, decision, chronicle, done, time, field.sources)
    if len(proposals) == 1:
        return Question({}, [Option({}, {})], [(time, rule)])
    asked = Question({"figure": _context(field), "words": _words(scene, decision.figure)})
    for proposal in proposals:
        facts = _standing(field, proposal) | _handed(field, proposal)
        for mention, source in proposal.own:
            facts |= _position(field, mention, source)
        keys = tuple(source for source in proposal.sources if source != "ruled")
        asked.options.append(Option(facts, {"figure": keys or ("ruled",), "words": (class_of(keys),)}))
        asked.labels.append((proposal.time, rule if "ruled" in proposal.sources else rule_of(keys[0])))
    return asked


def _context(field: _Field) -> Facts:
    scene, decision = field.scene, field.decision
    figure = decision.figure
    inside = any(field.low <= time.first < field.high for time in scene.times)
    facts = {
        "bias": 1.0,
        f"metric:{decision.metric}": 1.0,
        f"kind:{field.kind}": 1.0,
        f"mart:{decision.mart}": 1.0,
        f"figure:{figure.kind}": 1.0,
        f"per:{decision.per}": 1.0,
        f"rule:{field.rule}": 1.0,
        f"times:{min(_MANY, len(scene.times))}": 1.0,
        f"inside:{int(inside)}": 1.0,
        f"tense:{field.tense}": 1.0,
        f"tense:{field.tense}:{field.kind}": 1.0,
        "planned": float(decision.is_planned),
        "cell": float(scene.cell is not None),
        "item": float(scene.is_item),
        "pronominal": float(scene.is_pronominal),
        "opens-paragraph": float(scene.sentence.number == 0),
        "bracket": float(figure.in_brackets),
        "apposed": float(clauses.is_apposed(scene, figure)),
        "now": float(clauses.says_now(scene, figure)),
        "continues": float(clauses.continues(scene, figure)),
    }
    if figure.noun is not None:
        facts[f"noun:{figure.noun.entry.id}"] = 1.0
    return facts


def _kind(decision: Decision) -> str:
    if decision.mart == "provincial_subsidies":
        return "aid"
    if decision.metric in FLOWS:
        return "rate" if decision.per is not None else "flow"
    return "share" if decision.metric in SHARES else "stock"


def _tense(scene: Scene, figure: Figure) -> str:
    """The tense of the verb that governs a figure, as far as its form tells."""
    if clauses.holds_now(scene, figure):
        return "now"
    verb = clauses.governing_verb(scene, figure)
    return cue_of(scene.language, verb) or "none" if verb else "none"


def _words(scene: Scene, figure: Figure) -> Facts:
    """The words around a figure, times and numbers by what they are."""
    words = scene.sentence.words
    facts: Facts = {}
    spans = [
        ("l", range(max(0, figure.first - _WINDOW), figure.first)),
        ("r", range(figure.last, min(len(words), figure.last + _WINDOW))),
    ]
    for side, span in spans:
        for place in span:
            folded = words[place].folded
            if any(time.first <= place < time.last for time in scene.times):
                folded = "<time>"
            facts[f"{side}:{'#' if folded[:1].isdigit() else folded}"] = 1.0
    facts[f"opens:{words[0].folded}"] = 1.0
    return facts


def _standing(field: _Field, proposal: Proposal) -> Facts:
    """Where a period comes from, how long it is, and how it lies to the day of publication."""
    rule, kind = field.rule, field.kind
    is_ruled = "ruled" in proposal.sources
    facts: Facts = {"ruled": 1.0, f"ruled:{rule}": 1.0, f"ruled:{rule}:{kind}": 1.0} if is_ruled else {}
    for source in proposal.sources:
        facts[f"from:{source}"] = 1.0
        if is_ruled:
            facts[f"from:{source}:{rule}"] = 1.0
    time = proposal.time
    if time is None:
        return facts
    length, where = _length(time), _lies(time, field.chronicle.published)
    facts |= {f"length:{length}": 1.0, f"length:{length}:{kind}": 1.0}
    facts |= {f"length:{length}:{source}": 1.0 for source in proposal.sources}
    planned = int(field.decision.is_planned)
    facts |= {f"lies:{where}": 1.0, f"lies:{where}:{kind}": 1.0, f"lies:{where}:planned{planned}": 1.0}
    facts["since"] = float(time.is_since)
    facts["deadline"] = float(time.is_deadline)
    return facts


def _handed(field: _Field, proposal: Proposal) -> Facts:
    """How a period that the text has handed down goes with the figure."""
    facts: Facts = {}
    scene, decision, chronicle = field.scene, field.decision, field.chronicle
    kind, tense = field.kind, field.tense
    if "running" in proposal.sources:
        age = min(_MANY, chronicle.age)
        is_first = int(chronicle.first is chronicle.running)
        facts |= {f"running:first{is_first}": 1.0, f"running:first{is_first}:{age}:item{int(scene.is_item)}": 1.0}
        facts |= {f"age:{age}": 1.0, f"age:{age}:{kind}": 1.0, f"age:{age}:{tense}": 1.0}
        teller = chronicle.teller
        if teller is not None:
            alike = [
                f"subject{int(teller.subject == decision.subject)}",
                f"metric{int(teller.metric == decision.metric)}",
                f"kind{int(_kind(teller) == kind)}",
                f"unit{int(teller.figure.kind == decision.figure.kind)}",
            ]
            facts |= {f"teller:{fact}": 1.0 for fact in alike}
            facts |= {f"teller:{fact}:{kind}:{age}": 1.0 for fact in alike}
            facts |= {f"teller:{fact}:{tense}": 1.0 for fact in alike}
            facts[f"teller:{_kind(teller)}>{kind}"] = 1.0
    if "said" in proposal.sources:
        paragraph, number = chronicle.said_at
        here = paragraph == scene.sentence.paragraph
        ago = min(_MANY, scene.sentence.number - number) if here else "above"
        facts |= {f"said:{ago}": 1.0, f"said:{ago}:{kind}": 1.0, f"said:{ago}:{tense}": 1.0}
    return facts


def _length(time: Time) -> str:
    if time.period_start is None or time.period_end is None:
        return "open"
    days = (time.period_end - time.period_start).days + 1
    return next((name for most, name in _LENGTHS if days <= most), "years")


def _lies(time: Time, published: date | None) -> str:
    """How a period lies to the day of publication."""
    end = time.period_end
    if published is None or end is None:
        return "unknown"
    if end > published:
        return "running" if time.period_start is not None and time.period_start <= published else "ahead"
    return f"past:{min(_MANY, published.year - end.year)}"


def _position(field: _Field, time: Time, source: str) -> Facts:
    """How an expression of the sentence stands to the figure."""
    scene, figure, kind = field.scene, field.decision.figure, field.kind
    words = scene.sentence.words
    end = max(figure.last, figure.counted_end)
    side = "before" if time.last <= figure.first else "behind"
    first, last = (time.last, figure.first) if side == "before" else (end, time.first)
    last = max(first, last)
    gap = sum(last - first >= limit for limit in _GAPS)
    ahead = words[time.first - 1].folded if time.first else "^"
    nearer = [
        other
        for other in scene.times
        if other is not time and ((time.last <= other.first < figure.first) or (end <= other.first < time.first))
    ]
    crossed = [other for other in scene.figures if first <= other.first < last]
    facts = {
        side: 1.0,
        f"{side}:{kind}": 1.0,
        f"{side}:gap{gap}": 1.0,
        f"{side}:gap{gap}:{kind}": 1.0,
        f"{side}:{source}": 1.0,
        f"{side}:{source}:{kind}": 1.0,
        f"{side}:ahead:{ahead}": 1.0,
        f"{side}:first:{words[time.first].folded}": 1.0,
        f"{side}:nearer{min(_MANY, len(nearer))}": 1.0,
        f"{side}:crossed{min(_MANY, len(crossed))}": 1.0,
        f"{side}:crossed{min(_MANY, len(crossed))}:{kind}": 1.0,
        f"{side}:opens": float(time.first <= _OPENING),
        f"{side}:opens:{kind}": float(time.first <= _OPENING),
        f"{side}:verb": float(clauses.has_verb(scene, first, last)),
        f"granularity:{time.granularity}": 1.0,
        f"granularity:{time.granularity}:{kind}": 1.0,
        f"basis:{time.basis}": 1.0,
        "comparison": float(time.is_comparison),
        "measure": float(time_roles.is_measure(scene, time)),
        "report": float(time_roles.is_report_day(scene, time)),
        "announced": float(time_roles.is_announced(scene, time)),
        "release": float(time_roles.is_release_day(scene, time)),
        "shut-in": float(clauses.is_shut_in(scene, figure, time)),
        "of-apposition": float(clauses.is_of_an_apposition(scene, figure, time)),
        f"{side}:taken": float(_is_nearer_another(scene, figure, time)),
        f"{side}:names": float(any(first <= name.first < last for name in scene.names)),
    }
    for place in range(first, last):
        pause = _PAUSES.get(words[place].text)
        if pause is not None:
            facts[f"{side}:{pause}"] = 1.0
            facts[f"{side}:{pause}:{kind}"] = 1.0
        facts[f"{side}:between:{words[place].folded}"] = 1.0
    return facts


def _is_nearer_another(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether another figure stands nearer to an expression."""
    own = _words_to(figure, time)
    return any(other is not figure and _words_to(other, time) < own for other in scene.figures)


def _words_to(figure: Figure, time: Time) -> int:
    return figure.first - time.last if time.last <= figure.first else time.first - figure.last
