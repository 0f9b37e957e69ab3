"""When a plain copy appeared, by the lines around its body: the labelled before the bare, the near before the far."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assets.articles.blocks import Block
from assets.articles.facts.bounds import month_of_page
from assets.articles.facts.days import MONTHS, day_in_url, find_days, find_yearless_day
from assets.articles.facts.head_days import Degree, HeadDay, publication_day, read_head_days
from assets.articles.facts.lines import is_dated_headline
from assets.articles.folding import fold
from assets.articles.language.forms import load_form
from assets.articles.model import PublishedBasis

# Their days are those of pictures, of other articles and of readers.
_OF_OTHERS = frozenset(
    {"caption", "related_teaser", "related_heading", "advertising", "comment", "comments_widget", "after_end"}
)
_TOP, _FOOT_INSIDE, _FOOT_BEHIND, _LEADS = 8, 3, 4, 3
_LONGEST, _LONGEST_DAY = 200, 32
_DATELINE = re.compile(
    r"^(?:\([^)]{2,40}\) ?[-–—] )?(?P<place>[A-ZÀ-Þ][\w’'-]*(?:[ /][\w’'().-]+){0,5}?)(?: ?\([^)]{2,40}\))?"
    r"(?:, | [-–—] | )(?:le )?(?:[a-z]+di )?"
    r"(?P<day>\d{1,2})(?:er)? (?P<month>[a-zéûA-ZÉÛ]+)\.?,?(?P<year> \d{4})?"
    r"(?:,? (?:à )?\d{1,2} ?[h:] ?\d{0,2}(?: [A-Z]{3,4})?)? ?"
    r"(?:\([^)]{2,40}\)|/[^/]{2,40}/|[-–—:])"
)
_SIGNED = re.compile(r"^[a-z][\w’ -]{1,40}, (?:le )?(?:[a-z]+di )?$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_STAMP = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY = re.compile("|".join(_WEEKDAYS))
_MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_YEAR = re.compile(rf"(?<![\w-])(?<!\d )(?P<month>{_MONTH_NAMES})\.? (?P<year>20\d\d)(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)\d{1,2}(?:er)? (?!\d)[^\W\d_]{3,9}\b\.?")
_HALF_YEAR = 6
_BARE_DAY = re.compile(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}) (?P<day>\d{{1,2}})(?:er)? (?P<month>[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Publication:
    """When a copy appeared and how that is known; the day of the last change beside it."""

    day: date | None = None
    basis: PublishedBasis | None = None
    modified: date | None = None


def find_publication(
    blocks: Sequence[Block], title_at: int | None, first: int, last: int, url: str | None
) -> Publication:
    """Find the day of publication in the lines around a body.

    Args:
        blocks: All blocks of the copy.
        title_at: Position of the title.
        first: Where the body starts.
        last: Where it ends.
        url: The address that the copy names.
    """
    top = 0 if title_at is None else title_at + 1
    near = [
        *read_head_days(_lines(blocks[top:first])),
        *(day for day in _tops(blocks[first : head_end(blocks, first, last)]) if day.degree is not Degree.PHRASE),
    ]
    far = read_head_days(_lines(blocks[:top]))
    foot = read_head_days(
        _lines([*blocks[max(last - _FOOT_INSIDE, first) : last], *blocks[last : last + _FOOT_BEHIND]], own=True)
    )
    modified = next((found.day for found in (*near, *far, *foot) if found.degree is Degree.CHANGED), None)
    day = (
        publication_day(near, Degree.LABELLED)
        or publication_day(far, Degree.LABELLED)
        or publication_day(near, Degree.OWN)
        or publication_day(foot, Degree.LABELLED)
        or publication_day(far, Degree.OWN)
        or publication_day([*near, *far])
        or _signed(blocks[max(last - _FOOT_INSIDE, first) : last + _FOOT_BEHIND])
    )
    if day is not None:
        return Publication(day, PublishedBasis.LABELLED_LINE, modified)
    day = _yearless(blocks, title_at, first, last)
    if day is not None:
        return Publication(day, PublishedBasis.LABELLED_LINE, modified)
    dated = _dateline(blocks, first, last, url)
    if dated is not None:
        return Publication(dated, PublishedBasis.DATELINE, modified)
    changed = [found.day for found in near if found.degree is Degree.CHANGED]
    if changed:
        return Publication(changed[0], PublishedBasis.LABELLED_LINE, None)
    day = day_in_url(url) if url else None
    return Publication(day, PublishedBasis.URL if day else None, modified)


def head_end(blocks: Sequence[Block], first: int, last: int) -> int:
    """Return where header lines may still stand inside a body: up to the paragraph behind its standfirst."""
    told = 0
    for position in range(first, min(first + _TOP, last)):
        told += blocks[position].is_prose
        if told > 1:
            return position
    return min(first + _TOP, last)


def _lines(blocks: Sequence[Block], *, own: bool = False) -> Iterator[str]:
    for block in blocks:
        if block.reason in _OF_OTHERS or (own and block.reason not in {None, "date_line"}):
            continue
        text = block.raw or block.text
        if len(text) <= 2 * _LONGEST:
            yield from (line for line in text.split("\n") if not is_dated_headline(line))


def _tops(blocks: Sequence[Block]) -> list[HeadDay]:
    return read_head_days(_lines([block for block in blocks if not block.is_prose]))


def _signed(blocks: Sequence[Block]) -> date | None:
    """Read the place and day with which letters and releases are signed (``Sedan, le 3 mai 2026``)."""
    for block in blocks:
        found = list(find_days(block.text)) if block.reason in {None, "date_line"} and len(block.text) < 60 else []
        if len(found) == 1:
            folded = fold(block.text)
            if _SIGNED.match(folded[: found[0].start]) and not folded[found[0].end :].strip(" ."):
                return found[0].day
    # The last line of all may be the day alone.
    end = next((block for block in reversed(blocks) if block.reason in {None, "date_line", "byline"}), None)
    alone = list(find_days(end.text)) if end is not None and len(end.text) < _LONGEST_DAY else []
    return publication_day(read_head_days([end.text]), Degree.OWN) if end is not None and alone else None


def _dateline(blocks: Sequence[Block], first: int, last: int, url: str | None) -> date | None:
    """Read the place and day with which a dispatch opens; its year may stand in a line that agrees with the day."""
    leads = [block for block in blocks[first:last] if block.reason is None][:_LEADS]
    for block in leads:
        match = _DATELINE.match(block.text[:160])
        month = MONTHS.get(fold(match["month"])) if match else None
        if match is None or month is None:
            continue
        day = int(match["day"])
        if match["year"]:
            return _make(int(match["year"]), month, day)
        around = [*blocks[:first], *blocks[last:]]
        return _with_year(day, month, around, fold(block.text), url)
    return None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _yearless(blocks: Sequence[Block], title_at: int | None, first: int, last: int) -> date | None:
    """Read a day without its year, beside a name or alone, by the year of the issue's line (``N° 34, mars 2026``)."""
    end = head_end(blocks, first, last)
    heads = [
        block for block in [*blocks[:first], *blocks[first:end]] if not block.is_prose and len(block.text) < _LONGEST
    ]
    lines = list(_lines([block for block in heads if block is not _at(blocks, title_at)]))
    dated = [(line, found) for line in lines if (found := find_yearless_day(line)) is not None]
    if not dated:
        return None
    issue = _issue(line for line in lines if all(line is not other for other, _ in dated))
    days: set[date] = set()
    for line, (day, month) in dated if issue is not None else ():
        year = _nearest_year(month, *issue) if issue is not None else 0
        made = _make(year, month, day)
        whole = _DAY_MONTH.sub(rf"\g<0> {year}", line, count=1)
        told = [found for found in read_head_days([whole]) if found.degree >= Degree.OWN and found.day == made]
        weekday = _WEEKDAY.search(fold(line))
        if made and told and (weekday is None or _WEEKDAYS[made.weekday()] == weekday[0]):
            days.add(made)
    return days.pop() if len(days) == 1 else None


