"""Finds the places of a text where a rule can begin at all, so that the rules are tried nowhere else.

Every rule names things that it cannot do without; where a text has none of them, no rule need be tried. The things
come from the rules themselves, so a new rule needs no second list.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from assets.claims.periods.lexicon import Vocabulary


class Need(NamedTuple):
    """Codes of which a rule needs one, and how many places at most after the rule's first."""

    codes: frozenset[str]
    reach: int


class Trigger:
    """What must stand at or after a place for any rule of a level to match there."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._needs: list[tuple[Need, ...]] = []
        self._always = False
        self._reach: dict[str, int] = {}
        self._telling = re.compile(r"(?!)")

    def require(self, needs: tuple[Need, ...]) -> None:
        """Add a rule by its needs."""
        if needs:
            self._needs.append(needs)
        else:
            self._always = True

    def settle(self) -> None:
        """Choose for every rule the need that adds least to what has to be looked for anyway."""
        lightest = self._vocabulary.weight_of
        for needs in sorted(self._needs, key=lambda needs: min(lightest(need.codes) for need in needs)):
            chosen = min(needs, key=lambda need: lightest(need.codes - self._reach.keys()))
            for code in chosen.codes:
                self._reach[code] = max(self._reach.get(code, 0), chosen.reach)
        if self._reach:
            self._telling = re.compile(f"[{''.join(sorted(self._reach))}]")

    def windows(self, codes: str) -> Iterable[tuple[int, int]]:
        """Where rules can begin, as places from and up to, in order and apart."""
        if self._always:
            return ((0, len(codes)),)
        found: list[tuple[int, int]] = []
        for match in self._telling.finditer(codes):
            place = match.start()
            first = place - self._reach[match.group()]
            while found and found[-1][1] >= first:
                first = min(first, found.pop()[0])
            found.append((max(0, first), place + 1))
        return found
