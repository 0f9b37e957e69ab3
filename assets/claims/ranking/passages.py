"""Facts for the ranker of metrics on the passage in which a figure stands: sections keep to what they measure."""

from dataclasses import dataclass

from assets.claims.assembly.frames import Frame
from assets.claims.assembly.model import Figure, Scene
from assets.claims.assembly.past import Kin, Past, who_of
from assets.claims.ranking.linear import Facts

MODEL_REVENUE = "model_revenue"
"""The family that revenue is of where a maker of models earns it; the words for it are the same."""
_SIZE = 4.0  # numbers that differ by a larger factor seldom measure the same


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands before a figure.

    Attributes:
        opening: Families of the words in the first sentence of the paragraph.
        heading: Families of the words in the heading and the lead-in of the list.
        marts: The part that each mart has in what the last sentences speak of.
        told: The part that each family has in what they measured.
        section: The part that each family has in what the section has measured.
        top: The family that the last sentences measured most, or nothing.
        kin: The last claim that counted the same, or None.
        kin_is_near: Whether its number is of the same size.
        who: What kind of name stands nearest before the figure.
    """

    opening: frozenset[str]
    heading: frozenset[str]
    marts: dict[str, float]
    told: dict[str, float]
    section: dict[str, float]
    top: str
    kin: Kin | None
    kin_is_near: bool
    who: str


def passage_of(scene: Scene, figure: Figure, past: Past) -> Passage:
    """What the sentences before tell of a figure."""
    above = [one for one in (scene.heading, scene.lead) if one is not None]
    kin = past.kin_of(figure)
    return Passage(
        past.opening,
        frozenset(str(cue.entry.data["family"]) for one in above for cue in one.metrics),
        _parts(past.marts),
        _parts(past.told),
        _parts(past.section),
        max(past.told, key=lambda family: (past.told[family], family), default=""),
        kin,
        kin is not None and is_near(kin.value, figure.value),
        who_of(scene, figure.first) or (f"past:{past.who}" if past.who else ""),
    )


def is_near(one: float, other: float) -> bool:
    """Whether two numbers are of the same size."""
    return one != 0.0 and 1.0 / _SIZE <= abs(other / one) <= _SIZE


def _parts(counts: dict[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()} if total else {}


def voice_of(family: str) -> str:
    """The family whose words speak for one."""
    return "revenue" if family == MODEL_REVENUE else family


def claim_facts(passage: Passage, target: Frame, aspect: str, *, is_silent: bool) -> Facts:
    """What the passage says of one metric, the more so where the sentence has no word for it."""
    family, voiced = target.family, voice_of(target.family)
    facts: Facts = {}  # what says nothing is left out: most say nothing of most metrics
    if target.mart in passage.marts:
        facts["past:mart"] = passage.marts[target.mart]
    if family in passage.told:
        facts["past:told"] = passage.told[family]
    if family in passage.section:
        facts["past:section"] = passage.section[family]
    if voiced in passage.opening:
        facts["past:opening"] = 1.0
    if voiced in passage.heading:
        facts["past:heading"] = 1.0
    if is_silent and facts:
        facts |= {f"{name}:silent": value for name, value in facts.items()}
    if passage.kin is not None and passage.kin.family == family:
        facts["past:kin"] = 1.0
        facts["past:kin:near"] = float(passage.kin_is_near)
        facts["past:kin:aspect"] = float(passage.kin.aspect == aspect)
    return facts


def figure_facts(passage: Passage) -> Facts:
    """What it says of the figure, whatever it measures."""
    kin = passage.kin.family if passage.kin is not None else "none"
    facts = {f"who:{passage.who}": 1.0, f"kin:{kin}": 1.0}
    return facts | {f"past:top:{passage.top}": 1.0} if passage.top else facts
