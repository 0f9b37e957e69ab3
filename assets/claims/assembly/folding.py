"""Words compared without case and accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without accents; length may change, so fold words, not texts with offsets.

    >>> fold("Été à Xi’an")
    'ete a xi’an'
    """
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
