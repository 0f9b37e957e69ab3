"""Tells figures from what is only written like one: years, names, pages, clock times, articles."""

import re
from dataclasses import dataclass, replace
from functools import cache

from assets.claims.language.loader import Entry, load_entries
from assets.claims.numbers.folding import fold
from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.tokens import Source
from assets.claims.numbers.years import is_year

_REACH = 48
_PLAIN_BELOW = 10_000
_BLANKS = "[ \u00a0\u202f]{0,2}"
_PHONE = re.compile(r"(?<![\d,.])(?:\+\d{1,3}[ .-]?)?(?:\(0\) ?)?\d{1,3}(?:[ .-]\d{2,3})?(?:[ .-]\d{2}){3,4}(?!\d|,\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.|@)[^\s<>\"]*|[^\s<>\"@]*@[^\s<>\"]*")
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(«\"'’-]))([^\W\d_][\w.+’'-]*)[ \u00a0]$")
_LOWER_NOUN = re.compile("[ \u00a0](?:de |d'|d’)?[a-zà-ÿœ]{2,}")
_NOUN_AHEAD = re.compile("[ \u00a0]([a-zà-ÿœ-]{3,}[sx])(?![a-zà-ÿœ])")
_GLUED = re.compile(r"[A-Za-zÀ-ÿ]+")
_MARKET_CODE = re.compile(r"\.(?:sh|sz|hk|ss)(?![a-z])")
_LIST_MARK = re.compile(r"(?:^|\n)[ \u00a0•*–-]*$")
_LIST_END = re.compile(r"(?:\)|°)(?=\s)|\.(?=[ \u00a0]+[A-ZÀ-Þ«])")


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    look: str
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    plain: bool
    written: str | None
    only_text: frozenset[str]


def _compile(entry: Entry) -> _Rule:
    look = str(entry.data["look"])
    forms = "|".join(entry.forms)
    if look == "before":
        edge = "" if entry.data.get("glued") else "(?<![a-z0-9-])"
        source = f"{edge}(?:{forms})" + ("$" if entry.data.get("glued") else f"{_BLANKS}$")
    elif look == "after":
        source = f"(?:{forms})"
    else:
        source = "(?:" + forms.split("|")[0] + ")" + "$" if look == "around" else f"(?:{forms})"
    return _Rule(
        entry.id,
        look,
        re.compile(source),
        frozenset(entry.data.get("kinds", ("cardinal",))),
        bool(entry.data.get("plain", False)),
        entry.data.get("written"),
        frozenset(fold(form) for form in entry.data.get("only_text", ())),
    )


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(_compile(entry) for entry in load_entries(language, "not_figures"))


@cache
def _symbols(language: str) -> frozenset[str]:
    """Letters that may be glued to digits: unit symbols."""
    return frozenset(symbol for entry in load_entries(language, "units") for symbol in entry.data.get("symbols", ()))


@cache
def _measure_words(language: str) -> frozenset[str]:
    """Words that make ``un`` a number (une tonne, un hectare)."""
    return frozenset(
        fold(form) for entry in load_entries(language, "units") if entry.data.get("measures") for form in entry.forms
    )


