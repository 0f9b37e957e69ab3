"""What speaks for a period: where its words stand, what governs the clause, what the text said before."""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.claims.assembly.model import Decision, Scene, Time
from assets.claims.assembly.words import role
from assets.claims.ranking.linear import Facts, Option, Question

_GAPS = (2.0, 5.0, 9.0, 15.0, 25.0)
_BEFORE, _BEHIND = 3, 2
_LONGEST = 4
_FLOWS = frozenset({"output", "sales", "export"})


@dataclass(frozen=True, slots=True)
class Dating:
    """A time that a rule proposes for a figure.

    Attributes:
        time: The time; None stands for the day of publication.
        rule: The rule that proposes it.
        is_ruled: Whether the rules by themselves would choose it.
        stands: The time as it stands in the sentence, where the proposal derives from one.
    """

    time: Time | None
    rule: str
    is_ruled: bool = False
    stands: Time | None = None


def question(scene: Scene, decision: Decision, datings: Sequence[Dating], done: Sequence[Decision]) -> Question:
    """Every proposed dating as an option, in the order of the proposals."""
    asked = Question({"figure": _context(scene, decision)})
    last = next((other for other in reversed(done) if other.metric and not other.reason), None)
    for dating in datings:
        rule = dating.rule.removeprefix("period:")
        facts = {f"rule:{rule}": 1.0, "ruled": float(dating.is_ruled)}
        if dating.is_ruled:
            facts[f"ruled:{rule}"] = 1.0
        key = rule
        if dating.time is not None:
            key = f"{rule}:{dating.time.granularity}"
            facts |= _kind(dating.time)
        if dating.stands is not None:
            facts |= _position(scene, decision, dating.stands)
        if last is not None:
            same = (last.time and _days(last.time)) == (dating.time and _days(dating.time))
            facts["same-as-last"] = float(same)
            facts[f"same-as-last:{rule}"] = float(same)
            facts["same-as-last:like"] = float(same and last.figure.kind == decision.figure.kind)
            facts["same-as-last:metric"] = float(same and last.metric == decision.metric)
            facts[f"last-{last.aspect}>{decision.aspect}:{int(same)}"] = 1.0
        asked.options.append(Option(facts, {"figure": (rule, key)}))
        asked.labels.append(dating)
    return asked


def _days(time: Time) -> tuple[object, object]:
    return time.period_start, time.period_end


def _context(scene: Scene, decision: Decision) -> Facts:
    figure = decision.figure
    words = scene.sentence.words
    facts = {
        "bias": 1.0,
        f"metric:{decision.metric}": 1.0,
        f"mart:{decision.mart}": 1.0,
        f"aspect:{decision.aspect}": 1.0,
        f"planned:{int(decision.is_planned)}": 1.0,
        f"per:{decision.per or ''}": 1.0,
        f"flow:{int(decision.family in _FLOWS)}:{decision.aspect}": 1.0,
        f"opens:{int(scene.sentence.number == 0)}": 1.0,
        f"times:{min(_LONGEST, len(scene.times))}": 1.0,
        "bracket": float(figure.in_brackets),
        "cell": float(scene.cell is not None),
        "item": float(scene.is_item),
    }
    present = role(scene.language, "present-verb")
    near = [word.folded for word in words[max(0, figure.first - 6) : figure.first]]
    facts["present"] = float(any(word in present for word in near))
    for folded in near:
        facts[f"w:{_sign(folded)}"] = 1.0
    for word in words[max(figure.last, figure.counted_end) :][:4]:
        facts[f"v:{_sign(word.folded)}"] = 1.0
    return facts


def _kind(time: Time) -> Facts:
    return {
        f"granularity:{time.granularity}": 1.0,
        f"basis:{time.basis}": 1.0,
        "since": float(time.is_since),
        "deadline": float(time.is_deadline),
        "comparison": float(time.is_comparison),
        "open": float(time.period_start is None or time.period_end is None),
    }


def _position(scene: Scene, decision: Decision, time: Time) -> Facts:
    sentence, figure = scene.sentence, decision.figure
    words = sentence.words
    end = max(figure.counted_end, figure.last)
    if time.last <= figure.first:
        side, gap, between = "before", sentence.distance(time.last - 1, figure.first), range(time.last, figure.first)
    elif time.first >= figure.last:
        side, gap, between = "after", sentence.distance(end - 1, time.first), range(end, time.first)
    else:
        side, gap, between = "inside", 0.0, range(0)
    figures = [other for other in scene.figures if other.first in between]
    times = [other for other in scene.times if other.first in between]
    folded = [words[place].folded for place in between]
    step = sum(gap >= limit for limit in _GAPS)
    facts = {
        side: 1.0,
        f"{side}:gap{step}": 1.0,
        f"{side}:gap": gap / 10.0,
        f"{side}:figures": float(min(3, len(figures))),
        f"{side}:figures>0": float(bool(figures)),
        f"{side}:alike": float(any(other.kind == figure.kind for other in figures)),
        f"{side}:times": float(min(3, len(times))),
        f"{side}:no-times": float(not times),
        f"{side}:commas": float(min(3, folded.count(","))),
        f"{side}:breaks": float(any(mark in folded for mark in (";", ":", "»", ")"))),
        f"{side}:opening-bracket": float("(" in folded),
        f"{side}:and": float(any(word in role(scene.language, "and") for word in folded)),
        f"{side}:joining": float(any(word in role(scene.language, "joining") for word in folded)),
        f"{side}:new-clause": float(any(word in role(scene.language, "new-clause") for word in folded)),
        f"{side}:opens": float(time.first <= 2),
        f"{side}:names": float(min(2, sum(name.first in between for name in scene.names))),
        f"{side}:pair:{decision.aspect}:{time.granularity}": 1.0,
        f"{side}:nearest": float(_is_nearest(scene, decision, time, gap)),
    }
    for word in words[max(0, time.first - _BEFORE) : time.first]:
        facts[f"p:{_sign(word.folded)}"] = 1.0
    for word in words[time.last : time.last + _BEHIND]:
        facts[f"q:{_sign(word.folded)}"] = 1.0
    others = [other for other in scene.figures if other is not figure]
    facts["other-nearer"] = float(any(_distance(scene, other.first, other.last, time) < gap for other in others))
    return facts


def _sign(folded: str) -> str:
    return "#" if folded[:1].isdigit() else folded


def _is_nearest(scene: Scene, decision: Decision, time: Time, gap: float) -> bool:
    figure = decision.figure
    return all(_distance(scene, figure.first, figure.last, other) >= gap for other in scene.times if other is not time)


def _distance(scene: Scene, first: int, last: int, time: Time) -> float:
    if time.last <= first:
        return scene.sentence.distance(time.last - 1, first)
    if time.first >= last:
        return scene.sentence.distance(last - 1, time.first)
    return 0.0
