"""What speaks for a release or a deployment at a model's mention, or for none, and for whom as its adopter."""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.claims.assembly.events_adopters import Adopter, has_person_before, is_maker
from assets.claims.assembly.events_answers import asks_for_use
from assets.claims.assembly.events_words import (
    Event,
    event_words,
    folded_between,
    is_beside,
    is_set_against,
)
from assets.claims.assembly.model import Scene
from assets.claims.ranking.event_views import Span, Spot, View, span_of, step
from assets.claims.ranking.linear import Facts, Option, Question

_WINDOW = 8  # words on each side that are looked at one by one
_CLOSE = 2  # of these, the nearest keep their place
_AMONG = 10  # words between a model and an adopter that are looked at
_OPENING = 2
_NEAR_TIME = 2
_NEAR_FIGURE = 3
_MANY = 3
_BY_PRONOUN = "/pronoun"
_GROUPS = ("mention", "words", "signs", "rules")


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention may tell: nothing, a release, or a deployment by an adopter (None for one not named)."""

    metric: str
    adopter: Adopter | None = None


NONE = Choice("")
RELEASE = Choice("release")


def question(view: View, spot: Spot, ruled: Sequence[Event], before: str | None) -> Question:
    """Everything that a mention of a model may tell.

    Args:
        view: The sentence.
        spot: The mention.
        ruled: The events that the rules read in the sentence.
        before: What the sentence's mention before was taken to tell (a metric, empty for none), or None for the first.

    Returns:
        A question whose labels are choices; ``NONE`` comes first, then ``RELEASE``, then the adopters, left to right.
    """
    span = span_of(view, spot)
    own = [event for event in ruled if event.model.start == spot.model.start]
    context = {
        "mention": _mention(view, spot, span, before),
        "words": _words(view, span),
        "signs": _signs(view, spot, span) | _verbs(view, spot, span),
        "rules": _rules(own),
    }
    asked = Question(context)
    suffix = "" if spot.is_named else _BY_PRONOUN
    _offer(asked, NONE, {}, "none", suffix)
    _offer(asked, RELEASE, {}, "release", suffix)
    # Within a list of models (``Qwen, DeepSeek et GLM``) a maker's name is its model's.
    adopters = [one for one in view.adopters if not (one.first < span.last and span.first < one.last)]
    for adopter in adopters:
        facts = _of_adopter(view, spot, span, adopter) | _ruled_adopter(spot, adopter, ruled)
        _offer(asked, Choice("deployment", adopter), facts, "deployment", suffix)
    _offer(asked, Choice("deployment"), _unnamed(view, span, own, len(adopters)), "deployment", suffix)
    return asked


def _offer(asked: Question, choice: Choice, facts: Facts, key: str, suffix: str) -> None:
    """Add an option; what speaks for it at a pronoun is learned aside from what speaks for it anywhere."""
    keys = (key, key + suffix) if suffix else (key,)
    asked.options.append(Option(facts, dict.fromkeys(_GROUPS, keys)))
    asked.labels.append(choice)


def _mention(view: View, spot: Spot, span: Span, before: str | None) -> Facts:
    """The mention itself: which model, where in the text, dated how."""
    scene, model = view.scene, spot.model
    rivals = [one for one in view.adopters if not is_maker(scene, one, model)]
    facts = {
        "bias": 1.0,
        f"firm:{int(any(n.kind == 'organisation' and n.start == model.start for n in scene.names))}": 1.0,
        f"known:{int(model.is_resolved)}": 1.0,
        f"version:{int(any(letter.isdigit() for letter in model.name))}": 1.0,
        f"models:{min(len(view.models), _MANY + 1)}": 1.0,
        f"joined:l:{min(span.joined_before, 2)}": 1.0,
        f"joined:r:{min(span.joined_behind, 2)}": 1.0,
        f"adopters:{min(len(rivals), _MANY)}": 1.0,
        "maker": float(len(rivals) < len(view.adopters)),
        "heading": float(scene.is_heading),
        "item": float(scene.is_item),
        "opens": float(spot.first < _OPENING),
        "beside": float(spot.is_named and is_beside(scene, model)),
        "against": float(spot.is_named and is_set_against(scene, model)),
        f"named:{int(spot.is_named)}": 1.0,
        "asked": float(asks_for_use(scene)),
        "asked:opens": float(asks_for_use(scene) and scene.sentence.number == 0),
    }
    if before is not None:
        facts[f"before:{before or 'none'}"] = 1.0
        facts[f"before:{before or 'none'}:{'joined' if span.joined_before else 'apart'}"] = 1.0
    return facts | _times(scene, span) | _figures(scene, span)


def _times(scene: Scene, span: Span) -> Facts:
    times = [time for time in scene.times if not time.is_comparison]
    inside = [time for time in times if span.low <= time.first < span.high]
    facts = {f"time:{'clause' if inside else 'sentence' if times else 'none'}": 1.0}
    for time in times:
        if 0 <= time.first - span.last <= _NEAR_TIME:
            facts["time:behind"] = 1.0
        if 0 <= span.first - time.last <= _NEAR_TIME + 1:
            facts["time:ahead"] = 1.0
        if time.first <= _OPENING:
            facts["time:opens"] = 1.0
    for time in inside:
        facts[f"time:{time.granularity}"] = 1.0
        if time.is_since:
            facts["time:since"] = 1.0
    return facts


def _figures(scene: Scene, span: Span) -> Facts:
    facts: Facts = {}
    for figure in scene.figures:
        if 0 <= figure.first - span.last <= _NEAR_FIGURE:
            facts[f"figure:r:{figure.kind}"] = 1.0
        if 0 <= span.first - figure.last <= _NEAR_FIGURE:
            facts[f"figure:l:{figure.kind}"] = 1.0
    return facts


def _words(view: View, span: Span) -> Facts:
    """The words of the clause by side, the nearest by place."""
    facts: Facts = {}
    for place, kind in enumerate(reversed(view.kinds[max(span.low, span.first - _WINDOW) : span.first])):
        _add(facts, "l", place, kind)
    for place, kind in enumerate(view.kinds[span.last : min(span.high, span.last + _WINDOW)]):
        _add(facts, "r", place, kind)
    if span.first == span.low:
        facts["l0:"] = 1.0
    if span.last == span.high:
        facts["r0:"] = 1.0
    return facts


def _add(facts: Facts, side: str, place: int, kind: str) -> None:
    facts[f"{side}:{kind}"] = 1.0
    if place < _CLOSE:
        facts[f"{side}{place}:{kind}"] = 1.0


def _gap(spot: Spot, span: Span, first: int, last: int) -> tuple[str, int]:
    """On which side of a mention something stands, and how many words lie between."""
    return ("l", max(span.first - last, 0)) if last <= spot.first else ("r", max(first - span.last, 0))


def _signs(view: View, spot: Spot, span: Span) -> Facts:
    """The families of signs by side, in the sentence and in the clause, and the nearest of each side."""
    facts: Facts = {}
    nearest: dict[str, tuple[int, str]] = {}
    for sign in view.signs:
        if sign.first < spot.last and spot.first < sign.last:
            continue
        side, gap = _gap(spot, span, sign.first, sign.last)
        facts[f"s:{side}:{sign.family}"] = 1.0
        if span.low <= sign.first < span.high:
            facts[f"c:{side}:{sign.family}"] = 1.0
            if side not in nearest or gap < nearest[side][0]:
                nearest[side] = gap, sign.family
    for side in ("l", "r"):
        if side in nearest:
            gap, family = nearest[side]
            facts[f"near:{side}:{family}"] = 1.0
            facts[f"near:{side}:{family}:{step(gap)}"] = 1.0
        else:
            facts[f"near:{side}:"] = 1.0
    return facts


def _verbs(view: View, spot: Spot, span: Span) -> Facts:
    """The verbs and nouns that tell events, with their voice."""
    facts: Facts = {}
    for side in ("l", "r"):
        found = [
            (_gap(spot, span, verb.start, verb.last)[1], place, verb)
            for place, verb in enumerate(view.verbs)
            if span.low <= verb.start < span.high and _gap(spot, span, verb.start, verb.last)[0] == side
        ]
        for _, _, verb in found:
            facts[f"v:{side}:{verb.event}/{verb.voice}"] = 1.0
        if found:
            gap, _, verb = min(found, key=lambda one: one[:2])
            facts[f"verb:{side}:{verb.event}/{verb.voice}"] = 1.0
            facts[f"verb:{side}:{verb.event}:{step(gap)}"] = 1.0
            facts[f"verb:{side}:unsaid"] = float(not verb.is_said)
            facts[f"verb:{side}:pronoun"] = float(verb.of_pronoun)
    clause = folded_between(view.scene, span.low, span.high)
    language = view.scene.language
    denied = any(word in event_words(language, "not") for word in clause)
    facts["denied"] = float(denied and any(word in event_words(language, "not-at-all") for word in clause))
    return facts


def _rules(own: Sequence[Event]) -> Facts:
    if not own:
        return {"rule:silent": 1.0}
    facts: Facts = {}
    for event in own:
        facts[f"rule:{event.metric}"] = 1.0
        facts[f"rule:{event.metric}:{event.rule_id}"] = 1.0
    return facts


def _of_adopter(view: View, spot: Spot, span: Span, one: Adopter) -> Facts:
    """Who an organisation is, and how it stands to the model."""
    scene = view.scene
    side = "l" if one.last <= spot.first else "r"
    first, last = (one.last, span.first) if side == "l" else (span.last, one.first)
    last = max(first, last)
    inside = span.low <= one.first < span.high
    facts = {
        "a": 1.0,
        f"a:{'named' if one.is_named else 'noun'}": 1.0,
        f"a:side:{side}": 1.0,
        f"a:gap:{side}:{step(last - first)}": 1.0,
        "a:gap": scene.sentence.distance(max(first - 1, 0), last) / 10.0,
        f"a:clause:{side if not inside else 'own'}": 1.0,
        f"a:ahead:{view.kinds[one.first - 1] if one.first else ''}": 1.0,
        f"a:ahead2:{view.kinds[one.first - 2] if one.first > 1 else ''}": 1.0,
        f"a:behind:{view.kinds[one.last] if one.last < len(view.kinds) else ''}": 1.0,
        "a:opens": float(one.first < _OPENING),
        "a:maker": float(is_maker(scene, one, spot.model)),
        "a:person": float(has_person_before(scene, one.first)),
        f"a:models:{min(sum(first <= model.first < last for model in view.models), 2)}": 1.0,
        f"a:others:{side}:{min(sum(first <= other.first < last for other in view.adopters), _MANY)}": 1.0,
    }
    if not one.is_named:
        facts[f"a:noun:{one.text}"] = 1.0
    name = next((name for name in scene.names if name.first == one.first and name.kind == "organisation"), None)
    if one.is_named and name is None:
        facts["a:level:?"] = 1.0
    if name is not None:
        facts[f"a:level:{name.level}"] = 1.0
        facts[f"a:known:{int(name.is_resolved)}"] = 1.0
        facts["a:makes-models"] = float(name.makes_models)
        facts["a:is-model"] = float(any(model.start == name.start for model in view.models))
    return facts | _among(view, side, first, last)


def _among(view: View, side: str, first: int, last: int) -> Facts:
    """What stands between an organisation and the model."""
    kinds = view.kinds[first:last]
    facts = {f"a:{side}:{kind}": 1.0 for kind in (kinds[-_AMONG:] if side == "l" else kinds[:_AMONG])}
    facts |= {f"a:s:{side}:{sign.family}": 1.0 for sign in view.signs if first <= sign.first < last}
    return facts | {f"a:v:{side}:{verb.event}/{verb.voice}": 1.0 for verb in view.verbs if first <= verb.start < last}


def _ruled_adopter(spot: Spot, one: Adopter, ruled: Sequence[Event]) -> Facts:
    """Whether the rules read it as the adopter of this model, or of another."""
    told = [event for event in ruled if event.metric == "deployment" and event.adopter == one.text]
    return {
        "a:rule": float(any(event.model.start == spot.model.start for event in told)),
        "a:rule-elsewhere": float(any(event.model.start != spot.model.start for event in told)),
    }


def _unnamed(view: View, span: Span, own: Sequence[Event], adopters: int) -> Facts:
    """Whether somebody whom the sentence does not name uses the model: a pronoun, the one spoken of before."""
    facts = {
        "u": 1.0,
        f"u:adopters:{min(adopters, _MANY)}": 1.0,
        "u:rule": float(any(event.metric == "deployment" for event in own)),
    }
    stands = event_words(view.scene.language, "stand-in")
    facts |= {f"u:p:{word}": 1.0 for word in folded_between(view.scene, span.low, span.first) if word in stands}
    return facts | {f"u:{place}:{kind}": 1.0 for place, kind in enumerate(view.kinds[:_OPENING])}
