"""Compiles the cue words of a language file into patterns that end at, or begin behind, a figure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assets.claims.language.loader import load_entries

# Between a cue and its figure: articles and "de"; behind a verb also an adverb or two and "la barre des".
_GLUE = (
    r"(?:\s+(?:de|du|des|la|le|les|un|une|que|a|son|sa|ses|leurs?)(?![a-z])|\s*(?<![a-z])(?:d|l|qu)')*[\s(«\"~≈+-]*$"
)
_ADVERBS = (
    r"(?:\s+(?:[a-z]+ment|deja|desormais|ainsi|meme|encore|tout juste|bien|aussi|alors|en fait|pour la premiere fois|presque|"
    r"(?:legerement|largement|nettement)))*"
    r"(?:\s+(?:la barre|le cap|le seuil|la marque|le plafond)(?: symbolique)?)?"
)
_BEFORE = r"(?<![a-z0-9'-])(?:{forms}){glue}"
_VERB = r"(?<![a-z0-9-])(?:{forms})(?![a-z]){adverbs}{glue}"
_AFTER = r"\s*(?:{forms})(?![a-z])"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry, compiled for the place where its forms stand."""

    id: str
    place: str
    pattern: re.Pattern[str]
    data: Mapping[str, Any]


@cache
def load_cues(language: str, name: str) -> tuple[Cue, ...]:
    """Compile the entries of a file.

    Raises:
        LanguageDataError: The file is missing or breaks the contract.
    """
    cues = []
    for entry in load_entries(language, name):
        place = str(entry.data["place"])
        forms = "|".join(entry.forms)
        template = {"before": _BEFORE, "verb": _VERB, "after": _AFTER}[place]
        source = template.replace("{forms}", forms).replace("{adverbs}", _ADVERBS).replace("{glue}", _GLUE)
        cues.append(Cue(entry.id, place, re.compile(source), entry.data))
    return tuple(cues)
