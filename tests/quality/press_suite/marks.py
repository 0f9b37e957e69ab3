"""The notation of the press suite: expected readings stand in the sentence, ``[300=300 item]``."""

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_MARK = re.compile(r"\[([^\[\]=]+)=([^\[\]]*)\]")


@dataclass(frozen=True)
class Mark:
    """One expected mention: its text, its offset in the bare sentence and the words behind the equals sign."""

    text: str
    start: int
    words: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Line:
    """A sentence of the suite without its marks."""

    source: str
    text: str
    marks: tuple[Mark, ...]


def parse_line(source: str) -> Line:
    """Take the marks out of a sentence and keep where they stood."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(source):
        text += source[last : match.start()]
        marks.append(Mark(match.group(1), len(text), tuple(match.group(2).split()), match.group(2)))
        text += match.group(1)
        last = match.end()
    return Line(source, text + source[last:], tuple(marks))


def read_suite(name: str) -> list[Line]:
    """The sentences of a suite file; ``#`` opens a comment line."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [parse_line(line) for line in lines if line.strip() and not line.startswith("#")]
