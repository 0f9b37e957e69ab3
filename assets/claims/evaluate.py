"""How well extracted claims agree with labelled ones: precision, recall and slots by mart, with intervals.

A gold row lists every acceptable reading of a slot and may be optional (then it neither helps nor hurts). Two figures
matter: *found*, the right figure in the right mart, and *strict*, found with metric, value, unit, bound, rate, subject
and period all right.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

Row = Mapping[str, Any]

STRICT_SLOTS = ("metric", "value", "unit", "bound", "per", "subject", "period")
OTHER_SLOTS = ("object", "status", "period_basis", "attributed_to", "region", "reference", "equivalent")
SLOTS = (*STRICT_SLOTS, *OTHER_SLOTS)
_Z = 1.96  # two-sided 95 %
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%€$¥]")
_DIGIT_GAP = re.compile(r"(?<=\d)\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of right ones with its 95 % interval (Wilson).

    >>> rate = Rate.of(9, 10)
    >>> rate.value, round(rate.low, 2), round(rate.high, 2)
    (0.9, 0.6, 0.98)
    """

    hits: int
    total: int
    value: float
    low: float
    high: float

    @classmethod
    def of(cls, hits: int, total: int) -> "Rate":
        """The rate of ``hits`` among ``total``; nothing counted is 0 with the widest interval."""
        if total == 0:
            return cls(0, 0, 0.0, 0.0, 1.0)
        share = hits / total
        centre = (share + _Z * _Z / (2 * total)) / (1 + _Z * _Z / total)
        margin = _Z * sqrt(share * (1 - share) / total + _Z * _Z / (4 * total * total)) / (1 + _Z * _Z / total)
        return cls(hits, total, share, max(0.0, centre - margin), min(1.0, centre + margin))


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures of one mart, or of all.

    Attributes:
        slots: Right ones among the found, by slot.
    """

    found_precision: Rate
    found_recall: Rate
    strict_precision: Rate
    strict_recall: Rate
    slots: Mapping[str, Rate]

    @property
    def found_f1(self) -> float:
        """Harmonic mean of precision and recall of found claims."""
        return _f1(self.found_precision.value, self.found_recall.value)

    @property
    def strict_f1(self) -> float:
        """Harmonic mean of precision and recall of claims right in every slot."""
        return _f1(self.strict_precision.value, self.strict_recall.value)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Quality of all claims and by mart, with the rows that went wrong."""

    overall: Quality
    by_mart: Mapping[str, Quality]
    errors: Sequence[tuple[str, Row]] = field(default=(), repr=False)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _fold(text: object) -> str:
    folded = unicodedata.normalize("NFKD", str(text)).casefold()
    return "".join(letter for letter in folded if letter.isalnum() or letter in "%.,/€$¥")


def _tokens(text: object) -> list[str]:
    folded = unicodedata.normalize("NFKD", str(text)).casefold()
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return _TOKEN.findall(_DIGIT_GAP.sub("", plain))


def same_mention(gold: object, predicted: object) -> bool:
    """Whether two mentions are one figure: equal, or one a run of whole words of the other.

    >>> same_mention("50 millions", "50 millions de yuans"), same_mention("5", "50")
    (True, False)
    """
    if _fold(gold) == _fold(predicted):
        return bool(_fold(predicted))
    short, long = sorted((_tokens(gold), _tokens(predicted)), key=len)
    return bool(short) and any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _one_of(accepted: object, value: object) -> bool:
    options = accepted if isinstance(accepted, list) else [accepted]
    if not options:
        return True
    empty = value is None or value == ""
    return any(empty if option is None else (not empty and _fold(option) == _fold(value)) for option in options)


def _same_number(first: object, second: object) -> bool:
    if not isinstance(first, int | float) or not isinstance(second, int | float):
        return first is None and second is None
    return abs(float(first) - float(second)) <= 1e-6 * max(1.0, abs(float(first)))


def _same_period(gold: Row, predicted: Row) -> bool:
    days = [str(predicted.get(key))[:10] if predicted.get(key) else None for key in ("period_start", "period_end")]
    return days in [list(period) for period in gold["period"]]


