"""The pieces that a document is cut into before anyone decides what belongs to the article."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_TERMINAL = re.compile(r"[.!?…。！？][»”\"’')\]\u00a0\u202f ]*$")
_LETTERS = re.compile(r"[^\W\d_]")
# Words that carry sentences in French and English: prose is full of them, menus and lists of titles are not.
_GRAMMAR = frozenset(
    [
        "le",
        "la",
        "les",
        "l",
        "un",
        "une",
        "des",
        "de",
        "du",
        "d",
        "au",
        "aux",
        "et",
        "ou",
        "mais",
        "donc",
        "ni",
        "car",
        "que",
        "qu",
        "qui",
        "quoi",
        "dont",
        "où",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "il",
        "elle",
        "ils",
        "elles",
        "on",
        "nous",
        "vous",
        "je",
        "se",
        "s",
        "ne",
        "n",
        "pas",
        "plus",
        "est",
        "sont",
        "était",
        "été",
        "a",
        "ont",
        "avait",
        "être",
        "avoir",
        "y",
        "en",
        "dans",
        "par",
        "pour",
        "sur",
        "avec",
        "sans",
        "sous",
        "entre",
        "vers",
        "chez",
        "comme",
        "si",
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "was",
        "that",
        "for",
        "it",
        "with",
        "as",
        "on",
        "at",
        "by",
        "an",
        "be",
        "from",
        "this",
        "which",
        "are",
        "has",
        "have",
        "had",
        "not",
        "but",
        "they",
        "his",
        "her",
        "their",
        "he",
        "she",
        "who",
        "will",
        "would",
        "its",
        "been",
        "were",
    ]
)
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_IDEOGRAPHIC_STOP = re.compile(r"[。！？」』]")
_TOKEN = re.compile(r"[^\W\d_]+")


class BlockKind(StrEnum):
    """What a block is by its form alone."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(slots=True)
class Block:
    """A piece of the document.

    Attributes:
        text: Its letters, blanks folded.
        kind: Its form.
        lines: The source lines or elements that it was made from.
        isolated: It stands between blank lines, or is an element of its own.
        reason: Why it is dropped; None while it is kept.
        raw: Its letters before blanks were folded: wide gaps separate the parts of a header line.
        tag: The element that it came from.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    lines: int = 1
    isolated: bool = True
    reason: str | None = None
    raw: str = field(default="", repr=False)
    tag: str = field(default="", repr=False)

    @property
    def is_sentence(self) -> bool:
        """It ends as sentences end."""
        return bool(_TERMINAL.search(self.text))

    @property
    def is_prose(self) -> bool:
        """It reads as running text: long enough, full of grammar words, hardly any separators."""
        return is_prose(self.text)


def grammar_share(text: str) -> float:
    """Return the share of grammar words among the words."""
    tokens = _TOKEN.findall(text.lower())
    return sum(token in _GRAMMAR for token in tokens) / len(tokens) if tokens else 0.0


def is_prose(text: str, shortest: int = 70) -> bool:
    """Tell whether a text reads as running prose.

    Example:
        >>> is_prose("La ville a vendu le terrain à la région, qui veut y bâtir une école pour les enfants du quartier.")
        True
        >>> is_prose("Accueil Politique Économie Sports Culture Météo Emploi Immobilier Annonces Boutique Contact Aide")
        False
    """
    if len(text) < shortest and not (len(text) >= 30 and _IDEOGRAPHIC_STOP.search(text)):
        return False
    if len(_LETTERS.findall(text)) < 0.6 * len(text):
        return False
    if grammar_share(text) >= 0.2:
        return bool(_TERMINAL.search(text)) or len(text) > 160
    return _is_foreign_prose(text)


def _is_foreign_prose(text: str) -> bool:
    """Prose of a language whose grammar words are not at hand: whole sentences of mostly small words."""
    ideographs = len(_IDEOGRAPH.findall(text))
    if ideographs > 0.3 * len(text):
        return bool(_IDEOGRAPHIC_STOP.search(text))
    tokens = _TOKEN.findall(text)
    small = sum(token.islower() for token in tokens)
    return len(tokens) >= 10 and small >= 0.5 * len(tokens) and bool(_TERMINAL.search(text))
