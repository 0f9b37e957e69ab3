"""Firms that the reference data do not know, read by their form and known again wherever the article repeats them.

A run of capitalised words is a firm's name where the words around it say so: ``le fabricant de pneus Roulavent``,
``Vernolux, coté à Shenzhen,``, ``chez Fontalba``, ``BYD, Geely et Fontalba``. One such place is enough for the whole
article. A name that the article shows to be a person's is none, whatever stands around it elsewhere.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import forms, role
from assets.claims.language.loader import Entry, load_entries
from sources import reference
from sources.reference.gazetteer import Name as Known

REPORTER = "institute"  # level of a firm that only counts and comments

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ](?:[\w.+&-]|[’'](?=[a-zà-ÿ]))*(?<![.-])"
_RUN = re.compile(rf"(?<![\w.-])(?!(?:[LDJNMSTC]|Qu)[’'])({_CAPITALISED}(?: (?:& )?{_CAPITALISED})*)")
_OPENS = re.compile(r"(?:^|[.!?…:;«“\"\n•|]|[–—-] )[\s«“\"(]*$")
# What a list has between two of its names: a figure or brackets, and the link.
_FIGURE = r"(?: \([^()]{1,40}\)| \d[\d., \u00a0\u202f%]*(?: ?[a-zé]{2,12}){0,2})?"
_LINK = r"(?:, (?:puis |devant )?| et | ou |/| puis | devant | et de |, de )"
_PREVIOUS = re.compile(rf"(?<=\w){_FIGURE}{_LINK}$")
_NEXT = re.compile(rf"{_FIGURE}{_LINK}(?=\w)")
_NOUN = re.compile(
    r"(?<!\w)(?!(?:que|par|pour|avec|chez|et|ou|puis|entre|devant|derrière|suivent|sont|comme|dont|à)\b)[a-zà-ÿ’']+ $"
)
_AND = re.compile(r" et (?=\w)")
# ``Xiaomi en a livré 48 000, Fontalba 42 000``: the second verb is left out.
_GAPPED = re.compile(r"\d[^.;:!?()\n]{0,30}(?:, | et | ; |, et )(?:la |le |l[’'])?$")
_AMOUNT = re.compile(r" \d+(?:[ \u00a0\u202f.,]\d+)+(?: ?%)?(?=[.,;) ]|$)")
_PLACED = re.compile(
    r"(?<![\w’'])(?:[ÀàA]|[Ee]n|[Dd]ans|[Vv]ers|[Dd]epuis|[Ee]ntre|près de|de|de la|du|des|d[’']|l[’'])[ ]?$"
)
_CLAUSE = re.compile(r"(?:, |(?<!\w)(?:où|que|et|dont) )$")
_HOUSE = re.compile(r"(?<!\w)[Cc]hez $")
_ARTICLES = frozenset({"le", "la", "les", "un", "une"})
_REACH, _AHEAD = 70, 150  # letters before and behind a name that are looked at
_SHORT = 4  # letters from which the first word of a name stands for the whole
_BYLINE = 2  # words of an author's name in capitals
_MOST = 4  # words from which a run of capitals is a title rather than a name
# Words that a name and the noun before it may have between them: adjectives, ``de pneus``, ``à énergies nouvelles``.
_STOPS = (
    "a|à|ont|est|sont|était|sera|va|vont|que|qui|quand|dont|où|et|ou|mais|ni|car|si|le|la|les|l|un|une|des?|du|au|aux"
    "|en|dans|par|pour|sur|sous|vers|chez|avec|sans|contre|selon|comme|depuis|dès|il|elle|on|ce|cette|son|sa|ses|leur"
)
_INNER = rf"(?: (?!(?:{_STOPS})\b)[a-zà-ÿ’'-]+| d[eu]s?(?= [a-zà-ÿ])| (?:à|en)(?= [a-zà-ÿ])){{0,6}}"
_OWN = "[LlSs]a|[Ll]e|[Ss]on|[Uu]ne?|[Nn]otre|[Vv]otre|[Mm](?:on|a)|[Ll]eur|[Cc]et?te?"
_FROM = r"(?: d(?:e |u |[’'])[A-ZÀ-Ý][\w-]+)?"
# Which entries' words a pattern is made of, where its side has none of its own.
_SIDES = {
    "before-comma": "before",
    "verb-aside": "verb",
    "verb-relative": "verb-strong",
    "verb-enclosed": "verb-strong",
}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An unknown firm named in a text.

    Attributes:
        name: As claims carry it: the fullest form that the article gives.
        level: ``institute`` for one that only reports, otherwise empty.
    """

    start: int
    end: int
    name: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of capitalised words that nobody knows, with what stands around it."""

    start: int
    end: int
    text: str
    before: str
    after: str
    opens: bool

    @property
    def words(self) -> list[str]:
        return self.text.split()


@cache
def _entries(language: str, shows: str, side: str) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in load_entries(language, "names")
        if entry.data["shows"] == shows and entry.data["side"] == side
    )


@cache
def _words(language: str, shows: str, side: str) -> frozenset[str]:
    return frozenset(form for entry in _entries(language, shows, side) for form in entry.forms)


@cache
def _nouns(language: str) -> str:
    """The nouns of firms as alternatives, the longest first."""
    return "|".join(sorted(_words(language, "firm", "before"), key=lambda form: (-len(form), form)))


@cache
def _pattern(language: str, shows: str, side: str) -> re.Pattern[str]:
    """The cues of one kind, ready for matching from where they must begin to where they must end."""
    asked = _SIDES.get(side, side)
    cues = "|".join(sorted(_words(language, shows, asked), key=lambda form: (-len(form), form)))
    whole = {
        "before": rf"(?<![\w-])(?:{cues})s?{_INNER if shows != 'person' else ''} $",
        "after-clause": rf"(?:{cues})",
        "before-two": rf"(?<![\w-])(?:{cues}) $",
        "before-comma": rf"(?:(?<!\w)(?:{_OWN}) (?:[a-zà-ÿ-]+ )?|[Ll][’'])(?:{cues}){_INNER}{_FROM}, $",
        "before-named": rf"(?<![\w-])(?:{_nouns(language)}){_INNER}{_FROM} (?:{cues}) $",
        "founded": rf"(?<![\w-])(?:{cues}) $",
        "opening": rf" (?:{cues})",
        "before-of": rf"(?<![\w-])(?:{cues}) (?:de |d[’'])$",
        "before-site": rf"(?<![\w-])(?:{cues})(?: [a-zà-ÿ-]+)? (?:de |d[’'])$",
        "before-house": rf"(?<![\w-])(?:{cues})\b[^.;!?]{{0,24}}\b[Cc]hez $",
        "after": rf"(?:{cues})",
        "verb": rf" (?:{cues})",
        "verb-strong": rf" (?:{cues})",
        "verb-relative": rf", qui (?:{cues})",
        "verb-enclosed": rf", (?:{cues})",
        "verb-aside": rf"(?:, [^,.;:!?\n()]{{2,60}}){{1,2}}, (?:{cues})",
    }
    return re.compile(whole[side])


@cache
def _demonym(language: str) -> re.Pattern[str]:
    """``le norvégien Stalfjord``, in lower case as the press writes a firm's country."""
    adjectives = {word for place in reference.places() for word in place.adjectives if word[:1].islower()}
    adjectives |= _words(language, "firm", "demonym")
    known = "|".join(sorted(adjectives, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?<![\w’'])(?:[Ll]e|[Dd]u|[Aa]u|[Ll]a|[Ss]on) |[LldD][’'])(?:{known}) $")


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _words(language, "nothing", "first")) | role(language, "not-a-name")


