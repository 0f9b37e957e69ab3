"""Runs a grammar's rules over the tokens of a text, level after level: what one level makes is a token of the next."""

import re
from collections.abc import Iterable

from assets.claims.periods import (
    readings_calendar,
    readings_composed,
    readings_length,
    readings_named,
    readings_nth,
    readings_relative,
    readings_season,
    readings_weekday,
)
from assets.claims.periods.expressions import Expression
from assets.claims.periods.grammar import LEVELS, Grammar, Rule, loose_at_once
from assets.claims.periods.items import Item, Items
from assets.claims.periods.registry import READINGS, Match

# Imported for the readings that they register.
_READING_MODULES = (
    readings_calendar,
    readings_composed,
    readings_length,
    readings_named,
    readings_nth,
    readings_relative,
    readings_season,
    readings_weekday,
)
# No rule of a higher level begins further before its period (« depuis l'ouverture de la grande usine en 2015 »).
_LONGEST_RUN_UP = 16


def find_expressions(text: str, grammar: Grammar, *, loose: bool) -> list[Item]:
    """The expressions of a text; rules are tried only where what they need is near."""
    items = grammar.tokeniser.items(text)
    windows = ((0, len(items.codes)),) if loose else grammar.trigger.windows(items.codes)
    return _read(_Scan(text, items, grammar, loose=loose), windows) if windows else []


def all_expressions(text: str, grammar: Grammar, *, loose: bool) -> list[Item]:
    """Every expression that the rules find, tried at every place over tokens that are all cut at once."""
    tokens = grammar.tokeniser.cut(text)
    codes = "".join([token.code for token in tokens]) + grammar.edge
    items = Items(codes, lambda: tokens.__getitem__)
    return _read(_Scan(text, items, grammar, loose=loose), ((0, len(codes)),))


def _read(scan: "_Scan", windows: Iterable[tuple[int, int]]) -> list[Item]:
    scan.run(0, windows)
    if not scan.places:
        return []
    for level in range(1, LEVELS):
        scan.run(level, scan.reach(level))
    items = scan.items
    return [items[place] for place in scan.places if not _is_habit(items, place)]


def _is_habit(items: Items, place: int) -> bool:
    """« le premier samedi »: a weekday counted without a month is a habit, not a date."""
    if items[place].values["P"].unit != "weekday" or not place:
        return False
    before = items[place - 1].values
    return "ordinal" in before or "last" in before


class _Scan:
    """The items of one text, shrinking with every level; ``places`` are those of the periods made so far."""

    def __init__(self, text: str, items: Items, grammar: Grammar, *, loose: bool) -> None:
        self.items = items
        self.places: list[int] = []
        self._text = text
        self._grammar = grammar
        self._loose = loose

    def run(self, level: int, windows: Iterable[tuple[int, int]]) -> None:
        """One level of rules: the longest match at each place becomes one item."""
        grammar, codes = self._grammar, self.items.codes
        search = grammar.starting[level].search
        at_once = (loose_at_once(grammar.language) if self._loose else grammar.at_once)[level]
        made: list[tuple[int, int, Item]] = []
        at = 0
        for begin, stop in windows:
            at = max(at, begin)
            while (place := search(codes, at, stop)) is not None:
                at = place.start()
                found = self._read_at(level, at) if at_once[codes[at]].match(codes, at) else None
                if found is None:
                    at += 1
                    continue
                made.append((at, found[1], found[0]))
                at = found[1]
        if made:
            self.items.put(made)
            self.places = [match.start() for match in grammar.periods.finditer(self.items.codes)]

    def reach(self, level: int) -> Iterable[tuple[int, int]]:
        """Where the rules of a level after the first can begin: only before a period."""
        places = self.places
        if len(places) == 1 and not self._grammar.single[level].search(self.items.codes):
            return ()
        return ((max(0, places[0] - _LONGEST_RUN_UP), places[-1] + 1),)

    def _read_at(self, level: int, at: int) -> tuple[Item, int] | None:
        """The item that the best rule makes at a place, and where it ends."""
        for rule, found in self._candidates(level, at):
            match = Match(found, self.items, rule.params, rule.places, self._text)
            if not self._loose and (rule.loose or not _written_right(rule, match)):
                continue
            expression = READINGS[rule.reads](match)
            if expression is not None:
                return self._item_of(at, found.end(), expression, rule.id), found.end()
        return None

    def _candidates(self, level: int, at: int) -> list[tuple[Rule, re.Match[str]]]:
        """Rules that match at a place, the longest match first."""
        codes = self.items.codes
        found = []
        for rule in self._grammar.starters[level][codes[at]]:
            match = rule.pattern.match(codes, at)
            if match is not None and match.end() > at:
                found.append((rule, match))
        if len(found) > 1:
            found.sort(key=lambda candidate: (-candidate[1].end(), candidate[0].order))
        return found

    def _item_of(self, start: int, end: int, expression: Expression, rule_id: str) -> Item:
        parts = self.items.between(start, end)
        inner = tuple(rule for part in parts for rule in part.trace)
        kind = f"{expression.kind}~" if expression.floating else expression.kind
        code = self._grammar.period_codes[kind]
        return Item(parts[0].start, parts[-1].end, code, {"P": expression}, (*inner, rule_id))


def _written_right(rule: Rule, match: Match) -> bool:
    """Capitals that a rule asks for (the Ascension) or that speak against it (a rocket to Mars)."""
    if rule.params.get("capital"):
        return match.is_capital()
    return not (rule.params.get("lowercase") and match.is_name())
