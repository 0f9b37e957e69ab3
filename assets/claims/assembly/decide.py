"""Decides every figure of a sentence: metric, subject, rate, period."""

from collections.abc import Sequence
from dataclasses import replace

from assets.claims.assembly import (
    aid,
    cells,
    clauses,
    coordination,
    datings,
    gapped,
    level,
    makers,
    period,
    predicates,
    qualify,
    rank,
    rates,
    ratio,
    readings,
    subject,
)
from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.discourse import CHINA, Discourse, Subject, is_authority
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.period import Chronicle
from assets.claims.assembly.tables import Cell
from assets.claims.assembly.words import role

_APART = frozenset({";", ":", ".", "(", ")"})
_RATIOS = frozenset({"ratio", "multiple"})
_HANDED_DOWN = frozenset(
    {"subject:running", "subject:topic", "subject:last", "subject:title", "subject:paragraph", "subject:heading"}
)
_RANGE_SLOTS = (
    "family", "aspect", "metric", "mart", "subject", "subject_rule", "region", "time", "time_rule", "sign", "score",
    "margin", "per",
)  # fmt: skip


def decide_all(scene: Scene, previous: list[Decision], discourse: Discourse, chronicle: Chronicle) -> list[Decision]:
    """Decide the figures of a sentence from left to right; later ones lean on earlier ones."""
    done: list[Decision] = []
    shared = coordination.read(scene)
    for figure in scene.figures:
        decision = Decision(figure, section=scene.heading, topic=scene.topic)
        if figure.kind == "money" and figure.unit:
            discourse.currency = figure.unit
        _decide_metric(scene, decision, done, previous, discourse)
        coordination.apply_family(decision, shared)
        if scene.resumed is not None and decision.family == scene.resumed.entry.data["family"]:
            decision.rules.append("metric:resumed")
        predicates.settle(scene, decision)
        gapped.settle(scene, decision, done, previous)
        aid.foresee(scene, decision)
        if decision.metric and not decision.reason:
            _decide_subject(scene, decision, discourse)
            coordination.apply_subject(decision, shared)
            coordination.share_change(scene, decision, done)
        if decision.metric and not decision.reason:
            decision.per = rates.rate(scene, decision, done, previous)
            if decision.metric == "tokens_processed":
                handed = discourse.token_rate if figure.noun is None else None  # ``310 milliards de jetons`` is a sum
                decision.per = decision.per or handed
                discourse.token_rate = decision.per or discourse.token_rate
            decision.is_planned = qualify.is_planned(scene, figure)
            _decide_period(scene, decision, done, chronicle)
        done.append(decision)
    _share_ranges(done)
    if scene.cell is not None:
        for decision in done:
            decision.figure = _put_back(scene, scene.cell, decision.figure)
    return done


def _put_back(scene: Scene, cell: Cell, figure: Figure) -> Figure:
    """Give a figure of a made-up cell sentence its place in the article."""
    shift = scene.row_start + cell.offset - cell.start
    end = min(figure.end, cell.start + cell.length)
    mention = scene.sentence.text[figure.start : end]
    return replace(figure, mention=mention, start=figure.start + shift, end=end + shift)


def _decide_metric(
    scene: Scene, decision: Decision, done: list[Decision], previous: list[Decision], discourse: Discourse
) -> None:
    figure = decision.figure
    if figure.kind == "rank":
        rank.decide(scene, decision, done)
        return
    decision.reason = f"kind_{figure.kind}" if figure.kind in {"other", "points"} else level.refusal(scene, figure)
    if decision.reason:
        return
    if figure.kind in _RATIOS:
        ratio.decide(scene, decision, done, previous)
    else:
        level.decide(scene, decision, done, previous, discourse)
    if scene.cell is None:
        readings.choose(scene, decision, done, previous, discourse.past)
    else:
        cells.settle(scene, decision, previous)
    if decision.metric and decision.aspect == "growth" and _is_of_profit(scene, decision, done):
        decision.reason = "excluded_profit"
    if decision.metric == "adopter_count" and not decision.reason and _is_whole(scene, figure, done):
        decision.reason = "excluded_whole"
    if readings.is_too_few(decision.metric, figure.value):
        decision.reason = "too_few_parameters"
    if decision.metric and not decision.reason and figure.kind == "money" and figure.unit is None:
        decision.reason = "no_currency"  # « vendu pour 12 milliards de soie », in an article that names none


