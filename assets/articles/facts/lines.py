"""Facts that a page prints in its header and footer lines: days with their label, bylines, the source address."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from assets.articles.blocks import grammar_share
from assets.articles.facts.days import find_days
from assets.articles.folding import fold, squeeze
from assets.articles.language.words import load_words

_SEPARATOR = re.compile(r"\s*(?:[|•·›]|\s[–—-]\s|\s{3,}|\t)\s*")
# Most lines have no separator, which this form without leading blanks tells sooner.
_SEPARATED = re.compile(r"[|•·›\t]|\s(?:[–—-]\s|\s\s)")
# What else parts the cells of a head line, and the marks that stand for full stops inside a day.
_CELL = re.compile(r"\s+/{1,2}\s+|\s*[●◆■▪◼]+\s*|\s+[*~]+\s+|\s+-{2,}\s+")
_DOTTED = re.compile(r"(?<=\d)[·•](?=\d)")
_PUBLISHED = re.compile(
    r"\b(publiee?|mise? en ligne|parue?|postee?|diffusee?|cree|redige|ecrit|date|publication|posted|published|"
    r"edition du|fait a|le|du|on)\b"
)
_MODIFIED = re.compile(r"\b(mise? a jour|modifiee?|actualisee?|maj|updated?|modified|derniere? (mise|modif)\w*)\b")
_LABEL = re.compile(
    r"\b(publiee?|publication|mise? (?:en ligne|a jour)|parue?|parution|postee?|diffusee?|redigee?|ecrite?|date|posted|"
    r"published|edition|fait|modifiee?|actualisee?|maj|updated?|modified|modification|cree)\b"
)
_FILLER = re.compile(
    r"\b(publiee?|publication|mise? en ligne|parue?|postee?|diffusee?|cree|redige|ecrit|date|posted|published|"
    r"edition|fait|mise? a jour|modifiee?|actualisee?|maj|updated?|modified|derniere?|modification|"
    r"le|la|du|de|a|au|et|on|at|in|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lun|mar|mer|jeu|ven|sam|dim|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"heures?|min|cet|gmt|utc|paris|\d{1,2} ?[h:] ?\d{0,2}(?: ?[:m] ?\d\d)?|am|pm)\b"
)
_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST_LINE, _LONGEST_PART = 170, 90

# A name's part is a word or initials; a full stop after a word ends the name.
_NAME_PART = r"(?:[A-ZÀ-ÖØ-Þ]\.(?:[ -]?[A-ZÀ-ÖØ-Þ]\.)*(?![a-zà-ÿ])|[A-ZÀ-ÖØ-Þ][\w’'-]*|d[’'][A-ZÀ-ÖØ-Þ][\w’'-]+)"
_PARTICLE = r"(?:de|du|des|la|le|van|von|der|den|ten|ben|bin|el|al|di|da|dos|y)"
_ARTICLES = frozenset({"la", "le", "les"})
_NAME = rf"{_NAME_PART}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}{_NAME_PART}){{0,4}}"
NAMES = rf"{_NAME}(?:(?:, | et | and | & |, et ){_NAME}){{0,4}}"
_BYLINE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w’ -]{2,25}[.:] )?(?:(?i:par|by|de notre envoyé spécial,?|textes?|auteure?|autrice|author|"
    r"propos recueillis par|signé|publié par|écrit par|rédigé par|written by|posted by|un article de|"
    rf"une (?:chronique|tribune) de|reportage de))\s*:?\s+(?P<names>{NAMES})(?P<rest>.*)$"
)
_LONE_NAMES = re.compile(rf"^(?P<names>{NAMES})(?P<rest>(?: ?\((?:à|au|aux|en|avec)? ?[^)]{{2,40}}\))?)$")
# A chronicle's intertitle: a day or a month, a dash,
# and a phrase with a word in small letters, as neither names nor hours have.
_HEADLINE = re.compile(
    r"^(?:[A-Za-z]+di )?(?:\d{1,2}(?:er)? [a-zéû]+\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|"
    r"[A-ZÉ]?[a-zéû]{3,8} (?:19|20)\d\d)(?: ?[:–—]| -) "
    r"(?!(?:[Pp]ar|[Pp]ublié|[Mm]is|[Mm]odifi|[Tt]emps|[Ll]ecture|[Éé]dition|[Nn]uméro|[Dd]e notre|[Aa]vec) )"
    r"[A-ZÀ-Þ][\w’']*(?: [\w’'-]+)* (?:[ldnsjcmt][’'])?[a-zà-ÿ]{4,}[\w ’',-]*[.!?]?$"
)
_ODD_CASE = re.compile(r"\d|^[A-ZÀ-Þ]{2,}$|[a-zà-ÿ][A-ZÀ-Þ]")
_EDITORS = re.compile(r"^(?:la |notre )?r[ée]daction(?: [\w ’'.-]{2,40})?$|^l[’']équipe .{2,40}$", re.I)
_SOURCE = re.compile(
    r"^(?:sources?|lien|origine|url|permalien|article original|adresse)?\s*:?\s*(?P<url>https?://\S+)$", re.I
)


def cells(line: str) -> list[str]:
    """Cut a header line at its separators and at what else parts its cells: slashes, squares, rows of dashes.

    Example:
        >>> cells("n° 57 / 30.06.2025 // Lille ● 2 €")
        ['n° 57', '30.06.2025', 'Lille', '2 €']
    """
    return [cell for part in segments(_DOTTED.sub(".", line)) for cell in _CELL.split(part) if cell]


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a header line tells of days.

    Attributes:
        published: The publication day; the day of a line without label, too.
        modified: The day of the last change.
        labelled: The line says in words which day it is.
        rest: The line's other parts: a name, a section, the publisher.
    """

    published: date | None
    modified: date | None
    labelled: bool
    rest: tuple[str, ...]


