"""Reads every number of a text."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assets.claims.numbers.articles import without_articles
from assets.claims.numbers.cardinal import CardinalReader
from assets.claims.numbers.composite import CompositeReader
from assets.claims.numbers.digits import Separators, depends_on_habits, separators_of
from assets.claims.numbers.lexicon import load_lexicon
from assets.claims.numbers.model import NumberMention
from assets.claims.numbers.noise import Judge
from assets.claims.numbers.part import Part
from assets.claims.numbers.ranges import pair_ranges
from assets.claims.numbers.surroundings import describe
from assets.claims.numbers.tokens import Source, prepare
from assets.claims.record import record


def _parts(source: Source, reader: CompositeReader) -> Iterator[Part]:
    position, before, last = 0, -1, 0.0
    while position < len(source.tokens):
        part = reader.read(position)
        if part is None:
            position += 1
            continue
        if part.kind == "ordinal" and before == position and last > 1 and source.joined(position - 1):
            part = replace(part, rule_id=f"{part.rule_id}.bare")  # quinze secondes, les trois premiers
        yield part
        before, last = part.next, part.value
        position = max(part.next, position + 1)


@record
class Reading:
    """The numbers of one text.

    Attributes:
        folded: The text as the rules read it.
        mentions: What is written like a number, in order and without overlaps.
        others: Second readings of ambiguous forms.
    """

    folded: str
    mentions: tuple[NumberMention, ...]
    others: tuple[NumberMention, ...]

    @property
    def everything(self) -> tuple[NumberMention, ...]:
        """All mentions and second readings, in order."""
        if not self.others:
            return self.mentions
        return tuple(sorted((*self.mentions, *self.others), key=lambda mention: (mention.start, mention.end)))


@lru_cache(maxsize=4)
def read_numbers(text: str, language: str, *, articles: bool = False) -> Reading:
    """Read a text; kept, for figures and amounts of money are asked of the same text.

    Args:
        text: The text.
        language: Folder of ``assets/claims/language`` whose words are read.
        articles: Also return every article (``une usine``), not only those that could be a figure or an amount.
    """
    lexicon = load_lexicon(language)
    source = prepare(text, lexicon)
    if not articles:
        source = without_articles(source, language)
    if not source.tokens:
        return Reading(source.folded, (), ())
    doubtful = any(token.kind == "digit" and depends_on_habits(token.text) for token in source.tokens)
    seen = separators_of(text) if doubtful else Separators()
    reader = CompositeReader(CardinalReader(source, lexicon, seen))
    parts = list(_parts(source, reader))
    judge = Judge(source, lexicon)
    mentions: list[NumberMention] = []
    for part in parts:
        if not mentions or part.start >= mentions[-1].end:  # "cent" behind "pour" is already read.
            mentions.append(judge.judge(describe(part, text, source.folded, language)))
    others = tuple(
        NumberMention(start, part.end, text[start : part.end], value, "ordinal", rule_id, part.has_digit)
        for part in parts
        if part.also is not None
        for start, value, rule_id in (part.also,)
    )
    return Reading(source.folded, tuple(pair_ranges(mentions, source.folded, language)), others)


def recognise_numbers(text: str, *, language: str = "fr", everything: bool = False) -> tuple[NumberMention, ...]:
    """Read the numbers of a text, in order and without overlaps.

    Args:
        text: A whole article (dot and comma are told apart by its habits) or any piece of text.
        language: Folder of ``assets/claims/language`` whose words are read.
        everything: Also return what is written like a number and measures nothing (``is_figure`` is then False), and
            both readings of an ambiguous form (``un centième``), which may overlap.

    >>> [mention.value for mention in recognise_numbers("2,5 millions de robots, soit 30 % du parc")]
    [2500000.0, 30.0]
    """
    if everything:
        return read_numbers(text, language, articles=True).everything
    return tuple([mention for mention in read_numbers(text, language).mentions if mention.is_figure])
