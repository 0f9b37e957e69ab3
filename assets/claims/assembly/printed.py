"""A figure as it stands on the page: the bare number, and the scale that its words and unit add."""

import re

from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Figure

_SCALES = ("million", "milliard", "billion")
_FACTORS = (("milliard", 1e9), ("million", 1e6))
_NUMBER = re.compile(r"\d[\d\s.,\u00a0\u202f’']*")
_BLANKS = re.compile(r"[\s\u00a0\u202f’']")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_WHOLE = 100.0
_DIGITS = 6


def has_scale(figure: Figure) -> bool:
    """Whether a figure is written with a scale (``12 millions``)."""
    mention = fold(figure.mention)
    return any(scale in mention for scale in _SCALES)


def factor_of(figure: Figure) -> float:
    """The scale on which a figure is written (1e6 for ``12 millions``, 1e9 for ``12 GW``)."""
    printed = number_of(figure)
    return round(figure.value / printed, _DIGITS) if printed else 1.0


def number_of(figure: Figure) -> float:
    """The number of a mention, without scale and unit; 0 where it is spelled out and the unit may have a scale."""
    match = _NUMBER.match(figure.mention)
    if match is None:
        return _spelled(figure)
    whole, comma, part = _BLANKS.sub("", match.group()).rstrip(".,").partition(",")
    if not comma and _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "")
    try:
        return float(f"{whole}.{part}" if comma else whole)
    except ValueError:
        return 0.0


def _spelled(figure: Figure) -> float:
    if figure.kind == "ratio":
        return figure.value * _WHOLE
    mention = fold(figure.mention)
    scale = next((factor for word, factor in _FACTORS if word in mention), 1.0)
    return figure.value / scale if figure.kind in {"count", "money"} else 0.0
