"""What does not belong inside the article: pull quotes, captions, signatures; and what a layout cut in two."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.articles.blocks import Block, BlockKind
from assets.articles.facts.lines import is_person, read_byline, read_date_line, read_source
from assets.articles.folding import fold, words
from assets.articles.language.forms import load_form

_LONGEST_QUOTE = 260
_QUOTED = re.compile(r"^[«“\"].*[»”\"]\.?$", re.S)
_END_BRACKET = re.compile(r"\(([^()]{4,150}[/,][^()]{2,100})\)\.?$")
_OPEN_END = re.compile(r"[^.!?…:;»”\"’)\]]$")
_HANGING = re.compile(
    r"(?:[,(–-]|\b(?:et|ou|de|du|des|la|le|les|un|une|à|en|par|pour|sur|dans|que|qui|son|sa|ses|l’|d’|fin))$", re.I
)
_LONG, _AROUND = 80, 30
# A name further in is an intertitle.
_FEW = 3
_SHORTEST_CAPTION, _LONGEST_CREDIT, _LONGEST_SIGHT = 40, 60, 140
_LONGEST_INTERTITLE = 60
_FEWEST_WORDS = 4
# Bounds that keep every comparison linear in the text.
_GRAM, _MOST_HOLDERS, _MOST_DUMPS, _MOST_COMPARED, _LOOK_AHEAD = 3, 6, 3, 60, 60
_DUMP, _HELD = 120, 3
_SAME_LENGTH = 30
_LETTERS, _LETTERED = "ABCDEFGHIJKLMNOP", re.compile(r"^([A-P])[.)] ?[-–—]? ?\S")
_DIGIT = re.compile(r"\d")
_CAPITAL = r"[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,3}"
_AGENCY_END = re.compile(rf"[.!?…)»] ?\(?{_CAPITAL} ?/ ?{_CAPITAL}\)?\.?$")
_DATED_SIGHT = re.compile(
    r", (?:le|en) (?:\d{1,2}(?:er)? )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|"
    r"décembre) \d{4}\.?$"
)
_FINITE = re.compile(
    r"\b(?:est|sont|a|ont|était|étaient|avait|avaient|sera|seront|fut|furent|va|vont|qui|il|elle|on)\b|\w+(?:era|eront|ait|aient|èrent|ît|ut|it)\b",
    re.I,
)
# A caption of its own, not the credit of the line before it.
_SIGHT = re.compile(r"^\W{0,3}(?:photo|légende|infographie|illustration|image|carte)s?\b[^:]{0,20}:(?: \S+){5}", re.I)
_PICTURED = re.compile(
    r"\b(?:illustration|lors d[eu’']|vue? d[eu’']|en train de|posant|devant (?:le|la|son|sa|l)|photographiée?)\b"
    r"|\b(?<!au \d )(?<!au \d\d )(?<!au 1er )"
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}$"
)


def drop_header_lines(blocks: list[Block]) -> None:
    """Drop the lines that state facts of the article rather than tell it."""
    for block in blocks:
        if block.reason is not None or block.is_prose or block.kind is BlockKind.ROW:
            continue
        line = block.raw or block.text
        if read_date_line(line):
            block.reason = "date_line"
        elif read_byline(line):
            block.reason = "byline"
        elif read_source(block.text):
            block.reason = "source_line"


def lettered(blocks: list[Block]) -> list[Block]:
    """Return the intertitles that letters count (``A. Semi-conducteurs``, ``B. Logiciels``): they look like names."""
    found: list[Block] = []
    for block in blocks:
        match = _LETTERED.match(block.text)
        if match and match[1] == _LETTERS[len(found) : len(found) + 1] and not block.is_prose:
            found.append(block)
    return found if len(found) > 1 else []


def drop_signatures(body: list[Block]) -> None:
    """Drop lines that are only a name, at the body's start and end; inside it they are intertitles."""
    for block in [*body[:_FEW], *body[-2:]]:
        may_sign = block.kind is not BlockKind.HEADING and not block.is_prose and not block.is_sentence
        if block.reason is None and may_sign and is_person(block.text):
            block.reason = "byline"


