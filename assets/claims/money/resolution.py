"""Decides which currency a shared word or sign means, by the article's own words and place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.claims.money.lexicon import Denomination
from assets.claims.money.model import MoneyMention

# After a bare dollar sign: whose dollar. One small letter could begin a word, so only c may be small.
_DOLLAR_OF = re.compile(r"[ \u00a0]?(US|us|CAN|can|CA|ca|C|c|HK|hk|AU|au|NZ|nz|SG|NT|TW)(?![A-Za-z0-9'’])")
_DOLLARS = {"us": "USD", "can": "CAD", "ca": "CAD", "c": "CAD", "hk": "HKD", "au": "AUD", "nz": "NZD", "sg": "SGD"}
_DOLLARS |= {"nt": "TWD", "tw": "TWD"}
_NEAR = 300


class CurrencyResolver:
    """Resolves denominations within one article."""

    def __init__(self, folded: str, place: str | None) -> None:
        self._folded = folded
        self._place = place
        self._decided: dict[str, str | None] = {}

    def code_of(self, denomination: Denomination) -> str | None:
        """ISO code of a denomination, or None where nothing decides."""
        if denomination.id not in self._decided:
            self._decided[denomination.id] = self._decide(denomination)
        return self._decided[denomination.id]

    def _decide(self, denomination: Denomination) -> str | None:
        if self._place is not None and self._place in denomination.by_place:
            return denomination.by_place[self._place]
        for code, pattern in denomination.evidence:
            if pattern.search(self._folded) is not None:
                return code
        return denomination.code


def dollar_suffix(text: str, end: int) -> tuple[str, int] | None:
    """``$ c`` and ``$ HK``: the code and where it ends."""
    match = _DOLLAR_OF.match(text, end)
    return (_DOLLARS[match.group(1).lower()], match.end()) if match is not None else None


def settle_parts(mentions: Sequence[MoneyMention], loose: frozenset[int]) -> tuple[MoneyMention, ...]:
    """Give centimes the currency of the amounts around them.

    Args:
        mentions: All amounts of the text, in order.
        loose: Start offsets of those whose word names only a part (``centimes``).
    """
    settled = list(mentions)
    for position, mention in enumerate(settled):
        if mention.start not in loose:
            continue
        near = [
            other
            for other in (*reversed(settled[:position]), *settled[position + 1 :])
            if other.start not in loose and abs(other.start - mention.start) <= _NEAR
        ]
        if near and near[0].currency in ("EUR", "USD", "CHF", "CAD", "AUD", "HKD"):
            settled[position] = replace(mention, currency=near[0].currency)
    return tuple(settled)
