"""Pronouns that stand for a model named before: ``BMW l'a adopté``, ``Elle s'en sert``, ``Il est sorti en mai``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import event_words, folded_at
from assets.claims.assembly.model import Name, Scene
from assets.claims.ranking.event_views import Sign, Spot

_TELLING = frozenset({"use", "run", "install", "replace", "refuse", "publish", "appear"})
_BACK = 5  # words between an object pronoun and the verb behind it
_SUBJECT = 2  # words of a subject that stands for a model (``ce dernier``, ``le modèle``)


def pronoun_spots(
    scene: Scene, models: Sequence[Name], verbs: Sequence[Verb], signs: Sequence[Sign], meant: Name | None
) -> list[Spot]:
    """The mentions of models by pronouns, left to right.

    Args:
        scene: The sentence.
        models: The models that it names.
        verbs: Its verbs and nouns that tell events.
        signs: Its words of the families of signs.
        meant: The model of an earlier sentence that a pronoun may stand for, or None.
    """
    found: dict[int, Spot] = {}
    telling = sorted({verb.start for verb in verbs} | {s.first for s in signs if s.family in _TELLING})
    for place in [*_objects(scene, telling), *_subjects(scene)]:
        named = [model for model in models if model.last <= place]
        model = named[-1] if named else meant
        if model is not None and not any(one.first <= place < one.last for one in models):
            found.setdefault(place, Spot(replace(model, first=place, last=place + 1), place, place + 1, is_named=False))
    return [found[place] for place in sorted(found)]


def _objects(scene: Scene, telling: Sequence[int]) -> Iterator[int]:
    """``l'a adopté``, ``s'en sert``, ``y recourt``: the pronouns right before a telling verb and its auxiliary."""
    language = scene.language
    pronouns = event_words(language, "pronoun")
    light = event_words(language, "have") | event_words(language, "be") | event_words(language, "skipped")
    for verb in telling:
        for place in range(verb, max(verb - _BACK, -1), -1):
            word = folded_at(scene, place)
            if word in pronouns:
                yield place
                break
            if place < verb and word not in light and not word.endswith("ment"):
                break


def _subjects(scene: Scene) -> Iterator[int]:
    """``Il``, ``Celui-ci``, ``Le modèle`` at the head of the sentence."""
    first = next((place for place, word in enumerate(scene.sentence.words) if word.text.isalpha()), 0)
    if folded_at(scene, first + 1) in event_words(scene.language, "same"):
        first += 1  # "Le même modèle"
    words = [folded_at(scene, first + step) for step in range(_SUBJECT)]
    language = scene.language
    articles = event_words(language, "determiner") | event_words(language, "same")
    if words[0] in event_words(language, "it"):
        yield first
    elif words[0] in articles and words[1] in event_words(language, "stands-for-a-model"):
        yield first + 1
