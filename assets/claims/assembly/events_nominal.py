"""Deployments told by a noun: ``le passage de A à M``, ``l'adoption de M par A``, ``l'arrivée de M chez A``."""

from collections.abc import Collection, Iterator

from assets.claims.assembly.events_adopters import Adopter, is_maker, series_behind, subject_before
from assets.claims.assembly.events_times import time_of
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import Event, clause_of, coordinated, event_words, folded_at, folded_between
from assets.claims.assembly.model import Name, Scene

_MODEL_REACH, _ADOPTER_REACH, _TIME_REACH = 4, 5, 25.0
_BETWEEN = 8  # words at most between the noun and a model that its adopter stands before
_SHARING = frozenset({"release", "arrival"})


def nominal_deployments(
    scene: Scene, models: list[Name], verbs: list[Verb], adopters: list[Adopter], taken: Collection[int]
) -> Iterator[Event]:
    """The deployments that nouns tell.

    Args:
        scene: The sentence.
        models: The models named in it.
        verbs: The verbs and nouns that tell events.
        adopters: The organisations in it.
        taken: First places of the time expressions that date releases.
    """
    for verb in verbs:
        if verb.voice != "noun" or verb.event not in _SHARING | {"nominal"}:
            continue
        for model, users in _uses(scene, models, verb, adopters):
            places = (verb.first, model.last - 1, users[-1].last - 1)
            others = [one for one in models if one.start != model.start]
            time = time_of(scene, places, others, _TIME_REACH, taken if verb.event == "nominal" else ())
            status = "planned" if _is_ahead(scene, max(places)) else verb.status
            for user in users:
                yield Event("deployment", model, time, user.text, status, verb.rule_id)


def _uses(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    behind = [one for one in models if verb.last <= one.first]
    if not behind:
        return
    model = behind[0]
    usable = [one for one in adopters if not is_maker(scene, one, model) and (one.is_named or not _is_plural(one))]
    between = folded_between(scene, verb.last, model.first)
    light = event_words(scene.language, "nominal-link") | event_words(scene.language, "determiner")
    light |= event_words(scene.language, "model-noun") | event_words(scene.language, "same")
    if len(between) <= _MODEL_REACH and all(word in light for word in between):
        chosen = coordinated(scene, models, model)
        link = folded_at(scene, chosen[-1].last)
        links = event_words(scene.language, "nominal-user" if verb.event == "nominal" else "at-home")
        near = [one for one in usable if 0 < one.first - chosen[-1].last <= _ADOPTER_REACH]
        if not near or link not in links:
            users = _announcing(scene, adopters, verb, model)
            for one in chosen if users else []:
                yield one, users
        else:
            users = series_behind(scene, usable, next((one for one in near if one.is_named), near[0]))
            for one in chosen:
                yield one, users
    elif verb.event == "nominal" and len(between) <= _BETWEEN and between[0] in event_words(
        scene.language, "nominal-user"
    ):  # fmt: skip
        inside = [one for one in usable if verb.last < one.first and one.last < model.first]
        before = folded_between(scene, model.first - 2, model.first)
        if inside and any(word in event_words(scene.language, "nominal-link") for word in before):
            named = [one for one in inside if one.is_named]
            for one in coordinated(scene, models, model):
                yield one, series_behind(scene, inside, (named or inside)[0])


def _announcing(scene: Scene, adopters: list[Adopter], verb: Verb, model: Name) -> list[Adopter]:
    """``A annonce l'adoption de M``; an arrival or a release only where A makes no models and M is known."""
    before = folded_between(scene, verb.first - _BETWEEN, verb.first)
    if not any(word in event_words(scene.language, "announcing") for word in before):
        return []
    users = [one for one in subject_before(scene, adopters, verb.first, model) if one.is_named]
    makers = {name.first for name in scene.names if name.kind == "organisation" and name.makes_models}
    if verb.event in _SHARING and (not model.is_resolved or any(one.first in makers for one in users)):
        return []
    return users


def _is_plural(one: Adopter) -> bool:
    return one.text.endswith(("s", "x"))


def _is_ahead(scene: Scene, place: int) -> bool:
    """Whether the verb behind the noun says that it is still to come (``commencera en mai``, ``est prévu``)."""
    ahead = event_words(scene.language, "ahead") | event_words(scene.language, "expected")
    return any(word in ahead for word in folded_between(scene, place + 1, clause_of(scene, place)[1]))