def _at(blocks: Sequence[Block], position: int | None) -> Block | None:
    return blocks[position] if position is not None else None


def _issue(lines: Iterable[str]) -> tuple[int, int | None] | None:
    """Return year and month of the only line that dates the issue; a season or a number tells the year alone."""
    found: set[tuple[int, int | None]] = set()
    for line in lines:
        folded = fold(line)
        match = _MONTH_YEAR.search(folded)
        if match:
            found.add((int(match["year"]), MONTHS[match["month"]]))
        elif (year := _YEAR.search(folded)) and load_form("season").search(folded):
            found.add((int(year[1]), None))
    return found.pop() if len(found) == 1 else None


def _nearest_year(month: int, year: int, issue_month: int | None) -> int:
    """An issue of January prints days of December, too."""
    if issue_month is None or abs(month - issue_month) <= _HALF_YEAR:
        return year
    return year - 1 if month > issue_month else year + 1


def _with_year(day: int, month: int, around: Sequence[Block], lead: str, url: str | None) -> date | None:
    addressed = day_in_url(url) if url else None
    if addressed is not None and (addressed.day, addressed.month) == (day, month):
        return addressed
    lines = [
        block.raw or block.text for block in around if block.reason not in _OF_OTHERS and len(block.text) <= _LONGEST
    ]
    stamped = {_make(int(m[1]), int(m[2]), int(m[3])) for line in lines for m in _STAMP.finditer(line)}
    full = {found for found in stamped if found is not None} | {
        found.day for line in lines for found in find_days(line)
    }
    same = {found for found in full if (found.day, found.month) == (day, month)}
    if len(same) == 1:
        return same.pop()
    page = month_of_page(line for line in lines if len(line) < _LONGEST)
    if page is not None and page[0].month == month:
        return _make(page[0].year, month, day)
    # A year alone (of a copyright line) is confirmed by the weekday that the lead names.
    years = {int(year) for line in lines for year in _YEAR.findall(line)}
    days = [made for year in sorted(years) if (made := _make(year, month, day)) is not None]
    fitting = [made for made in days if re.search(rf"\b{_WEEKDAYS[made.weekday()]}\b", lead)]
    return fitting[0] if len(fitting) == 1 else None
