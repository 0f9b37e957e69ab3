"""Common words of a language, by the word lists that simplemma carries."""

from functools import cache

from simplemma import is_known


@cache
def is_common_word(word: str, language: str) -> bool:
    """Whether a word, whatever its capitals, stands in the dictionary of a language.

    >>> is_common_word("Réponse", "fr"), is_common_word("Robustel", "fr")
    (True, False)
    """
    return is_known(word.lower(), lang=language)
