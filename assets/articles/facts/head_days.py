"""The days that header lines tell, each with how sure the line makes it that this is the day of publication.

Three degrees are told apart by form: a line that says so (``Publié le 3 mai 2026``), a line that holds nothing but the
day and what issues, names and clocks add to it (``N° 77 | mercredi 25 mars 2026 | 5,90 €``, ``Anne Roy, lundi 4 mai
2026``), and a phrase without a verb that ends or starts with the day (``Texte lu à l'antenne le 4 mai 2026``). A line
that tells of something else that happens on a day tells nothing, nor do unlabelled lines that disagree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from assets.articles.facts.bylines import read_signature
from assets.articles.facts.days import FoundDay, find_days
from assets.articles.facts.lines import cells, is_name, read_byline
from assets.articles.folding import fold
from assets.articles.language.forms import load_form

_LONGEST, _LONGEST_PART, _LONGEST_LABEL = 200, 140, 30
# Words before a label (the name of a section, an author), and those that make a sight of what a picture shows.
_LONGEST_LEAD, _SIGHT = 4, 3
# More words behind a day alone make a sentence.
_MOST_BEHIND = 9
_RANGE = re.compile(r"(?<!\d)\d{1,2}(?:er)?(?: ?- ?| au | et )(?:le )?$")
_BRACKET = re.compile(r"^ ?\([^)]{3,30}\)")
_TAIL = re.compile(
    r"^[\s.,;:|/()\[\]-]*(?:a )?(?:\d{1,2} ?[h:] ?\d{0,2})?[\s.,|-]*(?:\d{1,2} (?:min\w*|minutes?)\b.{0,20})?[\s.]*$"
)
_WORDS = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")
_CLAUSE = re.compile(r"[,;(]|[.:] ")
_DATED_SIGHT = re.compile(r", (?:le )?(?:[a-z]+di )?$")
_HAS = re.compile(r"(?<![\w’])a(?!\w)")
# Brackets, and the strokes between which dispatches put their agency.
_BRACKETED = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|(?<!\w)/[a-z][a-z .-]{1,20}/(?!\w)")
# A full stop behind a word ends a sentence, one behind a short form does not.
_STOP = re.compile(r"(?<=[^\W\d_]{4})[.;] |(?<=\d\))\. ")
_DAY_LEAD = re.compile(r"[ ,.;]+(?:(?:le|ce|du) ?)?(?:[a-z]{3,6}di|[a-z]{3}\.|dimanche)? ?$", re.I)
_BETWEEN = re.compile(r"^\W*$")
_DIGIT = re.compile(r"\d")


class Degree(IntEnum):
    """How sure a line makes it that its day is that of publication."""

    CHANGED = 0
    PHRASE = 1
    OWN = 2
    LABELLED = 3


@dataclass(frozen=True, slots=True)
class HeadDay:
    """A day that a header line tells.

    Attributes:
        day: The day.
        degree: How sure it is that of publication.
    """

    day: date
    degree: Degree


def read_head_days(lines: Iterable[str]) -> list[HeadDay]:
    """Return the days that the lines of a header tell, in order.

    Example:
        >>> [(str(told.day), told.degree.name) for told in read_head_days(["Paru le 3/5/2026 | MAJ 4/5/2026"])]
        [('2026-05-03', 'LABELLED'), ('2026-05-04', 'CHANGED')]
        >>> read_head_days(["Les inscriptions courent jusqu'au 22 août 2025"])
        []
    """
    found: list[HeadDay] = []
    hanging = ""
    for line in lines:
        if len(line) <= _LONGEST:
            found.extend(_days_of(line, hanging))
        # A label may stand on the line above its day.
        hanging = line if len(line) <= _LONGEST_LABEL and not _DIGIT.search(line) else ""
    return found


def publication_day(days: Iterable[HeadDay], least: Degree = Degree.PHRASE) -> date | None:
    """Return the day of publication: the first labelled one, else the one on which the surest others agree.

    Example:
        >>> publication_day(read_head_days(["LA LETTRE DU PORT", "Semaine 34 - vendredi 22 août 2025"])).isoformat()
        '2025-08-22'
        >>> publication_day(read_head_days(["3 mai 2026", "5 mai 2026"])) is None
        True
    """
    told = list(days)
    for degree in (Degree.LABELLED, Degree.OWN, Degree.PHRASE):
        same = [found.day for found in told if found.degree is degree]
        if same and degree >= least:
            return same[0] if degree is Degree.LABELLED or len(set(same)) == 1 else None
    return None


def head_day(lines: Iterable[str]) -> date | None:
    """Return the day of publication that the lines of a header tell, or None where they tell none or several.

    Example:
        >>> head_day(["N° 1 204 | 8 novembre 2024 | 5,90 €"]).isoformat()
        '2024-11-08'
    """
    return publication_day(read_head_days(lines))


def _days_of(line: str, hanging: str) -> Iterator[HeadDay]:
    parts = cells(line)
    before_part = hanging
    whole = fold(line)
    of_other = load_form("other_day").match(whole.lstrip(" [(-*•"))
    for part in parts:
        days = list(find_days(part)) if len(part) <= _LONGEST_PART else []
        folded = fold(part) if days else ""
        outside = _without_brackets(folded, days)
        end = 0
        unlabelled = 0
        for position, found in enumerate(days):
            stop = days[position + 1].start if position + 1 < len(days) else len(folded)
            # A bracket behind a day labels that day.
            context = _BRACKET.sub("", folded[end : found.start]) if end else folded[: found.start]
            if not end and is_day_label(before_part):
                context = f"{fold(before_part)} {context}"
            degree = _labelled(context, folded[found.end : stop])
            if degree is None and not of_other and not _RANGE.search(folded[: found.start]):
                unlabelled += 1
                degree = _unlabelled(part, *outside) if outside and outside[1] == found else None
            if degree is not None and not (of_other and degree is not Degree.LABELLED):
                yield HeadDay(found.day, degree)
            end = found.end
        before_part = part


def _without_brackets(folded: str, days: list[FoundDay]) -> tuple[str, FoundDay] | None:
    """Blank the brackets where one day stands outside of them: they weigh less than what they stand beside.

    A bracket before the day that tells of a picture or the like stays, for it tells what the day is.
    """
    spans = [match.span() for match in _BRACKETED.finditer(folded)]
    outside = [day for day in days if not any(start < day.start < end for start, end in spans)]
    if len(days) == 1 and not outside:
        return folded, days[0]
    if len(outside) != 1:
        return None
    for start, end in spans:
        if start > outside[0].start or not load_form("other_day").search(folded[start:end]):
            folded = f"{folded[:start]}{' ' * (end - start)}{folded[end:]}"
    return folded, outside[0]


def is_day_label(text: str) -> bool:
    """Tell a label without its day, which stands in the next part or on another line (``Publié le``).

    Example:
        >>> [is_day_label(text) for text in ("Publié le :", "Mis à jour à 16 h 12", "Le maire a publié")]
        [True, True, False]
    """
    folded = fold(text)
    if not folded or len(text) > _LONGEST_LABEL:
        return False
    rest = load_form("day_filler").sub("", load_form("updated").sub("", load_form("published").sub("", folded)))
    return bool(_BETWEEN.match(rest)) and rest != folded


def _last(name: str, text: str) -> int:
    return max((match.end() for match in load_form(name).finditer(text)), default=-1)


def _labelled(before: str, after: str) -> Degree | None:
    """Read the label that stands before the day, or behind it in brackets."""
    published, updated, other = _last("published", before), _last("updated", before), _last("other_day", before)
    # ``En ligne depuis`` ends with a word that alone tells of another day.
    if max(published, updated) < other or max(published, updated) < 0:
        bracket = re.match(r" ?\((?P<label>[^)]{3,30})\)", after)
        if bracket and load_form("updated").search(bracket["label"]):
            return Degree.CHANGED
        if bracket and load_form("published").search(bracket["label"]) and other < 0:
            return Degree.LABELLED
        return None
    if updated > published:
        return Degree.CHANGED
    # In a sentence the participle tells of something that appeared, not of this text.
    first = load_form("published").search(before)
    lead = before[: first.start()] if first else ""
    if len(_left(lead)) > _LONGEST_LEAD or load_form("sentence_verb").search(f"{before} {after}"):
        return None
    return Degree.LABELLED


def _unlabelled(part: str, folded: str, found: FoundDay) -> Degree | None:
    before, after = folded[: found.start], folded[found.end :]
    # What follows the day's own clause may tell of other things, what leads to the day may not.
    clause = _CLAUSE.split(after, maxsplit=1)[0]
    lead = load_form("byline_lead", whole=False).match(before)
    if load_form("other_day").search(f"{before[lead.end() :] if lead else before} {clause}"):
        return None
    signed = _is_signed(part, found, clause)
    if not signed and any(load_form("picture").search(bracket[0]) for bracket in _BRACKETED.finditer(fold(part))):
        return None
    said = _HAS.search(part) or load_form("sentence_verb").search(f"{before} {after}")
    words = _left(f"{before} | {clause}")
    if not said and load_form("as_of").search(before):
        return Degree.PHRASE
    if not words or _are_names(words, part):
        return None if (said and _left(after)) or len(_left(after)) > _MOST_BEHIND else Degree.OWN
    if not said and (signed or _is_own_sentence(part, folded, found)):
        return Degree.OWN
    # A sight and a day make a picture's line.
    seen = len(words) >= _SIGHT and _DATED_SIGHT.search(before) and not _are_capital(words, part)
    if said or seen or load_form("sight").search(before):
        return None
    if _TAIL.match(after) or not before.strip(" .,-|/"):
        return Degree.PHRASE
    return None


def _is_signed(part: str, found: FoundDay, clause: str) -> bool:
    """Tell the day behind a name with what its bearer does, or behind a desk or an office."""
    # Positions of folded text are those of the part where folding kept its length.
    if len(fold(part)) != len(part):
        return False
    behind = part[found.end :].strip(" ,")
    if behind.startswith(("par ", "Par ")) and not _left(fold(part[: found.start])):
        return read_byline(behind) is not None
    words = _left(clause)
    signer = _DAY_LEAD.sub("", part[: found.start])
    return (not words or _are_names(words, part)) and read_signature(signer) is not None


def _is_own_sentence(part: str, folded: str, found: FoundDay) -> bool:
    """Tell a day that stands alone, or with names, behind the sentence that names the author or the issue."""
    start = max((match.end() for match in _STOP.finditer(folded, 0, found.start)), default=0)
    if start == 0 or "(" in folded[start : found.start]:
        return False
    stop = _STOP.search(folded, found.end)
    words = _left(f"{folded[start : found.start]} | {folded[found.end : stop.end() if stop else len(folded)]}")
    if words and not _are_names(words, part):
        return False
    lead = folded[:start]
    return len(_left(lead)) < _SIGHT or (len(fold(part)) == len(part) and read_signature(part[:start]) is not None)


def _left(text: str) -> list[str]:
    """Return the words that are neither names of issues nor fillers."""
    for name in ("issue", "day_filler"):
        text = load_form(name).sub(" ", text)
    return _WORDS.findall(text)


def _are_names(words: list[str], part: str) -> bool:
    """All words are names of people or places: capitalised, few, and none that header lines are made of."""
    if len(words) > 5 or not is_name(" ".join(words)):
        return False
    return _are_capital(words, part)


def _are_capital(words: list[str], part: str) -> bool:
    capital = {fold(word) for word in _WORDS.findall(part) if word[0].isupper()}
    return all(word in capital for word in words)
