"""Cuts an article into scenes: sentences with everything recognised in them and what stands above them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from assets.articles.model import Article
from assets.claims.assembly import figures, names, tables, times
from assets.claims.assembly.cues import longest, matcher
from assets.claims.assembly.model import Figure, Name, Scene
from assets.claims.assembly.roles import is_town_hall
from assets.claims.assembly.text import Sentence, measured, sentences_of

METRIC_FILES = ("metrics_industry", "metrics_models", "metrics_subsidies", "metrics_excluded")
_ITEM = re.compile(r"^\s*(?:[•\-–—*·▪]\s|\d{1,2}[.)]\s|[«]?\s?[A-ZÀ-Ý][^.:;!?,]{0,34}\s?:\s?\S)")
_DATELINE = re.compile(r"^[A-ZÀ-Ý][^.!?]{1,60}?\((?:[A-Z]{2,}|[A-Z][\w -]+)\)\s*(?:--|–|—|-)\s")
_CITY_OF_BEIJING = re.compile(r"(?:municipalité|mairie|ville|autorités municipales) (?:de |de la |du )?(?:Pékin|Beijing)")
_CLOSED = re.compile(r"[.!…»”\"]\)?\s*$")
_HEADING_LENGTH = 110
_CAPTION_LENGTH = 160


class _Spanned(Protocol):
    start: int
    end: int


_S = TypeVar("_S", bound=_Spanned)


class _Shelf:
    """Spans in order of their start, to take those of a sentence without searching all."""

    def __init__(self, spans: Sequence[_S]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]

    def within(self, start: int, end: int) -> list:
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end)
        return [span for span in self._spans[low:high] if span.end <= end]


def is_heading(article: Article, position: int) -> bool:
    """Whether a paragraph is an intertitle: marked so, or short and open-ended between longer ones."""
    if position in article.headings:
        return True
    text = article.paragraphs[position].strip()
    return (
        0 < len(text) <= _HEADING_LENGTH
        and not _CLOSED.search(text)
        and "|" not in text
        and not text.endswith((":", ";", ","))
        and not _ITEM.match(text)
    ) or (bool(re.match(r"^\d{1,2}[.)]\s", text)) and len(text) < 70 and not _CLOSED.search(text) and ":" not in text)


def scenes_of(article: Article, language: str) -> Iterator[Scene]:
    """Every sentence of an article, in reading order."""
    text = article.text
    known = _Shelf(names.known_in(text))
    when = _Shelf(times.times_of(article, language))
    counted = _Shelf(figures.figures_of(text, language))
    subsidy_cues = matcher(language, "metrics_subsidies")
    loose = _loose_rows(article.paragraphs)
    is_city = bool(_CITY_OF_BEIJING.search(text))
    heading: Scene | None = None
    lead: Scene | None = None
    amount: Figure | None = None
    table: Table | None = None
    offset = 0
    for position, paragraph in enumerate(article.paragraphs):
        headed = is_heading(article, position)
        item = bool(_ITEM.match(paragraph)) and not headed
        last: Scene | None = None
        if tables.is_row(paragraph) or position in loose:
            table = table or Table(article.paragraphs, position, _caption(article, position, heading))
            yield from table.scenes(paragraph, offset, position, article.published_on, language)
            offset += len(paragraph) + 1
            continue
        table = None
        for sentence in sentences_of(paragraph, offset, position):
            scene = Scene(sentence, is_heading=headed, is_item=item, language=language)
            carried = amount if sentence.number or (item and subsidy_cues.find(sentence.words)) else None
            _fill(scene, known, when, counted, language, carried)
            amount = next((f for f in reversed(scene.figures) if f.kind == "money"), amount if item else None)
            if not is_city:
                scene.names = [_metonym(scene, name) for name in scene.names]
            _find_cues(scene, language)
            scene.is_pronominal = _is_pronominal(sentence)
            scene.heading = heading
            scene.lead = lead if item else None
            yield scene
            last = scene
        offset += len(paragraph) + 1
        if headed and last is not None:
            heading, lead = last, last
        elif last is not None and paragraph.rstrip().endswith(":"):
            lead = last
        elif not item:
            lead = None


_PRONOUNS = frozenset(
    {"il", "elle", "ils", "elles", "son", "sa", "ses", "leur", "leurs", "c", "ce", "cela", "celle", "celui", "cette", "cet", "y", "on"}
)


def _is_pronominal(sentence: Sentence) -> bool:
    """Whether a sentence opens with a word that means the subject of the one before."""
    opening = [word.folded for word in sentence.words[:5] if word.text.isalpha()]
    return bool(opening) and (opening[0] in _PRONOUNS or (len(opening) > 1 and opening[1] == "y"))


def _loose_rows(paragraphs: Sequence[str]) -> frozenset[int]:
    """Positions of rows that lost their borders: at least two such lines one after the other."""
    rows = [position for position, paragraph in enumerate(paragraphs) if tables.is_loose_row(paragraph)]
    return frozenset(row for row in rows if row - 1 in rows or row + 1 in rows)


def _caption(article: Article, position: int, heading: Scene | None) -> str:
    """The line above a table, or the heading of its section."""
    above = article.paragraphs[position - 1] if position else ""
    if len(above) <= _CAPTION_LENGTH:
        return above
    return heading.sentence.text if heading is not None else ""


class Table:
    """A table that is being read row by row."""

    def __init__(self, paragraphs: Sequence[str], position: int, caption: str) -> None:
        """Read the headings of the table that begins at a paragraph."""
        self._bordered = tables.is_row(paragraphs[position])
        self._header = tables.header_of(paragraphs[position : position + 1]) if self._bordered else ()
        self._first = position
        self._caption = caption
        self._loose_header = ""
        above = paragraphs[position - 2] if position > 1 else ""
        if not self._bordered and above and len(above) <= _CAPTION_LENGTH and not tables.is_loose_row(above):
            self._loose_header, self._caption = caption, above

    def scenes(
        self, row: str, offset: int, position: int, published_on: date | None, language: str
    ) -> Iterator[Scene]:
        """One scene for each cell with a figure; the row stands as the claim's sentence."""
        if position == self._first and self._header:
            return
        if self._bordered:
            cells = tables.cells_of(row, self._header, self._caption, language)
        else:
            cells = tables.loose_cells(row, self._loose_header, self._caption)
        for cell in cells:
            sentence = Sentence(cell.text, 0, position, 0, *measured(cell.text))
            scene = Scene(sentence, is_item=True, row=row, row_start=offset, cell=cell, language=language)
            times_found = times.periods_of(cell.text, published_on, language)
            figures_found = [f for f in figures.figures_of(cell.text, language) if f.start >= cell.start]
            _fill(scene, _Shelf(names.known_in(cell.text)), _Shelf(times_found), _Shelf(figures_found), language, None)
            _find_cues(scene, language)
            yield scene


