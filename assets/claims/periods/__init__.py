"""Periods: from a time expression of the text to its first and last day.

Belongs here: reading expressions of time (dates, months, quarters, relative periods, ranges, durations), calendar
arithmetic, the direction that a clause's tense gives, the context that one sentence hands to the next.
Does not belong here: the words of a language (``language/<code>/*.toml``), which figure a period governs (assembly),
dates of the world such as lunar new years (``sources/reference``).

The way of a text: ``tokens`` cuts it into ``items`` and gives every one a class, ``trigger`` finds the places where a
rule can begin, ``scan`` runs the rules of ``grammar`` (the language's TOML files) over the classes, ``readings`` turns
a match into an ``Expression``, which knows its days as soon as it is given an ``Anchor`` (publication day, direction,
year of the context).
"""

from assets.claims.periods.article import recognise_article_periods
from assets.claims.periods.conventions import ENGINES, PRESS, Convention
from assets.claims.periods.model import Direction, PeriodContext, PeriodMention
from assets.claims.periods.recognise import read_periods, recognise_periods

__all__ = [
    "ENGINES",
    "PRESS",
    "Convention",
    "Direction",
    "PeriodContext",
    "PeriodMention",
    "read_periods",
    "recognise_article_periods",
    "recognise_periods",
]
