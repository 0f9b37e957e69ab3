"""Whose figure it is: every name, pointing word and inherited subject is a candidate, the best one wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import CHINA, WORLD, Discourse, Subject, is_authority
from assets.claims.assembly.model import Decision, Figure, Name, Scene

REACH = 14.0
_MIN = 0.05
_PREPOSITIONS = frozenset({"a", "au", "aux", "en", "dans", "chez", "de", "du", "des", "d", "pour", "sur", "par"})
_GOALS = frozenset({"vers", "contre", "face", "devant", "derriere"})
_AFTER = frozenset({"pour", "chez", "a", "au", "aux", "en", "de", "du", "d", "par"})
_ARTICLES = frozenset({"le", "la", "les", "l", "'", "’", "son", "sa", "ses", "leur", "leurs", "cette", "ce"})
_PAIRING = frozenset({"contre", "et", ",", "puis", ";", "ou"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible subject with its score and the rule that proposed it."""

    subject: Subject
    score: float
    rule: str


def choose(scene: Scene, decision: Decision, discourse: Discourse, sources: frozenset[int]) -> Candidate | None:
    """The best subject for a decided figure, or None.

    Args:
        scene: The sentence.
        decision: Metric and mart of the figure.
        discourse: What the article has said so far.
        sources: Starts of names that only say who reports the figure.
    """
    best: Candidate | None = None
    for candidate in _candidates(scene, decision, discourse, sources):
        fit = _fit(candidate.subject, decision)
        score = candidate.score * fit
        if score > _MIN and (best is None or score > best.score + 1e-9):
            best = Candidate(candidate.subject, score, candidate.rule)
    return best


def _candidates(scene: Scene, decision: Decision, discourse: Discourse, sources: frozenset[int]) -> Iterator[Candidate]:
    figure = decision.figure
    for name in scene.names:
        if name.start in sources:
            yield Candidate(Subject.of(name), 0.2, "subject:source")
            continue
        score, rule = _name_score(scene, name, figure, decision)
        if score > 0:
            yield Candidate(Subject.of(name), score, rule)
    for cue in scene.pointers:
        yield from _pointed(scene, cue, figure, discourse, decision)
    for above, weight, rule in ((scene.lead, 0.5, "subject:lead"), (scene.heading, 0.42, "subject:heading")):
        if above is not None:
            for name in above.names:
                yield Candidate(Subject.of(name), weight * (0.6 if name.is_adjective else 1.0), rule)
    if discourse.current is not None:
        decay = 0.45 if discourse.current_distance <= 1 else 0.32 if discourse.current_distance <= 2 else 0.2
        yield Candidate(discourse.current, decay, "subject:running")
    if discourse.paragraph is not None:
        yield Candidate(discourse.paragraph, 0.3, "subject:paragraph")
    for key in ("model", "developer", "firm", "city", "province"):
        known = discourse.last.get(key)
        if known is not None:
            yield Candidate(known, 0.22, "subject:last")
    main = discourse.main("city", "province", "firm", "model", "group")
    if main is not None:
        yield Candidate(main, 0.15, "subject:topic")
    if discourse.is_chinese:
        yield Candidate(CHINA, 0.16, "subject:national")


def _name_score(scene: Scene, name: Name, figure: Figure, decision: Decision) -> tuple[float, str]:
    words = scene.sentence.words
    before = _preposition(scene, name)
    if name.is_adjective:
        base = 0.0 if decision.mart == "provincial_subsidies" else 0.75
    elif before in _GOALS:
        base = 0.12
    elif before in _PREPOSITIONS:
        base = 0.7
    else:
        base = 1.0
    if _in_brackets(scene, name) and not figure.in_brackets:
        base *= 0.3
    if (
        decision.family == "export"
        and before in {"en", "au", "aux", "vers", "a"}
        and not is_authority(Subject.of(name))
    ):
        base *= 0.3
    if name.last <= figure.first:
        gap = scene.sentence.distance(name.last - 1, figure.first) + 2.0 * sum(
            1 for other in scene.figures if name.last <= other.first < figure.first
        )
        opens = before == "" and (name.first == 0 or words[name.first - 1].text in {",", ";", ":", "(", "«"} or True)
        return base * exp(-gap / (REACH * (1.6 if opens else 1.0))), "subject:before"
    if name.first < figure.last:
        return 0.0, ""
    gap = scene.sentence.distance(max(figure.counted_end, figure.last) - 1, name.first)
    crossed = sum(1 for other in scene.figures if figure.last <= other.first < name.first)
    if crossed:
        return 0.1 * base, "subject:after"
    paired = _pairs(scene, figure) or before in {"pour", "chez"} or decision.mart == "ai_model_adoption"
    if before in _AFTER and gap <= 8.0 and paired:
        return 1.25 * base * exp(-gap / REACH), "subject:paired"
    return 0.5 * base * exp(-gap / REACH), "subject:after"


