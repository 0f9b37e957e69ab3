"""Reads every amount of money of a text."""

import re
from dataclasses import replace
from functools import cache

from assets.claims.language.patterns import phrase
from assets.claims.money.lexicon import Denomination, load_money
from assets.claims.money.model import MoneyMention
from assets.claims.money.resolution import CurrencyResolver, dollar_suffix, settle_parts
from assets.claims.numbers import NumberMention
from assets.claims.numbers.recogniser import read_numbers
from assets.claims.record import record

_KINDS = ("cardinal", "dozen", "fraction")
_LOOK_BACK = 12
_BIG = 1000.0
_SMALL_CHANGE = re.compile("[ \u00a0]{0,2}(?:et )?")
_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_AHEAD = re.compile(r" {0,2}-?(?P<name>[a-z]+|[^a-z\s])")
_PLAIN = re.compile("[A-Za-z]+")
_NO_SIGN = " \n\u00a0\u202f\u2009+-"
_MAX_BRACKET = 40
_CHANGE_DIGITS = 2


@cache
def _change_end(language: str) -> re.Pattern[str]:
    """What may stand behind the small change: its own word, or a full stop."""
    word, stop = phrase(language, "small_change"), phrase(language, "change_stop")
    return re.compile(rf"(?P<word>[ \u00a0]{word}(?![a-z]))|\s*(?:[.,;:!?)»\"]|$)|\s{stop}(?![a-z])")