def drop_menus(body: list[Block]) -> None:
    """Drop lists whose every item is a label of a few words: tags, categories, links."""
    start = 0
    for position in range(len(body) + 1):
        if position < len(body) and body[position].kind is BlockKind.ITEM:
            continue
        group = body[start:position]
        if group and all(
            len(item.text) < 32 and not item.is_sentence and not _DIGIT.search(item.text) for item in group
        ):
            before = next((block for block in reversed(body[:start]) if block.reason is None), None)
            if before is None or not before.text.rstrip().endswith(":"):
                for item in group:
                    item.reason = item.reason or "navigation"
        start = position + 1


def drop_pull_quotes(blocks: list[Block]) -> None:
    """Drop short blocks that repeat a stretch of a longer one, and the name under them."""
    longer = {
        position: words(block.text)
        for position, block in enumerate(blocks)
        if block.reason is None and len(block.text) > _LONG
    }
    for position in _dumps(longer):
        blocks[position].reason = "repeat"
        del longer[position]
    quotes = dict(_quotes(blocks, longer))
    index = _index(longer, {tuple(tokens[:_GRAM]) for tokens in quotes.values()})
    for position, tokens in quotes.items():
        texts = [longer[at] for at in index.get(tuple(tokens[:_GRAM]), ()) if at != position]
        if blocks[position].reason is not None or not texts or _heads_section(blocks, position):
            continue
        quoted = bool(_QUOTED.match(blocks[position].text))
        if any(_holds(text, tokens) or (quoted and _shortens(tokens, text)) for text in texts):
            blocks[position].reason = "pull_quote"
            _drop_attribution(blocks, position)


def _heads_section(blocks: list[Block], position: int) -> bool:
    """Tell a quoted intertitle: short, not the only one, and taken up again in the paragraph that it heads."""
    block = blocks[position]
    if len(block.text) > _LONGEST_INTERTITLE or position == 0:
        return False
    follower = _next_kept(blocks, position)
    if follower is None or not follower.is_prose or not _holds(words(follower.text), words(block.text)):
        return False
    return any(other is not block and other.reason is None and _is_heading_like(other) for other in blocks[1:])


