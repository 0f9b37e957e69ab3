"""What a figure counts or funds: everything that the text names is a candidate, the best one fills the object."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import exp

from assets.articles.model import Article
from assets.claims.assembly.assemble import Reading
from assets.claims.assembly.folding import fold
from assets.claims.assembly.makers import sectors
from assets.claims.assembly.model import PLATFORM, Decision, Scene
from assets.claims.assembly.roles import before_name, is_source
from assets.claims.assembly.text import Sentence, sentences_of
from assets.claims.assembly.thing_places import BEFORE_REACH, COUNTED, WINDOW, Setting, phrase_weight, place_score
from assets.claims.assembly.things import (
    Policy,
    Thing,
    adopting,
    between,
    counted_by,
    kind_of,
    made_by,
    policies,
    stands_for,
    things_in,
    unit_of,
)
from assets.claims.model import Claim
from sources.reference.gazetteer import known_products

# The weights were chosen on the odd-numbered articles of the project's own gold.
_ELLIPSIS_REACH = 30.0
_RECENT, _CAPTIONED, _LED, _HEADED, _TITLED, _TOPIC, _SECTOR = 0.25, 0.4, 0.55, 0.42, 0.3, 0.34, 0.3
_SAME_SENTENCE, _SENTENCE_BEFORE = 1.1, 0.55
_MIN = 0.14
_NAMED_GAP = 8.0
_GOVERNED_SUM = 0.7  # under it the sum of a firm's sales is that of all it sells
_LATELY, _LEADING = 12, 24  # figures and things that are looked at: memory stays short in giant texts
_FEW = 3  # what an article names once or twice is not yet its topic
_RELABELLED, _LABEL_WORDS = 0.5, 8
_OVERSHADOWED = 0.6  # what is handed down, where the sentence names a thing of its own
_CLEAR, _INTERRUPTED = 0.5, 0.6  # a thing named since the last figure takes its place
_POWER = frozenset({"kilowatt_hour", "watt"})
_UNITS = {
    "mass": frozenset({"tonne"}),
    "energy": _POWER,
    "power": _POWER,
    "area": frozenset({"square_metre"}),
    "count": frozenset({"item", "person", "square_metre"}),
}
_MISFIT = {"mass": 0.35, "energy": 0.2, "power": 0.2, "area": 0.4, "count": 0.45, "volume": 0.5}
_STANDS = 0.4
_STARTS = frozenset({"", "a", "chez"})
_NO_POLICY = Policy()


def with_objects(claims: Iterable[Claim], article: Article, readings: Sequence[Reading], language: str) -> list[Claim]:
    """Fill the object of every claim of an article; an adopter that is a common noun becomes the English one."""
    chosen = objects_of(article, readings, language)
    return [_with_object(claim, chosen.get(claim.start), language) for claim in claims]


def _with_object(claim: Claim, choice: tuple[str, str] | None, language: str) -> Claim:
    if claim.value is None:
        return replace(claim, object=_adopter(claim.object, language))
    return replace(claim, object=choice[0], rule_ids=(*claim.rule_ids, choice[1])) if choice else claim


def _adopter(adopter: str | None, language: str) -> str | None:
    """A name as written; a common noun in English; who speaks of ``nous`` is an unnamed firm."""
    if not adopter or adopter != adopter.lower():
        return adopter or None
    if adopter in adopting(language):
        return adopting(language)[adopter]
    found = [known for known in known_products().find(adopter) if kind_of(known.code) in {"organisation", "authority"}]
    return found[0].code if found else adopter


@dataclass(slots=True)
class _Memory:
    """What the article has spoken of so far."""

    title: list[Thing] = field(default_factory=list)
    topic: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, int] = field(default_factory=dict)
    leading: list[tuple[str, int]] = field(default_factory=list)
    previous: dict[str, str] = field(default_factory=dict)
    place: tuple[int, int] = (-1, -1)
    caption: Sequence[Thing] = ()
    recent: Sequence[Thing] = ()
    alternated: set[int] = field(default_factory=set)
    seen: dict[int, list[Thing]] = field(default_factory=dict)

    def things(self, sentence: Sentence, language: str) -> list[Thing]:
        """The things of a sentence, found once."""
        key = id(sentence)
        if key not in self.seen:
            self.seen[key] = things_in(sentence, language)
        return self.seen[key]


def objects_of(article: Article, readings: Sequence[Reading], language: str) -> dict[int, tuple[str, str]]:
    """Choose the object of every decided figure of an article, by the figure's offset, with the rule that chose it."""
    memory = _remember(article, readings, language)
    objects: dict[int, tuple[str, str]] = {}
    for reading in readings:
        if not reading.scene.is_item and not reading.decisions:
            memory.caption = memory.things(reading.scene.sentence, language)
        done: list[tuple[Decision, str]] = []
        setting = Setting.of(reading.scene, memory.things(reading.scene.sentence, language))
        for decision in reading.decisions:
            if not decision.metric or decision.reason:
                continue
            noun, rule = _choose(setting, decision, memory, done[-_LATELY:])
            if noun:
                objects[decision.figure.start] = noun, rule
            done.append((decision, noun))
        _share_ranges(done, objects)
        _note(reading.scene, done, memory)
        memory.recent = memory.things(reading.scene.sentence, language)
        if done:
            memory.place = (reading.scene.sentence.paragraph, reading.scene.sentence.number)
    return objects


