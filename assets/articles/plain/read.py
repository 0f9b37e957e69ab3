"""A plain-text copy, read: its body, its facts and what was left out."""

import re
from dataclasses import dataclass, field
from datetime import date

from assets.articles.blocks import Block, BlockKind, grammar_share
from assets.articles.facts.bylines import read_author_line, read_dated_author, read_led_author
from assets.articles.facts.head_days import Degree, is_day_label, read_head_days
from assets.articles.facts.lines import (
    is_dated_headline,
    is_person,
    read_byline,
    read_date_line,
    read_lone_name,
    read_source,
    segments,
    titled,
)
from assets.articles.folding import fold, words
from assets.articles.model import PublishedBasis
from assets.articles.plain import inside, region
from assets.articles.plain.inside import Joint
from assets.articles.plain.layout import split_blocks
from assets.articles.plain.markdown import strip_markdown
from assets.articles.plain.published import find_publication, head_end

_HEADER_REASONS = frozenset({"date_line", "byline", "reading_time"})
_CAPITAL_WORDS, _HEAD_LINES, _SHORT = 5, 3, 60
# Their names are those of other authors.
_OF_OTHERS = frozenset({"caption", "credits", "related_teaser", "related_heading", "advertising", "navigation"})
_FIGURE = re.compile(r"\d")
_SHORTEST_STANDFIRST, _SHORTEST_POINT, _GRAMMATICAL = 60, 25, 0.2
_INNER_STOP = re.compile(r"[a-zà-ÿ»][.!?…] [A-ZÀ-Þ«]")
_TITLE_LONGEST, _TITLE_SHORTEST = 220, 12
# A full stop inside: after one word it parts a place from the headline, after several it ends a sentence.
_SENTENCES = re.compile(r"[\w»”)][.!?…] [«“(]?[A-ZÀ-Þ].*[.!?…] |^(?:\S+ ){2,}\S*[a-zà-ÿ]{3}\. [A-ZÀ-Þ].{15}")
_END_MARK = re.compile(r"\s*[■□▪◼●◆♦]+\s*$")
# A section label in capitals, run into the standfirst's first sentence.
_KICKER = re.compile(
    r"^(?P<kicker>[A-ZÀ-Þ]{5,}(?: [A-ZÀ-Þ&]{2,}){0,2}) "
    r"(?=(?:Le|La|Les|L[’']|Une?|Des|Après|Avec|En|Dans|Pour|Depuis|Alors|Sur|Face|Entre|Aux?|Ce|Cette|Ces|Selon|Ils?|"
    r"Elles?|À|A|Malgré|Si|Quand|Comment|Pourquoi)\b)"
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
    joints: list[Joint] = field(default_factory=list)


def _find_title(blocks: list[Block], first: int) -> int | None:
    """Return the header line that is the title: long, alone between blank lines, near the body, repeated."""
    best: tuple[float, int] | None = None
    start = max(0, first - 40)
    distance = 0
    for position in range(min(first + 2, len(blocks)) - 1, start - 1, -1):
        block = blocks[position]
        if block.reason is not None:
            continue
        distance += position < first
        if (
            inside.is_credit(blocks, position + 1)
            or not _may_be_title(block)
            or (position >= first and not _before_header_line(blocks, position))
        ):
            continue
        head = blocks[start : first + 1]
        score = min(len(block.text), 70) / 70 + (0.6 if block.isolated else 0.0) - 0.08 * distance
        score += 0.4 if sum(inside.same_text(block.text, other.text) for other in head) > 1 else 0.0
        score += 0.4 if _before_header_line(blocks, position) else 0.0
        score -= 0.3 if position >= first else 0.0
        score -= 1.0 if _is_header_line(block.text) or _is_masthead(blocks, position) else 0.0
        # A breadcrumb glued to the title ends with it.
        score -= 1.0 if any(_ends_with(block.text, other.text) for other in head) else 0.0
        if best is None or score > best[0]:
            best = (score, position)
    return best[1] if best is not None else None


def _standfirst(blocks: list[Block], title_at: int, first: int) -> int:
    """Return where the body starts when the standfirst, which header lines part from it, is taken in."""
    for position in range(title_at + 1, min(first, title_at + 12)):
        block = blocks[position]
        if block.reason is None and _is_key_point(block):
            return position
        if block.reason is not None or block.kind is not BlockKind.PARAGRAPH:
            continue
        if (block.is_prose and block.is_sentence) or _is_open_standfirst(blocks, position):
            return position
    if 0 <= title_at < first:
        return region.start_of_facts(blocks, title_at + 1, first)
    return max(first, title_at + 1) if title_at >= first else first


def _is_key_point(block: Block) -> bool:
    """Tell a whole sentence of the list that sums the article up before it begins."""
    told = block.is_sentence or bool(_FIGURE.search(block.text))
    return block.kind is BlockKind.ITEM and told and len(block.text) >= _SHORTEST_POINT


def _is_open_standfirst(blocks: list[Block], position: int) -> bool:
    """Tell a standfirst without a full stop: some sentences, right before the byline or the date."""
    text = blocks[position].text
    if not _SHORTEST_STANDFIRST <= len(text) <= 400 or grammar_share(text) < _GRAMMATICAL:
        return False
    after = blocks[position + 1].reason if position + 1 < len(blocks) else None
    return after in _HEADER_REASONS or bool(_INNER_STOP.search(text))


def _may_be_title(block: Block) -> bool:
    text = block.text
    if not _TITLE_SHORTEST <= len(text) <= _TITLE_LONGEST or block.kind is not BlockKind.PARAGRAPH:
        return False
    # A masthead stands in capitals; so do headlines of releases, which are longer and stand alone.
    if text.isupper() and not (block.isolated and len(text.split()) >= _CAPITAL_WORDS):
        return False
    if _SENTENCES.search(text):
        return False
    return len(segments(block.raw or text)) <= 2 and not text.endswith((".", ":", ";", ",", "]")) and "*" not in text


def _is_masthead(blocks: list[Block], position: int) -> bool:
    """The paper's name, whose first line stands in capitals: that line itself, or its repeat beside the byline."""
    head = segments(blocks[0].raw or blocks[0].text)
    if not head or not head[0].isupper():
        return False
    return len(head) > 1 if position == 0 else inside.same_text(blocks[position].text, head[0])


def _is_header_line(text: str) -> bool:
    days = read_head_days([text])
    return is_person(text) or read_led_author(text) is not None or any(day.degree >= Degree.OWN for day in days)


def _before_header_line(blocks: list[Block], position: int) -> bool:
    after = blocks[position + 1 : position + 7]
    return any(block.reason in _HEADER_REASONS for block in after)


def _ends_with(text: str, other: str) -> bool:
    return len(other) >= 20 and len(text) > len(other) and text.endswith(other)


def _read_head(reading: Reading, lines: list[Block], tail: list[Block]) -> None:
    """Read authors and days from the lines between title and text.

    Args:
        reading: Takes the authors.
        lines: The lines up to the body and its first ones.
        tail: The lines between standfirst and text.
    """
    for block in [*lines, *(block for block in tail if all(block is not line for line in lines))]:
        if block.is_prose or block.kind in {BlockKind.ROW, BlockKind.HEADING}:
            continue
        for line in (block.raw or block.text).split("\n"):
            name, reason = _head_line(line, block, reading.publisher)
            reading.author = reading.author or name
            block.reason = reason or block.reason


def _head_line(line: str, block: Block, publisher: str | None) -> tuple[str | None, str | None]:
    """Return the authors that a header line names, and why it is no text."""
    if is_dated_headline(line):
        return None, None
    found = read_date_line(line)
    if found is not None:
        parts = (read_byline(part) or read_lone_name(part) or _initials(part) for part in found.rest)
        return next((name for name in parts if name), None) or _dated(line), "date_line"
    if any(day.degree >= Degree.OWN for day in read_head_days([line])):
        return _dated(line), "date_line"
    if is_day_label(line):
        return None, "date_line"
    name = read_author_line(line, publisher)
    if name is None and block.reason in {None, "byline"} and is_person(block.text):
        name = read_lone_name(block.text)
    return (titled(name), "byline") if name is not None else (None, None)


def _dated(line: str) -> str | None:
    return read_dated_author(line) or read_led_author(line)


def _drop_between(blocks: list[Block]) -> None:
    """Drop short lines between header lines: roles, papers, sections."""
    told = [position for position, block in enumerate(blocks) if block.reason in {"date_line", "byline"}]
    for position in range(told[0], told[-1]) if told else ():
        block = blocks[position]
        if (
            block.reason is None
            and not (block.is_prose or block.is_sentence or block.isolated)
            and len(block.text) < _SHORT
        ):
            block.reason = "header"


def _led_author(blocks: list[Block]) -> str | None:
    """Return the authors that the lines above the title announce."""
    texts = (block.raw or block.text for block in blocks if block.reason not in _OF_OTHERS)
    lines = (line for text in texts for line in text.split("\n"))
    names = (read_led_author(line) for line in lines if not line.isupper())
    return next((name for name in names if name and is_person(name)), None)


def _date(reading: Reading, title_at: int | None, first: int, last: int) -> None:
    found = find_publication(reading.blocks, title_at, first, last, reading.url)
    reading.published_on, reading.published_basis = found.day, found.basis
    reading.modified_on = found.modified if found.modified != found.day else None


def _read_signature(reading: Reading, body: list[Block], after: list[Block]) -> None:
    """Take the author from the line that signs the article at its end."""
    for block in [*body[-2:], *after]:
        if reading.author is None and block.reason in {"byline", "after", None} and not block.is_sentence:
            name = read_byline(block.text) or (read_lone_name(block.text) if is_person(block.text) else None)
            if name is not None:
                reading.author = titled(name)
                block.reason = "byline"


def _initials(part: str) -> str | None:
    return part if re.fullmatch(r"(?:[A-ZÀ-Þ]\. ?){1,4}", part) else None


def _masthead(blocks: list[Block], title_at: int | None) -> str | None:
    if title_at is None or title_at == 0 or not blocks:
        return None
    head = re.split(r"\s*(?:[|>•/:]|\s[–—-]\s|\s{2,})\s*", blocks[0].raw or blocks[0].text)[0].strip()
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
    blocks = split_blocks(strip_markdown(text))
    reading = Reading(blocks=blocks)
    for block in blocks:
        reading.url = reading.url or read_source(block.text)
    region.label(blocks)
    for block in inside.lettered(blocks):
        block.kind = BlockKind.HEADING
    region.close_lists(blocks)
    inside.drop_header_lines(blocks)
    first, last = region.find_region(blocks)
    inside.drop_menus(blocks[first:last])
    title_at = _find_title(blocks, first)
    if title_at is not None:
        reading.title = blocks[title_at].text
        first = region.start_of_letter(blocks, title_at + 1, _standfirst(blocks, title_at, first))
    reading.publisher = _masthead(blocks, title_at)
    body = blocks[first:last]
    _date(reading, title_at, first, last)
    tail = body[: head_end(blocks, first, last) - first]
    _read_head(reading, [*blocks[(title_at or -1) + 1 : first], *body[:_HEAD_LINES]], tail)
    _drop_between(blocks[(title_at or -1) + 1 : first + len(tail)])
    reading.author = reading.author or (_led_author(blocks[:title_at]) if title_at else None)
    _read_foot(reading, blocks, body, last)
    for position, block in enumerate(blocks):
        if not first <= position < last:
            block.reason = block.reason or (
                "title" if position == title_at else "before" if position < first else "after"
            )
        elif reading.title and block.reason is None and inside.same_text(block.text, reading.title):
            block.reason = "title"
    inside.drop_signatures(body)
    _read_signature(reading, body, blocks[last : last + 1])
    inside.drop_captions(body)
    inside.drop_pull_quotes(body)
    _cut_kicker(reading, body)
    _cut_end_mark(reading, body)
    reading.joints.extend(inside.rejoin(body))
    inside.mark_headings(body)
    return reading


def _cut_kicker(reading: Reading, body: list[Block]) -> None:
    lead = next((block for block in body if block.reason is None), None)
    match = _KICKER.match(lead.text) if lead is not None else None
    if lead is not None and match is not None:
        reading.section = reading.section or match["kicker"].capitalize()
        reading.joints.append(Joint(lead, match[0], "", "section_label"))
        lead.text = lead.text[match.end() :]


def _cut_end_mark(reading: Reading, body: list[Block]) -> None:
    last = next((block for block in reversed(body) if block.reason is None), None)
    match = _END_MARK.search(last.text) if last is not None else None
    if last is not None and match is not None:
        reading.joints.append(Joint(last, match[0], "", "end_mark"))
        last.text = last.text[: match.start()]


def _read_foot(reading: Reading, blocks: list[Block], body: list[Block], last: int) -> None:
    """Find what the article's end tells: the day of a signed release, the author's portrait."""
    for block in [*body[-3:], *blocks[last : last + 4]]:
        found = read_date_line(block.text) if block.reason is None and not block.is_prose else None
        if found is not None and found.labelled:
            block.reason = "date_line"
        if reading.author and block.reason is None and len(block.text) < 300:
            name = words(reading.author)
            if words(block.text)[: len(name)] == name:
                block.reason = "author_portrait"
