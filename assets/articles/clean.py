"""The cleaner's way in: bytes of a page or a text in, the clean article out."""

import re
from dataclasses import replace

from assets.articles.blocks import Block, BlockKind
from assets.articles.decode import read_characters
from assets.articles.facts.bounds import latest_done, month_of_page
from assets.articles.letters import DeliveredWords, LetterRepair, mend_letters
from assets.articles.limits import CleaningLimits
from assets.articles.model import Article, DroppedBlock, KnownFacts, RefusedArticleError, Repair
from assets.articles.plain.read import Reading, read_plain
from assets.articles.tongue import detect_language
from assets.articles.unpack import unpack

CLEANER_VERSION = "1"
"""Stored with every article; a new value has articles of an older one cleaned again."""

_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|p|article|section|table|h1)[\s>/]", re.I)
_HTML_NAME = re.compile(r"\.(?:x?html?|php|aspx?)(?:\.gz)?$", re.I)
_TEXT_NAME = re.compile(r"\.(?:txt|text|md)(?:\.gz)?$", re.I)
_SHORTEST_BODY = 20
_SHORT_LINE = 60


def looks_like_html(text: str, name: str) -> bool:
    """Tell a page from a text by its first letters, by its tags where these do not tell, and by its name."""
    head = text[:2000].lstrip()
    if re.match(r"<(?:!doctype|html|\?xml|head|body)", head, re.I):
        return True
    tags = len(_HTML.findall(text[:200_000]))
    if _TEXT_NAME.search(name):
        return tags >= 5
    return tags >= (1 if _HTML_NAME.search(name) else 3)


def clean(raw: bytes, name: str, known: KnownFacts | None = None, limits: CleaningLimits | None = None) -> Article:
    """Clean one delivered file.

    Args:
        raw: The file's bytes, plain or gzip.
        name: The file's name; it becomes the article's.
        known: Facts that came with the file; they beat what the text says.
        limits: Bounds of size and depth.

    Returns:
        The article with its body, its facts, what was dropped and what was repaired.

    Raises:
        RefusedArticleError: The file cannot become an article.
    """
    bounds = limits or CleaningLimits()
    facts = known or KnownFacts()
    decoded = read_characters(unpack(raw, name, bounds), name)
    text = decoded.text
    if looks_like_html(text, name):
        from assets.articles.html.read import read_html

        reading = read_html(text, name, facts, bounds)
    elif text.count("\n") > bounds.max_lines:
        raise RefusedArticleError(
            "too_many_lines", f"{name}: more than {bounds.max_lines} lines", "raise the limit if this is one article"
        )
    else:
        reading = read_plain(text)
    return _assemble(reading, name, facts, DeliveredWords(decoded.delivered, text))


def _assemble(reading: Reading, name: str, known: KnownFacts, delivered: DeliveredWords) -> Article:
    kept = [block for block in reading.blocks if block.reason is None and block.text]
    if not _has_letters(kept):
        raise RefusedArticleError(
            "no_body",
            f"{name}: no running text was found",
            "check that the file is an article and not a list or a form",
        )
    mended = [_mend(block.text, delivered) for block in kept]
    article = Article(
        name=name,
        paragraphs=tuple(text for text, _ in mended),
        title=mend_letters(reading.title)[0] if reading.title else None,
        author=reading.author,
        publisher=reading.publisher,
        section=reading.section,
        url=reading.url,
        canonical_url=reading.canonical_url,
        published_on=reading.published_on,
        published_basis=reading.published_basis if reading.published_on else None,
        modified_on=reading.modified_on,
        headings=tuple(position for position, block in enumerate(kept) if block.kind is BlockKind.HEADING),
        dropped=tuple(
            DroppedBlock(block.text, block.reason)
            for block in reading.blocks
            if block.reason is not None and block.reason != "joined"
        ),
        repairs=_repairs(reading, kept, mended),
    )
    article = _with_known(replace(article, language=detect_language(article.text)), known)
    return _bounded(article, reading) if article.published_on is None else article


def _mend(text: str, delivered: DeliveredWords) -> tuple[str, tuple[LetterRepair, ...]]:
    mended, repairs = mend_letters(text)
    return mended, (*delivered.repairs_in(text), *repairs)


def _has_letters(blocks: list[Block]) -> bool:
    letters = 0
    for block in blocks:
        letters += sum(map(str.isalpha, block.text[:200]))
        if letters >= _SHORTEST_BODY:
            return True
    return False


def _repairs(
    reading: Reading, kept: list[Block], mended: list[tuple[str, tuple[LetterRepair, ...]]]
) -> tuple[Repair, ...]:
    where = {id(block): position for position, block in enumerate(kept)}
    found = [
        Repair(where[id(joint.block)], joint.before, joint.after, joint.rule_id)
        for joint in reading.joints
        if id(joint.block) in where
    ]
    for position, (_, repairs) in enumerate(mended):
        found.extend(Repair(position, repair.before, repair.after, repair.rule_id) for repair in repairs)
    return tuple(found)


def _bounded(article: Article, reading: Reading) -> Article:
    lines = (block.text for block in reading.blocks if block.reason is not None and len(block.text) < _SHORT_LINE)
    month = month_of_page(lines)
    if month is not None:
        return replace(article, not_before=month[0], not_after=month[1])
    return replace(article, not_before=latest_done(article.paragraphs))


def _with_known(article: Article, known: KnownFacts) -> Article:
    dated = known.published_on is not None
    return replace(
        article,
        url=known.url or article.url,
        title=known.title or article.title,
        author=known.author or article.author,
        publisher=known.publisher or article.publisher,
        published_on=known.published_on or article.published_on,
        published_basis=known.published_basis if dated else article.published_basis,
    )
