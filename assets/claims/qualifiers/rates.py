"""The time base of a rate: per year, per day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import phrase
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.triggers import beginnings, triggers_of
from assets.claims.qualifiers.windows import after, before, clause_before, fold_once, sentence_of

_DIGIT = re.compile(r"\d")
_LABEL_END = re.compile(r"\s*:\s*$")
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
    agrees: bool


@cache
def _cues(language: str, place: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            entry.id,
            str(entry.data["per"]),
            re.compile(rf"(?<![a-z0-9'])(?:{'|'.join(entry.forms)})(?![a-z])"),
            triggers_of(entry.forms),
            bool(entry.data.get("across", False)),
            bool(entry.data.get("agrees", False)),
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


def rate_of(
    text: str, mention: Span, *, language: str = "fr", others: Iterable[Span] | None = None
) -> Qualifier | None:
    """Read ``par an``, ``quotidiens``, ``chaque mois`` in the figure's clause; None where the text gives no rate.

    Args:
        text: The text that the mention was read from.
        mention: The figure.
        language: Folder of ``assets/claims/language``.
        others: The figures around, which have time bases of their own; None where any digits are one.
    """
    around = None if others is None else [(other.start, other.end) for other in others]
    number = getattr(mention, "number", mention)
    partner = getattr(number, "partner", None)
    origin = mention.end
    if getattr(number, "range_role", None) in ("low", "from") and partner is not None:
        origin = partner + len(_NUMBER.match(text, partner).group())  # type: ignore[union-attr]
    rate_only = getattr(number, "kind", "") in ("percent", "point", "fraction", "share", "ordinal", "multiple")
    cues = _cues_in(sentence_of(fold_once(text), mention), language, "after")
    behind = after(text, _Point(origin), reach=_NEAR if rate_only else _FEW_WORDS)
    behind = behind[: _next_figure(behind, origin, around)]
    best: Qualifier | None = None
    for cue in cues:
        match = cue.pattern.search(behind)
        if match is not None and cue.agrees and _statement(language).search(behind[: match.start()]):
            continue  # the adjective of another noun
        if match is not None and (best is None or origin + match.start() < best.start):
            best = Qualifier(cue.per, f"rate.{cue.id}", origin + match.start(), origin + match.end())
    return best if best is not None or rate_only else _before(text, mention, language, around)


def _next_figure(behind: str, origin: int, around: list[tuple[int, int]] | None) -> int:
    """Where the next figure begins in the words behind a figure."""
    if around is None:
        digit = _DIGIT.search(behind)
        return digit.start() if digit is not None else len(behind)
    return min((start - origin for start, _ in around if start >= origin), default=len(behind))


def _before(text: str, mention: Span, language: str, around: list[tuple[int, int]] | None) -> Qualifier | None:
    cues = _cues_in(sentence_of(fold_once(text), mention), language, "before")
    if not cues:
        return None
    statement = _statement(language)
    words, begin = before(text, mention, reach=_FEW_WORDS)
    words = _LABEL_END.sub("", words)  # ``Capacité mensuelle : 300``
    end = begin + len(words)
    figure = _last_figure(words, begin, around)
    told = max((match.end() for match in statement.finditer(words)), default=0)
    clause = clause_before(words[max(figure, told) :])
    words = words[max(figure, told) :]
    for cue in cues:
        behind_other = figure > told
        stretch = words if cue.across and (figure == 0 or not behind_other) else clause
        match = cue.pattern.search(stretch)
        if match is not None and stretch[match.end() :].lstrip().startswith(";"):
            continue  # ``cent projets sont choisis chaque année ; les meilleurs touchent 3 millions``
        if match is not None and cue.across and behind_other:
            # Behind another figure "par an" closes what that one told, unless this one follows at once.
            match = match if _closed(language).search(stretch, match.end()) is None else None
        if match is not None:
            offset = end - len(stretch)
            return Qualifier(cue.per, f"rate.{cue.id}", offset + match.start(), offset + match.end())
    return None


@cache
def _closed(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){phrase(language, 'rate_end')}(?![a-z])")


def _last_figure(words: str, begin: int, around: list[tuple[int, int]] | None) -> int:
    """Where the last other figure ends in the words before a figure, or 0."""
    if around is None:
        return max((match.end() for match in _DIGIT.finditer(words)), default=0)
    return max((end - begin for _, end in around if begin < end <= begin + len(words)), default=0)
