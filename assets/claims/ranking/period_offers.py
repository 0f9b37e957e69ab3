"""The periods that may date a figure, and where each comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from assets.claims.assembly import clauses, time_reports, time_spans
from assets.claims.assembly.chronicle import Chronicle, labelled
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.period import a_year_before
from assets.claims.assembly.time_roles import FLOWS, is_lasting
from assets.claims.assembly.words import role

# The names of the rules that take a time from the same place.
_RULES = {
    "clause": "own",
    "sentence": "own",
    "other-compared": "own",
    "listed": "list",
    "spoken": "spoken_of",
    "this-year": "this_year",
    "so-far": "so_far",
    "figure-before": "same_sentence",
    "first-figure": "same_sentence",
    "told": "same_measure",
    "year-now": "this_year",
    "year-before": "last_year",
    "first-here": "running",
    "first-above": "running",
}

_NEAR = 7  # words around a figure that may tell of a year
_OWN = frozenset({"clause", "sentence", "compared", "other-compared"})

Days = tuple[date | None, date | None]


@dataclass(slots=True)
class Proposal:
    """A period with everywhere that it comes from.

    Attributes:
        time: The first expression that means it; None for the day of publication.
        sources: Where it comes from, in the order of looking: ``ruled`` where the rules chose it.
        own: The expressions of the figure's sentence that mean it, and how each stands to the figure.
    """

    time: Time | None
    sources: dict[str, None] = field(default_factory=dict)
    own: list[tuple[Time, str]] = field(default_factory=list)


def offered(
    scene: Scene,
    decision: Decision,
    chronicle: Chronicle,
    done: Sequence[Decision],
    ruled: Time | None,
    sources: Sequence[str],
) -> list[Proposal]:
    """Every period that may date a figure, that of the rules first; what means the same days is one.

    Args:
        scene: The sentence.
        decision: The figure.
        chronicle: What the text has dated so far.
        done: Decisions on earlier figures of the sentence.
        ruled: What the rules chose; None means the day of publication.
        sources: How each time of the sentence stands to the figure (``source_of``).
    """
    proposals: dict[Days | None, Proposal] = {}
    _propose(proposals, ruled, "ruled")
    for source, other in _proposed(scene, decision, chronicle, done):
        _propose(proposals, other, source)
    for other, source in zip(scene.times, sources, strict=True):
        for meant in _meanings(scene, decision, other, done, chronicle.published):
            _propose(proposals, meant, source).own.append((other, source))
    _propose(proposals, None, "publication")
    return list(proposals.values())


def rule_of(source: str) -> str:
    """The id of the rule that takes a time from the same place.

    >>> rule_of("listed")
    'period:list'
    """
    return f"period:{_RULES.get(source, source)}"


def _propose(proposals: dict[Days | None, Proposal], time: Time | None, source: str) -> Proposal:
    days = None if time is None else (time.period_start, time.period_end)
    proposal = proposals.setdefault(days, Proposal(time))
    proposal.sources[source] = None
    return proposal


def _proposed(
    scene: Scene, decision: Decision, chronicle: Chronicle, done: Sequence[Decision]
) -> Iterator[tuple[str, Time]]:
    """The times that stand outside the sentence, or date an earlier figure of it."""
    figure = decision.figure
    found: dict[str, Time | None] = {
        "label": labelled(scene, chronicle),
        "listed": chronicle.listed if scene.is_item else None,
        "running": chronicle.running,
        "article": chronicle.base,
        "said": chronicle.said,
        "first-here" if chronicle.first_at == scene.sentence.paragraph else "first-above": chronicle.first,
        "opening": chronicle.opening if chronicle.opened == scene.sentence.paragraph else None,
        "told": chronicle.told.get(decision.metric),
        "term": chronicle.term,
        "ahead": chronicle.ahead,
        "spoken": time_spans.spoken_of(scene, figure, chronicle.spans) if scene.cell is None else None,
        "this-year": time_spans.this_year(scene, figure, chronicle.published),
        "so-far": time_reports.months_so_far(scene, figure, chronicle.published),
    }
    found |= _years(scene, figure, chronicle.published)
    for above, source in ((scene.heading, "heading"), (scene.lead, "lead")):
        if above is not None and above.times:
            found[source] = above.times[0]
    earlier = [other.ruled_time for other in done if other.metric and not other.reason and other.ruled_time]
    if earlier:
        found["figure-before"] = earlier[-1]
        found["first-figure"] = earlier[0]
    for source, time in found.items():
        if time is not None:
            yield source, time


def _years(scene: Scene, figure: Figure, published: date | None) -> dict[str, Time | None]:
    """This year and the last, where a word near a figure tells of a year (``sa production annuelle passera …``)."""
    words = scene.sentence.words[max(0, figure.first - _NEAR) : figure.last + _NEAR]
    yearly = role(scene.language, "yearly")
    if published is None or not any(word.folded in yearly for word in words):
        return {}
    return {
        "year-now": time_spans.whole_year(figure, published.year),
        "year-before": time_spans.whole_year(figure, published.year - 1),
    }


def _meanings(
    scene: Scene, decision: Decision, time: Time, done: Sequence[Decision], published: date | None
) -> Iterator[Time]:
    """What an expression of the sentence may mean for a figure."""
    meant = time_spans.fitted(scene, decision, time, flows=decision.metric in FLOWS)
    yield time_spans.year_ago(scene, decision.figure, meant, published) if is_lasting(decision) else meant
    shifted = a_year_before(scene, time, done)
    if shifted is not None:
        yield shifted


def source_of(scene: Scene, figure: Figure, time: Time, low: int, high: int) -> str:
    """How an expression of the sentence stands to a figure whose clause lies between two places."""
    compared = clauses.in_comparison(scene, figure, time)
    if compared is not None:
        return "compared" if compared else "other-compared"
    return "clause" if low <= time.first < high else "sentence"


def class_of(sources: Sequence[str]) -> str:
    """Own, handed down, or the day of publication."""
    if any(source in _OWN for source in sources):
        return "own"
    return "publication" if "publication" in sources else "handed"
