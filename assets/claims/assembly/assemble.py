"""Turns an article's scenes into decisions and events, in reading order."""

from collections import Counter
from dataclasses import dataclass, field, replace
from math import exp

from assets.articles.model import Article
from assets.claims.assembly import coordination, metric, names, period, qualify, rank, subject
from assets.claims.assembly.cues import Cue, matcher
from assets.claims.assembly.discourse import Discourse, Subject, is_authority, keys_of
from assets.claims.assembly.events import Event, events_of
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.period import Chronicle
from assets.claims.assembly.roles import before_name, opens_clause
from assets.claims.assembly.scenes import scenes_of
from assets.claims.assembly.tables import Cell
from assets.claims.assembly.text import sentences_of
from assets.claims.assembly.words import role

_REPORTERS = frozenset({"agency", "association", "government", "institute", "media", "university"})
_LINE = 120  # a paragraph so short is one line of a series
_PLACING = frozenset({"a", "en", "au", "aux", "dans"})
_SMALL = 100
_LARGE = 1e6
_CLEAR = 0.5
_OPENING = 4  # an adjective within so many words belongs to the sentence's subject (``les industriels chinois``)
_BUDGET_SIZE = 5e7  # an amount of that size goes to a programme, a smaller one to a beneficiary
_RATIOS = frozenset({"ratio", "multiple", "points"})


@dataclass(slots=True)
class Reading:
    """What was read in one sentence."""

    scene: Scene
    decisions: list[Decision] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def read_article(article: Article, language: str) -> list[Reading]:
    """Read every sentence of an article."""
    scenes = list(scenes_of(article, language))
    discourse = Discourse()
    if article.title:
        for sentence in sentences_of(article.title, 0, -1):
            found = [
                names.place_in(sentence, known)
                for known in names.known_in(article.title)
                if sentence.start <= known.start < sentence.end
            ]
            discourse.count(found, 4)
            discourse.title += [Subject.of(name) for name in found if not name.is_adjective and name.name != "World"]
    for position, scene in enumerate(scenes):
        discourse.count(scene.names, 2 if position < 2 or scene.is_heading else 1)
    topic = _topic(scenes)
    for scene in scenes:
        scene.topic = topic
    chronicle = Chronicle(published=article.published_on)
    event_cues = matcher(language, "events")
    readings: list[Reading] = []
    previous: list[Decision] = []
    for scene in scenes:
        _open_scene(scene, discourse, chronicle)
        reading = Reading(scene)
        reading.decisions = _decide_all(scene, previous, discourse, chronicle)
        if scene.cell is None:
            reading.events = list(events_of(scene, event_cues.find(scene.sentence.words)))
        _close_scene(scene, reading, discourse)
        kept = [decision for decision in reading.decisions if decision.figure.kind != "other"]
        if kept:
            previous = kept
        readings.append(reading)
    return readings


def _topic(scenes: list[Scene]) -> str:
    """The mart that most of an article's cue words feed, where more than half of them do."""
    counts: Counter[str] = Counter()
    for scene in scenes:
        for cue in scene.metrics:
            mart = frame(str(cue.entry.data["family"])).mart
            if mart is not None and float(cue.entry.data.get("weight", 1.0)) >= 1.0:
                counts[mart] += 1
    if not counts:
        return ""
    mart, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return mart if count * 2 > sum(counts.values()) else ""


def _open_scene(scene: Scene, discourse: Discourse, chronicle: Chronicle) -> None:
    sentence = scene.sentence
    if scene.is_heading or (discourse.was_item and not scene.is_item):
        discourse.current = None
        discourse.lead.clear()
    discourse.was_item = scene.is_item
    if not scene.is_item:
        chronicle.listed = None
    if sentence.number == 0 and not scene.is_item:
        discourse.paragraph = None
        if not scene.is_pronominal:
            discourse.lead.clear()
        if chronicle.paragraph != sentence.paragraph:
            chronicle.age += 1
    chronicle.paragraph = sentence.paragraph
    discourse.current_distance += 1
    discourse.in_sentence = None


