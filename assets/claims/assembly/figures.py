"""Adapter to the recognisers: the figures of an article, with what they count, as assembly sees them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Figure, FigureKind
from assets.claims.assembly.text import Sentence
from assets.claims.assembly.worded import multiples_of, with_marks
from assets.claims.assembly.words import role
from assets.claims.language.patterns import phrase
from assets.claims.money import MoneyMention, recognise_money
from assets.claims.numbers import recognise_numbers
from assets.claims.units import Quantity, recognise_quantities

_KINDS: dict[str, FigureKind] = {
    "tonne": "mass",
    "kilowatt_hour": "energy",
    "watt": "power",
    "cubic_metre": "volume",
    "square_metre": "area",
    "ratio": "ratio",
    "multiple": "multiple",
    "rank": "rank",
    "item": "count",
    "person": "count",
    "parameter": "count",
    "token": "count",
}
_SIGNS = {"+": 1, "-": -1, "−": -1, "–": -1, "\u2011": -1}
_APOSTROPHES = frozenset({"'", "’"})
_ARTICLES = frozenset({"un", "une"})
_ARTICLE = 8  # letters in which an article and the blank behind it stand
_LAST_RANK = 999
_ECHO = re.compile(r"[^\d();:.]{0,40}\([^\d();:]{0,24}$")
_DATED_ECHO = re.compile(r"[^\d();:.]{0,30}\b(?:19|20)\d\d[^\d();:.]{0,12}\([^\d();:]{0,24}$")


@cache
def _said_again(language: str) -> re.Pattern[str]:
    return re.compile(rf"[^\d();:.]{{0,40}}{phrase(language, 'said_again')}[^\d();:.,]{{0,14}}")


def _add_repeated(
    text: str, amounts: Sequence[MoneyMention], equivalents: dict[int, MoneyMention], language: str
) -> None:
    """Add amounts that a bracket, or ``soit l'équivalent de``, gives again in another currency."""
    for first, second in pairwise(amounts):
        if first.start in equivalents or second.currency == first.currency or second.currency is None:
            continue
        between = text[first.end : second.start]
        in_brackets = len(between) < 70 and "(" in between and _ECHO.match(between) is not None
        if not in_brackets and text[second.end : second.end + 1] == ")":
            # ``9 milliards de yuans en 2024 (1,2 milliard d'euros)``
            in_brackets = _DATED_ECHO.match(between) is not None
        if in_brackets or _said_again(language).fullmatch(fold(between)) is not None:
            equivalents[first.start] = second


def figures_of(text: str, language: str) -> list[Figure]:
    """Every figure of an article's text, in order; positions in sentences are filled in later."""
    written, text = text, with_marks(text, language)
    numbers = recognise_numbers(text, language=language)
    amounts = recognise_money(text, language=language)
    by_number = {amount.number.start: amount for amount in amounts}
    equivalents = {amount.equivalent_of: amount for amount in amounts if amount.equivalent_of is not None}
    _add_repeated(text, amounts, equivalents, language)
    echoes = {amount.start for amount in equivalents.values()}
    found: list[Figure] = []
    end = -1
    for quantity in recognise_quantities(text, numbers, language=language):
        amount = by_number.get(quantity.number.start)
        if quantity.number.end <= end:
            continue
        end = quantity.number.end
        if amount is None:
            if not _is_noise(text, quantity, language):
                found.append(_of_quantity(quantity))
            continue
        end = max(end, amount.end)  # the 40 of ``2 francs 40`` is no figure of its own
        if amount.start not in echoes:
            found.append(_of_money(amount, equivalents.get(amount.start)))
    found += [_of_money(amount, None) for amount in _parts(amounts, found) if amount.start not in echoes]
    if written is not text:
        found = [_as_written(figure, written) for figure in found]
    found += multiples_of(text, language)
    return sorted(found, key=lambda figure: figure.start)


def _as_written(figure: Figure, text: str) -> Figure:
    """A figure whose article stood for a number (``le milliard``) without that article."""
    written = text[figure.start : figure.end]
    if figure.mention == written:
        return figure
    start = figure.start + written.find(" ") + 1
    return replace(figure, mention=text[start : figure.end], start=start)


def _parts(amounts: Sequence[MoneyMention], found: Sequence[Figure]) -> list[MoneyMention]:
    """Amounts whose number alone measures nothing: ``un demi-yuan``."""
    told = {figure.start for figure in found}
    return [amount for amount in amounts if amount.number.kind == "fraction" and amount.start not in told]


def _is_noise(text: str, quantity: Quantity, language: str) -> bool:
    """What counts nothing: the article ``un``, a bare year, the digits of ``6G`` and ``910B``, a number that names one.

    ``le 12345`` is a helpline, ``la 3008`` a car.
    """
    written = quantity.number.text
    if quantity.unit not in {"item", "person"}:
        return False
    if fold(written) in _ARTICLES:
        return True
    if text[quantity.number.end : quantity.number.end + 1].isalpha() or written[-1:] in {"G", "B"}:
        return True
    if written.isdigit() and len(written) > 1 and _is_one(text, quantity.number.start, language):
        return True
    return len(written) == 4 and written.isdigit() and 1800 <= quantity.number.value <= 2100