@cache
def _person_names() -> tuple[frozenset[str], frozenset[str]]:
    names = reference.person_names()
    surnames = frozenset(entry.name for entry in names if entry.part == "surname")
    return surnames, frozenset(entry.name for entry in names if entry.part == "first_name")


def newcomers(text: str, known: Sequence[Known], language: str) -> list[Newcomer]:
    """Every mention of an unknown firm, in order.

    Args:
        text: The article's text.
        known: The known names in it, with their offsets.
        language: Code of its language.
    """
    runs = list(_runs(text, known, language))
    persons = {part for run in runs if _is_person(run, language) for part in _parts_of_person(run)}
    firms: dict[str, str] = {}
    for run in runs:
        if run.text not in persons and run.text not in firms:
            level = _shown(run, text, known, language)
            if level is not None:
                firms[run.text] = level
    short = {name.split()[0]: name for name in sorted(firms) if " " in name and len(name.split()[0]) >= _SHORT}
    found: list[Newcomer] = []
    for run in runs:
        name = short.get(run.text) or (run.text if run.text in firms else None)
        if name is not None and run.text not in persons:
            found.append(Newcomer(run.start, run.end, name, firms[name]))
    return found


def _runs(text: str, known: Sequence[Known], language: str) -> Iterator[_Run]:
    taken = bytearray(len(text))
    for name in known:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    endings = forms(language, "participle-ending")
    heads = _words(language, "firm", "head")
    for match in _RUN.finditer(text):
        start, end = match.span(1)
        if 1 in taken[start:end] and not _is_widened(text, start, end, taken, language):
            continue
        before, after = text[max(0, start - _REACH) : start], text[end : end + _AHEAD]
        opens = _OPENS.search(before) is not None
        first, _, rest = match.group(1).partition(" ")
        while (opens and (fold(first) in _common(language) or first.endswith(endings))) or first.lower() in heads:
            # ``Chez Fontalba``, ``Le Groupe Fontalba``: the words that only lead to the name
            start, before, opens = (
                start + len(first) + 1,
                f"{before}{first.lower()} ",
                opens and first.lower() in _ARTICLES,
            )
            first, _, rest = rest.partition(" ")
        if not first:
            continue
        run = _Run(start, end, text[start:end], before, after, opens)
        is_name = len(run.words) in range(2, _MOST + 1) or (
            len(run.text) > 1 and fold(run.text) not in _common(language)
        )
        if is_name and not after.startswith(("-", "’", "'")):
            yield run


