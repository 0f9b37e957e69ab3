"""What the sentences before have measured and spoken of: a figure without a word of its own goes on with that."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Scene

_KEPT = 0.6  # what a sentence's words are still worth one sentence later
_LOUD = 0.8  # weaker cues are too common to tell what a passage is about
_RATIOS = frozenset({"ratio", "multiple"})


@dataclass(frozen=True, slots=True)
class Kin:
    """The last claim that counted the same thing."""

    family: str
    aspect: str
    value: float


@dataclass(slots=True)
class Past:
    """The memory that speaks for metrics, updated sentence by sentence.

    Attributes:
        opening: Families of the cues in the first sentence of the paragraph.
        marts: How much the last sentences, the running one included, have spoken of each mart.
        told: How often the last sentences have measured each family.
        section: How often each family was measured since the last heading.
        kin: By thing counted, the last claim.
        who: What kind of name was the last.
    """

    opening: frozenset[str] = frozenset()
    marts: dict[str, float] = field(default_factory=dict)
    told: dict[str, float] = field(default_factory=dict)
    section: dict[str, float] = field(default_factory=dict)
    kin: dict[str, Kin] = field(default_factory=dict)
    who: str = ""

    def open(self, scene: Scene) -> None:
        """Forget what a new paragraph or section does not carry on, and hear what the sentence speaks of."""
        if scene.sentence.number == 0 and not scene.is_item:
            self.opening = frozenset()
        if scene.is_heading:
            self.section = {}
        self.marts = {mart: worth * _KEPT for mart, worth in self.marts.items()}
        for cue in scene.metrics if scene.cell is None else ():
            mart = frame(str(cue.entry.data["family"])).mart
            if mart is not None and float(cue.entry.data.get("weight", 1.0)) >= _LOUD:
                self.marts[mart] = self.marts.get(mart, 0.0) + 1.0

    def close(self, scene: Scene, decisions: Sequence[Decision]) -> None:
        """Remember what the sentence has spoken of and measured."""
        if scene.sentence.number == 0:
            self.opening = frozenset(str(cue.entry.data["family"]) for cue in scene.metrics)
        self.who = who_of(scene, len(scene.sentence.words)) or self.who
        self.told = {family: worth * _KEPT for family, worth in self.told.items()}
        for decision in decisions:
            if decision.metric and not decision.reason:
                family = decision.family
                self.told[family] = self.told.get(family, 0.0) + 1.0
                self.section[family] = self.section.get(family, 0.0) + 1.0
                known = Kin(family, decision.aspect, decision.figure.value)
                self.kin |= dict.fromkeys(_counted(decision.figure), known)

    def kin_of(self, figure: Figure) -> Kin | None:
        """The last claim that counted what a figure counts, a noun before a unit."""
        return next((self.kin[key] for key in _counted(figure) if key in self.kin), None)


def who_of(scene: Scene, before: int) -> str:
    """What kind of name stands nearest before a place in the sentence: ``maker`` (of models), another, or nothing."""
    name = next((name for name in reversed(scene.names) if name.last <= before and not name.is_adjective), None)
    if name is None:
        return ""
    return "maker" if name.kind == "organisation" and name.makes_models else f"{name.kind}:{name.level}"


def _counted(figure: Figure) -> list[str]:
    """What a figure counts: its noun, or its unit with its time base."""
    keys: list[str] = []
    if figure.noun_text:
        keys.append(f"noun:{figure.noun_text.split()[0].casefold()}")
    elif figure.noun is not None:
        keys.append(f"entry:{figure.noun.entry.id}")
    return [*keys, f"{figure.kind}:{figure.unit}:{figure.per}"] if figure.kind not in _RATIOS else keys
