"""Finds the unit of each number, and the noun that it counts."""

import re
from collections.abc import Iterable

from assets.claims.numbers import NumberMention
from assets.claims.numbers.folding import fold
from assets.claims.units.lexicon import Unit, UnitLexicon, load_units
from assets.claims.units.model import Quantity

_RATIOS = ("percent", "point", "fraction", "share")
_WORD = re.compile(
    "[ \u00a0\u202f]{1,2}(?:de |d'|des |du |de l'|de la )?(?P<word>[^\\W\\d_][\\w-]*)|(?P<link>')(?P<rest>[^\\W\\d_][\\w-]*)"
)
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
    return tuple(_quantity(text, folded, number, lexicon) for number in numbers)


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
    return Quantity(
        number.start, end, text[number.start : end], number.value * unit.factor, unit.base, unit.id, number,
        f"unit.{how}.{unit.id}", text[start:stop], start, stop,
    )  # fmt: skip


def _noun(folded: str, end: int, lexicon: UnitLexicon) -> tuple[int, int]:
    """Offsets of the noun phrase that begins behind ``end``; empty where none does."""
    start = stop = end
    position = end
    for count in range(_MAX_WORDS):
        match = _WORD.match(folded, position)
        if match is None:
            break
        group = "word" if match.group("word") is not None else "rest"
        word = match.group(group)
        if word in lexicon.stops or word in lexicon.links:
            break
        if folded[match.end() : match.end() + 1] == "'":
            break
        if count == 0:
            start = match.start(group)
        stop = position = match.end()
    return start, stop
