"""Which metric a figure measures: every cue is weighed against every other, none wins by coming first."""

from collections.abc import Iterable
from math import exp

from assets.claims.assembly.cells import heading_span
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role

# Words after which a cue speaks e times less; chosen on sentences of the project's own sample.
REACH = 7.0
CONTEXT = 0.35  # what a cue of the heading, the lead-in or the sentence before is worth
_IN_CAPTION = 0.4  # a caption speaks for the whole table, a heading louder for its column
_STEP_IN_HEADING = 0.03  # so much less a word farther off: the heading stands behind the row's label
THRESHOLD = 0.22
_PAUSES = frozenset(",:;(")


def closeness(scene: Scene, cue: Cue, figure: Figure) -> float:
    """How strongly a cue's place lets it govern a figure, 0 to 1."""
    near = _nearness(scene, cue, figure)
    if scene.cell is None:
        return near
    low, high = heading_span(scene)
    if low <= cue.first < high:
        return max(near, 1.0 - _STEP_IN_HEADING * (high - cue.last))
    return max(min(near, 1.0), _IN_CAPTION) if cue.first >= low else _IN_CAPTION


def _nearness(scene: Scene, cue: Cue, figure: Figure) -> float:
    sentence = scene.sentence
    end = max(figure.counted_end, figure.last)
    if cue.first >= figure.last and cue.entry.data.get("side") == "before":
        return 0.0
    if cue.last <= figure.first:
        gap = sentence.distance(cue.last - 1, figure.first - 1 if figure.first else 0)
        gap += _crossed(scene, cue.last, figure.first, figure)
        return exp(-max(gap, 0.0) / REACH)
    if cue.first >= figure.last:
        gap = sentence.distance(end - 1, cue.first)
        gap += _crossed(scene, figure.last, cue.first, figure)
        if _opens_clause(scene, cue.first) and cue.entry.id.endswith("-verb"):
            gap += 4.0
        if any(word.text in _PAUSES for word in sentence.words[figure.last : cue.first]):
            gap += 3.0
        return 0.9 * exp(-max(gap - 1.0, 0.0) / REACH)
    return 1.0


def _crossed(scene: Scene, low: int, high: int, figure: Figure) -> float:
    return sum(2.0 for other in scene.figures if low <= other.first < high and other is not figure)


def _opens_clause(scene: Scene, first: int) -> bool:
    return first > 0 and scene.sentence.words[first - 1].folded in role(scene.language, "joining")


def family_scores(scene: Scene, figure: Figure, aspect: str) -> dict[str, float]:
    """Score of every family for a figure under an aspect, from cues, counted noun and what stands above."""
    scores: dict[str, float] = {}
    allowed = _noun_families(figure) if aspect == "level" else ()
    for weight, scene_of, cues in _layers(scene):
        for cue in cues:
            family = str(cue.entry.data["family"])
            target = frame(family)
            kinds = cue.entry.data.get("kinds")
            if kinds is not None and figure.kind not in kinds:
                continue
            if target.mart is not None and target.metric(aspect, figure.kind) is None:
                continue
            near = closeness(scene, cue, figure) if scene_of is scene else weight
            score = float(cue.entry.data.get("weight", 1.0)) * near
            score *= _on_topic(scene, family, target.mart)
            if aspect == "level":
                score *= _noun_fit(figure, family, allowed)
            if score > scores.get(family, 0.0):
                scores[family] = score
    before = scene.sentence.words[figure.first - 1].folded if figure.first else ""
    if before in role(scene.language, "output-before-figure") and frame("output").metric(aspect, figure.kind):
        lift(scores, "output", 0.9)
    if aspect == "level":
        for position, family in enumerate(allowed):
            if frame(family).metric("level", figure.kind) is None:
                continue
            base = _noun_base(figure) * (1.0 if position == 0 else 0.4)
            scores[family] = scores.get(family, 0.0) + base
    return scores


def _on_topic(scene: Scene, family: str, mart: str | None) -> float:
    """What the article's topic makes of a family: its own speak louder, aid rates elsewhere hardly."""
    if not scene.topic:
        return 1.0
    if mart is None:
        return 0.8 if family == "price" and scene.topic in {"ai_model_adoption", "provincial_subsidies"} else 1.0
    if mart == scene.topic:
        return 1.12
    return 0.6 if family == "rate" else 0.85


_COUNTED_FAMILIES = frozenset(
    {"firms", "workforce", "users", "adopters", "models", "derivatives", "apps", "beneficiaries", "parameters"}
)
_THING_FAMILIES = frozenset({"output", "sales", "export", "capacity", "installed"})


def _noun_fit(figure: Figure, family: str, allowed: tuple[str, ...]) -> float:
    """How well a counted noun goes with a family: people are employed, things are made."""
    if figure.kind != "count" or frame(family).mart is None:
        return 1.0
    if figure.noun is not None:
        return 1.0 if family in allowed else 0.2
    if figure.is_bare:
        return 0.75 if family in _THING_FAMILIES else 0.15 if family == "firms" else 0.5
    return 1.0 if family in _THING_FAMILIES else 0.1


