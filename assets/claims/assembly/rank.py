"""Ranks: an ordinal with a maker and a named whole (``deuxième producteur mondial de batteries``)."""

from collections.abc import Sequence

from assets.claims.assembly.folding import fold
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Scene
from assets.claims.assembly.words import role

_MAKER_WINDOW = 4
_INDUSTRY = "industrial_output"
_AI = "ai_model_adoption"
_WHOLE_WINDOW = 9
_RELATIVE_WINDOW = 5
_MOVED = 4  # words of ``place la ville au``
_ENDS = frozenset({".", ","})
_MADE = frozenset({"output", "capacity", "export", "exports", "sales", "revenue", "gdp", "share"})


def decide(scene: Scene, decision: Decision, done: Sequence[Decision]) -> None:
    """Make a rank of output of an ordinal that ranks a maker, or reject it."""
    if not _is_rank(scene, decision, done):
        decision.reason = "kind_rank"
        return
    decision.family = "output"
    decision.aspect = "rank"
    decision.metric = "output_rank"
    decision.mart = str(frame("output").mart)
    decision.score = 0.6


def _is_rank(scene: Scene, decision: Decision, done: Sequence[Decision]) -> bool:
    language, figure = scene.language, decision.figure
    behind = _clause_behind(scene, figure.last)
    near = behind[:_MAKER_WINDOW]
    if any(word in role(language, "rank-other") for word in near):
        return False
    wholes = role(language, "rank-whole")
    named = any(word in wholes for word in behind)
    if any(word in role(language, "rank-maker") for word in near):
        return named or _is_relative(scene, figure.first)
    if any(word in role(language, "rank-seller") for word in near):
        worldwide = any(word in role(language, "whole-world") for word in near)
        sold = any(prior.metric.startswith(("export", "sales")) and not prior.reason for prior in done)
        return worldwide or (named and sold)
    if _is_listed(near, language):
        return _tells_output(scene, done) or (named and scene.topic == _INDUSTRY)
    if near and near[0] in role(language, "rank-place"):
        if _is_moved(scene, figure.first):
            return _tells_output(scene, done)
        if _is_wide(scene, figure.first) and _tells_output(scene, done):
            return True
        ranked = any(one.metric == "output_rank" and not one.reason for one in done)
        return ranked or (named and _tells_output(scene, done))
    if _goes_on(scene, figure.first, near, done):
        return True
    if _is_bare(near, language) and not _is_number_one(figure.mention, scene):
        made = any(prior.family in _MADE and not prior.reason for prior in done) or _is_classed(scene, figure.first)
        return made and any(word in wholes for word in near)
    return _is_number_one(figure.mention, scene) and any(word in wholes for word in near)


def _is_bare(near: Sequence[str], language: str) -> bool:
    """``ce qui en fait la première du pays``: the maker is told of before."""
    return bool(near) and near[0] in role(language, "rank-of")


def _is_classed(scene: Scene, place: int) -> bool:
    """``se classe troisième de Chine pour les turbines``, unless the article is on AI models, which have no ranks."""
    before = scene.sentence.words[place - 1].folded if place else ""
    return before in role(scene.language, "rank-classed") and scene.topic != _AI


def _goes_on(scene: Scene, place: int, near: Sequence[str], done: Sequence[Decision]) -> bool:
    """``L'Inde est au deuxième rang mondial, la Turquie au septième``: the place is left out."""
    ranked = bool(done) and done[-1].metric == "output_rank" and not done[-1].reason
    before = scene.sentence.words[place - 1].folded if place else ""
    return ranked and before in role(scene.language, "rank-in") and (not near or near[0] in _ENDS)


def _is_wide(scene: Scene, place: int) -> bool:
    """``À l'échelle du monde, le groupe pointe à la troisième place``: the whole opens the clause."""
    return any(word.folded in role(scene.language, "rank-whole") for word in scene.sentence.words[:place])


def _is_listed(near: Sequence[str], language: str) -> bool:
    """``cinquième au classement mondial``: the ordinal stands in a list that is named right behind it."""
    return len(near) > 1 and near[0] in role(language, "rank-in") and near[1] in role(language, "rank-place")


def _is_moved(scene: Scene, place: int) -> bool:
    """``rétrogradé au quatrième rang``, ``place la ville au premier rang``: a place that somebody came to."""
    words = [word.folded for word in scene.sentence.words[max(0, place - _MOVED) : place]]
    if len(words) < 2 or words[-1] not in role(scene.language, "rank-in"):
        return False
    return any(word in role(scene.language, "rank-moved") for word in words[:-1])


def _clause_behind(scene: Scene, place: int) -> list[str]:
    """The folded words behind an ordinal, as far as its clause goes."""
    found: list[str] = []
    for word in scene.sentence.words[place : place + _WHOLE_WINDOW]:
        if word.folded in {";", ":", "(", ")", "?", "!"}:
            break
        found.append(word.folded)
    return found


def _is_relative(scene: Scene, place: int) -> bool:
    """``43 % du marché mondial du four, dont il est le premier producteur``: the whole was named before."""
    words = [word.folded for word in scene.sentence.words[:place]]
    return "dont" in words[-_RELATIVE_WINDOW:] and any(word in role(scene.language, "rank-whole") for word in words)


def _tells_output(scene: Scene, done: Sequence[Decision]) -> bool:
    """Whether the sentence ranks by what is made: by a figure before, or by a word such as ``par le PIB``."""
    if any(prior.family in _MADE and not prior.reason for prior in done):
        return True
    return any(str(cue.entry.data.get("family")) in _MADE for cue in scene.metrics)


def _is_number_one(mention: str, scene: Scene) -> bool:
    """``numéro un``, ``n° 2``: a maker without a noun, unless the article is on AI models, which have no ranks."""
    first = fold(mention).split()[0] if mention.split() else ""
    return first in role(scene.language, "rank-number") and scene.topic != _AI
