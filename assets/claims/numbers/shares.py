"""Reads shares: ``deux sur trois``, ``trois vélos de ville sur cinq``."""

import re
from dataclasses import replace

from assets.claims.language.patterns import phrase
from assets.claims.numbers.cardinal import CardinalReader
from assets.claims.numbers.part import Part

_NOUN = re.compile(r"\s+(?:([^\W\d_][\w'-]*(?:\s+[^\W\d_][\w'-]*){0,4})\s+)?")
_NEXT_WORD = re.compile(r"\s+([a-z]+)")
FAR = 60
"""No two parts of one number stand further apart."""


def read_share(part: Part, cardinals: CardinalReader) -> Part:
    """Extend a whole number to a share where ``sur`` and a larger whole number follow, the noun perhaps between."""
    source, lexicon = cardinals.source, cardinals.lexicon
    plain = part.kind == "cardinal" and part.scale is None and part.value.is_integer()
    if not plain or part.next >= len(source.tokens):
        return part
    following = source.tokens[part.next]
    if following.start - part.end > FAR:
        return part
    gap = source.folded[part.end : following.start].rstrip()
    word = next((form for form in lexicon.connectors.get("out_of", ()) if gap.endswith(f" {form}")), None)
    noun = _NOUN.fullmatch(gap[: -len(word)]) if word is not None else None
    if noun is None:
        return part
    whole = cardinals.read(part.next)
    if whole is None or whole.scale is not None or not whole.whole or not 0 < part.value < whole.value:
        return part
    ahead = _NEXT_WORD.match(source.folded, whole.end)
    placed = ahead is not None and ahead.group(1) in lexicon.not_wholes
    is_part_of = ahead is not None and re.fullmatch(phrase(lexicon.language, "part_of"), ahead.group(1)) is not None
    if placed or (not is_part_of and lexicon.measure_ahead.match(source.folded, whole.end) is not None):
        return part
    return replace(
        part,
        end=whole.end,
        next=whole.next,
        value=part.value / whole.value,
        kind="share",
        rule_id="number.share",
        counted=(part.end + noun.start(1), part.end + noun.end(1)) if noun.group(1) else None,
    )
