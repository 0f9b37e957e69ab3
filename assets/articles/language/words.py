"""Word lists of every language at once: the cleaner meets prose before it knows the language."""

import tomllib
from functools import cache

from assets.articles.language.loader import ROOT, FurnitureDataError


@cache
def load_words(name: str) -> frozenset[str]:
    """Load one list of all languages.

    Args:
        name: Id of the entry in each ``words.toml``.

    Raises:
        FurnitureDataError: A file is no TOML, or no language has the list.
    """
    found: set[str] = set()
    for path in sorted(ROOT.glob("*/words.toml")):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8")).get("entry", [])
        except tomllib.TOMLDecodeError as error:
            raise FurnitureDataError(f"{path.parent.name}/words.toml: not valid TOML ({error}); mend it") from error
        for entry in entries:
            if entry.get("id") == name:
                found.update(entry.get("forms", ()))
    if not found:
        raise FurnitureDataError(f"no words.toml has an entry {name!r}; add it to a language's folder")
    return frozenset(found)
