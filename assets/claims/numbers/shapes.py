"""Tells by its shape and neighbours that something written with digits is no figure: names, lists, telephones."""

import re
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.numbers.folding import fold
from assets.claims.numbers.lexicon import Lexicon
from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.tokens import Source
from assets.claims.numbers.years import is_year

_REACH = 48
_PLAIN_BELOW = 10_000
_LIST_BELOW = 100
_SERIES, _SERIES_LEAST = 60, 10  # versions of products are smaller
_PHONE = re.compile(
    r"(?<![\d,.])(?:\+\d{1,3}[ .-]?)?(?:\(0\) ?)?\d{1,3}(?:[ .-]\d{2,3})?(?:[ .-]\d{2}){3,4}(?!\d|,\d)"
    r"|(?<![\d,.])\d{2,4}[ -]\d{4}[ -]\d{4}(?![\d,.])"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]*")
_MAIL = re.compile(r"(?<![^\s<>\"@])[^\s<>\"@]{1,64}@[^\s<>\"]*")
_CROSSED = re.compile(r"(?<![\dA-Za-z])\d{1,2}x\d{1,2}(?![\dA-Za-z])")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|\(\d\)")
_SCORE = re.compile(r"(?<![\d.,-])\d-\d(?=[),;:]|\.(?!\d)|$)", re.MULTILINE)
_NAME_BEFORE = re.compile(r"(?:^|(?<=[\s(«\"'’-]))([^\W\d_][\w.+’'-]*)[ \u00a0]$")
# "Atlas 900" is a name, but "l'un en vend 5 100, Rival 150." goes on with a series of figures.
_IN_SERIES = re.compile(
    r"(?:[,;]| et) (?:l['’]|les? |la )?(?:[A-ZÀ-Þa-zà-ÿ][\w.’'-]*[ \u00a0]){0,2}[A-ZÀ-Þ][\w.’'-]*[ \u00a0]$"
)
_CLOSED = re.compile(r"\s?(?:[,.;:)](?!\d)| et |$)")
_BROKEN = re.compile(r"[.!?:…]\s|\n")
_PLURAL_AHEAD = re.compile("[ \u00a0][a-zà-ÿœ-]{2,}[sx](?![a-zà-ÿœ])")
_GLUED = re.compile(r"[A-Za-zÀ-ÿ]+")
_MARKET_CODE = re.compile(r"\.(?:sh|sz|hk|ss)(?![a-z])")
_LIST_MARK = re.compile(r"(?:^|\n)[ \u00a0•*–-]*$")
_LIST_END = re.compile(r"(?:\)|°)(?=\s)|\.(?=[ \u00a0]+[A-ZÀ-Þ«])")


# What holds digits that are no figure, with a string that shows at once whether a text has any.
_ADDRESSES = ((_URL, "address", "://"), (_URL, "address", "www."), (_MAIL, "address", "@"))
_DIGIT_HOLDERS = (
    (_PHONE, "telephone", ""),
    (_FOOTNOTE, "footnote", ""),
    (_SCORE, "score", "-"),
    (_CROSSED, "name", "x"),
)
# Every digit holder has one of these inside; most texts have none.
_HELD = re.compile(r"\d(?:[ .-]\d\d[ .-]\d\d[ .-]|[ -]\d{4}[ -]|-\d(?!\d)|x\d|[)\]])")


def _taken(source: Source) -> list[tuple[int, int, str]]:
    text = source.text
    held = source.has_figures and _HELD.search(text) is not None
    if not held and "@" not in text and "www." not in text and "://" not in text:
        return []
    holders = (*_ADDRESSES, *_DIGIT_HOLDERS) if held else _ADDRESSES
    return sorted(
        (match.start(), match.end(), reason)
        for pattern, reason, sign in holders
        if sign in text
        for match in pattern.finditer(text)
    )


