"""What an element's tag, role and class say of the text within: furniture zones, and the article's own containers."""

import re
from collections.abc import Mapping
from functools import lru_cache

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
# Site makers of every country name their boxes in English or in their own words; parts are parted by - _ or case.
_CLASSES: tuple[tuple[str, str], ...] = (
    ("cookies", r"cookies?|consent|gdpr|rgpd|didomi|cmp|onetrust|axeptio"),
    ("comments_widget", r"comments?|commentaires?|disqus|reactions?|responses|respond|coral|viafoura|kommentare?"),
    ("share", r"shar(?:e|ing|er|ebar|ethis|edaddy)s?|socials?|partage[rz]?|addtoany|addthis|sns|reseaux|follow"),
    (
        "subscription",
        r"newsletters?|subscri\w+|abonn\w+|signup|paywall|piano|offers?|nl|infolettre|donate|donation|membership|premium",
    ),
    (
        "related",
        r"related|recommend\w*|readmore|read more|read also|lire aussi|lireaussi|a lire|alire|voir aussi|voiraussi|similar|"
        r"suggest\w*|trending|popular|most read|mostread|plus lus?|outbrain|taboola|teasers?|crosslinks?|see also|"
        r"next articles?|same topic|meme sujet|associe[es]*|more (?:stories|articles|news|from|on|posts)|latest|"
        r"recirc\w*|further reading|ligatus|read next|also read|suivants?|inread|empfehlung\w*",
    ),
    (
        "advertising",
        r"ads?|advert\w*|adv|pub|publicites?|sponsor\w*|dfp|adslot|promos?|promoted|promotion|commercial|werbung|anzeige",
    ),
    (
        "navigation",
        r"nav|navbar|navigation|menus?|breadcrumbs?|ariane|pagination|pager|toolbar|skip|sommaire|toc|tabs?",
    ),
    ("footer", r"footer|pied|colophon|bottom bar|disclaimer|copyright|legal"),
    ("aside", r"sidebar|side bar|rail|widgets?|encarts?|encadres?|infobox|factbox|aside|secondary|right col\w*"),
    (
        "caption",
        r"captions?|legendes?|credits?|figcaption|gallery|galerie|slideshow|carousel|carrousel|diapo\w*|"
        r"photo (?:credit|caption|desc|legend)\w*|image (?:credit|caption|desc)\w*|media (?:credit|caption|desc)\w*|"
        r"bildunterschrift|lightbox|swiper",
    ),
    ("tags", r"tags?|tagcloud|taglist|tag list|keywords|mots cles|topics|categories|category|catlinks|labels"),
    ("byline", r"bylines?|authors?|auteurs?|signature|sig|bios?|writers?|autor(?:en)?"),
    (
        "date_line",
        r"dates?|dateline|published|posted|timestamp|meta|metas|metadata|metainfo|meta info|postinfo|infos|pubdate|entry date",
    ),
    ("pull_quote", r"pull ?quotes?|exergues?|citations?|quote box|blockquote pull"),
    ("site_header", r"masthead|site header|page header|global header|topbar|top bar|header bar|bandeau"),
    ("hidden", r"hidden|sr only|screen reader\w*|visually hidden|visuallyhidden|d none|invisible|offscreen|print only"),
    (
        "form",
        r"search|recherche|login|signin|modal|popup|popin|overlay|dropdown|tooltip|survey|sondage|poll|quiz|captcha",
    ),
    ("audio", r"audio|player|podcast|listen|ecouter|video|playlist|transcript btn"),
)
_PATTERNS = tuple((reason, re.compile(rf"(?:^| )(?:{words})(?: |$)")) for reason, words in _CLASSES)
_BODY = re.compile(
    r"(?:^| )(?:article ?(?:body|content|text|texte|main|copy|core|corps|inner)|(?:entry|post|story|news|page|body|main|text|"
    r"single|content) (?:body|content|text|copy|entry|main)|articlebody|storybody|storytext|postcontent|entrycontent|"
    r"corps|texte|contenu|rich ?text|body ?copy|article paragraph|prose|wysiwyg|paragraphs?|articletext)(?: |$)"
)
_LEAD = re.compile(
    r"(?:^| )(?:chapos?|chapeau|stand ?first|leads?|lede|intro\w*|accroche|excerpt|subtitle|sub ?title|sous ?titre|deck|dek|"
    r"summary|resume|teaser text|article (?:intro|lead|summary|chapo|desc\w*)|headline sub|sub ?headline|abstract|"
    r"hat|strapline|blurb|description)(?: |$)"
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
    for reason, pattern in _PATTERNS:
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
