"""What speaks for a metric, or for none: the rules' own choice and scores, the words around, the figures before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, log10

from assets.claims.assembly import metric as metrics
from assets.claims.assembly.frames import Frame, frame, frames
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.past import Past
from assets.claims.ranking import going_on, passages
from assets.claims.ranking.linear import Facts, Option, Question
from assets.claims.ranking.metric_cues import cues_around, nearest_cues

NONE = ("none", "", "")
"""The option that a figure makes no claim."""

_WINDOW = 6  # words on each side that are looked at one by one
_CLOSE = 2  # of these, the nearest keep their place
_STEM = 5  # letters that a verb's or noun's forms share
_LONG = 4  # shorter words of a sentence tell little on its subject matter
_FLOOR = 0.05
_SILENT = log(_FLOOR) + 3.0  # the logarithm of no score at all, moved as that of any other
_LARGEST = 13
_RATIOS = frozenset({"ratio", "multiple"})


@dataclass(slots=True)
class _Field:
    """What holds for all metrics of one figure.

    Attributes:
        concerned: The families that the rules weighed, or that the sentence before measured.
        goes_on_with: The family of the figure that this one may go on with.
    """

    scene: Scene
    figure: Figure
    ruled: Decision
    scores: dict[str, dict[str, float]]
    aspects: dict[str, float]
    here: Decision | None
    alike: Decision | None
    before: Sequence[Decision]
    best: float
    best_excluded: float
    cues: dict[str, Facts]
    nearest: dict[str, Facts]
    known: going_on.Before
    passage: passages.Passage
    families_before: frozenset[str]
    families_asked: frozenset[str]
    noun_families: tuple[str, ...]
    concerned: frozenset[str]
    goes_on_with: str | None


def _highest(scores: dict[str, dict[str, float]], *, is_claim: bool) -> float:
    """The highest score that a claim's family has, or one that makes no claim."""
    return max(
        (
            score
            for families in scores.values()
            for family, score in families.items()
            if (frame(family).mart is not None) == is_claim
        ),
        default=0.0,
    )


def question(
    scene: Scene, ruled: Decision, done: Sequence[Decision], previous: Sequence[Decision], past: Past
) -> Question:
    """Every metric that a figure of this kind can have, and none.

    Args:
        scene: The sentence.
        ruled: The figure with what the rules decided, a reason of refusal included.
        done: Decisions on earlier figures of the sentence.
        previous: Decisions of the sentence before.
        past: What the sentences before have spoken of and measured.

    Returns:
        A question whose labels are (family, aspect, metric); ``NONE`` comes first.
    """
    figure = ruled.figure
    aspects = ("growth", "share") if figure.kind in _RATIOS else ("level",)
    claimed = [decision for decision in done if decision.metric and not decision.reason]
    alike = [decision for decision in claimed if decision.figure.kind == figure.kind]
    scores = {aspect: metrics.family_scores(scene, figure, aspect) for aspect in aspects}
    for weighed in scores.values():
        weighed[passages.MODEL_REVENUE] = weighed.get("revenue", 0.0)
    told = [decision for decision in previous if decision.metric and not decision.reason]
    asking = scene.before.metrics if scene.before is not None else ()
    known = going_on.before(scene, figure, done, previous)
    prior = known.here or known.above
    families_before = frozenset(decision.family for decision in told)
    field = _Field(
        scene,
        figure,
        ruled,
        scores,
        metrics.aspect_scores(scene, figure)[0] if figure.kind in _RATIOS else {},
        claimed[-1] if claimed else None,
        alike[-1] if alike else None,
        told,
        _highest(scores, is_claim=True),
        _highest(scores, is_claim=False),
        cues_around(scene, figure),
        nearest_cues(scene, figure),
        known,
        passages.passage_of(scene, figure, past),
        families_before,
        frozenset(cue.entry.data["family"] for cue in asking),
        tuple(str(known) for known in figure.noun.entry.data.get("families", ())) if figure.noun is not None else (),
        families_before | ruled.candidates.keys() | {ruled.family},
        prior.family if prior is not None else None,
    )
    asked = Question(_context(field))
    asked.options.append(Option(_none(field), {"figure": ("none",), "words": ("none",), "above": ("none",)}))
    asked.labels.append(NONE)
    for target, aspect, name in _measured(figure.kind, aspects):
        asked.options.append(_option(field, target, aspect, name))
        asked.labels.append((target.family, aspect, name))
    return asked


