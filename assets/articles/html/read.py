"""A page, read: its body by way of trafilatura, its facts from metadata and header lines."""

import json
import re
from datetime import date

from lxml import etree
from lxml import html as lxml_html
from assets.articles.facts.days import day_in_url, find_days
from assets.articles.folding import squeeze
from assets.articles.html.choose import choose, finish
from assets.articles.html.page import read_spots
from assets.articles.html.vote import second_opinion, settle
from assets.articles.limits import CleaningLimits
from assets.articles.model import KnownFacts, PublishedBasis, RefusedArticleError
from assets.articles.plain.read import Reading

_TAG = re.compile(r"<[a-zA-Z]")


def _parse(text: str, name: str, limits: CleaningLimits) -> etree._Element:
    if len(_TAG.findall(text)) > limits.max_tags:
        raise RefusedArticleError("too_many_tags", f"{name}: more than {limits.max_tags} tags", "raise max_tags")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml_html.HTMLParser(huge_tree=False, remove_pis=True, recover=True)
    tree = lxml_html.document_fromstring(text, parser=parser)
    return tree


def read_html(text: str, name: str, known: KnownFacts, limits: CleaningLimits) -> Reading:
    """Read a page.

    Raises:
        RefusedArticleError: The page breaks a bound or has no body.
    """
    tree = _parse(text, name, limits)
    reading = Reading()
    _facts(tree, reading, known)
    spots = read_spots(tree)
    reading.blocks = choose(spots)
    settle(spots, second_opinion(tree))
    finish(reading.blocks, reading.title)
    return reading


def _facts(tree: etree._Element, reading: Reading, known: KnownFacts) -> None:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if key and element.get("content"):
            meta.setdefault(key, element.get("content").strip())
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in data if isinstance(data, list) else [data]:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                _date(reading, item["datePublished"], PublishedBasis.JSON_LD)
                author = item.get("author")
                author = author[0] if isinstance(author, list) and author else author
                if isinstance(author, dict) and isinstance(author.get("name"), str):
                    reading.author = author["name"]
    for key in ("article:published_time", "dc.date.issued", "date", "dc.date", "datepublished", "pubdate"):
        if key in meta:
            _date(reading, meta[key], PublishedBasis.META)
    reading.title = meta.get("og:title") or meta.get("dc.title")
    h1 = tree.find(".//h1")
    if h1 is not None:
        reading.title = squeeze("".join(h1.itertext())) or reading.title
    if reading.title is None and tree.find(".//title") is not None:
        reading.title = squeeze(tree.findtext(".//title") or "")
    reading.author = reading.author or meta.get("author") or meta.get("dc.creator")
    reading.publisher = meta.get("og:site_name")
    link = tree.find(".//link[@rel='canonical']")
    reading.canonical_url = link.get("href") if link is not None else None
    reading.url = reading.canonical_url or meta.get("og:url")
    for element in tree.iter("time"):
        _date(reading, element.get("datetime") or "", PublishedBasis.TIME_ELEMENT)
    if reading.published_on is None and (known.url or reading.url):
        day = day_in_url(known.url or reading.url or "")
        if day:
            reading.published_on, reading.published_basis = day, PublishedBasis.URL


def _date(reading: Reading, value: str, basis: PublishedBasis) -> None:
    if reading.published_on is not None:
        return
    day: date | None = next((found.day for found in find_days(value)), None)
    if day is not None:
        reading.published_on, reading.published_basis = day, basis
