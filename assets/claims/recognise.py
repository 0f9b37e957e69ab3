"""Reads rows of text and returns the spans of one recogniser, the form in which recognisers are compared."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from assets.claims.money import recognise_money
from assets.claims.numbers import recognise_numbers

Kind = Literal["numbers", "money", "dates"]


def _numbers(row: dict[str, Any]) -> list[dict[str, Any]]:
    mentions = recognise_numbers(row["text"], language=row.get("language", "fr"), everything=True)
    return [{"text": mention.text, "value": mention.value} for mention in mentions]


def _money(row: dict[str, Any]) -> list[dict[str, Any]]:
    mentions = recognise_money(row["text"], language=row.get("language", "fr"))
    return [{"text": mention.text, "value": mention.value, "currency": mention.currency} for mention in mentions]


def _dates(row: dict[str, Any]) -> list[dict[str, Any]]:
    from assets.claims.periods.rows import recognise_dates

    return recognise_dates(row)


_READERS = {"numbers": _numbers, "money": _money, "dates": _dates}


def recognise_rows(kind: Kind, rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield ``{"id": …, "spans": […]}`` for every row (``id`` and ``text``, for dates also ``reference_date``).

    Args:
        kind: Which recogniser reads the rows.
        rows: Objects with at least ``id`` and ``text``.
    """
    reader = _READERS[kind]
    for row in rows:
        yield {"id": row["id"], "spans": reader(row)}
