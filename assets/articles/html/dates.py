"""When a page says it appeared: by linked data, metas, time elements, visible lines, its address."""

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lxml import etree

from assets.articles.facts.days import day_in_url, find_days
from assets.articles.facts.lines import read_date_line
from assets.articles.html.gather import Spot
from assets.articles.html.metadata import Metadata, text_of
from assets.articles.html.zones import read_names
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
    "article.created",
    "date_published",
    "displaydate",
    "og:pubdate",
    "citation_publication_date",
    "citation_date",
    "originalpublicationdate",
    "rnews:datepublished",
    "gentime",
    "article:post_time",
    "shareaholic:article_published_time",
    "bt:pubdate",
)
# These also hold the day of the last change or of the delivery: marked elements are surer.
_LOOSE_METAS = (
    "dc.date",
    "dc.date.x-metadatadublincore",
    "date",
    "datecreated",
    "created",
    "release_date",
    "og:release_date",
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
_WORLD_TIME = re.compile(r"T0\d:\d\d.*(?:Z|[+-]00:?00)$")
_SCRIPT_DAY = re.compile(
    r"[\"'](?:\w*publi(?:sh|c)\w*(?:date|time|at|on)|date_?publi\w+|pub_?date)[\"']\s*:\s*[\"']((?:19|20)\d\d-\d\d-\d\d)",
    re.I,
)
_COMPACT = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D|\d{4,6}|$)")
_EPOCH = re.compile(r"^1\d{9}(?:\d{3})?$")
_UPDATED = re.compile(r"updat|modif|maj|edit", re.I)
_PUBLISHED = re.compile(r"publi|creat|post|pubdate|issued|entry-date|parution|date_line", re.I)
# Further blocks than this from the title belong to other articles.
_NEAR_TITLE = 25
# The wider search takes seconds on long pages.
_SEARCHED, _SHORT_LINE = 60_000, 200
_MOST_TIMES = 60
_ITEMPROPS = etree.XPath("//*[@itemprop]")

_ELSEWHERE = frozenset({"related", "comments_widget", "aside", "footer", "navigation"})


@dataclass(slots=True)
class PageDates:
    """The days that a page tells.

    Attributes:
        told: Publication days in the order in which they are believed, each with its basis and a witness: two lines
            that the reader sees are one witness, however they are marked.
        modified: The day of the last change.
    """

    told: list[tuple[date, PublishedBasis, str]] = field(default_factory=list)
    modified: date | None = None

    def take(self, day: date | None, basis: PublishedBasis, witness: str | None = None) -> None:
        """Note a publication day that is told."""
        if day is not None:
            seen = basis in {PublishedBasis.TIME_ELEMENT, PublishedBasis.LABELLED_LINE}
            self.told.append((day, basis, witness or ("reader" if seen else basis.value)))

    def decide(self) -> tuple[date | None, PublishedBasis | None]:
        """Return the publication day and its basis.

        A lone meta is outvoted by two other kinds of evidence that agree: templates leave stale ones behind.
        """
        if not self.told:
            return None, None
        day, basis, _ = self.told[0]
        if basis is PublishedBasis.META:
            witnesses: dict[date, set[str]] = {}
            for other, _, witness in self.told:
                witnesses.setdefault(other, set()).add(witness)
            for other, found in witnesses.items():
                if other not in {day, self.modified} and len(found) > 1 and len(witnesses[day]) == 1:
                    return other, next(told for at, told, _ in self.told if at == other)
        return day, basis


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
        stamp = text_of(node.get("datePublished"))
        dates.take(_local_day(stamp, url), PublishedBasis.JSON_LD)
        dates.modified = dates.modified or parse_stamp(text_of(node.get("dateModified")))
    for name in _MODIFIED_METAS:
        dates.modified = dates.modified or parse_stamp(metadata.meta.get(name))
    for name in _PUBLISHED_METAS:
        dates.take(_local_day(metadata.meta.get(name), url), PublishedBasis.META)
    _read_elements(tree, dates)
    for node in metadata.articles:
        dates.take(parse_stamp(text_of(node.get("dateCreated"))), PublishedBasis.JSON_LD)
    _read_lines(spots, dates, labelled=True)
    if url:
        dates.take(day_in_url(url), PublishedBasis.URL)
    for node in metadata.pages:
        dates.take(parse_stamp(text_of(node.get("datePublished"))), PublishedBasis.JSON_LD)
    _read_times(tree, dates)
    for name in _LOOSE_METAS:
        dates.take(parse_stamp(metadata.meta.get(name)), PublishedBasis.META, "reader")
    _read_lines(spots, dates, labelled=False)
    _read_scripts(tree, dates)
    return dates