def _close_scene(scene: Scene, reading: Reading, discourse: Discourse) -> None:
    fresh: dict[str, Subject] = {}
    kept = scene.is_pronominal and bool(discourse.lead)
    if not kept and (scene.names or scene.sentence.number == 0):
        discourse.lead.clear()
    for name in scene.names:
        if name.is_adjective and name.region and name.first <= _OPENING and not kept:
            discourse.lead.setdefault("country", Subject.of(name))
        if name.is_adjective or name.name == "World":
            continue
        known = Subject.of(name)
        opens = before_name(scene, name) == "" and (opens_clause(scene, name) or known.kind == "model")
        if not kept and opens and known.level not in _REPORTERS:
            for key in keys_of(known):
                discourse.lead.setdefault(key, known)
        leads = before_name(scene, name) == "" and opens_clause(scene, name)
        if known.kind == "place" and known.region is None and discourse.is_chinese:
            continue  # "la ville", in an article on China, is a Chinese one
        for key in keys_of(known):
            if key not in fresh or (leads and key not in discourse.leading):
                fresh[key] = known
                if leads:
                    discourse.leading.add(key)
                    discourse.led.add(key)
                else:
                    discourse.led.discard(key)
        placed = leads or before_name(scene, name) in _PLACING
        if placed and discourse.paragraph is None and not (known.kind == "organisation" and known.level not in {"firm", ""}):
            discourse.paragraph = known
    discourse.leading.clear()
    for cue in scene.pointers:
        kind = str(cue.entry.data.get("points_to", ""))
        meant = discourse.last.get(kind)
        if cue.first <= _OPENING and meant is not None and not kept:
            discourse.lead.setdefault(kind, meant)
    for cue in scene.pointers:
        if cue.entry.data.get("points_to") == "group":
            fresh["group"] = Subject(str(cue.entry.data["name"]), "group")
    for decision in reading.decisions:
        if decision.subject and not decision.reason and discourse.current is not None:
            for key in keys_of(discourse.current):
                fresh[key] = discourse.current
    discourse.last.update(fresh)


def _decide_all(scene: Scene, previous: list[Decision], discourse: Discourse, chronicle: Chronicle) -> list[Decision]:
    done: list[Decision] = []
    shared = coordination.read(scene)
    for figure in scene.figures:
        decision = Decision(figure, section=scene.heading, topic=scene.topic)
        if figure.kind == "money" and figure.unit:
            discourse.currency = figure.unit
        _decide_metric(scene, decision, done, previous, discourse)
        coordination.apply_family(decision, shared)
        if decision.metric and not decision.reason:
            _decide_subject(scene, decision, discourse)
            coordination.apply_subject(decision, shared)
        if decision.metric and not decision.reason:
            decision.per = qualify.rate(scene, figure)
            if decision.metric == "tokens_processed":
                decision.per = discourse.token_rate = decision.per or discourse.token_rate
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
    if figure.kind in {"other", "points"}:
        decision.reason = f"kind_{figure.kind}"
        return
    if scene.is_heading and scene.topic == "provincial_subsidies" and figure.is_bare and figure.value >= _BUDGET_SIZE:
        figure = decision.figure = replace(figure, kind="money", unit="CNY")
    if figure.noun is not None and figure.noun.entry.id == "noun-excluded":
        decision.reason = "excluded_noun"
        return
    words = scene.sentence.words
    if figure.kind == "count" and figure.value < _SMALL and figure.last < len(words):
        if words[figure.last].folded in role(scene.language, "top"):
            decision.reason = "top_of_a_ranking"
            return
    if _is_price_base(scene, figure):
        decision.reason = "price_base"
        return
    if figure.kind in _RATIOS:
        _decide_ratio(scene, decision, done, previous)
        return
    if figure.is_bare and scene.topic == "provincial_subsidies" and figure.value >= _LARGE:
        figure = decision.figure = _as_amount(scene, figure, discourse)
    scores = metric.family_scores(scene, figure, "level")
    if figure.kind == "money" and words[figure.first - 1].folded == "pour" and figure.first:
        if any(prior.family == "beneficiaries" for prior in done):
            _raise(scores, "spent", 1.2)
    _inherit_level(scene, figure, done, previous, scores)
    if scene.topic == "provincial_subsidies" and figure.kind == "money" and figure.unit == "CNY":
        family = "budget" if figure.value >= _BUDGET_SIZE else "amount"
        scores[family] = scores.get(family, 0.0) + 0.25
    metric.rank_candidates(decision, scores)


