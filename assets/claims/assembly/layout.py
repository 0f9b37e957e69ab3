"""Where a paragraph stands: headings, list items, datelines, table rows and what stands above them."""

import re
from collections import Counter
from collections.abc import Sequence

from assets.articles.model import Article
from assets.claims.assembly import tables

_ITEM = re.compile(r"^\s*(?:[•\-–—*·▪]\s|\d{1,2}[.)]\s|[«]?\s?[A-ZÀ-Ý][^.:;!?,]{0,34}\s?:\s?\S)")
_SPEAKER = re.compile(r"^\s*([A-ZÀ-Ý](?:[\w’'-]|\.? (?=[A-ZÀ-Ý])){0,40}\.?)(?:\s?:|\.\s?[–—])\s")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s[^\d:]{1,66}$")
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Ý][^.!?]{1,60}?\((?:[A-Z]{2,}|[A-Z][\w -]+)\)|[A-ZÀ-Ý]{3,}[^.!?()]{0,60}\([a-z][^().]{1,40}\))"
    r"\s*(?:--|–|—|-)\s"
)
_CLOSED = re.compile(r"[.!…»”\"]\)?\s*$")
_HEADING_LENGTH = 110
CAPTION_LENGTH = 160


def is_heading(article: Article, position: int) -> bool:
    """Whether a paragraph is an intertitle: marked so, or short and open-ended."""
    if position in article.headings:
        return True
    text = article.paragraphs[position].strip()
    if not 0 < len(text) <= _HEADING_LENGTH or _CLOSED.search(text):
        return False
    if _NUMBERED.match(text):
        return True
    return "|" not in text and not text.endswith((":", ";", ",")) and not _ITEM.match(text)


def is_item(paragraph: str) -> bool:
    """Whether a paragraph is an item of a list: a bullet, a number, or a label with a colon."""
    return bool(_ITEM.match(paragraph))


def speakers(paragraphs: Sequence[str]) -> frozenset[str]:
    """Who speaks in turn in an interview: labels that open paragraphs, one of which asks (``ANNE : Et BYD ?``)."""
    turns = [(found.group(1), text) for text in paragraphs if (found := _SPEAKER.match(text)) is not None]
    counts = Counter(label for label, _ in turns)
    repeated = {label for label, count in counts.items() if count > 1}
    asks = any(label in repeated and "?" in text for label, text in turns)
    return frozenset(repeated) if asks and len(counts) > 1 else frozenset()


def dateline_end(sentence: str) -> int:
    """Where the dateline of a dispatch ends (``PÉKIN, 16 avril (ACL) –``), or 0."""
    found = _DATELINE.match(sentence)
    return found.end() if found is not None else 0


def loose_rows(paragraphs: Sequence[str]) -> frozenset[int]:
    """Positions of table rows that lost their borders: at least two such lines one after the other."""
    rows = [position for position, paragraph in enumerate(paragraphs) if tables.is_loose_row(paragraph)]
    return frozenset(row for row in rows if row - 1 in rows or row + 1 in rows)


_ENDS = (". ", "? ", "! ", "… ")


def caption(article: Article, position: int, heading: str) -> str:
    """The line above a table, the last sentence above where it announces the table, or the heading of its section."""
    above = article.paragraphs[position - 1] if position else ""
    if above.rstrip().endswith(":"):
        above = min((above.rpartition(mark)[2] for mark in _ENDS), key=len)
    return above if len(above) <= CAPTION_LENGTH else heading
