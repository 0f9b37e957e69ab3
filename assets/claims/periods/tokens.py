"""Cuts a text into tokens and gives every token its class.

Numbers that belong together become one token here (``vingt et un``, ``12/02/2025``, ``1 240``), so that the rules see
one thing where a reader sees one.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property, partial
from typing import Any

from assets.claims.periods.items import Item, Items, Maker, Token, maker_of
from assets.claims.periods.lexicon import Vocabulary, number_features, plain
from assets.claims.periods.spelled import spelled_number

# Order decides: what looks like a date is one before it is a decimal, a grouped number before it is a plain one.
_TOKEN = re.compile(
    r"[^\S\n]*+(?:"
    r"(?P<word>[^\W\d_]++(?:[\u0300-\u036f]++[^\W\d_]*+)*+['’]?+(?!\d))"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<iso>(?<![\d./-])\d{4}(?P<m1>[-/.])\d{1,2}(?P=m1)\d{1,2}(?:T\d{2}:?\d{2}(?::?\d{2})?(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/-]))"
    r"|(?P<dmy>(?:(?<![\d./-])|(?<=/\d-)|(?<=/\d\d-))\d{1,2}(?P<m2>[-/.‑])\d{1,2}(?P=m2)(?:\d{4}|\d{2})(?![\d/-]|[.,]\d))"
    r"|(?P<pair>(?<![\d./-])\d{4}[-–/.](?:\d{4}|\d{1,2})(?![\d/-]|[.,]\d))"
    r"|(?P<my>(?<![\d./-])\d{1,2}[ \xa0]?/[ \xa0]?\d{4}(?![\d/]))"
    r"|(?P<dm>(?:(?<![\d./-])|(?<=/\d-)|(?<=/\d\d-))\d{1,2}/\d{1,2}(?![\d/]|[.,]\d))"
    r"|(?P<clock>(?<![\d.,])\d{1,2}(?::\d{2}(?::\d{2})?|[ \xa0\u202f]?[hH](?:[ \xa0\u202f]?\d{2})?)(?![\w:]))"
    r"|(?P<grouped>\d{1,3}(?:[ \xa0\u202f.'’]\d{3})+(?![\d])(?:,\d+)?)"
    r"|(?P<decimal>\d+[.,]\d+)"
    r"|(?P<ordinal>\d{1,4}(?:ers?|[èe]re|i?[èe]me?s?|es?|nde?|st|nd|rd|th)(?!\w))"
    r"|(?P<int>\d+(?!\w))"
    r"|(?P<glued>\d{1,2}(?=[^\W\d_]{3,9}(?!\w)))"
    r"|(?P<mixed>\w+)"
    r"|(?P<break>\n)"
    # Blanks that end the text; without it every one of them would be tried as a beginning.
    r"|(?P<end>\Z)"
    r")"
)
_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})(?:e|eme|er|ere)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_QUARTER = re.compile(r"([tqsh])([1-4])|([1-4])([tqs])(\d{2}|\d{4})?")
_PLURAL_YEARS = re.compile(r"(?:\d{2}|\d{4})s")
_FIRST_YEAR_OF_LAST_CENTURY = 50
_TOKENS_REMEMBERED = 100_000
_CHUNKS_REMEMBERED, _LONGEST_CHUNK = 50_000, 60
# Blanks that one token may have inside (1 240, 12 h 30, 1 / 2024), and the sign that holds their place.
_INNER_BLANK = re.compile(r"([\d/hH]) (?=[\d/hH])")
_HELD = "\0"
_FIGURES = frozenset({"int", "clock", "decimal"})
_DIGIT_MARKS = re.compile(r"[-/.‑–]|[ \xa0]")


def full_year(digits: int) -> int:
    """The year of a two-digit year: up to 49 this century, from 50 the last.

    >>> full_year(24), full_year(98)
    (2024, 1998)
    """
    return digits + (2000 if digits < _FIRST_YEAR_OF_LAST_CENTURY else 1900)


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _date_values(kind: str, raw: str) -> dict[str, Any]:
    """What a run of digits and separators stands for; empty where it is no date."""
    parts = [int(part) for part in _DIGIT_MARKS.split(raw.split("T")[0]) if part]
    if kind == "iso":
        year, month, day = parts
        return {"date": (year, month, day)} if _valid(year, month, day) else {}
    if kind == "dmy":
        day, month, year = parts
        short = len(_DIGIT_MARKS.split(raw)[-1]) == 2
        year = full_year(year) if short else year
        if not _valid(year, month, day):
            day, month = month, day
        if not _valid(year, month, day):
            return {}
        return {"two_digit_date" if short and "/" not in raw else "date": (year, month, day)}
    if kind == "my":
        return {"month_year": (parts[1], parts[0])} if 1 <= parts[0] <= 12 and parts[1] > 1000 else {}
    if kind == "dm":
        return {"day_month": (parts[1], parts[0])} if _valid(2000, parts[1], parts[0]) else {}
    first, second = parts
    if 1 <= second <= 12 and second != (first + 1) % 100 and 1500 <= first <= 2199:
        return {"year_month": (first, second)}
    if "." in raw:
        return {}
    if second < 100:
        second += first // 100 * 100
    return {"year_pair": (first, second)} if 1500 <= first < second <= min(first + 80, 2199) else {}


def _roman(word: str) -> int | None:
    match = _ROMAN.fullmatch(word)
    if not match or not (match.group(1) or match.group(2)):
        return None
    total, previous = 0, 0
    for char in reversed(match.group(1) + match.group(2)):
        value = _ROMAN_VALUES[char]
        total += value if value >= previous else -value
        previous = max(previous, value)
    return total


class _ChunkCodes(dict[str, str]):
    """The codes of what lies between two blanks; of short pieces only, so that the memory is bounded."""

    def __init__(self, tokeniser: "Tokeniser") -> None:
        super().__init__()
        self._tokeniser = tokeniser

    def __missing__(self, chunk: str) -> str:
        if len(chunk) > _LONGEST_CHUNK:
            raise KeyError(chunk)
        if len(self) > _CHUNKS_REMEMBERED:
            self.clear()
        codes = self[chunk] = "".join([token[2] for token in self._tokeniser.tokens_of(chunk)])
        return codes


class Tokeniser:
    """Cuts texts of one language."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary.code(())
        self._break = vocabulary.code(("closed", "edge"))
        self._mark = vocabulary.code(("closed",))
        self._cache: dict[str, dict[str, tuple[str, dict[str, Any]]]] = {kind: {} for kind in _TOKEN.groupindex}
        self._chunk_codes = _ChunkCodes(self)
        self._chunk_tokens: dict[str, tuple[Token, ...]] = {}

    def items(self, text: str) -> Items:
        """The tokens of a text with their codes: the same as :meth:`cut`, but made when they are asked for."""
        try:
            chunks, codes = self._chunks(text)
        except KeyError:  # A chunk too long to be kept.
            codes = ""
        if not codes or self._number_run.search(codes) is not None:
            items = self.cut(text)
            return Items("".join([item.code for item in items]) + self._break, lambda: items.__getitem__)
        return Items(codes + self._break, partial(self._maker, chunks))

    def _chunks(self, text: str) -> tuple[list[str], str]:
        """What lies between the blanks of a text, and its codes; none where they cannot be had so."""
        if _HELD in text:
            return [], ""
        chunks = text.split(" ")
        codes = "".join(map(self._chunk_codes.__getitem__, chunks))
        if self._figure.search(codes) is not None:  # What has blanks inside begins with a figure.
            held = _INNER_BLANK.sub(rf"\1{_HELD}", text)
            if _HELD in held:
                chunks = held.split(" ")
                codes = "".join(map(self._chunk_codes.__getitem__, chunks))
        return chunks, codes

    def _maker(self, chunks: list[str]) -> Maker:
        return maker_of(chunks, [len(self._chunk_codes[chunk]) for chunk in chunks], self._known_tokens)

    @cached_property
    def _figure(self) -> re.Pattern[str]:
        """Finds numbers written with digits."""
        signatures = self._vocabulary.codes.items()
        digits = [code for names, code in signatures if names & _FIGURES and "spelled_int" not in names]
        return re.compile(f"[{''.join(sorted(digits))}]")

    @cached_property
    def _number_run(self) -> re.Pattern[str]:
        """Finds number words that may belong together (vingt et un, deux mille)."""
        words = self._vocabulary.words.values()
        numbers = {self._lone(values)[0] for values in words if "spelled" in values}
        joints = {self._vocabulary.code(values) for values in words if "hyphen" in values or "and" in values}
        number = f"[{''.join(sorted(numbers))}]" if numbers else "(?!)"
        joint = f"[{''.join(sorted(joints))}]?" if joints else ""
        return re.compile(f"{number}{joint}{number}")

    def tokens_of(self, chunk: str) -> tuple[Token, ...]:
        """The tokens of a chunk in which no number word stands beside another one."""
        text = chunk.replace(_HELD, " ")
        tokens: list[Token] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "mark"
            if kind == "end":
                break
            start, end = match.span(kind)
            raw = text[start:end]
            code, values = self._cache[kind].get(raw) or self._meaning(kind, raw)
            if "spelled" in values:
                code, values = self._lone(values)
            tokens.append((start, end, code, values))
        return tuple(tokens)

    def _known_tokens(self, chunk: str) -> tuple[Token, ...]:
        known = self._chunk_tokens.get(chunk)
        if known is None:
            if len(self._chunk_tokens) > _CHUNKS_REMEMBERED:
                self._chunk_tokens.clear()
            known = self._chunk_tokens[chunk] = self.tokens_of(chunk)
        return known

    def cut(self, text: str) -> list[Item]:
        """Tokens of a text in order, spelled numbers put together."""
        items: list[Item] = []
        spelled: list[int] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "mark"
            if kind == "end":
                break
            start, end = match.span(kind)
            raw = text[start:end]
            # What a token stands for depends on its letters alone, and most were met before.
            found = self._cache[kind].get(raw) or self._meaning(kind, raw)
            if "spelled" in found[1]:
                spelled.append(len(items))
            items.append(Item(start, end, found[0], found[1]))
        return self._join_numbers(items, spelled) if spelled else items

    def _meaning(self, kind: str, raw: str) -> tuple[str, dict[str, Any]]:
        known = self._cache[kind]
        if len(known) > _TOKENS_REMEMBERED:
            known.clear()
        if kind in {"word", "mark"}:
            code, values = self._word(raw)
            known[raw] = self._mark if kind == "mark" and code == self._unknown else code, values
        elif kind == "break":
            known[raw] = self._break, {}
        else:
            values = self._digits(kind, raw)
            known[raw] = self._vocabulary.code(values), values
        return known[raw]

    def _digits(self, kind: str, raw: str) -> dict[str, Any]:
        if kind in {"int", "glued"}:
            return dict(number_features(int(raw[:12]), len(raw), spelled=False))
        if kind == "ordinal":
            value = int(re.sub(r"\D", "", raw))
            return {"ordinal": value, "day": 1, "day_digits": 1} if value == 1 else {"ordinal": value}
        if kind in {"clock", "decimal", "grouped"}:
            return {"clock" if kind == "clock" else "decimal": raw}
        return self._mixed(plain(raw)) if kind == "mixed" else _date_values(kind, raw)

    def _word(self, raw: str) -> tuple[str, dict[str, Any]]:
        values = self._vocabulary.classes(raw)
        if values is not None:
            return self._vocabulary.code(values), values
        roman = _roman(plain(raw)) if raw[0].isupper() else None
        if roman:
            return self._vocabulary.code(("ordinal",)), {"ordinal": roman}
        return self._unknown, {"capital": True} if raw[0].isupper() else {}

    def _mixed(self, word: str) -> dict[str, Any]:
        if _PLURAL_YEARS.fullmatch(word):
            return {"int_s": int(word[:-1])}
        match = _QUARTER.fullmatch(word)
        if not match:
            return {}
        letter, number = match.group(1) or match.group(4), int(match.group(2) or match.group(3))
        if letter in "sh" and number > 2:
            return {}
        values: dict[str, Any] = {"half_code" if letter in "sh" else "quarter_code": number}
        if match.group(5):
            year = int(match.group(5))
            values["code_year"] = year if year > 99 else full_year(year)
        return values

    def _lone(self, classes: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """Code and values of a number word with no other beside it."""
        values = dict(number_features(int(classes["spelled"][1]), 0, spelled=True))
        if len(classes) > 1:  # ``sept`` is a number and a short month: it keeps both readings.
            values.update(classes)
        return self._vocabulary.code(values), values

    def _join_numbers(self, items: list[Item], spelled: list[int]) -> list[Item]:
        """Every run of number words as one item; ``spelled`` are the places of the words."""
        joined: list[Item] = []
        done = 0
        for index in spelled:
            if index < done:
                continue
            item = items[index]
            stop, value = spelled_number(items, index)
            if stop == index + 1:
                code, values = self._lone(item.values)
            else:
                values = dict(number_features(value, 0, spelled=True))
                code = self._vocabulary.code(values)
            joined += items[done:index]
            joined.append(Item(item.start, items[stop - 1].end, code, values))
            done = stop
        return joined + items[done:]
