"""Whether a figure is so, is only planned, or is denied."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import phrase
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.triggers import beginnings, triggers_of
from assets.claims.qualifiers.windows import fold_once, sentence_bounds

_NEXT_FIGURE = re.compile(r"\d|;")
_YEAR = re.compile(r"[a-z' ]{0,24}\d{4}")


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    status: str
    scope: str
    pattern: re.Pattern[str]
    anywhere: re.Pattern[str]
    exceptions: frozenset[str]
    tells_kind: bool
    triggers: frozenset[str] | None


@cache
def _cues(language: str, scope: str) -> tuple[_Cue, ...]:
    """Cues for a ``sentence``, their own ``statement``, ``around`` the figure, or ``inherited`` by the next one."""
    return tuple(
        _Cue(
            entry.id,
            str(entry.data["status"]),
            scope,
            re.compile(rf"(?<![a-z-])(?:{'|'.join(entry.forms)})(?![a-z])"),
            re.compile(rf"(?<![a-z-])(?:{'|'.join(entry.forms)})"),
            frozenset(entry.data.get("not_words", ())),
            bool(entry.data.get("tells_kind", False)),
            triggers_of(entry.forms),
        )
        for entry in load_entries(language, "status")
        if entry.data.get("scope", "inherited") == scope
    )


@lru_cache(maxsize=1024)
def _cues_in(sentence: str, language: str, scope: str) -> tuple[_Cue, ...]:
    """The cues that a sentence may hold: each is looked for once, not again for every part of every figure's clause."""
    words = beginnings(sentence)
    return tuple(
        cue
        for cue in _cues(language, scope)
        if (cue.triggers is None or not cue.triggers.isdisjoint(words)) and cue.anywhere.search(sentence)
    )


@cache
def _break(language: str) -> re.Pattern[str]:
    """Where one statement of a sentence ends and the next begins."""
    words = phrase(language, "statement_break")
    return re.compile(rf"[;:()\n]|,(?!\d)|\s[–—-]\s|(?<![a-z]){words}(?![a-z])")


@cache
def _contrast(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){phrase(language, 'name_break')}(?![a-z])")


@cache
def _finite(language: str) -> re.Pattern[str]:
    forms = "|".join(form for entry in load_entries(language, "verbs") for form in entry.forms)
    return re.compile(rf"(?<![a-z'-])(?:{forms})(?![a-z])")


def status_of(text: str, mention: Span, *, language: str = "fr") -> Qualifier:
    """Read ``actual``, ``planned`` or ``denied`` from the figure's own statement.

    Args:
        text: The text that the mention was read from.
        mention: The figure.
        language: Folder of ``assets/claims/language``.
    """
    folded = fold_once(text)
    begin, stop = sentence_bounds(folded, mention.start, mention.end)
    sentence = folded[begin:stop]
    found = _find(folded, begin, stop, _cues_in(sentence, language, "sentence"))
    if found is not None:
        return found
    breaks = list(_break(language).finditer(folded, begin, mention.start))
    left = breaks[-1].end() if breaks else begin
    found = _find(folded, left, mention.start, _cues_in(sentence, language, "statement"))
    if found is not None:
        return found
    deadline = _deadline(folded, begin, mention, stop, _cues_in(sentence, language, "around"), language)
    cues = _cues_in(sentence, language, "inherited")
    if deadline is not None:
        # Whether it is a target or a forecast says more of a plan than its deadline does.
        cues = tuple(cue for cue in cues if cue.tells_kind)
    default = deadline or Qualifier("actual", "status.default", mention.start, mention.start)
    return _inherited(folded, begin, breaks, mention, stop, cues, language) or default if cues else default


def _inherited(
    folded: str,
    begin: int,
    breaks: list[re.Match[str]],
    mention: Span,
    stop: int,
    cues: tuple[_Cue, ...],
    language: str,
) -> Qualifier | None:
    """A cue of the figure's own clause, or of the clauses before it as far as one with a verb."""
    cuts = [begin, *(match.end() for match in breaks)]
    after = _break(language).search(folded, mention.end, stop)
    right = after.start() if after is not None else stop
    for position in range(len(cuts) - 1, -1, -1):
        left = cuts[position]
        found = _find(folded, left, right, cues)
        if found is not None:
            return found
        ended = position > 0 and breaks[position - 1].group() in (";", "mais")
        if ended or _finite(language).search(folded, left, right) is not None:
            break
        right = left
    return None


def _deadline(
    folded: str, begin: int, mention: Span, stop: int, cues: tuple[_Cue, ...], language: str
) -> Qualifier | None:
    """A deadline before or behind the figure, with no other figure and no semicolon between."""
    if not cues:
        return None
    end = _NEXT_FIGURE.search(folded, mention.end, stop)
    contrast = _contrast(language)
    for cue in cues:
        for match in cue.pattern.finditer(folded, begin, stop):
            if match.start() < mention.start:
                year = _YEAR.match(folded, match.end(), mention.start)
                start = year.end() if year else match.end()
                near = _NEXT_FIGURE.search(folded, start, mention.start) is None
                near = near and contrast.search(folded, start, mention.start) is None
            else:
                near = end is None or match.end() <= end.start()
            if near:
                return Qualifier(cue.status, f"status.{cue.id}", match.start(), match.end())
    return None


def _find(folded: str, left: int, right: int, cues: tuple[_Cue, ...]) -> Qualifier | None:
    for cue in cues:
        for match in cue.pattern.finditer(folded, left, right):
            if match.group() not in cue.exceptions:
                return Qualifier(cue.status, f"status.{cue.id}", match.start(), match.end())
    return None
