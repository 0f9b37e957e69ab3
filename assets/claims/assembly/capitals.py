"""Runs of capitalised words that nobody knows, and which of them the words around show to be persons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assets.claims.assembly.compounds import ADJECTIVE, is_compound, marked
from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import forms, role
from assets.claims.language.loader import Entry, load_entries
from sources import reference
from sources.reference.gazetteer import Name as Known

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ](?:[\w.+&-]|[’'](?=[a-zà-ÿ]))*(?<![.-])"
_RUN = re.compile(rf"(?<![\w.-])(?!(?:[LDJNMSTC]|Qu)[’'])({_CAPITALISED}(?: (?:& )?{_CAPITALISED})*)")
_HOUSE_OF = re.compile(rf" (?:(?:de la|du|des|de) |(?:de )?[dl][’']){_CAPITALISED}(?: {_CAPITALISED})?")
_SMALL = re.compile(r"(?<!\w)[a-zà-ÿœ]+(?:-[a-zà-ÿœ]+)*(?!\w)")
_OPENS = re.compile(r"(?:^|[.!?…:;«“\"\n•|]|[–—-] )[\s«“\"(]*$")
ARTICLES = frozenset({"le", "la", "les", "un", "une"})
_REACH, _AHEAD = 70, 150  # letters before and behind a name that are looked at
_INVERTED = re.compile(r"-(?:t-)?(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|l[àa]|y|en)(?!\w)")  # ``Allez-vous``
# What bears a first name behind such a word is a house or a thing.
_HOUSE = re.compile(r"(?<!\w)(?:[Cc]hez|[Ll]a|[Ll]e|[Ll]es|[Dd]u|[Aa]u) $")
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
class Run:
    """A run of capitalised words that nobody knows, with what stands around it.

    Attributes:
        is_firm: Whether its form alone tells a firm: it goes on behind a known name (``Geely Batteries``), joins two
            (``Geely-Nio``), or begins with what makes a house's name (``Forges de Vaurigny``).
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    opens: bool
    is_firm: bool = False

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.text.split()


@dataclass(frozen=True, slots=True)
class Capitals:
    """The capitalised words of a text.

    Attributes:
        runs: Those that nobody knows, in order.
        persons: The texts of those that are persons or parts of their names.
        small: The text's words in small letters, which a name is none of.
    """

    runs: tuple[Run, ...]
    persons: frozenset[str]
    small: frozenset[str]


@cache
def _entries(language: str, shows: str, side: str) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in load_entries(language, "names")
        if entry.data["shows"] == shows and entry.data["side"] == side
    )


@cache
def words_for(language: str, shows: str, side: str) -> frozenset[str]:
    """The words that show what a name is, by the side of it on which they stand."""
    return frozenset(form for entry in _entries(language, shows, side) for form in entry.forms)


@cache
def _nouns(language: str) -> str:
    """The nouns of firms as alternatives, the longest first."""
    return "|".join(sorted(words_for(language, "firm", "before"), key=lambda form: (-len(form), form)))


@cache
def pattern(language: str, shows: str, side: str) -> re.Pattern[str]:
    """The cues of one kind, ready for matching from where they must begin to where they must end."""
    asked = _SIDES.get(side, side)
    cues = "|".join(sorted(words_for(language, shows, asked), key=lambda form: (-len(form), form)))
    whole = {
        "before": rf"(?<![\w-])(?:{cues})s?{_INNER if shows != 'person' else ''} $",
        "after-clause": rf"(?:{cues})",
        "before-two": rf"(?<![\w-])(?:{cues}) $",
        "before-comma": rf"(?:(?<!\w)(?:{_OWN}) (?:[a-zà-ÿ-]+ )?|[Ll][’'])(?:{cues}){_INNER}{_FROM}, $",
        "before-named": rf"(?<![\w-])(?:{_nouns(language)}){_INNER}{_FROM} (?:{cues}) $",
        "founded": rf"(?<![\w-])(?:{cues}) $",
        "opening": rf" (?:{cues})",
        "before-own": rf"(?<![\w-])(?:{cues}) $",
        "before-of": rf"(?<![\w-])(?:{cues}) (?:de |d[’'])$",
        "before-site": rf"(?<![\w-])(?:{cues})(?: [a-zà-ÿ-]+)? (?:de |d[’'])$",
        "before-house": rf"(?<![\w-])(?:{cues})\b[^.;!?]{{0,24}}\b(?:[Cc]hez|(?:à|de|pour) la banque) $",
        "after": rf"(?:{cues})",
        "verb": rf" (?:{cues})(?!s(?!\w))",  # ``Principaux produits``, ``Nouvelles embauches`` are nouns
        "verb-strong": rf" (?:{cues})",
        "verb-relative": rf", qui (?:{cues})",
        "verb-enclosed": rf", (?:{cues})",
        "verb-aside": rf"(?:, [^,.;:!?\n()]{{2,60}}){{1,2}}, (?:{cues})",
    }
    return re.compile(whole[side])


