"""What a qualifier is, and what it can be asked about."""

from dataclasses import dataclass
from typing import Protocol


class Span(Protocol):
    """Anything with offsets: a number, an amount, a quantity."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset past the last character."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One reading of the words around a figure.

    Attributes:
        value: What was found (``gt``, ``year``, ``planned`` …), or the default where no word speaks.
        rule_id: The rule that found it; ends in ``.default`` where no word speaks.
        start: Offset of the deciding words, or of the figure.
        end: Offset past them.
    """

    value: str
    rule_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so.

    Attributes:
        name: The speaker's words as the text has them, without article.
        start: Offset of the name.
        end: Offset past it.
        rule_id: The rule that found it.
    """

    name: str
    start: int
    end: int
    rule_id: str
