"""The pieces that a document is cut into before anyone decides what belongs to the article."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from assets.articles.language.words import load_words

_TERMINAL = re.compile(r"[.!?…。！？][»”\"’')\]\u00a0\u202f ]*$")
_SAMPLE = 600
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
    _judged: tuple[str, bool] | None = field(default=None, repr=False, compare=False)

    @property
    def is_sentence(self) -> bool:
        """It ends as sentences end."""
        return bool(_TERMINAL.search(self.text))

    @property
    def is_prose(self) -> bool:
        """It reads as running text: long enough, full of grammar words, hardly any separators."""
        if self._judged is None or self._judged[0] is not self.text:
            self._judged = (self.text, is_prose(self.text))
        return self._judged[1]


def grammar_share(text: str) -> float:
    """Return the share of grammar words among the words."""
    tokens = _TOKEN.findall(text.lower())
    grammar = load_words("grammar")
    return sum(token in grammar for token in tokens) / len(tokens) if tokens else 0.0


def is_prose(text: str, shortest: int = 70) -> bool:
    """Tell whether a text reads as running prose.

    Example:
        >>> is_prose("La ville a vendu le terrain à la région, qui veut y bâtir une école pour les enfants.")
        True
        >>> is_prose("Accueil Politique Économie Sports Culture Météo Emploi Immobilier Annonces Boutique")
        False
    """
    if len(text) < shortest and not (len(text) >= 30 and _IDEOGRAPHIC_STOP.search(text)):
        return False
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < 0.6 * len(sample):
        return False
    if len(text) > _SAMPLE:
        return grammar_share(sample) >= 0.2 or _is_foreign_prose(text)
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
