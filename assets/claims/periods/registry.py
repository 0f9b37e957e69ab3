"""How a rule's match reaches the reading that its TOML entry names."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assets.claims.periods.expressions import Expression
from assets.claims.periods.items import Item, Items


def places_of(pattern: re.Pattern[str]) -> dict[str, tuple[str, ...]]:
    """Group names by the place they fill: a form may name the same place ``n``, ``n2``, ``n3`` in its branches."""
    places: dict[str, list[str]] = {}
    for group in pattern.groupindex:
        places.setdefault(group.rstrip("0123456789"), []).append(group)
    return {place: tuple(groups) for place, groups in places.items()}


@dataclass(slots=True)
class Match:
    """A rule's match over items, with what its named places caught."""

    found: re.Match[str]
    items: Items
    params: dict[str, Any]
    places: dict[str, tuple[str, ...]]
    text: str

    def is_capital(self) -> bool:
        """Whether a word of the match, other than its first, or a lone word begins with a capital."""
        parts = self.items.between(self.found.start(), self.found.end())
        return any(self.text[part.start].isupper() for part in (parts[1:] or parts))

    def item(self, name: str) -> Item | None:
        """The item at a named place, or None."""
        for group in self.places.get(name, ()):
            position = self.found.start(group)
            if position >= 0:
                return self.items[position]
        return None

    def before(self, steps: int = 1) -> Item | None:
        """The item so many steps before the match, or None before the text's beginning."""
        position = self.found.start() - steps
        return self.items[position] if position >= 0 else None

    def has(self, name: str) -> bool:
        """Whether the named place caught something."""
        return self.item(name) is not None

    def after(self, steps: int = 1) -> Item | None:
        """The item so many steps after the match, or None past the text's end."""
        position = self.found.end() + steps - 1
        return self.items[position] if position < len(self.items) else None

    def is_plural(self, name: str) -> bool:
        """Whether the word at a named place ends like a plural (``années``, but ``mois`` is both)."""
        item = self.item(name)
        return item is not None and self.text[item.start : item.end].lower().endswith(("ans", "es"))

    def is_name(self) -> bool:
        """Whether the match has a capital that neither a sentence's beginning nor a word before a year explains."""
        before = self.before()
        if before is None or not self.text[self.items[self.found.start()].start].isupper():
            return False
        glued = "hyphen" in before.values and before.end == self.items[self.found.start()].start
        return glued or (self.text[before.start].isalnum() and "year_sign" not in before.values)

    def number(self, name: str, *classes: str) -> int | None:
        """The number at a named place, under the first of these classes that it has."""
        found = self.value(name, *classes)
        return found if isinstance(found, int) else None

    def word(self, name: str, *classes: str) -> str | None:
        """The meaning of the word at a named place, under the first of these classes that it has."""
        found = self.value(name, *classes)
        return found if isinstance(found, str) else None

    def numbers(self, name: str, *classes: str) -> tuple[int, ...] | None:
        """The numbers that a token of digits at a named place holds."""
        found = self.value(name, *classes)
        return found if isinstance(found, tuple) else None

    def value(self, name: str, *classes: str) -> object:
        """What the named place stands for under the first of these classes that it has, else None."""
        item = self.item(name)
        if item is not None:
            for cls in classes:
                if cls in item.values:
                    return item.values[cls]
        return None

    def period(self, name: str) -> Expression | None:
        """The expression at a named place."""
        found = self.value(name, "P")
        return found if isinstance(found, Expression) else None


Reading = Callable[[Match], Expression | None]
READINGS: dict[str, Reading] = {}


def reading(name: str) -> Callable[[Reading], Reading]:
    """Register a reading under the name that rules give in ``reads``."""

    def register(function: Reading) -> Reading:
        READINGS[name] = function
        return function

    return register
