"""Samples of the project's own: one file holds both the page as delivered and what its cleaning must give.

Each line starts with a mark and a blank: ``+`` begins a paragraph of the body, ``~`` goes on with it, ``=`` is the
title, ``-`` is furniture. The marks are cut off to get the page.
"""

import html
import re
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
_TAGS = re.compile(r"<[^>]+>")
_MARKER = re.compile(r"^(?:[*•–>-])\s+")


@dataclass(frozen=True)
class Sample:
    """A delivered page with its gold."""

    name: str
    raw: bytes
    title: str | None
    paragraphs: tuple[str, ...]
    furniture: tuple[str, ...]


def _text(line: str, *, is_page: bool) -> str:
    if is_page:
        line = line.replace("</th><th>", " | ").replace("</td><td>", " | ")
        line = html.unescape(_TAGS.sub("", line))
    return re.sub(r"[ \t]+", " ", _MARKER.sub("", line.strip())).strip()


def load_sample(path: Path) -> Sample:
    """Read one marked file."""
    is_page = path.suffix == ".html"
    delivered: list[str] = []
    paragraphs: list[str] = []
    furniture: list[str] = []
    title = None
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, body = line[:1], line[2:]
        delivered.append(body)
        text = _text(body, is_page=is_page)
        if mark == "+":
            paragraphs.append(text)
        elif mark == "~":
            paragraphs[-1] = f"{paragraphs[-1]} {text}"
        elif mark == "=":
            title = text
        elif mark == "-" and text:
            furniture.append(text)
        elif mark not in {"-", ""}:
            raise ValueError(f"{path.name}: a line starts with {mark!r}; use + ~ = or -")
    return Sample(path.name, "\n".join(delivered).encode(), title, tuple(paragraphs), tuple(furniture))


def load_samples() -> list[Sample]:
    """Read every marked file, by name."""
    return [load_sample(path) for path in sorted(SAMPLES.iterdir()) if path.suffix in {".txt", ".html"}]
