"""Loads a language's TOML data and refuses entries that break the contract, naming file and line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
_CONTRACT_KEYS = {"id", "forms", "examples", "counter_examples"}


class LanguageDataError(ValueError):
    """A data file is not TOML or an entry breaks the contract; the text names the file, the line and the cure."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``[[entry]]`` of a language file.

    Attributes:
        id: Stable name, unique in the language; it is quoted in rule ids.
        forms: Surface forms (plain strings, or regular expressions where the file's reader says so).
        examples: Texts in which the entry must be recognised.
        counter_examples: Texts in which it must not.
        data: Every other key of the table, read by the recogniser that owns the file.
    """

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    data: Mapping[str, Any]


def _line_of(text: str, needle: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if needle in line:
            return number
    return 1


def _strings(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list) and value and all(isinstance(item, str) and item for item in value):
        return tuple(value)
    return None


def parse_entries(text: str, source: str) -> tuple[Entry, ...]:
    """Parse one file's text.

    Raises:
        LanguageDataError: Not TOML, no ``[[entry]]``, a missing or empty contract key, or an id used twice.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"{source}: not valid TOML ({error}); mend the line that it names") from error
    tables = document.get("entry")
    if not isinstance(tables, list) or not tables:
        raise LanguageDataError(f"{source}:1: no [[entry]] table; a language file is a list of them")
    entries: list[Entry] = []
    seen: set[str] = set()
    for position, table in enumerate(tables, start=1):
        name = table.get("id")
        if not isinstance(name, str) or not name:
            raise LanguageDataError(f"{source}: entry number {position} has no id; give it a unique, stable name")
        line = _line_of(text, f'"{name}"')
        if name in seen:
            raise LanguageDataError(f"{source}:{line}: id {name!r} is used twice; rename one of the entries")
        seen.add(name)
        parts = {key: _strings(table.get(key)) for key in ("forms", "examples", "counter_examples")}
        for key, value in parts.items():
            if value is None:
                raise LanguageDataError(f"{source}:{line}: entry {name!r} needs {key}, a list of one or more strings")
        data = {key: value for key, value in table.items() if key not in _CONTRACT_KEYS}
        entries.append(
            Entry(name, parts["forms"] or (), parts["examples"] or (), parts["counter_examples"] or (), data)
        )
    return tuple(entries)


@cache
def load_entries(language: str, name: str) -> tuple[Entry, ...]:
    """Load ``<language>/<name>.toml``.

    Args:
        language: ISO 639-1 code, the folder's name.
        name: File name without ending.

    Raises:
        LanguageDataError: The file is missing or breaks the contract.
    """
    path = ROOT / language / f"{name}.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LanguageDataError(
            f"{path}: no such language file; add it or choose one of the folders beside it"
        ) from None
    return parse_entries(text, f"{language}/{name}.toml")
