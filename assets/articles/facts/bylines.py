"""Authors by the form of the lines that name them: what leads to a name, the name, what its bearer does.

``read_byline`` knows the label ``Par`` wherever it stands; the forms here are those of header lines alone, for inside
an article they would take intertitles for authors.
"""

import re
import unicodedata

from assets.articles.facts.days import find_days
from assets.articles.facts.lines import NAMES, cells, is_name, is_person, read_byline, segments, titled
from assets.articles.folding import fold, squeeze
from assets.articles.language.forms import load_form

_LONGEST, _LONGEST_REST, _MOST_WORDS = 160, 90, 14
_NAMES = re.compile(NAMES)
_MARKS = str.maketrans({**dict.fromkeys("'‘ʼ`´", "’"), **dict.fromkeys("‐‑‒–—―−", "-")})
_BRACKETS = " \t[]()*~_"
_BEHIND = re.compile(rf"(?:^|[ ,])(?:[Pp]ar|PAR|[Bb]y) (?P<names>{NAMES})")
_AHEAD = re.compile(
    rf"^(?P<names>{NAMES})[ ,.]{{1,3}}"
    r"(?:(?:le )?(?:[Ll]un|[Mm]ar|[Mm]er|[Jj]eu|[Vv]en|[Ss]am|[Dd]im|\d)|[Pp]ublié|[Mm]is )"
)
_FIGURED = re.compile(r"\d|:")
_DAY_LEAD = re.compile(r"[ ,.;]+(?:(?:le|ce|du) ?)?(?:[a-zA-Z]{3,6}di|[a-z]{3}\.|dimanche)? ?$")
_DAY_FIRST = re.compile(r"^\[[^\[\]]{6,30}\] ")
_GAP = re.compile(r"[ ,:(-]*")


def read_author_line(line: str, publisher: str | None = None) -> str | None:
    """Return the authors that a header line names.

    Args:
        line: The line.
        publisher: The paper's name, which may follow the author's.

    Example:
        >>> read_author_line("De notre correspondante à Pékin, Anne Petit")
        'Anne Petit'
        >>> read_author_line("Paul Roux, envoyé spécial à Ningbo")
        'Paul Roux'
        >>> read_author_line("Le maire de Lyon, à Pékin") is None
        True
    """
    if len(line) > _LONGEST or "?" in line:
        return None
    parts = segments(line)
    # Beside a name stand figures, labels and roles; beside a paper's name its motto.
    role = load_form("byline_role", whole=False)
    alone = len(parts) == 1 or any(_FIGURED.search(part) or role.match(_aligned(part)) for part in parts[1:])
    for raw in parts[:3]:
        part = raw.strip(_BRACKETS)
        if publisher and part.lower().endswith(f" {publisher.lower()}"):
            part = part[: -len(publisher) - 1].rstrip(" ,/")
        name = _led(part) or read_byline(part) or _followed(part, alone=alone)
        if name is not None:
            return titled(name)
    return None


def _aligned(text: str) -> str:
    """Fold letter by letter, so that every letter keeps its place."""
    return "".join(unicodedata.normalize("NFKD", letter)[0] for letter in text).lower().translate(_MARKS)


def _led(part: str) -> str | None:
    """Read the names behind a lead (``Un reportage de …``)."""
    lead = load_form("byline_lead", whole=False).match(_aligned(part))
    if lead is None or lead.end() == 0:
        return None
    start = lead.end()
    if part[start : start + 1] in {"'", "’"}:
        start += 1
    match = _NAMES.match(part, start)
    if match is None or not is_name(match[0]) or len(part) - match.end() > _LONGEST_REST:
        return None
    rest = part[match.end() :]
    # A name ends at its own bounds; after ``Par`` alone a phrase may follow that is none.
    if rest[:1].isalpha():
        return None
    return _trimmed(match[0])


def _followed(part: str, *, alone: bool) -> str | None:
    """Read the names that a role or a place follows (``…, correspondante à Pékin``)."""
    match = _NAMES.match(part)
    if match is None:
        return None
    names = match[0]
    rest = _aligned(part[match.end() :])
    if not rest.strip():
        return _trimmed(names) if alone and is_person(names) else None
    gap = _GAP.match(rest)
    role = load_form("byline_role", whole=False).match(rest[gap.end() :] if gap and "(" not in gap[0] else rest.strip())
    tail = rest[gap.end() :] if gap else rest
    if role is None or not is_person(names) or len(tail) > _LONGEST_REST:
        return None
    return _trimmed(names)


def _trimmed(names: str) -> str | None:
    """Cut a role that is written like a name (``Anne Petit Journaliste``)."""
    kept = squeeze(names).split(" ")
    while kept and load_form("byline_role", whole=False).fullmatch(_aligned(kept[-1])):
        kept.pop()
    name = " ".join(kept).rstrip(",")
    return name or None


def read_led_author(line: str) -> str | None:
    """Return the authors that a lead or a role announces; a place behind a name may belong to a headline.

    Example:
        >>> read_led_author("« Terre à terre », la chronique d’Anne Petit")
        'Anne Petit'
        >>> read_led_author("Anne Petit, à la conquête du Nord") is None
        True
    """
    if len(line) > _LONGEST or "?" in line:
        return None
    names = (_led(raw.strip(_BRACKETS)) or read_byline(raw.strip(_BRACKETS)) for raw in segments(line)[:3])
    return next((titled(name) for name in names if name is not None), None)


def read_signature(text: str) -> str | None:
    """Return the author of a line's words beside its day: a name with what its bearer does, a desk, an office.

    Example:
        >>> read_signature("Anne Petit (M2 de géographie)"), read_signature("Service Économie")
        ('Anne Petit', 'Service Économie')
        >>> read_signature("Anne Petit dans son atelier") is None
        True
    """
    text = text.strip(" ,.;:-–—|/")
    aligned = _aligned(text)
    if not text or len(text.split()) > _MOST_WORDS or load_form("sight").search(aligned):
        return None
    if load_form("collective", whole=False).fullmatch(aligned):
        return text
    led = _led(text) or read_byline(text)
    if led is not None:
        return titled(led)
    match = _NAMES.match(text)
    if match is None or not is_person(match[0]):
        return None
    rest = text[match.end() :].strip()
    # After a name alone only a bracket or a comma opens what its bearer does.
    if not rest or rest[0] == "(" or (match[0].endswith(",") or rest[0] == ","):
        return titled(match[0].rstrip(","))
    return None


def read_dated_author(line: str) -> str | None:
    """Return the authors that a line names beside its day.

    Example:
        >>> read_dated_author("Vendredi 12 juin 2026, par Anne Petit")
        'Anne Petit'
        >>> read_dated_author("Anne Petit 12.03.2026 à 17h30")
        'Anne Petit'
        >>> read_dated_author("Genève, le 12 juin 2026") is None
        True
    """
    if len(line) > _LONGEST:
        return None
    for cell in cells(line):
        part = _DAY_FIRST.sub("", cell)
        behind = _BEHIND.search(part)
        if behind and is_name(behind["names"]):
            return titled(behind["names"])
        ahead = _AHEAD.match(part)
        if ahead and is_person(ahead["names"]):
            return titled(ahead["names"])
        if is_person(part):
            return titled(part)
        signed = _signed_before_day(part)
        if signed is not None:
            return signed
    return None


def _signed_before_day(part: str) -> str | None:
    days = list(find_days(part))
    # Positions of folded text are those of the part where folding kept its length.
    if len(days) != 1 or len(fold(part)) != len(part):
        return None
    return read_signature(_DAY_LEAD.sub("", part[: days[0].start]))
