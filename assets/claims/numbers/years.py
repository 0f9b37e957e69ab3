"""Tells a year from a count of two thousand."""

import re
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.numbers.folding import fold
from assets.claims.numbers.model import NumberMention

_FIRST, _LAST = 1000, 2199
_LIKELY = range(1900, 2100)
_PLAIN = re.compile(r"[12]\d{3}")
_CUE = re.compile(r"((?:[a-z]'|d'|mi-)?[a-z]+[1-4]?|mi-)(?: a)?[ \u00a0'-]{0,2}$")
_NOUN = re.compile("[ \u00a0](?:nouve(?:aux|lles) |grande?s |petite?s )?([a-zà-ÿœ’'-]{3,}[sx])(?![a-zà-ÿœ])")
_UNIT = re.compile(
    "[ \u00a0\u202f]?(?:[€$¥£%]|(?:de |d')?(?:yuans?|euros?|dollars?|rmb|cny|usd|eur|francs?|yens?|[kmgt]?wh?|tonnes?|m2|m3|m²|m³|km2?|ha|t|°|kg|hectares?|kilometres?|metres?)(?![a-z]))"
)
_DIGIT_BEFORE = re.compile(r"\d{4} ?[-–/] ?$")


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    return {
        entry.data["role"]: frozenset(fold(form) for form in entry.forms) for entry in load_entries(language, "years")
    }


def is_year(mention: NumberMention, text: str, folded: str, language: str) -> bool:
    """Whether four plain digits name a year: by the word before them, and by what follows."""
    if _PLAIN.fullmatch(mention.text) is None or not _FIRST <= mention.value <= _LAST:
        return False
    if _UNIT.match(folded, mention.end) is not None:
        return False
    cues = _cues(language)
    match = _CUE.search(folded[max(0, mention.start - 24) : mention.start])
    cue = match.group(1) if match is not None else ""
    if cue in cues["strong"] or _DIGIT_BEFORE.search(folded[max(0, mention.start - 8) : mention.start]) is not None:
        return True
    noun = _NOUN.match(text, mention.end)
    counted = noun is not None and fold(noun.group(1)) not in cues["not_noun"]
    if mention.value in _LIKELY:
        return not counted
    return cue in cues["weak"] and not counted and mention.value < _LIKELY.start
