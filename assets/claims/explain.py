"""Why each figure of an article became this claim, or none."""

from collections.abc import Mapping
from dataclasses import dataclass

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one figure was read.

    Attributes:
        mention: The figure as written; ``start`` and ``end`` are its offsets in the article's text.
        sentence: The sentence that it was read in.
        kind: What kind of figure it is (``money``, ``ratio``, ``count`` …).
        outcome: ``claim`` or the reason of its rejection.
        metric: The metric chosen, or an empty string.
        subject: The subject chosen, or an empty string.
        metric_candidates: Families of cues that were weighed, best first.
        subject_candidates: Subjects that were weighed, best first.
        period_candidates: Periods that were weighed, best first: first and last day, or ``publication``.
        rules: Ids of the rules that filled the slots.
    """

    mention: str
    start: int
    end: int
    sentence: str
    kind: str
    outcome: str
    metric: str
    subject: str
    metric_candidates: tuple[tuple[str, float], ...]
    subject_candidates: tuple[tuple[str, float], ...]
    period_candidates: tuple[tuple[str, float], ...]
    rules: tuple[str, ...]


def explain(article: Article) -> tuple[Explanation, ...]:
    """Explain every figure of an article, in reading order."""
    found: list[Explanation] = []
    for reading in read_article(article, article.language or "fr"):
        for decision in reading.decisions:
            figure = decision.figure
            found.append(
                Explanation(
                    figure.mention,
                    figure.start,
                    figure.end,
                    reading.scene.sentence.text,
                    figure.kind,
                    decision.reason or "claim",
                    decision.metric,
                    decision.subject,
                    tuple(decision.candidates.items()),
                    _best(decision.subject_candidates),
                    _best(decision.period_candidates),
                    tuple(
                        rule
                        for rule in (figure.rule_id, *decision.rules, decision.subject_rule, decision.time_rule)
                        if rule
                    ),
                )
            )
    return tuple(found)


def _best(weighed: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple(sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:5])
