"""Adapter to the recognisers: the figures of an article, with what they count, as assembly sees them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assets.claims.assembly.cues import matcher
from assets.claims.assembly.model import Figure, FigureKind
from assets.claims.assembly.text import Sentence
from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.recogniser import recognise_numbers

_CURRENCY = re.compile(
    r"^[\s\u00a0\u202f]*(?:(?:d[’']|de[\s\u00a0])?(yuans?|RMB|renminbis?|¥|dollars? hongkongais|dollars?|US\$|\$|USD|euros?|€|EUR|yens?|francs suisses|centimes? de dollar|centimes?|livres sterling|wons?))(?!\w)"
)
_CODES = {
    "yuan": "CNY",
    "RMB": "CNY",
    "renm": "CNY",
    "¥": "CNY",
    "dollars hong": "HKD",
    "doll": "USD",
    "US$": "USD",
    "$": "USD",
    "USD": "USD",
    "euro": "EUR",
    "€": "EUR",
    "EUR": "EUR",
    "yen": "JPY",
    "fran": "CHF",
    "livr": "GBP",
    "won": "KRW",
}
_UNIT = re.compile(
    r"^[\s\u00a0\u202f]*(?:de[\s\u00a0])?(Mt|kt|tonnes?|t|TWh|GWh|MWh|kWh|kilowattheures?|GW|MW|gigawatts?|mégawatts?|m³|m3|mètres cubes|m²|mètres carrés)(?!\w)"
)
_UNITS: dict[str, tuple[FigureKind, str, float]] = {
    "Mt": ("mass", "tonne", 1e6),
    "kt": ("mass", "tonne", 1e3),
    "t": ("mass", "tonne", 1.0),
    "tonne": ("mass", "tonne", 1.0),
    "tonnes": ("mass", "tonne", 1.0),
    "TWh": ("energy", "kilowatt_hour", 1e9),
    "GWh": ("energy", "kilowatt_hour", 1e6),
    "MWh": ("energy", "kilowatt_hour", 1e3),
    "kWh": ("energy", "kilowatt_hour", 1.0),
    "kilowattheure": ("energy", "kilowatt_hour", 1.0),
    "kilowattheures": ("energy", "kilowatt_hour", 1.0),
    "GW": ("power", "watt", 1e9),
    "MW": ("power", "watt", 1e6),
    "gigawatt": ("power", "watt", 1e9),
    "gigawatts": ("power", "watt", 1e9),
    "mégawatt": ("power", "watt", 1e6),
    "mégawatts": ("power", "watt", 1e6),
    "m³": ("volume", "cubic_metre", 1.0),
    "m3": ("volume", "cubic_metre", 1.0),
    "mètres cubes": ("volume", "cubic_metre", 1.0),
    "m²": ("area", "square_metre", 1.0),
    "mètres carrés": ("area", "square_metre", 1.0),
}


def figures_of(text: str) -> list[Figure]:
    """Every figure of an article's text, in order; positions in sentences are filled in later."""
    found: list[Figure] = []
    for number in recognise_numbers(text):
        figure = _figure(text, number)
        if figure is not None:
            found.append(figure)
    return found


def _figure(text: str, number: NumberMention) -> Figure | None:
    kind: FigureKind = "count"
    value, unit, end = number.value, None, number.end
    if number.kind in {"percent", "fraction", "share"}:
        kind, unit, value = "ratio", "ratio", number.ratio if number.ratio is not None else number.value
    elif number.kind == "multiple":
        kind, unit = "multiple", "multiple"
    elif number.kind == "point":
        kind = "points"
    elif number.kind == "ordinal":
        kind, unit = "rank", "rank"
    else:
        tail = text[number.end : number.end + 40]
        money = _CURRENCY.match(tail)
        quantity = _UNIT.match(tail)
        if money is not None:
            word = money.group(1)
            unit = next((code for key, code in _CODES.items() if word.startswith(key)), "USD")
            if word.startswith("centime"):
                value, unit = value / 100, "USD"
            kind, end = "money", number.end + money.end()
        elif quantity is not None:
            kind, unit, factor = _UNITS[quantity.group(1)]
            value, end = value * factor, number.end + quantity.end()
    sign = {"+": 1, "-": -1, "−": -1, "–": -1}.get(number.text[:1], 0)
    return Figure(
        text[number.start : end],
        number.start,
        end,
        value,
        kind,
        unit,
        "eq",
        None,
        0,
        0,
        sign=sign,
        range_role=number.range_role,
        partner=number.partner,
        rule_id=number.rule_id,
    )


def placed(sentence: Sentence, figures: Iterable[Figure], language: str) -> list[Figure]:
    """Put figures into their sentence: word positions, counted noun, brackets."""
    nouns = matcher(language, "nouns").find(sentence.words)
    found: list[Figure] = []
    for figure in figures:
        first = sentence.index_at(figure.start)
        last = max(sentence.index_at(figure.end - 1) + 1, first + 1)
        placed_figure = replace(
            figure, first=first, last=last, counted_end=last, in_brackets=_bracketed(sentence, first)
        )
        if figure.kind == "count":
            placed_figure = _with_noun(sentence, placed_figure, nouns)
        found.append(placed_figure)
    return found


def _bracketed(sentence: Sentence, first: int) -> bool:
    for place in range(first - 1, max(-1, first - 12), -1):
        text = sentence.words[place].text
        if text == "(":
            return True
        if text == ")":
            return False
    return False


_LINKS = frozenset({"de", "d", "des", "du", "'", "’"})
_STOPS = frozenset("()[];:,.!?»«|–—")


def _with_noun(sentence: Sentence, figure: Figure, nouns: list) -> Figure:
    words = sentence.words
    place = figure.last
    while place < len(words) and words[place].folded in _LINKS:
        place += 1
    best = None
    for cue in nouns:
        if place <= cue.first <= place + 2 and not any(word.text in _STOPS for word in words[figure.last : cue.first]):
            if best is None or cue.first < best.first or (cue.first == best.first and cue.last > best.last):
                best = cue
    if best is not None:
        return replace(
            figure, noun=best, noun_text=" ".join(w.text for w in words[best.first : best.last]), counted_end=best.last
        )
    if (
        place < len(words)
        and words[place].text.isalpha()
        and words[place].text[0].islower()
        and len(words[place].text) > 2
    ):
        return replace(figure, noun_text=words[place].text, counted_end=place + 1)
    return figure
