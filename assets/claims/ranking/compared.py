"""Whose figure a comparison names: ``contre 2,1 millions pour Geely`` is Geely's.

Two words tell it together, that which opens the figure and that which opens the name; neither does alone.
"""

from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.model import Figure, Name, Scene
from assets.claims.assembly.roles import before_name, phrase_start
from assets.claims.assembly.words import role
from assets.claims.ranking.linear import Facts

_BACK = 4  # words before a figure among which ``contre`` opens it (``contre, en 2024, 2,1 millions``)
_NEAR = 2  # words between a figure and the phrase of a name that it is said of
_WORTH = 3.0  # rare and nearly certain: the prior must not hold it down as it does a word


def compared_owner(scene: Scene, figure: Figure) -> Name | None:
    """Of whom a compared figure is told right behind it, or None."""
    if not _is_opened(scene, figure):
        return None
    end = max(figure.last, figure.counted_end)
    for name in scene.names:
        if name.first >= end:
            is_near = phrase_start(scene, name) - end <= _NEAR and bool(before_name(scene, name))
            return name if is_near and not name.is_adjective else None
    return None


def compared_facts(scene: Scene, figure: Figure, discourse: Discourse, name: Name, kind: str) -> Facts:
    """What a comparison says for a name of the sentence: that it owns the figure, or that another does."""
    owner = compared_owner(scene, figure)
    if owner is None:
        return {}
    if owner is not name:
        return {"compared-other": _WORTH, f"compared-other|{kind}": _WORTH}
    ahead = before_name(scene, name)
    told = discourse.in_sentence
    is_alike = told is not None and told.kind == Subject.of(name).kind
    return {
        "compared-owner": _WORTH,
        f"compared-owner|{kind}": _WORTH,
        f"compared-owner:{ahead}": _WORTH,
        f"compared-owner:alike{int(is_alike)}": _WORTH,
    }


def _is_opened(scene: Scene, figure: Figure) -> bool:
    words = scene.sentence.words
    versus = role(scene.language, "versus")
    begin = max((other.last for other in scene.figures if other.last <= figure.first), default=0)
    return any(word.folded in versus for word in words[max(begin, figure.first - _BACK) : figure.first])
