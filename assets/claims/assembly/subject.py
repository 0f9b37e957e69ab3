"""Whose figure it is: every name, pointing word and inherited subject is a candidate, the ranker chooses among them."""

from collections.abc import Iterator
from math import exp
from typing import cast

from assets.claims.assembly import homes
from assets.claims.assembly.carried import Candidate, candidates
from assets.claims.assembly.discourse import BEIJING, CHINA, Discourse, Subject
from assets.claims.assembly.fitting import OF_GROUPS, fit
from assets.claims.assembly.makers import models_of_makers
from assets.claims.assembly.model import Decision, Figure, Name, Scene
from assets.claims.assembly.pointing import REACH, REACH_AFTER, crossed_gap, is_container, pointed
from assets.claims.assembly.roles import (
    before_name,
    follows_figure,
    follows_total,
    in_brackets,
    is_behind_firm,
    is_compared,
    is_demonym,
    is_nominal,
    is_predicate,
    is_seat,
    is_site,
    is_source,
    opens_clause,
    opens_relative,
    owns_noun,
    pairs,
)
from assets.claims.assembly.settled import settled
from assets.claims.assembly.words import role
from assets.claims.ranking import subjects
from assets.claims.ranking.doubt import odds_in_context

_MIN = 0.05
_DEMONYM = 0.8
_STRANGE = 0.5  # a name of which nothing is known
_CLEAR = 0.2  # from here a subject of the sentence itself makes those from outside it less likely
_GROUPS = {
    "China": "Chinese models",
    "United States": "American models",
    "Europe": "European models",
    "France": "French models",
    "Canada": "Canadian models",
    "Japan": "Japanese models",
    "South Korea": "Korean models",
}
_OPENING = 4
_REPORTERS = frozenset({"agency", "association", "government"})


def choose(scene: Scene, decision: Decision, discourse: Discourse) -> Candidate | None:
    """The best subject for a decided figure, its score a probability; None where nothing fits."""
    own = list(_own(scene, decision, discourse))
    fits = [fit(candidate.subject, decision) for candidate in own]
    best_own = max((candidate.score * share for candidate, share in zip(own, fits, strict=True)), default=0.0)
    proposed = [*own, *candidates(scene, discourse, decision, has_own=best_own > _CLEAR)]
    fits += [fit(candidate.subject, decision) for candidate in proposed[len(own) :]]
    weighed = list(zip(proposed, fits, strict=True))
    if all(candidate.score * share <= _MIN for candidate, share in weighed):
        return None
    proposed = settled(scene, decision, discourse, [candidate for candidate, share in weighed if share > 0.0])
    asked = subjects.question(scene, decision, discourse, proposed)
    odds = odds_in_context("subject", asked, scene, decision)
    place = odds.index(max(odds))
    decision.asked["subject"] = asked
    for label, probability in zip(asked.labels, odds, strict=True):
        name = cast("Subject", label).name
        decision.subject_candidates[name] = round(decision.subject_candidates.get(name, 0.0) + probability, 3)
    chosen = max((c for c in proposed if c.subject == asked.labels[place]), key=lambda candidate: candidate.score)
    chosen.score = odds[place]
    return chosen


def _own(scene: Scene, decision: Decision, discourse: Discourse) -> Iterator[Candidate]:
    """Candidates that the sentence itself names or points at."""
    for name in scene.names:
        if name.is_adjective and is_demonym(scene, name):
            for firm in homes.firms_from(name, discourse):
                yield Candidate(firm, _DEMONYM * _near(scene, name, decision), "subject:demonym", is_own=True)
        for candidate in _named(scene, name, decision, discourse):
            candidate.name, candidate.is_own = name, True
            yield candidate
    for name in scene.strangers:
        score, rule = _name_score(scene, name, decision.figure, decision, discourse)
        if score > 0:
            yield Candidate(Subject.of(name), _STRANGE * score, rule, name=name, is_own=True)
    for candidate in pointed(scene, decision, discourse):
        candidate.is_own = True
        yield candidate
    yield from models_of_makers(scene, decision, discourse)


def _near(scene: Scene, name: Name, decision: Decision) -> float:
    """What the way from a name to the figure leaves of a score."""
    if name.last <= decision.figure.first:
        return exp(-crossed_gap(scene, name.last - 1, decision.figure.first) / REACH)
    return 0.5 * exp(-crossed_gap(scene, decision.figure.last, name.first) / REACH_AFTER)


def _named(scene: Scene, name: Name, decision: Decision, discourse: Discourse) -> Iterator[Candidate]:
    if name.kind == "organisation" and name.level in _REPORTERS and name.owner == "CN":
        yield Candidate(CHINA, 0.4, "subject:reporter")
    if name.name == "World":
        yield from _world(scene, name, decision)
    subject, weight = Subject.of(name), 0.45 if name.is_metonym else 1.0
    of_groups = (decision.metric in OF_GROUPS and decision.metric != "adopter_count") or (
        name.is_adjective and decision.mart == "ai_model_adoption"
    )
    if name.kind == "place" and name.name in _GROUPS and of_groups and not _qualifies_goods(scene, name):
        subject, weight = Subject(_GROUPS[name.name], "group"), 0.8
    if name.name == "World":
        weight = 0.9 if follows_total(scene, name) and decision.aspect != "share" else 0.08
    if is_source(scene, name):
        weight *= 0.15
    if name.level == "province" and before_name(scene, name) and is_container(name, scene, discourse):
        weight *= 0.4
    score, rule = _name_score(scene, name, decision.figure, decision, discourse)
    if score > 0:
        yield Candidate(subject, score * weight, rule)
        if subject.kind == "group" and name.is_adjective:  # ``12 % des sociétés françaises``: where they are, too
            yield Candidate(Subject.of(name), 0.5 * score * weight, "subject:where")
        if name.is_metonym:
            yield Candidate(BEIJING, 0.5 * score * weight, "subject:capital")


