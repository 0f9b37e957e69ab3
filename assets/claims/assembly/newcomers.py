"""Firms that the reference data do not know, read by their form and known again wherever the article repeats them.

A run of capitalised words is a firm's name where the words around it say so: ``le fabricant de pneus Roulavent``,
``Vernolux, coté à Shenzhen,``, ``chez Fontalba``, ``BYD, Geely et Fontalba``. One such place is enough for the whole
article. A name that the article shows to be a person's is none, whatever stands around it elsewhere.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assets.claims.assembly.capitals import Capitals, Run, capitals, pattern, person_names, words_for
from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import forms
from sources import reference
from sources.reference.gazetteer import Name as Known

REPORTER = "institute"  # level of a firm that only counts and comments

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
    r"(?<![\w’'])(?:[ÀàA]|[Ee]n|[Dd]ans|[Vv]ers|[Dd]epuis|[Ee]ntre|près de|de|de la|du|des|aux?|d[’']|l[’'])[ ]?$"
)
_CLAUSE = re.compile(r"(?:, |(?<!\w)(?:où|que|et|dont) )$")
_AT_HOME = re.compile(r"(?:^|[.!?…«“\n] ?)[Cc]hez $")
_HOUSE = re.compile(r"(?<!\w)[Cc]hez $")
_SHORT = 4  # letters from which the first word of a name stands for the whole


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


def is_firm_noun(word: str, language: str) -> bool:
    """Whether a word, folded, is what firms are called (``constructeurs``, ``fabricant``)."""
    known = {fold(form) for form in words_for(language, "firm", "before")}
    return word in known or word.removesuffix("s") in known


@cache
def _demonym(language: str) -> re.Pattern[str]:
    """``le norvégien Stalfjord``, in lower case as the press writes a firm's country."""
    adjectives = {word for place in reference.places() for word in place.adjectives if word[:1].islower()}
    adjectives |= words_for(language, "firm", "demonym")
    known = "|".join(sorted(adjectives, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?<![\w’'])(?:[Ll]e|[Dd]u|[Aa]u|[Ll]a|[Ss]on) |[LldD][’'])(?:{known}) $")


def newcomers(text: str, known: Sequence[Known], language: str, read: Capitals | None = None) -> list[Newcomer]:
    """Every mention of an unknown firm, in order.

    Args:
        text: The article's text.
        known: The known names in it, with their offsets.
        language: Code of its language.
        read: Its capitalised runs, where they are read already.
    """
    read = read or capitals(text, known, language)
    runs, persons = read.runs, read.persons
    firms: dict[str, str] = {}
    for run in runs:
        if run.text not in persons and run.text not in firms:
            level = _shown(run, read.small, known, language)
            if level is not None:
                firms[run.text] = level
    short = {name.split()[0]: name for name in sorted(firms) if " " in name and len(name.split()[0]) >= _SHORT}
    found: list[Newcomer] = []
    for run in runs:
        name = short.get(run.text) or (run.text if run.text in firms else None)
        if name is not None and run.text not in persons:
            found.append(Newcomer(run.start, run.end, name, firms[name]))
        elif run.text in persons and _is_house(run, language):
            found.append(Newcomer(run.start, run.end, run.text))
    return found


def _is_house(run: Run, language: str) -> bool:
    """Whether a firm bears its owner's name here (``la manufacture Varenne``, ``Chez Varenne, on moule``)."""
    is_at_home = run.after.startswith(",") and _AT_HOME.search(run.before) is not None
    return is_at_home or pattern(language, "firm", "before-own").search(run.before) is not None


def _shown(run: Run, small: frozenset[str], known: Sequence[Known], language: str) -> str | None:
    """The level of a firm that the words around a run show, or None where they show nothing."""
    last = run.words[-1] if len(run.words) > 1 else ""
    if (
        last in words_for(language, "reporter", "within")
        or pattern(language, "reporter", "before-house").search(run.before)
        or pattern(language, "reporter", "before").search(run.before)
        or pattern(language, "reporter", "after").match(run.after)
    ):
        return REPORTER
    if (
        last in words_for(language, "firm", "within")
        or pattern(language, "firm", "before").search(run.before)
        or pattern(language, "firm", "before-of").search(run.before)
        or (run.after.startswith(",") and pattern(language, "firm", "before-comma").search(run.before))
        or pattern(language, "firm", "before-named").search(run.before)
        or pattern(language, "firm", "founded").search(run.before)
        or _demonym(language).search(run.before)
        or run.is_firm
        or _HOUSE.search(run.before)
        or (run.after.startswith(", qui ") and pattern(language, "firm", "before-site").search(run.before))
    ):
        return ""
    if _PLACED.search(run.before):
        return None  # ``À Kénitra, le fabricant …``: a place, unless something else shows a firm
    shown = (
        pattern(language, "firm", "after").match(run.after)
        or _acts(run, small, known, language)
        or _is_listed(run, small, known, language)
    )
    return "" if shown else None


def _acts(run: Run, small: frozenset[str], known: Sequence[Known], language: str) -> bool:
    """Whether a run is the subject of what firms do (``Fontalba emploie …``, ``où Fontalba a coulé …``)."""
    if _makes(run, language) and (not run.opens or _is_no_common_word(run, small, language)):
        return True
    if run.opens and run.text not in person_names()[1] and pattern(language, "firm", "opening").match(run.after):
        return _is_no_common_word(run, small, language)
    acting = (
        pattern(language, "firm", "verb").match(run.after)
        or pattern(language, "firm", "verb-aside").match(run.after)
        or pattern(language, "firm", "after-clause").match(run.after)
        or _comes_from(run, known)
    )
    if not acting:
        return False
    return _is_no_common_word(run, small, language) if run.opens else _CLAUSE.search(run.before) is not None


def _makes(run: Run, language: str) -> bool:
    """Whether a run employs, makes or sells, wherever it stands in its clause."""
    return bool(
        pattern(language, "firm", "verb-strong").match(run.after)
        or pattern(language, "firm", "verb-relative").match(run.after)
        or (run.before.endswith(", ") and pattern(language, "firm", "verb-enclosed").match(run.after))
    )


def _comes_from(run: Run, known: Sequence[Known]) -> bool:
    """``Fontalba, de Nankin, vend``: a firm is told by its town."""
    if not run.after.startswith(", de "):
        return False
    home = bisect_left(known, run.end + 5, key=lambda name: name.start)
    return home < len(known) and known[home].kind == "place" and known[home].start == run.end + 5


def _is_no_common_word(run: Run, small: frozenset[str], language: str) -> bool:
    """At the head of a sentence every word has its capital: a common one stands small elsewhere, or ends like one."""
    if len(run.words) > 1:
        return True
    word = run.text.lower()
    return not word.endswith(forms(language, "common-ending")) and word not in small


def _is_listed(run: Run, small: frozenset[str], known: Sequence[Known], language: str) -> bool:
    """Whether a run stands in a list with a known firm (``BYD, Geely et Fontalba``, ``Nio 40 et Fontalba 42``)."""
    if run.opens:  # an adverb has a comma behind it, never ``et``
        right = _AND.match(run.after)
        return right is not None and _firm_at(known, run.end + right.end()) and _is_no_common_word(run, small, language)
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