@cache
def _measured(kind: str, aspects: tuple[str, ...]) -> tuple[tuple[Frame, str, str], ...]:
    """Every metric that a figure of a kind can have, with its family and aspect."""
    found = (
        (target, aspect, target.metric(aspect, kind))
        for target in frames().values()
        for aspect in aspects
        if target.mart is not None
    )
    return tuple((target, aspect, name) for target, aspect, name in found if name is not None)


def _option(field: _Field, target: Frame, aspect: str, name: str) -> Option:
    family = target.family
    key = f"{family}/{aspect}" if field.aspects else family
    return Option(_facts(field, target, aspect, name, key), _keys(family, aspect if field.aspects else "", target.mart))


@cache
def _keys(family: str, aspect: str, mart: str) -> Mapping[str, tuple[str, ...]]:
    """What the context is crossed with for a metric; the aspect is empty where the figure can have but one."""
    return {
        "figure": (f"{family}/{aspect}" if aspect else family,),
        "words": (family, f"/{aspect}") if aspect else (family,),
        "above": (family,),
        "sentence": (f"mart:{mart}",),
    }


def _facts(field: _Field, target: Frame, aspect: str, name: str, key: str) -> Facts:
    """What speaks for one metric; what does not hold is left out, since most of it does not hold of most metrics."""
    family = target.family
    score = field.scores[aspect].get(family, 0.0)
    facts = _scored(field, score, key)
    if field.best_excluded:
        facts["excluded"] = field.best_excluded
    if family in field.concerned or name == field.ruled.metric:
        facts |= _ruled(field, family, aspect, name, key)
    if field.aspects:
        own = field.aspects.get(aspect, 0.0)
        if own:
            facts[f"aspect:{aspect}"] = own
        facts["aspect:lead"] = own - max(
            (value for other, value in field.aspects.items() if other != aspect), default=0
        )
    voiced = passages.voice_of(family)
    if voiced in field.families_asked:
        facts["asked"] = 1.0
    if family in field.noun_families:
        facts["noun:family"] = 1.0
        if family == field.noun_families[0]:
            facts["noun:first-family"] = 1.0
    if family == field.goes_on_with:
        facts |= going_on.claim_facts(field.known, family, aspect)
    facts |= passages.claim_facts(field.passage, target, aspect, is_silent=not score)
    facts |= _carried(field, target, aspect)
    for heard in (field.cues, field.nearest):
        if voiced in heard:
            facts |= heard[voiced]
    return facts


def _ruled(field: _Field, family: str, aspect: str, name: str, key: str) -> Facts:
    """What the rules' own choice says, and whether the sentence before measured the same."""
    ruled, facts = field.ruled, Facts()
    if ruled.aspect == aspect and family in ruled.candidates:
        facts["weighed"] = ruled.candidates[family]
    is_chosen = bool(ruled.metric) and not ruled.reason
    if is_chosen and ruled.metric == name:
        facts["ruled:metric"] = 1.0
    if family in field.families_before:
        facts["before:any"] = 1.0
    if is_chosen and ruled.family == family and ruled.aspect == aspect:
        facts |= {"ruled": 1.0, f"ruled|{key}": 1.0, "ruled:score": ruled.score, "ruled:margin": ruled.margin}
    return facts


def _scored(field: _Field, score: float, key: str) -> Facts:
    """What the rules' score says."""
    if not score:
        return {"score:log": _SILENT, "silent": 1.0}
    facts = {"score": score, "score:log": log(score + _FLOOR) + 3.0, f"score|{key}": score}
    if score == field.best:
        facts["top"] = 1.0
    return facts


def _carried(field: _Field, target: Frame, aspect: str) -> Facts:
    """Whether earlier figures measured the same."""
    facts: Facts = {}
    alike, here = field.alike, field.here
    if alike is not None and alike.family == target.family and alike.aspect == aspect:
        facts["alike:same"] = 1.0
        facts["alike:near"] = float(passages.is_near(alike.figure.value, field.figure.value))
    if here is not None:
        if here.family == target.family:
            facts["here:same"] = 1.0
        if here.mart == target.mart:
            facts["here:mart"] = 1.0
    if field.before:
        if field.before[-1].family == target.family:
            facts["before:same"] = 1.0
        if field.before[-1].mart == target.mart:
            facts["before:mart"] = 1.0
    return facts