def _is_widened(text: str, start: int, end: int, taken: bytearray, language: str) -> bool:
    """Whether a known name only opens a firm's (``Jiangsu Nanfeng Machinery``, ``Zhejiang Fontalba``)."""
    words = text[start:end].split()
    free = start + len(words[0])
    if len(words) == 1 or 1 in taken[free:end] or taken[free - 1] != 1:
        return False
    is_firm = words[-1] in _words(language, "firm", "within")
    return is_firm or (taken[start] == 1 and words[0] in _provinces())


@cache
def _provinces() -> frozenset[str]:
    """The provinces whose name begins that of many a firm."""
    return frozenset(place.name_en for place in reference.places() if place.place_level == "province")


def _is_person(run: _Run, language: str) -> bool:
    surnames, first_names = _person_names()
    words = run.words
    if words[-1] in _words(language, "firm", "within") | _words(language, "reporter", "within"):
        return False
    if _pattern(language, "firm", "before-named").search(run.before):
        return False
    if words[0] in _words(language, "person", "title"):
        return True
    if len(words) == _BYLINE and run.text.isupper() and words[0].capitalize() in first_names:
        return True
    if len(words) in {2, 3} and (words[0] in surnames or words[0].split("-")[0] in first_names):
        return True
    if len(words) > 1 and _pattern(language, "person", "before-two").search(run.before):
        return True
    before, after = _pattern(language, "person", "before"), _pattern(language, "person", "after")
    return bool(before.search(run.before) or after.match(run.after))


def _parts_of_person(run: _Run) -> Iterator[str]:
    yield run.text
    yield run.words[-1]
    if run.words[0] in _person_names()[0]:
        yield run.words[0]


