"""Periods of a whole article: what one sentence states governs what follows, within its paragraph."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assets.claims.periods.model import PeriodContext, PeriodMention
from assets.claims.periods.recognise import read_periods

_HEADING_LENGTH = 80
_STOPS = frozenset({".", "!", "?", ":", ";", ",", "…", "»", ")"})


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
        above = None if _is_heading(paragraph) else context.label
        context = replace(context, year=None, label=above)
        mentions, context = read_periods(paragraph, published_on=published_on, language=language, context=context)
        # A month's year holds for the next paragraph, no further: what stood before this one is forgotten.
        # « AVRIL. Le site ouvre … » names the month of its own paragraph.
        label = context.label if _is_label(paragraph, mentions) else above
        context = replace(context, months=context.months[len(known) :], label=label)
        found.append(mentions)
    return tuple(found)


def _is_heading(paragraph: str) -> bool:
    """Whether a paragraph is a short line without a stop at its end: what stood above it ends there."""
    line = paragraph.strip()
    return len(line) <= _HEADING_LENGTH and line[-1:] not in _STOPS


def _is_label(paragraph: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether a paragraph is nothing but a time (``Mars 2024``), or a heading that opens with one."""
    if not mentions or paragraph[: mentions[0].start].strip():
        return False
    return not paragraph[mentions[0].end :].strip(" .:–—") or _is_heading(paragraph)
