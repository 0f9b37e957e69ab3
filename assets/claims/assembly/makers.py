"""A developer stands for its model: ``celui de Zhipu`` is the model of Zhipu that was spoken of last."""

from collections.abc import Iterator
from functools import cache
from math import exp

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.pointing import REACH, crossed_gap
from assets.claims.assembly.roles import phrase_start
from assets.claims.assembly.words import role
from sources import reference

_LABORATORY = "ai_lab"
_OWNED, _NAMED, _CARRIED, _BEFORE = 0.85, 0.4, 0.4, 0.15


def models_of_makers(scene: Scene, decision: Decision, discourse: Discourse) -> Iterator[Candidate]:
    """The models named last, and those of the developers that the sentence names or that were spoken of before.

    Args:
        scene: The sentence.
        decision: Metric and mart of the figure.
        discourse: What the article has said so far.
    """
    if decision.mart != "ai_model_adoption":
        return
    here = {name.name for name in scene.names if name.kind == "model"}
    for name in scene.names:
        made = discourse.made.get(name.name) if name.kind == "organisation" else None
        if made is None or made.name in here:
            continue
        low, high = (name.last - 1, decision.figure.first), (decision.figure.last, name.first)
        near = exp(-crossed_gap(scene, *(low if name.last <= decision.figure.first else high)) / REACH)
        if stands_for_model(scene, name):
            yield Candidate(made, _OWNED * near, "subject:made-by", name=name, is_own=True)
        else:
            yield Candidate(made, _NAMED * near, "subject:of-maker")
    for known in discourse.models:
        yield Candidate(known, _BEFORE, "subject:model-before")
    for known in _spoken_of(discourse):
        made = discourse.made.get(known.name)
        if made is not None:
            yield Candidate(made, _CARRIED, "subject:of-maker-before")


def stands_for_model(scene: Scene, maker: Name) -> bool:
    """Whether a developer is named as a model's (``le modèle de Moonshot``, ``celui d'Alibaba``)."""
    words = scene.sentence.words
    place = phrase_start(scene, maker)
    of = place
    while of > 0 and words[of - 1].folded in role(scene.language, "of") | role(scene.language, "article"):
        of -= 1
    return of < place and of > 0 and words[of - 1].folded in role(scene.language, "owned-model")


def _spoken_of(discourse: Discourse) -> Iterator[Subject]:
    found = [*discourse.lead.values(), discourse.current, discourse.paragraph, discourse.last.get("developer")]
    yield from dict.fromkeys(known for known in found if known is not None and known.kind == "organisation")


def sells_more(scene: Scene, maker: Subject) -> bool:
    """Whether a developer that sells other things, too, is spoken of without a word of models.

    ``Tencent a encaissé 190 milliards`` tells all its sales, ``Tencent a tiré 2 milliards de ses modèles`` those of
    its models; a laboratory has no others.
    """
    sector = sectors().get(maker.name, _LABORATORY)
    if sector == _LABORATORY or any(name.kind == "model" for name in scene.names):
        return False
    return not any(word.folded in role(scene.language, "of-models") for word in scene.sentence.words)


@cache
def sectors() -> dict[str, str]:
    """The sector of every listed firm, by its name."""
    return {firm.name: firm.sector for firm in reference.organisations()}
