"""Sets aside the articles of a text (``une usine``) before they are read as numbers, which costs most of the time.

Only an article that can be no figure and no amount of money is set aside: where a unit, a currency, a sign, a range or
another number stands beside it, it is read like every number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import phrase
from assets.claims.numbers.currencies import currency_codes, full_names
from assets.claims.numbers.folding import fold, words_in
from assets.claims.numbers.lexicon import currency_marks, load_lexicon
from assets.claims.numbers.noise import measure_words
from assets.claims.numbers.surroundings import Surroundings, load_surroundings
from assets.claims.numbers.tokens import Source, Token

_NEAR = 20
_FAR = 64
_SIGN_ROLES = ("minus", "plus", "rank_prefix")
_LINKS = ("range_and", "range_to", "range_or", "range_article", "of", "part_article", "below_zero", "and_half")
_PLAIN = re.compile("[a-z]*")
_WORD_AHEAD = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class _Sieve:
    """What tells an article of one language.

    Attributes:
        forms: The articles that are also number words.
        telling: Words behind which it may be a number (``un million``, ``une tonne``, ``un à deux``).
        signs: What may stand before a number of one (``moins une``, ``numéro un``).
        rules: What makes a percentage, point or multiple of the number beside it.
        out_of: Endings of the text before a share's whole (``un robot sur dix``).
    """

    forms: frozenset[str]
    telling: frozenset[str]
    signs: tuple[str, ...]
    rules: Surroundings
    out_of: tuple[str, ...]


def _first_words(forms: Iterable[str]) -> set[str]:
    return {words[0] for form in forms if (words := words_in(fold(form)))}


@cache
def _sieve(language: str) -> _Sieve:
    lexicon, rules = load_lexicon(language), load_surroundings(language)
    entries = load_entries(language, "not_figures")
    articles = {form for entry in entries if entry.data["look"] == "article" for form in entry.forms}
    telling = set(lexicon.words) | measure_words(language)
    telling |= _first_words((*currency_marks(language), *full_names(language), *currency_codes()))
    telling |= {word for forms in lexicon.connectors.values() for form in forms for word in words_in(form)}
    telling |= {word for role in _LINKS for word in words_in(phrase(language, role))}
    return _Sieve(
        frozenset(form for form in articles if form in lexicon.cardinals),
        frozenset(telling),
        tuple(form for role in _SIGN_ROLES for form in lexicon.connectors.get(role, ())),
        rules,
        tuple(lexicon.connectors.get("out_of", ())),
    )


def without_articles(source: Source, language: str) -> Source:
    """The source without the tokens that can only be articles."""
    sieve = _sieve(language)
    if not sieve.forms:
        return source
    kept: list[Token] = []
    tokens, last = source.tokens, len(source.tokens) - 1
    for position, token in enumerate(tokens):
        if token.text in sieve.forms:
            touched = kept and token.start - kept[-1].end <= _NEAR
            following = tokens[position + 1].start if position < last else None
            if not touched and _is_article(source, token, following, sieve):
                continue
        kept.append(token)
    return source if len(kept) > last else Source(source.text, source.folded, tuple(kept), source.has_figures)


def _is_article(source: Source, token: Token, following: int | None, sieve: _Sieve) -> bool:
    folded, start, end = source.folded, token.start, token.end
    if folded[end : end + 1] != " ":
        return False
    ahead = _WORD_AHEAD.match(folded, end + 1)
    if ahead is None or ahead.group() in sieve.telling:
        return False
    written = source.text[ahead.start() : ahead.end()]
    if not written.islower():  # Codes of currencies are capitals.
        return False
    if not written.isascii() and _PLAIN.match(written).group() in sieve.telling:  # type: ignore[union-attr]
        return False  # To the signs of currencies (kr) an accented letter behind them is none.
    if following is not None and following - end <= _FAR and folded[end:following].rstrip().endswith(sieve.out_of):
        return False
    before = folded[max(0, start - 40) : start]
    if before.rstrip().endswith(sieve.signs) or sieve.rules.any_after.match(folded, end) is not None:
        return False
    return not sieve.rules.has_prefix(before)