def _is_one(text: str, start: int, language: str) -> bool:
    """Whether an article in the singular stands right before an offset."""
    before = text[max(0, start - _ARTICLE) : start]
    words = before.split()
    return before[-1:].isspace() and bool(words) and fold(words[-1]) in role(language, "naming-article")


def _sign(text: str) -> int:
    return _SIGNS.get(text[:1], 0)


def _of_money(amount: MoneyMention, equivalent: MoneyMention | None) -> Figure:
    number = amount.number
    figure = Figure(
        amount.text,
        amount.start,
        amount.end,
        amount.value,
        "money",
        amount.currency,
        "eq",
        None,
        0,
        0,
        range_role=number.range_role,
        partner=number.partner,
        rule_id=amount.rule_id,
    )
    if equivalent is None:
        return figure
    return replace(
        figure, equivalent_value=equivalent.value, equivalent_unit=equivalent.currency, equivalent_bound="eq"
    )


def _of_quantity(quantity: Quantity) -> Figure:
    number = quantity.number
    kind = _KINDS.get(quantity.unit, "other")
    unit = quantity.unit
    if number.kind == "point":
        kind = "points"
    elif kind == "rank" and quantity.value > _LAST_RANK:  # ``son dix millième robot``: so many were made
        kind, unit = "count", "item"
    return Figure(
        quantity.text,
        quantity.start,
        quantity.end,
        quantity.value,
        kind,
        unit,
        "eq",
        None,
        0,
        0,
        sign=_sign(number.text),
        range_role=number.range_role,
        partner=number.partner,
        rule_id=quantity.rule_id,
    )


def placed(sentence: Sentence, figures: Iterable[Figure], nouns: Sequence[Cue], language: str) -> list[Figure]:
    """Put figures into their sentence: word positions, counted noun, brackets."""
    found: list[Figure] = []
    for figure in figures:
        first = sentence.index_at(figure.start)
        last = max(sentence.index_at(figure.end - 1) + 1, first + 1)
        placed_figure = replace(
            figure, first=first, last=last, counted_end=last, in_brackets=_bracketed(sentence, first)
        )
        if figure.kind == "count":
            placed_figure = _with_noun(sentence, placed_figure, nouns, language)
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


_STOPS = frozenset("()[];:,.!?»«|–—")


def _with_noun(sentence: Sentence, figure: Figure, nouns: Sequence[Cue], language: str) -> Figure:
    words = sentence.words
    adjectives = role(language, "light-adjective")
    place = figure.last
    while place < len(words) and words[place].folded in role(language, "noun-link"):
        place += 1
    best = None
    for cue in nouns:
        near = cue.first == place or (
            place < cue.first <= place + 2 and all(word.folded in adjectives for word in words[place : cue.first])
        )
        if near and (best is None or (cue.first, -cue.last) < (best.first, -best.last)):
            best = cue
    if best is not None:
        return replace(
            figure, noun=best, noun_text=" ".join(w.text for w in words[best.first : best.last]), counted_end=best.last
        )
    before = _noun_before(sentence, figure, nouns, language)
    if before is not None:
        return replace(figure, noun=before, noun_text=" ".join(w.text for w in words[before.first : before.last]))
    if (
        place < len(words)
        and words[place].folded not in role(language, "noun-stop")
        and words[place].text.isalpha()
        and words[place].text[0].islower()
        and len(words[place].text) > 2
        and not words[place].text.endswith(("és", "ées", "ée"))
    ):
        return replace(figure, noun_text=words[place].text, counted_end=place + 1)
    return figure


def _noun_before(sentence: Sentence, figure: Figure, nouns: Sequence[Cue], language: str) -> Cue | None:
    """The counted noun of ``les ateliers étaient dix mille``, ``les ateliers ne sont plus que dix mille``."""
    words = sentence.words
    place = figure.first - 1
    while place > 0 and words[place].folded in role(language, "figure-light") | role(language, "only"):
        place -= 1
    if place < 1 or words[place].folded not in role(language, "copula"):
        return None
    while place > 0 and (words[place - 1].folded in role(language, "not") or words[place - 1].text in _APOSTROPHES):
        place -= 1
    return next((cue for cue in nouns if cue.last == place and cue.entry.id != "noun-excluded"), None)


def share_ranges(figures: Sequence[Figure]) -> list[Figure]:
    """Give the low end of a range what only its high end says."""
    by_start = {figure.start: figure for figure in figures}
    return [_with_partner_unit(figure, by_start) for figure in figures]


def _with_partner_unit(figure: Figure, by_start: dict[int, Figure]) -> Figure:
    partner = by_start.get(figure.partner) if figure.partner is not None else None
    if partner is None or figure.range_role != "low" or partner.kind == figure.kind:
        return figure
    return replace(figure, kind=partner.kind, unit=partner.unit, noun=partner.noun, noun_text=partner.noun_text)