def _as_amount(scene: Scene, figure: Figure, discourse: Discourse) -> Figure:
    """Read a bare ``50 millions`` as money where words of public money stand close."""
    amount = replace(figure, kind="money", unit=discourse.currency)
    scores = metric.family_scores(scene, amount, "level")
    strongest = max(scores.items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    is_public = frame(strongest[0]).mart == "provincial_subsidies"
    return amount if is_public and strongest[1] >= _CLEAR else figure


def _is_price_base(scene: Scene, figure: Figure) -> bool:
    """The million of ``2 dollars le million de jetons``."""
    if figure.noun is None or figure.noun.entry.id != "noun-token" or figure.value not in {1e6, 1e3}:
        return False
    return any(other.kind == "money" for other in scene.figures)


def _inherit_level(
    scene: Scene, figure: Figure, done: list[Decision], previous: list[Decision], scores: dict[str, float]
) -> None:
    for prior in reversed(done):
        if prior.figure.kind == figure.kind and prior.aspect == "level" and prior.family:
            gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
            weight = (0.9 if figure.is_bare or figure.kind != "count" else 0.5) * exp(-gap / 35.0)
            if (
                figure.noun is not None
                and prior.figure.noun is not None
                and figure.noun.entry.id != prior.figure.noun.entry.id
            ):
                weight *= 0.3
            scores[prior.family] = max(scores.get(prior.family, 0.0), weight)
            return
    for prior in reversed(done):
        if prior.metric and prior.aspect != "level":
            gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
            scores[prior.family] = max(scores.get(prior.family, 0.0), 0.7 * exp(-gap / 14.0))
            break
    for prior in previous if _continues(scene, previous) else ():
        if prior.figure.kind == figure.kind and prior.aspect == "level" and prior.metric:
            both_things = figure.noun is None and prior.figure.noun is None
            weight = 0.4 if figure.is_bare or figure.kind != "count" else 0.32 if both_things else 0.15
            if any(frame(str(cue.entry.data["family"])).mart and _is_strong(cue) for cue in scene.metrics):
                weight *= 0.6
            scores[prior.family] = max(scores.get(prior.family, 0.0), weight)
            return


def _is_strong(cue: Cue) -> bool:
    return float(cue.entry.data.get("weight", 1.0)) >= 1.0


def _continues(scene: Scene, previous: list[Decision]) -> bool:
    """Whether a sentence goes on with what the one before said: same paragraph, list, or lines under one heading."""
    if scene.is_item or scene.sentence.number:
        return True
    return bool(previous) and len(scene.sentence.text) < _LINE and previous[0].section is scene.heading


def _decide_ratio(scene: Scene, decision: Decision, done: list[Decision], previous: list[Decision]) -> None:
    figure = decision.figure
    aspects, sign = metric.aspect_scores(scene, figure)
    rates = metric.family_scores(scene, figure, "share")
    rate = rates.get("rate", 0.0)
    prior = next((d for d in reversed(done) if d.figure.kind == figure.kind and d.aspect != "level"), None)
    if prior is not None and prior.aspect in aspects:
        gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
        aspects[prior.aspect] += 0.6 * exp(-gap / 30.0)
    if figure.kind == "multiple":
        aspects["growth"] += 0.5
    level = next((d for d in reversed(done) if d.aspect == "level" and d.family), None)
    earlier = next((d for d in reversed(previous) if d.figure.kind == "ratio" and d.metric), None)
    if prior is None and earlier is not None and earlier.aspect in aspects and _continues(scene, previous):
        aspects[earlier.aspect] += 0.25
    if aspects["growth"] >= max(aspects["share"], 0.3) and aspects["growth"] >= rate * 0.9:
        decision.aspect = "growth"
        decision.sign = sign
        scores = metric.family_scores(scene, figure, "growth")
        scores.pop("rate", None)
        if level is not None:
            gap = scene.sentence.distance(level.figure.last - 1, figure.first)
            strength = 1.4 if figure.in_brackets else 1.0
            _raise(scores, level.family, strength * exp(-gap / 12.0))
        if prior is not None and prior.family and prior.aspect == "growth":
            gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
            _raise(scores, prior.family, 0.8 * exp(-gap / 30.0))
        if level is None and prior is None and previous:
            last = next((d for d in reversed(previous) if d.metric), None)
            if last is not None:
                _raise(scores, last.family, 0.4)
        scores = {f: s for f, s in scores.items() if frame(f).mart is None or frame(f).growth}
    else:
        decision.aspect = "share"
        scores = rates
        if level is not None and level.family in {"ceiling", "amount"} and metric.has_whole(scene, figure):
            _raise(scores, "rate", 0.8)
        based = next((d for d in reversed(done) if d.metric and d.aspect != "share"), None)
        if based is not None and frame(based.family).share and aspects["share"] > 0.3:
            _raise(scores, based.family, 0.55)
        if scene.topic != "ai_model_adoption" and metric.has_product_whole(scene, figure):
            scores["output"] = scores.get("output", 0.0) + 0.3
        for family in metric.whole_families(scene, figure):
            scores[family] = scores.get(family, 0.0) + 0.6
        if prior is not None and prior.family and prior.aspect == "share":
            gap = scene.sentence.distance(prior.figure.last - 1, figure.first)
            _raise(scores, prior.family, 0.9 * exp(-gap / 20.0))
        elif earlier is not None and earlier.aspect == "share" and _continues(scene, previous):
            _raise(scores, earlier.family, 0.35)
    metric.rank_candidates(decision, scores)


def _raise(scores: dict[str, float], family: str, score: float) -> None:
    scores[family] = max(scores.get(family, 0.0), score)


def _decide_subject(scene: Scene, decision: Decision, discourse: Discourse) -> None:
    best = subject.choose(scene, decision, discourse)
    if best is None:
        decision.reason = "no_subject"
        return
    if decision.mart == "provincial_subsidies" and not is_authority(best.subject):
        if decision.figure.kind == "money":
            decision.family, decision.metric, decision.mart = "investment", "investment", "industrial_output"
        else:
            decision.reason = "no_authority"
            return
    if decision.metric == "sales_share" and best.subject.makes_models and scene.topic == "ai_model_adoption":
        decision.metric, decision.mart = "usage_share", "ai_model_adoption"
    if decision.family == "revenue":
        if best.subject.kind == "place":
            decision.metric = "output_value" if decision.aspect == "level" else "output_growth"
        elif best.subject.makes_models:
            decision.metric = "model_revenue" if decision.aspect == "level" else "usage_growth"
            decision.mart = "ai_model_adoption"
    decision.subject = best.subject.name
    decision.subject_rule = best.rule
    decision.region = best.subject.region
    if best.rule == "subject:paired":
        return  # the next figure is again the sentence's subject's own
    discourse.in_sentence = best.subject
    if best.subject.name != "World":
        discourse.current = best.subject
        discourse.current_distance = 0


def _decide_period(scene: Scene, decision: Decision, done: list[Decision], chronicle: Chronicle) -> None:
    figure = decision.figure
    if figure.in_brackets and decision.aspect == "growth":
        level = next((d for d in reversed(done) if d.aspect == "level" and d.metric), None)
        if level is not None and not any(
            time.first > level.figure.first and time.last <= figure.first for time in scene.times
        ):
            decision.time, decision.time_rule = level.time, "period:same_as_volume"
            return
    decision.time, decision.time_rule = period.choose(scene, decision, chronicle, done)
    if decision.time is not None and not decision.time.is_deadline:
        if not (decision.time.period_end and chronicle.published and decision.time.period_end > chronicle.published):
            chronicle.running, chronicle.age = decision.time, 0
            if chronicle.base is None and period.is_flow(decision):
                chronicle.base = decision.time
        if scene.is_item and chronicle.listed is None:
            chronicle.listed = decision.time


def _share_ranges(done: list[Decision]) -> None:
    by_start = {decision.figure.start: decision for decision in done}
    for decision in done:
        partner = by_start.get(decision.figure.partner) if decision.figure.partner is not None else None
        if partner is None or decision.figure.range_role != "low":
            continue
        if decision.figure.kind == partner.figure.kind or True:
            if partner.metric and not partner.reason:
                for slot in (
                    "family",
                    "aspect",
                    "metric",
                    "mart",
                    "subject",
                    "subject_rule",
                    "region",
                    "time",
                    "time_rule",
                    "sign",
                    "score",
                    "margin",
                ):
                    setattr(decision, slot, getattr(partner, slot))
                decision.reason = ""
