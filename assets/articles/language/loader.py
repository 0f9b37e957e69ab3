"""Loads the furniture cues of a language and refuses entries that break the contract, naming file and entry."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assets.articles.folding import fold

ROOT = Path(__file__).parent
EFFECTS = frozenset({"drop", "list", "end"})
# Furniture is short; a longer block is prose, whatever words it holds.
MAX_CUE_LENGTH = 400


class FurnitureDataError(ValueError):
    """A furniture file is not TOML or an entry breaks the contract; the text names the file and the cure."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One ``[[entry]]`` of a furniture file.

    Attributes:
        id: Stable name, unique in the language.
        reason: Why a block that matches is dropped.
        effect: ``drop`` this block alone, ``list``: it heads a list of other articles, ``end``: the article is over.
        pattern: The forms as one expression, for folded text.
        examples: Blocks that must match.
        counter_examples: Blocks that must not.
        opens: The forms are those of a block's opening, which may be of any length.
    """

    id: str
    reason: str
    effect: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    opens: bool = False

    def matches(self, text: str) -> bool:
        """Tell whether the whole block is this furniture."""
        if len(text) > MAX_CUE_LENGTH:
            return self.opens and self.pattern.fullmatch(fold(text[:MAX_CUE_LENGTH])) is not None
        return self.pattern.fullmatch(fold(text)) is not None


def _texts(table: dict[str, object], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(item, str) and item for item in value):
        raise FurnitureDataError(f"{where} needs {key}, a list of one or more strings")
    return tuple(value)


def parse_cues(text: str, source: str) -> tuple[Cue, ...]:
    """Parse one furniture file's text.

    Raises:
        FurnitureDataError: Not TOML, a key missing, an unknown effect, a form that is no regular expression.
    """
    try:
        tables = tomllib.loads(text).get("entry")
    except tomllib.TOMLDecodeError as error:
        raise FurnitureDataError(f"{source}: not valid TOML ({error}); mend the line that it names") from error
    if not isinstance(tables, list) or not tables:
        raise FurnitureDataError(f"{source}: no [[entry]] table; a furniture file is a list of them")
    cues: dict[str, Cue] = {}
    for table in tables:
        name, reason, effect = table.get("id"), table.get("reason"), table.get("effect")
        where = f"{source}: entry {name!r}"
        if not isinstance(name, str) or name in cues:
            raise FurnitureDataError(f"{where} needs an id that no other entry has")
        if not isinstance(reason, str) or effect not in EFFECTS:
            raise FurnitureDataError(f"{where} needs a reason and an effect out of {sorted(EFFECTS)}")
        forms = _texts(table, "forms", where)
        try:
            pattern = re.compile("|".join(f"(?:{form})" for form in forms))
        except re.error as error:
            raise FurnitureDataError(f"{where}: a form is no regular expression ({error})") from error
        examples, counters = _texts(table, "examples", where), _texts(table, "counter_examples", where)
        cues[name] = Cue(name, reason, effect, pattern, examples, counters, table.get("opens") is True)
    return tuple(cues.values())


@cache
def load_cues() -> tuple[Cue, ...]:
    """Load the cues of every language: the furniture around a body is often in another language than the body.

    Raises:
        FurnitureDataError: A file breaks the contract.
    """
    found: list[Cue] = []
    for path in sorted(ROOT.glob("*/furniture.toml")):
        found.extend(parse_cues(path.read_text(encoding="utf-8"), f"{path.parent.name}/furniture.toml"))
    return tuple(found)


def find_cue(text: str) -> Cue | None:
    """Return the first cue that the block is, if any."""
    if len(text) > MAX_CUE_LENGTH:
        return next((cue for cue in _opening_cues() if cue.matches(text)), None)
    folded = fold(text)
    for cue in load_cues():
        if cue.pattern.fullmatch(folded):
            return cue
    return None


@cache
def _opening_cues() -> tuple[Cue, ...]:
    return tuple(cue for cue in load_cues() if cue.opens)
