"""Against what a growth is measured: a year, quarter or month before, or an earlier year."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assets.claims.language.loader import load_entries
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.windows import fold_once, sentence_bounds


@dataclass(frozen=True, slots=True)
class _Cue:
    base: str
    pattern: re.Pattern[str]


@cache
def _cues(language: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(str(entry.data["base"]), re.compile(rf"(?<![a-z])(?:{'|'.join(entry.forms)})(?![a-z])"))
        for entry in load_entries(language, "growth_bases")
    )


@lru_cache(maxsize=256)
def _bases_in(sentence: str, language: str) -> tuple[tuple[int, int, str], ...]:
    found = (
        (match.start(), match.end(), match.groupdict().get("year") or cue.base)
        for cue in _cues(language)
        for match in cue.pattern.finditer(sentence)
    )
    return tuple(sorted(found))


def growth_base_of(text: str, mention: Span, *, language: str = "fr") -> Qualifier | None:
    """What a growth is measured against, or None where its sentence does not say.

    Args:
        text: The text that the mention was read from.
        mention: The growth.
        language: Folder of ``assets/claims/language``.
    """
    folded = fold_once(text)
    begin, stop = sentence_bounds(folded, mention.start, mention.end)
    bases = _bases_in(folded[begin:stop], language)
    behind = [one for one in bases if begin + one[0] >= mention.end]
    ahead = [one for one in bases if begin + one[1] <= mention.start]
    if not behind and not ahead:
        return None
    start, end, base = behind[0] if behind else ahead[-1]
    return Qualifier(base, f"base.{base}", begin + start, begin + end)