@cache
def common_words(language: str) -> frozenset[str]:
    """Words that are no names where they open a sentence, folded."""
    return frozenset(fold(word) for word in words_for(language, "nothing", "first")) | role(language, "not-a-name")


@cache
def person_names() -> tuple[frozenset[str], frozenset[str]]:
    """The family names and the first names that the reference data list."""
    names = reference.person_names()
    surnames = frozenset(entry.name for entry in names if entry.part == "surname")
    return surnames, frozenset(entry.name for entry in names if entry.part == "first_name")


def capitals(text: str, known: Sequence[Known], language: str) -> Capitals:
    """Read the unknown capitalised runs of a text.

    Args:
        text: The article's text.
        known: The known names in it, with their offsets.
        language: Code of its language.
    """
    runs = tuple(_runs(text, known, language))
    persons = frozenset(part for run in runs if _is_person(run, language) for part in _parts_of_person(run))
    return Capitals(runs, persons, frozenset(_SMALL.findall(text)))


def _runs(text: str, known: Sequence[Known], language: str) -> Iterator[Run]:
    taken = marked(text, known)
    firm_words, place_words = words_for(language, "firm", "within"), words_for(language, "place", "within")
    endings = forms(language, "participle-ending")
    heads = words_for(language, "firm", "head")
    house, behind = words_for(language, "firm", "house"), 0
    for match in _RUN.finditer(text):
        start, end = match.span(1)
        if start < behind:
            continue
        before = text[max(0, start - _REACH) : start]
        opens = _OPENS.search(before) is not None
        first, _, rest = match.group(1).partition(" ")
        while first not in house and (
            (opens and (fold(first) in common_words(language) or first.endswith(endings)))
            or first.lower() in heads
            or (rest and taken[start] == ADJECTIVE)
        ):
            # ``Chez Fontalba``, ``Le Groupe Fontalba``, ``L'Américain Fontalba``: the words that only lead to the name
            said = first if taken[start] else first.lower()  # ``le norvégien`` is a firm's, ``le Norvégien`` a person's
            start, before, opens = (
                start + len(first) + 1,
                f"{before}{said} ",
                opens and first.lower() in ARTICLES,
            )
            first, _, rest = rest.partition(" ")
        if not first or (opens and _INVERTED.search(text, start, end)):
            continue
        of_house = _HOUSE_OF.match(text, end) if first in house else None
        if of_house is not None:
            end = behind = of_house.end()
        is_firm = of_house is not None or any(taken[start:end])
        if is_firm and of_house is None and not is_compound(text, start, end, taken, firm_words, place_words):
            continue
        run = Run(start, end, text[start:end], before, text[end : end + _AHEAD], opens, is_firm)
        is_name = len(run.words) in range(2, _MOST + 1) or (
            len(run.text) > 1 and fold(run.text) not in common_words(language)
        )
        if is_name and not run.after.startswith(("-", "’", "'")):
            yield run


def _is_person(run: Run, language: str) -> bool:
    surnames, first_names = person_names()
    words = run.words
    if words[-1] in words_for(language, "firm", "within") | words_for(language, "reporter", "within"):
        return False
    if pattern(language, "firm", "before-named").search(run.before):
        return False
    if pattern(language, "firm", "before-own").search(run.before):
        return False
    if words[0] in words_for(language, "person", "title"):
        return True
    if len(words) == 1 and words[0] in first_names and _HOUSE.search(run.before) is None:
        return True
    if len(words) == _BYLINE and run.text.isupper() and words[0].capitalize() in first_names:
        return True
    if len(words) in {2, 3} and (words[0] in surnames or words[0].split("-")[0] in first_names):
        return True
    if len(words) > 1 and pattern(language, "person", "before-two").search(run.before):
        return True
    before, after = pattern(language, "person", "before"), pattern(language, "person", "after")
    return bool(before.search(run.before) or after.match(run.after))


def _parts_of_person(run: Run) -> Iterator[str]:
    yield run.text
    yield run.words[-1]
    if run.words[0] in person_names()[0]:
        yield run.words[0]
