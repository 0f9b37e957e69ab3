"""Words, sentences and the soft distance between two places of a sentence."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

_WORD = re.compile(r"\d[\d.,\u00a0\u202f\u2009 ]*\d|\d|[^\W\d_]+|[^\w\s]|_")
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:[»”\"’)\]]|\s[»”])*\s+(?=[«“\"(\[–—-]?\s?[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATIONS = frozenset(
    {"m", "mm", "mme", "mlle", "dr", "pr", "st", "ste", "art", "cf", "etc", "env", "no", "tel", "av"}
)
_FOLDED: dict[str, str] = {}

# What stands between two words makes them strangers. A comma costs two words, a semicolon eight; the figures were chosen so
# that a cue of the same clause beats one of the neighbouring clause even when the latter stands nearer.
_BREAKS = {
    ",": 2.0,
    ";": 9.0,
    ":": 2.0,
    "(": 3.0,
    ")": 3.0,
    "–": 3.0,
    "—": 3.0,
    "?": 9.0,
    "!": 9.0,
    ".": 9.0,
    "|": 1.0,
    "…": 4.0,
}
_LINK_WORDS = {
    "mais": 3.0,
    "dont": 1.0,
    "qui": 1.5,
    "contre": 1.0,
    "tandis": 5.0,
    "alors": 3.0,
    "quand": 3.0,
    "puis": 1.0,
}
_LIGHT = frozenset(
    {"de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "'", "’", "«", "»", '"', "son", "sa", "ses"}
)


def fold(text: str) -> str:
    """Lower case without accents; length may change, so fold words, not texts with offsets.

    >>> fold("Été à Xi’an")
    'ete a xi’an'
    """
    known = _FOLDED.get(text)
    if known is None:
        plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
        known = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
        if len(_FOLDED) < 200_000:
            _FOLDED[text] = known
    return known


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign, with its offsets in the article's text."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the article and its words.

    Attributes:
        paragraph: Position of the paragraph in the article.
        number: Position of the sentence in its paragraph.
        reach: Running cost up to each word; the difference of two entries is the distance of two words.
    """

    text: str
    start: int
    paragraph: int
    number: int
    words: tuple[Word, ...]
    reach: tuple[float, ...]

    @property
    def end(self) -> int:
        """Offset just past the sentence."""
        return self.start + len(self.text)

    def index_at(self, offset: int) -> int:
        """Position of the word that covers ``offset`` or follows it."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def distance(self, first: int, second: int) -> float:
        """How far two words are from each other, breaks counted in."""
        last = len(self.reach) - 1
        return abs(self.reach[min(second, last)] - self.reach[min(first, last)])


def words_of(text: str, offset: int = 0) -> tuple[Word, ...]:
    """Split a text into words, numbers and signs.

    >>> [word.folded for word in words_of("L’an 2 000 !")]
    ['l', '’', 'an', '2 000', '!']
    """
    return tuple(
        Word(found.group(), fold(found.group()), offset + found.start(), offset + found.end())
        for found in _WORD.finditer(text)
    )


def measured(text: str, offset: int = 0) -> tuple[tuple[Word, ...], tuple[float, ...]]:
    """The words of a text and their running costs."""
    words = words_of(text, offset)
    return words, _reach(words)


def _reach(words: tuple[Word, ...]) -> tuple[float, ...]:
    costs = []
    for word in words:
        cost = _BREAKS.get(word.text)
        if cost is None:
            cost = _LINK_WORDS.get(word.folded)
        if cost is None:
            cost = 0.25 if word.folded in _LIGHT else 1.0
        costs.append(cost)
    return tuple(accumulate(costs))


def _is_abbreviation(text: str, end: int) -> bool:
    before = text[:end].rstrip(".").rsplit(None, 1)[-1:] if text[:end].endswith(".") else []
    if not before:
        return False
    last = fold(before[0].lstrip("(«“\"'’"))
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and before[0].isupper())


def _cuts(paragraph: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    begin = 0
    for found in _SENTENCE_END.finditer(paragraph):
        if _is_abbreviation(paragraph, found.start()):
            continue
        cuts.append((begin, found.end() - len(found.group()) + len(found.group().rstrip())))
        begin = found.end()
    cuts.append((begin, len(paragraph.rstrip())))
    return [(start, end) for start, end in cuts if end > start]


def sentences_of(paragraph: str, offset: int, position: int) -> tuple[Sentence, ...]:
    """Split a paragraph into sentences.

    Args:
        paragraph: Its text.
        offset: Where it begins in the article's text.
        position: Which paragraph of the article it is.

    >>> [s.text for s in sentences_of("M. Gu vend. Il achète 3,5 t ! Bien.", 0, 0)]
    ['M. Gu vend.', 'Il achète 3,5 t !', 'Bien.']
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_cuts(paragraph)):
        text = paragraph[start:end]
        words = words_of(text, offset + start)
        if words:
            found.append(Sentence(text, offset + start, position, number, words, _reach(words)))
    return tuple(found)
