"""Where the article stands in a plain copy: the stretch of blocks with the most prose and the least furniture."""

import re

from assets.articles.blocks import Block, BlockKind
from assets.articles.facts.lines import segments
from assets.articles.language.loader import Cue, find_cue
from assets.articles.plain.inside import is_salutation

# Weights in characters of prose: a line of a menu outweighs nothing, a run of them ends the stretch.
_SHORT_LINE, _SHORT_ITEM, _DROP, _LIST, _END = -35.0, -50.0, -50.0, -200.0, -300.0
_LONGEST_GAIN = 800.0
_SENTENCE_BONUS = 15.0
_FIGURE = re.compile(r"\d")
# Reasons that also stand inside articles; any other one ends the tail.
_NO_END = frozenset({None, "caption", "advertising", "end_mark"})
_LONGEST_TAIL, _FEWEST_TELLING = 40, 3
# A heading of a list of articles holds until two paragraphs of at least this length stand together.
_RESUME = 150
_LATE, _ENOUGH = 300, 700


def label(blocks: list[Block]) -> None:
    """Give every block that is furniture by its words the reason for which it is dropped."""
    for block in blocks:
        # A table's row of figures looks like marks and buttons.
        cue = (
            None
            if block.kind is BlockKind.ROW
            else find_cue(block.text) or _cue_of_parts(block) or _cue_of_lines(block)
        )
        if cue is not None:
            block.reason = cue.reason
            block.tag = cue.effect


def _cue_of_parts(block: Block) -> Cue | None:
    """A line of buttons: at least half of its parts are furniture."""
    if block.is_prose:
        return None
    parts = segments(block.raw or block.text)
    if not 2 <= len(parts) <= 12:
        return None
    cues = [
        cue for cue in map(find_cue, parts) if cue is not None and cue.effect == "drop" and cue.reason != "end_mark"
    ]
    return cues[0] if 2 * len(cues) >= len(parts) else None


def _cue_of_lines(block: Block) -> Cue | None:
    """Lines of a foot that a layout's width had seem one paragraph: the first and most others are furniture."""
    lines = block.raw.split("\n") if block.lines > 1 else []
    cues = [find_cue(line) for line in lines]
    told = [cue for cue in cues if cue is not None and cue.reason != "end_mark"]
    return cues[0] if len(lines) > 1 and cues[0] is not None and 2 * len(told) >= len(lines) else None


def _resumes(blocks: list[Block], start: int, between: int) -> int | None:
    """Return where the article goes on: at two paragraphs with no more than ``between`` short lines between them."""
    first: int | None = None
    short = 0
    for position in range(start, len(blocks)):
        block = blocks[position]
        if block.reason is None and block.is_prose and len(block.text) >= _RESUME:
            if first is not None and short <= between:
                return first
            first, short = position, 0
        else:
            short += 1
    return None


def close_lists(blocks: list[Block]) -> None:
    """Drop what stands under a heading of other articles, a comment widget or the legal lines."""
    told = 0
    position = 0
    while position < len(blocks):
        block = blocks[position]
        position += 1
        if block.reason is None:
            told += len(block.text) if block.is_sentence and block.is_prose else 0
            continue
        if block.tag not in {"list", "end"} or told <= _LATE:
            continue
        reason = "related_teaser" if block.tag == "list" else "after_end"
        if block.reason == "comments_widget":
            reason = "comment"
        # Nothing of the article follows its comments.
        over = block.reason == "comments_widget" and told > _ENOUGH
        stop = None if over else _resumes(blocks, position, int(block.reason == "legal"))
        stop = len(blocks) if stop is None else stop
        for at in range(position, stop):
            blocks[at].reason = blocks[at].reason or reason
        position = stop


def _gain(block: Block) -> float:
    if block.reason is not None:
        return {"list": _LIST, "end": _END}.get(block.tag, _DROP)
    size = float(len(block.text))
    if block.is_prose:
        return min(size, _LONGEST_GAIN)
    if block.kind is BlockKind.ROW:
        return 0.0
    if block.is_sentence and size > 25:
        return _SENTENCE_BONUS
    return _SHORT_ITEM if block.kind is BlockKind.ITEM else _SHORT_LINE


def find_region(blocks: list[Block]) -> tuple[int, int]:
    """Return start and end of the stretch of blocks whose prose outweighs its furniture the most."""
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for position, block in enumerate(blocks):
        if total <= 0:
            total, start = 0.0, position
        total += _gain(block)
        if total > best[0]:
            best = (total, start, position + 1)
    _, first, last = best
    return _widen(blocks, first, last)


def _widen(blocks: list[Block], first: int, last: int) -> tuple[int, int]:
    """Take in the short sentences that close the article."""
    while last < len(blocks) and blocks[last].reason is None and _closes(blocks[last]):
        last += 1
    return first, _end_of_facts(blocks, last)


def _end_of_facts(blocks: list[Block], last: int) -> int:
    """Take in what goes on in short sentences and lines of figures: lists of facts are no menus."""
    stop = last
    while stop < len(blocks) and blocks[stop].reason in _NO_END and stop - last < _LONGEST_TAIL:
        stop += 1
    tail = blocks[last:stop]
    telling = [at for at, block in enumerate(tail, start=last) if _tells(block)]
    if len(telling) < _FEWEST_TELLING or 2 * len(telling) < len(tail):
        return last
    return telling[-1] + 1


def start_of_facts(blocks: list[Block], top: int, first: int) -> int:
    """Take in the figures that a note puts before its text: lines of facts behind its last header line."""
    start = first
    while start > top and blocks[start - 1].reason is None and first - start < _LONGEST_TAIL:
        start -= 1
    head = blocks[start:first]
    telling = [block for block in head if _tells(block)]
    if start == top or len(telling) < _FEWEST_TELLING or 2 * len(telling) < len(head):
        return first
    return start


def start_of_letter(blocks: list[Block], top: int, first: int) -> int:
    """Take in the line that greets those to whom a letter or a notice is written."""
    before = blocks[first - 1] if first > top else None
    return first - 1 if before is not None and before.reason is None and is_salutation(before.text) else first


def _tells(block: Block) -> bool:
    if block.reason is not None or block.kind is BlockKind.ROW:
        return False
    return _closes(block) or (bool(_FIGURE.search(block.text)) and len(block.text.split()) > 2)


def _closes(block: Block) -> bool:
    return block.is_sentence and len(block.text) > 12 and block.kind is not BlockKind.ROW
