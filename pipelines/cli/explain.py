"""``explain``: an article as text with its claims marked, and beside each its slots and the rules that filled them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.markup import escape
from rich.table import Table
from rich.text import Text

from assets.articles.model import Article
from assets.claims.explain import Explanation, explain
from assets.claims.model import Claim, Extraction, RejectedFigure
from assets.claims.reading import StoredArticle, read_claims
from pipelines.cli.articles import ARTICLES_UNREAD, read_documents
from pipelines.cli.documents import documents_of
from pipelines.cli.terminal import complain, console
from pipelines.settings import Settings

_COLOURS = {"industrial_output": "black on cyan", "ai_model_adoption": "black on magenta"}
_OTHER_COLOUR, _REJECTED = "black on yellow", "underline dim"


def explain_article(path: Path) -> int:
    """Print every article of a path and return the exit code."""
    settings = Settings()
    code = 0
    for document, outcome in read_documents(documents_of([path], settings), settings):
        problem = document.problem or (outcome.problem if outcome else None)
        if problem is not None:
            complain(escape(f"{document.location}: {problem.reason}: {problem.detail}; {problem.cure}"))
            code = ARTICLES_UNREAD
        elif outcome is not None and outcome.article is not None:
            article = outcome.article
            extraction = read_claims(StoredArticle(article.name, "", article)).extraction
            _print(article, extraction, {(found.start, found.end): found for found in explain(article)})
    return code


def _print(article: Article, extraction: Extraction, reasons: Mapping[tuple[int, int], Explanation]) -> None:
    console.rule(escape(article.title or article.name))
    published = f"{article.published_on} ({article.published_basis})" if article.published_on else "no date"
    facts = (article.name, article.publisher, article.author, article.language, published)
    console.print(escape(" · ".join(fact for fact in facts if fact)) + "\n", soft_wrap=True)
    console.print(_marked(article.text, extraction))
    console.print()
    for number, claim in enumerate(extraction.claims, start=1):
        console.print(_slots(number, claim, reasons.get((claim.start, claim.end))))
    rejected = Table("figure", "why it is no claim", "weighed", title="Figures not published", title_justify="left")
    for figure in extraction.rejected:
        reason = reasons.get((figure.start, figure.end))
        weighed = _weighed(reason.metric_candidates) if reason else figure.candidates
        rejected.add_row(escape(figure.mention), figure.reason, escape(weighed))
    if extraction.rejected:
        console.print(rejected)


def _marked(text: str, extraction: Extraction) -> Text:
    """The clean text; every claim is coloured by mart and followed by its number, every other figure underlined."""
    marked = Text()
    position = 0
    numbers = {id(claim): number for number, claim in enumerate(extraction.claims, start=1)}
    figures: list[Claim | RejectedFigure] = [*extraction.claims, *extraction.rejected]
    for item in sorted(figures, key=lambda item: (item.start, item.end)):
        if item.start < position:
            if isinstance(item, Claim):
                marked.append(f"[{numbers[id(item)]}]", style="bold")
            continue
        marked.append(text[position : item.start])
        if isinstance(item, Claim):
            marked.append(item.mention, style=_COLOURS.get(item.mart, _OTHER_COLOUR))
            marked.append(f"[{numbers[id(item)]}]", style="bold")
        else:
            marked.append(item.mention, style=_REJECTED)
        position = item.end
    marked.append(text[position:])
    return marked


def _weighed(candidates: Sequence[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {score:.1f}" for name, score in candidates)


def _slots(number: int, claim: Claim, reason: Explanation | None) -> Table:
    table = Table(title=f"[{number}] {escape(claim.mention)}", title_justify="left", show_header=False)
    bounded = None if claim.value is None else f"{claim.bound} {claim.value:g} {claim.unit}"
    start, end = claim.period_start or "…", claim.period_end or "…"
    period = f"{start} to {end} ({claim.period_basis}, {claim.period_label or 'no words'})"
    equivalent = f"{claim.equivalent_value:g} {claim.equivalent_unit}" if claim.equivalent_value is not None else None
    slots = {
        "mart": claim.mart,
        "metric": claim.metric,
        "subject": claim.subject,
        "object": claim.object,
        "value": bounded,
        "per": claim.per,
        "period": period,
        "status": claim.status,
        "equivalent": equivalent,
        "attributed to": claim.attributed_to,
        "region": claim.region,
        "reference": claim.reference,
        "confidence": f"{claim.confidence:.2f}",
        "rules": ", ".join(claim.rule_ids),
        "metrics weighed": _weighed(reason.metric_candidates) if reason else None,
        "subjects weighed": _weighed(reason.subject_candidates) if reason else None,
        "periods weighed": _weighed(reason.period_candidates) if reason else None,
        "sentence": claim.sentence,
    }
    for name, value in slots.items():
        if value:
            table.add_row(name, escape(value))
    return table
