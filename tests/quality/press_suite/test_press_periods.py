"""The press suite of periods: every marked expression is read as marked, and nothing else is read."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assets.claims.periods import PeriodMention, recognise_periods

FOLDER = Path(__file__).parent
MARK = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
FLAGS = ("since", "until", "deadline", "cumulative", "comparison", "duration", "present")


@dataclass(frozen=True)
class Line:
    """A sentence without its marks, and what each mark says: offsets of its words and the expected reading."""

    text: str
    published: date | None
    expected: tuple[tuple[int, int, str], ...]


def parse_line(raw: str, published: date | None) -> Line:
    text, expected, position = "", [], 0
    for match in MARK.finditer(raw):
        text += raw[position : match.start()]
        expected.append((len(text), len(text) + len(match.group(1)), match.group(2).strip()))
        text += match.group(1)
        position = match.end()
    return Line(text + raw[position:], published, tuple(expected))


def load_lines() -> list[Line]:
    lines, published = [], None
    for path in sorted(FOLDER.glob("periods_*.txt")):
        for raw in path.read_text(encoding="utf-8").splitlines():
            if raw.startswith("@"):
                day = raw[1:].strip()
                published = None if day == "none" else date.fromisoformat(day)
            elif raw.strip() and not raw.startswith("#"):
                lines.append(parse_line(raw, published))
    return lines


def written(mention: PeriodMention) -> str:
    """A reading in the notation of the marks."""
    start, end = mention.period_start, mention.period_end
    if start is None and end is None:
        days = "?"
    elif start == end:
        days = str(start)
    else:
        days = f"{start or ''}/{end or ''}"
    marks = [flag for flag in FLAGS if getattr(mention, f"is_{flag}")]
    marks += [f"per={mention.per}"] if mention.per else []
    return " ".join([days, mention.basis[0], *marks])


LINES = load_lines()


def test_the_suite_is_large_and_has_negative_lines() -> None:
    assert len(LINES) >= 200
    assert sum(not line.expected for line in LINES) >= 30


def test_the_marks_are_parsed_with_their_offsets() -> None:
    line = parse_line("En {mai 2024|2024-05-01/2024-05-31 t}, rien.", None)
    assert line.text == "En mai 2024, rien."
    assert line.expected == ((3, 11, "2024-05-01/2024-05-31 t"),)


@pytest.mark.parametrize("line", LINES, ids=[line.text for line in LINES])
def test_a_press_line_is_read_as_marked(line: Line) -> None:
    mentions = recognise_periods(line.text, published_on=line.published)
    assert [written(mention) for mention in mentions] == [mark for _, _, mark in line.expected]
    for mention, (start, end, _) in zip(mentions, line.expected, strict=True):
        assert mention.start < end
        assert start < mention.end
