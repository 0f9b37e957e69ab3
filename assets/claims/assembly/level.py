"""What a level measures: a count, an amount, a mass, an energy."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import exp

from assets.claims.assembly import cells, metric
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import Discourse
from assets.claims.assembly.folding import fold
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role

_LINE = 120  # a paragraph so short is one line of a series
_RATIOS = frozenset({"ratio", "multiple"})
_STEP_WINDOW = 4  # ``de plus seulement que``
_SMALL = 100  # larger numbers before ``premiers`` are no ranking
_THEREOF = 5  # words between ``en`` and its number
_LARGE = 1e6  # from here a bare number can be an amount
_CLEAR = 0.5
_BUDGET_SIZE = 5e7  # an amount of that size goes to a programme, a smaller one to a beneficiary
_NOT_HANDED_ON = frozenset({"ceiling"})  # a limit is said each time
_SUBSIDIES = "provincial_subsidies"


def decide(
    scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision], discourse: Discourse
) -> None:
    """Choose the metric of a level."""
    figure = decision.figure
    is_large = figure.is_bare and figure.value >= _LARGE
    if is_large and scene.topic == _SUBSIDIES and not _goes_on_counting(scene, figure):
        figure = decision.figure = _as_amount(scene, figure, discourse)
    scores = metric.family_scores(scene, figure, "level")
    if figure.kind == "money":
        _weigh_money(scene, figure, done, scores)
    elif figure.noun is not None and figure.noun.entry.id == "noun-firm" and _is_paid(done):
        metric.lift(scores, "beneficiaries", 1.2)
    if not _inherit_here(scene, figure, done, scores):
        _inherit_before(scene, figure, previous, scores)
    metric.rank_candidates(decision, cells.headed(scene, figure, scores))


def _goes_on_counting(scene: Scene, figure: Figure) -> bool:
    """Whether ``en`` stands for what the sentence has counted (``460 000 motos, et la ville en vise 1,2 million``)."""
    thereof = role(scene.language, "thereof")
    ahead = scene.sentence.words[max(0, figure.first - _THEREOF) : figure.first]
    counted = any(other.kind == "count" and other.first < figure.first for other in scene.figures)
    return counted and any(word.folded in thereof for word in ahead)


def refusal(scene: Scene, figure: Figure) -> str:
    """Why a figure counts nothing that any mart holds, whatever the cues say; empty where nothing speaks against it."""
    if figure.noun is not None and figure.noun.entry.id == "noun-excluded":
        return "excluded_noun"
    if figure.noun is None and _counts_inhabitants(scene, figure):
        return "inhabitants"
    if figure.kind == "multiple" and figure.value <= 1.0:
        return "once"
    if _is_top(scene, figure):
        return "top_of_a_ranking"
    if figure.kind not in _RATIOS and _is_step(scene, figure):
        return "step"
    return "price_base" if _is_price_base(scene, figure) else ""


def _counts_inhabitants(scene: Scene, figure: Figure) -> bool:
    """Whether ``en`` stands for inhabitants (``20 yuans par habitant d'un bourg qui en compte 9 000``)."""
    words, language = scene.sentence.words, scene.language
    low = max((other.last for other in scene.figures if other.last <= figure.first), default=0)
    if not any(word.folded in role(language, "inhabitant") for word in words[low : figure.first]):
        return False
    ahead = [word.folded for word in words[max(low, figure.first - _THEREOF) : figure.first]]
    thereof, counting = role(language, "thereof"), role(language, "owning")
    return any(first in thereof and verb in counting for first, verb in pairwise(ahead))


def _is_top(scene: Scene, figure: Figure) -> bool:
    """Whether a count only tells how far down a ranking is looked at (``les cinq premières marques``).

    ``Grands`` alone does not: ``les vingt grands fabricants`` are the largest, ``une dizaine de grands projets`` and
    ``61 grands modèles`` are counted.
    """
    if figure.kind != "count" or figure.value >= _SMALL:
        return False
    words = [word.folded for word in scene.sentence.words]
    follows = words[figure.last] if figure.last < len(words) else ""
    if follows in role(scene.language, "large"):
        before = words[figure.first - 1] if figure.first else ""
        return before in role(scene.language, "plural-article") and not fold(figure.noun_text).startswith(follows)
    return follows in role(scene.language, "top")


def _is_step(scene: Scene, figure: Figure) -> bool:
    """How much more or less than before (``6 000 de plus qu'en mars``): the difference of two levels is none itself."""
    language, words = scene.language, [word.folded for word in scene.sentence.words]
    for end in (figure.last, figure.counted_end):
        behind = words[end : end + _STEP_WINDOW]
        if (
            behind[:1]
            and behind[0] in role(language, "partitive")
            and behind[1:2]
            and behind[1] in role(language, "more")
            and any(word in role(language, "than") for word in behind[2:])
        ):
            return True
    return False


def _weigh_money(scene: Scene, figure: Figure, done: Sequence[Decision], scores: dict[str, float]) -> None:
    before = scene.sentence.words[figure.first - 1].folded if figure.first else ""
    served = any(prior.family == "beneficiaries" for prior in done)
    if served and before in role(scene.language, "purpose"):
        metric.lift(scores, "spent", 1.2)
    if scene.topic == _SUBSIDIES and figure.unit == "CNY":
        family = "budget" if figure.value >= _BUDGET_SIZE else "amount"
        scores[family] = scores.get(family, 0.0) + 0.25


def _is_paid(done: Sequence[Decision]) -> bool:
    """Whether the sentence already told of public money, which the firms then get."""
    return any(prior.family in {"spent", "amount", "budget"} and not prior.reason for prior in done)


def _as_amount(scene: Scene, figure: Figure, discourse: Discourse) -> Figure:
    """Read a bare ``50 millions`` as money in a heading, or where words of public money stand close."""
    amount = replace(figure, kind="money", unit=discourse.currency)
    if scene.is_heading and figure.value >= _BUDGET_SIZE:
        return amount
    scores = metric.family_scores(scene, amount, "level")
    strongest = max(scores.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    return amount if frame(strongest[0]).mart == _SUBSIDIES and strongest[1] >= _CLEAR else figure


def _is_price_base(scene: Scene, figure: Figure) -> bool:
    """The million of ``2 dollars le million de jetons``."""
    if figure.noun is None or figure.noun.entry.id != "noun-token" or figure.value not in {1e6, 1e3}:
        return False
    return any(other.kind == "money" for other in scene.figures)


def _inherit_here(scene: Scene, figure: Figure, done: Sequence[Decision], scores: dict[str, float]) -> bool:
    """Let earlier figures of the sentence speak for this one; True where one of its own kind does."""
    for prior in reversed(done):
        if prior.figure.kind == figure.kind and prior.aspect == "level" and prior.family:
            gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
            weight = (0.9 if figure.is_bare or figure.kind != "count" else 0.5) * exp(-gap / 35.0)
            if _counts_other(figure, prior.figure):
                weight *= 0.3
            metric.lift(scores, prior.family, weight)
            return True
    for prior in reversed(done):
        if prior.metric and prior.aspect != "level":
            gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
            metric.lift(scores, prior.family, 0.7 * exp(-gap / 14.0))
            break
    return False


def _counts_other(figure: Figure, prior: Figure) -> bool:
    return figure.noun is not None and prior.noun is not None and figure.noun.entry.id != prior.noun.entry.id


def _inherit_before(scene: Scene, figure: Figure, previous: Sequence[Decision], scores: dict[str, float]) -> None:
    """Let the first figure of its kind in the sentence before speak for this one."""
    if not continues(scene, previous):
        return
    for prior in previous:
        is_model = prior.figure.kind == figure.kind and prior.aspect == "level" and bool(prior.metric)
        if is_model and prior.family not in _NOT_HANDED_ON:
            both_things = figure.noun is None and prior.figure.noun is None
            weight = 0.4 if figure.is_bare or figure.kind != "count" else 0.32 if both_things else 0.15
            if any(frame(str(cue.entry.data["family"])).mart and _is_strong(cue) for cue in scene.metrics):
                weight *= 0.6
            metric.lift(scores, prior.family, weight)
            return


def _is_strong(cue: Cue) -> bool:
    return float(cue.entry.data.get("weight", 1.0)) >= 1.0


def continues(scene: Scene, previous: Sequence[Decision]) -> bool:
    """Whether a sentence goes on with what the one before said: same paragraph, list, or lines under one heading."""
    if scene.is_item or scene.sentence.number:
        return True
    return bool(previous) and len(scene.sentence.text) < _LINE and previous[0].section is scene.heading
