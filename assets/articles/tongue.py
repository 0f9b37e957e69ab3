"""Which language an article is written in."""

from functools import cache
from typing import Any

# A sample tells as surely as the whole, in bounded time.
_SAMPLE = 800
_SHORTEST = 20


@cache
def _identifier() -> Any:  # noqa: ANN401 (the library ships no types)
    # Loading the model takes half a second, so it waits for the first article.
    import py3langid

    return py3langid


def detect_language(text: str) -> str | None:
    """Return the text's ISO 639-1 code, or None where there is too little text to tell."""
    sample = text[:_SAMPLE]
    if len(sample) < _SHORTEST:
        return None
    code, _ = _identifier().classify(sample)
    return str(code)
