"""Table rows as sentences: each cell is read as ``caption : label, heading : cell unit``, then put back to its place.

A cell takes scale and unit from its heading, its period and metric from heading and caption, its subject from the row's
label; so one made-up sentence per cell lets the rules of running text read tables too.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import forms, role
from assets.claims.money import recognise_money
from assets.claims.numbers import recognise_numbers
from assets.claims.numbers.years import year_leads
from assets.claims.periods import PeriodMention, recognise_periods
from assets.claims.units import recognise_quantities

SEPARATOR = " | "
BORDER = " |"  # some tables keep the lines at their sides
_BRACKET = re.compile(r"\(([^()]*)\)")
_BARE_YEAR = re.compile(r"(?:(?P<word>[^\W\d_]+)(?P<gap>[ \u00a0-]))?\b(?P<year>(?:19|20)\d\d)\b")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_UNIT = re.compile(r"\b[Ee]n\s([^,:;()]+)")
_PERCENTAGE = re.compile(r"%|pour cent|pourcentages?|pourcents?")
_RATE = re.compile(r"(?:/\s?|\bpar )(an|mois|jour|heure|semaine)\b")
_RATES = {"mensuel": "mois", "hebdomadaire": "semaine", "quotidien": "jour", "annuel": "an"}
_PLACING = re.compile(r"#?\d{1,3}(?:ers?|[eè]re|e|ᵉ|º|\.|\))?")  # ``1``, ``2e``, ``3.``: a place in a ranking
_PROBE = 5
_MAX_CAPTION = 160


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row, read with its surroundings.

    Attributes:
        text: The made-up sentence.
        start: Where the cell's own text begins in it.
        length: Length of the cell's own text; a unit taken from the heading follows it.
        offset: Where the cell begins in the row's paragraph.
    """

    text: str
    start: int
    length: int
    offset: int


def is_row(paragraph: str) -> bool:
    """Whether a paragraph is a table row."""
    return SEPARATOR in paragraph


def header_of(row: str) -> tuple[str, ...]:
    """The headings of a table, or nothing where its first row already holds figures."""
    cells = tuple(cell.strip(BORDER) for cell in row.split(SEPARATOR))
    numeric = sum(
        1 for cell in cells[1:] if _DIGIT.search(cell) and not re.fullmatch(r"(?:en )?\D*(?:19|20)\d\d\D*", cell)
    )
    return () if numeric * 2 > len(cells) - 1 else cells


def label_of(pieces: Sequence[str]) -> int:
    """Which cell of a row tells whose figures follow: the second where the first only numbers the rows of a ranking.

    >>> label_of(["Yadea", "31"]), label_of(["1", "Yadea", "31"])
    (0, 1)
    """
    is_numbered = len(pieces) > 2 and _PLACING.fullmatch(pieces[0].strip(BORDER)) is not None
    return int(is_numbered and pieces[1].strip(BORDER)[:1].isalpha())


def _unit_of(heading: str, language: str) -> str:
    """The unit or scale that a heading gives its column (``GW``, ``en millions de yuans``), or an empty string."""
    bracketed = [found.group(1) for found in _BRACKET.finditer(heading)]
    pieces = [heading.rpartition(", ")[2], heading.replace("\u00a0", " ").rpartition(" en ")[2]]
    return _first_unit([*bracketed, heading, *pieces], language)


def unit_of_all(caption: str, language: str) -> str:
    """The unit or scale that a caption gives every column (``en millions d'unités``, ``en %``), or an empty string."""
    bracketed = [found.group(1) for found in _BRACKET.finditer(caption)]
    named = [found.group(1) for found in _IN_UNIT.finditer(caption)]
    return _first_unit([*named, *bracketed, caption.rpartition(", ")[2] if ", " in caption else ""], language)


def _first_unit(candidates: Iterable[str], language: str) -> str:
    """The first of some pieces of a heading that reads as a unit or scale behind a number."""
    for candidate in candidates:
        unit = candidate.strip(" :.").removeprefix("en ").removeprefix("En ").strip()
        if fold(unit) in role(language, "time-heading"):
            return unit  # ``Âge (ans)``: what is then behind the number tells that it counts no things
        if not unit or _DIGIT.search(unit):
            continue
        if _PERCENTAGE.fullmatch(unit):
            return "%"
        probe = f"{_PROBE} {unit}"
        if recognise_money(probe, language=language):
            return unit
        numbers = recognise_numbers(probe, language=language)
        for quantity in recognise_quantities(probe, numbers, language=language):
            number = quantity.number
            scaled = number.scale is not None or number.value != _PROBE
            if number.start == 0 and (scaled or quantity.unit not in {"item", "person", "rank"}):
                return unit
    return ""


