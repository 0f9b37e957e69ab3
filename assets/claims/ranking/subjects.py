"""What speaks for a subject: how it is named, where it stands, what the article has said of it."""

from collections.abc import Sequence
from math import log

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.discourse import Discourse, Subject, keys_of
from assets.claims.assembly.fitting import fit
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.pointing import crossed_gap
from assets.claims.assembly.roles import (
    before_name,
    follows_figure,
    in_brackets,
    is_apposed,
    is_behind_firm,
    is_compared,
    is_demonym,
    is_describing,
    is_employer,
    is_observer,
    is_reporting,
    is_seat,
    is_shut_in,
    is_site,
    is_source,
    opens_clause,
    opens_relative,
    owns_noun,
    pairs,
    phrase_start,
)
from assets.claims.assembly.words import role
from assets.claims.ranking.compared import compared_facts
from assets.claims.ranking.field import Field, class_of
from assets.claims.ranking.in_view import view_facts
from assets.claims.ranking.kinship import kin
from assets.claims.ranking.linear import Facts, Option, Question
from assets.claims.ranking.parallels import parallel
from assets.claims.ranking.pointers import pointed_at, pointer_facts, relative_facts
from assets.claims.ranking.surroundings import best_named, standing, words_around, words_between
from assets.claims.ranking.unknown_names import unknown_facts

_PREPOSITIONS = ("of", "by", "at", "placing", "for", "beyond", "based-on", "about", "in")
_TRAITS = {
    "bracket": in_brackets,
    "compared": is_compared,
    "seat": is_seat,
    "source": is_source,
    "owner": owns_noun,
    "behind-firm": is_behind_firm,
    "behind-figure": follows_figure,
    "site": is_site,
    "relative": opens_relative,
    "observer": is_observer,
    "employer": is_employer,
    "describing": is_describing,
    "demonym": is_demonym,
    "reporting": is_reporting,
}
_GAPS = (3.0, 7.0, 13.0, 22.0)
_FLOOR = 0.02  # keeps logarithms of scores finite
_MANY = 3
_LONG_AGO = 5
_PAUSES = frozenset({";", ":", "«", "»", "|"})


def question(scene: Scene, decision: Decision, discourse: Discourse, candidates: Sequence[Candidate]) -> Question:
    """Every proposed subject as an option, in the order of the proposals."""
    by_subject: dict[Subject, list[Candidate]] = {}
    for candidate in candidates:
        by_subject.setdefault(candidate.subject, []).append(candidate)
    best = {subject: max(proposed, key=lambda one: one.score) for subject, proposed in by_subject.items()}
    fits = [fit(subject, decision) for subject in by_subject]
    scores = [candidate.score * fits_so for candidate, fits_so in zip(best.values(), fits, strict=True)]
    field = Field.of(scene, decision, discourse, by_subject.values(), fits, max(scores, default=0.0))
    figure = decision.figure
    asked = Question({"figure": _context(scene, decision), "words": words_around(scene, figure)})
    for (subject, proposed), fits_so, score in zip(by_subject.items(), fits, scores, strict=True):
        kind = class_of(subject)
        facts = _standing(field, proposed, fits_so, score)
        named = [candidate for candidate in proposed if candidate.name is not None]
        if named:
            facts |= _position(field, kind, named)
        else:
            facts[f"carried:{kind}"] = 1.0
        facts |= _history(field, subject, kind, is_named=bool(named))
        facts |= view_facts(field.view, discourse, subject, kind, is_named=bool(named))
        facts |= unknown_facts(scene, discourse, subject, named[0].name if named else None)
        facts |= relative_facts(decision, subject, field.antecedent)
        if subject.kind == "place" and subject.level == "country":
            facts[f"country-share|{kind}"] = facts["country-share"] = discourse.share_of_country(subject)
        facts |= pointer_facts(scene, decision, proposed, kind)
        facts |= parallel(discourse, decision.figure, subject, best[subject].place)
        if decision.mart == "ai_model_adoption":
            facts |= kin(scene, discourse, subject, kind)
        stands = standing(discourse, subject, kind, best_named(proposed), figure)
        asked.options.append(Option(facts, {"figure": (kind,), "words": stands}))
        asked.labels.append(subject)
    return asked


def _context(scene: Scene, decision: Decision) -> Facts:
    facts = {
        "bias": 1.0,
        f"mart:{decision.mart}": 1.0,
        f"metric:{decision.metric}": 1.0,
        f"aspect:{decision.aspect}": 1.0,
        f"topic:{scene.topic}": 1.0,
    }
    noun = decision.figure.noun
    if noun is not None:
        facts[f"noun:{noun.entry.id}"] = 1.0
    if scene.cell is not None:
        facts["cell"] = 1.0
    return facts