class Judge:
    """Judges the mentions of one source."""

    def __init__(self, source: Source, language: str) -> None:
        self.source = source
        self.language = language
        self._taken = [
            (match.start(), match.end(), reason)
            for pattern, reason in ((_PHONE, "telephone"), (_ADDRESS, "address"))
            for match in pattern.finditer(source.text)
        ]
        self._taken.sort()
        self._next = 0

    def judge(self, mention: NumberMention) -> NumberMention:
        """Mark a mention that measures nothing, with the reason. Mentions come in order."""
        reason = self._reason(mention)
        return mention if reason is None else replace(mention, is_figure=False, reason=reason)

    def _reason(self, mention: NumberMention) -> str | None:
        if mention.rule_id == "number.name":
            return "name"
        if mention.rule_id.endswith(".bare"):
            return "part"
        reason = self._inside(mention)
        if reason is not None:
            return reason
        if mention.kind in ("percent", "multiple", "point"):
            return None
        return self._by_rules(mention) or (self._by_shape(mention) if mention.has_digit else None)

    def _inside(self, mention: NumberMention) -> str | None:
        while self._next < len(self._taken) and self._taken[self._next][1] <= mention.start:
            self._next += 1
        if self._next < len(self._taken) and self._taken[self._next][0] <= mention.start:
            return self._taken[self._next][2]
        return None

    def _by_rules(self, mention: NumberMention) -> str | None:
        folded = self.source.folded
        before = folded[max(0, mention.start - _REACH) : mention.start]
        text = folded[mention.start : mention.end]
        plain = mention.scale is None and mention.value < _PLAIN_BELOW
        written = "digits" if mention.has_digit else "words"
        for rule in _rules(self.language):
            if mention.kind not in rule.kinds or (rule.plain and not plain):
                continue
            if (rule.written and rule.written != written) or (rule.only_text and text not in rule.only_text):
                continue
            if self._applies(rule, mention, before, text):
                return rule.id
        return None

    def _applies(self, rule: _Rule, mention: NumberMention, before: str, text: str) -> bool:
        folded = self.source.folded
        if rule.look == "after":
            return rule.pattern.match(folded, mention.end) is not None
        if rule.look == "around":
            return rule.pattern.search(before) is not None and folded[mention.end : mention.end + 1] == "]"
        if rule.look == "before":
            return rule.pattern.search(before) is not None
        if rule.pattern.fullmatch(text) is None:
            return False
        return self._is_bare_word(rule.id, mention, before)

    def _is_bare_word(self, name: str, mention: NumberMention, before: str) -> bool:
        folded = self.source.folded
        ahead = re.compile("[ \u00a0](?:de |d')?([a-z]+)").match(folded, mention.end)
        if name == "article":
            return ahead is None or ahead.group(1) not in _measure_words(self.language)
        plural = _NOUN_AHEAD.match(self.source.text, mention.end)
        return plural is None and before.strip() != "" and (ahead is None or before[-3:-1] not in ("es", "de"))

    def _by_shape(self, mention: NumberMention) -> str | None:
        text, folded = self.source.text, self.source.folded
        if mention.kind != "cardinal":
            return None
        glued = _GLUED.match(text, mention.end)
        if glued is not None and glued.group() not in _symbols(self.language) and not _currency_like(glued.group()):
            return "name"
        if _MARKET_CODE.match(folded, mention.end) is not None:
            return "name"
        if mention.scale is not None or mention.range_role is not None:
            return None
        if is_year(mention, text, folded, self.language):
            return "year"
        if self._is_list_mark(mention):
            return "list_mark"
        return "name" if self._is_product(mention) else None

    def _is_list_mark(self, mention: NumberMention) -> bool:
        before = self.source.text[max(0, mention.start - 12) : mention.start]
        return (
            mention.value < 100  # noqa: PLR2004
            and mention.start - len(before) + len(before.rstrip(" \u00a0•*–-"))
            in (0, mention.start - len(before) + len(before))
            and _LIST_MARK.search(before) is not None
            and _LIST_END.match(self.source.text, mention.end) is not None
        )

    def _is_product(self, mention: NumberMention) -> bool:
        """``Atlas 900``, ``Claude Sonnet 4.5``: a capitalised word right before a small bare number, no noun behind."""
        if mention.value >= _PLAIN_BELOW or "," in mention.text or " " in mention.text or "\u00a0" in mention.text:
            return False
        text = self.source.text
        match = _NAME_BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
        if match is None or not any(letter.isupper() for letter in match.group(1)):
            return False
        word = fold(match.group(1))
        if word in _function_words(self.language) or word.endswith("ment"):
            return False
        return _NOUN_AHEAD.match(text, mention.end) is None and _CURRENCY_AHEAD.match(text, mention.end) is None


_CURRENCY_AHEAD = re.compile(
    r"[ \u00a0\u202f]?(?:[€$¥£%]|(?:yuan|euro|dollar|RMB|CNY|USD|EUR|CHF|[kMGT]?Wh?\b|[kMG]?t\b|tonne|m²|m³|km|ha\b))"
)


def _currency_like(letters: str) -> bool:
    return letters in ("EUR", "USD", "RMB", "CNY", "CHF", "GBP", "JPY", "US", "x", "F")


@cache
def _function_words(language: str) -> frozenset[str]:
    """Words that are capitalised only because a sentence begins."""
    return frozenset(fold(form) for entry in load_entries(language, "function_words") for form in entry.forms)
