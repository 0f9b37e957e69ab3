"""The claim: one figure (or one model event) with every slot that the article fills."""

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Claim:
    """One dated claim.

    Attributes:
        mention: The figure exactly as the clean text has it, scale, percent sign or currency included; for an event the
            model's name as written.
        start: Offset of the mention's first character in ``Article.text`` (code points).
        end: Offset just past its last character.
        sentence: The sentence around the mention, verbatim; ``sentence_start`` is its offset.
        mart: ``industrial_output``, ``ai_model_adoption`` or ``provincial_subsidies``.
        value: Number in base units (6,9 millions is 6900000, 30 % is 0.30); None for events.
        unit: ``ratio``, an ISO 4217 code, ``item``, ``person``, ``tonne``, ``kilowatt_hour``, ``watt``,
            ``square_metre``, ``cubic_metre``, ``parameter``, ``token``, ``multiple``, ``rank``; None for events.
        bound: ``eq``, ``approx``, ``gt``, ``ge``, ``le`` or ``lt``.
        per: Time base of a rate, or None.
        period_start: First day on which the value holds, or None for open or unknown.
        period_end: Last day, inclusive.
        period_basis: ``text``, ``relative`` or ``publication``.
        status: ``actual``, ``planned`` or ``denied``.
        equivalent_value: The same amount given again in another unit, with its unit and bound.
        attributed_to: Who says so, if the text says.
        region: ISO 3166-2:CN code, ``CN`` or None.
        reference: Of what whole a share or rank is.
        confidence: Calibrated probability that every slot is right, 0 to 1.
        rule_ids: Ids of the rules that filled the slots, in order of application.
    """

    mention: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    mart: str
    metric: str
    subject: str
    object: str | None
    value: float | None
    unit: str | None
    bound: str
    per: str | None
    period_start: date | None
    period_end: date | None
    period_basis: str
    status: str
    period_label: str | None = None
    period_granularity: str | None = None
    period_edtf: str | None = None
    equivalent_value: float | None = None
    equivalent_unit: str | None = None
    equivalent_bound: str | None = None
    attributed_to: str | None = None
    region: str | None = None
    reference: str | None = None
    confidence: float = 0.5
    rule_ids: tuple[str, ...] = ()

    def claim_id(self, article_id: str) -> str:
        """Deterministic id: the same article, place and reading give the same 32 hexadecimal digits everywhere."""
        parts = (article_id, str(self.start), str(self.end), self.metric, self.subject, self.object or "")
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class RejectedFigure:
    """A figure that was read but is no claim, with the reason and the candidates that were weighed."""

    mention: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    reason: str
    candidates: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one article yields: published claims, and figures set aside."""

    claims: tuple[Claim, ...]
    rejected: tuple[RejectedFigure, ...]
