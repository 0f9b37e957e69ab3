"""A page, read: its body by way of trafilatura, its facts from metadata and header lines."""

import re
from bisect import bisect_left
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from assets.articles.html.choose import choose, finish
from assets.articles.html.dates import add_other_evidence, read_dates
from assets.articles.html.facts import page_address, page_author, page_publisher, page_section, page_title
from assets.articles.html.metadata import read_metadata
from assets.articles.html.page import walk_page
from assets.articles.html.vote import is_sure, second_opinion, settle
from assets.articles.limits import CleaningLimits
from assets.articles.model import KnownFacts, RefusedArticleError
from assets.articles.plain.read import Reading

# One class for all elements: a look-up by tag for every element costs more than the parsing.
_CLASSES = etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement)
_TAG = re.compile(r"<[a-zA-Z]")
# A start tag up to its end, or to the page's; what stands in quotes may hold any letters.
_START_TAG = re.compile(r"""<[a-zA-Z](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]*+)""")
_ATTRIBUTE = re.compile(r"[^\s/]+")
_SCRIPT = re.compile(r"<(/?)script\b", re.I)
_SCRIPT_ALLOWANCE = 3
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def _parse(text: str, name: str, limits: CleaningLimits) -> Any:  # noqa: ANN401 (lxml elements are untyped)
    if text.count("<") > limits.max_tags and len(_TAG.findall(text)) > limits.max_tags:
        raise _refusal(name, "too_many_tags", f"more than {limits.max_tags} tags")
    if _has_too_many_attributes(text, limits.max_attributes):
        raise _refusal(name, "too_many_attributes", f"a tag of more than {limits.max_attributes} attributes")
    parser = etree.HTMLParser(
        huge_tree=False, remove_pis=True, remove_comments=True, recover=True, collect_ids=False, default_doctype=False
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = lxml_html.document_fromstring(_DECLARATION.sub("", text, count=1), parser=parser)
    except etree.ParserError as error:
        raise RefusedArticleError("no_body", f"{name}: the page is empty", "check that the file is complete") from error
    if any(entry.type_name == "ERR_INTERNAL_ERROR" or "depth" in entry.message for entry in parser.error_log):
        raise _refusal(name, "too_deep", "tags nested deeper than the parser reads")
    return root


def _has_too_many_attributes(text: str, most: int) -> bool:
    """Tell a tag whose attributes would cost too much; letters of a script only look like one and may hold more."""
    marks: list[tuple[int, bool]] | None = None
    for match in _START_TAG.finditer(text):
        if match.end() - match.start() <= 2 * most or (count := _count_attributes(match[0])) <= most:
            continue
        if marks is None:
            marks = [(mark.start(), mark[1] == "") for mark in _SCRIPT.finditer(text)]
        before = bisect_left(marks, (match.start(), False))
        if count > _SCRIPT_ALLOWANCE * most or not before or not marks[before - 1][1]:
            return True
    return False


def _count_attributes(tag: str) -> int:
    """Count a tag's attributes; letters of a script that only look like a tag repeat their words, attributes do not."""
    return len(set(_ATTRIBUTE.findall(_VALUE.sub(" ", tag))))


def _refusal(name: str, reason: str, what: str) -> RefusedArticleError:
    return RefusedArticleError(reason, f"{name}: {what}", "raise the limit if the page is genuine")


def read_html(text: str, name: str, known: KnownFacts, limits: CleaningLimits) -> Reading:
    """Read a page.

    Raises:
        RefusedArticleError: The page breaks a bound or has no body.
    """
    tree = _parse(text, name, limits)
    metadata = read_metadata(tree)
    spots, depth = walk_page(tree)
    if depth > limits.max_depth:
        raise _refusal(name, "too_deep", f"tags nested deeper than {limits.max_depth}")
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
