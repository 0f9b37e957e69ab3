"""A composed number before its surroundings are looked at."""

from dataclasses import dataclass


@dataclass(slots=True)
class Part:
    """A composed number.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last.
        next: The first token behind it.
        value: The number.
        kind: As in ``NumberMention``.
        rule_id: The rule that read it; ends in ``.bare`` where the word alone names no figure (``quart``).
        has_digit: Whether digits are in it.
        scale: The power of ten that its scale words multiply by.
        counted: Offsets of the noun inside a share.
        also: Start, value and rule of a second reading of an ambiguous form.
    """

    start: int
    end: int
    next: int
    value: float
    kind: str
    rule_id: str
    has_digit: bool
    scale: float | None = None
    counted: tuple[int, int] | None = None
    also: tuple[int, float, str] | None = None
