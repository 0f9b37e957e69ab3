"""What a recognised number is."""

from assets.claims.record import record


@record
class NumberMention:
    """A number as the text writes it and as it counts.

    Attributes:
        start: Offset of its first character (code points).
        end: Offset past its last character; scale word and percent sign belong to it, a unit does not.
        text: ``text[start:end]`` of the source.
        value: The number; a percentage keeps its printed number (30 for ``30 %``).
        kind: ``cardinal``, ``ordinal``, ``fraction``, ``share`` (``deux sur trois``), ``percent``, ``point``,
            ``multiple`` or ``dozen`` (``une quinzaine``, about so).
        rule_id: The rule that read it, with the language entry where one decided.
        has_digit: Whether it is written with digits.
        scale: The power of ten that its scale words multiply by, or None.
        ratio: The value as a part of one, for percentages, points, fractions and shares.
        range_role: ``low`` or ``high`` end of a range, ``from`` or ``to`` of a change, or None.
        partner: Start offset of the other end of that pair.
        counted: Offsets of the noun inside a share (``drones`` in ``sept drones sur dix``), or None.
        is_figure: False for what is written like a number and measures nothing (years, names, pages, articles).
        reason: Why it is no figure, or None.
    """

    start: int
    end: int
    text: str
    value: float
    kind: str
    rule_id: str
    has_digit: bool
    scale: float | None = None
    ratio: float | None = None
    range_role: str | None = None
    partner: int | None = None
    counted: tuple[int, int] | None = None
    is_figure: bool = True
    reason: str | None = None

    def discarded(self, reason: str) -> "NumberMention":
        """The same mention as no figure."""
        return NumberMention(
            self.start,
            self.end,
            self.text,
            self.value,
            self.kind,
            self.rule_id,
            self.has_digit,
            self.scale,
            self.ratio,
            self.range_role,
            self.partner,
            self.counted,
            False,
            reason,
        )
