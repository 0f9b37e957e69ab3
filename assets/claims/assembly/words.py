"""Small sets of grammar words, read from the language's data."""

from functools import cache

from assets.claims.assembly.folding import fold
from assets.claims.language.loader import load_entries


@cache
def forms(language: str, name: str) -> tuple[str, ...]:
    """The words of one role as the data write them, accents kept, the longest first; an unknown role has none."""
    for entry in load_entries(language, "grammar_words"):
        if entry.id == f"word-{name}":
            return tuple(sorted(entry.forms, key=lambda form: (-len(form), form)))
    return ()


@cache
def role(language: str, name: str) -> frozenset[str]:
    """The words of one role, folded."""
    return frozenset(fold(form) for form in forms(language, name))


@cache
def alternatives(language: str, name: str) -> str:
    """The words of one role as a regular expression's alternatives."""
    return "|".join(form.replace(".", r"\.") for form in forms(language, name))
