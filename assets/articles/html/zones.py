"""What an element's tag, role and class say of the text within: furniture zones, and the article's own containers."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class BoxNames:
    """What an element's names say of its text.

    Attributes:
        zone: The furniture that the element announces, if any.
        is_body: It calls itself the article's body.
        is_lead: It calls itself the standfirst.
    """

    zone: str | None
    is_body: bool
    is_lead: bool


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
_NAMING = ("class", "id", "data-component", "data-testid")
_READ = frozenset({*_NAMING, "role", "hidden", "style", "itemprop"})
# Longer than any class list that a person wrote; what is read is also what the caches keep.
_LONGEST_NAMES = 2000
_BODY_PROPS = frozenset({"articlebody", "text"})
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[^a-z0-9]+")


@cache
def _telling() -> re.Pattern[str]:
    """Return the pattern of all names that tell anything: most names of a page tell nothing, and one look shows it."""
    return re.compile("|".join([*(pattern.pattern for _, pattern in zone_patterns()), _BODY.pattern, _LEAD.pattern]))


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
        >>> read_names("div", [("class", "article-body"), ("id", "a1")])
        BoxNames(zone=None, is_body=True, is_lead=False)
        >>> read_names("div", [("class", "shareBar")]).zone
        'share'
    """
    kind = tag if tag in _TAGS else ""
    told = {name: value for name, value in attributes if name in _READ} if attributes else None
    if not told:
        return _box_names(kind, "", "", "", hidden=False)
    names = " ".join(told[name] for name in _NAMING if name in told)[:_LONGEST_NAMES]
    hidden = "hidden" in told or ("style" in told and _HIDDEN_STYLE.search(told["style"]) is not None)
    return _box_names(kind, names, told.get("role", "")[:20], told.get("itemprop", "")[:20], hidden=hidden)


# A page repeats a few hundred class lists thousands of times, and a site its classes on all its pages.
@lru_cache(maxsize=4096)
def _box_names(tag: str, names: str, role: str, prop: str, *, hidden: bool) -> BoxNames:
    classes = [_class_names(name) for name in names.split()]
    prop = prop.lower()
    zone = _TAGS.get(tag) or _ROLES.get(role.lower()) or ("hidden" if hidden else None)
    if zone is None:
        announced = {reason for reasons, _, _ in classes for reason in reasons}
        if "share" in announced and "embed" in names.lower():
            announced.discard("share")
        zone = next((reason for reason, _ in zone_patterns() if reason in announced), None) if announced else None
    return BoxNames(
        zone,
        prop in _BODY_PROPS or any(is_body for _, is_body, _ in classes),
        prop == "description" or any(is_lead for _, _, is_lead in classes),
    )


@lru_cache(maxsize=8192)
def _class_names(name: str) -> tuple[tuple[str, ...], bool, bool]:
    words = name_words(name)
    if not _telling().search(words):
        return (), False, False
    reasons = []
    for reason, pattern in zone_patterns():
        if pattern.search(words):
            reasons.append(reason)
            # Later ones only count where something embedded makes a box no sharing box.
            if reason != "share":
                break
    return tuple(reasons), _BODY.search(words) is not None, _LEAD.search(words) is not None
