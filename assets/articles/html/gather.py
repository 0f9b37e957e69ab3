"""Letters gathered while a page's tree is walked, cut into blocks, each with what its place in the tree says of it."""

import re
from dataclasses import dataclass, field

from assets.articles.blocks import Block, BlockKind
from assets.articles.folding import squeeze

BREAK = "\u000b"
# Bold runs are marked while a block is gathered; decoded text holds no such controls.
_BOLD_ON, _BOLD_OFF = "\x01", "\x02"
_BOLD_RUN = re.compile("\x01[^\x02]*\x02")
_BOLD_MARK = re.compile("[\x01\x02]")
_BOLD_LINE = 100
_TERMINAL = re.compile(r"[.!?…:»”\"]\s*$")
_LEAVES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})


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
class Zone:
    """A box that announces furniture; whether it is rightly named shows when the whole page is read.

    Attributes:
        name: What it announces, none for the page itself.
        outer: The zone around it.
        size: Letters of the paragraphs within.
    """

    name: str | None
    outer: "Zone | None" = None
    size: int = 0


# What an open element says of the letters within, as bits: a page has thousands of elements.
IN_BODY, IS_LEAD, ITEM, HEADING, LINKED, BOLD = 1, 2, 4, 8, 16, 32


@dataclass(slots=True)
class Frame:
    """An open box, or a link or bold type within it.

    Attributes:
        tag: The box's tag.
        zone: The nearest zone around its text.
        article: Number of the outermost ``article`` element, 0 for none.
        flags: Bits that say whether its letters are in the named body, in the standfirst, in a list's item, in a
            heading, linked, bold.
        number: The box's number.
        outer: Number of the box around it.
        letters: Letters read before it began.
        told: Of these, letters of paragraphs.
    """

    tag: str
    zone: Zone
    article: int = 0
    flags: int = 0
    number: int = 0
    outer: int = 0
    letters: int = 0
    told: int = 0

    def with_flag(self, flag: int) -> "Frame":
        """Return the frame of a link or of bold type within this box."""
        flags = self.flags | flag
        return Frame(self.tag, self.zone, self.article, flags, self.number, self.outer, self.letters, self.told)


@dataclass(slots=True)
class Gatherer:
    """Takes letters and gives blocks.

    Attributes:
        spots: The blocks so far.
        pieces: Letters of the block that is being gathered.
        placed: The zone of each block, for when it is known which zones are rightly named.
    """

    spots: list[Spot] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    placed: list[Zone] = field(default_factory=list)
    _linked: int = 0

    def add(self, text: str, flags: int) -> None:
        """Take letters of an element."""
        self.pieces.append(f"{_BOLD_ON}{text}{_BOLD_OFF}" if flags & BOLD else text)
        if flags & LINKED:
            self._linked += len(text.strip())

    def flush(self, frame: Frame) -> None:
        """End the block that is being gathered."""
        whole = "".join(self.pieces).strip(" \t\n")
        self.pieces.clear()
        if not whole:
            return
        links = min(self._linked / len(whole), 1.0)
        self._linked = 0
        flags = frame.flags
        for piece in _split_breaks(whole):
            bold = _BOLD_ON in piece and not _BOLD_RUN.sub("", piece).strip()
            text = squeeze(_BOLD_MARK.sub("", piece)) if _BOLD_ON in piece else piece
            if not text:
                continue
            kind = BlockKind.HEADING if flags & HEADING else BlockKind.ITEM if flags & ITEM else BlockKind.PARAGRAPH
            if bold and kind is BlockKind.PARAGRAPH and len(text) < _BOLD_LINE and not _TERMINAL.search(text):
                kind = BlockKind.HEADING
            block = Block(text, kind, tag=frame.tag)
            box = frame.outer if frame.tag in _LEAVES else frame.number
            self._place(block, frame, links, bold=bold, box=box)

    def add_row(self, text: str, frame: Frame) -> None:
        """Take a data table's row as a block of its own."""
        self._place(Block(text, BlockKind.ROW, tag="tr"), frame)

    def _place(self, block: Block, frame: Frame, links: float = 0.0, *, bold: bool = False, box: int = 0) -> None:
        flags = frame.flags
        spot = Spot(block, None, frame.article, bool(flags & IN_BODY), bool(flags & IS_LEAD), links, bold, box)
        self.spots.append(spot)
        self.placed.append(frame.zone)


def _split_breaks(text: str) -> list[str]:
    """Cut at line breaks where these part paragraphs: two in a row, or one after a full stop."""
    if BREAK not in text:
        whole = squeeze(text)
        return [whole] if whole else []
    pieces: list[list[str]] = [[]]
    for line in text.split(BREAK):
        last = pieces[-1][-1] if pieces[-1] else ""
        if pieces[-1] and (not line.strip() or not last.strip() or _TERMINAL.search(last.rstrip())):
            pieces.append([line])
        else:
            pieces[-1].append(line)
    return [piece for piece in map(squeeze, map(" ".join, pieces)) if piece]
