"""What a recognised amount of money is."""

from assets.claims.numbers import NumberMention
from assets.claims.record import record


@record
class MoneyMention:
    """An amount of money.

    Attributes:
        start: Offset of its first character, a currency sign before the number included.
        end: Offset past its last character, the currency included.
        text: ``text[start:end]``.
        value: The amount in the currency's main unit (50 centimes are 0.5).
        currency: ISO 4217 code, or None where nothing decides (a bare ``¥``).
        rule_id: The rule that read it.
        number: The number inside.
        equivalent_of: Start offset of the amount that this one gives again in another currency, or None.
    """

    start: int
    end: int
    text: str
    value: float
    currency: str | None
    rule_id: str
    number: NumberMention
    equivalent_of: int | None = None
