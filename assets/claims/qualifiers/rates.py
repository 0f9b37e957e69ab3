"""The time base of a rate: per year, per day."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import phrase
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.triggers import beginnings, triggers_of
from assets.claims.qualifiers.windows import after, before, clause_before, fold_once, sentence_of

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[\d.,\s]*")
_FEW_WORDS = 70
_NEAR = 24  # A percentage is a rate per year only where the text says so at once.


@dataclass(frozen=True, slots=True)
class _Point:
    """An empty span."""

    start: int

    @property
    def end(self) -> int:
        return self.start


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    per: str
    pattern: re.Pattern[str]
    triggers: frozenset[str] | None
    across: bool


@cache
def _cues(language: str, place: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            entry.id,
            str(entry.data["per"]),
            re.compile(rf"(?<![a-z0-9'])(?:{'|'.join(entry.forms)})(?![a-z])"),
            triggers_of(entry.forms),
            bool(entry.data.get("across", False)),
        )
        for entry in load_entries(language, "rates")
        if entry.data["place"] == place
    )


@lru_cache(maxsize=1024)
def _cues_in(sentence: str, language: str, place: str) -> tuple[_Cue, ...]:
    words = beginnings(sentence)
    return tuple(cue for cue in _cues(language, place) if cue.triggers is None or not cue.triggers.isdisjoint(words))


@cache
def _statement(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){phrase(language, 'statement_break')}(?![a-z])")


def rate_of(text: str, mention: Span, *, language: str = "fr") -> Qualifier | None:
    """Read ``par an``, ``quotidiens``, ``chaque mois`` in the figure's clause; None where the text gives no rate.

    Args:
        text: The text that the mention was read from.
        mention: The figure.
        language: Folder of ``assets/claims/language``.
    """
    number = getattr(mention, "number", mention)
    partner = getattr(number, "partner", None)
    origin = mention.end
    if getattr(number, "range_role", None) in ("low", "from") and partner is not None:
        origin = partner + len(_NUMBER.match(text, partner).group())  # type: ignore[union-attr]
    rate_only = getattr(number, "kind", "") in ("percent", "point", "fraction", "share", "ordinal", "multiple")
    cues = _cues_in(sentence_of(fold_once(text), mention), language, "after")
    behind = after(text, _Point(origin), reach=_NEAR if rate_only else _FEW_WORDS)
    other = _DIGIT.search(behind)
    behind = behind[: other.start()] if other is not None else behind
    best: Qualifier | None = None
    for cue in cues:
        match = cue.pattern.search(behind)
        if match is not None and (best is None or origin + match.start() < best.start):
            best = Qualifier(cue.per, f"rate.{cue.id}", origin + match.start(), origin + match.end())
    return best if best is not None or rate_only else _before(text, mention, language)


def _before(text: str, mention: Span, language: str) -> Qualifier | None:
    cues = _cues_in(sentence_of(fold_once(text), mention), language, "before")
    if not cues:
        return None
    statement = _statement(language)
    words = _since(before(text, mention, reach=_FEW_WORDS)[0], statement)
    clause = clause_before(words)
    for cue in cues:
        stretch = words if cue.across else clause
        match = cue.pattern.search(stretch)
        if match is not None:
            offset = mention.start - len(stretch)
            return Qualifier(cue.per, f"rate.{cue.id}", offset + match.start(), offset + match.end())
    return None


def _since(words: str, statement: re.Pattern[str]) -> str:
    """The words behind the last other figure and the last word that begins another statement."""
    for pattern in (statement, _DIGIT):
        words = words[max((match.end() for match in pattern.finditer(words)), default=0) :]
    return words
