"""What articles say, made safe to show: the sentence in three parts, addresses that may be links. Pure."""

import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Not the blanks that hold a number and its unit together: the words stay as the article has them.
_BLANKS = re.compile(r"[^\S\u00a0\u202f\u2007]+")
# A word that a cut has left a part of, where a whole one follows.
_PART_OF_WORD = re.compile(r"^\S{0,30}\s+(?=\S)")
_CUT = "…"


def printable(text: str | None) -> str:
    r"""One line without control characters and marks that turn the direction of what follows.

    >>> printable("30 %\u202e of\nlaptops")
    '30 % of laptops'
    """
    flat = _BLANKS.sub(" ", (text or "").strip())
    return "".join(letter for letter in flat if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co"})


def shortened(text: str | None, characters: int) -> str:
    """A text cut at its end."""
    said = printable(text)
    return said if len(said) <= characters else said[: characters - 1].rstrip() + _CUT


def around(sentence: str, start: int, end: int, characters: int) -> tuple[str, str, str]:
    """What stands before, in and after a mention; a long sentence keeps what is nearest.

    >>> around("Il en sort 30 % du monde.", 11, 15, 100)
    ('Il en sort ', '30 %', ' du monde.')
    >>> around("Il y a longtemps, il en sortait 30 % du monde.", 32, 36, 24)
    ('…sortait ', '30 %', ' du monde.')
    """
    mention = shortened(sentence[start:end], characters)
    before, after = printable_side(sentence[:start]), printable_side(sentence[end:])
    room = max(0, characters - len(mention))
    # What one side does not need, the other may take.
    left = max(room // 2, room - len(after))
    right = max(room // 2, room - len(before))
    if len(before) > left:
        before = _CUT + _PART_OF_WORD.sub("", before[len(before) - left :])
    if len(after) > right:
        after = after[:right].rstrip() + _CUT
    return before, mention, after


def printable_side(text: str) -> str:
    """The same as ``printable``, keeping one blank at each end that has any."""
    said = printable(text)
    left = _BLANKS.sub(" ", text[:1]) if text[:1].isspace() else ""
    right = _BLANKS.sub(" ", text[-1:]) if said and text[-1:].isspace() else ""
    return f"{left}{said}{right}"


def safe_link(url: str | None) -> str | None:
    """An address that a browser may open: http or https with a host, nothing else.

    >>> safe_link("https://presse.example/a"), safe_link("javascript:alert(1)"), safe_link("//presse.example")
    ('https://presse.example/a', None, None)
    """
    if not url or len(url) > 2_000 or any(letter.isspace() or not letter.isprintable() for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and host and "@" not in parts.netloc else None


def language_tag(language: str | None) -> str:
    """A language code that may stand in ``lang``; empty where it is none."""
    return language if language and _LANGUAGE.fullmatch(language) else ""


def article_row(fact: dict[str, Any], characters: int) -> tuple[str, str | None, str, str, str]:
    """Headline, link, publisher, day and language of the article of a fact."""
    day = fact["published_on"]
    return (
        shortened(fact["title"] or fact["article"], characters),
        safe_link(fact["url"]),
        shortened(fact["publisher"], characters),
        day.isoformat() if day else "",
        language_tag(fact["language"]),
    )