def _rate_of(heading: str) -> str:
    """The time base that a heading gives its figures (``unités/an``, ``Utilisateurs mensuels``), or nothing."""
    found = _RATE.search(heading)
    if found is not None:
        return f"par {found.group(1)}"
    return next((f"par {base}" for stem, base in _RATES.items() if stem in heading.lower()), "")


def _full_heading(header: Sequence[str], position: int) -> str:
    """A column's heading; a bare year takes the words of the last heading that had some (``Ventes 2025 | 2024``)."""
    heading = header[position] if position < len(header) else ""
    if not _YEAR.fullmatch(heading):
        return heading
    for earlier in reversed(header[1:position]):
        if not _YEAR.fullmatch(earlier) and _YEAR.search(earlier):
            return _YEAR.sub(heading, earlier)
    return heading


@lru_cache(maxsize=1024)
def times_in(heading: str, language: str) -> tuple[PeriodMention, ...]:
    """The times that a heading or caption tells, whatever day they are; kept, for every cell of a column asks."""
    return recognise_periods(heading, published_on=None, language=language)


def _dated(heading: str, language: str) -> str:
    """A heading whose bare years have a word that makes them times: ``Ventes en 2024``; ``Effectif fin 2024`` stays."""
    leads = year_leads(language)
    told = [(time.start, time.end) for time in times_in(heading, language)]

    def lead(found: re.Match[str]) -> str:
        start, end = found.span("year")
        if found.group("word") is not None and fold(found.group("word")) in leads:
            return found.group()
        if any(first < start and end <= last for first, last in told):
            return found.group()  # ``neuf premiers mois de 2026``, ``avril 2026``: already a time
        return f"{found.group('word') or ''}{found.group('gap') or ''}en {found.group('year')}"

    return _BARE_YEAR.sub(lead, heading)


def time_of_all(header: Sequence[str], language: str) -> str:
    """The time in the headings of a table that holds for the columns without one: the only time that they tell.

    >>> time_of_all(("Groupe", "Ventes, neuf premiers mois de 2026", "Évolution (%)"), "fr")
    'neuf premiers mois de 2026'
    >>> time_of_all(("Groupe", "Ventes 2026", "Ventes 2025", "Évolution (%)"), "fr")
    ''
    """
    dated = [_dated(heading, language) for heading in header]
    told = {one[time.start : time.end] for one in dated for time in times_in(one, language)}
    return told.pop() if len(told) == 1 else ""


def cells_of(
    row: str, header: Sequence[str], caption: str, language: str, described: Sequence[str] = (), dated: str = ""
) -> list[Cell]:
    """The cells of a row that hold figures, each as a sentence of its own.

    Args:
        row: The row's paragraph.
        header: The table's headings, or nothing.
        caption: The line above the table.
        language: Language of the text.
        described: The row's cells that say in words what its figures are about.
        dated: The time of the columns whose heading has none.
    """
    pieces = row.split(SEPARATOR)
    labelled = label_of(pieces)
    in_unit = _unit_cell(pieces, header, language)
    described = [piece for piece in described if piece != in_unit]
    label = ", ".join([pieces[labelled].strip(BORDER), *described])
    found: list[Cell] = []
    offset = sum(len(piece) + len(SEPARATOR) for piece in pieces[: labelled + 1])
    corner = header[0] if header and _says_for_all(header[0]) else ""
    intro = ", ".join(part for part in (caption[-_MAX_CAPTION:].rstrip(" :."), corner) if part)
    labels = (pieces[labelled], *described, caption, corner)
    told = (_first_unit([in_unit], language), *(unit_of_all(one, language) for one in labels))
    shared = next((unit for unit in told if unit), "")
    for position, piece in enumerate(pieces[labelled + 1 :], start=labelled + 1):
        own = piece.strip(BORDER)
        if own and own not in described and (_DIGIT.search(own) or recognise_numbers(own, language=language)):
            heading = _full_heading(header, position)
            given = shared if (own[0].isdigit() or shared == "%") and not _counts(heading, language) else ""
            unit = "" if re.search(r"[^\W\d_]|[%€$¥]", own) else _unit_of(heading, language) or given
            lead = ", ".join(part for part in (label, _dated(heading, language)) if part)
            above = ", ".join(part for part in (intro, "" if dated in _dated(heading, language) else dated) if part)
            prefix = f"{above} : {lead} : " if above else f"{lead} : "
            tail = " ".join(part for part in (unit, _rate_of(heading)) if part)
            text = f"{prefix}{own}{' ' + tail if tail else ''}"
            found.append(Cell(text, len(prefix), len(own), offset + len(piece) - len(piece.lstrip())))
        offset += len(piece) + len(SEPARATOR)
    return found


