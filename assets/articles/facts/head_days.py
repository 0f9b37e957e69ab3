"""The day of an issue, a letter or a chronicle, which its head prints without saying that it is the day of publication.

A head line with one complete day at its end or its start (``N° 77, mercredi 25 mars 2026``, ``Anne Roy, lundi 4 mai
2026``, ``Rédigé par Luc le samedi 2 mai 2026. 7 minutes.``) dates the article. A line that tells of something that
happens on a day does not, nor do two lines that disagree.
"""

import re
from collections.abc import Iterable
from datetime import date

from assets.articles.facts.days import find_days
from assets.articles.folding import fold

_LONGEST = 140
# What may follow the day on its line: a time, a reading time, a place of issue, an edition.
_TAIL = re.compile(
    r"^[\s.,;:|/()\[\]–—-]*(?:a )?(?:\d{1,2} ?[h:] ?\d{0,2})?[\s.,|–—-]*"
    r"(?:\d{1,2} (?:min\w*|minutes?)\b.{0,20})?[\s.]*$"
)
# What before the day shows that the line tells of a date of its matter, not of its own.
_MATTER = re.compile(
    r"\b(?:jusqu\w*|des le|a partir|a compter|depuis|avant le|apres le|d[’' ]ici|entre|rendez-vous|salon|"
    r"inscription\w*|programme|agenda|limite|ouvert\w*|vigueur|valable|change\w*|photo|illustration|copyright|"
    r"tous droits|du \d|au \d|et le)\b"
)
_LABEL = re.compile(r"^\W*(?:publie|parution|paru|diffuse|redige|ecrit|mis en ligne|envoye|date|edition|fait)\w*\b")
_VERB = re.compile(r"\b(?:est|sont|a|ont|sera|seront|etait|va|vont|avait|aura)\b")


def head_day(lines: Iterable[str]) -> date | None:
    """Return the one day that the lines of a head give, or None where they give none or several.

    Example:
        >>> head_day(["LA LETTRE DU PORT", "Semaine 34 - vendredi 22 août 2025"]).isoformat()
        '2025-08-22'
        >>> head_day(["Les inscriptions courent jusqu'au 22 août 2025"]) is None
        True
    """
    days = {day for line in lines if (day := _day_of(line)) is not None}
    return days.pop() if len(days) == 1 else None


def _day_of(line: str) -> date | None:
    if len(line) > _LONGEST:
        return None
    found = list(find_days(line))
    if len(found) != 1:
        return None
    folded = fold(line)
    before, after = folded[: found[0].start], folded[found[0].end :]
    if _MATTER.search(before):
        return None
    if _LABEL.match(before) or _is_own(before, after):
        return found[0].day
    return None


def _is_own(before: str, after: str) -> bool:
    """The day ends the line, or starts it, and no verb makes a sentence of the rest."""
    if _TAIL.match(after):
        return not _VERB.search(before)
    return not before.strip(" .,-–—|/") and not _VERB.search(after)