def _qualifies_goods(scene: Scene, name: Name) -> bool:
    """Whether an adjective stands behind goods, which are no models (``motos chinoises``)."""
    return name.is_adjective and any(last == name.first for _, last in scene.products)


def _world(scene: Scene, name: Name, decision: Decision) -> Iterator[Candidate]:
    """The world, where it is said behind a level (``24 millions vendus dans le monde``)."""
    figure = decision.figure
    if name.last <= figure.first and decision.aspect == "level" and not name.is_adjective:
        near = exp(-crossed_gap(scene, name.last, figure.first) / REACH)
        yield Candidate(Subject.of(name), 0.6 * near, "subject:world")
    if name.first >= figure.last and decision.aspect == "level" and not name.is_adjective:
        near = exp(-crossed_gap(scene, figure.last, name.first) / REACH)
        yield Candidate(Subject.of(name), 0.6 * near, "subject:world")


def _name_score(
    scene: Scene, name: Name, figure: Figure, decision: Decision, discourse: Discourse
) -> tuple[float, str]:
    before = before_name(scene, name)
    base = _role(scene, name, before, decision)
    if name.kind == "place" and before in role(scene.language, "at") and is_behind_firm(scene, name):
        base *= 0.5  # ``Changan, à Chongqing``: where the firm's plant stands
    if in_brackets(scene, name) and not figure.in_brackets:
        base *= 0.3
    if decision.family == "export" and name.kind == "place" and name.region is None and discourse.is_chinese:
        bought = any(word.folded in role(scene.language, "buying") for word in scene.sentence.words)
        base *= 0.12 if bought or before in role(scene.language, "goal") else 0.7
    if name.last <= figure.first:
        return _score_before(scene, name, figure, before, base), "subject:before"
    told = decision.mart == "ai_model_adoption" and is_predicate(scene, name, figure)
    is_whole = name.is_adjective and decision.aspect == "share" and not (told or is_nominal(scene, name))
    if name.first < figure.last or is_whole:
        return 0.0, ""  # an adjective behind a share qualifies the whole (``un tiers des motos chinoises``)
    return _score_after(scene, name, decision, before, base)


def _score_before(scene: Scene, name: Name, figure: Figure, before: str, base: float) -> float:
    if before in role(scene.language, "owner-of-figure") and follows_figure(scene, name):
        base *= 0.25  # it belongs to the figure that it follows
    reach = REACH * 2 if before == "" and opens_clause(scene, name) else REACH
    return base * exp(-crossed_gap(scene, name.last - 1, figure.first) / reach)


def _score_after(scene: Scene, name: Name, decision: Decision, before: str, base: float) -> tuple[float, str]:
    figure = decision.figure
    gap = scene.sentence.distance(max(figure.counted_end, figure.last) - 1, name.first)
    if any(figure.last <= other.first < name.first for other in scene.figures):
        return 0.1 * base, "subject:after"
    near = exp(-gap / REACH_AFTER)
    placing, based = role(scene.language, "placing"), role(scene.language, "based-on")
    paired = pairs(scene, figure) or before in role(scene.language, "for") or decision.mart == "ai_model_adoption"
    if before in placing | based | role(scene.language, "for") and gap <= 8.0 and paired:
        return 1.3 * max(base, 0.8) * near, "subject:paired"
    if name.kind == "place" and before in placing and gap <= 5.0 and decision.aspect == "level":
        return 0.9 * near, "subject:placed"
    if gap <= 4.0 and opens_relative(scene, name):
        return 0.95 * near, "subject:relative"
    if before in role(scene.language, "by") and gap <= 8.0:
        return 0.9 * near, "subject:agent"
    return 0.5 * base * near, "subject:after"


def _role(scene: Scene, name: Name, before: str, decision: Decision) -> float:
    if name.is_adjective:
        if decision.mart == "provincial_subsidies":
            return 0.0
        if name.name == "World":
            return 1.0
        if name.region:
            return 0.75 if name.level in {"country", "province"} else 0.35
        return 0.6 if name.first <= _OPENING and not is_site(scene, name) else 0.15
    if is_seat(scene, name):
        return 0.12
    if before in role(scene.language, "beyond") or is_compared(scene, name):
        return 0.12
    opens = opens_clause(scene, name)
    if (
        name.level == "country"
        and name.region is None
        and not (opens and before in role(scene.language, "placing") | {""})
    ):
        return 0.25
    if before in role(scene.language, "of"):
        return 0.95 if owns_noun(scene, name) else 0.6 if opens else 0.45
    if before:
        return (
            0.95 if opens and scene.sentence.words[min(name.last, len(scene.sentence.words) - 1)].text == "," else 0.65
        )
    return 1.0 if opens else 0.65
