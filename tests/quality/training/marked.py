"""Articles whose figures are marked in the text: ``BYD a livré [[4,3 millions|sales_volume|BYD|2025]] de voitures``.

A mark tells a figure's metric, its subject and, where it has a fourth part, its period, several readings parted by
``/``; a figure without a mark is no claim; ``[[une dizaine|?]]`` is doubtful and teaches nothing. Other slots and
events are not told. A period is a year, a month or a day (``2025``, ``2025-04``, ``2025-04-03``), from one to another
(``2025-01..2025-06``, ``..2027``, ``2018..``), ``pub`` for the day of publication, ``none`` for an unknown one.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from assets.articles.clean import clean
from assets.articles.model import Article
from sources import reference
from tests.quality.training.samples import Labelled, Row

MARKED = Path(__file__).parent / "marked"
_MARK = re.compile(r"\[\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([^\[\]|]+)(?:\|([^\[\]|]+))?)?\]\]")
_DOUBTFUL = "?"
_EVENTS = frozenset({"release", "deployment"})
_MONTHS = 12
_AROUND = (24, 12, 0)  # characters on each side by which a figure is found again in the clean text


class MarkError(ValueError):
    """A mark that cannot be read; the message names the file, the mark and the cure."""


def marked_articles(folder: Path = MARKED) -> list[Labelled]:
    """All marked articles of a folder, in the order of their names.

    Raises:
        MarkError: A metric is unknown, a subject is missing, or a marked figure is not in the article's body.
    """
    return [read_marked(path.read_text(encoding="utf-8"), path.name) for path in sorted(folder.glob("*.txt"))]


def read_marked(text: str, name: str) -> Labelled:
    """An article and the labels of its figures.

    Raises:
        MarkError: As for ``marked_articles``.
    """
    plain, places = [], []
    done = length = 0
    for mark in _MARK.finditer(text):
        before = text[done : mark.start()]
        places.append((length + len(before), mark))
        plain += [before, mark.group(1)]
        length += len(before) + len(mark.group(1))
        done = mark.end()
    bare = "".join([*plain, text[done:]])
    if "[[" in bare or "]]" in bare:
        raise MarkError(f"{name}: a mark is not closed or has more than four parts; write [[figure|metric|subject]]")
    article = clean(bare.encode(), name)
    return Labelled(article, list(_rows(article, bare, places, name)), is_partial=True)


def _rows(article: Article, bare: str, places: list[tuple[int, re.Match[str]]], name: str) -> Iterator[Row]:
    cursor, text = 0, article.text
    for place, mark in places:
        mention, metric, subject, period = mark.groups()
        start = _found_again(text, bare, place, mention, cursor)
        if start is None:
            raise MarkError(f"{name}: {mark.group()} is not in the body; take the mark out of title and furniture")
        cursor = start + len(mention)
        row = {"article": name, "mention": mention, "nth": _nth(text, mention, start), "value": 1.0}
        if metric == _DOUBTFUL:
            yield row | {"metric": [], "subject": [], "optional": True}
            continue
        unknown = set(metric.split("/")) - _metrics()
        if unknown or not subject:
            raise MarkError(f"{name}: {mark.group()} needs a metric of the list and a subject; {sorted(unknown)}")
        row |= {"metric": metric.split("/"), "subject": subject.split("/")}
        if period:
            try:
                row |= {"period": [_days(reading, article.published_on) for reading in period.split("/")]}
            except ValueError as error:
                raise MarkError(f"{name}: {mark.group()} has no period; write it like 2025-01..2025-06") from error
        yield row


def _days(period: str, published: date | None) -> list[str | None]:
    """First and last day of a period as labels write them."""
    if period == "none" or (period == "pub" and published is None):
        return [None, None]
    if period == "pub" and published is not None:
        return [published.isoformat()] * 2
    first, dots, last = period.partition("..")
    return [_day(first, is_last=False), _day(last if dots else first, is_last=True)]


def _day(told: str, *, is_last: bool) -> str | None:
    """The first or last day of a year, a month or a day."""
    if not told:
        return None
    year, month, day, *_ = [*map(int, told.split("-")), 0, 0]
    month = month or (_MONTHS if is_last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if is_last else 1)).isoformat()


@cache
def _metrics() -> frozenset[str]:
    return frozenset(metric.metric for metric in reference.metrics() if metric.metric not in _EVENTS)


def _found_again(text: str, bare: str, place: int, mention: str, cursor: int) -> int | None:
    """Where a figure stands in the clean text: cleaning takes lines away and mends blanks, figures it leaves."""
    for around in _AROUND:
        before = bare[max(0, place - around) : place].rpartition("\n")[2]
        behind = bare[place + len(mention) : place + len(mention) + around].partition("\n")[0]
        start = text.find(before + mention + behind, max(0, cursor - len(before)))
        if start >= 0:
            return start + len(before)
    return None


def _nth(text: str, mention: str, start: int) -> int:
    count, at = 0, -1
    while at < start:
        at = text.find(mention, at + 1)
        count += 1
    return count
