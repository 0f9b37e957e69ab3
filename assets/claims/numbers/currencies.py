"""All ISO 4217 currencies with their codes and full names."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from assets.claims.numbers.folding import fold

# Codes that the press writes beside the official one.
OTHER_CODES = {"RMB": "CNY", "CNH": "CNY"}


@cache
def _currency_table() -> tuple[Mapping[str, str], ...]:
    """All currencies, those out of use included, with their full names."""
    table = files("sources.reference").joinpath("currencies.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines()))


def currency_codes() -> dict[str, str]:
    """The official code of every code."""
    return {row["code"]: row["code"] for row in _currency_table()} | OTHER_CODES


def full_names(language: str) -> dict[str, str]:
    """Code by full name (``dollar bahaméen``); names with years or notes in brackets are left out."""
    return {
        fold(name): row["code"]
        for row in _currency_table()
        for name in (row.get(f"name_{language}", ""), row.get(f"plural_{language}", ""))
        if name and all(letter.isalpha() or letter in " -'’" for letter in name)
    }
