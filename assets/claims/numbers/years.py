"""Tells a year from a count of two thousand."""

import re
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import any_of
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import Lexicon
from assets.claims.numbers.model import NumberMention

_FIRST, _LAST = 1000, 2199
_FIRST_LIKELY, _LAST_LIKELY = 1900, 2099
_PLAIN = re.compile(r"[12]\d{3}")
_CUE = re.compile(r"((?:[a-z]'|mi-)?[a-z]+[1-4]?)(?: a)?[ \u00a0'-]{0,2}$")
_NOUN = re.compile("[ \u00a0]([a-zà-ÿœ’'-]{3,}[sx])(?![a-zà-ÿœ])")
_YEAR_BEFORE = re.compile(r"(?<!\d)\d{4} ?[-–/] ?$")


@cache
def _cues(language: str) -> dict[str, frozenset[str]]:
    return {entry.data["role"]: frozenset(map(fold, entry.forms)) for entry in load_entries(language, "years")}


def year_leads(language: str) -> frozenset[str]:
    """Folded words that stand right before a year (``en``, ``fin``, ``mars``)."""
    return _cues(language).get("strong", frozenset())


@cache
def _count_cue(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{any_of(_cues(language).get('count', ()))})[ -]$")


def is_year(mention: NumberMention, text: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether four plain digits name a year: by the word before them, and by what follows."""
    if _PLAIN.fullmatch(mention.text) is None or not _FIRST <= mention.value <= _LAST:
        return False
    if lexicon.measure_ahead.match(folded, mention.end) is not None:
        return False
    cues = _cues(lexicon.language)
    match = _CUE.search(folded[max(0, mention.start - 24) : mention.start])
    cue = match.group(1) if match is not None else ""
    if cue in cues["strong"] or _YEAR_BEFORE.search(folded[max(0, mention.start - 8) : mention.start]) is not None:
        return True
    if _count_cue(lexicon.language).search(folded, max(0, mention.start - 16), mention.start) is not None:
        return False
    noun = _NOUN.match(text, mention.end)
    counted = noun is not None and fold(noun.group(1)) not in cues["not_noun"]
    if _FIRST_LIKELY <= mention.value <= _LAST_LIKELY:
        return not counted
    return cue in cues["weak"] and not counted and mention.value < _FIRST_LIKELY