def _local_day(stamp: str | None, url: str | None) -> date | None:
    """Return a stamp's day; one given in world time may be the next day already, which a dated address shows."""
    day = parse_stamp(stamp)
    if day is None or not url or not stamp or not _WORLD_TIME.search(stamp):
        return day
    told = day_in_url(url)
    return told if told is not None and (day - told).days == 1 else day


def _read_scripts(tree: Any, dates: PageDates) -> None:  # noqa: ANN401
    """Read the publication day among the data that a page hands to its own scripts."""
    for element in tree.iter("script"):
        match = _SCRIPT_DAY.search((element.text or "")[:200_000])
        if match:
            dates.take(parse_stamp(match[1]), PublishedBasis.META, "script")
            return


def _read_elements(tree: Any, dates: PageDates) -> None:  # noqa: ANN401
    for element in _ITEMPROPS(tree):
        prop = element.get("itemprop", "").lower()
        if "datepublished" in prop.replace(" ", "") or prop == "datecreated":
            stamp = element.get("datetime") or element.get("content") or "".join(element.itertext())
            dates.take(parse_stamp(stamp), PublishedBasis.TIME_ELEMENT)
        elif "datemodified" in prop:
            dates.modified = dates.modified or parse_stamp(element.get("datetime") or element.get("content"))


def _times(tree: Any) -> list[tuple[Any, date, str]]:  # noqa: ANN401
    found: list[tuple[Any, date, str]] = []
    titled: dict[Any, bool] = {}
    for element in tree.iter("time", "abbr"):
        day = parse_stamp(element.get("datetime") or (element.get("title") if element.tag == "abbr" else None))
        day = day or (parse_stamp("".join(element.itertext())) if element.tag == "time" else None)
        if len(found) == _MOST_TIMES:
            break
        if day is not None and not _is_elsewhere(element, titled):
            parent = element.getparent()
            names = f"{element.get('class') or ''} {parent.get('class') or '' if parent is not None else ''}"
            found.append((element, day, names + (" pubdate" if "pubdate" in element.attrib else "")))
    return found


def _is_elsewhere(element: Any, titled: dict[Any, bool]) -> bool:  # noqa: ANN401
    """Tell whether a time stands in a box of other articles or comments, which the title is not part of."""
    for up in element.iterancestors():
        if read_names(up.tag, up.items()).zone in _ELSEWHERE:
            # Thousands of times may stand in one box, which is searched once.
            if up not in titled:
                titled[up] = next(up.iter("h1"), None) is not None
            return not titled[up]
    return False


def _read_times(tree: Any, dates: PageDates) -> None:  # noqa: ANN401
    times = _times(tree)
    for _, day, names in times:
        if "pubdate" in names or ("entry-date" in names and "updated" not in names.split()):
            dates.take(day, PublishedBasis.TIME_ELEMENT)
    if not times:
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
    title = _title_at(spots)
    kept = [position for position, spot in enumerate(spots) if spot.block.reason is None]
    last = kept[-1] if kept else title
    order = [*range(title, min(last + 12, len(spots))), *range(title - 1, max(title - _NEAR_TITLE, -1), -1)]
    for position in order:
        spot = spots[position]
        if spot.zone in {"related", "comments_widget", "footer", "navigation"} or spot.block.is_prose:
            continue
        found = read_date_line(spot.block.text)
        if found is None or (labelled and not found.labelled):
            continue
        if found.modified is not None:
            dates.modified = dates.modified or found.modified
        dates.take(found.published, PublishedBasis.LABELLED_LINE)
        if found.published is not None:
            return


def add_other_evidence(dates: PageDates, tree: Any, spots: list[Spot], url: str | None) -> None:  # noqa: ANN401
    """Ask htmldate where nothing else told the day; its wider search counts days, so what it finds must be printed."""
    # Loaded here: most pages never need it.
    from htmldate import find_date

    day = parse_stamp(find_date(tree, original_date=True, extensive_search=False, url=url, outputformat="%Y-%m-%d"))
    if day is None and sum(len(spot.block.text) for spot in spots) < _SEARCHED:
        day = parse_stamp(find_date(tree, original_date=True, url=url, outputformat="%Y-%m-%d"))
        if day is not None and not _is_printed(day, tree, spots):
            day = None
    if day is not None and (day.month, day.day) != (1, 1):
        dates.take(day, PublishedBasis.LABELLED_LINE)


def _is_printed(day: date, tree: Any, spots: list[Spot]) -> bool:  # noqa: ANN401
    """Tell whether the day stands in a line of its own or in the page's data, not merely in running text."""
    lines = (spot.block.text for spot in spots if not spot.block.is_prose and len(spot.block.text) < _SHORT_LINE)
    if any(found.day == day for line in lines for found in find_days(line)):
        return True
    stamps = [day.strftime(form) for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d.%m.%Y", "%d/%m/%Y")]
    scripts = ((element.text or "")[:_SEARCHED] for element in tree.iter("script"))
    return any(stamp in script for script in scripts for stamp in stamps)
