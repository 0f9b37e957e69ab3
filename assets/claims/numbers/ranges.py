"""Pairs the two ends of a range and lets the low end borrow the high end's scale and percent sign."""

import re
from dataclasses import replace

from assets.claims.numbers.model import NumberMention

_BETWEEN = re.compile(r"(?<![a-z])entre $")
_AND = re.compile(r"\s+et\s+")
_TO = re.compile(r"\s+(?:a|ou|jusqu'a)\s+")
_DASH = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?")
_CHANGE = re.compile(
    r"(?:pass\w+|bondi\w*|grimp\w+|tomb\w+|chut\w+|mont\w+|recul\w+|releve\w*|porte\w*|abaiss\w+|ramen\w+|progress\w+)"
    r"(?:\s+\w+){0,3}\s+(?:de|d')\s*$|(?:hausse|baisse)\s+de\s*$"
)
_MAX_CHANGE = 100.0


def _link(folded: str, low: NumberMention, high: NumberMention) -> str | None:
    """``range``, ``change`` or None, by the words before and between."""
    gap = folded[low.end : high.start]
    if len(gap) > 12:  # noqa: PLR2004
        return None
    before = folded[max(0, low.start - 60) : low.start]
    if _AND.fullmatch(gap):
        return "range" if _BETWEEN.search(before) else None
    if _DASH.fullmatch(gap):
        return "range" if low.value < high.value else None
    if _TO.fullmatch(gap):
        return "change" if _CHANGE.search(before) else "range"
    return None


def pair_ranges(mentions: list[NumberMention], folded: str) -> list[NumberMention]:
    """Mark pairs; a bare low end takes scale and percent of the high end where the pair then makes sense."""
    result = list(mentions)
    position = 0
    while position + 1 < len(result):
        low, high = result[position], result[position + 1]
        link = None
        if not high.is_figure or not (low.is_figure or low.reason == "article"):
            position += 1
            continue
        if (
            low.kind == "cardinal"
            and low.end <= high.start
            and high.kind in ("cardinal", "percent", "point", "multiple")
        ):
            link = _link(folded, low, high)
        elif low.kind == high.kind == "percent":
            link = _link(folded, low, high)
        if link is None:
            position += 1
            continue
        low = _borrow(low, high, link)
        if link == "range" and low.value > high.value:
            position += 1
            continue
        roles = ("low", "high") if link == "range" else ("from", "to")
        result[position] = replace(low, range_role=roles[0], partner=high.start, is_figure=True, reason=None)
        result[position + 1] = replace(high, range_role=roles[1], partner=low.start)
        position += 2
    return result


def _borrow(low: NumberMention, high: NumberMention, link: str) -> NumberMention:
    value, scale = low.value, low.scale
    if high.scale is not None and low.scale is None:
        scaled = low.value * high.scale
        fits = low.value < 1e4 and scaled <= high.value  # noqa: PLR2004
        if link == "change":
            fits = low.value != 0 and 1 / _MAX_CHANGE <= scaled / (high.value or 1) <= _MAX_CHANGE
        if fits:
            value, scale = scaled, high.scale
    if high.kind == "cardinal" or low.kind == "percent":
        return replace(low, value=value, scale=scale)
    ratio = None
    if high.ratio is not None and high.value:
        ratio = low.value * high.ratio / high.value
    return replace(low, value=value, scale=scale, kind=high.kind, ratio=ratio, rule_id=f"{low.rule_id}+range")