@cache
def _glued_marks(language: str) -> frozenset[str]:
    """Letters that may be glued to digits: unit symbols, currency codes and symbols."""
    marks = {symbol for entry in load_entries(language, "units") for symbol in entry.data.get("symbols", ())}
    for entry in load_entries(language, "currencies"):
        marks |= {entry.id, *entry.data.get("symbols", ()), *entry.forms}
    return frozenset(marks | {"x", "F", "US"})


@cache
def _openers(language: str) -> frozenset[str]:
    """Words that are capitalised only because a sentence begins."""
    return frozenset(fold(form) for entry in load_entries(language, "function_words") for form in entry.forms)


class ShapeJudge:
    """Judges digits of one source; mentions must come in order."""

    def __init__(self, source: Source, lexicon: Lexicon) -> None:
        self.source = source
        self.lexicon = lexicon
        self._taken = _taken(source)
        self._next = 0

    def inside(self, mention: NumberMention) -> str | None:
        """Why a mention lies inside something that is no figure at all, or None."""
        while self._next < len(self._taken) and self._taken[self._next][1] <= mention.start:
            self._next += 1
        if self._next < len(self._taken) and self._taken[self._next][0] <= mention.start:
            return self._taken[self._next][2]
        return None

    def reason(self, mention: NumberMention, told: int | None = None) -> str | None:
        """Why a cardinal written with digits is no figure, or None.

        Args:
            mention: The number.
            told: Where the figure before it ends, if there is one.
        """
        if mention.kind != "cardinal":
            return None
        text, folded = self.source.text, self.source.folded
        glued = _GLUED.match(text, mention.end)
        if glued is not None and glued.group() not in _glued_marks(self.lexicon.language):
            return "name"
        if _MARKET_CODE.match(folded, mention.end) is not None or self._is_chain(mention):
            return "name"
        if mention.scale is not None:
            return None
        if is_year(mention, text, folded, self.lexicon):
            return "year"
        if self._is_list_mark(mention):
            return "list_mark"
        return "name" if self._is_product(mention) and not self._goes_on(mention, told) else None

    def _goes_on(self, mention: NumberMention, told: int | None) -> bool:
        """``… en a vendu 5 100, Rival 150.``: names and figures in turn, behind a figure of the same sentence."""
        if told is None or mention.start - told > _SERIES or mention.value < _SERIES_LEAST:
            return False
        text = self.source.text
        between = text[told : mention.start]
        return (
            _BROKEN.search(between) is None
            and _IN_SERIES.search(between) is not None
            and _CLOSED.match(text, mention.end) is not None
        )

    def _is_chain(self, mention: NumberMention) -> bool:
        """Digits parted by more than one dot: an address or a version (192.168.1.2)."""
        text, start = self.source.text, mention.start
        ahead = text[mention.end : mention.end + 1] == "." and text[mention.end + 1 : mention.end + 2].isdigit()
        return ahead or (text[start - 1 : start] == "." and text[max(0, start - 2) : start - 1].isdigit())

    def _is_list_mark(self, mention: NumberMention) -> bool:
        if mention.value >= _LIST_BELOW or _LIST_END.match(self.source.text, mention.end) is None:
            return False
        return _LIST_MARK.search(self.source.text[max(0, mention.start - 8) : mention.start]) is not None

    def _is_product(self, mention: NumberMention) -> bool:
        """``Atlas 900``, ``Claude Sonnet 4.5``: a capitalised word right before a small bare number, no noun behind."""
        if mention.value >= _PLAIN_BELOW or not mention.text.replace(".", "").isdigit():
            return False
        text = self.source.text
        before = text[max(0, mention.start - _REACH) : mention.start]
        words = before.rsplit(maxsplit=1)
        if not words or words[-1].islower():
            return False
        match = _NAME_BEFORE.search(before)
        if match is None or not any(letter.isupper() for letter in match.group(1)):
            return False
        word = match.group(1)
        if fold(word) in _openers(self.lexicon.language) or word in _glued_marks(self.lexicon.language):
            return False
        if _PLURAL_AHEAD.match(text, mention.end) is not None:
            return False
        return self.lexicon.measure_ahead.match(self.source.folded, mention.end) is None
