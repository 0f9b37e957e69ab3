"""What a page declares about itself in its head and its linked data."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from assets.articles.folding import squeeze

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|LiveBlog|Review$|SocialMediaPosting|CreativeWork$")
_PAGE_TYPES = re.compile(r"WebPage$|ItemPage$|QAPage$")
_MOST_SCRIPTS, _MOST_NODES = 20, 3000
_LONGEST_SCRIPT = 400_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(slots=True)
class Metadata:
    """A page's declarations.

    Attributes:
        meta: First content of every ``meta`` by lower-case name, property or itemprop.
        articles: Linked-data objects that are articles, the page's own first.
        pages: Linked-data objects that are pages.
        canonical: Address of the ``canonical`` link.
        title: Text of the ``title`` element.
        language: The root element's language.
    """

    meta: dict[str, str] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)
    canonical: str | None = None
    title: str | None = None
    language: str | None = None

    def first(self, *names: str) -> str | None:
        """Return the content of the first of the metas that is there."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


def _nodes(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 (JSON)
    queue: list[Any] = [data]
    seen = 0
    while queue and seen < _MOST_NODES:
        node = queue.pop(0)
        seen += 1
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(
                node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement") if key in node
            )


def _types(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(str(part) for part in kind) if isinstance(kind, list) else str(kind or "")


def _load(text: str) -> Any:  # noqa: ANN401
    cleaned = _CONTROLS.sub(" ", text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"))
    cleaned = cleaned.removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(cleaned, strict=False)
    except (ValueError, RecursionError):
        return None


def read_metadata(tree: Any) -> Metadata:  # noqa: ANN401 (lxml elements are untyped)
    """Read the page's declarations."""
    found = Metadata(language=tree.get("lang"))
    scripts = 0
    for element in tree.iter("meta", "link", "title", "script"):
        if element.tag == "meta":
            _read_meta(found.meta, element)
        elif element.tag == "link" and (element.get("rel") or "").lower() == "canonical" and not found.canonical:
            found.canonical = (element.get("href") or "").strip() or None
        elif element.tag == "title" and not found.title and element.getparent().tag != "svg":
            found.title = squeeze("".join(element.itertext())) or None
        elif element.tag == "script" and "ld+json" in (element.get("type") or "").lower():
            scripts += 1
            text = element.text or ""
            if scripts <= _MOST_SCRIPTS and len(text) <= _LONGEST_SCRIPT:
                _read_linked(found, text)
    return found


def _read_meta(meta: dict[str, str], element: Any) -> None:  # noqa: ANN401
    content = squeeze(element.get("content") or "")
    if not content:
        return
    for name in ("property", "name", "itemprop", "http-equiv"):
        key = (element.get(name) or "").strip().lower()
        if key:
            meta.setdefault(key, content)


def _read_linked(found: Metadata, text: str) -> None:
    for node in _nodes(_load(text)):
        types = _types(node)
        if _ARTICLE_TYPES.search(types):
            found.articles.append(node)
        elif _PAGE_TYPES.search(types):
            found.pages.append(node)


def names_of(value: Any, depth: int = 0) -> list[str]:  # noqa: ANN401
    """Return the names in a linked-data value: text, an object with a name, or a list of these."""
    if depth > 3:
        return []
    if isinstance(value, str):
        return [squeeze(value)] if value.strip() and not value.startswith("http") else []
    if isinstance(value, dict):
        return names_of(value.get("name"), depth + 1)
    if isinstance(value, list):
        return [name for item in value[:10] for name in names_of(item, depth + 1)]
    return []


def text_of(value: Any) -> str | None:  # noqa: ANN401
    """Return a linked-data value as text, or the first of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    return squeeze(value) or None if isinstance(value, str) else None
