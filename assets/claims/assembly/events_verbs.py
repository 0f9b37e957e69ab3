"""Voice, negation and plan of the verbs that tell an event."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from assets.claims.assembly.cues import Cue, longest
from assets.claims.assembly.events_words import event_words, folded_at, folded_between
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Scene
from assets.claims.assembly.text import words_of
from assets.claims.language.loader import Entry

_VERB_MOODS = frozenset({"participle", "finite", "future", "infinitive"})
_AUXILIARY_REACH = 7
_LONGEST_ASIDE = 3
_MODAL_REACH = 5


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or noun that tells an event.

    Attributes:
        event: What the data file says it tells.
        voice: ``active``, ``passive``, ``bare`` for a participle of its own, or the mood of a noun or state.
        first: Place of its first word, auxiliary included; ``last`` lies just past it.
        status: ``actual``, ``planned`` or ``denied``.
        is_said: False for an infinitive that only names a purpose or a possibility.
        of_pronoun: Whether its object is a pronoun.
        links: The words before a model by which it is the verb's object; none where the object is direct.
        is_shared: Whether it shares auxiliary, subject and date with the verb before.
        needs_date: Whether it tells an event only with a date (``ouvrir`` is also what users do).
    """

    event: str
    voice: str
    first: int
    start: int
    last: int
    status: str
    rule_id: str
    is_said: bool = True
    of_pronoun: bool = False
    links: tuple[str, ...] = ()
    is_shared: bool = False
    needs_date: bool = False


