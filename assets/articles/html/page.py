"""From a page's tree to blocks, each with what its place in the tree says of it."""

import re
from collections import defaultdict
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from assets.articles.blocks import Block, BlockKind
from assets.articles.folding import squeeze
from assets.articles.html.zones import class_words, is_body, is_lead, zone

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "head",
        "video",
        "audio",
        "map",
        "math",
        "link",
        "meta",
        "base",
        "source",
        "track",
        "datalist",
        "progress",
    ]
)
_BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "th",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "blockquote",
        "figure",
        "figcaption",
        "header",
        "footer",
        "aside",
        "nav",
        "dl",
        "dt",
        "dd",
        "pre",
        "address",
        "details",
        "summary",
        "fieldset",
        "form",
        "body",
        "center",
        "hr",
        "html",
        "menu",
        "dialog",
        "legend",
        "hgroup",
    ]
)
_INLINE_BOXES = frozenset({"span", "small", "em", "i"})
_LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "dt", "dd"})
_BREAK = "\u000b"
# Bold runs are marked while a block is gathered; decoded text holds no such controls.
_BOLD_ON, _BOLD_OFF = "\x01", "\x02"
_BOLD_RUN = re.compile("\x01[^\x02]*\x02")
_BOLD_MARK = re.compile("[\x01\x02]")
_BOLD_LINE = 100
_TERMINAL = re.compile(r"[.!?…:»”\"]\s*$")
# A zone that holds most of the page's paragraphs is misnamed: sites call the whole page "sidebar-right".
_MISNAMED = 0.5
# So are, with less, the names that sites also give to boxes around the article; lists of teasers are never meant.
_LOOSE = frozenset(
    {"aside", "caption", "tags", "share", "byline", "date_line", "audio", "form", "pull_quote", "site_header"}
)
_LOOSE_SHARE, _LOOSE_SIZE = 0.25, 800


@dataclass(slots=True)
class Spot:
    """A block with its place in the tree.

    Attributes:
        block: The text.
        zone: The nearest enclosing furniture zone.
        article: Number of the outermost ``article`` element that holds it, 0 for none.
        in_body: Inside an element that calls itself the article's body.
        is_lead: Inside an element that calls itself the standfirst.
        links: Share of its letters that are links.
        bold: All of it is in bold type.
        box: Number of the element around the block's own.
        box_end: Place in the list of blocks at which that element ends.
    """

    block: Block
    zone: str | None = None
    article: int = 0
    in_body: bool = False
    is_lead: bool = False
    links: float = 0.0
    bold: bool = False
    box: int = 0
    box_end: int = 0


@dataclass(slots=True)
class _Frame:
    tag: str
    zone: str | None = None
    article: int = 0
    in_body: bool = False
    is_lead: bool = False
    item: bool = False
    heading: bool = False
    linked: bool = False
    bold: bool = False
    number: int = 0
    outer: int = 0


@dataclass(slots=True)
class _Walker:
    paragraph_size: dict[Any, int]
    total: int
    spots: list[Spot] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    linked: int = 0
    articles: int = 0
    frames: int = 0
    deepest: int = 0
    ends: dict[int, int] = field(default_factory=dict)

    def flush(self, frame: _Frame) -> None:
        if not self.buffer:
            return
        whole = "".join(self.buffer).strip(" \t\n")
        if not whole:
            self.buffer.clear()
            return
        letters = len(whole)
        links = min(self.linked / letters, 1.0)
        self.buffer.clear()
        self.linked = 0
        for piece in _split_breaks(whole):
            bold = _BOLD_ON in piece and not _BOLD_RUN.sub("", piece).strip()
            text = squeeze(_BOLD_MARK.sub("", piece)) if _BOLD_ON in piece else piece
            if not text:
                continue
            kind = BlockKind.HEADING if frame.heading else BlockKind.ITEM if frame.item else BlockKind.PARAGRAPH
            if bold and kind is BlockKind.PARAGRAPH and len(text) < _BOLD_LINE and not _TERMINAL.search(text):
                kind = BlockKind.HEADING
            block = Block(text, kind, tag=frame.tag)
            box = frame.outer if frame.tag in _LEAVES else frame.number
            spot = Spot(block, frame.zone, frame.article, frame.in_body, frame.is_lead, links, bold, box)
            self.spots.append(spot)

    def number(self, tag: str) -> int:
        if tag == "article":
            self.articles += 1
            return self.articles
        return 0

    def add(self, text: str | None, frame: _Frame) -> None:
        if not text or (not self.buffer and text.isspace() and text != _BREAK):
            return
        self.buffer.append(f"{_BOLD_ON}{text}{_BOLD_OFF}" if frame.bold else text)
        if frame.linked:
            self.linked += len(text.strip())

    def add_row(self, text: str, frame: _Frame) -> None:
        block = Block(text, BlockKind.ROW, tag="tr")
        self.spots.append(Spot(block, frame.zone, frame.article, frame.in_body, frame.is_lead))


