"""Builds regular expressions: of plain strings, and of a language's ``phrases`` file by role."""

import re
from collections.abc import Iterable
from functools import cache

from assets.claims.language.loader import load_entries

NEVER = "(?!)"


@cache
def phrase(language: str, role: str) -> str:
    """The forms of one role as one alternation, longest first; matches nothing where the language has no such role.

    Raises:
        LanguageDataError: The language has no ``phrases`` file or the file breaks the contract.
    """
    for entry in load_entries(language, "phrases"):
        if entry.id == role:
            return "(?:" + "|".join(sorted(entry.forms, key=lambda form: (-len(form), form))) + ")"
    return NEVER


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of some plain strings, the longest first; matches nothing where there are none.

    What strings have in common at their beginning is looked at once, so that a thousand of them cost little more than
    one.

    >>> any_of(["tonne", "tonnes", "m"])
    '(?:(?:m|tonne(?:s)?))'
    """
    distinct = set(forms)
    return f"(?:{_tree(distinct)})" if distinct else NEVER


def _tree(forms: set[str]) -> str:
    """A branch for every first character; what goes on is tried before what ends here."""
    rests: dict[str, set[str]] = {}
    for form in forms:
        if form:
            rests.setdefault(form[0], set()).add(form[1:])
    branches = [re.escape(first) + _tree(rests[first]) for first in sorted(rests)]
    pattern = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
    return f"(?:{pattern})?" if pattern and "" in forms else pattern
