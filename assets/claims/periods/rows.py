"""Rows of date suites: a text and a reference day in, spans with half-open days out."""

from datetime import date, timedelta
from typing import Any

from assets.claims.periods.conventions import ENGINES
from assets.claims.periods.recognise import read_periods


def recognise_dates(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Spans of one row in the form of the suites, where ``end`` is the day after the last one.

    Args:
        row: ``text`` and, for relative expressions, ``reference_date`` (ISO).
    """
    reference = row.get("reference_date")
    published = date.fromisoformat(reference[:10]) if reference else None
    mentions, _ = read_periods(
        row["text"], published_on=published, language=row.get("language", "fr"), convention=ENGINES
    )
    return [
        {
            "text": mention.text,
            "start": mention.period_start.isoformat() if mention.period_start else None,
            "end": (mention.period_end + timedelta(days=1)).isoformat() if mention.period_end else None,
        }
        for mention in mentions
        if (mention.period_start or mention.period_end) and mention.period_end != date.max
    ]
