"""Scenes of a table: one for each cell that holds a figure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assets.claims.assembly import figures, layout, names, tables, times
from assets.claims.assembly.folding import fold
from assets.claims.assembly.furnish import Found, furnish
from assets.claims.assembly.model import Figure, Scene
from assets.claims.assembly.newcomer_models import UNKNOWN
from assets.claims.assembly.newcomers import Newcomer, is_firm_noun
from assets.claims.assembly.shelf import Shelf
from assets.claims.assembly.text import Sentence, measured
from assets.claims.assembly.words import forms
from assets.claims.money import recognise_money
from sources.reference.gazetteer import Name as Known

_SHORTEST = 3
_LONGEST = 40  # letters of a label that is a name


class Table:
    """A table that is being read row by row."""

    def __init__(self, paragraphs: Sequence[str], position: int, caption: str) -> None:
        """Read the headings of the table that begins at a paragraph."""
        self._bordered = tables.is_row(paragraphs[position])
        self._header = tables.header_of(paragraphs[position]) if self._bordered else ()
        self._first = position
        body = paragraphs[position + 1] if position + 1 < len(paragraphs) else ""
        self._body = body.split(tables.SEPARATOR)
        self._text = "\n".join(paragraphs)
        self._currencies: dict[str, str | None] = {}
        self._caption = caption
        self._loose_header = ""
        above = paragraphs[position - 2] if position > 1 else ""
        is_title = bool(above) and len(above) <= layout.CAPTION_LENGTH and not tables.is_loose_row(above)
        if not self._bordered and is_title:
            self._loose_header, self._caption = caption, above

    def scenes(self, row: str, offset: int, position: int, published_on: date | None, language: str) -> Iterator[Scene]:
        """One scene for each cell with a figure; the row stands as the claim's sentence."""
        if position == self._first and self._header:
            return
        if self._bordered:
            is_dated = bool(tables.times_in(self._caption, language))
            dated = "" if is_dated else tables.time_of_all(self._header, language)
            cells = tables.cells_of(row, self._header, self._caption, language, _described(row), dated)
        else:
            cells = tables.loose_cells(row, self._loose_header, self._caption)
        for cell in cells:
            words, reach = measured(cell.text, language)
            sentence = Sentence(cell.text, 0, position, 0, words, reach)
            scene = Scene(sentence, is_item=True, row=row, row_start=offset, cell=cell, language=language)
            known = names.known_in(cell.text)
            label = self._label(row, cell, known)
            found = Found(
                Shelf(self._named(label, known, language)),
                Shelf(times.periods_of(cell.text, published_on, language)),
                Shelf(
                    self._settled(figure, language)
                    for figure in figures.figures_of(cell.text, language)
                    if figure.start >= cell.start
                ),
                newcomers=Shelf(self._firm(label, language)),
            )
            furnish(scene, found)
            yield scene

    def _label(self, row: str, cell: tables.Cell, known: Sequence[Known]) -> Newcomer | None:
        """The row's label in a cell's sentence, where it reads like a name that nobody knows."""
        pieces = row.split(tables.SEPARATOR)
        label = pieces[tables.label_of(pieces)].strip(tables.BORDER)
        start = cell.text.find(label)
        end = start + len(label)
        if not label[:1].isupper() or len(label) > _LONGEST or start < 0:
            return None
        return None if any(name.start < end and start < name.end for name in known) else Newcomer(start, end, label)

    def _corner(self) -> str:
        """What the heading of the labels says they are."""
        at = tables.label_of(self._body)
        return fold(self._header[at]) if at < len(self._header) else ""

    def _named(self, label: Newcomer | None, known: list[Known], language: str) -> list[Known]:
        """The known names of a cell's sentence, and the row's label where the table is one of models."""
        if label is None or not self._corner().startswith(tuple(forms(language, "model-corner"))):
            return known
        model = Known(label.start, label.end, label.name, "model", UNKNOWN, label.name, "newcomer")
        return sorted([*known, model], key=lambda name: name.start)

    def _firm(self, label: Newcomer | None, language: str) -> list[Newcomer]:
        """The row's label where the table is one of firms."""
        corner = self._corner().split()[:1]
        return [label] if label is not None and corner and is_firm_noun(corner[0], language) else []

    def _settled(self, figure: Figure, language: str) -> Figure:
        """A figure whose sign several currencies share (``Md¥``) takes the one that the whole article speaks of."""
        if figure.kind != "money" or figure.unit is not None:
            return figure
        sign = figure.mention.lstrip("0123456789 .,\u00a0\u202f")
        if sign not in self._currencies:
            amounts = recognise_money(f"5 {sign}\n{self._text}", language=language)
            self._currencies[sign] = amounts[0].currency if amounts else None
        return replace(figure, unit=self._currencies[sign])


def _described(row: str) -> list[str]:
    """The cells of a row that are words without a name: what is counted, not who counts it."""
    pieces = row.split(tables.SEPARATOR)
    cells = [cell.strip(tables.BORDER) for cell in pieces[tables.label_of(pieces) + 1 :]]
    worded = [cell for cell in cells if len(cell) > _SHORTEST and all(mark not in cell for mark in ".0123456789")]
    return [cell for cell in worded if not names.known_in(cell)]
