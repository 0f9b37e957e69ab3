"""Days as Extended Date/Time Format (ISO 8601-2), by granularity."""

from datetime import date

from assets.claims.periods.model import Span

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


def _point(day: date | None) -> str:
    return day.isoformat() if day else ".."


def is_whole_year(span: Span) -> bool:
    """Whether a span is one calendar year."""
    start, end = span.start, span.end
    if start is None or end is None:
        return False
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year


def edtf_of(span: Span | None, kind: str, season: str | None = None) -> str:
    """The shortest EDTF string for a period.

    >>> edtf_of(Span(date(2025, 7, 1), date(2025, 9, 30)), "quarter")
    '2025-35'
    """
    if span is None or (span.start is None and span.end is None):
        return ""
    start, end = span.start, span.end
    if start is None or end is None:
        return f"{_point(start)}/{_point(end)}"
    if start == end:
        return start.isoformat()
    if kind == "year" and is_whole_year(span):
        return f"{start.year:04d}"
    if kind == "month":
        return f"{start.year:04d}-{start.month:02d}"
    if kind == "quarter":
        return f"{start.year:04d}-{33 + (start.month - 1) // 3}"
    if kind == "half" and start.month in {1, 7}:
        return f"{start.year:04d}-{40 + (start.month - 1) // 6}"
    if kind == "decade":
        return f"{start.year // 10:03d}X"
    if kind == "season" and season in _SEASONS:
        return f"{start.year:04d}-{_SEASONS[season]}"
    return f"{start.isoformat()}/{end.isoformat()}"
