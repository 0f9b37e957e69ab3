"""Words, sentences and the soft distance between two places of a sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter

from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import role

_WORD = re.compile(r"\d(?:[\d\u00a0\u202f\u2009 ]|[.,](?=\d))*\d|\d|[^\W\d_]+|[^\w\s]|_")
_span = re.Match.span
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:[»”\"’)\]]|\s[»”])*\s+(?=[«“\"(\[–—-]?\s?[A-ZÀ-ÖØ-Þ0-9])")

# What stands between two words makes them strangers. A comma costs two words, a semicolon nine; the figures were chosen
# so that a cue of the same clause beats one of the neighbouring clause even when the latter stands nearer.
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
_FAR, _NEAR, _LIGHT, _PLAIN = 3.0, 1.0, 0.25, 1.0


@dataclass(slots=True)
class Word:
    """One word, number or sign, with its offsets in the article's text.

    Nothing changes it; it is not frozen because making a frozen one takes three times as long, and a text has many.
    """

    text: str
    folded: str
    start: int
    end: int


_END = attrgetter("end")
_ELIDING = frozenset("'’-‑")


def spoken(words: Sequence[Word]) -> tuple[list[int], list[str]]:
    """The words without the signs that only join them: their places, and how they are written, folded."""
    places = [place for place, word in enumerate(words) if word.folded not in _ELIDING]
    return places, [words[place].folded for place in places]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the article and its words.

    Attributes:
        paragraph: Position of the paragraph in the article.
        number: Position of the sentence in its paragraph.
        reach: Running cost up to each word; the difference of two entries is the distance of two words.
        spoken: The words without joining signs, with their places, which all cues are looked for in.
    """

    text: str
    start: int
    paragraph: int
    number: int
    words: tuple[Word, ...]
    reach: tuple[float, ...]
    spoken: tuple[list[int], list[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take the joining signs out once."""
        object.__setattr__(self, "spoken", spoken(self.words))

    @property
    def end(self) -> int:
        """Offset just past the sentence."""
        return self.start + len(self.text)

    def index_at(self, offset: int) -> int:
        """Position of the word that covers ``offset`` or follows it."""
        return bisect_right(self.words, offset, key=_END)

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
        [
            Word(text[start:end], fold(text[start:end]), offset + start, offset + end)
            for start, end in map(_span, _WORD.finditer(text))
        ]
    )


def measured(text: str, language: str, offset: int = 0) -> tuple[tuple[Word, ...], tuple[float, ...]]:
    """The words of a text and their running costs."""
    words = words_of(text, offset)
    return words, _reach(words, language)


def _reach(words: tuple[Word, ...], language: str) -> tuple[float, ...]:
    far, near, light = role(language, "link-far"), role(language, "link-near"), role(language, "light")
    costs = []
    for word in words:
        cost = _BREAKS.get(word.text)
        if cost is None:
            folded = word.folded
            cost = _LIGHT if folded in light else _FAR if folded in far else _NEAR if folded in near else _PLAIN
        costs.append(cost)
    return tuple(accumulate(costs))


def _is_abbreviation(text: str, end: int, language: str) -> bool:
    before = text[:end].rstrip(".").rsplit(None, 1)[-1:] if text[:end].endswith(".") else []
    if not before:
        return False
    if before[0].isdigit() and text[:end].strip() == f"{before[0]}.":
        return True  # the number of a list item
    last = fold(before[0].lstrip("(«“\"'’"))
    return last in role(language, "abbreviation") or (len(last) == 1 and last.isalpha() and before[0].isupper())


_LONGEST_SENTENCE = 1_500
"""Characters. The longest sentences of press prose stay under 900; what is longer is a list that lost its line ends."""


def _cuts(paragraph: str, language: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    begin = 0
    for found in _SENTENCE_END.finditer(paragraph):
        if _is_abbreviation(paragraph, found.start(), language):
            continue
        cuts.append((begin, found.end() - len(found.group()) + len(found.group().rstrip())))
        begin = found.end()
    cuts.append((begin, len(paragraph.rstrip())))
    return [piece for start, end in cuts if end > start for piece in _bounded(paragraph, start, end)]


def _bounded(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what no full stop ends at a blank: figures are weighed against every word of their sentence."""
    while end - start > _LONGEST_SENTENCE:
        blank = paragraph.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = blank if blank > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + 1 if blank > start else cut
    if end > start:
        yield start, end


def sentences_of(paragraph: str, offset: int, position: int, language: str = "fr") -> tuple[Sentence, ...]:
    """Split a paragraph into sentences.

    Args:
        paragraph: Its text.
        offset: Where it begins in the article's text.
        position: Which paragraph of the article it is.
        language: Whose abbreviations and link words are read.

    >>> [s.text for s in sentences_of("M. Gu vend. Il achète 3,5 t ! Bien.", 0, 0)]
    ['M. Gu vend.', 'Il achète 3,5 t !', 'Bien.']
    """
    found: list[Sentence] = []
    for number, (start, end) in enumerate(_cuts(paragraph, language)):
        text = paragraph[start:end]
        words = words_of(text, offset + start)
        if words:
            found.append(Sentence(text, offset + start, position, number, words, _reach(words, language)))
    return tuple(found)