def _find_cues(scene: Scene, language: str) -> None:
    words = scene.sentence.words
    scene.metrics = longest(matcher(language, *METRIC_FILES).find(words))
    scene.aspects = matcher(language, "aspects").find(words)
    scene.pointers = matcher(language, "subjects").find(words)


def _metonym(scene: Scene, name: Name) -> Name:
    """The capital's bare name stands for the country's government."""
    if name.name != "Beijing" or is_town_hall(scene, name):
        return name
    return replace(name, name="China", level="state", region="CN", is_metonym=True)


def free_ratio(counted: _Shelf, sentence: Sentence) -> bool:
    """Whether a sentence has a ratio, whose whole may be a product."""
    return any(figure.kind == "ratio" for figure in counted.within(sentence.start, sentence.end))


def _fill(
    scene: Scene, known: _Shelf, when: _Shelf, counted: _Shelf, language: str, amount: Figure | None
) -> None:
    sentence: Sentence = scene.sentence
    scene.names = [names.place_in(sentence, name) for name in known.within(sentence.start, sentence.end)]
    scene.names += names.apposed(sentence, scene.names)
    scene.names += names.presented(sentence, scene.names, language)
    scene.names.sort(key=lambda name: (name.start, name.kind))
    if sentence.paragraph <= 1 and sentence.number == 0:
        dateline = _DATELINE.match(sentence.text)
        if dateline is not None:
            scene.names = [name for name in scene.names if name.start >= sentence.start + dateline.end()]
    if not scene.names:
        label = names.labelled(sentence)
        if label is not None and scene.is_item:
            scene.names = [label]
    scene.times = [times.place_in(sentence, time) for time in when.within(sentence.start, sentence.end) if time.dates]
    taken = [(name.start, name.end) for name in scene.names] + [
        (time.start, time.end) for time in when.within(sentence.start, sentence.end)
    ]
    scene.nouns = matcher(language, "counted").find(sentence.words)
    scene.products = [
        (sentence.index_at(product.start), sentence.index_at(product.end - 1) + 1)
        for product in (names.products_in(sentence.text, sentence.start) if free_ratio(counted, sentence) else ())
    ]
    free = [
        figure
        for figure in counted.within(sentence.start, sentence.end)
        if not any(start <= figure.start and figure.end <= end for start, end in taken)
    ]
    scene.figures = figures.share_currency(figures.placed(sentence, free, scene.nouns, language), amount)
