"""Which blocks of a page are the article: the stretch with the most prose, judged by words and by place."""

from assets.articles.blocks import Block, BlockKind
from assets.articles.facts.lines import read_byline, read_date_line
from assets.articles.html.gather import Spot
from assets.articles.plain import inside, region

_ZONE, _LINKS, _SHORT, _HEADING = -25.0, -30.0, -25.0, -5.0
_IN_BODY, _IN_ARTICLE = 1.5, 1.15
_LINKED = 0.6
_LEAD_ZONES = frozenset({"related", "aside", "date_line", "byline"})
_PARAGRAPHS, _NEARLY_ALL = 4, 0.8
# Two article elements may be the article's two halves; from three on they are a list.
_FEW, _ENOUGH, _MOST = 3, 300, 0.4
# Classes that press pages also give to parts of the article: their prose counts against nothing.
_LONGEST_GAIN = 800.0


def _is_soft(spot: Spot) -> bool:
    """Scripts show what the page hides at first: hidden prose may be the article, a hidden label is none."""
    return spot.zone == "hidden" and spot.block.is_prose


def _gain(spot: Spot) -> float:
    block = spot.block
    if block.reason is not None:
        return {"list": -80.0, "end": -80.0}.get(block.tag, -30.0)
    if spot.zone is not None and not _is_soft(spot):
        return _ZONE
    if spot.links > _LINKED and not block.is_sentence:
        return _LINKS
    weight = _IN_BODY if spot.in_body else _IN_ARTICLE if spot.article else 1.0
    if block.is_prose:
        return weight * min(float(len(block.text)), _LONGEST_GAIN)
    if block.is_sentence and len(block.text) > 25:
        return 15.0
    if block.kind is BlockKind.HEADING:
        return _HEADING
    if block.kind is BlockKind.ROW:
        return 0.0
    return 0.0 if spot.in_body else _SHORT


def choose(spots: list[Spot]) -> list[Block]:
    """Mark every block with the reason for which it is dropped.

    Args:
        spots: The page's blocks with their places.

    Returns:
        All blocks; those without a reason are the body.
    """
    blocks = [spot.block for spot in spots]
    _part_articles(spots)
    for spot in spots:
        if spot.zone is None or _is_soft(spot):
            region.label([spot.block])
    first, last = _widen(spots, *_stretch(spots))
    last = _cut_boxes(spots, first, last)
    for position, spot in enumerate(spots):
        block = spot.block
        if not first <= position < last:
            block.reason = block.reason or spot.zone or ("before" if position < first else "after")
        elif spot.zone is not None and not _is_soft(spot):
            block.reason = spot.zone
        elif (
            block.reason is None
            and spot.links > _LINKED
            and not block.is_sentence
            and block.kind is not BlockKind.HEADING
        ):
            block.reason = "links"
        elif block.reason is None and not block.is_prose:
            if read_date_line(block.text):
                block.reason = "date_line"
            elif read_byline(block.text):
                block.reason = "byline"
    return blocks


def _part_articles(spots: list[Spot]) -> None:
    """Of several ``article`` elements one is the article, the others announce further ones."""
    size: dict[int, int] = {}
    titled = 0
    for spot in spots:
        if spot.article and spot.zone is None and spot.block.is_prose:
            size[spot.article] = size.get(spot.article, 0) + len(spot.block.text)
        if spot.article and spot.block.tag == "h1":
            titled = titled or spot.article
    if len(size) < _FEW:
        return
    main = titled if size.get(titled, 0) > _ENOUGH else max(size, key=lambda number: (size[number], -number))
    if size[main] < _ENOUGH or (main != titled and size[main] < _MOST * sum(size.values())):
        return
    for spot in spots:
        if spot.article not in {0, main} and spot.zone is None:
            spot.zone = "related"


def _stretch(spots: list[Spot]) -> tuple[int, int]:
    best = (0.0, 0, 0)
    total, start = 0.0, 0
    for position, spot in enumerate(spots):
        if total <= 0:
            total, start = 0.0, position
        total += _gain(spot)
        if total > best[0]:
            best = (total, start, position + 1)
    return best[1], best[2]


def _widen(spots: list[Spot], first: int, last: int) -> tuple[int, int]:
    """Take in the standfirst before the stretch, and what follows it in the element that calls itself the body."""
    if any(spot.in_body for spot in spots[first:last]):
        end = last
        while end < len(spots) and spots[end].in_body and spots[end].block.tag not in {"list", "end"}:
            end += 1
            if _belongs(spots[end - 1]):
                last = end
    for position in range(first - 1, max(first - 25, -1), -1):
        spot = spots[position]
        if spot.block.tag == "h1":
            break
        if (
            spot.zone is None
            and spot.block.reason is None
            and (spot.is_lead or spot.block.is_prose)
            and spot.links < _LINKED
        ):
            first = position
    return first, last


def _cut_boxes(spots: list[Spot], first: int, last: int) -> int:
    """Return the end of the stretch without boxes that follow the one element that holds nearly all paragraphs."""
    size: dict[int, int] = {}
    count: dict[int, int] = {}
    for spot in spots[first:last]:
        if spot.zone is None and spot.block.reason is None and spot.block.is_prose:
            size[spot.box] = size.get(spot.box, 0) + len(spot.block.text)
            count[spot.box] = count.get(spot.box, 0) + 1
    if not size:
        return last
    main = max(size, key=lambda box: (size[box], -box))
    if count[main] < _PARAGRAPHS or size[main] < _NEARLY_ALL * sum(size.values()):
        return last
    end = next(spot.box_end for spot in spots[first:last] if spot.box == main)
    return min(last, end) if end > first else last


def _belongs(spot: Spot) -> bool:
    return spot.zone is None and spot.block.reason is None and spot.links <= _LINKED


def finish(blocks: list[Block], title: str | None) -> None:
    """Drop what only shows once the body stands: the repeated title, pull quotes, captions, headings of nothing."""
    for block in blocks:
        if block.reason is None and (block.tag == "h1" or (title and inside.same_text(block.text, title))):
            block.reason = "title"
    kept = [block for block in blocks if block.reason is None]
    inside.drop_pull_quotes(kept)
    kept = [block for block in kept if block.reason is None]
    for position, block in enumerate(kept):
        follower = kept[position + 1] if position + 1 < len(kept) else None
        if block.kind is BlockKind.HEADING and follower is None:
            block.reason = "after"


def _follows_title(spots: list[Spot], position: int) -> bool:
    """Tell whether the page's title stands just before: sites call the standfirst a teaser, too."""
    return any(spot.block.tag == "h1" for spot in spots[max(0, position - 12) : position])
