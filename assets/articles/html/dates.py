"""When a page says it appeared: by linked data, metas, time elements, visible lines, its address."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from assets.articles.facts.days import day_in_url, find_days
from assets.articles.facts.lines import read_date_line
from assets.articles.html.metadata import Metadata, text_of
from assets.articles.html.page import Spot
from assets.articles.model import PublishedBasis

_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "og:published_time",
    "publication_date",
    "publication-date",
    "publish-date",
    "publishdate",
    "publish_date",
    "pubdate",
    "published_date",
    "published-date",
    "article_date_original",
    "article.published",
    "cxenseparse:recs:publishtime",
    "sailthru.date",
    "parsely-pub-date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.x-metadatadublincore",
    "article.created",
    "date_published",
    "displaydate",
    "og:pubdate",
    "citation_publication_date",
    "citation_date",
    "originalpublicationdate",
    "rnews:datepublished",
    "gentime",
    "date",
    "datecreated",
    "created",
    "release_date",
    "og:release_date",
    "article:post_time",
    "shareaholic:article_published_time",
    "bt:pubdate",
)
_MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "article:modified",
    "og:modified_time",
    "revised",
)
_COMPACT = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D|\d{4,6}|$)")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_UPDATED = re.compile(r"updat|modif|maj|edit", re.I)
_PUBLISHED = re.compile(r"publi|creat|post|pubdate|issued|entry-date|parution|date_line", re.I)
# Further blocks than this from the title belong to other articles.
_NEAR_TITLE = 25


@dataclass(slots=True)
class PageDates:
    """The days that a page tells."""

    published: date | None = None
    basis: PublishedBasis | None = None
    modified: date | None = None

    def take(self, day: date | None, basis: PublishedBasis) -> bool:
        """Keep the first publication day that is told."""
        if day is not None and self.published is None:
            self.published, self.basis = day, basis
        return day is not None


def parse_stamp(value: str | None) -> date | None:
    """Read the day of a machine's or a person's time stamp.

    Example:
        >>> parse_stamp("20250926T0630").isoformat()
        '2025-09-26'
    """
    if not value:
        return None
    stamp = value.strip()[:80]
    compact = _COMPACT.match(stamp)
    if compact:
        stamp = "-".join(compact.groups())
    return next((found.day for found in find_days(stamp)), None)


def read_dates(tree: Any, metadata: Metadata, spots: list[Spot], url: str | None) -> PageDates:  # noqa: ANN401
    """Find the publication day, the surest evidence first.

    Args:
        tree: The page's tree.
        metadata: Its declarations.
        spots: Its blocks, for the visible lines.
        url: Its address.

    Returns:
        The days; a basis says what told the publication.
    """
    dates = PageDates()
    for node in metadata.articles:
        dates.take(parse_stamp(text_of(node.get("datePublished"))), PublishedBasis.JSON_LD)
        dates.modified = dates.modified or parse_stamp(text_of(node.get("dateModified")))
    for name in _PUBLISHED_METAS[:-13]:
        dates.take(parse_stamp(metadata.meta.get(name)), PublishedBasis.META)
    _read_elements(tree, dates)
    for name in _PUBLISHED_METAS[-13:]:
        dates.take(parse_stamp(metadata.meta.get(name)), PublishedBasis.META)
    for node in metadata.articles:
        dates.take(parse_stamp(text_of(node.get("dateCreated"))), PublishedBasis.JSON_LD)
    for name in _MODIFIED_METAS:
        dates.modified = dates.modified or parse_stamp(metadata.meta.get(name))
    _read_lines(spots, dates, labelled=True)
    if url:
        dates.take(day_in_url(url), PublishedBasis.URL)
    for node in metadata.pages:
        dates.take(parse_stamp(text_of(node.get("datePublished"))), PublishedBasis.JSON_LD)
    _read_times(tree, dates)
    _read_lines(spots, dates, labelled=False)
    return dates


def _read_elements(tree: Any, dates: PageDates) -> None:  # noqa: ANN401
    for element in tree.iterfind(".//*[@itemprop]"):
        prop = element.get("itemprop", "").lower()
        if "datepublished" in prop.replace(" ", "") or prop == "datecreated":
            stamp = element.get("datetime") or element.get("content") or "".join(element.itertext())
            dates.take(parse_stamp(stamp), PublishedBasis.TIME_ELEMENT)
        elif "datemodified" in prop:
            dates.modified = dates.modified or parse_stamp(element.get("datetime") or element.get("content"))


def _times(tree: Any) -> list[tuple[Any, date, str]]:  # noqa: ANN401
    found = []
    for element in tree.iter("time", "abbr"):
        day = parse_stamp(element.get("datetime") or (element.get("title") if element.tag == "abbr" else None))
        day = day or (parse_stamp("".join(element.itertext())) if element.tag == "time" else None)
        if day is not None:
            parent = element.getparent()
            names = f"{element.get('class') or ''} {parent.get('class') or '' if parent is not None else ''}"
            found.append((element, day, names + (" pubdate" if "pubdate" in element.attrib else "")))
    return found


def _read_times(tree: Any, dates: PageDates) -> None:  # noqa: ANN401
    times = _times(tree)[:60]
    for _, day, names in times:
        if "pubdate" in names or ("entry-date" in names and "updated" not in names.split()):
            dates.take(day, PublishedBasis.TIME_ELEMENT)
    if dates.published is not None or not times:
        return
    heading = next(tree.iter("h1"), None)
    container = heading
    # The time that stands closest to the title in the tree is the article's.
    while container is not None:
        inside = [(day, names) for element, day, names in times if _holds(container, element)]
        if inside:
            published = [day for day, names in inside if not _UPDATED.search(names)] or [day for day, _ in inside]
            if len(set(published)) == 1 or len(inside) <= 3:
                dates.take(published[0], PublishedBasis.TIME_ELEMENT)
            return
        container = container.getparent()
    if len({day for _, day, _ in times}) == 1:
        dates.take(times[0][1], PublishedBasis.TIME_ELEMENT)


def _holds(container: Any, element: Any) -> bool:  # noqa: ANN401
    return element is container or any(up is container for up in element.iterancestors())


def _title_at(spots: list[Spot]) -> int:
    tops = [position for position, spot in enumerate(spots) if spot.block.tag == "h1"]
    if tops:
        return tops[0]
    return next((position for position, spot in enumerate(spots) if spot.block.reason is None), 0)


def _read_lines(spots: list[Spot], dates: PageDates, *, labelled: bool) -> None:
    """Read visible date lines around the title, or a labelled one beside the body."""
    if dates.published is not None:
        return
    title = _title_at(spots)
    kept = [position for position, spot in enumerate(spots) if spot.block.reason is None]
    last = kept[-1] if kept else title
    order = [*range(title, min(last + 6, len(spots))), *range(title - 1, max(title - _NEAR_TITLE, -1), -1)]
    for position in order:
        spot = spots[position]
        if spot.zone in {"related", "comments_widget", "footer", "navigation"} or spot.block.is_prose:
            continue
        found = read_date_line(spot.block.text)
        if found is None or (labelled and not found.labelled):
            continue
        if found.modified is not None:
            dates.modified = dates.modified or found.modified
        if dates.take(found.published, PublishedBasis.LABELLED_LINE):
            return


def add_other_evidence(dates: PageDates, tree: Any, url: str | None) -> None:  # noqa: ANN401
    """Ask htmldate, and believe it where what it found is told somewhere on the page or in its address.

    It also returns the day that occurs most often, which is a guess: such an answer is left out.
    """
    from htmldate import find_date

    stamp = find_date(tree, original_date=True, url=url, outputformat="%Y-%m-%d")
    dates.take(parse_stamp(stamp), PublishedBasis.LABELLED_LINE)
