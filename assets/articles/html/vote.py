"""A second opinion on a page's blocks: what trafilatura's fast mode took for the article."""

import re
from typing import Any

from lxml import etree

from assets.articles.blocks import BlockKind
from assets.articles.html.gather import Spot

_WORD = re.compile(r"\w+")
_GRAM = 4
# A block counts as taken when most of its word runs are in the other reading.
_TAKEN = 0.7
# Less than this share of the other reading means that the page's own names misled the walk.
_LOST = 0.35
_LINKED, _HARDLY_LINKED = 0.6, 0.2
_LARGER = 1.5
_NEAR = 6
# Measured on press pages: above these, the second reading changes less than it costs.
_SURE_BLOCKS, _SURE_SIZE, _SURE_SHARE, _ONE_BOX = 3, 500, 0.6, 0.9
_UNREAD = etree.XPath("//script[not(contains(@type, 'json'))] | //style | //svg | //template")
_NEVER = frozenset({"comments_widget", "comment", "related", "navigation", "footer", "cookies", "subscription"})


def _grams(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) < _GRAM:
        return [tuple(words)] if words else []
    return list(zip(*(words[at:] for at in range(_GRAM)), strict=False))


def is_sure(spots: list[Spot]) -> bool:
    """Tell whether the page's own names leave no doubt: nearly all that was kept is prose of the named body."""
    kept = [spot for spot in spots if spot.block.reason is None]
    prose = [spot for spot in kept if spot.in_body and spot.block.is_prose]
    size = sum(len(spot.block.text) for spot in kept)
    told = sum(len(spot.block.text) for spot in prose)
    if len(prose) >= _SURE_BLOCKS and told >= _SURE_SIZE and told >= _SURE_SHARE * size:
        return True
    return _is_one_box(spots, kept, size)


def _is_one_box(spots: list[Spot], kept: list[Spot], size: int) -> bool:
    """Tell whether one element holds nearly all that was kept, and no prose without a zone was left out.

    Short lines outside that element are doubtful: dates, captions, labels.
    """
    boxes: dict[int, list[Spot]] = {}
    for spot in kept:
        if spot.block.is_prose and spot.zone is None:
            boxes.setdefault(spot.box, []).append(spot)
    main = max(boxes.values(), key=lambda box: sum(len(spot.block.text) for spot in box), default=[])
    told = sum(len(spot.block.text) for spot in main)
    if len(main) < _SURE_BLOCKS or told < _SURE_SIZE or told < _ONE_BOX * size:
        return False
    box = main[0].box
    if any(spot.links > _LINKED or (spot.box != box and not spot.block.is_prose) for spot in kept):
        return False
    left = sum(len(spot.block.text) for spot in spots if spot.block.reason and not spot.zone and spot.block.is_prose)
    return left <= (1 - _ONE_BOX) * size


def second_opinion(tree: Any) -> str:  # noqa: ANN401 (lxml elements are untyped)
    """Return what trafilatura takes for the article; it consumes the tree."""
    from trafilatura import extract

    # What it drops anyway is dropped before it copies the tree; linked data may hold the text.
    for element in _UNREAD(tree):
        element.drop_tree()
    return extract(tree, fast=True, include_comments=False, with_metadata=False) or ""


def settle(spots: list[Spot], other: str) -> None:
    """Change the blocks' verdicts where the two readings differ and form or place decides.

    Args:
        spots: Blocks that carry the first reading's verdicts.
        other: The second reading's text.
    """
    known = set(_grams(other))
    lines = {" ".join(_WORD.findall(line)) for line in other.split("\n")}
    taken = [_is_taken(spot.block.text, known, lines) for spot in spots]
    size = sum(len(spot.block.text) for spot, is_taken in zip(spots, taken, strict=True) if is_taken)
    agreed = sum(
        len(spot.block.text)
        for spot, is_taken in zip(spots, taken, strict=True)
        if is_taken and spot.block.reason is None
    )
    own = sum(
        len(spot.block.text) for spot in spots if spot.block.reason is None and spot.in_body and spot.block.is_prose
    )
    if size and agreed < _LOST * size and own < _LARGER * size:
        for spot, is_taken in zip(spots, taken, strict=True):
            if is_taken and spot.zone not in _NEVER and spot.links < _LINKED:
                spot.block.reason = None
            else:
                spot.block.reason = spot.block.reason or "other_reading"
        return
    if agreed:
        _take_neighbours(spots, taken)
        _drop_doubtful(spots, taken)


def _take_neighbours(spots: list[Spot], taken: list[bool]) -> None:
    """Take prose at the article's edges that only the other reading found."""
    kept = [position for position, spot in enumerate(spots) if spot.block.reason is None]
    first, last = kept[0], kept[-1]
    for position in [*range(max(first - _NEAR, 0), first), *range(last + 1, min(last + _NEAR, len(spots)))]:
        spot = spots[position]
        if taken[position] and spot.zone is None and spot.block.reason in {"before", "after"} and spot.links < _LINKED:
            spot.block.reason = None if spot.block.is_prose and spot.block.tag != "h1" else spot.block.reason


def _drop_doubtful(spots: list[Spot], taken: list[bool]) -> None:
    both = [at for at, spot in enumerate(spots) if taken[at] and spot.block.reason is None]
    first, last = both[0], both[-1]
    for position, (spot, is_taken) in enumerate(zip(spots, taken, strict=True)):
        block = spot.block
        if is_taken or block.reason is not None or block.kind is BlockKind.ROW:
            continue
        if block.kind is BlockKind.HEADING and spot.links < _LINKED:
            continue
        if (
            block.kind is BlockKind.ITEM
            and block.is_sentence
            and spot.links < _HARDLY_LINKED
            and first < position < last
        ):
            continue
        if block.is_prose and block.kind is BlockKind.PARAGRAPH and (spot.in_body or spot.is_lead or position < first):
            continue
        block.reason = "other_reading"


def _is_taken(text: str, known: set[tuple[str, ...]], lines: set[str]) -> bool:
    grams = _grams(text)
    if not grams:
        return False
    if len(grams[0]) < _GRAM:
        return " ".join(grams[0]) in lines
    return sum(gram in known for gram in grams) > _TAKEN * len(grams)
