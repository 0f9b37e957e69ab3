"""Small sets of grammar words, read from the language's data."""

from functools import cache

from assets.claims.assembly.text import fold
from assets.claims.language.loader import load_entries


@cache
def _roles(language: str) -> dict[str, frozenset[str]]:
    return {
        entry.id.removeprefix("word-"): frozenset(fold(form) for form in entry.forms)
        for entry in load_entries(language, "grammar_words")
    }


def role(language: str, name: str) -> frozenset[str]:
    """The words of one role, folded; an unknown role has none."""
    return _roles(language).get(name, frozenset())
