"""Runs a grammar's rules over the tokens of a text, level after level: what one level makes is a token of the next."""

import re

from assets.claims.periods import (
    readings_calendar,
    readings_composed,
    readings_length,
    readings_named,
    readings_nth,
    readings_relative,
    readings_weekday,
)
from assets.claims.periods.expressions import Expression
from assets.claims.periods.grammar import LEVELS, Grammar, Rule
from assets.claims.periods.registry import READINGS, Match
from assets.claims.periods.tokens import Item

# Imported for the readings that they register.
_READING_MODULES = (
    readings_calendar,
    readings_composed,
    readings_length,
    readings_named,
    readings_nth,
    readings_relative,
    readings_weekday,
)
# No rule of a higher level begins further before its period (« depuis l'ouverture de la grande usine en 2015 »).
_LONGEST_RUN_UP = 16


def find_expressions(text: str, grammar: Grammar, *, loose: bool) -> list[Item]:
    """The expressions of a text, which is not even cut where its words have nothing to do with time."""
    return all_expressions(text, grammar, loose=loose) if loose or grammar.trigger.may_match(text) else []


def all_expressions(text: str, grammar: Grammar, *, loose: bool) -> list[Item]:
    """Every expression that the rules find, without asking first whether there can be one."""
    scan = _Scan(text, grammar, loose=loose)
    for level in range(LEVELS):
        scan.run(level)
        if not scan.has_periods:
            return []
    items = scan.items
    return [item for place, item in enumerate(items) if "P" in item.values and not _is_habit(items, place)]


def _is_habit(items: list[Item], place: int) -> bool:
    """« le premier samedi »: a weekday counted without a month is a habit, not a date."""
    expression, before = items[place].values["P"], items[place - 1].values if place else {}
    return expression.unit == "weekday" and ("ordinal" in before or "last" in before)


class _Scan:
    """The items of one text, shrinking with every level."""

    def __init__(self, text: str, grammar: Grammar, *, loose: bool) -> None:
        self.items = grammar.tokeniser.cut(text)
        self.has_periods = False
        self._text = text
        self._grammar = grammar
        self._loose = loose
        self._places: list[int] = []
        self._codes = ""
        self._encode()

    def _encode(self) -> None:
        self._codes = "".join([item.code for item in self.items]) + self._grammar.edge
        self._places = [match.start() for match in self._grammar.periods.finditer(self._codes)]

    def run(self, level: int) -> None:
        """One level of rules: the longest match at each place becomes one item."""
        reach = self._reach(level)
        if reach is None:
            return
        at, stop = reach
        grammar, codes, items = self._grammar, self._codes, self.items
        search = grammar.starting[level].search
        at_once = (grammar.any if self._loose else grammar.strict)[level]
        reduced: list[Item] = []
        done = 0
        while (place := search(codes, at, stop)) is not None:
            at = place.start()
            made = self._read_at(level, at) if at_once[codes[at]].match(codes, at) else None
            if made is None:
                at += 1
                continue
            reduced += items[done:at]
            reduced.append(made[0])
            done = at = made[1]
        if reduced:
            self.has_periods = True
            self.items = reduced + items[done:]
            self._encode()

    def _reach(self, level: int) -> tuple[int, int] | None:
        """Where the rules of a level can begin: after the first level only before a period; None for nowhere."""
        if level == 0:
            return 0, len(self._codes)
        places = self._places
        if len(places) == 1 and not self._grammar.single[level].search(self._codes):
            return None
        return max(0, places[0] - _LONGEST_RUN_UP), places[-1] + 1

    def _read_at(self, level: int, at: int) -> tuple[Item, int] | None:
        """The item that the best rule makes at a place, and where it ends."""
        for rule, found in self._candidates(level, at):
            match = Match(found, self.items, rule.params, self._text)
            if not self._loose and (rule.loose or not _written_right(rule, match)):
                continue
            expression = READINGS[rule.reads](match)
            if expression is not None:
                return self._item_of(at, found.end(), expression, rule.id), found.end()
        return None

    def _candidates(self, level: int, at: int) -> list[tuple[Rule, re.Match[str]]]:
        """Rules that match at a place, the longest match first."""
        codes = self._codes
        before = codes[at - 1] if at else self._grammar.edge
        found = []
        for rule in self._grammar.starters[level][codes[at]]:
            match = rule.pattern.match(codes, at)
            if match is None or match.end() == at:
                continue
            if (rule.previous and before not in rule.previous) or before in rule.not_previous:
                continue
            found.append((rule, match))
        if len(found) > 1:
            found.sort(key=lambda candidate: (-candidate[1].end(), candidate[0].order))
        return found

    def _item_of(self, start: int, end: int, expression: Expression, rule_id: str) -> Item:
        parts = self.items[start:end]
        inner = tuple(rule for part in parts for rule in part.trace)
        kind = f"{expression.kind}~" if expression.floating else expression.kind
        code = self._grammar.period_codes[kind]
        return Item(parts[0].start, parts[-1].end, code, {"P": expression}, (*inner, rule_id))


def _written_right(rule: Rule, match: Match) -> bool:
    """Capitals that a rule asks for (the Ascension) or that speak against it (a rocket to Mars)."""
    if rule.params.get("capital"):
        return match.is_capital()
    return not (rule.params.get("lowercase") and match.is_name())
