"""Subjects that the sentence does not name: of headings, of the sentence before, of the article's topic."""

from collections.abc import Iterator
from dataclasses import dataclass

from assets.claims.assembly import homes
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import ANY_MODEL, CHINA, WORLD, Discourse, Subject
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.words import role

_NATIONAL = frozenset({"adopter_count", "model_count", "active_users", "tokens_processed", "usage_growth"})
_OF_ANY_MODEL = frozenset({"adopter_count", "active_users", "usage_growth", "usage_share"})
_TOPICS = {
    "industrial_output": (("city", "province", "firm"), ("city",), ("firm",)),
    "provincial_subsidies": (("city", "province"), ("city",)),
    "ai_model_adoption": (("model", "developer", "group"),),
}
# What a subject is worth by the number of sentences since it was spoken of.
_AGES = {0: 0.6, 1: 0.48, 2: 0.36}
_OLD = 0.2
_MAIN = 0.3  # part of all mentions of a type that the one has which the article is about
_NEAR = 8  # sentences for which a country abroad can go on being meant
_OFTEN = 2  # of the unknown names, how many that are written most are proposed wherever the article has come to
_FIRMS = 3  # firms named last that a text can go back to without naming them
_JUST = 2  # and the whole world


_Carried = tuple[Subject, float, str]


@dataclass(slots=True)
class Candidate:
    """A possible subject with its score and the rule that proposed it. Not frozen: a figure has twenty.

    Attributes:
        name: The mention in the sentence, where the sentence names the subject.
        is_own: Whether the sentence itself names the subject or points at it.
        cue: The words that point at it, where the sentence has some.
    """

    subject: Subject
    score: float
    rule: str
    name: Name | None = None
    is_own: bool = False
    cue: Cue | None = None

    @property
    def place(self) -> int | None:
        """Position of its first word, where the sentence names it or points at it."""
        named = self.name or self.cue
        return named.first if named is not None else None


def candidates(scene: Scene, discourse: Discourse, decision: Decision, *, has_own: bool) -> Iterator[Candidate]:
    """Every subject that something outside the sentence proposes.

    Args:
        scene: The sentence.
        discourse: What the article has said so far.
        decision: Metric and mart of the figure.
        has_own: Whether the sentence names a fitting subject itself, which makes the others worth half.
    """
    yield from _above(scene)
    damped = 0.5 if has_own else 1.0
    for known in discourse.asked:
        yield Candidate(known, 0.4 * damped, "subject:asked")
    for named in discourse.recent:
        for known in named:
            yield Candidate(known, 0.15 * damped, "subject:recent")
    for subject, score, rule in _running(scene, discourse):
        yield Candidate(subject, score * damped, rule)
    far = 0.3 if decision.metric in _NATIONAL else 1.0  # a count of users or adopters is seldom a far model's
    for subject, score, rule in _far(scene, discourse, decision.mart):
        yield Candidate(subject, score * damped * far, rule)
    if decision.mart == "industrial_output" and _tells_of_a_firm(scene):
        yield from _firms(discourse, damped)
    yield from _wide(scene, discourse, decision, damped)
    for known in _strangers(discourse):
        yield Candidate(known, 0.12 * damped, "subject:stranger")
    if discourse.is_chinese and (decision.mart != "ai_model_adoption" or decision.metric in _NATIONAL):
        yield Candidate(CHINA, 0.2 * damped, "subject:national")
    if decision.metric in _OF_ANY_MODEL and decision.mart == "ai_model_adoption":
        yield Candidate(ANY_MODEL, 0.15 * damped, "subject:any_model")
        for known in discourse.groups:
            yield Candidate(known, 0.12 * damped, "subject:group_before")


def _strangers(discourse: Discourse) -> Iterator[Subject]:
    """Of the names that nothing is known of, of each type the last one and the one named most."""
    near = [known for known in discourse.strange_before if known not in discourse.strange.values()]
    yield from dict.fromkeys([*discourse.strange.values(), *near])
    for known, count in discourse.strangers.most_common(_OFTEN):
        if count > 1 and known in discourse.seen:
            yield known


