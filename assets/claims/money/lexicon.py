"""Currency words, symbols and codes of a language, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import any_of, phrase
from assets.claims.numbers.currencies import currency_codes, full_names
from assets.claims.numbers.folding import fold, words_in
from assets.claims.numbers.lexicon import BLANK

_LOWER_CODES = ("eur", "usd", "gbp", "chf", "rmb", "cny", "jpy", "cad", "aud", "hkd")


@dataclass(frozen=True, slots=True)
class Denomination:
    """What a currency word stands for: one currency, or a choice that the text or the place makes."""

    id: str
    code: str | None
    part: float = 1.0
    needs_scale: bool = False
    plural_only: bool = False
    fixed: bool = True
    by_place: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[tuple[str, re.Pattern[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyLexicon:
    """Tables and patterns of one language.

    ``openings`` has the first words (folded) or signs of all that can name a currency behind a number, ``endings`` the
    last signs of what can stand before one: most numbers have neither beside them.
    """

    words: Mapping[str, Denomination]
    symbols: Mapping[str, Denomination]
    codes: Mapping[str, Denomination]
    word_after: re.Pattern[str]
    symbol_after: re.Pattern[str]
    symbol_before: re.Pattern[str]
    code_after: re.Pattern[str]
    code_before: re.Pattern[str]
    openings: frozenset[str]
    endings: frozenset[str]


def _opening(name: str) -> str:
    """The letters that a name begins with, or the sign."""
    folded = fold(name)
    return words_in(folded)[0] if words_in(folded[:1]) else name[:1]


@cache
def load_money(language: str) -> MoneyLexicon:
    """Load the currency data of a language.

    Raises:
        LanguageDataError: A file is missing or breaks the contract.
    """
    words: dict[str, Denomination] = {}
    symbols: dict[str, Denomination] = {}
    for entry in load_entries(language, "currencies"):
        single = Denomination(entry.id, entry.id)
        words.update({fold(form): single for form in entry.forms})
        symbols.update(dict.fromkeys(entry.data.get("symbols", ()), single))
    for entry in load_entries(language, "money_words"):
        data = entry.data
        shared = Denomination(
            entry.id,
            data.get("default"),
            float(data.get("part", 1.0)),
            bool(data.get("needs_scale", False)),
            bool(data.get("plural_only", False)),
            bool(data.get("fixed", False)),
            dict(data.get("by_place", {})),
            tuple((code, re.compile(pattern)) for code, pattern in data.get("evidence", {}).items()),
        )
        words.update({fold(form): shared for form in entry.forms if fold(form) not in words})
        symbols.update(dict.fromkeys(data.get("symbols", ()), shared))
    # "hk$ 15" in running text: a lower-case prefix of a dollar sign is still that country's.
    symbols |= {symbol.lower(): unit for symbol, unit in symbols.items() if "$" in symbol and symbol[0].isalpha()}
    for name, code in full_names(language).items():
        words.setdefault(name, Denomination(code, code))
    codes = {code: Denomination(official, official) for code, official in currency_codes().items()}
    signs = any_of(symbols)
    of = phrase(language, "of")
    of_sign = of.replace("'", "['’]")
    lower = "|".join(_LOWER_CODES)
    openings = {_opening(name) for name in (*words, *symbols, *codes)} | set(words_in(of))
    return MoneyLexicon(
        words,
        symbols,
        codes,
        re.compile(rf"(?P<gap>{BLANK}{{0,2}}-?)(?P<of>{of}{BLANK}?)?(?P<name>{any_of(words)})(?![a-z])"),
        re.compile(rf"(?P<gap>{BLANK}{{0,2}})(?P<of>{of_sign})?(?P<name>{signs})(?!(?<=[A-Za-z])[A-Za-z])"),
        re.compile(rf"(?:(?<![A-Za-z])|(?=[^A-Za-z]))(?P<name>{signs}){BLANK}?[-+]?$"),
        re.compile(rf"(?P<gap>{BLANK}{{0,2}})(?P<of>{of_sign})?(?P<name>[A-Z]{{3}}|{lower})(?![A-Za-z0-9])"),
        re.compile(rf"(?<![A-Za-z/])(?P<name>[A-Z]{{3}}|{lower}|[a-z]{{3}}(?=\$))\$?{BLANK}?$"),
        frozenset(openings),
        frozenset(symbol[-1] for symbol in symbols),
    )
