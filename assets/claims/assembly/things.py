"""What a sentence speaks of that can be counted or funded, and which metrics count or fund such things."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from assets.claims.assembly.cues import CueMatcher
from assets.claims.assembly.folding import fold
from assets.claims.assembly.text import Sentence
from assets.claims.language.loader import ROOT, load_entries
from sources import reference
from sources.reference.gazetteer import known_products

_WEAK, _VAGUE = 0.45, 0.06
_NEIGHBOURS = 8  # things that begin at or shortly before a place


@dataclass(frozen=True, slots=True)
class Thing:
    """A product, beneficiary or other countable of a sentence.

    Attributes:
        noun: The English noun that a claim's object carries.
        kind: Its class, such as ``thing``, ``organisation`` or ``aid``.
        unit: Base unit that it is counted in, or an empty string.
        weight: How much the words alone say, 0 to 1.
        first: Position of its first word; ``last`` lies just past its last word.
    """

    noun: str
    kind: str
    unit: str
    weight: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Policy:
    """What the object of a metric can be.

    Attributes:
        classes: How willingly the metric takes each class; a class that is missing is never taken.
        only: The nouns that it takes, empty for all of its classes.
        never: Nouns that it never takes, whatever their class.
        default: The noun that it takes where the text names none.
        kinds: Whether the figure's unit must fit the thing's.
        own: Whether only the figure's own sentence counts.
        counted: Whether only what the figure itself counts is taken.
        named: Whether a firm named in the sentence can be the object.
        alternating: Whether two bare figures take the nouns of ``only`` in turn.
    """

    classes: Mapping[str, float] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    default: str = ""
    kinds: bool = False
    own: bool = False
    counted: bool = False
    named: bool = False
    alternating: bool = False


@cache
def _tables() -> Mapping[str, Any]:
    with Path(__file__).with_name("objects.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def policies() -> Mapping[str, Policy]:
    """The policy of every metric that can have an object."""
    found: dict[str, Policy] = {}
    for metric, table in _tables()["metric"].items():
        slots: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
        }
        found[metric] = Policy(**slots)
    return found


@cache
def _parents() -> Mapping[str, reference.Product]:
    return {product.product_id: product for product in reference.products()}


@cache
def kind_of(noun: str) -> str:
    """The class of a noun: that of the nearest listed ancestor, else ``thing``."""
    owners = {member: kind for kind, members in _tables()["class"].items() for member in members}
    seen = noun
    for _ in range(10):
        if seen in owners:
            return str(owners[seen])
        product = _parents().get(seen)
        if product is None or not product.parent_product_id:
            return "thing"
        seen = product.parent_product_id
    return "thing"


@cache
def unit_of(noun: str) -> str:
    """The base unit that a noun is counted in, or an empty string."""
    product = _parents().get(noun)
    return product.unit if product is not None else ""


@cache
def stands_for(noun: str) -> str:
    """What a branch or a maker is about (``carmaker`` speaks of vehicles), or an empty string."""
    return str(_tables()["stands_for"].get(noun, ""))


@cache
def made_by(sector: str) -> str:
    """What a firm of a sector makes, or an empty string."""
    return str(_tables()["sector"].get(sector, ""))


@cache
def counted_by(family: str) -> str:
    """What the figures of a family count by default, or an empty string."""
    return str(_tables()["family"].get(family, ""))


@cache
def _strength(noun: str) -> float:
    tables = _tables()
    return _VAGUE if noun in tables["vague"]["products"] else _WEAK if noun in tables["weak"]["products"] else 1.0


@cache
def _words(language: str) -> CueMatcher:
    if not (ROOT / language / "objects.toml").exists():
        return CueMatcher(())
    return CueMatcher(entry for entry in load_entries(language, "objects") if "role" not in entry.data)


@cache
def between(language: str, role: str) -> frozenset[str]:
    """The folded words of a role of the language's object file."""
    if not (ROOT / language / "objects.toml").exists():
        return frozenset()
    return frozenset(
        part
        for entry in load_entries(language, "objects")
        if entry.data.get("role") == role
        for form in entry.forms
        for part in fold(form).split()
    )


@cache
def adopting(language: str) -> Mapping[str, str]:
    """English nouns of unnamed adopters, by their folded words."""
    if not (ROOT / language / "objects.toml").exists():
        return {}
    return {
        fold(form): str(entry.data["object"])
        for entry in load_entries(language, "objects")
        if entry.data.get("role") == "adopter"
        for form in entry.forms
    }


def things_in(sentence: Sentence, language: str) -> list[Thing]:
    """Everything in a sentence that can be an object, left to right; of two at one place the longer first."""
    found: list[Thing] = []
    for product in known_products().find(sentence.text):
        first = sentence.index_at(sentence.start + product.start)
        last = max(sentence.index_at(sentence.start + product.end - 1) + 1, first + 1)
        found.append(_thing(product.code, 1.0, first, last))
    for cue in _words(language).find_in(sentence):
        noun = str(cue.entry.data["object"])
        weight = float(cue.entry.data.get("weight", 1.0))
        found.append(_thing(noun, weight, cue.first, cue.last))
    found.sort(key=lambda thing: (thing.first, -thing.last, -thing.weight, thing.noun))
    return [thing for at, thing in enumerate(found) if not _is_covered(thing, found[max(0, at - _NEIGHBOURS) : at])]


def _is_covered(thing: Thing, before: list[Thing]) -> bool:
    """Whether a thing of the same class lies inside a longer one (``voiture`` in ``voiture électrique``)."""
    length = thing.last - thing.first
    return any(
        thing.last <= other.last and other.last - other.first > length and other.kind == thing.kind for other in before
    )


def _thing(noun: str, weight: float, first: int, last: int) -> Thing:
    return Thing(noun, kind_of(noun), unit_of(noun), weight * _strength(noun), first, last)
