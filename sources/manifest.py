"""Reads ``manifest.jsonl``: known facts about the files beside it, one JSON object a line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sources.model import Facts, Problem

MANIFEST_NAME = "manifest.jsonl"
_TEXT_KEYS = ("url", "title", "author", "publisher")


@dataclass(frozen=True, slots=True)
class ManifestFault:
    """A line that cannot be used; its file is still read, without known facts."""

    line: int
    problem: Problem


def parse_manifest(content: bytes, location: str) -> tuple[Mapping[str, Facts], tuple[ManifestFault, ...]]:
    """Parse a manifest.

    Args:
        content: The file's bytes, UTF-8.
        location: The file's place, quoted in problems.

    Returns:
        Facts by file name, and the faulty lines. The same name twice with other facts is a fault of the later line.
    """
    facts: dict[str, Facts] = {}
    faults: list[ManifestFault] = []
    for number, line in enumerate(content.decode("utf-8-sig", errors="replace").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            name, known = _parse_line(line)
        except ValueError as error:
            faults.append(_fault(location, number, str(error)))
            continue
        if facts.setdefault(name, known) != known:
            faults.append(_fault(location, number, f"article {name!r} was described before with other facts"))
    return facts, tuple(faults)


def _fault(location: str, line: int, what: str) -> ManifestFault:
    detail = f"{location}, line {line}: {what}"
    return ManifestFault(line, Problem("bad_manifest_line", detail, "mend or remove the line"))


def _parse_line(line: str) -> tuple[str, Facts]:
    try:
        row: Any = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not a JSON object ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("article"), str) or not row["article"]:
        raise ValueError('no "article" key with a file name')
    texts: dict[str, str | None] = {}
    for key in _TEXT_KEYS:
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            raise ValueError(f'"{key}" is not text')
        texts[key] = (value or "").strip() or None
    if texts["url"] and urlsplit(texts["url"]).scheme not in {"http", "https"}:
        raise ValueError('"url" is not an http(s) address')
    published = row.get("published_on")
    if published is not None and not isinstance(published, str):
        raise ValueError('"published_on" is not a date like "2025-05-02"')
    try:
        # A manifest may carry a time of day; the day is what dates an article.
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        raise ValueError(f'"published_on" is {published!r}, not a date like "2025-05-02"') from None
    return row["article"], Facts(**texts, published_on=day)
