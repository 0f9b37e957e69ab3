"""The bounds of reading one article, from settings."""

from assets.articles.limits import CleaningLimits
from assets.articles.reading import ReadingPolicy
from assets.claims.language import EXTRACTED_LANGUAGES
from pipelines.settings import Settings


def limits_of(settings: Settings) -> CleaningLimits:
    """The cleaner's bounds under these settings."""
    return CleaningLimits(max_bytes=settings.max_article_bytes, max_depth=settings.max_nesting)


def policy_of(settings: Settings) -> ReadingPolicy:
    """How articles are read under these settings."""
    return ReadingPolicy(limits_of(settings), frozenset(EXTRACTED_LANGUAGES))