def _standing(field: Field, proposed: Sequence[Candidate], fits: float, score: float) -> Facts:
    facts = {
        "fit": fits,
        "unfit": float(fits == 0.0),
        "score": log(max(score, 0.0) + _FLOOR),
        "top": float(score == field.top),
        "behind-top": log((max(score, 0.0) + _FLOOR) / (field.top + _FLOOR)),
    }
    for candidate in proposed:
        rule = candidate.rule.removeprefix("subject:")
        facts[f"rule:{rule}"] = 1.0
        strength = log(max(candidate.score, 0.0) + _FLOOR) + 4.0
        facts[f"strength:{rule}"] = max(facts.get(f"strength:{rule}", 0.0), strength)
        if not candidate.is_own and field.has_own:
            facts[f"rule:{rule}|own"] = 1.0
    return facts


def _position(field: Field, kind: str, named: Sequence[Candidate]) -> Facts:
    """Where the best placed mention of a subject stands."""
    best = max(named, key=lambda candidate: candidate.score)
    name = best.name
    assert name is not None
    scene, figure = field.scene, field.decision.figure
    side = "before" if name.last <= figure.first else "after"
    end = max(figure.counted_end, figure.last)
    if side == "before":
        gap = crossed_gap(scene, name.last - 1, figure.first)
        between = range(name.last, figure.first)
    else:
        gap = scene.sentence.distance(end - 1, name.first)
        between = range(figure.last, name.first)
    word = _preposition(scene, name)
    opens = int(opens_clause(scene, name))
    facts = {
        side: 1.0,
        f"{side}:{word}": 1.0,
        f"{side}:{word}:{kind}": 1.0,
        f"{side}:{word}:{field.decision.mart[:5]}": 1.0,
        f"{side}:gap{sum(gap >= limit for limit in _GAPS)}": 1.0,
        f"{side}:gap": gap / 10.0,
        f"{side}:opens{opens}": 1.0,
        f"{side}:{word}:opens{opens}": 1.0,
        "mentions": float(min(_MANY, len(named))),
    }
    if side == "after":
        facts[f"after:{word}:pairs{int(pairs(scene, figure))}"] = 1.0
    elif is_shut_in(scene, name, figure.first) or is_apposed(scene, name, figure.first):
        facts["shut-in"] = facts[f"shut-in:{kind}"] = 1.0
    if name.is_adjective:
        facts[f"adjective:{side}"] = 1.0
        facts[f"adjective:{kind}"] = 1.0
    for trait, holds in _TRAITS.items():
        if holds(scene, name):
            facts[trait] = 1.0
            facts[f"{trait}:{kind}"] = 1.0
    facts |= _order(field, name, side)
    facts |= words_between(scene, between, side, kind)
    facts |= compared_facts(scene, figure, field.discourse, name, kind)
    return facts | _crossed(field, kind, side, between) | _neighbours(scene, name, side)


def _order(field: Field, name: Name, side: str) -> Facts:
    """Which of the fitting names a name is, counted from the figure."""
    scene, figure = field.scene, field.decision.figure
    if side == "before":
        nearer = {other.start for other in field.fitting if name.first < other.first < figure.first}
        opening = _clause_start(scene, figure.first)
        ahead = {other.start for other in field.fitting if opening <= other.first < name.first}
        facts = {
            f"before:order{min(_MANY, len(nearer))}": 1.0,
            "before:in-clause": float(name.first >= opening),
            "before:first-in-clause": float(name.first >= opening and not ahead),
            "before:only-in-clause": float(name.first >= opening and not ahead and not nearer),
            "bracketed": float(figure.in_brackets and _ends_before_bracket(scene, name, figure.first)),
        }
    else:
        nearer = {other.start for other in field.fitting if figure.last <= other.first < name.first}
        facts = {
            f"after:order{min(_MANY, len(nearer))}": 1.0,
            "after:no-name-before": float(not any(other.last <= figure.first for other in field.fitting)),
        }
    earlier = [other for other in scene.figures if other.last <= figure.first]
    if earlier:
        is_new = earlier[-1].last <= name.first
        facts[f"{side}:new"] = float(is_new)
        facts[f"{side}:new:{_preposition(scene, name)}"] = float(is_new)
    return facts


def _clause_start(scene: Scene, place: int) -> int:
    """The word behind the last strong pause before a place."""
    words = scene.sentence.words
    while place > 0 and words[place - 1].text not in _PAUSES:
        place -= 1
    return place