def _remember(article: Article, readings: Sequence[Reading], language: str) -> _Memory:
    """Count what the article speaks of."""
    memory = _Memory()
    for sentence in sentences_of(article.title or "", 0, -1):
        memory.title += things_in(sentence, language)
    for reading in readings:
        for thing in memory.things(reading.scene.sentence, language):
            if thing.weight > 0.5:
                memory.topic[thing.noun] += 1
    for thing in memory.title:
        memory.topic[thing.noun] += 2
    for noun, count in memory.topic.items():
        memory.kinds[kind_of(noun)] = memory.kinds.get(kind_of(noun), 0) + count
    memory.leading = sorted(memory.topic.items(), key=lambda item: (-item[1], item[0]))[:_LEADING]
    memory.title = memory.title[:_LEADING]
    return memory


def _note(scene: Scene, done: list[tuple[Decision, str]], memory: _Memory) -> None:
    """Keep what the next sentence goes on with: of a whole and its parts, or in a list, what was told first."""
    parts = not between(scene.language, "including").isdisjoint(scene.sentence.spoken[1])
    for decision, noun in reversed(done) if parts or scene.is_item else done:
        if noun and noun == noun.lower():  # a firm's name is the object of its own figure alone
            memory.previous[_group(decision)] = noun


def _share_ranges(done: list[tuple[Decision, str]], objects: dict[int, tuple[str, str]]) -> None:
    """The low end of a range counts what the high end counts."""
    by_start = {decision.figure.start: noun for decision, noun in done}
    for decision, _ in done:
        partner = by_start.get(decision.figure.partner) if decision.figure.partner is not None else None
        if partner and decision.figure.range_role == "low":
            objects[decision.figure.start] = partner, "object:range"


def _group(decision: Decision) -> str:
    """Figures of one group hand their object on: goods, aid, or one metric of models."""
    return decision.mart if decision.mart != "ai_model_adoption" and not _policy(decision).own else decision.metric


def _policy(decision: Decision) -> Policy:
    return policies().get(decision.metric, _NO_POLICY)


def _choose(setting: Setting, decision: Decision, memory: _Memory, done: list[tuple[Decision, str]]) -> tuple[str, str]:
    policy = _policy(decision)
    if decision.family == "gdp":
        return "gdp", "object:gdp"
    is_revenue = decision.family == "revenue" and decision.metric in {"sales_value", "sales_growth", "sales_share"}
    score, noun, rule = max(
        ((score, noun, rule) for noun, score, rule in _candidates(setting, decision, memory, done)),
        default=(0.0, "", ""),
    )
    is_sum = decision.metric == "sales_value" and decision.figure.kind == "money"
    if (is_revenue and score < COUNTED * 0.6) or (is_sum and score < _GOVERNED_SUM):
        return "revenue", "object:revenue"
    if score >= _MIN:
        return noun, "object:counted" if score >= COUNTED * 0.5 else rule
    if policy.alternating and sum(figure.kind == "money" for figure in setting.scene.figures) == 1:
        return memory.previous.get(_group(decision), policy.default), "object:handed_down"
    if policy.alternating:
        memory.alternated.add(decision.figure.start)
        return _alternated(policy, decision, done), "object:alternating"
    default = policy.default or (counted_by(decision.family) if policy.only else "")
    return default or _as_written(policy, decision), "object:default"


def _as_written(policy: Policy, decision: Decision) -> str:
    """The counted noun that no file knows, as the text has it: better than one nameless heap of all such things."""
    figure = decision.figure
    if not policy.kinds or figure.kind != "count" or figure.noun is not None or not figure.noun_text.isalpha():
        return ""
    return fold(figure.noun_text).removesuffix("s")


def _alternated(policy: Policy, decision: Decision, done: list[tuple[Decision, str]]) -> str:
    """Two bare prices in a row: what goes in, then what comes out."""
    earlier = [noun for prior, noun in done if prior.metric == decision.metric]
    if not earlier:
        return policy.only[0]
    return policy.only[1] if earlier[-1] == policy.only[0] else policy.only[0]


def _candidates(
    setting: Setting, decision: Decision, memory: _Memory, done: list[tuple[Decision, str]]
) -> Iterator[tuple[str, float, str]]:
    policy = _policy(decision)
    scene, language = setting.scene, setting.scene.language
    own = setting.near(decision.figure)
    for thing in own:
        place = place_score(setting, decision.figure, thing, policy)
        taken = _willing(policy, decision, thing.noun)
        if taken:
            yield thing.noun, place * taken * phrase_weight(scene, decision, thing, own), "object:sentence"
        other = stands_for(thing.noun)
        if other and not policy.own:
            yield other, _STANDS * place * _willing(policy, decision, other), "object:stands_for"
    if policy.named:
        yield from ((noun, score, "object:named") for noun, score in _named(scene, decision))
    if policy.counted:
        return
    clear = [thing.first for thing in own if thing.weight >= _CLEAR and _willing(policy, decision, thing.noun)]
    told = [pair for pair in done if pair[0].figure.start not in memory.alternated]
    yield from ((noun, score, "object:figure_before") for noun, score in _from_figures(scene, decision, told, clear))
    if policy.own and not scene.is_pronominal:
        return
    damped = _OVERSHADOWED if clear else 1.0
    for noun, score in _carried(scene, decision, memory, language):
        yield noun, score * damped, "object:handed_down"