def _none(field: _Field) -> Facts:
    ruled, figure = field.ruled, field.figure
    refused = not ruled.metric or bool(ruled.reason)
    facts = {
        "none:excluded": field.best_excluded,
        "none:best": field.best,
        f"none:ruled:{ruled.reason or ('claim' if ruled.metric else 'silent')}": 1.0,
        "none:ruled": float(refused),
        "none:score": ruled.score,
        "none:alone": float(field.here is None),
        "none:before": float(bool(field.before)),
        "none:bare": float(figure.is_bare),
        "none:heading": float(field.scene.is_heading),
        "none:item": float(field.scene.is_item),
        "none:unknown-noun": float(bool(figure.noun_text) and figure.noun is None),
    }
    for scores in field.scores.values():
        for family, score in scores.items():
            if frame(family).mart is None:
                facts[f"none:excluded:{family}"] = score
    for family, near in field.nearest.items():
        if frame(family).mart is None:
            facts |= {f"none:{name}": value for name, value in near.items()}
    for family, near in field.cues.items():
        side = "claim" if frame(family).mart is not None else "none"
        facts |= {f"{side}s:{name}": 1.0 for name in near if name.startswith(("clause:", "owner:"))}
    return facts | going_on.none_facts(field.known)


def _context(field: _Field) -> dict[str, Facts]:
    scene, figure = field.scene, field.figure
    ratio = bool(field.aspects)
    size = "ratio" if ratio else str(min(_LARGEST, int(log10(max(abs(figure.value), 1.0)))))
    facts = {
        "bias": 1.0,
        f"kind:{figure.kind}": 1.0,
        f"topic:{scene.topic}": 1.0,
        f"size:{size}": 1.0,
        f"bare:{int(figure.is_bare)}": 1.0,
        f"unit:{figure.unit if figure.kind == 'money' else ''}": 1.0,
    }
    if figure.noun is not None:
        facts[f"noun:{figure.noun.entry.id}"] = 1.0
    if figure.per:
        facts["rate"] = 1.0
    if field.alike is not None:
        facts[f"alike:{field.alike.family}"] = 1.0
    if field.here is not None:
        facts[f"here:{field.here.family}/{field.here.aspect}"] = 1.0
    for name in scene.names:
        facts[f"name:{name.kind}:{name.level if name.kind == 'place' else ''}"] = 1.0
    return {
        "figure": facts | passages.figure_facts(field.passage),
        "words": _words(field),
        "sentence": {f"s:{word}": 1.0 for word in _content(scene)},
        "above": {f"a:{word}": 0.5 for above in (scene.heading, scene.lead) if above for word in _content(above)},
    }


def _words(field: _Field) -> Facts:
    """The words around a figure by side, the nearest by place."""
    words = field.scene.sentence.words
    end = max(field.figure.last, field.figure.counted_end)
    facts: Facts = {}
    for place, word in enumerate(reversed(words[max(0, field.figure.first - _WINDOW) : field.figure.first])):
        _add(facts, "l", place, word.folded)
    for place, word in enumerate(words[end : end + _WINDOW]):
        _add(facts, "r", place, word.folded)
    for word in words[field.figure.last : end]:
        facts[f"n:{_sign(word.folded)}"] = 1.0
        facts[f"n~{word.folded[:_STEM]}"] = 1.0
    return facts


def _add(facts: Facts, side: str, place: int, folded: str) -> None:
    facts[f"{side}:{_sign(folded)}"] = 1.0
    if len(folded) > _STEM and folded.isalpha():
        facts[f"{side}~{folded[:_STEM]}"] = 1.0
    if place < _CLOSE:
        facts[f"{side}{place}:{_sign(folded)}"] = 1.0


def _sign(folded: str) -> str:
    return "#" if folded[:1].isdigit() else folded


def _content(scene: Scene) -> dict[str, None]:
    """The longer words of a sentence, in its order: sums of floats must not depend on the order of a set."""
    return dict.fromkeys(_sign(word.folded) for word in scene.sentence.words if len(word.folded) >= _LONG)