_TOWN = frozenset({"municipalite", "ville", "mairie", "municipal", "metropole", "capitale", "district", "arrondissement"})


def _is_town_hall(scene: Scene, name: Name) -> bool:
    """Whether a capital is meant as a city: its bare name stands for the government of the country."""
    words = scene.sentence.words
    return any(word.folded in _TOWN for word in words[max(0, name.first - 4) : name.first])


def _pairs(scene: Scene, figure: Figure) -> bool:
    place = figure.first - 1
    words = scene.sentence.words
    steps = 0
    while place >= 0 and steps < 4:
        if words[place].folded in _PAIRING:
            return True
        place -= 1
        steps += 1
    return False


def _preposition(scene: Scene, name: Name) -> str:
    words = scene.sentence.words
    place = name.first - 1
    while place >= 0 and words[place].folded in _ARTICLES:
        place -= 1
    if place < 0:
        return ""
    folded = words[place].folded
    return folded if folded in _PREPOSITIONS or folded in _GOALS else ""


def _in_brackets(scene: Scene, name: Name) -> bool:
    words = scene.sentence.words
    for place in range(name.first - 1, max(-1, name.first - 6), -1):
        if words[place].text == "(":
            return True
        if words[place].text == ")":
            return False
    return False


def _pointed(scene: Scene, cue: Cue, figure: Figure, discourse: Discourse, decision: Decision) -> Iterator[Candidate]:
    kind = str(cue.entry.data.get("points_to", ""))
    if kind == "source":
        return
    if cue.last <= figure.first:
        gap = scene.sentence.distance(cue.last - 1, figure.first)
        near = exp(-gap / (REACH * 1.6))
    else:
        near = 0.5 * exp(-scene.sentence.distance(figure.last - 1, cue.first) / REACH)
    if kind == "group":
        yield Candidate(Subject(str(cue.entry.data["name"]), "group"), 0.95 * near, f"subject:{cue.entry.id}")
    elif kind == "state":
        yield Candidate(Subject("China", "place", "state", "CN"), 0.9 * near, f"subject:{cue.entry.id}")
    elif kind == "country":
        yield Candidate(CHINA, 0.9 * near, f"subject:{cue.entry.id}")
    else:
        known = discourse.last.get(kind) or (discourse.last.get("developer") if kind == "firm" else None)
        if known is not None:
            yield Candidate(known, 0.85 * near, f"subject:{cue.entry.id}")


def _fit(subject: Subject, decision: Decision) -> float:
    if subject.kind == "organisation" and subject.level not in {"firm", ""}:
        return 0.0
    if decision.mart == "provincial_subsidies":
        if is_authority(subject):
            return 1.0
        if subject.level == "state":
            return 0.7
        return 0.3 if subject == CHINA else 0.0
    if decision.mart == "ai_model_adoption":
        return _fit_model(subject, decision)
    if subject.kind in {"model", "group"}:
        return 0.0
    if subject.level == "state":
        return 0.8 if decision.family == "investment" else 0.4
    if subject.level == "region":
        return 0.4
    if subject == WORLD:
        return 0.8
    return 1.0


def _fit_model(subject: Subject, decision: Decision) -> float:
    if subject.kind == "model":
        return 1.0
    if subject.kind == "group":
        return (
            1.0
            if decision.metric in {"usage_share", "adopter_count", "usage_growth", "downloads", "derivative_models"}
            else 0.3
        )
    if subject.kind == "organisation":
        if not subject.makes_models:
            return 0.1
        return 0.6 if decision.metric in {"parameter_count", "training_cost", "derivative_models"} else 0.85
    if decision.metric == "model_count" and subject.region:
        return 0.8
    return 0.0
