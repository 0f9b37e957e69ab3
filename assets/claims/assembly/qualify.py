"""Adapter to the qualifiers: bound, status and speaker of a decided figure."""

from dataclasses import dataclass, replace

from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role
from assets.claims.qualifiers import attribution_of, bound_of, growth_base_of, status_of

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
class Stretch:
    """A part of a sentence's own text, as the qualifiers take it."""

    start: int
    end: int


def is_planned(scene: Scene, figure: Figure) -> bool:
    """Whether the figure's own statement is a plan or forecast."""
    begin = scene.sentence.start
    span = Stretch(figure.start - begin, figure.end - begin)
    return status_of(scene.sentence.text, span, language=scene.language).value == "planned"


def status(text: str, decision: Decision, language: str, bound: str) -> tuple[str, str]:
    """``actual``, ``planned`` or ``denied``, and the rule that said so.

    The rule tells targets and forecasts from other plans. Aid that nobody says was paid is an entitlement, so planned.
    A denial that has made the ``bound`` denies no figure (``n'a pas vendu plus de 300 tapis``: at most so many).
    """
    found = status_of(text, decision.figure, language=language)
    if found.rule_id == "status.negation" and bound in {"le", "ge"}:
        found = replace(found, value="actual", rule_id="status.default")
    if found.value == "planned" and decision.figure.range_role == "from" and decision.time is None:
        found = replace(found, value="actual", rule_id="status.default")  # ``passera de 12 à 20``: it is 12 today
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
