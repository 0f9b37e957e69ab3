"""Who says so: the speaker of a figure's sentence, and the agency of a dateline."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assets.claims.language.loader import load_entries
from assets.claims.qualifiers.model import Span, Speaker
from assets.claims.qualifiers.speakers import name_before, name_behind, opens_statement
from assets.claims.qualifiers.triggers import beginnings, triggers_of
from assets.claims.qualifiers.windows import fold_once, sentence_bounds

_OBJECT = re.compile(r"(?:\s+[«\"(]?\s*[a-z'-]+){0,8}\s*[«\"(]?\s*")
_NEGATED = re.compile(r"(?:n'|(?<![a-z])ne )$")
_INVERSION_MARKS = (",", "»", '"', "–", "—", "-")
_DATELINE = re.compile(r"^[^\n().]{2,60}\((?P<agency>[^()\n]{2,40})\)\s*[-–—]{1,2}\s", re.MULTILINE)
_HEAD = 2000


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    place: str
    pattern: re.Pattern[str]
    not_names: tuple[str, ...]
    direct: bool
    triggers: frozenset[str] | None


@cache
def _cues(language: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            entry.id,
            str(entry.data["place"]),
            re.compile(rf"(?<![a-z'-])(?:{'|'.join(entry.forms)})(?![a-z])"),
            tuple(entry.data.get("not_names", ())),
            bool(entry.data.get("direct", False)),
            triggers_of(entry.forms),
        )
        for entry in load_entries(language, "attribution")
    )


@lru_cache(maxsize=512)
def _cues_in(sentence: str, language: str) -> tuple[_Cue, ...]:
    words = beginnings(sentence)
    return tuple(cue for cue in _cues(language) if cue.triggers is None or not cue.triggers.isdisjoint(words))


def attribution_of(text: str, mention: Span, *, language: str = "fr") -> Speaker | None:
    """Read who says the figure's sentence, or None where the text names nobody.

    Args:
        text: The text that the mention was read from.
        mention: The figure.
        language: Folder of ``assets/claims/language``.
    """
    folded = fold_once(text)
    begin, stop = sentence_bounds(folded, mention.start, mention.end)
    number = getattr(mention, "number", mention)
    partner = getattr(number, "partner", None)
    figure = mention.start if partner is None else max(begin, min(mention.start, partner))
    for cue in _cues_in(folded[begin:stop], language):
        rule_id = f"attribution.{cue.id}"
        for match in cue.pattern.finditer(folded, begin, stop):
            if cue.place == "after_word":
                found = name_behind(text, folded, match.end(), stop, rule_id, language, cue.not_names)
            elif _is_participle(text, match) or _NEGATED.search(folded, max(begin, match.start() - 4), match.start()):
                found = None
            elif match.start() < figure and _governs(cue, folded, match.end(), figure, language):
                found = name_before(text, folded, begin, match.start(), rule_id, language)
            elif _is_inverted(folded, begin, match, figure):
                found = name_behind(text, folded, match.end(), stop, rule_id, language)
            else:
                found = None
            if found is not None:
                return found
    return None


def _is_inverted(folded: str, begin: int, verb: re.Match[str], figure: int) -> bool:
    """``…, a indiqué X``: the speaker stands behind the verb, unless what stands there is the figure."""
    if verb.start() < figure and _OBJECT.fullmatch(folded, verb.end(), figure) is not None:
        return False
    return folded[max(begin, verb.start() - 3) : verb.start()].strip().endswith(_INVERSION_MARKS)


def _is_participle(text: str, verb: re.Match[str]) -> bool:
    """``annoncé en mars`` without its auxiliary is no verb of speech; only the accent tells it from ``annonce``."""
    return text[verb.end() - 1] in "éÉ" and " " not in verb.group()


def _governs(cue: _Cue, folded: str, verb_end: int, figure: int, language: str) -> bool:
    """Whether the verb's object is the figure itself (``direct``) or a statement that holds it."""
    if cue.direct:
        return _OBJECT.fullmatch(folded, verb_end, figure) is not None
    return opens_statement(folded, verb_end, language)


def dateline_of(text: str, *, language: str = "fr") -> Speaker | None:
    """The agency that a text's dateline names (``PÉKIN, 3 mai (Xinhua) --``), or None."""
    for match in _DATELINE.finditer(text[:_HEAD]):
        agency = match.group("agency").strip()
        for entry in load_entries(language, "agencies"):
            if agency.casefold() in {form.casefold() for form in entry.forms}:
                start = match.start("agency")
                return Speaker(agency, start, match.end("agency"), f"attribution.dateline.{entry.id}")
    return None
