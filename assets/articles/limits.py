"""How much one file may cost: every bound has a default and is a setting of the pipeline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleaningLimits:
    """Bounds of one call of the cleaner.

    Attributes:
        max_bytes: Largest file, counted after decompression.
        max_ratio: Largest ratio of decompressed to compressed bytes; press pages stay under 20, a bomb reaches 1000.
        max_depth: Deepest nesting of tags. Real pages stay under 100; the parser itself stops at 255.
        max_tags: Most tags in a page; real pages stay under 20,000.
        max_lines: Most lines of a plain text; an article has some hundreds.
        max_attributes: Most attributes of one tag; the parser compares each with all others. Real tags have some
            dozens; the letters of a script that look like a tag may hold three times as many.
    """

    max_bytes: int = 10_000_000
    max_ratio: int = 200
    max_depth: int = 250
    max_tags: int = 50_000
    max_lines: int = 20_000
    max_attributes: int = 300
