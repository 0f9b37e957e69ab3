"""Pairs the two ends of a range or change and lets the first borrow the second's scale and percent sign."""

import re
from dataclasses import dataclass, replace
from functools import cache

from assets.claims.language.patterns import phrase
from assets.claims.numbers.exact import scaled
from assets.claims.numbers.model import NumberMention

_DASH = re.compile("[ \u00a0]?[-–—][ \u00a0]?")
_LISTED = re.compile(r"\d,\s*$")  # "2 000, 5 000 ou 8 000" lists, it gives no limits.
_CLOSE = 12
_LOOK_BACK = 60
_LARGEST_CHANGE = 100.0
_SMALL = 10_000.0
_SHARED_REASONS = ("duration", "occurrence", "clock", "date", "price_base")
_SECOND_KINDS = ("cardinal", "percent", "point", "multiple")


@dataclass(frozen=True, slots=True)
class _Links:
    between: re.Pattern[str]
    both: re.Pattern[str]
    to: re.Pattern[str]
    either: re.Pattern[str]
    change: re.Pattern[str]
    since: re.Pattern[str]
    rate: re.Pattern[str]


@cache
def _links(language: str) -> _Links:
    def gap(role: str) -> re.Pattern[str]:
        return re.compile(rf"\s+{phrase(language, role)}\s+{phrase(language, 'range_article')}?")

    def ending(role: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![a-z]){phrase(language, role)}\s*$")

    return _Links(
        ending("range_between"),
        gap("range_and"),
        gap("range_to"),
        gap("range_or"),
        ending("change_from"),
        ending("range_from"),
        ending("rate_of_change"),
    )


def _link(folded: str, low: NumberMention, high: NumberMention, language: str) -> str | None:
    """``range``, ``change`` or None, by the words before and between."""
    if high.start - low.end > _CLOSE:
        return None
    links = _links(language)
    gap = folded[low.end : high.start]
    before = folded[max(0, low.start - _LOOK_BACK) : low.start]
    if links.both.fullmatch(gap):
        return "range" if links.between.search(before) else None
    if _DASH.fullmatch(gap):
        return "range" if low.value < high.value else None
    if links.either.fullmatch(gap):
        return None if _LISTED.search(before) else "range"
    if links.to.fullmatch(gap):
        if high.kind == "percent" and low.value < high.value and links.rate.search(before):
            return "range"
        return "change" if links.change.search(before) else "range"
    return None


def pair_ranges(mentions: list[NumberMention], folded: str, language: str) -> list[NumberMention]:
    """Mark pairs; a bare first number takes scale and percent of the second where the pair then makes sense."""
    result = list(mentions)
    position = 0
    while position + 1 < len(result):
        low, high = result[position], result[position + 1]
        link = None
        if _may_pair(low, high) or _is_count_like_a_year(low, high, folded, language):
            link = _link(folded, low, high, language)
        if link is not None:
            low = _borrow(low, high, link)
        if link is None and _is_same_noise(low, high, folded, language):
            result[position] = replace(low, is_figure=False, reason=high.reason)
        if link is None or (link == "range" and low.value > high.value):
            position += 1
            continue
        roles = ("low", "high") if link == "range" else ("from", "to")
        result[position] = replace(low, range_role=roles[0], partner=high.start, is_figure=True, reason=None)
        result[position + 1] = replace(high, range_role=roles[1], partner=low.start)
        position += 2
    return result


def _is_count_like_a_year(low: NumberMention, high: NumberMention, folded: str, language: str) -> bool:
    """``de 1500 à 2000 tonnes``: the second end counts, so the first does too."""
    if low.reason != "year" or not high.is_figure or high.kind != "cardinal" or high.scale or low.end > high.start:
        return False
    return _links(language).since.search(folded[max(0, low.start - _LOOK_BACK) : low.start]) is not None


def _is_same_noise(low: NumberMention, high: NumberMention, folded: str, language: str) -> bool:
    """``cinq à six ans``: what the second end is not, the first is not either."""
    if not low.is_figure or high.reason not in _SHARED_REASONS or low.kind != "cardinal":
        return False
    return _link(folded, low, high, language) is not None


def _may_pair(low: NumberMention, high: NumberMention) -> bool:
    """Two figures, of which the first may be ``un`` (un à deux millions)."""
    if not high.is_figure or not (low.is_figure or low.reason == "article") or low.end > high.start:
        return False
    same = low.kind == high.kind and low.kind in ("percent", "fraction")
    return same or (low.kind == "cardinal" and high.kind in _SECOND_KINDS)


def _borrow(low: NumberMention, high: NumberMention, link: str) -> NumberMention:
    value, scale = low.value, low.scale
    if high.scale is not None and low.scale is None:
        whole = scaled(low.value, high.scale)
        fits = low.value < _SMALL and whole <= high.value
        if link == "change":
            fits = high.value != 0 and 1 / _LARGEST_CHANGE <= whole / high.value <= _LARGEST_CHANGE
        if fits:
            value, scale = whole, high.scale
    if high.kind == "cardinal" or low.kind in ("percent", "fraction"):
        return replace(low, value=value, scale=scale)
    ratio = round(low.value * high.ratio / high.value, 12) if high.ratio is not None and high.value else None
    return replace(low, value=value, scale=scale, kind=high.kind, ratio=ratio, rule_id=f"{low.rule_id}+range")
