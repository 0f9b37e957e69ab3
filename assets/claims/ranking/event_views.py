"""What stands around a model's mention: kinds of words, families of signs, verbs, organisations, clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.claims.assembly.cues import matcher
from assets.claims.assembly.events_adopters import Adopter
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import clause_of, event_words, folded_between
from assets.claims.assembly.model import Name, Scene

_STEM = 6  # letters that are kept of a word: endings say little, and labelled events are few
_LINK = 4  # words at most between two models of one series
_STEPS = ((0, "0"), (1, "1"), (2, "2"), (4, "3-4"), (7, "5-7"), (12, "8-12"))


@dataclass(frozen=True, slots=True)
class Spot:
    """A model's mention in a sentence.

    Attributes:
        model: The model.
        first: Place of its first word, or of the pronoun that stands for it; ``last`` lies just past it.
        is_named: Whether the name itself stands there.
    """

    model: Name
    first: int
    last: int
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of a family, at its places in the sentence."""

    family: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as the ranker of events sees it.

    Attributes:
        kinds: Every word, shortened; names, numbers and times by what they are.
    """

    scene: Scene
    models: Sequence[Name]
    verbs: Sequence[Verb]
    adopters: Sequence[Adopter]
    signs: Sequence[Sign]
    kinds: Sequence[str]


@dataclass(frozen=True, slots=True)
class Span:
    """A mention with the models that are joined to it, and its clause.

    Attributes:
        low: First place of the clause; ``high`` lies just past it.
        joined_before: How many models are joined to it on its left; ``joined_behind`` on its right.
    """

    first: int
    last: int
    low: int
    high: int
    joined_before: int
    joined_behind: int


def signs_in(scene: Scene) -> list[Sign]:
    """The signs of a sentence."""
    cues = matcher(scene.language, "event_signs").find_in(scene.sentence)
    return [Sign(str(cue.entry.data["sign"]), cue.first, cue.last) for cue in cues]


def view_of(
    scene: Scene, models: Sequence[Name], verbs: Sequence[Verb], adopters: Sequence[Adopter], signs: Sequence[Sign]
) -> View:
    """Look at a sentence."""
    kinds = [_shortened(word.folded) for word in scene.sentence.words]
    for name in scene.names:
        if name.kind != "model":
            kinds[name.first : name.last] = [f"<{name.kind}>"] * (name.last - name.first)
    for time in scene.times:
        kinds[time.first : time.last] = ["<time>"] * (time.last - time.first)
    for model in models:
        kinds[model.first : model.last] = ["<model>"] * (model.last - model.first)
    return View(scene, models, verbs, adopters, signs, kinds)


def _shortened(folded: str) -> str:
    return "#" if folded[:1].isdigit() else folded[:_STEM]


def span_of(view: View, spot: Spot) -> Span:
    """What belongs to a mention."""
    first, last, before, behind = spot.first, spot.last, 0, 0
    if spot.is_named:
        place = next(index for index, model in enumerate(view.models) if model.start == spot.model.start)
        at = place
        while at > 0 and _are_linked(view, view.models[at - 1], view.models[at]):
            at, before = at - 1, before + 1
        first = view.models[at].first
        at = place
        while at + 1 < len(view.models) and _are_linked(view, view.models[at], view.models[at + 1]):
            at, behind = at + 1, behind + 1
        last = view.models[at].last
    return Span(first, last, clause_of(view.scene, first)[0], clause_of(view.scene, last - 1)[1], before, behind)


def _are_linked(view: View, one: Name, other: Name) -> bool:
    """``Qwen3, Kimi K2 et GLM``: nothing but a comma or ``and`` and small words stand between."""
    between = folded_between(view.scene, one.last, other.first)
    language = view.scene.language
    joining = event_words(language, "joining") | event_words(language, "comma")
    light = (
        joining | event_words(language, "determiner") | event_words(language, "of") | event_words(language, "beside")
    )
    return 0 < len(between) <= _LINK and between[0] in joining and all(word in light for word in between)


def step(words: int) -> str:
    """A distance in words, in steps."""
    return next((name for most, name in _STEPS if abs(words) <= most), "13+")
