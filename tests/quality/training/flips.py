"""What a change of rules does to the training articles: which figures it now reads right, and which it loses.

``python -m tests.quality.training.flips keep FILE`` before the change, ``… flips show FILE`` after it (two minutes
each). A rule for a sentence of one's own can look certain and lose ten times what it wins where people really write
so. The rankers have learned from these articles, which speaks for what was read before: a rule that wins all the same
is sound.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.datings import days_of
from assets.claims.evaluate import slot_is_right
from tests.quality.training.marked import marked_articles
from tests.quality.training.samples import Labelled, Row, accepts_period, placed, tells
from tests.quality.training.train import corpus

Read = dict[str, Any]
_SLOTS = ("metric", "subject", "value", "period")
_MARKED = frozenset({"metric", "subject"})  # what a marked figure tells
_SHOWN = 40
_CONTEXT = 300


def reading_of(known: Labelled) -> Iterator[Read]:
    """How each figure of an article is read, and whether each slot is right (None: nothing is claimed or labelled).

    The rankers read alone: the encoder has learned these articles and would hide what a rule loses.
    """
    labels = list(placed(known.article.text, (row for row in known.rows if row["value"] is not None)))
    for reading in read_article(known.article, known.article.language or "fr", None):
        for decision in reading.decisions:
            figure = decision.figure
            label = next((row for start, end, row in labels if start < figure.end and figure.start < end), None)
            if label is not None and label.get("optional"):
                continue
            metric = "" if decision.reason else decision.metric
            days = days_of(decision.time)
            told = {"metric": metric, "subject": decision.subject, "value": figure.value, "period": days}
            right = {slot: _is_right(slot, label, told, is_partial=known.is_partial) for slot in _SLOTS[:-1]}
            right["period"] = None
            if label is not None and metric and tells(label, "period"):
                right["period"] = accepts_period(label, (decision.time,), known.article.published_on)
            yield {
                "at": [known.article.name, figure.start, figure.mention],
                "told": told if metric else {"metric": ""},
                "right": right,
                "text": reading.scene.sentence.text[:_CONTEXT],
            }


def _is_right(slot: str, label: Row | None, told: Read, *, is_partial: bool) -> bool | None:
    if slot == "metric" and (label is None or not told["metric"]):
        return label is None and not told["metric"]
    if label is None or not told["metric"] or (is_partial and slot not in _MARKED):
        return None
    return slot_is_right(slot, label, told)


def flips(before: Sequence[Read], after: Sequence[Read]) -> dict[tuple[str, bool | None, bool | None], list[str]]:
    """The figures that are read in another way, by slot and by whether it was and is right."""
    earlier = {tuple(read["at"]): read for read in before}
    found: dict[tuple[str, bool | None, bool | None], list[str]] = {}
    for read in after:
        old = earlier.get(tuple(read["at"]))
        for slot in _SLOTS:
            if old is None or old["told"].get(slot) == read["told"].get(slot):
                continue
            line = f"{' '.join(map(str, read['at']))}: {old['told']} -> {read['told']} | {read['text']}"
            found.setdefault((slot, old["right"][slot], read["right"][slot]), []).append(line)
    return found


def _read_all() -> list[Read]:
    return [read for known in [*corpus(is_held=False), *marked_articles()] for read in reading_of(known)]


def main(arguments: Sequence[str]) -> int:
    """Keep how all figures are read now, or show what has changed since."""
    if len(arguments) != len(("keep", "FILE")) or arguments[0] not in {"keep", "show"}:
        sys.stderr.write(__doc__ or "")
        return 2
    path = Path(arguments[1])
    if arguments[0] == "keep":
        path.write_text("\n".join(json.dumps(read, ensure_ascii=False) for read in _read_all()), encoding="utf-8")
        return 0
    before = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = flips(before, json.loads(json.dumps(_read_all())))
    counts = Counter({key: len(lines) for key, lines in found.items()})
    for (slot, was, is_now), count in counts.most_common():
        sys.stdout.write(f"{slot}: {was} -> {is_now}: {count}\n")
    for (slot, was, is_now), lines in found.items():
        if was and not is_now:
            sys.stdout.write(f"\n{slot}, lost\n" + "\n".join(lines[:_SHOWN]) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
