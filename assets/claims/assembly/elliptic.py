"""Bare numbers that leave out what the figure before them said: ``268 millions de tonnes, dont 12 millions``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Figure
from assets.claims.assembly.text import Sentence
from assets.claims.assembly.words import role

_MEASURES = frozenset({"mass", "energy", "power", "volume", "area"})
_SCALES = ("million", "milliard", "billion")
_SCALE_WORDS = re.compile(r"(?:million|milliard|billion)s?")
_NUMBER = re.compile(r"\d[\d\s.,\u00a0\u202f’']*")
_NEAR = 100.0  # two figures of one series seldom differ by more than that factor
_WHOLE = 100.0  # per cent


def measured(figure: Figure) -> bool:
    """Whether a figure has a unit of measure that a bare number behind it can share."""
    return figure.kind in _MEASURES


def names_a_unit(figure: Figure) -> bool:
    """Whether a figure's own words give its unit of measure (``12 GW``), which it has not from another figure."""
    left = _SCALE_WORDS.sub("", fold(figure.mention))
    return measured(figure) and any(character.isalpha() for character in left)


def share_measure(sentence: Sentence, figures: Sequence[Figure], before: Figure | None, language: str) -> list[Figure]:
    """Give a bare number the unit, and where it is written so the scale or per cent, of the figure before it.

    Args:
        sentence: The sentence.
        figures: Its figures, in order.
        before: The last measured figure of the sentence before, or None; shared by numbers with a scale of their own.
        language: The language's code.
    """
    found: list[Figure] = []
    measure, share, counted = before, None, None
    carried = before is not None
    for figure in figures:
        if measured(figure):
            measure, carried, share, counted = figure, False, None, None
        elif figure.kind == "ratio":
            share = figure
        elif figure.kind != "count" or not figure.is_bare:
            measure = share = None  # the series now counts something else
            counted = figure if figure.kind in {"count", "money"} else None
        elif share is not None and _is_linked(sentence, figure, role(language, "against")) and figure.value <= _WHOLE:
            figure = replace(figure, kind="ratio", unit="ratio", value=figure.value / _WHOLE)
        elif measure is not None and not figure.sign and _shares(sentence, figure, language, carried=carried):
            figure = _measured_as(figure, measure)
        elif (
            counted is not None and _is_fraction(figure) and _is_linked(sentence, figure, role(language, "series-link"))
        ):
            figure = replace(figure, value=_scaled(figure.value, counted))
        found.append(figure)
    return found


def is_compared(sentence: Sentence, figure: Figure, language: str) -> bool:
    """Whether a figure is what the one before it is set against (``contre 12``)."""
    return _is_linked(sentence, figure, role(language, "against"))


def _shares(sentence: Sentence, figure: Figure, language: str, *, carried: bool) -> bool:
    if _has_scale(figure):
        return True
    return not carried and _is_linked(sentence, figure, role(language, "series-link"))


def _has_scale(figure: Figure) -> bool:
    return any(scale in fold(figure.mention) for scale in _SCALES)


def _is_fraction(figure: Figure) -> bool:
    """Whether a number has decimals and no scale, so that things cannot be counted by it."""
    return not float(figure.value).is_integer() and not _has_scale(figure)


def _is_linked(sentence: Sentence, figure: Figure, links: frozenset[str]) -> bool:
    """Whether one of the linking words stands right before a figure."""
    return figure.first > 0 and sentence.words[figure.first - 1].folded in links


def _measured_as(figure: Figure, measure: Figure) -> Figure:
    value = figure.value if _has_scale(figure) else _scaled(figure.value, measure)
    return replace(figure, kind=measure.kind, unit=measure.unit, value=value)


def _scaled(value: float, model: Figure) -> float:
    """A number on the scale on which another is printed, if it is of that one's size."""
    printed = _printed(model)
    return value * round(model.value / printed, 6) if printed and _is_of_size(value, printed) else value


def _is_of_size(value: float, printed: float) -> bool:
    """Whether a number is printed on the scale of another (``79,8 GW, dont 5,6``)."""
    return printed / _NEAR <= value <= printed * _NEAR and (value < 1000 or printed >= 1000)


def _printed(figure: Figure) -> float:
    """The number of a mention as printed, without scale and unit; 0 where it is spelled out."""
    match = _NUMBER.match(figure.mention)
    if match is None:
        return 0.0
    digits = re.sub(r"[\s\u00a0\u202f’']", "", match.group())
    whole, comma, part = digits.rstrip(".,").partition(",")
    if not comma and re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole):
        whole = whole.replace(".", "")
    try:
        return float(f"{whole}.{part}" if comma else whole)
    except ValueError:
        return 0.0
