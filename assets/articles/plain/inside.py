"""What does not belong inside the article: pull quotes, captions, signatures; and what a layout cut in two."""

import re

from assets.articles.blocks import Block, BlockKind
from assets.articles.facts.lines import read_byline, read_date_line, read_lone_name, read_source
from assets.articles.folding import fold, words

_LONGEST_QUOTE = 260
_QUOTED = re.compile(r"^[«“\"].*[»”\"]\.?$", re.S)
_CAPITALS_CREDIT = re.compile(r"\((?:[^()]*[A-ZÀ-Þ]{3,}[^()]*[/,][^()]*)\)\.?$")
_OPEN_END = re.compile(r"[^.!?…:;»”\"’)\]]$")
_HANGING = re.compile(
    r"(?:[,(–-]|\b(?:et|ou|de|du|des|la|le|les|un|une|à|en|par|pour|sur|dans|que|qui|son|sa|ses|l’|d’|fin))$", re.I
)
_LONG = 80
_DAY_OF_PHOTO = re.compile(
    r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}$"
)
_PICTURED = re.compile(
    r"\b(?:illustration|lors d[eu’']|vue? d[eu’']|en train de|posant|devant (?:le|la|son|sa|l)|photographiée?)\b"
)


def drop_header_lines(blocks: list[Block]) -> None:
    """Drop the lines that state facts of the article rather than tell it."""
    for block in blocks:
        if block.reason is not None or block.is_prose or block.kind is BlockKind.ROW:
            continue
        line = block.raw or block.text
        if read_date_line(line):
            block.reason = "date_line"
        elif read_byline(line) or (read_lone_name(block.text) and not block.is_sentence):
            block.reason = "byline"
        elif read_source(block.text):
            block.reason = "source_line"


def drop_pull_quotes(blocks: list[Block]) -> None:
    """Drop short blocks that repeat a stretch of a longer one word for word, and the name under them."""
    long_texts = [
        (position, f" {' '.join(words(block.text))} ")
        for position, block in enumerate(blocks)
        if block.reason is None and len(block.text) > _LONG
    ]
    for position, block in enumerate(blocks):
        if block.reason is not None or len(block.text) > _LONGEST_QUOTE or block.kind is BlockKind.ROW:
            continue
        tokens = words(block.text)
        if len(tokens) < (4 if _QUOTED.match(block.text) else 6):
            continue
        needle = f" {' '.join(tokens)} "
        size = len(needle)
        if any(at != position and len(text) > size + 20 and needle in text for at, text in long_texts):
            block.reason = "pull_quote"
            after = blocks[position + 1] if position + 1 < len(blocks) else None
            if (
                after is not None
                and after.reason in {None, "byline"}
                and after.text.isupper()
                and len(after.text) < 120
            ):
                after.reason = "pull_quote_attribution"


def drop_captions(blocks: list[Block]) -> None:
    """Drop captions by their form: a credit in capitals at the end, or a line of a picture before a heading."""
    for position, block in enumerate(blocks):
        if block.reason is not None or block.kind is not BlockKind.PARAGRAPH or len(block.text) > 400:
            continue
        if _CAPITALS_CREDIT.search(block.text):
            block.reason = "caption"
        elif not block.is_sentence and block.isolated and _is_heading_like(_next_kept(blocks, position)):
            text = block.text
            if _DAY_OF_PHOTO.search(text) or _PICTURED.search(text):
                block.reason = "caption"


def _next_kept(blocks: list[Block], position: int) -> Block | None:
    return next((block for block in blocks[position + 1 :] if block.reason is None), None)


def _is_heading_like(block: Block | None) -> bool:
    return block is not None and block.kind is BlockKind.PARAGRAPH and not block.is_prose and len(block.text) < 130


def rejoin(blocks: list[Block]) -> list[tuple[Block, str]]:
    """Put together paragraphs that a column break, a page break or a caption cut in mid-sentence.

    Returns:
        For every joint the block that holds it now and the letters around the cut as the source had them.
    """
    joints: list[tuple[Block, str]] = []
    kept = [block for block in blocks if block.reason is None]
    open_block: Block | None = None
    for block in kept:
        if open_block is not None and _is_cut(open_block, block):
            joints.append((open_block, f"{open_block.text[-30:]}\n\n{block.text[:30]}"))
            open_block.text = f"{open_block.text} {block.text}"
            block.reason = "joined"
            continue
        open_block = block if block.kind is BlockKind.PARAGRAPH and len(block.text) > _LONG else None
    return joints


def _is_cut(before: Block, after: Block) -> bool:
    if after.kind is not BlockKind.PARAGRAPH or not _OPEN_END.search(before.text):
        return False
    head = after.text.lstrip('«“"( ')[:1]
    return head.islower() or (bool(_HANGING.search(before.text)) and len(after.text) > _LONG)


def mark_headings(blocks: list[Block]) -> None:
    """Tell intertitles: short lines without a full stop, before running text."""
    for position, block in enumerate(blocks):
        if block.reason is not None or block.kind is not BlockKind.PARAGRAPH or block.is_prose:
            continue
        follower = _next_kept(blocks, position)
        short = len(block.text) <= 150 and not block.text.endswith((".", ",", ";"))
        if short and follower is not None and position > 0:
            block.kind = BlockKind.HEADING


def same_text(one: str, other: str) -> bool:
    """Tell whether two lines say the same, whatever their letters' case and marks."""
    return words(one) == words(other) if fold(one) != fold(other) else True
