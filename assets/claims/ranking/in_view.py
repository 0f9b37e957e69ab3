"""How the article had a subject in view: where its last mention stood, its gender, and whether figures were its."""

from dataclasses import dataclass

from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.focus import gender_at, pronoun_before
from assets.claims.assembly.model import Decision, Scene
from assets.claims.ranking.linear import Facts

_LONG_AGO = 3
_MANY = 3


@dataclass(frozen=True, slots=True)
class View:
    """What holds for all subjects of one figure.

    Attributes:
        is_pronominal: Whether the sentence opens with a word for somebody spoken of before.
        pronoun: The personal pronoun nearest before the figure, or nothing, and its ``gender``.
        told: How many figures the article has told so far.
    """

    is_pronominal: bool
    pronoun: str
    gender: str
    told: int

    @classmethod
    def of(cls, scene: Scene, decision: Decision, discourse: Discourse) -> "View":
        """Look at a figure's sentence."""
        at = pronoun_before(scene, decision.figure.first)
        pronoun = scene.sentence.words[at].folded if at is not None else ""
        gender = gender_at(scene, at) if at is not None else ""
        return cls(scene.is_pronominal, pronoun, gender, sum(discourse.focus.told.values()))


def view_facts(view: View, discourse: Discourse, subject: Subject, kind: str, *, is_named: bool) -> Facts:
    """What the way in which a subject was spoken of says.

    Args:
        view: The figure's sentence.
        discourse: What the article has said so far.
        subject: The proposed subject.
        kind: Its class.
        is_named: Whether the sentence names it.
    """
    focus = discourse.focus
    facts: Facts = {}
    here = "named" if is_named else "carried"
    told = focus.told[subject]
    facts[f"{here}:told{min(_MANY, told)}"] = facts[f"{here}:told{min(_MANY, told)}|{kind}"] = 1.0
    if told:
        ago = min(_LONG_AGO, discourse.sentences - focus.told_at[subject])
        facts[f"{here}:told-ago{ago}"] = 1.0
        facts[f"{here}:told-part"] = told / view.told
    stood = focus.stood.get(subject)
    if stood is not None and not is_named:
        seen = discourse.seen.get(subject)
        ago = min(_LONG_AGO, discourse.sentences - seen[0]) if seen is not None else _LONG_AGO
        facts[f"stood:{stood}"] = facts[f"stood:{stood}|{kind}"] = facts[f"stood:{stood}:{ago}"] = 1.0
        if view.is_pronominal:
            facts[f"stood:{stood}:{ago}|pronoun"] = 1.0
    if view.pronoun:
        facts[f"{here}:{view.pronoun}|{kind}"] = 1.0
        known = focus.genders.get(subject)
        if view.gender and known:
            agrees = int(view.gender == known)
            facts[f"{here}:gender{agrees}"] = facts[f"{here}:gender{agrees}|{kind}"] = 1.0
    return facts
