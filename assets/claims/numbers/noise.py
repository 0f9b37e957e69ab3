"""Tells figures from what is only written like one: years, names, pages, clock times, articles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

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
    forms: tuple[str, ...]
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    plain: bool
    written: str | None
    only_text: frozenset[str]
    ahead: re.Pattern[str] | None
    below: float


def _source(forms: str, look: str, glued: bool) -> str:
    if look != "before":
        return f"(?:{forms})"
    return f"(?:{forms})$" if glued else f"(?<![a-z0-9-])(?:{forms}){_BLANKS}$"


def _compile(entry: Entry) -> _Rule:
    look, glued = str(entry.data["look"]), bool(entry.data.get("glued", False))
    return _Rule(
        entry.id,
        look,
        glued,
        entry.forms,
        re.compile(_source("|".join(entry.forms), look, glued)),
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


@dataclass(frozen=True, slots=True)
class _Choice:
    """The rules for one sort of number, and one pattern for each side that shows at once whether any can apply.

    ``fitting`` has the rules worth trying by which of ``after``, ``before``, ``glued`` and ``whole`` match.
    """

    after: re.Pattern[str]
    before: re.Pattern[str]
    glued: re.Pattern[str]
    whole: re.Pattern[str]
    fitting: Mapping[tuple[bool, bool, bool, bool], tuple[_Rule, ...]]


@cache
def _either(forms: tuple[str, ...], look: str, glued: bool = False) -> re.Pattern[str]:
    return re.compile(_source("|".join(forms) or "(?!)", look, glued))


def _side(rule: _Rule) -> int:
    """Which of a choice's four patterns has the forms of a rule."""
    return {"after": 0, "before": 2 if rule.glued else 1}.get(rule.look, 3)


@cache
def _choice(language: str, kind: str, written: str, plain: bool) -> _Choice:
    rules = tuple(
        rule
        for rule in _rules(language)
        if kind in rule.kinds and (plain or not rule.plain) and rule.written in (None, "", written)
    )

    def forms(side: int) -> tuple[str, ...]:
        return tuple(form for rule in rules if _side(rule) == side for form in rule.forms)

    return _Choice(
        _either(forms(0), "after"),
        _either(forms(1), "before"),
        _either(forms(2), "before", glued=True),
        _either(forms(3), "whole"),
        {
            (after, before, glued, whole): tuple(rule for rule in rules if (after, before, glued, whole)[_side(rule)])
            for after, before, glued, whole in product((False, True), repeat=4)
        },
    )


@cache
def _load(language: str) -> None:
    """Compile the rules for every sort of number at the first text, so that no later one pays for it."""
    for kind in ("cardinal", "ordinal", "fraction", "percent", "point", "dozen"):
        for written in ("digits", "words"):
            for plain in (True, False):
                _choice(language, kind, written, plain)


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


@cache
def _sized_dozen(language: str) -> re.Pattern[str]:
    """What stands before the dozens of ``une petite centaine``."""
    return re.compile(rf"(?<![a-z]){phrase(language, 'sized_dozen')} $")


@cache
def _before_nine(language: str) -> re.Pattern[str]:
    """What stands before ``neuf`` where it is a number with nothing behind it: ``elle n'en a que neuf``."""
    return re.compile(rf"(?<![a-z]){phrase(language, 'before_nine')} $")


class Judge:
    """Judges the mentions of one source, in order."""

    def __init__(self, source: Source, lexicon: Lexicon) -> None:
        self.source = source
        self.language = lexicon.language
        _load(self.language)
        self._shapes = ShapeJudge(source, lexicon)
        self._told: int | None = None

    def judge(self, mention: NumberMention) -> NumberMention:
        """Mark a mention that measures nothing, with the reason."""
        reason = self._reason(mention)
        if reason is None:
            self._told = mention.end
        return mention if reason is None else mention.discarded(reason)

    def _reason(self, mention: NumberMention) -> str | None:
        if mention.rule_id == "number.name":
            return "name"
        if mention.rule_id.endswith(".bare"):
            return self._by_rules(mention) or ("part" if self._is_bare(mention) else None)
        reason = self._shapes.inside(mention)
        if reason is not None:
            return reason
        return self._by_rules(mention) or (self._shapes.reason(mention, self._told) if mention.has_digit else None)

    def _is_bare(self, mention: NumberMention) -> bool:
        """A lone ``quart`` is no figure, ``plus du quart`` and ``une petite centaine`` are."""
        if mention.kind == "dozen":
            return (
                _sized_dozen(self.language).search(self.source.folded, max(0, mention.start - 16), mention.start)
                is None
            )
        before = self.source.folded[max(0, mention.start - 8) : mention.start]
        return mention.kind != "fraction" or _part_article(self.language).search(before) is None

    def _by_rules(self, mention: NumberMention) -> str | None:
        folded = self.source.folded
        before = folded[max(0, mention.start - _REACH) : mention.start]
        text = folded[mention.start : mention.end]
        plain = mention.scale is None and mention.value < _PLAIN_BELOW
        if plain and mention.has_digit and _GROUPED.search(text) is not None:
            plain = False
        choice = _choice(self.language, mention.kind, "digits" if mention.has_digit else "words", plain)
        sides = (
            choice.after.match(folded, mention.end) is not None,
            choice.before.search(before) is not None,
            choice.glued.search(before, max(0, len(before) - _GLUED_REACH)) is not None,
            choice.whole.fullmatch(text) is not None,
        )
        for rule in choice.fitting[sides]:
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
                if rule.pattern.fullmatch(text) is None or counted is not None or not before[-2:-1].isalpha():
                    return False
                return _before_nine(self.language).search(before) is None