def _unit_cell(pieces: Sequence[str], header: Sequence[str], language: str) -> str:
    """The cell of a row that names the unit of the others, under a heading ``Unité``; or an empty string."""
    columns = (fold(heading).strip(" .:") in role(language, "unit-heading") for heading in header)
    return next((piece.strip(BORDER) for piece, is_unit in zip(pieces, columns, strict=False) if is_unit), "")


def _counts(heading: str, language: str) -> bool:
    """Whether a heading names heads or firms, which no caption measures in tonnes."""
    return fold(heading).startswith(tuple(forms(language, "counted-heading")))


def _says_for_all(corner: str) -> bool:
    """Whether the heading of the labels dates or measures the whole table (``Janvier-juin 2024``, ``En milliers``)."""
    return bool(_YEAR.search(corner)) or corner.lower().startswith("en ")


# Plain copies of pages lose their cell borders: ``Doubao (ByteDance) 172,1 +4,2 %``. A label, figures, no full stop.
_LOOSE = re.compile(r"^(?P<label>[A-ZÀ-Ý0-9][^\d:;.!?]*?(?:\d[\w.-]*[^\d:;.!?]*?)??)\s(?P<cells>[+\-−–]?\d[^:;!?]*)$")
_LOOSE_CELL = re.compile(
    r"[+\-−–]?\d+(?:[\s\u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:[\s\u00a0\u202f]?%)?|n\.?\s?[cds]\.?|[–—-]"
)
_SCALE = re.compile(
    r"\b(?:en\s|\()?(millions?|milliards?|milliers)(?:\s(?:de|d[’']))?\s?(yuans|dollars|euros|tonnes|kWh)?\b|\((M|Md|Mds|Mt|GW|TWh|GWh)\)|\b(Mt|GW|TWh|GWh)\b"
)
_LOOSE_LENGTH = 90
# A year, or the number of a table or chapter, is no cell.
_NO_CELL = re.compile(r"(?:19|20)\d\d\b(?![ \u00a0\u202f]\d)|\d{1,2}\.\s")


def is_loose_row(paragraph: str) -> bool:
    """Whether a short line reads like a table row that lost its borders."""
    text = paragraph.strip()
    closed = text.endswith((".", "!", "?", "…", "»")) and not text.endswith((" d.", " c.", " s."))
    found = None if closed or len(text) > _LOOSE_LENGTH else _LOOSE.match(text)
    if found is None or "," in found.group("label") or _NO_CELL.match(found.group("cells")):
        return False
    return len(found.group("label").split()) <= 6 and len(found.group("cells").split()) <= 9


def loose_cells(row: str, header: str, caption: str) -> list[Cell]:
    """The cells of a row without borders: the heading line speaks for every column, its scale for unsigned figures."""
    found = _LOOSE.match(row)
    if found is None:
        return []
    label, rest = found.group("label"), found.group("cells")
    intro = " : ".join(part.strip(" :.") for part in (caption, header) if part)[-_MAX_CAPTION:]
    pieces = list(_LOOSE_CELL.finditer(rest))
    only_figures = not _LOOSE_CELL.sub("", rest).strip()
    if not only_figures:
        prefix = f"{intro} : {label} : " if intro else f"{label} : "
        return [Cell(prefix + rest, len(prefix), len(rest), found.start("cells"))]
    scale = _SCALE.search(header) or _SCALE.search(caption)
    unit = " de ".join(part for part in scale.groups() if part) if scale is not None else ""
    cells: list[Cell] = []
    for piece in pieces:
        own = piece.group()
        if not _DIGIT.search(own):
            continue
        plain = own.rstrip()[-1] != "%" and own[0].isdigit()
        prefix = f"{intro} : {label} : " if intro else f"{label} : "
        text = f"{prefix}{own}{' ' + unit if unit and plain else ''}"
        cells.append(Cell(text, len(prefix), len(own), found.start("cells") + piece.start()))
    return cells
