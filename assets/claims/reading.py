"""From stored articles to claims: one article at a time, every mention proved to stand at its offsets."""

from dataclasses import dataclass
from pathlib import Path

import sources.reference
from assets.articles.model import Article
from assets.claims.extract import EXTRACTOR_VERSION, extract
from assets.claims.model import Claim, Extraction, RejectedFigure
from assets.fingerprint import fingerprint

UNREAD_REASONS = frozenset({"extractor_failed", "mention_not_at_its_offsets"})
"""Reasons that are faults of the extractor, not readings of the text."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A clean article of the warehouse with its id and the fingerprint of what the extractor reads."""

    article_id: str
    fingerprint: str
    article: Article


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """What one article yields."""

    stored: StoredArticle
    extraction: Extraction


def read_claims(stored: StoredArticle) -> ArticleClaims:
    """Extract one article's claims. A failure is an outcome with its reason, never an exception: the others go on."""
    text = stored.article.text
    try:
        extraction = extract(stored.article)
    except Exception as error:
        return ArticleClaims(stored, Extraction((), (_unread(text, error),)))
    good = tuple(claim for claim in extraction.claims if stands_at_its_offsets(claim, text))
    astray = tuple(_astray(claim, text) for claim in extraction.claims if not stands_at_its_offsets(claim, text))
    return ArticleClaims(stored, Extraction(good, (*extraction.rejected, *astray)))


def stands_at_its_offsets(claim: Claim, text: str) -> bool:
    """Whether mention and sentence are found verbatim where the claim says; a figure without its sentence is none."""
    sentence_end = claim.sentence_start + len(claim.sentence)
    return (
        0 <= claim.start < claim.end <= len(text)
        and text[claim.start : claim.end] == claim.mention
        and bool(claim.sentence)
        and text[claim.sentence_start : sentence_end] == claim.sentence
        and claim.sentence_start <= claim.start
        and claim.end <= sentence_end
    )


def _astray(claim: Claim, text: str) -> RejectedFigure:
    line = text.split("\n", 1)[0]
    candidates = f"{claim.metric} {claim.subject} {claim.mention!r} at {claim.start}"
    return RejectedFigure(line, 0, len(line), line, 0, "mention_not_at_its_offsets", candidates)


def _unread(text: str, error: Exception) -> RejectedFigure:
    """Stands for all figures of an article that the extractor failed on, at the article's first line."""
    line = text.split("\n", 1)[0]
    return RejectedFigure(line, 0, len(line), line, 0, "extractor_failed", f"{type(error).__name__}: {error}")


def extractor_version() -> str:
    """Version of the rules, the language data and the reference facts that read claims."""
    folders = (Path(__file__).parent, Path(sources.reference.__file__).parent)
    return f"{EXTRACTOR_VERSION}+{fingerprint(*folders)}"