def _split_breaks(text: str) -> list[str]:
    """Cut at line breaks where these part paragraphs: two in a row, or one after a full stop."""
    if _BREAK not in text:
        whole = squeeze(text)
        return [whole] if whole else []
    pieces = [""]
    for position, line in enumerate(text.split(_BREAK)):
        if position and (not line.strip() or not pieces[-1].strip() or _TERMINAL.search(pieces[-1])):
            pieces.append(line)
        else:
            pieces[-1] = f"{pieces[-1]} {line}" if position else line
    return [piece for piece in map(squeeze, pieces) if piece]


def _paragraph_sizes(root: Any) -> tuple[dict[Any, int], int]:  # noqa: ANN401 (lxml elements are untyped)
    sizes: dict[Any, int] = defaultdict(int)
    total = 0
    for paragraph in root.iter("p"):
        size = sum(len(text) for text in paragraph.itertext())
        if size < 40:
            continue
        total += size
        for up in paragraph.iterancestors():
            sizes[up] += size
    return sizes, total


def _row_text(row: Any) -> str | None:  # noqa: ANN401
    """Return the text of a data table's row; None for a row that only lays out a page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2:
        return None
    texts = [squeeze(" ".join(cell.itertext())) for cell in cells]
    if max(map(len, texts)) > 300 or any(
        next(cell.iter("table", "h1", "h2", "div"), None) is not None for cell in cells
    ):
        return None
    return " | ".join(texts) if any(texts) else None


def _is_caption(element: Any) -> bool:  # noqa: ANN401
    """Captions also come as inline elements beside their picture; other inline names are left alone."""
    if element.tag not in _INLINE_BOXES:
        return False
    names = element.get("class")
    return bool(names) and _names_caption(names)


@lru_cache(maxsize=4096)
def _names_caption(names: str) -> bool:
    return zone("span", {}, class_words({"class": names})) == "caption"


def _is_misnamed(walker: _Walker, element: Any, found: str) -> bool:  # noqa: ANN401
    size = walker.paragraph_size.get(element, 0)
    if size > _MISNAMED * walker.total:
        return True
    return found in _LOOSE and size > _LOOSE_SHARE * walker.total and size > _LOOSE_SIZE


def _enter(walker: _Walker, element: Any, outer: _Frame, *, is_box: bool) -> _Frame:  # noqa: ANN401
    attributes = element.attrib
    tag = element.tag
    walker.frames += 1
    if not is_box:
        if tag == "a" or tag in {"b", "strong"}:
            inner = copy(outer)
            inner.linked, inner.bold = outer.linked or tag == "a", outer.bold or tag != "a"
            return inner
        return outer
    words = class_words(attributes) if attributes else ""
    found = zone(tag, attributes, words)
    if found and _is_misnamed(walker, element, found):
        found = None
    return _Frame(
        tag,
        found or outer.zone,
        outer.article or walker.number(tag),
        outer.in_body or is_body(attributes, words),
        outer.is_lead or is_lead(attributes, words),
        outer.item or tag in _ITEMS,
        tag in _HEADINGS or (outer.heading and tag not in _BLOCK_TAGS),
        outer.linked or tag == "a",
        outer.bold or tag in {"b", "strong"},
        walker.frames,
        outer.number,
    )


def read_spots(root: Any) -> list[Spot]:  # noqa: ANN401
    """Walk the tree without recursion and return its blocks in reading order."""
    return walk_page(root)[0]


def walk_page(root: Any) -> tuple[list[Spot], int]:  # noqa: ANN401
    """Walk the tree without recursion.

    Args:
        root: The page's root element.

    Returns:
        The blocks with their places, in reading order, and the depth of the deepest element.
    """
    walker = _Walker(*_paragraph_sizes(root))
    frames = [_Frame("html")]
    skipped: Any = None
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            row = _row_text(element) if element.tag == "tr" else None
            if element.tag in _SKIPPED or row is not None:
                if row is not None:
                    walker.flush(frames[-1])
                    walker.add_row(row, _enter(walker, element, frames[-1], is_box=True))
                skipped = element
                walk.skip_subtree()
                continue
            is_box = element.tag in _BLOCK_TAGS or _is_caption(element)
            if is_box:
                walker.flush(frames[-1])
            frames.append(_enter(walker, element, frames[-1], is_box=is_box))
            walker.deepest = max(walker.deepest, len(frames))
            walker.add(_BREAK if element.tag == "br" else element.text, frames[-1])
            continue
        if event == "end" and element is not skipped:
            if element.tag in _BLOCK_TAGS or frames[-1].tag == element.tag != frames[-2].tag:
                walker.flush(frames[-1])
            walker.ends[frames.pop().number] = len(walker.spots)
        walker.add(element.tail, frames[-1])
    walker.flush(frames[-1])
    for spot in walker.spots:
        spot.box_end = walker.ends.get(spot.box, len(walker.spots))
    return walker.spots, walker.deepest
