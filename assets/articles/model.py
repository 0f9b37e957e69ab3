"""The clean article and what is known of it: the contract between the cleaner and everything after it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PublishedBasis(StrEnum):
    """How the publication date is known. There is no member for a guess: an article without evidence has no date."""

    MANIFEST = "manifest"
    JSON_LD = "json_ld"
    META = "meta"
    TIME_ELEMENT = "time_element"
    LABELLED_LINE = "labelled_line"
    DATELINE = "dateline"
    URL = "url"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """Facts that came with the file (a manifest line, a feed entry) and beat whatever the text suggests."""

    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    published_basis: PublishedBasis = PublishedBasis.MANIFEST


@dataclass(frozen=True, slots=True)
class DroppedBlock:
    """A block that the source had and the body has not."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A change of the source's letters: ``before`` stood there, ``after`` stands in ``paragraphs[paragraph]``."""

    paragraph: int
    before: str
    after: str
    rule_id: str


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article.

    Attributes:
        name: The source file's name, without a ``.gz`` ending being cut.
        paragraphs: The body: standfirst, paragraphs, intertitles, list items and table rows, in reading order.
        language: ISO 639-1 code.
        published_on: Publication day, or None where nothing in the source tells it.
        not_before: Earliest possible publication day that the text proves, where ``published_on`` is None.
        not_after: Latest such day.
        headings: Positions in ``paragraphs`` of the body's intertitles.
    """

    name: str
    paragraphs: tuple[str, ...]
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    section: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    published_on: date | None = None
    published_basis: PublishedBasis | None = None
    not_before: date | None = None
    not_after: date | None = None
    modified_on: date | None = None
    headings: tuple[int, ...] = ()
    dropped: tuple[DroppedBlock, ...] = field(default=(), repr=False)
    repairs: tuple[Repair, ...] = ()

    @property
    def text(self) -> str:
        """The stored clean text, to which every offset of a claim refers: paragraphs joined by one newline."""
        return "\n".join(self.paragraphs)


class RefusedArticleError(ValueError):
    """Input that cannot become an article. It goes to quarantine with these three facts.

    Attributes:
        reason: Short stable code (``empty``, ``binary``, ``too_large``, ``truncated_gzip``, ``gzip_bomb``,
            ``not_text``, ``pdf``, ``no_body``, ``too_deep`` …) by which refusals are counted.
        detail: What was found and where.
        cure: What the user can do.
    """

    def __init__(self, reason: str, detail: str, cure: str) -> None:
        super().__init__(f"{detail}; {cure}")
        self.reason = reason
        self.detail = detail
        self.cure = cure