def _ends_before_bracket(scene: Scene, name: Name, place: int) -> bool:
    """Whether a name stands right before the bracket that opens before a place."""
    words = scene.sentence.words
    while place > 0 and words[place - 1].text != "(":
        place -= 1
    return 0 < place - name.last <= 2


def _neighbours(scene: Scene, name: Name, side: str) -> Facts:
    """The words around a name's phrase, which tell whether it governs a verb."""
    words = scene.sentence.words
    start = phrase_start(scene, name) - 1
    behind = words[name.last].folded if name.last < len(words) else "."
    ahead = words[start].folded if start >= 0 else "^"
    return {f"{side}:ahead:{ahead}": 1.0, f"{side}:behind:{behind}": 1.0}


def _crossed(field: Field, kind: str, side: str, between: range) -> Facts:
    """What stands between a name and the figure."""
    scene = field.scene
    names = [name for name in scene.names if name.first in between]
    words = [scene.sentence.words[place].folded for place in between]
    return {
        f"{side}:names": float(min(_MANY, len(names))),
        f"{side}:same-class": float(any(class_of(Subject.of(name)) == kind for name in names)),
        f"{side}:fitting": float(any(name.first in between for name in field.fitting)),
        f"{side}:figures": float(min(_MANY, sum(other.first in between for other in scene.figures))),
        f"{side}:commas": float(min(_MANY, words.count(","))),
        f"{side}:breaks": float(";" in words or ":" in words),
        f"{side}:and": float(any(word in role(scene.language, "and") for word in words)),
        f"{side}:opening-bracket": float("(" in words),
    }


def _preposition(scene: Scene, name: Name) -> str:
    before = before_name(scene, name)
    if not before:
        return "none"
    return next((kind for kind in _PREPOSITIONS if before in role(scene.language, kind)), "other")


def _history(field: Field, subject: Subject, kind: str, *, is_named: bool) -> Facts:
    """What the article has said of a subject so far."""
    scene, discourse = field.scene, field.discourse
    count = discourse.topics.get(subject) or discourse.strangers.get(subject, 0)
    alike = field.counts.get(kind, ())
    facts = {
        "topic": count / field.mentions,
        f"topic|{kind}": count / field.mentions,
        "topic-of-class": count / (sum(alike) or 1),
        "main-of-class": float(count > 0 and count == max(alike, default=0)),
    }
    if subject in discourse.title:
        facts["title"] = facts[f"title|{kind}"] = 1.0
    if not is_named and field.has_newer:
        facts["newer-name"] = facts[f"newer-name|{kind}"] = 1.0
    if discourse.in_sentence == subject:
        facts["same-sentence"] = facts[f"same-sentence|{kind}"] = 1.0
    elif discourse.in_sentence is not None:
        facts["other-in-sentence"] = 1.0
    if discourse.current == subject:
        opens = int(scene.sentence.number == 0)
        facts["current"] = facts[f"current|{kind}"] = facts[f"current|opens{opens}"] = 1.0
        facts[f"current:{min(_MANY, discourse.current_distance)}"] = 1.0
    if discourse.paragraph == subject:
        facts["paragraph"] = 1.0
    if subject in discourse.lead.values():
        facts["lead"] = facts[f"lead|{kind}"] = facts[f"lead|pronoun{int(scene.is_pronominal)}"] = 1.0
    if any(discourse.last.get(key) == subject for key in keys_of(subject)):
        facts["last"] = facts[f"last|{kind}"] = 1.0
    for above, word in ((scene.heading, "heading"), (scene.lead, "lead-in")):
        if above is not None and any(Subject.of(name) == subject for name in above.names):
            facts[word] = facts[f"{word}|{kind}"] = 1.0
    if not is_named:
        facts["pronoun-and-carried"] = float(scene.is_pronominal)
        facts |= _recency(field, subject, kind) | pointed_at(field.pointers, subject, kind, facts)
    return facts


def _recency(field: Field, subject: Subject, kind: str) -> Facts:
    """How long ago a subject was named, and whether another of its class was named since."""
    discourse = field.discourse
    seen = discourse.seen.get(subject)
    if seen is None:
        return {"never": 1.0, f"never|{kind}": 1.0}
    ago = min(_LONG_AGO, discourse.sentences - seen[0])
    since = min(_MANY, sum(sentence > seen[0] for sentence in field.seen[kind]))
    here = int(seen[1] == field.scene.sentence.paragraph)
    return {
        f"ago:{ago}": 1.0,
        f"ago:{ago}|{kind}": 1.0,
        f"paragraph:{here}": 1.0,
        f"paragraph:{here}|{kind}": 1.0,
        f"since:{since}": 1.0,
        f"since:{since}|{kind}": 1.0,
    }