def segments(line: str) -> list[str]:
    """Cut a header line at its separators.

    Example:
        >>> segments("03/02/2024 18:40 | L. M. | Lecture : 6 min")
        ['03/02/2024 18:40', 'L. M.', 'Lecture : 6 min']
    """
    if not _SEPARATED.search(line):
        whole = squeeze(line)
        return [whole] if whole else []
    return [part for part in (squeeze(part) for part in _SEPARATOR.split(line)) if part]


def read_date_line(line: str) -> DateLine | None:
    """Read a line that says when the page appeared; None for prose that merely holds a date.

    Example:
        >>> read_date_line("Mis en ligne le jeudi 6 juin 2024 à 9h15").published.isoformat()
        '2024-06-06'
        >>> read_date_line("Le 6 juin 2024, la ville a vendu le port à son voisin.") is None
        True
    """
    if len(line) > _LONGEST_LINE or "@" in line:
        return None
    published = modified = None
    labelled = False
    rest: list[str] = []
    for part in segments(line):
        days = list(find_days(part))
        if not days:
            if len(part) > _LONGEST_PART:
                return None
            rest.append(part)
            continue
        folded = fold(part)
        bare = list(folded)
        end = 0
        for found in days:
            label = folded[end : found.start]
            if _MODIFIED.search(label):
                modified, labelled = modified or found.day, True
            else:
                labelled = labelled or bool(_PUBLISHED.search(label))
                published = published or found.day
            bare[found.start : found.end] = " " * (found.end - found.start)
            end = found.end
        left = _WORDS.findall(_FILLER.sub(" ", "".join(bare)))
        # Without a label a line with other words than a name tells something that happened, not when it appeared.
        told = bool(_LABEL.search(folded))
        if len(left) > 5 or (len(left) > 2 and grammar_share(" ".join(left)) > 0.3):
            return None
        if not told and left and not (_leading_name(part[: days[0].start].strip(" ,.:")) or len(left) < 2):
            return None
        if left:
            first = part[: days[0].start].strip(" ,.:") if days[0].start < len(part) else ""
            rest.extend(_leading_name(first))
            tail = part[days[-1].end :]
            rest.extend(_trailing_name(tail))
    if (published is None and modified is None) or (not labelled and is_dated_headline(line)):
        return None
    return DateLine(published, modified, labelled, tuple(rest))


