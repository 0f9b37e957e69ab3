"""How much one file may cost: every bound has a default and is a setting of the pipeline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleaningLimits:
    """Bounds of one call of the cleaner.

    Attributes:
        max_bytes: Largest file, counted after decompression.
        max_ratio: Largest ratio of decompressed to compressed bytes; press pages stay under 20, a bomb reaches 1000.
        max_depth: Deepest nesting of tags. Real pages stay under 100; far deeper trees exhaust the stack of parsers.
        max_tags: Most tags in a page.
        max_line: Longest line of a text, in characters, before it is taken for data rather than prose.
    """

    max_bytes: int = 10_000_000
    max_ratio: int = 200
    max_depth: int = 400
    max_tags: int = 200_000
    max_line: int = 1_000_000
