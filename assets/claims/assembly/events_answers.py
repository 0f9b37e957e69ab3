"""Deployments that an answer tells (``Qwen3, sur deux serveurs.``) to a question (``Quel modèle utilisez-vous ?``)."""

from collections.abc import Iterator

from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import Event, coordinated, event_words, folded_between, is_set_against
from assets.claims.assembly.model import Name, Scene
from assets.claims.ranking.event_views import signs_in

_ASKING = frozenset({"use", "run", "install", "access"})
_SPEAKER = "nous"
_OPENING = 3


def asks_for_use(scene: Scene) -> bool:
    """Whether the heading above a sentence asks somebody which model is in use there."""
    if scene.heading is None:
        return False
    words = [word.folded for word in scene.heading.sentence.words]
    if "?" not in words or not any(word in event_words(scene.language, "you") for word in words):
        return False
    asked = any(word in event_words(scene.language, "asked") for word in words)
    return asked and any(sign.family in _ASKING for sign in signs_in(scene.heading))


def answered_deployments(scene: Scene, models: list[Name], verbs: list[Verb]) -> Iterator[Event]:
    """The models that open the answer to such a question, used by those who speak.

    Args:
        scene: The sentence.
        models: The models named in it.
        verbs: The verbs and nouns that tell events; where there are none, the answer is a list.
    """
    if not models or scene.sentence.number > 0 or models[0].first > _OPENING or not asks_for_use(scene):
        return
    light = event_words(scene.language, "answer-link")
    if all(word in light for word in folded_between(scene, 0, models[0].first)):
        first = coordinated(scene, models, models[0])
        for model in first if verbs else [one for one in models if one in first or not is_set_against(scene, one)]:
            yield Event("deployment", model, None, _SPEAKER, "actual", "deployment-answered")
