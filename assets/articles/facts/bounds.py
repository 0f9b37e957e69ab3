"""Between which days an undated article must have appeared, as far as its text proves it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from assets.articles.facts.days import MONTHS, find_days
from assets.articles.folding import fold

_MONTH_LINE = re.compile(
    rf"^(?:\W|n° ?\d+|numero \d+|edition|publie|mis en ligne|paru|en|de|du|le|-|,|[|·•])*"
    rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))}) (?P<year>(?:19|20)\d\d)\W*$"
)
_DONE = re.compile(
    r"\b(?:a|ont|est|sont|avait|avaient|etait|fut|furent) (?:ete )?(?:[a-z]+(?:e|ee|es|ees|i|ie|is|it|u|ue|us|ues)) "
    r"(?:[^.;,]{0,60} )?le $"
)
_NOT_YET = re.compile(
    r"\b(?:sera|seront|prevue?s?|attendue?s?|prochaine?s?|annonce|promis|fixee?|d’ici|a partir|jusqu|a compter|reporte|"
    r"avant|doit|devra|devrait|pourra|entrera|date limite|echeance)\w*"
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def month_of_page(lines: Iterable[str]) -> tuple[date, date] | None:
    """Return first and last day of the month that a header line gives as the page's date.

    Example:
        >>> [day.isoformat() for day in month_of_page(["La Revue", "N° 41 – février 2025"])]
        ['2025-02-01', '2025-02-28']
    """
    for line in lines:
        match = _MONTH_LINE.match(fold(line)) if len(line) < 60 else None
        if match:
            first = date(int(match["year"]), MONTHS[match["month"]], 1)
            return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return None


def latest_done(paragraphs: Iterable[str]) -> date | None:
    """Return the latest complete day on which, by the text's own past tense, something was already done.

    Example:
        >>> latest_done(["Le pont a été ouvert le 3 mars 2025. Il sera fermé le 9 mai 2025."]).isoformat()
        '2025-03-03'
    """
    latest: date | None = None
    for paragraph in paragraphs:
        for sentence in _SENTENCE.split(paragraph):
            folded = fold(sentence)
            if _NOT_YET.search(folded):
                continue
            for found in find_days(sentence):
                if _DONE.search(folded[: found.start]) and (latest is None or found.day > latest):
                    latest = found.day
    return latest
