"""From a clean article to its dated claims."""

from assets.articles.model import Article
from assets.claims import confidence
from assets.claims.assembly import qualify
from assets.claims.assembly.assemble import Reading, read_article
from assets.claims.assembly.events import Event
from assets.claims.assembly.model import Decision
from assets.claims.assembly.objects import with_objects
from assets.claims.context.reader import ContextReader
from assets.claims.language.loader import ROOT
from assets.claims.model import Claim, Extraction, RejectedFigure

EXTRACTOR_VERSION = "1.0.0"
"""Raised whenever a change of rules or data can change a claim; stored with every claim."""


def extract(article: Article, reader: type[ContextReader] | None = ContextReader) -> Extraction:
    """Read an article's claims; a language without data files yields none.

    The same article gives the same extraction every time, and every mention stands at its offsets.

    Args:
        article: The article.
        reader: What reads figures in their surroundings where the rankers are in doubt; None leaves it to the rankers.
    """
    language = article.language or "fr"
    if not article.paragraphs or not (ROOT / language / "metrics_industry.toml").exists():
        return Extraction((), ())
    claims: list[Claim] = []
    rejected: list[RejectedFigure] = []
    text = article.text
    readings = read_article(article, language, reader)
    for reading in readings:
        for decision in reading.decisions:
            if decision.reason or not decision.metric:
                rejected.append(_rejected(reading, decision))
            else:
                claim = _claim(article, text, reading, decision, language)
                if claim.confidence < confidence.LEAST:
                    decision.reason = "unsure"
                    rejected.append(_rejected(reading, decision))
                else:
                    claims.append(claim)
        claims.extend(_event_claim(article, reading, event) for event in reading.events)
    claims = [claim for claim in claims if text[claim.start : claim.end] == claim.mention]
    claims = with_objects(claims, article, readings, language)
    claims.sort(key=lambda claim: (claim.start, claim.end, claim.metric, claim.subject))
    return Extraction(tuple(claims), tuple(rejected))


def _evidence(reading: Reading) -> tuple[str, int]:
    """The sentence that a claim quotes, with its offset; for a table cell its whole row."""
    scene = reading.scene
    if scene.cell is not None:
        return scene.row, scene.row_start
    return scene.sentence.text, scene.sentence.start


def _rejected(reading: Reading, decision: Decision) -> RejectedFigure:
    figure = decision.figure
    weighed = ", ".join(f"{family} {score:.2f}" for family, score in decision.candidates.items())
    sentence, sentence_start = _evidence(reading)
    return RejectedFigure(
        figure.mention, figure.start, figure.end, sentence, sentence_start, decision.reason or "no_metric", weighed
    )


def _claim(article: Article, text: str, reading: Reading, decision: Decision, language: str) -> Claim:
    figure = decision.figure
    sentence, sentence_start = _evidence(reading)
    value = figure.value
    if decision.aspect == "growth" and decision.sign < 0 and value > 0 and figure.kind == "ratio":
        value = -value
    time = decision.time
    published = article.published_on
    start, end, basis = (published, published, "publication")
    if time is not None:
        start, end, basis = time.period_start, time.period_end, time.basis
    bound, bound_rule = qualify.bound(text, decision, language)
    status, status_rule = qualify.status(text, decision, language, bound)
    return Claim(
        mention=figure.mention,
        start=figure.start,
        end=figure.end,
        sentence=sentence,
        sentence_start=sentence_start,
        mart=decision.mart,
        metric=decision.metric,
        subject=decision.subject,
        object=None,
        value=value,
        unit=_unit(decision),
        bound=bound,
        per=decision.per,
        period_start=start,
        period_end=end,
        period_basis=basis,
        period_label=time.text if time is not None else None,
        period_granularity=time.granularity if time is not None else None,
        period_edtf=(time.edtf or None) if time is not None else None,
        status=status,
        attributed_to=qualify.speaker(text, decision, language),
        equivalent_value=figure.equivalent_value,
        equivalent_unit=figure.equivalent_unit,
        equivalent_bound=figure.equivalent_bound,
        region=decision.region,
        reference=qualify.reference(reading.scene, decision),
        confidence=confidence.probability(confidence.evidence_of(reading.scene, decision, reading.decisions)),
        rule_ids=(
            f"metric:{decision.family}",
            *decision.rules,
            decision.subject_rule,
            decision.time_rule,
            bound_rule,
            status_rule,
            *qualify.growth_base(text, decision, language),
        ),
    )


_PERSONS = frozenset({"workforce", "active_users"})


def _unit(decision: Decision) -> str:
    noun = decision.figure.noun
    counted = noun is not None and noun.entry.data.get("unit") == "person"
    if decision.figure.kind == "count" and (decision.metric in _PERSONS or counted):
        return "person"
    if decision.metric == "parameter_count":
        return "parameter"
    if decision.metric == "tokens_processed":
        return "token"
    return decision.figure.unit or "item"


def _event_claim(article: Article, reading: Reading, event: Event) -> Claim:
    sentence, sentence_start = _evidence(reading)
    if event.evidence_start is not None:
        sentence = article.text[event.evidence_start : sentence_start + len(sentence)]
        sentence_start = event.evidence_start
    published = article.published_on
    start, end, basis = (published, published, "publication")
    if event.time is not None:
        start, end, basis = event.time.period_start, event.time.period_end, event.time.basis
    model = event.model
    return Claim(
        mention=article.text[model.start : model.end],
        start=model.start,
        end=model.end,
        sentence=sentence,
        sentence_start=sentence_start,
        mart="ai_model_adoption",
        metric=event.metric,
        subject=model.name,
        object=event.adopter or None,
        value=None,
        unit=None,
        bound="eq",
        per=None,
        period_start=start,
        period_end=end,
        period_basis=basis,
        period_label=event.time.text if event.time is not None else None,
        period_granularity=event.time.granularity if event.time is not None else None,
        period_edtf=(event.time.edtf or None) if event.time is not None else None,
        status=event.status,
        confidence=confidence.probability(confidence.event_evidence(event)),
        rule_ids=(f"event:{event.rule_id}",),
    )


def score_rows(article: Article, extraction: Extraction) -> list[dict[str, object]]:
    """The claims as rows for exchange: one plain object a claim, dates in ISO form."""
    return [
        {
            "article": article.name,
            "mention": claim.mention,
            "mart": claim.mart,
            "metric": claim.metric,
            "subject": claim.subject,
            "object": claim.object,
            "value": claim.value,
            "unit": claim.unit,
            "bound": claim.bound,
            "per": claim.per,
            "period_start": claim.period_start.isoformat() if claim.period_start else None,
            "period_end": claim.period_end.isoformat() if claim.period_end else None,
            "period_basis": claim.period_basis,
            "status": claim.status,
            "attributed_to": claim.attributed_to,
            "region": claim.region,
            "reference": claim.reference,
            "equivalent_value": claim.equivalent_value,
            "equivalent_unit": claim.equivalent_unit,
        }
        for claim in extraction.claims
    ]
