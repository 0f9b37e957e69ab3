"""Periods of a whole article: what one sentence states governs what follows, within its paragraph."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assets.claims.periods.model import PeriodContext, PeriodMention
from assets.claims.periods.recognise import read_periods


def recognise_article_periods(
    paragraphs: Sequence[str], *, published_on: date | None, language: str = "fr"
) -> tuple[tuple[PeriodMention, ...], ...]:
    """Time expressions of every paragraph, offsets within the paragraph.

    The stated year ends with its paragraph; the last dated period (for ``deux ans plus tôt``) and the fact that the
    article counts from January are carried on.
    """
    context = PeriodContext()
    found: list[tuple[PeriodMention, ...]] = []
    for paragraph in paragraphs:
        known = context.months
        context = replace(context, year=None)
        mentions, context = read_periods(paragraph, published_on=published_on, language=language, context=context)
        # A month's year holds for the next paragraph, no further: what stood before this one is forgotten.
        context = replace(context, months=context.months[len(known) :])
        found.append(mentions)
    return tuple(found)
