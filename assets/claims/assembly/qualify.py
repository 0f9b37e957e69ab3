"""Adapter to the qualifiers: bound, rate, status and speaker of a decided figure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.claims.assembly import elliptic
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role
from assets.claims.qualifiers import attribution_of, bound_of, growth_base_of, rate_of, status_of

_SERIES = frozenset({"active_users"})  # told in one rate through a whole paragraph
# What a bracket explains of the counted thing (``9 000 tonnes (poids sec) par mois``).
_ASIDE = re.compile(r"(?:\s\w+){0,2}\s?\([^()]{1,60}\)")
_RANGE_BOUNDS = {"low": "ge", "high": "le"}


def bound(text: str, decision: Decision, language: str) -> tuple[str, str]:
    """How the words limit a figure, and the rule that said so."""
    figure = decision.figure
    role = _RANGE_BOUNDS.get(figure.range_role or "")
    if role is not None:
        return role, "bound:range"
    found = bound_of(text, figure, language=language)
    if decision.metric == "subsidy_ceiling" and found.value == "eq":
        return "le", "bound:ceiling"
    return found.value, found.rule_id


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


def rate(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> str | None:
    """The time base of a level: its own, that of the figure it is paired with, or that of the series it goes on with.

    Args:
        scene: The sentence.
        decision: The figure, its metric decided.
        done: Decisions on earlier figures of the sentence.
        previous: Decisions of the sentence before.
    """
    if decision.aspect != "level":
        return None
    own = _own_rate(scene, decision.figure)
    if own is None:
        own = next((found for other in _paired(scene, decision.figure) if (found := _own_rate(scene, other))), None)
    return own or _handed_on(scene, decision, done, previous)


def _own_rate(scene: Scene, figure: Figure) -> str | None:
    begin = scene.sentence.start
    text = scene.sentence.text
    end = figure.end - begin
    if figure.equivalent_value is not None:
        bracket = text.find(")", end)  # ``4 millions de yuans (environ 0,5 million d'euros) par an``
        end = bracket + 1 if bracket >= 0 else end
    others = [_Span(other.start - begin, other.end - begin) for other in scene.figures if other.kind != "other"]
    found = rate_of(text, _Span(figure.start - begin, end), language=scene.language, others=others)
    aside = _ASIDE.match(text, _counted_end(scene, figure)) if found is None else None
    if aside is not None:
        found = rate_of(text, _Span(figure.start - begin, aside.end()), language=scene.language, others=others)
    return found.value if found is not None else None


def _counted_end(scene: Scene, figure: Figure) -> int:
    """Where the counted noun ends in the sentence's text."""
    last = max(figure.last, figure.counted_end)
    return scene.sentence.words[last - 1].end - scene.sentence.start


def _paired(scene: Scene, figure: Figure) -> list[Figure]:
    """The other figure of ``de 40 000 à 60 000 tonnes par an``, ``60 000 autos et 5 000 cars par an``."""
    to, also = role(scene.language, "at"), role(scene.language, "and")
    words = scene.sentence.words
    found: list[Figure] = []
    for first, second in pairwise(scene.figures):
        if second.first != max(first.last, first.counted_end) + 1:
            continue
        link = words[second.first - 1].folded
        if link in to and figure in (first, second):
            found.append(second if figure == first else first)
        elif link in also and figure == first and first.kind == second.kind:
            found.append(second)
    return found


def _handed_on(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> str | None:
    """``30 millions d'utilisateurs mensuels, contre 12 un an plus tôt``: a bare figure goes on with the series."""
    if not _goes_on(decision):
        return None
    for prior in reversed([*previous, *done] if decision.metric in _SERIES and scene.sentence.number else done):
        if prior.aspect != "level" or prior.reason:
            continue
        if prior.metric == decision.metric or elliptic.is_compared(scene.sentence, decision.figure, scene.language):
            return prior.per
    return None


def _goes_on(decision: Decision) -> bool:
    """Whether a figure says nothing of its own on what it counts; amounts of one aid are told in one rate."""
    figure = decision.figure
    if figure.kind == "money":
        return decision.metric == "subsidy_amount"
    return figure.noun is None and not figure.noun_text and not elliptic.names_a_unit(figure)


def is_planned(scene: Scene, figure: Figure) -> bool:
    """Whether the figure's own statement is a plan or forecast."""
    begin = scene.sentence.start
    span = _Span(figure.start - begin, figure.end - begin)
    return status_of(scene.sentence.text, span, language=scene.language).value == "planned"


def status(text: str, decision: Decision, language: str) -> tuple[str, str]:
    """``actual``, ``planned`` or ``denied``, and the rule that said so.

    The rule tells targets and forecasts from other plans. Aid that nobody says was paid is an entitlement, so planned.
    """
    found = status_of(text, decision.figure, language=language)
    paid = decision.mart != "provincial_subsidies" or decision.metric in {"programme_spent", "beneficiary_count"}
    if not paid and found.value == "actual" and found.rule_id.endswith(".default"):
        return "planned", "status:aid"
    return found.value, found.rule_id


def growth_base(text: str, decision: Decision, language: str) -> tuple[str, ...]:
    """The rule that names what a growth is measured against, if the text says."""
    found = growth_base_of(text, decision.figure, language=language) if decision.aspect == "growth" else None
    return (found.rule_id,) if found is not None else ()


def speaker(text: str, decision: Decision, language: str) -> str | None:
    """Who says so, or None."""
    found = attribution_of(text, decision.figure, language=language)
    return found.name if found is not None else None


_WHOLES = ("domestic_market", "world", "China")
_WHOLE_WINDOW = 10


def reference(scene: Scene, decision: Decision) -> str | None:
    """Of what whole a share or rank is: ``world``, ``China``, ``domestic_market``, or None where the text is silent."""
    if decision.aspect not in {"share", "rank"}:
        return None
    figure = decision.figure
    words = scene.sentence.words
    behind = words[figure.first : figure.last + _WHOLE_WINDOW]
    before = words[max(0, figure.first - _WHOLE_WINDOW) : figure.first]
    for window in (behind, before):
        for word in window:
            for whole in _WHOLES:
                if word.folded in role(scene.language, f"whole-{whole}"):
                    return whole
    return None