@cache
def _spellings(forms: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The printed forms of an entry by their folded ones, initials cut off: capitals often lack their accents."""
    found: dict[str, set[str]] = {}
    for form in forms:
        texts = [word.text.lower() for word in words_of(form)]
        found.setdefault(fold(" ".join(texts)), set()).add(" ".join(texts)[1:])
    return {folded: frozenset(texts) for folded, texts in found.items()}


def _is_spelled(scene: Scene, cue: Cue) -> bool:
    """Whether the accents fit: ``lancé`` is no ``lance``."""
    text = " ".join(word.text.lower() for word in scene.sentence.words[cue.first : cue.last])
    known = _spellings(cue.entry.forms).get(fold(text))
    return known is None or text[1:] in known


def _best(cues: Iterable[Cue], scene: Scene) -> list[Cue]:
    """The cues that fit, without those inside longer ones; a noun behind its determiner stands alone."""
    determiners = event_words(scene.language, "noun-determiner")
    fitting = longest([cue for cue in cues if _is_spelled(scene, cue)])
    nouns = {
        c.first
        for c in fitting
        if _is_noun(c) and (folded_at(scene, c.first - 1) in determiners or _is_headline_noun(scene, c))
    }
    return [cue for cue in fitting if _is_noun(cue) == (cue.first in nouns)]


def _is_headline_noun(scene: Scene, cue: Cue) -> bool:
    """``14 janvier – Parution de M``: a noun without a determiner, behind a dash or at the head of a line."""
    opens = cue.first == 0 or folded_at(scene, cue.first - 1) in event_words(scene.language, "dash")
    return opens and folded_at(scene, cue.last) in event_words(scene.language, "of")


def _is_noun(cue: Cue) -> bool:
    return cue.entry.data.get("mood") == "noun"


def _aside(scene: Scene, place: int) -> int:
    """How many words of an aside end at a place, its commas included (``a, de son côté, retenu``); else 0."""
    asides, commas = event_words(scene.language, "aside"), event_words(scene.language, "comma")
    end = place - (folded_at(scene, place) in commas)
    for length in range(_LONGEST_ASIDE, 0, -1):
        if " ".join(folded_between(scene, end - length + 1, end + 1)) in asides:
            first = end - length + 1
            return place - first + 1 + (folded_at(scene, first - 1) in commas)
    return 0


def _auxiliary(scene: Scene, place: int) -> tuple[str, int]:
    """Voice of the participle at a place, and where its auxiliary stands."""
    language = scene.language
    skipped = event_words(language, "skipped")
    been = False
    aside = 0  # places of "pour sa part", "de son côté" that are still to be passed
    for index in range(place - 1, max(place - 1 - _AUXILIARY_REACH, -1), -1):
        aside = aside - 1 if aside else _aside(scene, index)
        if aside:
            continue
        word = folded_at(scene, index)
        if word in event_words(language, "been"):
            been = True
        elif word in event_words(language, "have"):
            return ("passive" if been else "active"), index
        elif word in event_words(language, "be"):
            return "passive", index
        elif word not in skipped and not word.endswith("ment"):
            break
    return "bare", place


def _is_denied(scene: Scene, start: int, last: int) -> bool:
    language = scene.language
    before = folded_between(scene, start - 3, start + 1)
    if not any(word in event_words(language, "not") for word in before):
        return False
    none = event_words(language, "not-at-all")
    return any(word in none for word in folded_between(scene, start - 8, last + 2))


def _infinitive(scene: Scene, place: int, modals: list[Cue]) -> tuple[str, bool]:
    """Status of an infinitive, and whether the sentence says that it happens."""
    language = scene.language
    before = folded_between(scene, place - _MODAL_REACH, place)
    if any(word in event_words(language, "just") for word in before):
        return "actual", True
    if any(place - _MODAL_REACH <= modal.first < place for modal in modals):
        return "planned", True
    return "actual", any(word in event_words(language, "says") for word in before)


def verbs_of(scene: Scene, cues: Iterable[Cue]) -> list[Verb]:
    """Every verb or noun of a sentence that can tell an event, left to right."""
    found = list(cues)
    modals = [cue for cue in found if cue.entry.data.get("event") == "planned"]
    wanted = [cue for cue in found if cue.entry.data.get("event") not in {"planned", "adopter"}]
    verbs = sorted((_verb(scene, cue, modals) for cue in _best(wanted, scene)), key=lambda verb: verb.first)
    joining = event_words(scene.language, "joining")
    for place, verb in enumerate(verbs):  # "a essayé X et pris Y": the auxiliary is shared
        shared = verb.voice == "bare" and folded_at(scene, verb.first - 1) in joining
        if shared and any(one.voice == "active" and one.first < verb.first for one in verbs[:place]):
            verbs[place] = replace(verb, voice="active", is_shared=True)
    return verbs


def _is_hearsay(scene: Scene, cue: Cue) -> bool:
    """``Airbus utiliserait Qwen3``: the conditional tells what is said to be so, unless a ``que`` makes it a future."""
    verb = folded_between(scene, cue.first, cue.last)
    if not any(word.endswith(("rait", "raient")) for word in verb):
        return False
    return not any(word in event_words(scene.language, "than") for word in folded_between(scene, 0, cue.first))


def _verb(scene: Scene, cue: Cue, modals: list[Cue]) -> Verb:
    entry: Entry = cue.entry
    mood = str(entry.data.get("mood"))
    voice, start, is_said = mood, cue.first, True
    status = str(entry.data.get("status", "actual"))
    if mood == "participle" or mood == "fixed":
        voice, start = _auxiliary(scene, cue.first)
        voice = "active" if mood == "fixed" else voice
        if folded_at(scene, start) in event_words(scene.language, "will-be"):
            status = "planned"
        elif voice == "passive" and any(start - 4 <= modal.first < start for modal in modals):
            status = "planned" if folded_at(scene, start) == "etre" else status
    elif mood in _VERB_MOODS:
        voice = "active"
        status = "planned" if mood == "future" and not _is_hearsay(scene, cue) else status
        if mood == "infinitive":
            status, is_said = _infinitive(scene, cue.first, modals)
    if mood in _VERB_MOODS | {"fixed"} and _is_denied(scene, start, cue.last):
        status = "denied"
    before = [word for word in folded_between(scene, start - 2, start) if word not in {"'", "’"}]
    pronoun = bool(before) and before[-1] in event_words(scene.language, "object-pronoun")
    event, links = str(entry.data.get("event")), tuple(entry.data.get("links", ()))
    needs_date, shares = entry.data.get("needs") == "date", entry.data.get("shares") == "date"
    return Verb(event, voice, cue.first, start, cue.last, status, entry.id, is_said, pronoun, links, shares, needs_date)
