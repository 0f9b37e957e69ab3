"""How a language writes figures, periods, qualifiers and metrics: data files, one folder a language, and their loader.

Belongs here: TOML entries with an id, surface forms, at least one example and one counter-example, which the tests run.
Does not belong here: rules in Python, facts about the world (``sources/reference``).
"""

from assets.claims.language.loader import Entry, LanguageDataError, load_entries

EXTRACTED_LANGUAGES = ("fr",)
"""Languages whose articles are read for claims; a folder may hold less than that needs."""

__all__ = ["EXTRACTED_LANGUAGES", "Entry", "LanguageDataError", "load_entries"]
