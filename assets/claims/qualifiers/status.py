"""Whether a figure is so, is only planned, or is denied."""

import re
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.windows import fold_once, sentence_bounds

# Where one statement of a sentence ends and the next begins.
_BREAK = re.compile(
    r"[;:()\n]|,(?!\d)|\s[–—-]\s|(?<![a-z])(?:mais|alors que|tandis que|apres|contre|puis|quand|dont|soit|qui|et|ou)(?![a-z])"
)


@cache
def _cues(language: str) -> tuple[tuple[str, str, re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (
            entry.id,
            str(entry.data["status"]),
            re.compile(rf"(?<![a-z-])(?:{'|'.join(entry.forms)})(?![a-z])"),
            frozenset(entry.data.get("not_words", ())),
        )
        for entry in load_entries(language, "status")
    )


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
    cuts = [begin]
    cuts += [match.end() for match in _BREAK.finditer(folded, begin, mention.start)]
    after = _BREAK.search(folded, mention.end, stop)
    right = after.start() if after is not None else stop
    for position in range(len(cuts) - 1, -1, -1):
        left = cuts[position]
        found = _find(folded, left, right, language)
        if found is not None:
            return found
        if _finite(language).search(folded, left, right) is not None:
            break
        right = left
    return Qualifier("actual", "status.default", mention.start, mention.start)


def _find(folded: str, left: int, right: int, language: str) -> Qualifier | None:
    best: Qualifier | None = None
    for name, status, pattern, exceptions in _cues(language):
        for match in pattern.finditer(folded, left, right):
            if match.group() in exceptions:
                continue
            found = Qualifier(status, f"status.{name}", match.start(), match.end())
            if status == "denied":
                return found
            best = best or found
            break
    return best
