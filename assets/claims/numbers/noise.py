"""Tells figures from what is only written like one: years, names, pages, clock times, articles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from assets.claims.language.loader import Entry, load_entries
from assets.claims.language.patterns import phrase
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import Lexicon
from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.shapes import ShapeJudge
from assets.claims.numbers.tokens import Source

_REACH = 32
_GLUED_REACH = 16
_PLAIN_BELOW = 10_000
_GROUPED = re.compile(r"\d[ \u00a0\u202f\u2009']\d")
_BLANKS = "[ \u00a0\u202f]{0,2}"
_NOUN_AHEAD = re.compile("[ \u00a0](?:de |d')?([a-z]+)")
_PLURAL_AHEAD = re.compile("[ \u00a0][a-zà-ÿœ-]{2,}[sx](?![a-zà-ÿœ])")


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    look: str
    glued: bool
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    plain: bool
    written: str | None
    only_text: frozenset[str]
    ahead: re.Pattern[str] | None
    below: float


def _compile(entry: Entry) -> _Rule:
    look, forms = str(entry.data["look"]), "|".join(entry.forms)
    source = f"(?:{forms})"
    if look == "before":
        source = f"{source}$" if entry.data.get("glued") else f"(?<![a-z0-9-]){source}{_BLANKS}$"
    return _Rule(
        entry.id,
        look,
        bool(entry.data.get("glued", False)),
        re.compile(source),
        frozenset(entry.data.get("kinds", ("cardinal",))),
        bool(entry.data.get("plain", False)),
        entry.data.get("written"),
        frozenset(fold(form) for form in entry.data.get("only_text", ())),
        re.compile(entry.data["ahead"]) if "ahead" in entry.data else None,
        float(entry.data.get("below", "inf")),
    )


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(_compile(entry) for entry in load_entries(language, "not_figures"))


def _either(rules: Iterable[_Rule]) -> re.Pattern[str] | None:
    sources = [f"(?:{rule.pattern.pattern})" for rule in rules]
    return re.compile("|".join(sources)) if sources else None


@dataclass(frozen=True, slots=True)
class _Choice:
    """The rules for one sort of number, and one pattern for each side that shows at once whether any can apply."""

    rules: tuple[_Rule, ...]
    inside: tuple[_Rule, ...]
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    glued: re.Pattern[str] | None

    def fitting(self, folded: str, before: str, end: int) -> tuple[_Rule, ...]:
        """The rules that are worth trying."""
        if (
            (self.after is not None and self.after.match(folded, end) is not None)
            or (self.before is not None and self.before.search(before) is not None)
            or (self.glued is not None and self.glued.search(before, max(0, len(before) - _GLUED_REACH)) is not None)
        ):
            return self.rules
        return self.inside


@cache
def _choice(language: str, kind: str, written: str, plain: bool) -> _Choice:
    rules = tuple(
        rule
        for rule in _rules(language)
        if kind in rule.kinds and (plain or not rule.plain) and rule.written in (None, "", written)
    )
    return _Choice(
        rules,
        tuple(rule for rule in rules if rule.look not in ("after", "before")),
        _either(rule for rule in rules if rule.look == "after"),
        _either(rule for rule in rules if rule.look == "before" and not rule.glued),
        _either(rule for rule in rules if rule.look == "before" and rule.glued),
    )


@cache
def measure_words(language: str) -> frozenset[str]:
    """Words that make ``un`` a number (une tonne, un hectare, un yuan)."""
    return frozenset(
        fold(form)
        for name in ("units", "currencies", "money_words")
        for entry in load_entries(language, name)
        if entry.data.get("measures")
        for form in entry.forms
    )


@cache
def _part_article(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){phrase(language, 'part_article')} $")


class Judge:
    """Judges the mentions of one source, in order."""

    def __init__(self, source: Source, lexicon: Lexicon) -> None:
        self.source = source
        self.language = lexicon.language
        self._shapes = ShapeJudge(source, lexicon)

    def judge(self, mention: NumberMention) -> NumberMention:
        """Mark a mention that measures nothing, with the reason."""
        reason = self._reason(mention)
        return mention if reason is None else replace(mention, is_figure=False, reason=reason)

    def _reason(self, mention: NumberMention) -> str | None:
        if mention.rule_id == "number.name":
            return "name"
        if mention.rule_id.endswith(".bare"):
            return self._by_rules(mention) or ("part" if self._is_bare(mention) else None)
        reason = self._shapes.inside(mention)
        if reason is not None:
            return reason
        return self._by_rules(mention) or (self._shapes.reason(mention) if mention.has_digit else None)

    def _is_bare(self, mention: NumberMention) -> bool:
        """A lone ``quart`` is no figure, ``plus du quart`` is."""
        before = self.source.folded[max(0, mention.start - 8) : mention.start]
        return mention.kind != "fraction" or _part_article(self.language).search(before) is None

    def _by_rules(self, mention: NumberMention) -> str | None:
        folded = self.source.folded
        before = folded[max(0, mention.start - _REACH) : mention.start]
        text = folded[mention.start : mention.end]
        grouped = mention.has_digit and _GROUPED.search(text) is not None
        plain = mention.scale is None and mention.value < _PLAIN_BELOW and not grouped
        written = "digits" if mention.has_digit else "words"
        choice = _choice(self.language, mention.kind, written, plain)
        for rule in choice.fitting(folded, before, mention.end):
            if rule.only_text and text not in rule.only_text:
                continue
            if mention.value >= rule.below or (rule.ahead and rule.ahead.match(folded, mention.end) is None):
                continue
            if self._applies(rule, mention, before, text):
                return rule.id
        return None

    def _applies(self, rule: _Rule, mention: NumberMention, before: str, text: str) -> bool:
        match rule.look:
            case "after":
                return rule.pattern.match(self.source.folded, mention.end) is not None
            case "before":
                return rule.pattern.search(before, max(0, len(before) - _GLUED_REACH) if rule.glued else 0) is not None
            case "whole":
                return rule.pattern.fullmatch(text) is not None
            case "article":
                ahead = _NOUN_AHEAD.match(self.source.folded, mention.end)
                measured = ahead is not None and ahead.group(1) in measure_words(self.language)
                return rule.pattern.fullmatch(text) is not None and not measured
            case _:  # an adjective behind its noun: un bâtiment neuf
                counted = _PLURAL_AHEAD.match(self.source.text, mention.end)
                return rule.pattern.fullmatch(text) is not None and counted is None and before[-2:-1].isalpha()