@cache
def _half(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{phrase(language, 'and_half')}(?![a-z])")


@cache
def _between_equivalents(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:\(|,?\s?{phrase(language, 'equivalent')}\s|/ ?|–|—)\s*(?:\w+['’]?\s*){{0,3}}")


@record
class _Unit:
    """A currency found beside a number."""

    denomination: Denomination
    start: int
    end: int
    code: str | None
    rule_id: str


def recognise_money(text: str, *, language: str = "fr", context: str | None = None) -> tuple[MoneyMention, ...]:
    """Read the amounts of money of a text, in order.

    Args:
        text: A whole article or any piece of text.
        language: Folder of ``assets/claims/language`` whose words are read.
        context: ISO 3166-1 code of the place that the text is about, which decides words such as ``dollars``.

    >>> [(mention.value, mention.currency) for mention in recognise_money("50 millions de yuans (6,9 M$)")]
    [(50000000.0, 'CNY'), (6900000.0, 'USD')]
    """
    reading = read_numbers(text, language)
    numbers = [number for number in reading.everything if number.kind in _KINDS]
    if not numbers:
        return ()
    reader = _Reader(text, reading.folded, language, context)
    return reader.read(numbers)


class _Reader:
    def __init__(self, text: str, folded: str, language: str, context: str | None) -> None:
        self.text = text
        self.folded = folded
        self.language = language
        self.lexicon = load_money(language)
        self.resolver = CurrencyResolver(self.folded, context)

    def read(self, numbers: list[NumberMention]) -> tuple[MoneyMention, ...]:
        mentions: list[MoneyMention] = []
        loose: set[int] = set()
        by_start = {number.start: number for number in numbers}
        taken: set[int] = set()
        for position, number in enumerate(numbers):
            if number.start in taken:
                continue
            unit = self._unit(number)
            if unit is None:
                continue
            before = numbers[position - 1] if position else None
            mention = self._and_half(self._parted_cents(self._mention(number, unit), before))
            if position + 1 < len(numbers) and unit.denomination.part == 1:
                mention, used = self._small_change(mention, numbers[position + 1])
                if used:
                    taken.add(numbers[position + 1].start)
            low = (
                by_start.get(number.partner)
                if number.range_role in ("high", "to") and number.partner is not None
                else None
            )
            if low is not None and all(other.number.start != low.start for other in mentions[-2:]):
                shared = replace(mention, number=low)
                value = low.value * unit.denomination.part
                mentions.append(
                    replace(
                        shared,
                        start=low.start,
                        end=low.end,
                        text=low.text,
                        value=value,
                        rule_id=mention.rule_id + "+range",
                    )
                )
                if self._is_loose(unit):
                    loose.add(low.start)
            mentions.append(mention)
            if self._is_loose(unit):
                loose.add(mention.start)
        return self._equivalents(settle_parts(mentions, frozenset(loose)))

    @staticmethod
    def _is_loose(unit: _Unit) -> bool:
        return unit.denomination.part != 1 and not unit.denomination.fixed

    def _parted_cents(self, mention: MoneyMention, before: NumberMention | None) -> MoneyMention:
        """``1.837, 32 €``: price lists put a blank behind the comma; only a grouped number shows that it is one."""
        if before is None or not before.has_digit or _GROUPED.fullmatch(before.text) is None:
            return mention
        gap = self.text[before.end : mention.start]
        if gap != ", " or len(mention.number.text) != 2 or not mention.number.has_digit:
            return mention
        start = before.start
        value = round(before.value + mention.value / 100, 2)
        text = self.text[start : mention.end]
        return replace(mention, start=start, text=text, value=value, rule_id=mention.rule_id + "+parted")

    def _mention(self, number: NumberMention, unit: _Unit) -> MoneyMention:
        start, end = min(number.start, unit.start), max(number.end, unit.end)
        value = number.value * unit.denomination.part
        if unit.denomination.part != 1:
            value = round(value, 12)
        return MoneyMention(start, end, self.text[start:end], value, unit.code, unit.rule_id, number)

    def _unit(self, number: NumberMention) -> _Unit | None:
        return self._after(number) or self._before(number)

    def _after(self, number: NumberMention) -> _Unit | None:
        end, lexicon = number.end, self.lexicon
        ahead = _AHEAD.match(self.folded, end)
        if ahead is None or not self._may_open(*ahead.span("name")):
            return None
        for pattern, haystack, table, rule in (
            (lexicon.word_after, self.folded, lexicon.words, "word"),
            (lexicon.symbol_after, self.text, lexicon.symbols, "symbol"),
            (lexicon.code_after, self.text, lexicon.codes, "code"),
        ):
            match = pattern.match(haystack, end)
            if match is None:
                continue
            name = match.group("name")
            denomination = table.get(name) or table.get(name.upper())
            linked = match.group("of") is not None
            if denomination is None or not self._fits(denomination, number, name, linked=linked):
                continue
            code, stop = self.resolver.code_of(denomination), match.end()
            if name == "$":
                special = dollar_suffix(self.text, stop)
                if special is not None:
                    code, stop = special
            return _Unit(denomination, number.start, stop, code, f"money.{rule}.{denomination.id}")
        return None

    def _may_open(self, start: int, end: int) -> bool:
        """Whether letters or a sign can begin the name of a currency."""
        if self.folded[start:end] in self.lexicon.openings or self.text[start:end] in self.lexicon.openings:
            return True
        # To a sign (kr) an accented letter behind it is none of its own.
        plain = _PLAIN.match(self.text, start, end)
        return plain is not None and plain.end() < end and plain.group().lower() in self.lexicon.openings

    def _fits(self, denomination: Denomination, number: NumberMention, name: str, *, linked: bool) -> bool:
        if linked and not (number.scale or number.kind in ("dozen", "fraction") or number.value >= _BIG**2):
            return False
        if denomination.needs_scale and not (number.scale or number.value >= _BIG**2):
            return self.folded[number.end :].strip(" .!?") in (name, f"de {name}")
        if name == "F" and not (number.scale or "franc" in self.folded):
            return False
        return not (denomination.plural_only and (name == "cent" or not number.has_digit))

    def _before(self, number: NumberMention) -> _Unit | None:
        if not number.has_digit:
            return None
        begin = max(0, number.start - _LOOK_BACK)
        before = self.text[begin : number.start]
        if not before or before[-1].isdigit():
            return None
        ending = before.rstrip(_NO_SIGN)
        if ending[-1:] not in self.lexicon.endings and ending[-3:].upper() not in self.lexicon.codes:
            return None
        for pattern, table, rule in (
            (self.lexicon.symbol_before, self.lexicon.symbols, "symbol"),
            (self.lexicon.code_before, self.lexicon.codes, "code"),
        ):
            match = pattern.search(before)
            if match is None:
                continue
            name = match.group("name")
            denomination = table.get(name) or table.get(name.upper())
            if denomination is None or denomination.part != 1 or name == "F":
                continue
            wider = self.lexicon.code_before.search(before)
            start = match.start("name")
            if name == "$" and wider is not None:
                named = self.lexicon.codes.get(wider.group("name").upper())
                if named is not None:
                    denomination, start = named, wider.start("name")
            return _Unit(
                denomination,
                begin + start,
                number.end,
                self.resolver.code_of(denomination),
                f"money.{rule}_before.{denomination.id}",
            )
        return None

    def _and_half(self, mention: MoneyMention) -> MoneyMention:
        """``un yuan et demi``."""
        match = _half(self.language).match(self.folded, mention.end) if mention.number.scale is None else None
        if match is None:
            return mention
        text, value = self.text[mention.start : match.end()], mention.value + 0.5
        return replace(mention, end=match.end(), text=text, value=value, rule_id=mention.rule_id + "+half")

    def _small_change(self, mention: MoneyMention, following: NumberMention) -> tuple[MoneyMention, bool]:
        """``15 dollars 50``, ``1 USD et 23 centimes``."""
        gap = self.folded[mention.end : following.start]
        small = 0 <= following.value < 100 and following.value == int(following.value)
        plain = mention.number.scale is None and following.kind == "cardinal" and following.scale is None
        if not small or not plain or mention.end > following.start or _SMALL_CHANGE.fullmatch(gap) is None:
            return mention, False
        close = _change_end(self.language).match(self.folded, following.end)
        named = close is not None and close.group("word") is not None
        if close is None or (not named and (gap.strip() == "et" or len(following.text) < _CHANGE_DIGITS)):
            return mention, False
        end = close.end("word") if named else following.end
        value = round(mention.value + following.value / 100, 12)
        return replace(
            mention, end=end, text=self.text[mention.start : end], value=value, rule_id=mention.rule_id + "+change"
        ), True

    def _equivalents(self, mentions: tuple[MoneyMention, ...]) -> tuple[MoneyMention, ...]:
        """Tie an amount given again in another currency to the amount before it."""
        result = list(mentions)
        for position in range(1, len(result)):
            first, again = result[position - 1], result[position]
            gap = self.folded[first.end : again.start]
            different = first.currency != again.currency and first.currency is not None and first.equivalent_of is None
            if (
                different
                and len(gap) <= _MAX_BRACKET
                and _between_equivalents(self.language).fullmatch(gap) is not None
            ):
                result[position] = replace(again, equivalent_of=first.start)
        return tuple(result)