def _tells_of_a_firm(scene: Scene) -> bool:
    """Whether a sentence that names no firm points at one: by a word for firms, a pronoun or ``nos usines``."""
    if any(name.kind == "organisation" for name in scene.names):
        return False
    owning = role(scene.language, "of-somebody")
    return (
        scene.is_pronominal
        or any(cue.entry.data.get("points_to") == "firm" for cue in scene.pointers)
        or any(word.folded in owning for word in scene.sentence.words)
    )


def _firms(discourse: Discourse, damped: float) -> Iterator[Candidate]:
    """The firms named last, which others may have been named after, and the one with which the text opened."""
    for firm in discourse.firms_before(_FIRMS):
        yield Candidate(firm, 0.12 * damped, "subject:last")
    if discourse.opener is not None:
        yield Candidate(discourse.opener, 0.12 * damped, "subject:topic")


def _wide(scene: Scene, discourse: Discourse, decision: Decision, damped: float) -> Iterator[Candidate]:
    """What lies around the subjects spoken of: the country abroad, the whole world, the city of a district."""
    is_near = discourse.sentences - discourse.abroad_at <= _NEAR
    for part in discourse.parts_abroad.values() if is_near else ():
        yield Candidate(part, 0.12 * damped, "subject:abroad")
    if decision.mart != "provincial_subsidies":
        named = {name.name for name in scene.names}
        for country in discourse.countries_abroad():
            if country.name in named:
                continue
            if is_near or country != discourse.abroad:
                yield Candidate(country, 0.12 * damped, "subject:abroad")
        if discourse.sentences - discourse.world_at <= _JUST:
            yield Candidate(WORLD, 0.12 * damped, "subject:world_before")
    if decision.mart != "ai_model_adoption":
        for city in homes.around(discourse.last.get("place"), "city"):
            yield Candidate(city, 0.12 * damped, "subject:around")


def _above(scene: Scene) -> Iterator[Candidate]:
    for above, weight, rule in ((scene.lead, 0.5, "subject:lead"), (scene.heading, 0.42, "subject:heading")):
        for name in above.names if above is not None else ():
            if name.name != "World":
                yield Candidate(Subject.of(name), weight * (0.6 if name.is_adjective else 1.0), rule)


def _running(scene: Scene, discourse: Discourse) -> Iterator[_Carried]:
    if discourse.in_sentence is not None:
        yield discourse.in_sentence, 0.7, "subject:same_sentence"
    if discourse.current is not None:
        age = _AGES.get(discourse.current_distance, _OLD)
        yield discourse.current, age * (0.55 if _is_new(scene) else 1.0), "subject:running"
    if discourse.paragraph is not None:
        yield discourse.paragraph, 0.36, "subject:paragraph"
    strength, rule = (0.62, "subject:pronoun") if scene.is_pronominal else (0.38, "subject:lead_name")
    for known in discourse.lead.values():
        yield known, strength, rule


def _far(scene: Scene, discourse: Discourse, mart: str) -> Iterator[_Carried]:
    for key in ("model", "developer", "group", "firm", "city", "province"):
        known = discourse.last.get(key)
        if known is not None:
            yield known, 0.18, "subject:last"
    for keys in _TOPICS[mart]:
        main, share = discourse.main(*keys)
        if main is not None and (len(keys) > 1 or share >= _MAIN):
            yield main, 0.12 + 0.3 * max(0.0, share - 0.3), "subject:topic"
    for known in discourse.title:
        yield known, 0.42 if _is_new(scene) else 0.34, "subject:title"


def _is_new(scene: Scene) -> bool:
    """Whether a paragraph begins that does not point back at the one before."""
    return scene.sentence.number == 0 and not scene.is_item and not scene.is_pronominal
