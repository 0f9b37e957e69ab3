"""Who says so: the speaker of a figure's sentence, and the agency of a dateline."""

import re
from dataclasses import dataclass
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.qualifiers.model import Span, Speaker
from assets.claims.qualifiers.windows import fold_once, sentence_bounds

_NAME_END = re.compile(
    r"[,;:.!?()«»\"\n]|\s[–—-]\s|(?<![a-z])(?:qui|que|qu'|dans|dont|pour|sur|avec|cite|citee|cites|publie|publiee|publies|publiees|"
    r"a|ont|est|sont|lors|il|elle|ils|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|en|au cours|parue?s?|devant|aupres|"
    r"hier|vendredi|ce|cette|le \d)(?![a-z])|\d"
)
_ARTICLE = re.compile(r"(?:le |la |les |l'|un |une |des |du |de la |de l'|de |d'|m\. |mme |par )*")
_CLAUSE = re.compile(r"[,;:()«»\"\n]|\s[–—-]\s|(?<![a-z])(?:mais|alors que|tandis que)(?![a-z])")
_TIME_WORDS = re.compile(
    r"\s*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|recemment|dernierement|ensuite|jeudi dernier|mardi dernier|"
    r"ce [a-z]+|a son tour|de son cote|le \d+ [a-z]+)\s*,?\s*)*"
)
_PRONOUNS = frozenset("il elle ils elles on ce cela ceci qui nous je vous celui-ci celle-ci c' y".split())
_MAX_NAME = 90
_MIN_NAME = 2
_DATELINE = re.compile(r"^[^\n().]{2,60}\((?P<agency>[^()\n]{2,40})\)\s*[-–—]{1,2}\s")


@dataclass(frozen=True, slots=True)
class _Cue:
    id: str
    place: str
    pattern: re.Pattern[str]
    not_names: tuple[str, ...]


@cache
def _cues(language: str) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            entry.id,
            str(entry.data["place"]),
            re.compile(rf"(?<![a-z'-])(?:{'|'.join(entry.forms)})(?![a-z])"),
            tuple(entry.data.get("not_names", ())),
        )
        for entry in load_entries(language, "attribution")
    )


def attribution_of(text: str, mention: Span, *, language: str = "fr") -> Speaker | None:
    """Read who says the figure's sentence, or None where the text names nobody.

    Args:
        text: The text that the mention was read from.
        mention: The figure.
        language: Folder of ``assets/claims/language``.
    """
    folded = fold_once(text)
    begin, stop = sentence_bounds(folded, mention.start, mention.end)
    for cue in _cues(language):
        for match in cue.pattern.finditer(folded, begin, stop):
            if cue.place == "after_word":
                found = _name_after(text, folded, match.end(), stop, cue)
            else:
                found = _name_before(text, folded, begin, match, stop, cue, mention)
            if found is not None:
                return found
    return None


def dateline_of(text: str, *, language: str = "fr") -> Speaker | None:
    """The agency that a text's dateline names (``PÉKIN, 3 mai (Xinhua) --``), or None."""
    for line in re.finditer(r"^.*$", text[:2000], re.MULTILINE):
        match = _DATELINE.match(line.group())
        if match is None:
            continue
        agency = match.group("agency").strip()
        for entry in load_entries(language, "agencies"):
            if agency.casefold() in {form.casefold() for form in entry.forms}:
                start = line.start() + match.start("agency")
                return Speaker(agency, start, start + len(match.group("agency")), f"attribution.dateline.{entry.id}")
    return None


def _name_after(text: str, folded: str, position: int, stop: int, cue: _Cue) -> Speaker | None:
    skipped = _TIME_WORDS.match(folded, position, stop)
    start = skipped.end() if skipped is not None else position
    while start < stop and folded[start].isspace():
        start += 1
    article = _ARTICLE.match(folded, start, stop)
    rest = folded[start : start + _MAX_NAME]
    if any(rest.startswith(words) for words in cue.not_names):
        return None
    start = article.end() if article is not None else start
    limit = min(stop, start + _MAX_NAME)
    end_match = _NAME_END.search(folded, start, limit)
    return _speaker(text, folded, start, end_match.start() if end_match is not None else limit, cue)


def _name_before(
    text: str, folded: str, begin: int, verb: re.Match[str], stop: int, cue: _Cue, mention: Span
) -> Speaker | None:
    """``X a déclaré que`` before the figure, ``, a déclaré X`` behind it."""
    if verb.start() >= mention.end:
        head = folded[max(begin, verb.start() - 3) : verb.start()].strip()
        return _name_after(text, folded, verb.end(), stop, cue) if head[-1:] in (",", "»", '"', "–", "—", "-") else None
    if not re.match(r"\s*(?:[a-z]+ ){0,3}?(?:que |qu'|:|avoir |a )", folded[verb.end() : verb.end() + 40]):
        return None
    left = begin
    for match in _CLAUSE.finditer(folded, begin, verb.start()):
        if folded[match.end() : verb.start()].strip():
            left = match.end()
    segment = folded[left : verb.start()].rstrip(" ,")
    comma = folded[left : verb.start()].rstrip()
    if comma.endswith(","):  # « Zhang Wei, directeur du parc, a déclaré »: the name opens the apposition.
        left = begin
    start = left + len(folded[left:]) - len(folded[left:].lstrip())
    article = _ARTICLE.match(folded, start, verb.start())
    start = article.end() if article is not None else start
    end_match = re.compile(r"[,;:(]|\s[–—]\s").search(folded, start, verb.start())
    end = end_match.start() if end_match is not None else verb.start()
    return _speaker(text, folded, start, end, cue) if segment else None


def _speaker(text: str, folded: str, start: int, end: int, cue: _Cue) -> Speaker | None:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "'’-"):
        end -= 1
    name = text[start:end]
    if len(name) < _MIN_NAME or folded[start:end] in _PRONOUNS or not any(letter.isalpha() for letter in name):
        return None
    return Speaker(name, start, end, f"attribution.{cue.id}")
