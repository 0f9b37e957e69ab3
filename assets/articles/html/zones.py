"""What an element's tag, role and class say of the text within: furniture zones, and the article's own containers."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

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


@cache
def zone_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns of names by the reason that they give, in the order in which they are tried."""
    text = (Path(__file__).parent / "zones.toml").read_text(encoding="utf-8")
    return tuple(
        (entry["id"], re.compile(rf"(?:^| )(?:{'|'.join(entry['forms'])})(?: |$)"))
        for entry in tomllib.loads(text)["entry"]
    )


_BODY = re.compile(
    r"(?:^| )(?:article ?(?:body|content|text|texte|main|copy|core|corps|inner)|"
    r"(?:entry|post|story|news|page|body|main|text|single|content) (?:body|content|text|copy|entry|main)|"
    r"articlebody|storybody|storytext|postcontent|entrycontent|corps|texte|contenu|rich ?text|body ?copy|"
    r"article paragraph|prose|wysiwyg|paragraphs?|articletext)(?: |$)"
)
_LEAD = re.compile(
    r"(?:^| )(?:chapos?|chapeau|stand ?first|leads?|lede|intro\w*|accroche|excerpt|subtitle|sub ?title|sous ?titre|"
    r"deck|dek|summary|resume|teaser text|article (?:intro|lead|summary|chapo|desc\w*)|headline sub|sub ?headline|"
    r"abstract|hat|strapline|blurb|description)(?: |$)"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")


def class_words(attributes: Mapping[str, str]) -> str:
    """Return the words of class, id and the like, each parted from the next by one blank, classes by three.

    Example:
        >>> class_words({"class": "article-body shareBar"})
        'article body   share bar'
    """
    names = " ".join(
        value for name in ("class", "id", "data-component", "data-testid") if (value := attributes.get(name))
    )
    return _split(names)


def zone(tag: str, attributes: Mapping[str, str], words: str) -> str | None:
    """Return the furniture that an element announces, if any."""
    if tag in _TAGS:
        return _TAGS[tag]
    role = attributes.get("role")
    if role and role.lower() in _ROLES:
        return _ROLES[role.lower()]
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return "hidden"
    return _named_zone(words) if words else None


# A page repeats a few hundred class lists thousands of times.
@lru_cache(maxsize=4096)
def _named_zone(words: str) -> str | None:
    for reason, pattern in zone_patterns():
        if pattern.search(words) and not (reason == "share" and "embed" in words):
            return reason
    return None


@lru_cache(maxsize=4096)
def _named_body(words: str) -> tuple[bool, bool]:
    return bool(_BODY.search(words)), bool(_LEAD.search(words))


@lru_cache(maxsize=4096)
def _split(names: str) -> str:
    return "   ".join(_PARTS.sub(" ", _CAMEL.sub(" ", name).lower()).strip() for name in names.split())


def is_body(attributes: Mapping[str, str], words: str) -> bool:
    """Tell whether an element calls itself the article's body."""
    return (attributes.get("itemprop") or "").lower() in {"articlebody", "text"} or _named_body(words)[0]


def is_lead(attributes: Mapping[str, str], words: str) -> bool:
    """Tell whether an element calls itself the standfirst."""
    return (attributes.get("itemprop") or "").lower() == "description" or _named_body(words)[1]