def _willing(policy: Policy, decision: Decision, noun: str) -> float:
    """How willingly a metric takes a noun, its unit weighed in; 0 for never."""
    if noun in policy.never or (policy.only and noun not in policy.only):
        return 0.0
    taken = policy.classes.get(kind_of(noun), 0.0)
    if not taken or not policy.kinds:
        return taken
    kind = decision.figure.kind
    needed, unit = _UNITS.get(kind, frozenset()), unit_of(noun)
    return taken if not unit or not needed or unit in needed else taken * _MISFIT.get(kind, 1.0)


def _from_figures(
    scene: Scene, decision: Decision, done: list[tuple[Decision, str]], taken: Sequence[int]
) -> Iterator[tuple[str, float]]:
    """What the sentence's earlier figures count, for ellipses and brackets."""
    for prior, noun in reversed(done):
        if not noun or not _willing(_policy(decision), decision, noun):
            continue
        gap = scene.sentence.distance(prior.figure.last - 1, decision.figure.first)
        strength = 1.6 if decision.figure.in_brackets else _SAME_SENTENCE
        if any(prior.figure.counted_end <= place < decision.figure.first for place in taken):
            strength *= _INTERRUPTED
        yield noun, strength * exp(-gap / _ELLIPSIS_REACH) * _willing(_policy(decision), decision, noun)
        return


def _named(scene: Scene, decision: Decision) -> Iterator[tuple[str, float]]:
    """Firms that receive (``Nio a touché``, ``pour sauver Nio``)."""
    figure = decision.figure
    for name in scene.names:
        if (
            abs(name.first - figure.first) > WINDOW
            or name.kind != "organisation"
            or name.level not in {"firm", "", PLATFORM}
            or name.name == decision.subject
        ):
            continue
        if name.last <= figure.first and before_name(scene, name) in _STARTS:
            yield name.name, 1.4 * exp(-scene.sentence.distance(name.last - 1, figure.first) / BEFORE_REACH)
        elif name.first >= figure.last and not is_source(scene, name):
            gap = scene.sentence.distance(figure.last - 1, name.first)
            yield name.name, 3.2 * exp(-gap / 20.0) if gap <= _NAMED_GAP else exp(-gap / 10.0)


def _carried(scene: Scene, decision: Decision, memory: _Memory, language: str) -> Iterator[tuple[str, float]]:
    """What the sentence before, the lead-in, the heading, the title and the whole article speak of."""
    policy = _policy(decision)
    previous = memory.previous.get(_group(decision))
    if previous:
        near = memory.place[0] == scene.sentence.paragraph or scene.is_item
        score = _SENTENCE_BEFORE if near else _SENTENCE_BEFORE * 0.7
        if _has_label_of_its_own(scene):
            score *= _RELABELLED
        yield previous, score * _willing(policy, decision, previous)
    for above, weight in ((scene.lead, _LED), (scene.heading, _HEADED)):
        if above is not None:
            for thing in memory.things(above.sentence, language)[:_LEADING]:
                yield from _handed(thing, weight, policy, decision)
    for thing in memory.caption[:_LEADING] if scene.is_item else ():
        yield from _handed(thing, _CAPTIONED, policy, decision)
    for thing in memory.recent[-_LEADING:] if scene.cell is None else ():
        yield from _handed(thing, _RECENT, policy, decision)
    for thing in memory.title:
        yield from _handed(thing, _TITLED, policy, decision)
    for noun, count in memory.leading:
        share = count / max(_FEW, memory.kinds.get(kind_of(noun), 1))
        yield noun, (_TOPIC * share + 0.02) * _willing(policy, decision, noun)
    made = made_by(sectors().get(decision.subject, ""))
    if made and decision.mart == "industrial_output":
        yield made, _SECTOR * _willing(policy, decision, made)


def _has_label_of_its_own(scene: Scene) -> bool:
    """Whether a line of a list opens with what it is about, not with whose figure it is (``Laboratoire : …``)."""
    if not scene.is_item or scene.cell is not None:
        return False
    place = next((at for at, word in enumerate(scene.sentence.words[:_LABEL_WORDS]) if word.text == ":"), 0)
    return place > 0 and not any(name.first < place for name in scene.names)


def _handed(thing: Thing, weight: float, policy: Policy, decision: Decision) -> Iterator[tuple[str, float]]:
    yield thing.noun, weight * thing.weight * _willing(policy, decision, thing.noun)
    other = stands_for(thing.noun)
    if other and not policy.own:
        yield other, weight * 0.6 * _willing(policy, decision, other)
