"""Which choices the labels of releases and deployments accept at every mention of a model."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from assets.claims.assembly.assemble import Reading
from assets.claims.assembly.folding import fold
from assets.claims.assembly.things import adopting
from assets.claims.evaluate import slot_is_right
from assets.claims.ranking.event_views import Spot
from assets.claims.ranking.events import Choice
from assets.claims.ranking.linear import Question
from sources.reference.gazetteer import known_products

Row = Mapping[str, Any]
Placed = tuple[int, int, Row]
_TELLING = 4  # letters from which a name within another is the same name
_NONE, _RELEASE, _UNNAMED = 0, 1, -1  # places of the choices that every question has


@dataclass
class _Asked:
    """A question with the choices that labels accept."""

    reading: Reading
    spot: Spot
    question: Question
    accepted: set[int] = field(default_factory=set)
    is_optional: bool = False

    @property
    def choices(self) -> list[Choice]:
        return cast("list[Choice]", self.question.labels)


def events_accepted(
    readings: Sequence[Reading], told: Sequence[Placed], language: str
) -> Iterator[tuple[Question, list[bool]]]:
    """Every question on a mention's events, with what the labels accept; optional ones tell nothing.

    Args:
        readings: An article as it was read.
        told: The labelled events with the places of their mentions.
        language: Language of the article.
    """
    asked = [_Asked(reading, spot, question) for reading in readings for spot, question in reading.asked]
    for start, end, row in told:
        here = [one for one in asked if one.spot.is_named and start < one.spot.model.end and one.spot.model.start < end]
        later = [one for one in asked if not one.spot.is_named and _is_meant(one.spot, row)]
        for one, place in _told_at(row, here, later, language):
            one.is_optional = one.is_optional or bool(row.get("optional"))
            one.accepted.add(place % len(one.choices))
    for one in asked:
        if not one.is_optional:
            right = one.accepted or {_NONE}
            yield one.question, [place in right for place in range(len(one.choices))]


def _is_meant(spot: Spot, row: Row) -> bool:
    return slot_is_right("subject", row, {"subject": spot.model.name})


def _told_at(row: Row, here: Sequence[_Asked], later: Sequence[_Asked], language: str) -> list[tuple[_Asked, int]]:
    """The choices that one label accepts: at its mention, or at the pronoun that tells it."""
    if slot_is_right("metric", row, {"metric": "release"}):
        dated = [one for one in later if _has_time(one.reading, row)]
        plain = any(_has_time(one.reading, row) for one in here)
        return [(one, _RELEASE) for one in (here if plain or not dated else dated[:1])]
    if not row.get("object"):
        return [(one, place) for one in here for place in range(_RELEASE + 1, len(one.choices))]
    own = {id(one.reading) for one in here}
    weighed = [
        (id(one.reading) not in own, abs(choice.adopter.first - one.spot.first), number, place)
        for number, one in enumerate([*here, *later])
        for place, choice in enumerate(one.choices)
        if choice.adopter is not None and _adopts(row, choice.adopter.text, language)
    ]
    if not weighed:
        return [(one, _UNNAMED) for one in here]
    _, _, number, place = min(weighed)
    return [([*here, *later][number], place)]


def _has_time(reading: Reading, row: Row) -> bool:
    return any(
        slot_is_right("period", row, {"period_start": time.period_start, "period_end": time.period_end})
        for time in reading.scene.times
    )


def _adopts(row: Row, adopter: str, language: str) -> bool:
    """Whether a label means an adopter: by its name or by the English noun for it."""
    known = [adopting(language).get(adopter, adopter), *(product.code for product in known_products().find(adopter))]
    if any(slot_is_right("object", row, {"object": name}) for name in (adopter, *known)):
        return True
    names = [fold(str(name)) for name in row.get("object") or ()]
    return any(
        min(len(name), len(adopter)) >= _TELLING and (fold(adopter) in name or name in fold(adopter)) for name in names
    )
