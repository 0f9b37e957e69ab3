"""What a recognised quantity is."""

from assets.claims.numbers import NumberMention
from assets.claims.record import record


@record
class Quantity:
    """A number with its unit, in base units.

    Attributes:
        start: Offset of the number's first character.
        end: Offset past the number, or past the unit's symbol (``9,9 Mt``); a unit written as a word is not included.
        text: ``text[start:end]``.
        value: The value in the base unit.
        unit: The base unit's id (``tonne``, ``kilowatt_hour``, ``person``, ``item``, ``ratio``, ``rank`` …).
        written_unit: The unit's id as written (``megatonne``), the same as ``unit`` where nothing is converted.
        number: The number inside.
        rule_id: The rule that read the unit.
        noun: The noun phrase counted or measured (``robots industriels``), empty where none follows.
        noun_start: Its offset, or ``end``.
        noun_end: Offset past it, or ``end``.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str
    written_unit: str
    number: NumberMention
    rule_id: str
    noun: str = ""
    noun_start: int = 0
    noun_end: int = 0
