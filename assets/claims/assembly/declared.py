"""Units that a line declares for the figures below or behind it: ``Ventes, en milliers de tonnes :``, ``(en GWh)``."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assets.claims.assembly.figures import figures_of
from assets.claims.assembly.model import Figure, FigureKind
from assets.claims.assembly.printed import factor_of, has_scale
from assets.claims.assembly.tables import unit_of_all
from assets.claims.numbers.exact import scaled

_PROBE = 5
_WHOLE = 10_000  # numbers of things from here on are written out, whatever scale the line announces
_PIECE = re.compile(r"\b[Ee]n\s[^,:;()\d]+|\([^()\d]*\)")
_TAIL = re.compile(rf"(?:{_PIECE.pattern})[\s\u00a0]*[:.]?[\s\u00a0]*$")


@dataclass(frozen=True, slots=True)
class Declared:
    """A unit with its scale.

    Attributes:
        kind: The kind of the figures that it makes.
        unit: Their unit.
        factor: What the printed number is multiplied by.
    """

    kind: FigureKind
    unit: str | None
    factor: float

    def complete(self, figure: Figure) -> Figure | None:
        """A bare number read in the unit, or None where the number says itself what it counts."""
        if not figure.is_bare or figure.sign or has_scale(figure) or figure.partner is not None:
            return None
        if factor_of(figure) != 1:
            return None  # a cell that its column has given the unit
        if self.kind == "count" and figure.value >= _WHOLE:
            return None  # ``en milliers``, and then 120 000 all the same: the number is written out
        return replace(figure, kind=self.kind, unit=self.unit, value=scaled(figure.value, self.factor))


@lru_cache(maxsize=1 << 12)
def declared_by(line: str, language: str) -> Declared | None:
    """The unit that a lead-in or heading gives its items, wherever it stands in it."""
    if _PIECE.search(line) is None:
        return None
    unit = unit_of_all(line.rstrip(" :\u00a0"), language)
    told = figures_of(f"{_PROBE} {unit}", language) if unit else []
    if len(told) != 1 or (told[0].kind == "count" and told[0].value == _PROBE):
        return None
    return Declared(told[0].kind, told[0].unit, told[0].value / _PROBE)


def declared_before(text: str, language: str) -> Declared | None:
    """The unit that a text ends with (``Les récoltes se comptent en tonnes :``), or None."""
    tail = _TAIL.search(text)
    return declared_by(tail.group(), language) if tail is not None else None
