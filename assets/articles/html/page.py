"""From a page's tree to blocks: one walk, each element looked at once."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from assets.articles.folding import squeeze
from assets.articles.html.gather import BOLD, BREAK, HEADING, ITEM, LINKED, Frame, Gatherer, Spot, Zone
from assets.articles.html.zones import read_names

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
_FLAGS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), HEADING),
    **dict.fromkeys(("li", "dt", "dd"), ITEM),
    "a": LINKED,
    "b": BOLD,
    "strong": BOLD,
}
_SHORTEST_PARAGRAPH, _LONGEST_CELL = 40, 300
# A zone that holds most of the page's paragraphs is misnamed: sites call the whole page "sidebar-right".
_MISNAMED = 0.5
# So are, with less, the names that sites also give to boxes around the article; lists of teasers are never meant.
_LOOSE = frozenset(
    {"aside", "caption", "tags", "share", "byline", "date_line", "audio", "form", "pull_quote", "site_header"}
)
_LOOSE_SHARE, _LOOSE_SIZE = 0.25, 800


@dataclass(slots=True)
class _Walker:
    gatherer: Gatherer = field(default_factory=Gatherer)
    frames: list[Frame] = field(default_factory=lambda: [Frame("html", Zone(None))])
    zones: list[Zone] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    letters: int = 0
    told: int = 0
    articles: int = 0
    boxes: int = 0
    deepest: int = 0

    def open(self, tag: str, element: Any) -> None:  # noqa: ANN401 (lxml elements are untyped)
        frame = self.frames[-1]
        if tag in _BLOCK_TAGS:
            if self.gatherer.pieces:
                self.gatherer.flush(frame)
            frame = self.box(tag, element, frame, frame.flags & ~HEADING)
        elif tag in _INLINE_BOXES:
            if _is_caption(element.get("class")):
                if self.gatherer.pieces:
                    self.gatherer.flush(frame)
                frame = self.box(tag, element, frame, frame.flags)
        elif tag in _FLAGS and not frame.flags & _FLAGS[tag]:
            frame = frame.with_flag(_FLAGS[tag])
        elif tag == "br":
            self.gatherer.add(BREAK, frame.flags)
        self.frames.append(frame)

    def box(self, tag: str, element: Any, outer: Frame, flags: int) -> Frame:  # noqa: ANN401
        names = read_names(tag, element.items())
        zone = outer.zone
        if names.zone is not None:
            zone = Zone(names.zone, zone)
            self.zones.append(zone)
        article = outer.article
        if tag == "article" and not article:
            self.articles += 1
            article = self.articles
        self.boxes += 1
        flags |= names.flags | _FLAGS.get(tag, 0)
        return Frame(tag, zone, article, flags, self.boxes, outer.number, self.letters, self.told)

    def close(self, tag: str) -> None:
        self.deepest = max(self.deepest, len(self.frames))
        frame = self.frames.pop()
        outer = self.frames[-1]
        if frame.number == outer.number:
            return
        if self.gatherer.pieces and (tag in _BLOCK_TAGS or tag != outer.tag):
            self.gatherer.flush(frame)
        self.ends[frame.number] = len(self.gatherer.spots)
        if frame.zone is not outer.zone:
            frame.zone.size = self.told - frame.told
        if tag == "p":
            self._tell(self.letters - frame.letters)

    def _tell(self, letters: int) -> None:
        if letters >= _SHORTEST_PARAGRAPH:
            self.told += letters

    def take_row(self, row: Any) -> bool:  # noqa: ANN401
        """Take a data table's row as a whole; no other row is taken."""
        text = _row_text(row)
        if text is None:
            return False
        outer = self.frames[-1]
        if self.gatherer.pieces:
            self.gatherer.flush(outer)
        frame = self.box("tr", row, outer, outer.flags & ~HEADING)
        self.gatherer.add_row(text, frame)
        for paragraph in row.iter("p"):
            self._tell(sum(map(len, paragraph.itertext())))
        if frame.zone is not outer.zone:
            frame.zone.size = self.told - frame.told
        return True

    def finish(self) -> list[Spot]:
        if self.gatherer.pieces:
            self.gatherer.flush(self.frames[-1])
        # In the order in which they were opened: what is around a zone is settled before it.
        for zone in self.zones:
            if zone.outer is not None and _is_misnamed(zone, self.told):
                zone.name = zone.outer.name
        spots = self.gatherer.spots
        for spot, zone in zip(spots, self.gatherer.placed, strict=True):
            spot.zone = zone.name
            spot.box_end = self.ends.get(spot.box, len(spots))
        return spots


def _is_misnamed(zone: Zone, total: int) -> bool:
    if zone.size > _MISNAMED * total:
        return True
    return zone.name in _LOOSE and zone.size > _LOOSE_SHARE * total and zone.size > _LOOSE_SIZE


def _row_text(row: Any) -> str | None:  # noqa: ANN401
    """Return the text of a data table's row; None for a row that only lays out a page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if len(cells) < 2 or any(next(cell.iter("table", "h1", "h2", "div"), None) is not None for cell in cells):
        return None
    texts = [squeeze(" ".join(cell.itertext())) for cell in cells]
    return " | ".join(texts) if any(texts) and max(map(len, texts)) <= _LONGEST_CELL else None


@lru_cache(maxsize=4096)
def _is_caption(names: str | None) -> bool:
    """Captions also come as inline elements beside their picture; other inline names are left alone."""
    return bool(names) and read_names("span", [("class", names or "")]).zone == "caption"


def walk_page(root: Any) -> tuple[list[Spot], int]:  # noqa: ANN401
    """Walk the tree without recursion.

    Args:
        root: The page's root element; the tree holds no comments.

    Returns:
        The blocks with their places, in reading order, and the depth of the deepest element.
    """
    walker = _Walker()
    frames, gatherer = walker.frames, walker.gatherer
    skipped: Any = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _SKIPPED or (tag == "tr" and walker.take_row(element)):
                skipped = element
                walk.skip_subtree()
                continue
            walker.open(tag, element)
            text = element.text
        else:
            if element is not skipped:
                walker.close(tag)
            text = element.tail
        if text:
            walker.letters += len(text)
            # Blanks before a block are no part of it.
            if gatherer.pieces or not text.isspace():
                gatherer.add(text, frames[-1].flags)
    return walker.finish(), walker.deepest
