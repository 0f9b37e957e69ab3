"""What an element's tag, role and class say of the text within: furniture zones, and the article's own containers."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assets.articles.html.gather import IN_BODY, IS_LEAD

_TAGS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figure": "caption",
    "figcaption": "caption",
    "menu": "navigation",
    "dialog": "dialog",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "site_header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "share",
    "doc-pullquote": "pull_quote",
}


@dataclass(frozen=True, slots=True)
class BoxNames:
    """What an element's names say of its text.

    Attributes:
        zone: The furniture that the element announces, if any.
        flags: Bits that say whether it calls itself the article's body or the standfirst.
    """

    zone: str | None
    flags: int = 0


_PLAIN = BoxNames(None)
_BY_TAG = {tag: BoxNames(zone) for tag, zone in _TAGS.items()}


@cache
def zone_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of names by the reason that they give, in the order in which they are tried."""
    return tuple((entry["id"], _whole_words(entry["forms"])) for entry in _entries())


@cache
def _entries() -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "zones.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["entry"]
    return entries


def _whole_words(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:^| )(?:{'|'.join(forms)})(?: |$)")


_BODY_FORMS = (
    r"article ?(?:body|content|text|texte|main|copy|core|corps|inner)",
    r"(?:entry|post|story|news|page|body|main|text|single|content) (?:body|content|text|copy|entry|main)",
    r"articlebody|storybody|storytext|postcontent|entrycontent|corps|texte|contenu|rich ?text|body ?copy",
    r"article paragraph|prose|wysiwyg|paragraphs?|articletext",
)
_LEAD_FORMS = (
    r"chapos?|chapeau|stand ?first|leads?|lede|intro\w*|accroche|excerpt|subtitle|sub ?title|sous ?titre",
    r"deck|dek|summary|resume|teaser text|article (?:intro|lead|summary|chapo|desc\w*)|headline sub|sub ?headline",
    r"abstract|hat|strapline|blurb|description",
)
_BODY, _LEAD = _whole_words(_BODY_FORMS), _whole_words(_LEAD_FORMS)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NAMING = ("class", "id", "data-component", "data-testid")
_READ = frozenset({*_NAMING, "role", "hidden", "style", "itemprop"})
# Longer than any class list that a person wrote; what is read is also what the caches keep.
_LONGEST_NAMES = 2000
_PROPS = {"articlebody": IN_BODY, "text": IN_BODY, "description": IS_LEAD}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")


@cache
def _telling() -> re.Pattern[str]:
    """Return the pattern of all names that tell anything: most names of a page tell nothing, and one look shows it."""
    return _whole_words([*(form for entry in _entries() for form in entry["forms"]), *_BODY_FORMS, *_LEAD_FORMS])


def name_words(name: str) -> str:
    """Return the words of a class or the like, parted by one blank.

    Example:
        >>> name_words("article-shareBar")
        'article share bar'
    """
    return _PARTS.sub(" ", _CAMEL.sub(" ", name).lower()).strip()


def read_names(tag: str, attributes: Sequence[tuple[str, str]]) -> BoxNames:
    """Return what an element's tag, role, classes and the like say.

    Example:
        >>> read_names("div", [("class", "article-body"), ("id", "a1")]) == BoxNames(None, IN_BODY)
        True
        >>> read_names("div", [("class", "shareBar")]).zone
        'share'
    """
    told = {name: value for name, value in attributes if name in _READ} if attributes else None
    if not told:
        return _BY_TAG.get(tag, _PLAIN)
    found = _named(" ".join([told[name] for name in _NAMING if name in told])[:_LONGEST_NAMES])
    given = _TAGS.get(tag)
    if given is None and "role" in told:
        given = _ROLES.get(told["role"].lower())
    if given is None and ("hidden" in told or ("style" in told and _HIDDEN_STYLE.search(told["style"]))):
        given = "hidden"
    flags = _PROPS.get(told["itemprop"].lower(), 0) if "itemprop" in told else 0
    return BoxNames(given or found.zone, found.flags | flags) if given or flags else found


# A page repeats a few hundred class lists thousands of times, and a site its classes on all its pages.
@lru_cache(maxsize=4096)
def _named(names: str) -> BoxNames:
    announced: set[str] = set()
    flags = 0
    for name in names.split():
        found = _class_names(name)
        if found is not None:
            announced.update(found[0])
            flags |= found[1]
    if "share" in announced and "embed" in names.lower():
        announced.discard("share")
    zone = next((reason for reason, _ in zone_patterns() if reason in announced), None) if announced else None
    return BoxNames(zone, flags) if zone or flags else _PLAIN


@lru_cache(maxsize=8192)
def _class_names(name: str) -> tuple[tuple[str, ...], int] | None:
    words = name_words(name)
    if not _telling().search(words):
        return None
    reasons = []
    for reason, pattern in zone_patterns():
        if pattern.search(words):
            reasons.append(reason)
            # Later ones only count where something embedded makes a box no sharing box.
            if reason != "share":
                break
    return tuple(reasons), (IN_BODY if _BODY.search(words) else 0) | (IS_LEAD if _LEAD.search(words) else 0)
