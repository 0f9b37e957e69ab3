"""Reads a speaker's name behind or before a word of speech."""

import re
from dataclasses import dataclass
from functools import cache

from assets.claims.language.patterns import phrase
from assets.claims.qualifiers.model import Speaker

_LONGEST_NAME = 90
_SHORTEST_NAME = 2
_MOST_COMMON_WORDS = 6  # A speaker without a capital letter is a short description, or no speaker.


@dataclass(frozen=True, slots=True)
class _Patterns:
    end: re.Pattern[str]
    article: re.Pattern[str]
    paper: re.Pattern[str]
    time: re.Pattern[str]
    clause: re.Pattern[str]
    apposition: re.Pattern[str]
    statement: re.Pattern[str]
    pronoun: re.Pattern[str]
    opener: re.Pattern[str]
    no_name: re.Pattern[str]
    join_first: re.Pattern[str]
    join_last: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    def words(role: str) -> str:
        return phrase(language, role)

    return _Patterns(
        re.compile(rf"[,;:.!?()«»\"\n]|\s[–—-]\s|(?<![a-z]){words('name_end')}(?![a-z])|\d"),
        re.compile(rf"{words('name_article')}*"),
        re.compile(words("source_noun")),
        re.compile(rf"\s*(?:{words('name_time')}\s*,?\s*)*"),
        re.compile(rf"[,;:()«»\"\n]|\s[–—-]\s|(?<![a-z]){words('name_break')}(?![a-z])"),
        re.compile(rf"[,;:(]|\s[–—]\s|\s{words('name_tail')}\s*$"),
        re.compile(rf"\s*(?:[a-z]+ ){{0,3}}?{words('statement_opener')}"),
        re.compile(rf"{words('pronoun')}(?![a-z])"),
        re.compile(rf"{words('adverbial_opener')}(?![a-z])"),
        re.compile(rf"(?<![a-z]){words('no_name')}(?![a-z'])|^\d|[.!?] "),
        re.compile(rf"{words('name_join')}(?![a-z])\s*"),
        re.compile(rf"\s+{words('name_join')}\s*$"),
    )


def opens_statement(folded: str, position: int, language: str) -> bool:
    """Whether what a verb of speech reports begins right behind it."""
    return _patterns(language).statement.match(folded, position, position + 40) is not None


def name_behind(
    text: str, folded: str, position: int, stop: int, rule_id: str, language: str, not_names: tuple[str, ...] = ()
) -> Speaker | None:
    """The name that begins at ``position``: ``selon [le cabinet Qianzhan]``, ``, a indiqué lundi [le ministère]``."""
    patterns = _patterns(language)
    skipped = patterns.time.match(folded, position, stop)
    start = skipped.end() if skipped is not None else position
    while start < stop and folded[start].isspace():
        start += 1
    if folded.startswith(not_names, start):
        return None
    article = patterns.article.match(folded, start, stop)
    start = article.end() if article is not None else start
    paper = patterns.paper.match(folded, start, stop)
    start = paper.end() if paper is not None else start
    limit = min(stop, start + _LONGEST_NAME)
    end = patterns.end.search(folded, start, limit)
    return _speaker(text, folded, start, end.start() if end is not None else limit, rule_id, language)


def name_before(text: str, folded: str, begin: int, verb: int, rule_id: str, language: str) -> Speaker | None:
    """The name that ends at a verb: ``[Zhang Wei], directeur du parc, a déclaré``."""
    patterns = _patterns(language)
    left = begin
    if not folded[begin:verb].rstrip().endswith(","):  # A comma closes an apposition: the name opens the sentence.
        for match in patterns.clause.finditer(folded, begin, verb):
            if folded[match.end() : verb].strip():
                left = match.end()
    while True:
        while left < verb and not folded[left].isalnum():
            left += 1
        comma = folded.find(",", left, verb)
        if comma < 0 or patterns.opener.match(folded, left, verb) is None:
            break
        left = comma + 1
    article = patterns.article.match(folded, left, verb)
    start = article.end() if article is not None else left
    end = patterns.apposition.search(folded, start, verb)
    return _speaker(text, folded, start, end.start() if end is not None else verb, rule_id, language)


def _speaker(text: str, folded: str, start: int, end: int, rule_id: str, language: str) -> Speaker | None:
    patterns = _patterns(language)
    joined = patterns.join_first.match(folded, start, end)
    start = joined.end() if joined is not None else start
    left_over = patterns.join_last.search(folded, start, end)
    end = left_over.start() if left_over is not None else end
    while end > start and (text[end - 1].isspace() or text[end - 1] in "'’-"):
        end -= 1
    name = text[start:end]
    if len(name) < _SHORTEST_NAME or len(name) > _LONGEST_NAME or not any(letter.isalpha() for letter in name):
        return None
    if patterns.pronoun.match(folded, start, end) is not None:
        return None
    if patterns.no_name.search(folded[start:end]) is not None:
        return None
    if name == name.lower() and len(name.split()) > _MOST_COMMON_WORDS:
        return None
    return Speaker(name, start, end, rule_id)