def _shown(run: _Run, text: str, known: Sequence[Known], language: str) -> str | None:
    """The level of a firm that the words around a run show, or None where they show nothing."""
    last = run.words[-1] if len(run.words) > 1 else ""
    if (
        last in _words(language, "reporter", "within")
        or _pattern(language, "reporter", "before-house").search(run.before)
        or _pattern(language, "reporter", "before").search(run.before)
    ):
        return REPORTER
    if (
        last in _words(language, "firm", "within")
        or _pattern(language, "firm", "before").search(run.before)
        or _pattern(language, "firm", "before-of").search(run.before)
        or (run.after.startswith(",") and _pattern(language, "firm", "before-comma").search(run.before))
        or _pattern(language, "firm", "before-named").search(run.before)
        or _pattern(language, "firm", "founded").search(run.before)
        or _demonym(language).search(run.before)
        or _HOUSE.search(run.before)
        or (run.after.startswith(", qui ") and _pattern(language, "firm", "before-site").search(run.before))
    ):
        return ""
    if _PLACED.search(run.before):
        return None  # ``À Kénitra, le fabricant …``: a place, unless something else shows a firm
    shown = (
        _pattern(language, "firm", "after").match(run.after)
        or _acts(run, text, known, language)
        or _is_listed(run, text, known, language)
    )
    return "" if shown else None


def _acts(run: _Run, text: str, known: Sequence[Known], language: str) -> bool:
    """Whether a run is the subject of what firms do (``Fontalba emploie …``, ``où Fontalba a coulé …``)."""
    if _makes(run, language) and (not run.opens or _is_no_common_word(run, text, language)):
        return True
    if run.opens and run.text not in _person_names()[1] and _pattern(language, "firm", "opening").match(run.after):
        return _is_no_common_word(run, text, language)
    acting = (
        _pattern(language, "firm", "verb").match(run.after)
        or _pattern(language, "firm", "verb-aside").match(run.after)
        or _pattern(language, "firm", "after-clause").match(run.after)
        or _comes_from(run, known)
    )
    if not acting:
        return False
    return _is_no_common_word(run, text, language) if run.opens else _CLAUSE.search(run.before) is not None


def _makes(run: _Run, language: str) -> bool:
    """Whether a run employs, makes or sells, wherever it stands in its clause."""
    return bool(
        _pattern(language, "firm", "verb-strong").match(run.after)
        or _pattern(language, "firm", "verb-relative").match(run.after)
        or (run.before.endswith(", ") and _pattern(language, "firm", "verb-enclosed").match(run.after))
    )


def _comes_from(run: _Run, known: Sequence[Known]) -> bool:
    """``Fontalba, de Nankin, vend``: a firm is told by its town."""
    if not run.after.startswith(", de "):
        return False
    home = bisect_left(known, run.end + 5, key=lambda name: name.start)
    return home < len(known) and known[home].kind == "place" and known[home].start == run.end + 5


def _is_no_common_word(run: _Run, text: str, language: str) -> bool:
    """At the head of a sentence every word has its capital: a common one stands small elsewhere, or ends like one."""
    if len(run.words) > 1:
        return True
    word = run.text.lower()
    return not word.endswith(forms(language, "common-ending")) and not re.search(rf"\b{re.escape(word)}\b", text)


def _is_listed(run: _Run, text: str, known: Sequence[Known], language: str) -> bool:
    """Whether a run stands in a list with a known firm (``BYD, Geely et Fontalba``, ``Nio 40 et Fontalba 42``)."""
    if run.opens:  # an adverb has a comma behind it, never ``et``
        right = _AND.match(run.after)
        return right is not None and _firm_at(known, run.end + right.end()) and _is_no_common_word(run, text, language)
    if _GAPPED.search(run.before) and _AMOUNT.match(run.after):
        return True
    right, left = _NEXT.match(run.after), _PREVIOUS.search(run.before)
    if right is not None and _firm_at(known, run.end + right.end()) and not _NOUN.search(run.before):
        return True
    return left is not None and any(
        name.kind == "organisation" and name.end == run.start - len(left.group()) for name in known
    )


def _firm_at(known: Sequence[Known], start: int) -> bool:
    place = bisect_left(known, start, key=lambda name: name.start)
    return any(name.kind == "organisation" and name.start == start for name in known[place : place + 3])
