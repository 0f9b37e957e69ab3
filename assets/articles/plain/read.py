"""A plain-text copy, read: its body, its facts and what was left out."""

import re
from dataclasses import dataclass, field
from datetime import date

from assets.articles.blocks import Block, BlockKind
from assets.articles.facts.days import day_in_url, find_yearless_day
from assets.articles.facts.lines import read_byline, read_date_line, read_lone_name, read_source, segments, titled
from assets.articles.folding import fold, words
from assets.articles.model import PublishedBasis
from assets.articles.plain import inside, region
from assets.articles.plain.layout import split_blocks

_TITLE_LONGEST, _TITLE_SHORTEST = 220, 12
_KICKER = re.compile(
    r"^(?P<kicker>[A-ZÀ-Þ]{5,}(?: [A-ZÀ-Þ&]{2,}){0,2}) (?=(?:Le|La|Les|L[’']|Un|Une|Des|Après|Avec|En|Dans|Pour|Depuis|Alors|Sur|Face|Entre|Au|Aux|Ce|Cette|Ces|Selon|Il|Elle|Ils|Elles|À|A|Malgré|Si|Quand|Comment|Pourquoi)\b)"
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][\w’' .-]{2,40}(?: \([^)]{2,30}\))?, (?P<day>\d{1,2}(?:er)? [a-zéû]+)(?P<year> \d{4})? \([A-Z][\w ./-]{1,30}\)"
)


@dataclass(slots=True)
class Reading:
    """What the cleaner knows of a document, before known facts and language are added."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    section: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    published_on: date | None = None
    published_basis: PublishedBasis | None = None
    modified_on: date | None = None
    joints: list[tuple[Block, str]] = field(default_factory=list)


def _find_title(blocks: list[Block], first: int) -> int | None:
    """Return the header line that is the title: long, alone between blank lines, near the body, repeated."""
    best: tuple[float, int] | None = None
    for position in range(max(0, first - 40), first):
        block = blocks[position]
        text = block.text
        if block.reason not in {None, "joined"} or not _TITLE_SHORTEST <= len(text) <= _TITLE_LONGEST:
            continue
        if block.kind is not BlockKind.PARAGRAPH or len(segments(block.raw or text)) > 2 or text.isupper():
            continue
        score = min(len(text), 90) / 90 + (0.6 if block.isolated else 0.0)
        score += 0.4 if sum(inside.same_text(text, other.text) for other in blocks[:first]) > 1 else 0.0
        score -= 0.04 * (first - position)
        score -= 0.3 if position == 0 and not block.isolated else 0.0
        if best is None or score >= best[0]:
            best = (score, position)
    return best[1] if best is not None else None


def _read_head(reading: Reading, lines: list[Block]) -> None:
    for block in lines:
        line = block.raw or block.text
        found = read_date_line(line)
        if found is not None:
            if reading.published_on is None and (found.published or found.modified):
                reading.published_on = found.published or found.modified
                reading.published_basis = PublishedBasis.LABELLED_LINE
            if found.modified and found.published:
                reading.modified_on = reading.modified_on or found.modified
            block.reason = "date_line"
            for part in found.rest:
                reading.author = reading.author or read_byline(part) or read_lone_name(part) or _initials(part)
            continue
        name = read_byline(line)
        if name is None and block.reason in {None, "byline"}:
            name = read_lone_name(block.text)
        if name is not None and not block.is_prose:
            reading.author = reading.author or titled(name)
            block.reason = "byline"


def _initials(part: str) -> str | None:
    return part if re.fullmatch(r"(?:[A-ZÀ-Þ]\. ?){1,4}", part) else None


def _masthead(blocks: list[Block], title_at: int | None) -> str | None:
    if title_at is None or title_at == 0 or not blocks:
        return None
    head = re.split(r"\s*(?:[|>•/:]|\s[–—-]\s|\s{3,})\s*", blocks[0].raw or blocks[0].text)[0].strip()
    if not 3 <= len(head) <= 70 or read_date_line(head) or fold(head) in {"accueil", "home", "menu", "rechercher"}:
        return None
    return titled(head)


def read_plain(text: str) -> Reading:
    """Read a plain-text copy of an article.

    Args:
        text: Decoded text.

    Returns:
        The reading; its blocks carry the reason for which they are dropped, or none.
    """
    blocks = split_blocks(text)
    reading = Reading(blocks=blocks)
    for block in blocks:
        reading.url = reading.url or read_source(block.text)
    region.label(blocks)
    region.close_lists(blocks)
    inside.drop_header_lines(blocks)
    first, last = region.find_region(blocks)
    title_at = _find_title(blocks, first)
    if title_at is not None:
        reading.title = blocks[title_at].text
    reading.publisher = _masthead(blocks, title_at)
    body = blocks[first:last]
    _read_head(reading, [*blocks[(title_at or -1) + 1 : first], *body[:6]])
    _read_foot(reading, blocks, body, last)
    for position, block in enumerate(blocks):
        if not first <= position < last:
            block.reason = block.reason or (
                "title" if position == title_at else "before" if position < first else "after"
            )
        elif reading.title and block.reason is None and inside.same_text(block.text, reading.title):
            block.reason = "title"
    inside.drop_captions(body)
    inside.drop_pull_quotes(body)
    _cut_kicker(reading, body)
    reading.joints = inside.rejoin(body)
    inside.mark_headings(body)
    return reading


def _cut_kicker(reading: Reading, body: list[Block]) -> None:
    lead = next((block for block in body if block.reason is None), None)
    match = _KICKER.match(lead.text) if lead is not None else None
    if lead is not None and match is not None:
        reading.section = reading.section or match["kicker"].capitalize()
        reading.joints.append((lead, match[0]))
        lead.text = lead.text[match.end() :]


def _read_foot(reading: Reading, blocks: list[Block], body: list[Block], last: int) -> None:
    """Find what the article's end tells: the day of a signed release, the dateline's day, the author's portrait."""
    for block in [*body[-3:], *blocks[last : last + 4]]:
        found = read_date_line(block.text) if block.reason in {None, "date_line"} else None
        if found is not None and reading.published_on is None and found.labelled:
            reading.published_on = found.published
            reading.published_basis = PublishedBasis.LABELLED_LINE
            block.reason = "date_line"
        if reading.author and block.reason is None and len(block.text) < 300:
            name = words(reading.author)
            if words(block.text)[: len(name)] == name:
                block.reason = "author_portrait"
    if reading.published_on is None:
        lead = next((block.text for block in body if block.reason is None), "")
        match = _DATELINE.match(lead)
        day = day_in_url(reading.url) if reading.url else None
        if match and match["year"]:
            found = read_date_line(match["day"] + match["year"])
            reading.published_on = found.published if found else None
            reading.published_basis = PublishedBasis.DATELINE
        elif match and day and find_yearless_day(match["day"]) == (day.day, day.month):
            reading.published_on, reading.published_basis = day, PublishedBasis.DATELINE
        elif day is not None:
            reading.published_on, reading.published_basis = day, PublishedBasis.URL
