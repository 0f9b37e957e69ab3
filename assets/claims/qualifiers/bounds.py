"""How a figure limits the truth: about, more than, at most."""

import re
from functools import cache

from assets.claims.language.patterns import phrase
from assets.claims.numbers.lexicon import load_lexicon
from assets.claims.qualifiers.cues import Cue, cues_in
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.windows import after, before, fold_once, sentence_of

_WORD = re.compile(r"[a-z]+")
_RANGE = {"low": "ge", "high": "le"}
_DENIED = {"gt": "le", "lt": "ge"}
_ASIDE = re.compile(r", [^,;:.()\d]{1,25}(?=, )")


def bound_of(text: str, mention: Span, *, language: str = "fr") -> Qualifier:
    """Read the bound of a figure from the words around it.

    Args:
        text: The text that the mention was read from.
        mention: A number, amount or quantity; ends of ranges and dozens carry their bound with them.
        language: Folder of ``assets/claims/language``.

    >>> from assets.claims.numbers import recognise_numbers
    >>> sentence = "plus de 300 usines"
    >>> bound_of(sentence, recognise_numbers(sentence)[0]).value
    'gt'
    """
    number = getattr(mention, "number", mention)
    if getattr(number, "kind", "") == "ordinal":
        return Qualifier("eq", "bound.rank", mention.start, mention.start)
    cues = cues_in(sentence_of(fold_once(text), mention), language, "comparators")
    words, offset = before(text, mention, reach=90)
    found = _nearest(words, offset, mention, cues)
    if found is not None and found.value in _DENIED and _is_denied(words[: found.start - offset], language):
        found = Qualifier(_DENIED[found.value], f"{found.rule_id}.denied", found.start, found.end)
    weak = found if found is not None and found.value == "eq" else None
    found = None if weak is not None else found
    if found is not None and (found.value != "approx" or getattr(number, "range_role", None) not in _RANGE):
        return found
    role = getattr(number, "range_role", None)
    if role in _RANGE:
        return Qualifier(_RANGE[role], f"bound.range.{role}", mention.start, mention.end)
    behind = after(text, mention, reach=60, clause=False)
    for cue in cues:
        if cue.place == "after":
            match = cue.pattern.match(behind)
            if match is not None:
                return Qualifier(
                    cue.data["bound"], f"bound.{cue.id}", mention.end + match.start(), mention.end + match.end()
                )
    if _is_dozen(text, mention, language):
        return Qualifier("approx", "bound.dozen", mention.start, mention.end)
    return weak or Qualifier("eq", "bound.default", mention.start, mention.start)


@cache
def _denials(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?<![a-z']){phrase(language, 'denial')}"),
        re.compile(rf"(?<![a-z]){phrase(language, 'denial_end')}(?![a-z])|[\d,;:.()]"),
    )


def _is_denied(words: str, language: str) -> bool:
    """Whether the words before a mark deny it: ``ne peut recevoir plus de 300``, ``sans dépasser 300``."""
    denial, end = _denials(language)
    last = max((match.end() for match in denial.finditer(words)), default=None)
    return last is not None and end.search(_ASIDE.sub("", words[last:])) is None


def _is_dozen(text: str, mention: Span, language: str) -> bool:
    """``une quinzaine``: the word itself says about."""
    words = _WORD.findall(fold_once(text)[mention.start : mention.end])
    dozens = load_lexicon(language).dozens
    return any(word in dozens for word in words)


def _nearest(words: str, offset: int, mention: Span, cues: tuple[Cue, ...]) -> Qualifier | None:
    """A word at the figure wins over a verb, one that limits it over ``exactement``, the longer over its own tail."""
    best: tuple[int, int, Qualifier] | None = None
    for cue in cues:
        if cue.place == "after":
            continue
        match = cue.pattern.search(words)
        if match is None:
            continue
        rank = 0 if cue.place != "before" else 1 if cue.data["bound"] == "eq" else 2
        found = Qualifier(cue.data["bound"], f"bound.{cue.id}", offset + match.start(), mention.start)
        length = len(words) - match.start()
        if best is None or (rank, length) > best[:2]:
            best = (rank, length, found)
    return best[2] if best is not None else None