def _layers(scene: Scene) -> Iterable[tuple[float, Scene, list[Cue]]]:
    yield 1.0, scene, scene.metrics
    if scene.lead is not None:
        yield CONTEXT * 1.3, scene.lead, scene.lead.metrics
    if scene.heading is not None:
        yield CONTEXT * 0.7, scene.heading, scene.heading.metrics


def _noun_families(figure: Figure) -> tuple[str, ...]:
    if figure.noun is None:
        return ()
    families = figure.noun.entry.data.get("families", ())
    return tuple(str(family) for family in families)


def _noun_base(figure: Figure) -> float:
    return float(figure.noun.entry.data.get("base", 0.0)) if figure.noun is not None else 0.0


def aspect_scores(scene: Scene, figure: Figure) -> tuple[dict[str, float], int]:
    """Score of growth, share and aid rate for a ratio, and the sign that the nearest change word gives it."""
    scores = {"growth": 0.0, "share": 0.0}
    sign, best = 1, 0.0
    for cue in scene.aspects:
        if cue.entry.data.get("side") == "after" and cue.last <= figure.first:
            continue
        near = closeness(scene, cue, figure) * float(cue.entry.data.get("weight", 1.0))
        aspect = str(cue.entry.data["aspect"])
        scores[aspect] = max(scores[aspect], near)
        if aspect == "growth" and near > best:
            best = near
            sign = int(cue.entry.data["sign"])
    before = scene.sentence.words[figure.first - 1].folded if figure.first else ""
    if before in role(scene.language, "at") and not figure.sign:
        scores["growth"] *= 0.4  # ``tombé à 36 %`` tells where something stands, not how far it went
    if figure.sign:
        scores["growth"] += 1.0
        sign = figure.sign
    if figure.in_brackets and not scores["share"] > 0.8:
        scores["growth"] += 0.3
    if has_whole(scene, figure):
        scores["share"] += 0.8
    elif _moves_to(scene, figure):
        scores["growth"] += 0.7
    elif before in role(scene.language, "partitive"):
        scores["growth"] += 0.3  # ``réduit de 12 %``: a step, where no whole follows
    return scores, sign


def has_product_whole(scene: Scene, figure: Figure) -> bool:
    """Whether the whole of a share is a product (``30 % des laptops``, ``un briquet sur trois``)."""
    for first, last in scene.products:
        if figure.first <= first and last <= figure.last + 1:
            return True
        if figure.last < first <= figure.last + 3 and has_whole(scene, figure):
            return True
    return False


def _moves_to(scene: Scene, figure: Figure) -> bool:
    """Whether a ratio is a step towards a level (``de 38 %, à 31 767``)."""
    words = scene.sentence.words
    behind = [word.folded for word in words[figure.last : figure.last + 3]]
    before = words[figure.first - 1].folded if figure.first else ""
    return (
        before in role(scene.language, "partitive")
        and behind[:1] == [","]
        and behind[1:2] != []
        and behind[1] in role(scene.language, "at")
        and behind[2:3] != []
        and behind[2][0].isdigit()
    )


def whole_families(scene: Scene, figure: Figure) -> tuple[str, ...]:
    """Families of AI adoption that the whole of a share speaks for (``80 % des entreprises`` are adopters)."""
    if scene.topic != "ai_model_adoption" and not any(name.kind == "model" for name in scene.names):
        return ()
    low, high = heading_span(scene)
    for noun in scene.nouns:
        inside = (figure.first <= noun.first and noun.last <= figure.last) or low <= noun.first < high
        if inside or (figure.last < noun.first <= figure.last + 3 and has_whole(scene, figure)):
            families = [str(family) for family in noun.entry.data.get("families", ())]
            return tuple(f for f in families if frame(f).mart == "ai_model_adoption" and frame(f).share)
    return ()


def has_whole(scene: Scene, figure: Figure) -> bool:
    """Whether a ratio is followed by the whole that it is part of (``30 % des laptops``)."""
    words = scene.sentence.words
    place = figure.last
    if place + 1 >= len(words) or words[place].folded not in role(scene.language, "partitive"):
        return False
    following = place + 1
    if words[following].folded in {"'", "’"} and following + 1 < len(words):
        following += 1
    return words[following].folded not in role(scene.language, "not-a-whole")


def rank_candidates(decision: Decision, scores: dict[str, float]) -> None:
    """Put the best family into a decision, with its margin over the second."""
    ordered = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    decision.candidates = dict(ordered[:4])
    if not ordered or ordered[0][1] < THRESHOLD:
        decision.reason = "no_metric"
        return
    decision.family, decision.score = ordered[0]
    decision.margin = decision.score - (ordered[1][1] if len(ordered) > 1 else 0.0)
    target = frame(decision.family)
    if target.mart is None:
        decision.reason = f"excluded_{decision.family}"
        return
    metric = target.metric(decision.aspect, decision.figure.kind)
    if metric is None:
        decision.reason = "no_metric_for_kind"
        return
    decision.metric = metric
    decision.mart = target.mart


def lift(scores: dict[str, float], family: str, score: float) -> None:
    """Raise a family's score to at least ``score``."""
    scores[family] = max(scores.get(family, 0.0), score)
