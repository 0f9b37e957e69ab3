"""From lines to blocks: joins what a fixed line width broke, tells lists and tables from prose."""

import re
from itertools import pairwise

from assets.articles.blocks import Block, BlockKind
from assets.articles.folding import squeeze

_BULLET = re.compile(r"^\s*(?:[•▪●◦‣·■□▶►➤✓✔*>]|[–—-])[ \t\u00a0\u202f]+(?=\S)")
_COLUMNS = re.compile(r"(?<=\S)(?:[ ]{3,}|\t+[ \t]*)(?=\S)")
_TERMINAL = re.compile(r"[.!?…:;»”\"’')\]][ \u00a0\u202f]*$")
_FULL_STOP = re.compile(r"[.!?…»”\")][ \u00a0\u202f]*$")
# Narrower columns are lists of short lines, wider ones no longer come from a fixed width.
_NARROWEST, _WIDEST = 38, 130
# Longer chunks are no headers: nobody asks for their single lines.
_HEADER_LINES = 4


def _first_word(line: str) -> int:
    return len(line.split(None, 1)[0]) if line.split() else 0


def _is_wrapped(chunk: list[str]) -> bool:
    """Tell whether a fixed width broke the chunk: no line could have taken in the first word of the next one."""
    if len(chunk) < 2:
        return False
    lines = [line.strip() for line in chunk]
    width = max(len(line) for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    # Lines that all end their sentence stand for themselves.
    if all(_FULL_STOP.search(line) and after[:1].isupper() for line, after in pairwise(lines)):
        return False
    full = all(len(line) + 1 + _first_word(after) > width for line, after in pairwise(lines))
    # Two lines may satisfy the width by chance; then they must also read as one sentence and the like.
    return full and (len(lines) > 2 or (not _TERMINAL.search(lines[0]) and bool(_FULL_STOP.search(lines[1]))))


def _is_table(chunk: list[str]) -> bool:
    columned = sum(1 for line in chunk if _COLUMNS.search(line.strip()))
    return columned >= 2 and columned >= 0.8 * len(chunk)


def _is_piped(chunk: list[str]) -> bool:
    """Tell a table whose cells stand between bars; a menu has no figures."""
    bars = {line.count("|") for line in chunk}
    return len(chunk) > 1 and len(bars) == 1 and bars.pop() > 1 and 2 * sum(map(_has_figure, chunk)) >= len(chunk)


def _has_figure(line: str) -> bool:
    return any(letter.isdigit() for letter in line)


def _continues(line: str, after: str) -> bool:
    """Tell whether ``after`` goes on with the sentence that ``line`` leaves open."""
    head = after.lstrip()
    return bool(head) and head[0].islower() and not _TERMINAL.search(line) and len(line) > _NARROWEST


def _row(line: str) -> Block:
    return Block(squeeze(_COLUMNS.sub(" ", line.strip())), BlockKind.ROW, raw=line.strip(), tag="tr")


def _item(line: str) -> Block:
    return Block(squeeze(_BULLET.sub("", line, count=1)), BlockKind.ITEM, tag="li")


def _split_chunk(chunk: list[str]) -> list[Block]:
    if any(_BULLET.match(line) for line in chunk):
        return _split_list(chunk)
    if _is_piped(chunk):
        return [Block(squeeze(line), BlockKind.ROW, raw=line.strip(), tag="tr") for line in chunk]
    if _is_table(chunk):
        return [_row(line) for line in chunk]
    if _is_wrapped(chunk):
        raw = "\n".join(line.strip() for line in chunk) if len(chunk) <= _HEADER_LINES else ""
        return [Block(squeeze(" ".join(chunk)), lines=len(chunk), raw=raw)]
    blocks: list[Block] = []
    previous = ""
    for line in chunk:
        if blocks and _continues(previous, line):
            blocks[-1].text = squeeze(f"{blocks[-1].text} {line}")
            blocks[-1].raw += f"\n{line.strip()}"
            blocks[-1].lines += 1
        else:
            blocks.append(Block(squeeze(line), isolated=len(chunk) == 1, raw=line.strip()))
        previous = line
    return blocks


def _split_list(chunk: list[str]) -> list[Block]:
    blocks: list[Block] = []
    loose: list[str] = []
    items: list[list[str]] = []
    for line in chunk:
        if _BULLET.match(line):
            items.append([line])
        elif items:
            items[-1].append(line)
        else:
            loose.append(line)
    if loose:
        blocks.extend(_split_chunk(loose))
    for lines in items:
        head, tail = lines[0], lines[1:]
        wrapped = _is_wrapped(lines) or all(_continues(line, after) for line, after in zip(lines, tail, strict=False))
        if wrapped:
            blocks.append(_item(" ".join(lines)))
        else:
            blocks.append(_item(head))
            blocks.extend(_split_chunk(tail))
    for block in blocks:
        block.isolated = block.isolated and len(blocks) == 1
    return blocks


def split_blocks(text: str) -> list[Block]:
    """Cut a plain text into blocks.

    Args:
        text: Decoded text with one kind of newline.

    Returns:
        The blocks in reading order; list marks are cut off, table rows have single blanks between their cells.
    """
    blocks: list[Block] = []
    chunk: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            chunk.append(line.rstrip())
        elif chunk:
            blocks.extend(block for block in _split_chunk(chunk) if block.text)
            chunk = []
    return blocks
