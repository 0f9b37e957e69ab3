"""Adapter to the recogniser of periods: the time expressions of an article, with offsets in its text."""

from dataclasses import replace
from datetime import date

from assets.articles.model import Article
from assets.claims.assembly.model import Time
from assets.claims.assembly.text import Sentence
from assets.claims.periods import PeriodMention, recognise_article_periods, recognise_periods


def times_of(article: Article, language: str) -> list[PeriodMention]:
    """Every time expression of an article, offsets in the article's text."""
    found: list[PeriodMention] = []
    offset = 0
    paragraphs = recognise_article_periods(article.paragraphs, published_on=article.published_on, language=language)
    for paragraph, mentions in zip(article.paragraphs, paragraphs, strict=True):
        found.extend(replace(m, start=m.start + offset, end=m.end + offset) for m in mentions)
        offset += len(paragraph) + 1
    return found


def periods_of(text: str, published_on: date | None, language: str) -> list[PeriodMention]:
    """Time expressions of a text of its own."""
    return list(recognise_periods(text, published_on=published_on, language=language))


def place_in(sentence: Sentence, mention: PeriodMention) -> Time:
    """A time expression placed in its sentence."""
    first = sentence.index_at(mention.start)
    last = max(sentence.index_at(mention.end - 1) + 1, first + 1)
    return Time(
        mention.start,
        mention.end,
        first,
        last,
        mention.period_start,
        mention.period_end,
        mention.basis,
        mention.granularity,
        mention.edtf,
        mention.text,
        mention.is_comparison,
        mention.is_deadline,
        mention.is_since,
        mention.rule_id,
    )
