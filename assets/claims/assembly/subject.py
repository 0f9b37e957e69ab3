"""Whose figure it is: every name, pointing word and inherited subject is a candidate, the best one wins."""

from collections.abc import Iterator
from math import exp

from assets.claims.assembly.carried import Candidate, candidates
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import CHINA, Discourse, Subject, keys_of
from assets.claims.assembly.fitting import OF_GROUPS, fit
from assets.claims.assembly.model import Decision, Figure, Name, Scene
from assets.claims.assembly.roles import (
    before_name,
    follows_figure,
    follows_total,
    in_brackets,
    is_behind_firm,
    is_compared,
    is_seat,
    is_site,
    is_source,
    opens_clause,
    opens_relative,
    owns_noun,
    pairs,
)
from assets.claims.assembly.words import role

REACH = 22.0  # words after which a subject that stands before its figure counts e times less
REACH_AFTER = 14.0
_MIN = 0.05
_GROUPS = {"China": "Chinese models", "United States": "American models", "Europe": "European models"}
_OPENING = 4
_REPORTERS = frozenset({"agency", "association", "government"})


def choose(scene: Scene, decision: Decision, discourse: Discourse) -> Candidate | None:
    """The best subject for a decided figure, or None."""
    own = [_fitted(c, decision) for c in _own(scene, decision, discourse)]
    best_own = max((c.score for c in own if c.score > 0), default=0.0)
    carried = [_fitted(c, decision) for c in candidates(scene, discourse, decision, has_own=best_own > 0.2)]
    best: Candidate | None = None
    for candidate in (*own, *carried):
        weighed = decision.subject_candidates
        weighed[candidate.subject.name] = max(weighed.get(candidate.subject.name, 0.0), round(candidate.score, 3))
        if candidate.score > _MIN and (best is None or candidate.score > best.score + 1e-9):
            best = candidate
    return best


def _fitted(candidate: Candidate, decision: Decision) -> Candidate:
    return Candidate(candidate.subject, candidate.score * fit(candidate.subject, decision), candidate.rule)


def _own(scene: Scene, decision: Decision, discourse: Discourse) -> Iterator[Candidate]:
    """Candidates that the sentence itself names or points at."""
    figure = decision.figure
    for name in scene.names:
        if name.kind == "organisation" and name.level in _REPORTERS and name.owner == "CN":
            yield Candidate(CHINA, 0.4, "subject:reporter")
        subject = Subject.of(name)
        weight = 1.0
        if name.is_metonym:
            weight = 0.45
        if name.kind == "place" and name.name in _GROUPS and decision.metric in OF_GROUPS:
            subject = Subject(_GROUPS[name.name], "group")
            weight = 0.8
        if name.name == "World":
            total = follows_total(scene, name) and decision.aspect != "share"
            weight = 0.9 if total else 0.08
            if name.first >= figure.last and decision.aspect == "level" and not name.is_adjective:
                yield Candidate(subject, 0.6 * exp(-_gap(scene, figure.last, name.first) / REACH), "subject:world")
        if is_source(scene, name):
            weight *= 0.15
        if name.level == "province" and before_name(scene, name) and _is_container(name, scene, discourse):
            weight *= 0.4
        score, rule = _name_score(scene, name, figure, decision, discourse)
        if score > 0:
            yield Candidate(subject, score * weight, rule)
    for cue in scene.pointers:
        kind = str(cue.entry.data.get("points_to", ""))
        subject_of = _pointed_subject(scene, cue, kind, discourse)
        if subject_of is None:
            continue
        if cue.last <= figure.first:
            near = exp(-_gap(scene, cue.last - 1, figure.first) / REACH)
        elif cue.first >= figure.last:
            gap = _gap(scene, max(figure.counted_end, figure.last) - 1, cue.first)
            own = 0.8 if kind == "group" else 0.5
            near = (1.2 if pairs(scene, figure) and gap <= 6.0 else own) * exp(-gap / REACH_AFTER)
        else:
            near = 0.0
        strength = 0.6 if kind == "there" else 0.7 if cue.entry.id == "group-open-models" else 0.9
        yield Candidate(subject_of, strength * near, f"subject:{cue.entry.id}")


def _is_container(name: Name, scene: Scene, discourse: Discourse) -> bool:
    """Whether a province only says where the city that is spoken of lies."""
    cities = [Subject.of(n) for n in scene.heading.names] if scene.heading is not None else []
    cities += [Subject.of(n) for n in scene.names if n.last <= name.first]
    cities += [known for known in (discourse.lead.get("city"), discourse.current) if known is not None]
    return any(city.level in {"city", "district"} and city.region == name.region for city in cities)


def _pointed_subject(scene: Scene, cue: Cue, kind: str, discourse: Discourse) -> Subject | None:
    if kind == "group":
        return Subject(str(cue.entry.data["name"]), "group")
    if kind == "state":
        return Subject("China", "place", "state", "CN")
    if kind == "country":
        return CHINA
    if kind == "source":
        return None
    for name in reversed(scene.names):
        foreign = name.kind == "place" and name.region is None and discourse.is_chinese
        if kind == "there" and name.level == "province" and _is_container(name, scene, discourse):
            continue
        if name.last <= cue.first and not name.is_adjective and not foreign and kind in keys_of(Subject.of(name)):
            return Subject.of(name)
    return discourse.meant(kind)


def _gap(scene: Scene, low: int, high: int) -> float:
    crossed = sum(2.0 for other in scene.figures if low < other.first < high)
    return scene.sentence.distance(low, high) + crossed


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
    if name.first < figure.last or (name.is_adjective and decision.aspect == "share"):
        return 0.0, ""  # an adjective behind a share qualifies the whole (``un tiers des motos chinoises``)
    return _score_after(scene, name, decision, before, base)


def _score_before(scene: Scene, name: Name, figure: Figure, before: str, base: float) -> float:
    if before in role(scene.language, "owner-of-figure") and follows_figure(scene, name):
        base *= 0.25  # it belongs to the figure that it follows
    reach = REACH * 2 if before == "" and opens_clause(scene, name) else REACH
    return base * exp(-_gap(scene, name.last - 1, figure.first) / reach)


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
