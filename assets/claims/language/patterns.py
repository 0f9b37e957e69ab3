"""Builds regular expressions from a language's ``phrases`` file, by role."""

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
