"""Numbers written with digits: what a dot, comma, space or apostrophe between them means."""

import re
from dataclasses import dataclass

SPACE = "[ \u00a0\u202f\u2009\u2007]"

# The longest reading first. Groups of three are read as one number only where no fourth digit follows.
DIGITS = (
    rf"\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d+(?![.,]?\d))?"
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:[.,]\d+)?"
    r"|(?<![\w.,])[.,]\d+"
)
_DOT_DECIMAL = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.]|,\d)")
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d+,(?:\d{1,2}|\d{4,})(?![\d,]|\.\d)")
_DOT_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)(?![\d.])")
_COMMA_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)(?![\d,])")
_NOT_PLAIN = re.compile(r"[^0-9.,]")
_STRIP = re.compile("[ \u00a0\u202f\u2009\u2007'’]")


@dataclass(frozen=True, slots=True)
class Separators:
    """How a text uses dot and comma, by the literals that leave no doubt."""

    dot_decimal: bool = False
    comma_decimal: bool = False
    dot_groups: bool = False
    comma_groups: bool = False


def separators_of(text: str) -> Separators:
    """Collect the evidence of a whole text.

    >>> separators_of("23.194 robots, soit 3,5 % de plus").comma_decimal
    True
    """
    return Separators(
        _DOT_DECIMAL.search(text) is not None,
        _COMMA_DECIMAL.search(text) is not None,
        _DOT_GROUPS.search(text) is not None,
        _COMMA_GROUPS.search(text) is not None,
    )


def depends_on_habits(literal: str) -> bool:
    """Whether dot or comma before three last digits leaves a literal's value to the habits of its text."""
    return literal[-4:-3] in (".", ",")


def _groups(mark: str, tail: str, scaled: bool, seen: Separators, decimal_mark: str) -> bool:
    """Whether one ``mark`` before exactly three digits parts thousands."""
    if decimal_mark == ".":
        if mark == ",":
            return seen.comma_groups or not seen.comma_decimal or seen.dot_decimal
        return seen.dot_groups
    if mark == ".":
        if seen.dot_groups:
            return True
        if scaled and not tail.endswith(
            "0"
        ):  # 2.176 millions is two millions and some, unless the article shows habits.
            return seen.comma_decimal and not seen.dot_decimal
        return not seen.dot_decimal or seen.comma_decimal
    if seen.comma_groups:
        return True
    return seen.dot_decimal and not seen.comma_decimal and not scaled


def read_digits(literal: str, *, scaled: bool, seen: Separators, decimal_mark: str = ",") -> float:
    """Value of one literal that :data:`DIGITS` matched.

    Args:
        literal: The digits with their separators.
        scaled: A scale word (``millions``) follows.
        seen: The article's habits, which decide ``23.194`` and ``12,500``.
        decimal_mark: The language's own, for texts that show no habit.
    """
    plain = _STRIP.sub("", literal)
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        last = max(plain.rfind("."), plain.rfind(","))
        return float(re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :])
    if dots + commas == 0:
        return float(plain)
    mark = "." if dots else ","
    head, _, tail = plain.rpartition(mark)
    if dots + commas > 1:
        return float(plain.replace(mark, ""))
    ambiguous = len(tail) == 3 and 1 <= len(head) <= 3 and head.strip("0") != "" and plain == literal
    if ambiguous and not head.startswith("0") and _groups(mark, tail, scaled, seen, decimal_mark):
        return float(head + tail)
    return float((head or "0") + "." + tail)


def plain_value(literal: str) -> float:
    """Value of digits that are part of a name or a fraction: a mark is a decimal point unless it comes twice."""
    cleaned = _NOT_PLAIN.sub("", literal).replace(",", ".")
    if cleaned.count(".") > 1:
        cleaned = cleaned.replace(".", "")
    try:
        return float(cleaned)
    except ValueError:
        return 0.0
