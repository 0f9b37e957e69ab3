"""A page, read: its body by way of trafilatura, its facts from metadata and header lines."""

import re

from lxml import etree
from lxml import html as lxml_html

from assets.articles.html.choose import choose, finish
from assets.articles.html.dates import add_other_evidence, read_dates
from assets.articles.html.facts import page_address, page_author, page_publisher, page_section, page_title
from assets.articles.html.metadata import read_metadata
from assets.articles.html.page import read_spots
from assets.articles.html.vote import is_sure, second_opinion, settle
from assets.articles.limits import CleaningLimits
from assets.articles.model import KnownFacts, RefusedArticleError
from assets.articles.plain.read import Reading

_TAG = re.compile(r"<[a-zA-Z]")


def _parse(text: str, name: str, limits: CleaningLimits) -> etree._Element:
    if len(_TAG.findall(text)) > limits.max_tags:
        raise RefusedArticleError("too_many_tags", f"{name}: more than {limits.max_tags} tags", "raise max_tags")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml_html.HTMLParser(huge_tree=False, remove_pis=True, recover=True)
    return lxml_html.document_fromstring(text, parser=parser)


def read_html(text: str, name: str, known: KnownFacts, limits: CleaningLimits) -> Reading:
    """Read a page.

    Raises:
        RefusedArticleError: The page breaks a bound or has no body.
    """
    tree = _parse(text, name, limits)
    metadata = read_metadata(tree)
    spots = read_spots(tree)
    reading = Reading(blocks=choose(spots), title=page_title(tree, metadata), section=page_section(metadata))
    reading.publisher = page_publisher(metadata, reading.title)
    reading.author = page_author(tree, metadata, spots, reading.publisher)
    reading.url, reading.canonical_url = page_address(metadata, known.url)
    dates = read_dates(tree, metadata, spots, reading.url)
    if not dates.told:
        add_other_evidence(dates, tree, spots, reading.url)
    reading.published_on, reading.published_basis = dates.decide()
    reading.modified_on = dates.modified
    if not is_sure(spots):
        settle(spots, second_opinion(tree))
    finish(reading.blocks, reading.title)
    return reading
