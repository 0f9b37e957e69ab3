"""Title, authors, publisher, section and address of a page."""

import re
from typing import Any
from urllib.parse import unquote, urljoin

from lxml import etree

from assets.articles.facts.bylines import read_author_line
from assets.articles.facts.lines import is_name, read_byline, read_date_line, read_lone_name, titled
from assets.articles.folding import fold, squeeze, words
from assets.articles.html.gather import Spot
from assets.articles.html.metadata import Metadata, names_of, text_of

_SUFFIX = re.compile(r"\s+(?:[|•·–—-]|::|»)\s+")
_LONGEST_NAME = 90
_NEAR_TITLE, _UNDER_TITLE = 20, 3
_AUTHOR_METAS = (
    "author",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "article:author_name",
    "sailthru.author",
    "parsely-author",
    "byl",
    "citation_author",
    "cxenseparse:author",
    "twitter:data1",
    "og:article:author",
)
_AUTHOR_PROPS, _AUTHOR_LINKS = etree.XPath("//*[@itemprop='author']"), etree.XPath("//*[@rel='author']")
_PREFIX = re.compile(r"^(?:par|by|de|von|por|di|propos recueillis par|texte|auteur|author)\s*:?\s+", re.I)
_INITIALS = re.compile(r"\b[A-Z]\.$")
_NOT_AUTHORS = re.compile(
    r"[(){}\[\]:]|^[a-z]+(?:-[a-z]+)+$|https?:|www\.|@|\bmin\b|\d{2}|^(?:admin|administrator|redaction|webmaster|editor|user)$"
)


def page_title(tree: Any, metadata: Metadata) -> str | None:  # noqa: ANN401 (lxml elements are untyped)
    """Return the headline: the first-level heading that the declarations confirm, else what they say."""
    declared = [
        text_of(metadata.articles[0].get("headline")) if metadata.articles else None,
        metadata.first("og:title", "dc.title", "twitter:title", "headline"),
        metadata.title,
    ]
    known = [words(text) for text in declared if text]
    headings = [squeeze(" ".join(element.itertext())) for element in tree.iter("h1", "h2")]
    headings = [text for text in headings if 5 < len(text) < 300][:40]
    for text in headings:
        tokens = words(text)
        if any(tokens == other or _starts(other, tokens) for other in known) and len(tokens) > 2:
            return text
    first = next(tree.iter("h1"), None)
    top = squeeze(" ".join(first.itertext())) if first is not None else ""
    title = declared[0] or declared[1] or (top if len(top) > 5 else None) or _without_site(metadata)
    return title or top or None


def _starts(text: list[str], start: list[str]) -> bool:
    return len(start) < len(text) and text[: len(start)] == start


def _without_site(metadata: Metadata) -> str | None:
    if not metadata.title:
        return None
    parts = _SUFFIX.split(metadata.title)
    return max(parts, key=len) if len(parts) > 1 else metadata.title


def page_publisher(metadata: Metadata, title: str | None) -> str | None:
    """Return who publishes the page."""
    for node in metadata.articles:
        names = names_of(node.get("publisher"))
        if names:
            return names[0]
    name = metadata.first("og:site_name", "publisher", "dc.publisher", "application-name", "article:publisher")
    if name and not name.startswith("http"):
        return name
    if metadata.title and title:
        parts = [part for part in _SUFFIX.split(metadata.title) if words(part) and words(part) != words(title)]
        if len(parts) >= 1 and any(words(part) == words(title) for part in _SUFFIX.split(metadata.title)):
            return parts[-1]
        if len(parts) == 1 and _starts(words(metadata.title), words(title)):
            return parts[0]
    return None


def page_section(metadata: Metadata) -> str | None:
    """Return the section that the page says it belongs to."""
    for node in metadata.articles:
        section = text_of(node.get("articleSection"))
        if section:
            return section
    return metadata.first("article:section", "section", "dc.subject")


def page_address(metadata: Metadata, base: str | None) -> tuple[str | None, str | None]:
    """Return the page's address and its canonical one, percent-decoded."""
    canonical = metadata.canonical or metadata.first("og:url", "twitter:url")
    if canonical and base:
        canonical = urljoin(base, canonical)
    canonical = unquote(canonical, errors="replace") if canonical else None
    return base or canonical, canonical


def page_author(tree: Any, metadata: Metadata, spots: list[Spot], publisher: str | None) -> str | None:  # noqa: ANN401
    """Return the authors; names beside teasers and comments are not looked at."""
    for node in metadata.articles:
        names = _proper(names_of(node.get("author")) or names_of(node.get("creator")), publisher)
        if names:
            return ", ".join(names)
    return _marked_author(tree, publisher) or _visible_author(spots, publisher) or _declared_author(metadata, publisher)


def _declared_author(metadata: Metadata, publisher: str | None) -> str | None:
    for key in _AUTHOR_METAS:
        names = _proper([metadata.meta.get(key, "")], publisher)
        if names:
            return names[0]
    return None


def _proper(names: list[str], publisher: str | None) -> list[str]:
    found: list[str] = []
    for raw in names:
        name = titled(_PREFIX.sub("", squeeze(raw)).strip(" ,|"))
        name = name if _INITIALS.search(name) else name.rstrip(".")
        if not 2 <= len(name) <= _LONGEST_NAME or _NOT_AUTHORS.search(name) or name in found:
            continue
        if publisher and fold(name) == fold(publisher):
            continue
        found.append(name)
    return found


def _marked_author(tree: Any, publisher: str | None) -> str | None:  # noqa: ANN401
    names: list[str] = []
    for element in [*_AUTHOR_PROPS(tree), *_AUTHOR_LINKS(tree)][:6]:
        inner = element.find(".//*[@itemprop='name']")
        names.append(squeeze(" ".join((inner if inner is not None else element).itertext())))
    proper = [name for name in _proper(names, publisher) if is_name(name) and len(name.split()) <= 8]
    return ", ".join(proper[:4]) or None


def _visible_author(spots: list[Spot], publisher: str | None) -> str | None:
    tops = [position for position, spot in enumerate(spots) if spot.block.tag == "h1"]
    kept = [position for position, spot in enumerate(spots) if spot.block.reason is None]
    if not tops and not kept:
        return None
    title = tops[0] if tops else kept[0]
    last = min(kept[-1] + 3, len(spots)) if kept else title
    near = [*range(max(title - 4, 0), min(title + _NEAR_TITLE, len(spots))), *range(max(last - 6, title + 1), last)]
    for position in near:
        spot = spots[position]
        text = spot.block.text
        if spot.zone in {"related", "comments_widget", "footer", "navigation", "subscription"} or len(text) > 200:
            continue
        name = read_byline(text)
        if name is None and position != title and (spot.zone == "byline" or title < position <= title + _UNDER_TITLE):
            name = read_author_line(text, publisher)
        if name is None:
            line = read_date_line(text)
            name = next((found for part in line.rest if (found := _name_of(part))), None) if line else None
        if name is None and spot.zone in {"byline", "date_line"}:
            name = next((found for part in re.split(r"\s*[|•·]\s*", text)[:2] if (found := read_lone_name(part))), None)
        if name:
            return titled(name)
    return None


def _name_of(part: str) -> str | None:
    return read_byline(part) or read_lone_name(part)