def slot_is_right(slot: str, gold: Row, predicted: Row) -> bool:
    """Whether one slot of a predicted row is among the readings that the gold row accepts."""
    if slot == "value":
        return _same_number(gold["value"], predicted.get("value"))
    if slot == "period":
        return _same_period(gold, predicted)
    if slot == "bound":
        return gold["value"] is None or _one_of(gold["bound"], predicted.get("bound"))
    if slot == "equivalent":
        wanted = gold.get("equivalent")
        if not wanted:
            return not predicted.get("equivalent_value")
        same = _same_number(wanted["value"], predicted.get("equivalent_value"))
        return same and _one_of(wanted["unit"], predicted.get("equivalent_unit"))
    if slot == "attributed_to":
        return _same_speaker(gold.get(slot) or [], predicted.get(slot))
    return _one_of(gold.get(slot) if slot != "object" else gold.get(slot) or [], predicted.get(slot))


def _same_speaker(wanted: Sequence[object], said: object) -> bool:
    if not wanted or not said:
        return not wanted
    return any(_fold(name) in _fold(said) or _fold(said) in _fold(name) for name in wanted)


def pairs(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """Pair the rows of one article, best agreement first."""
    ranked = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(predicted):
            same = wanted["mart"] == got.get("mart") and (wanted["value"] is None) == (got.get("value") is None)
            if same and same_mention(wanted["mention"], got.get("mention", "")):
                right = [slot_is_right(slot, wanted, got) for slot in SLOTS]
                ranked.append((-sum(right[: len(STRICT_SLOTS)]), -sum(right), bool(wanted.get("optional")), i, j))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    found: list[tuple[int, int]] = []
    for *_, i, j in sorted(ranked):
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            found.append((i, j))
    return found


def evaluate(gold_rows: Iterable[Row], predicted_rows: Iterable[Row]) -> Evaluation:
    """Compare predicted claims with gold claims.

    Args:
        gold_rows: Labelled claims, lists holding every acceptable reading of a slot.
        predicted_rows: Claims as :func:`assets.claims.extract.score_rows` gives them; rows of articles without gold
            are left out.
    """
    gold: dict[str, list[Row]] = defaultdict(list)
    predicted: dict[str, list[Row]] = defaultdict(list)
    for row in gold_rows:
        gold[row["article"]].append(row)
    for row in predicted_rows:
        if row["article"] in gold:
            predicted[row["article"]].append(row)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    errors: list[tuple[str, Row]] = []
    for article in gold:
        _count(gold[article], predicted[article], counts, errors)
    total: Counter[str] = Counter()
    for counter in counts.values():
        total.update(counter)
    return Evaluation(_quality(total), {mart: _quality(counts[mart]) for mart in sorted(counts)}, tuple(errors))


def _count(
    gold: Sequence[Row], predicted: Sequence[Row], counts: dict[str, Counter[str]], errors: list[tuple[str, Row]]
) -> None:
    paired = pairs(gold, predicted)
    of_predicted = {j: i for i, j in paired}
    of_gold = dict(paired)
    for i, wanted in enumerate(gold):
        if wanted.get("optional"):
            continue
        counter = counts[wanted["mart"]]
        counter["gold"] += 1
        if i not in of_gold:
            errors.append(("missed", wanted))
            continue
        got = predicted[of_gold[i]]
        right = {slot: slot_is_right(slot, wanted, got) for slot in SLOTS}
        counter["found"] += 1
        counter["strict"] += all(right[slot] for slot in STRICT_SLOTS)
        for slot, is_right in right.items():
            counter[f"slot:{slot}"] += is_right
        wrong = [slot for slot in STRICT_SLOTS if not right[slot]]
        if wrong:
            errors.append((",".join(wrong), got))
    for j, got in enumerate(predicted):
        if j not in of_predicted or not gold[of_predicted[j]].get("optional"):
            counts[str(got["mart"])]["predicted"] += 1
            if j not in of_predicted:
                errors.append(("extra", got))


def _quality(counts: Counter[str]) -> Quality:
    return Quality(
        Rate.of(counts["found"], counts["predicted"]),
        Rate.of(counts["found"], counts["gold"]),
        Rate.of(counts["strict"], counts["predicted"]),
        Rate.of(counts["strict"], counts["gold"]),
        {slot: Rate.of(counts[f"slot:{slot}"], counts["found"]) for slot in SLOTS},
    )