def _is_whole(scene: Scene, figure: Figure, done: Sequence[Decision]) -> bool:
    """``300 des 1 200 hôpitaux utilisent Qwen``: all of them are those who could."""
    words = scene.sentence.words
    is_of = figure.first > 0 and words[figure.first - 1].folded in role(scene.language, "of")
    return is_of and bool(done) and done[-1].figure.kind == "count" and done[-1].figure.last == figure.first - 1


def _is_of_profit(scene: Scene, decision: Decision, done: Sequence[Decision]) -> bool:
    """``gagné 9 milliards en 2024, 20 % de mieux``: a change that stands right behind a profit is the profit's."""
    if not done or done[-1].reason != "excluded_profit":
        return False
    first, last = done[-1].figure.last, decision.figure.first
    between = scene.sentence.words[first:last]
    is_plain = all(word.text not in _APART for word in between) and not clauses.has_verb(scene, first, last)
    return is_plain and not any(first <= cue.first < last for cue in scene.metrics)


def _decide_subject(scene: Scene, decision: Decision, discourse: Discourse) -> None:
    best = subject.choose(scene, decision, discourse)
    if best is None:
        decision.reason = "no_subject"
        return
    if decision.mart == "provincial_subsidies" and _is_foreign(decision, best.rule):
        decision.reason = "foreign_currency"
        return
    is_of_many = best.subject.name == CHINA.name and aid.is_of_many(scene, decision.figure)
    if decision.mart == "provincial_subsidies" and not is_authority(best.subject) and not is_of_many:
        if decision.figure.kind != "money":
            decision.reason = "no_authority"
            return
        decision.family, decision.metric, decision.mart = "investment", "investment", "industrial_output"
    if is_authority(best.subject):
        aid.settle(scene, decision)
    _fit_metric(scene, decision, best.subject)
    decision.subject = best.subject.name
    decision.subject_rule = best.rule
    decision.subject_score = best.score
    decision.region = best.subject.region
    discourse.focus.tell(best.subject, discourse.sentences)
    discourse.told = (best.subject, _side(best, decision.figure))
    if best.rule == "subject:paired":
        return  # the next figure is again the sentence's subject's own
    discourse.in_sentence = best.subject
    if best.subject.name != "World":
        discourse.current = best.subject
        discourse.current_distance = 0


def _side(chosen: Candidate, figure: Figure) -> str:
    """On which side of a figure its subject is named, or that it is carried."""
    if chosen.place is None:
        return "carried"
    return "before" if chosen.place < figure.first else "after"


def _is_foreign(decision: Decision, rule: str) -> bool:
    """Whether an aid is in another currency than the yuan and nobody in the sentence grants it."""
    return decision.figure.kind == "money" and decision.figure.unit not in {"CNY", None} and rule in _HANDED_DOWN


def _fit_metric(scene: Scene, decision: Decision, subject: Subject) -> None:
    """A place's revenue is output, a model maker's is of models; a model maker's market share is usage."""
    is_of_models = subject.makes_models and scene.topic == "ai_model_adoption"
    if decision.metric == "sales_share" and is_of_models:
        decision.metric, decision.mart = "usage_share", "ai_model_adoption"
    if decision.family not in {"revenue", "model_revenue"}:
        return
    if is_of_models and makers.sells_more(scene, subject):
        decision.metric = "sales_value" if decision.aspect == "level" else "sales_growth"
        decision.family, decision.mart = "revenue", "industrial_output"
    elif subject.kind == "place":
        decision.metric = "output_value" if decision.aspect == "level" else "output_growth"
        decision.family, decision.mart = "revenue", "industrial_output"
    elif is_of_models:
        decision.metric = "model_revenue" if decision.aspect == "level" else "usage_growth"
        decision.mart = "ai_model_adoption"


def _decide_period(scene: Scene, decision: Decision, done: list[Decision], chronicle: Chronicle) -> None:
    datings.choose(scene, decision, chronicle, done)
    period.remember(scene, decision, chronicle)


def _share_ranges(done: list[Decision]) -> None:
    """The low end of a range measures what its high end does."""
    by_start = {decision.figure.start: decision for decision in done}
    for decision in done:
        if decision.figure.range_role != "low" or decision.figure.partner is None:
            continue
        partner = by_start.get(decision.figure.partner)
        if partner is not None and partner.metric and not partner.reason:
            for slot in _RANGE_SLOTS:
                setattr(decision, slot, getattr(partner, slot))
            decision.reason = ""
