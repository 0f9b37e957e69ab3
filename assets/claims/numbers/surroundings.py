"""What the words right around a number make of it: percent, points, multiples, signs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from assets.claims.language.loader import Entry, load_entries
from assets.claims.language.patterns import any_of, phrase
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import load_lexicon
from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.part import Part

_GAP = "[ \u00a0\u202f\u2009]{0,2}-?"
_LOOK_BACK = 40
_HALF = 0.5
_SIGN = re.compile(r"(?:^|(?<=[\s(\[:«/]))([+-]|–(?=$)|(?<=\()–|(?<=: )–)[ \u00a0]?$")
_SIGNS = ("+", "-", "–")
# ``(- 2 %)``, ``Variation : - 2 %``, as the press sets a change behind its figure or in a cell of a table.
_OPENS_CHANGE = re.compile(r"(?:\(|: )[-–][ \u00a0]?$")
_FREE_DASH = re.compile(r"^\s*-[ \u00a0]?$")


@dataclass(frozen=True, slots=True)
class _Suffix:
    pattern: re.Pattern[str]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Compiled patterns of one language.

    ``any_after`` and ``any_before`` show at once whether one of the suffixes or prefixes can stand there,
    ``before_ends`` what a text must end with for a prefix, and ``sign_words`` for a sign.
    """

    percents: tuple[_Suffix, ...]
    after: tuple[_Suffix, ...]
    before: tuple[_Suffix, ...]
    minus: re.Pattern[str]
    plus: re.Pattern[str]
    no_sign: re.Pattern[str]
    below_zero: re.Pattern[str]
    and_half: re.Pattern[str]
    rank_before: re.Pattern[str]
    rank_after: re.Pattern[str]
    any_after: re.Pattern[str]
    any_before: re.Pattern[str]
    before_ends: tuple[str, ...]
    sign_words: tuple[str, ...]

    def has_prefix(self, before: str) -> bool:
        """Whether a prefix ends the text before a number."""
        return before.endswith(self.before_ends) and self.any_before.search(before) is not None


def _either(suffixes: Iterable[_Suffix]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{suffix.pattern.pattern})" for suffix in suffixes) or "(?!)")


def _suffixes(entries: tuple[Entry, ...], place: str | None) -> tuple[_Suffix, ...]:
    found = []
    for entry in entries:
        if place is not None and entry.data["place"] != place:
            continue
        body = "|".join(entry.forms)
        pattern = f"(?:{body})$" if place == "before" else f"{_GAP}({body})"
        found.append(_Suffix(re.compile(pattern), entry))
    return tuple(found)


