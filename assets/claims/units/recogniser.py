"""Finds the unit of each number, and the noun that it counts."""

from collections.abc import Iterable
from dataclasses import replace

from assets.claims.numbers import NumberMention
from assets.claims.numbers.exact import scaled
from assets.claims.numbers.folding import fold
from assets.claims.units.lexicon import Unit, UnitLexicon, load_units
from assets.claims.units.model import Quantity

_RATIOS = ("percent", "point", "fraction", "share")
_MAX_WORDS = 6


def recognise_quantities(text: str, numbers: Iterable[NumberMention], *, language: str = "fr") -> tuple[Quantity, ...]:
    """Give every number its unit, in the order of the numbers.

    Args:
        text: The text that the numbers were read from.
        numbers: Mentions of that text.
        language: Folder of ``assets/claims/language`` whose words are read.
    """
    lexicon = load_units(language)
    folded = fold(text)
    quantities = [_quantity(text, folded, number, lexicon) for number in numbers]
    by_start = {quantity.number.start: quantity for quantity in quantities}
    return tuple(_shared(quantity, by_start) for quantity in quantities)


def _shared(quantity: Quantity, by_start: dict[int, Quantity]) -> Quantity:
    """Give the first number of a pair the unit that only the second one names."""
    number = quantity.number
    other = by_start.get(number.partner) if number.partner is not None else None
    if other is None or number.range_role not in ("low", "from") or quantity.noun or quantity.unit != "item":
        return quantity
    factor = other.value / other.number.value if other.number.value and other.unit != "ratio" else 1.0
    return replace(
        quantity,
        value=scaled(number.value, factor),
        unit=other.unit,
        written_unit=other.written_unit,
        rule_id=f"{other.rule_id}+range",
        noun=other.noun,
        noun_start=other.noun_start,
        noun_end=other.noun_end,
    )


def _quantity(text: str, folded: str, number: NumberMention, lexicon: UnitLexicon) -> Quantity:
    end = number.end
    fixed = _fixed_unit(number)
    if fixed is not None:
        value = number.ratio if number.ratio is not None and fixed == "ratio" else number.value
        start, stop = number.counted or _noun(folded, end, lexicon)
        return Quantity(
            number.start,
            end,
            number.text,
            value,
            fixed,
            fixed,
            number,
            f"unit.{number.kind}",
            text[start:stop],
            start,
            stop,
        )
    symbol = lexicon.symbol.match(text, end)
    if symbol is not None:
        return _measured(
            text, folded, number, lexicon.symbols[symbol.group("name")], symbol.end(), symbol.end(), lexicon, "symbol"
        )
    word = lexicon.word.match(folded, end)
    if word is not None:
        unit = lexicon.words[word.group("name")]
        if unit.dimension == "count":
            start, stop = _noun(folded, end, lexicon)
            return Quantity(
                number.start, end, number.text, number.value, unit.base, unit.id, number, f"unit.counted.{unit.id}",
                text[start:stop], start, stop,
            )  # fmt: skip
        return _measured(text, folded, number, unit, end, word.end(), lexicon, "word")
    start, stop = _noun(folded, end, lexicon)
    return Quantity(
        number.start,
        end,
        number.text,
        number.value,
        "item",
        "item",
        number,
        "unit.counted",
        text[start:stop],
        start,
        stop,
    )


def _fixed_unit(number: NumberMention) -> str | None:
    if number.kind in _RATIOS:
        return "ratio"
    return {"multiple": "multiple", "ordinal": "rank"}.get(number.kind)


def _measured(
    text: str, folded: str, number: NumberMention, unit: Unit, end: int, after: int, lexicon: UnitLexicon, how: str
) -> Quantity:
    start, stop = _noun(folded, after, lexicon)
    value = scaled(number.value, unit.factor)  # 8.2 GWh are 8,200,000 kWh, not 8,199,999.999999999
    return Quantity(
        number.start, end, text[number.start : end], value, unit.base, unit.id, number,
        f"unit.{how}.{unit.id}", text[start:stop], start, stop,
    )  # fmt: skip


def _noun(folded: str, end: int, lexicon: UnitLexicon) -> tuple[int, int]:
    """Offsets of the noun phrase that begins behind ``end``; empty where none does."""
    start = stop = end
    position = end
    for count in range(_MAX_WORDS):
        match = lexicon.noun_word.match(folded, position)
        if match is None:
            break
        word = match.group("word")
        if word in lexicon.stops or word in lexicon.links:
            break
        if folded[match.end() : match.end() + 1] == "'":
            break
        if count == 0:
            start = match.start("word")
        stop = position = match.end()
    return start, stop
