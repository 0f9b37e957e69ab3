"""Compiles the cue words of a language file into patterns that end at, or begin behind, a figure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import phrase
from assets.claims.qualifiers.triggers import beginnings, triggers_of


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry, compiled for the place where its forms stand."""

    id: str
    place: str
    pattern: re.Pattern[str]
    data: Mapping[str, Any]
    triggers: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What may stand between a cue and its figure."""

    before: str
    noun: str
    verb: str
    after: str


@cache
def _frame(language: str) -> _Frame:
    words, elided = phrase(language, "glue_word"), phrase(language, "glue_elided")
    glue = rf"(?:\s+{words}(?![a-z])|\s*(?<![a-z]){elided}')*[\s(«\"~≈+-]*$"
    adverbs = rf"(?:\s+{phrase(language, 'verb_adverb')}(?![a-z]))*(?:\s+{phrase(language, 'mark')}(?:\s+[a-z]+)?)?"
    # Behind a figure what limits another one: "300 usines, au moins un robot", "80 GW, à peu près les deux tiers".
    another = rf"\s*(?:\d|{phrase(language, 'one')}\s|{phrase(language, 'fraction')})"
    noun = rf"(?:\s+(?!{phrase(language, 'noun_phrase_end')}\s)[a-z'-]+){{0,5}}?"
    return _Frame(
        rf"(?<![a-z0-9-])(?:FORMS){glue}",
        rf"(?<![a-z0-9'-])(?:FORMS)(?![a-z])(?:(?:\s+[a-z'-]+){{0,4}}?\s+{phrase(language, 'of')})?{glue}",
        rf"(?<![a-z0-9-])(?:FORMS)(?![a-z]){adverbs}{glue}",
        # Behind a figure the noun that it counts may come first: "300 usines au maximum".
        rf"{noun}\s*,?\s*(?<![a-z'-])(?:FORMS)(?![a-z])(?!{another})",
    )


@cache
def load_cues(language: str, name: str) -> tuple[Cue, ...]:
    """Compile the entries of a file.

    Raises:
        LanguageDataError: The file is missing or breaks the contract.
    """
    cues = []
    for entry in load_entries(language, name):
        place = str(entry.data["place"])
        template: str = getattr(_frame(language), place)
        pattern = re.compile(template.replace("FORMS", "|".join(entry.forms)))
        cues.append(Cue(entry.id, place, pattern, entry.data, triggers_of(entry.forms)))
    return tuple(cues)


@lru_cache(maxsize=512)
def cues_in(sentence: str, language: str, name: str) -> tuple[Cue, ...]:
    """The cues of a file whose words a folded sentence may hold."""
    words = beginnings(sentence)
    return tuple(cue for cue in load_cues(language, name) if cue.triggers is None or not cue.triggers.isdisjoint(words))