def _quotes(blocks: list[Block], known: dict[int, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the blocks that may be pull quotes, with their words."""
    for position, block in enumerate(blocks):
        if block.reason is not None or len(block.text) > _LONGEST_QUOTE or block.kind is not BlockKind.PARAGRAPH:
            continue
        # A short line without quotation marks that the text takes up again is an intertitle.
        if len(block.text) > _LONG or _QUOTED.match(block.text):
            tokens = known.get(position) or words(block.text)
            if len(tokens) >= _FEWEST_WORDS:
                yield position, tokens


def _index(texts: dict[int, list[str]], starts: set[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Tell which texts hold the runs of words that quotes start with: quotes are looked up, not searched for."""
    index: dict[tuple[str, ...], list[int]] = {}
    firsts = {start[0] for start in starts}
    for position, tokens in texts.items() if firsts else ():
        for at, token in enumerate(tokens):
            if token in firsts and (gram := tuple(tokens[at : at + _GRAM])) in starts:
                held = index.setdefault(gram, [])
                if len(held) < _MOST_HOLDERS and (not held or held[-1] != position):
                    held.append(position)
    return index


def _holds(text: list[str], tokens: list[str]) -> bool:
    return len(text) > len(tokens) + 3 and f" {' '.join(tokens)} " in f" {' '.join(text)} "


def _dumps(texts: dict[int, list[str]]) -> list[int]:
    """Find blocks that hold several others: pages keep a second copy of the whole article for machines."""
    longest = sorted(texts, key=lambda position: (-len(texts[position]), position))[:_MOST_DUMPS]
    found = []
    for position in longest:
        if len(texts[position]) > _DUMP:
            others = [tokens for at, tokens in texts.items() if at != position][:_MOST_COMPARED]
            if sum(_holds(texts[position], tokens) for tokens in others) >= _HELD:
                found.append(position)
    return found


def _drop_attribution(blocks: list[Block], position: int) -> None:
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    if after is not None and after.reason in {None, "byline"} and after.text.isupper() and len(after.text) < 120:
        after.reason = "pull_quote_attribution"


def _shortens(tokens: list[str], text: list[str]) -> bool:
    """Tell whether the quote is a passage of the text with words left out: same words, same order, close together."""
    if len(tokens) < 6 or tokens[0] not in text:
        return False
    starts = [at for at, word in enumerate(text) if word == tokens[0]][:8]
    for start in starts:
        at = start
        for token in tokens[1:]:
            try:
                at = text.index(token, at + 1, min(len(text), start + 4 * len(tokens)))
            except ValueError:
                break
        else:
            return True
    return False


def drop_captions(blocks: list[Block]) -> None:
    """Drop captions by their form: a credit at the end or on the next line, or a picture's line before a heading."""
    for position, block in enumerate(blocks):
        if block.reason is not None or block.kind is not BlockKind.PARAGRAPH or len(block.text) > 400:
            continue
        credit = _END_BRACKET.search(block.text)
        if (credit and _is_capitals(credit[1])) or _is_credited(block.text):
            block.reason = "caption"
        elif block.is_sentence or not block.isolated:
            continue
        elif (is_credit(blocks, position + 1) and len(block.text) > _SHORTEST_CAPTION) or (
            _is_heading_like(_next_kept(blocks, position)) and _PICTURED.search(block.text)
        ):
            block.reason = "caption"


def _is_credited(text: str) -> bool:
    """Tell a picture's line by the agency and photographer behind its full stop, or by a sight with its day."""
    return bool(_AGENCY_END.search(text)) or (
        len(text) < _LONGEST_SIGHT and bool(_DATED_SIGHT.search(text)) and not _FINITE.search(text)
    )


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters) > 4


def is_credit(blocks: list[Block], position: int) -> bool:
    """Tell whether a block is the credit line of a picture."""
    if position >= len(blocks) or blocks[position].reason != "caption" or _SIGHT.match(blocks[position].text):
        return False
    return len(blocks[position].text) < _LONGEST_CREDIT and read_byline(blocks[position].text) is None


def _next_kept(blocks: list[Block], position: int) -> Block | None:
    for at in range(position + 1, min(position + _LOOK_AHEAD, len(blocks))):
        if blocks[at].reason is None:
            return blocks[at]
    return None


def _is_heading_like(block: Block | None) -> bool:
    return block is not None and block.kind is BlockKind.PARAGRAPH and not block.is_prose and len(block.text) < 130


@dataclass(frozen=True, slots=True)
class Joint:
    """A change of the source's letters in one block: ``before`` stood there, ``after`` stands there now."""

    block: Block
    before: str
    after: str
    rule_id: str


def rejoin(blocks: list[Block]) -> list[Joint]:
    """Put together paragraphs that a column break, a page break or a caption cut in mid-sentence.

    Returns:
        The joints, with the letters around each cut as the source had them.
    """
    joints: list[Joint] = []
    kept = [block for block in blocks if block.reason is None]
    open_block: Block | None = None
    for block in kept:
        if open_block is not None and _is_cut(open_block, block):
            tail, head = open_block.text[-_AROUND:], block.text[:_AROUND]
            joints.append(Joint(open_block, f"{tail}\n\n{head}", f"{tail} {head}", "rejoined"))
            open_block.text = f"{open_block.text} {block.text}"
            block.reason = "joined"
            continue
        whole = len(block.text) > _LONG or bool(_HANGING.search(block.text))
        open_block = block if block.kind is BlockKind.PARAGRAPH and whole and not is_salutation(block.text) else None
    return joints


def is_salutation(text: str) -> bool:
    """Tell the line that greets readers before the first sentence; its comma leaves nothing open.

    Example:
        >>> [is_salutation(text) for text in ("Mesdames, Messieurs les élus,", "Mesdames, la séance est ouverte.")]
        [True, False]
    """
    return text.endswith(",") and load_form("salutation", whole=False).match(fold(text)) is not None


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
    return abs(len(one) - len(other)) < _SAME_LENGTH and words(one) == words(other)
