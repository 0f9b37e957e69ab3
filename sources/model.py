"""What a connector hands on: documents as they arrived, and files it could not take."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts that came with a document (a manifest line, a feed entry); None where nothing was said."""

    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published_on: date | None = None

    def to_json(self) -> str:
        """Canonical JSON: the same facts give the same text, so that a change of facts can be seen."""
        known = {key: value for key, value in asdict(self).items() if value is not None}
        return json.dumps(known, default=str, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Facts":
        """The inverse of ``to_json``."""
        known = json.loads(text)
        if "published_on" in known:
            known["published_on"] = date.fromisoformat(known["published_on"])
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a document was set aside.

    Attributes:
        reason: Short stable code by which refusals are counted.
        detail: What was found, with the place.
        cure: What the user can do.
    """

    reason: str
    detail: str
    cure: str


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that a source delivered.

    Attributes:
        source_id: The source's name in the catalogue.
        location: Where in the source: a relative path with ``/``, or a URL.
        name: The file name, by which a person knows the article.
        content: The bytes as they arrived, or None if they could not be read.
        problem: Why the document is set aside, or None.
    """

    source_id: str
    location: str
    name: str
    content: bytes | None
    facts: Facts = Facts()
    problem: Problem | None = None

    @property
    def document_id(self) -> str:
        """Identity of the place, not of the bytes: a corrected article keeps it. 32 hexadecimal digits."""
        return hashlib.sha256(f"{self.source_id}\x1f{self.location}".encode()).hexdigest()[:32]