@cache
def load_surroundings(language: str) -> Surroundings:
    """Compile the patterns of a language once."""
    connectors = load_lexicon(language).connectors
    multiples = load_entries(language, "multiples")

    def sign(role: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w'-])({any_of(connectors.get(role, ()))})[ \u00a0]$")

    percents = _suffixes(load_entries(language, "percents"), None)
    after, before = _suffixes(multiples, "after"), _suffixes(multiples, "before")
    return Surroundings(
        percents,
        after,
        before,
        sign("minus"),
        sign("plus"),
        re.compile(rf"(?:(?<![a-z]){phrase(language, 'no_sign_after')}|[%0-9])\s*$"),
        re.compile(rf"\s?{phrase(language, 'below_zero')}(?![a-z])"),
        re.compile(rf"[ \u00a0]{phrase(language, 'and_half')}(?![a-z])"),
        re.compile(rf"(?<![a-z])(?:{any_of(connectors.get('rank_prefix', ()))})[ \u00a0]?$"),
        re.compile(rf"[ \u00a0](?:{any_of(_rank_followers(language))})(?![a-z])"),
        _either((*percents, *after)),
        _either(before),
        tuple(end for prefix in before for end in prefix.entry.data.get("ends", ("",))),
        tuple(form for role in ("minus", "plus") for form in connectors.get(role, ())),
    )


def _rank_followers(language: str) -> Iterable[str]:
    entries = load_entries(language, "connectors")
    return (fold(word) for entry in entries for word in entry.data.get("followers", ()))


def describe(part: Part, text: str, folded: str, language: str) -> NumberMention:
    """Turn a composed number into a mention, with what stands right before and after it."""
    rules = load_surroundings(language)
    mention = NumberMention(
        part.start,
        part.end,
        text[part.start : part.end],
        part.value,
        part.kind,
        part.rule_id,
        part.has_digit,
        part.scale,
        part.value if part.kind in ("fraction", "share") else None,
        counted=part.counted,
    )
    mention = _ranked(_signed(mention, text, folded, rules), text, folded, rules)
    if part.kind in ("cardinal", "fraction"):
        followed = rules.any_after.match(folded, mention.end) is not None
        for suffix in rules.percents if followed else ():
            match = suffix.pattern.match(folded, mention.end)
            if match is not None:
                ratio = round(mention.value * float(suffix.entry.data["per_one"]), 12)
                rule = f"{mention.rule_id}+{suffix.entry.id}"
                end = match.end()
                return replace(
                    mention,
                    end=end,
                    text=text[mention.start : end],
                    kind=suffix.entry.data["kind"],
                    ratio=ratio,
                    rule_id=rule,
                )
        return _multiplied(mention, text, folded, rules, followed=followed)
    return mention


def _multiplied(
    mention: NumberMention, text: str, folded: str, rules: Surroundings, *, followed: bool
) -> NumberMention:
    before = folded[max(0, mention.start - _LOOK_BACK) : mention.start]
    if not followed and not rules.has_prefix(before):
        return mention
    for prefix in rules.before:
        if prefix.pattern.search(before) is not None:
            return replace(mention, kind="multiple", rule_id=f"{mention.rule_id}+{prefix.entry.id}")
    for suffix in rules.after:
        match = suffix.pattern.match(folded, mention.end)
        needed = suffix.entry.data.get("needs_before")
        free = needed is None or mention.value % 1 != 0  # Nobody does a thing 2.4 times.
        if match is not None and (free or re.search(str(needed), before) is not None):
            word = match.group(1).split(" ")[0]
            end = match.start(1) + len(word)
            half = rules.and_half.match(folded, end)
            end = half.end() if half is not None else end
            return replace(
                mention,
                end=end,
                text=text[mention.start : end],
                value=mention.value + (_HALF if half is not None else 0.0),
                kind="multiple",
                rule_id=f"{mention.rule_id}+{suffix.entry.id}",
            )
    return mention


def _ranked(mention: NumberMention, text: str, folded: str, rules: Surroundings) -> NumberMention:
    """``numéro un``, ``n° 2 mondial``: a place in a ranking."""
    if mention.kind != "cardinal" or mention.scale or mention.value not in range(1, 11):
        return mention
    match = rules.rank_before.search(folded, max(0, mention.start - 8), mention.start)
    if match is None or (mention.has_digit and rules.rank_after.match(folded, mention.end) is None):
        return mention
    start = match.start()
    return replace(
        mention, start=start, text=text[start : mention.end], kind="ordinal", rule_id=f"{mention.rule_id}+rank"
    )


def _signed(mention: NumberMention, text: str, folded: str, rules: Surroundings) -> NumberMention:
    """Signs and the words ``moins`` and ``plus``. A dash between two blanks is a dash, except at the text's start."""
    before = folded[max(0, mention.start - 20) : mention.start]
    ending = before.rstrip()
    match = _SIGN.search(before) if mention.has_digit and ending[-1:] in _SIGNS else None
    if match is not None:
        touching = before[-1] in "+-"
        if match.group(1) == "–":  # An en dash is a minus before a percentage only.
            touching = rules.percents[0].pattern.match(folded, mention.end) is not None
        is_change = _OPENS_CHANGE.search(before) and rules.percents[0].pattern.match(folded, mention.end)
        is_first = mention.start <= len(before) and _FREE_DASH.match(before)
        if touching or is_first or is_change or match.group(1) == "+":
            start = mention.start - (len(before) - match.start(1))
            sign = 1.0 if match.group(1) == "+" else -1.0
            return replace(mention, start=start, text=text[start : mention.end], value=sign * mention.value)
    below = rules.below_zero.match(folded, mention.end) if mention.kind == "cardinal" else None
    if below is not None:
        end = below.end()
        return replace(mention, end=end, text=text[mention.start : end], value=-mention.value)
    if not ending.endswith(rules.sign_words):
        return mention
    for pattern, sign in ((rules.minus, -1.0), (rules.plus, 1.0)):
        match = pattern.search(before)
        if match is not None and mention.kind == "cardinal":
            if rules.no_sign.search(before[: match.start()]) is not None:
                return mention
            start = mention.start - (len(before) - match.start(1))
            return replace(
                mention,
                start=start,
                text=text[start : mention.end],
                value=sign * mention.value,
                rule_id=f"{mention.rule_id}+sign",
            )
    return mention