def is_dated_headline(line: str) -> bool:
    """Tell a chronicle's intertitle from a line that dates the page.

    Example:
        >>> [is_dated_headline(f"Mardi 28 avril 2026 – {text}") for text in ("Les premiers silos", "Anne Petit")]
        [True, False]
    """
    return len(line) <= _LONGEST_LINE and _HEADLINE.match(line) is not None


def _leading_name(text: str) -> list[str]:
    match = re.match(rf"^(?:Par |par )?(?P<names>{NAMES})[ ,.:–—-]*(?:[Pp]ublié|[Mm]is|[Ll]e\b|$)", text)
    return [match["names"]] if match and is_name(match["names"]) else []


def _trailing_name(text: str) -> list[str]:
    match = re.search(rf"(?:^|[ ,])(?:par|by|Par|PAR) (?P<names>{NAMES})", text)
    return [f"Par {match['names']}"] if match else []


def is_name(text: str) -> bool:
    """Tell whether no word of the text is one that header lines hold and no name does."""
    tokens = [token.strip(".,’") for token in fold(text).split()]
    labels = load_words("no_names")
    # Articles open labels, but inside a name they are part of it.
    return bool(tokens) and not any(
        token in labels and (at == 0 or token not in _ARTICLES) for at, token in enumerate(tokens)
    )


def read_byline(line: str) -> str | None:
    """Return the authors that a line names after ``Par`` or a like label.

    Example:
        >>> read_byline("Par Anne Petit et Paul Roux, à Dakar")
        'Anne Petit et Paul Roux'
        >>> read_byline("Par la suite, le maire a démissionné.") is None
        True
    """
    if len(line) > _LONGEST_LINE:
        return None
    for part in segments(line)[:3]:
        match = _BYLINE.match(part)
        if match and len(match["rest"]) <= 90 and grammar_share(match["rest"]) <= 0.5 and is_name(match["names"]):
            return match["names"].rstrip(". ,") if not _is_initials(match["names"]) else match["names"]
    return None


def _is_initials(names: str) -> bool:
    return bool(re.search(r"\b[A-Z]\.$", names))


def read_lone_name(line: str) -> str | None:
    """Return the authors of a line that holds nothing but names (two capitalised words at least).

    Example:
        >>> read_lone_name("Anne Petit (à Dakar)")
        'Anne Petit'
        >>> read_lone_name("Une Ville") is None
        True
    """
    if _EDITORS.match(line):
        return line
    match = _LONE_NAMES.match(line)
    if match is None or len(line) > 80:
        return None
    names = match["names"]
    if len(names.split()) < 2 or not is_name(names):
        return None
    return names


def is_person(line: str) -> bool:
    """Tell a person's name from a product's or a firm's: words of letters, all in capitals or none.

    Example:
        >>> [is_person(name) for name in ("Anne Petit", "ANNE PETIT", "Moonshot AI", "DeepSeek R1")]
        [True, True, False, False]
    """
    name = read_lone_name(line)
    if name is None:
        return False
    if _EDITORS.match(line) or name.isupper():
        return True
    return not any(_ODD_CASE.search(part) for part in name.split())


def read_source(line: str) -> str | None:
    """Return the address of a source line, percent-decoded.

    Example:
        >>> read_source("source:https://journal.example/caf%C3%A9")
        'https://journal.example/café'
    """
    match = _SOURCE.match(line.strip())
    return unquote(match["url"], errors="replace") if match else None


def titled(name: str) -> str:
    """Give a name in capitals its usual letters.

    Example:
        >>> titled("ANNE PETIT-ROUX")
        'Anne Petit-Roux'
    """
    if not name.isupper() or len(name) <= 4:
        return name
    grammar = load_words("grammar")
    parts = [
        part.lower() if part.lower() in grammar and at else part.title() for at, part in enumerate(name.split(" "))
    ]
    return " ".join(parts)
