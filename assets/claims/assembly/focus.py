"""Whom the article has in view: how each subject stood when it was named last, its gender, whose figures were told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.claims.assembly.roles import before_name, opens_clause, phrase_start
from assets.claims.assembly.words import role

if TYPE_CHECKING:
    from assets.claims.assembly.discourse import Subject
    from assets.claims.assembly.model import Name, Scene

_KINDS = ("of", "by", "placing", "for", "beyond", "at")


@dataclass(slots=True)
class Focus:
    """The memory of one article of how its subjects were spoken of.

    Attributes:
        stood: How each subject stood in the sentence that named it last: ``opens``, ``bare`` or its preposition.
        genders: ``masculine`` or ``feminine``, by the article of its name or of the noun that pointed at it last.
        told: How many figures were found to be each subject's, and ``told_at`` in which sentence the last one.
    """

    stood: "dict[Subject, str]" = field(default_factory=dict)
    genders: "dict[Subject, str]" = field(default_factory=dict)
    told: "Counter[Subject]" = field(default_factory=Counter)
    told_at: "dict[Subject, int]" = field(default_factory=dict)

    def name(self, scene: "Scene", named: "Sequence[tuple[Name, Subject]]") -> None:
        """Remember how a sentence names its subjects; the best place of each counts."""
        fresh: dict[Subject, str] = {}
        for name, subject in named:
            stood = standing(scene, name)
            if subject not in fresh or stood == "opens":
                fresh[subject] = stood
            gender = gender_at(scene, phrase_start(scene, name))
            if gender:
                self.genders[subject] = gender
        self.stood |= fresh

    def point(self, scene: "Scene", first: int, subject: "Subject") -> None:
        """Remember that a word points at a subject."""
        self.stood[subject] = "pointed-opens" if first == 0 else "pointed"
        gender = gender_at(scene, first)
        if gender:
            self.genders[subject] = gender

    def tell(self, subject: "Subject", sentence: int) -> None:
        """Remember that a figure is a subject's."""
        self.told[subject] += 1
        self.told_at[subject] = sentence


def standing(scene: "Scene", name: "Name") -> str:
    """How a name stands in its sentence."""
    before = before_name(scene, name)
    if not before:
        return "opens" if opens_clause(scene, name) else "bare"
    return next((kind for kind in _KINDS if before in role(scene.language, kind)), "other")


def gender_at(scene: "Scene", place: int) -> str:
    """The gender that a word of a sentence shows, or nothing."""
    words = scene.sentence.words
    if place >= len(words):
        return ""
    folded = words[place].folded
    return next((gender for gender in ("masculine", "feminine") if folded in role(scene.language, gender)), "")


def pronoun_before(scene: "Scene", place: int) -> int | None:
    """The place of the personal pronoun nearest before a place of the sentence, or None."""
    pronouns = role(scene.language, "personal-pronoun")
    words = scene.sentence.words
    return next((at for at in range(place - 1, -1, -1) if words[at].folded in pronouns), None)
