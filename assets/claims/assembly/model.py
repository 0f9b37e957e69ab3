"""What assembly works on: figures, names and times of a sentence, and the decision on a figure."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.tables import Cell
from assets.claims.assembly.text import Sentence
from assets.claims.ranking.linear import Question

if TYPE_CHECKING:
    from assets.claims.context.reader import ContextReader

FigureKind = Literal[
    "money", "ratio", "multiple", "points", "mass", "energy", "power", "volume", "area", "count", "rank", "other"
]
NameKind = Literal["place", "organisation", "model"]
PLATFORM = "platform"
"""Level of a firm where others store and call models: what is downloaded there is not its own."""

STRANGER, LOCALITY = "stranger", "locality"
"""Levels of a name that nothing tells of but its capital: a firm's, perhaps, and one that has ``à`` before it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence, before anyone knows what it measures.

    Attributes:
        mention: Its text, scale, percent sign or currency included.
        start: Offset in the article's text; ``end`` lies just past the mention.
        value: In base units; a percentage as a ratio.
        unit: Unit of the claim where the text fixes it, else None.
        bound: How the words around it limit it.
        per: Time base of a rate.
        sign: -1 or 1 where a sign is printed.
        first: Position of its first word in the sentence; ``last`` lies just past its last word.
        noun: The cue entry of the counted noun, or None.
        noun_text: The counted noun as written, or an empty string.
        counted_end: Position just past the counted noun, or ``last``.
        in_brackets: Whether it stands in brackets.
        range_role: ``low`` or ``high`` in a range, ``from`` or ``to`` in a change.
    """

    mention: str
    start: int
    end: int
    value: float
    kind: FigureKind
    unit: str | None
    bound: str
    per: str | None
    first: int
    last: int
    sign: int = 0
    noun: Cue | None = None
    noun_text: str = ""
    counted_end: int = 0
    in_brackets: bool = False
    range_role: str | None = None
    partner: int | None = None
    equivalent_value: float | None = None
    equivalent_unit: str | None = None
    equivalent_bound: str | None = None
    rule_id: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether nothing says what it counts."""
        return self.kind == "count" and self.noun is None and not self.noun_text


@dataclass(frozen=True, slots=True)
class Name:
    """A place, firm or model named in a sentence.

    Attributes:
        level: For a place ``country``, ``province``, ``city``, ``district``, ``world`` or ``region``.
        region: ISO 3166-2:CN code of the province-level place, ``CN`` or None.
        owner: For a model its developer; for a firm its home country's code.
        makes_models: Whether a firm is a developer of AI models.
        is_adjective: Whether the text has an adjective (``chinois``).
        is_resolved: Whether the reference data know it.
        is_metonym: Whether a capital's name stands for the country's government.
        listed: For a firm of the reference data, the name that they give it.
        family: For a model of the reference data, the name of its family.
    """

    name: str
    kind: NameKind
    start: int
    end: int
    first: int
    last: int
    level: str = ""
    region: str | None = None
    owner: str | None = None
    makes_models: bool = False
    is_adjective: bool = False
    is_resolved: bool = True
    is_metonym: bool = False
    listed: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression that can date a figure."""

    start: int
    end: int
    first: int
    last: int
    period_start: date | None
    period_end: date | None
    basis: str
    granularity: str
    edtf: str
    text: str
    is_comparison: bool = False
    is_deadline: bool = False
    is_since: bool = False
    rule_id: str = ""


@dataclass(slots=True)
class Scene:
    """A sentence with everything that was recognised in it, and what stands above it.

    Attributes:
        strangers: Capitalised runs that nothing else is known of.
        before: The sentence before in its paragraph, or the question that its paragraph answers.
        resumed: The cue of what its opening pronoun resumes, which is among ``metrics``, too.
        asked: What was asked on its bare numbers: the number as written, and the question on its unit and scale.
        segments: The clauses around figures, kept by ``clauses.segment``.
        phrases: Where the phrases of names begin, kept by ``roles.phrase_start``.
        context: What reads figures in their surroundings where rankers are in doubt; None where rankers are alone.
    """

    sentence: Sentence
    figures: list[Figure] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    strangers: list[Name] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    metrics: list[Cue] = field(default_factory=list)
    aspects: list[Cue] = field(default_factory=list)
    pointers: list[Cue] = field(default_factory=list)
    nouns: list[Cue] = field(default_factory=list)
    products: list[tuple[int, int]] = field(default_factory=list)
    is_heading: bool = False
    is_item: bool = False
    is_pronominal: bool = False
    topic: str = ""
    language: str = "fr"
    row: str = ""
    row_start: int = 0
    cell: "Cell | None" = None
    lead: "Scene | None" = None
    heading: "Scene | None" = None
    before: "Scene | None" = None
    resumed: "Cue | None" = None
    asked: list[tuple[Figure, Question]] = field(default_factory=list)
    segments: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    phrases: dict[tuple[int, str, str], int] = field(default_factory=dict)
    context: "ContextReader | None" = None


@dataclass(slots=True)
class Decision:
    """What was decided on a figure, and on what evidence.

    Attributes:
        score: Probability of the metric among those weighed, 0 to 1; so ``subject_score`` and ``time_score``.
        margin: By how much it is ahead of the second.
        candidates: Families that were weighed, best first.
        period_candidates: Periods that were weighed, with their probabilities: first and last day, or ``publication``.
        ruled_time: The time that later figures may share; None where the figure is only compared with.
        rules: Ids of the rules that settled a slot whatever the ranker said, or gave it a word from elsewhere.
        asked: By slot, the question that was put to the ranker.
    """

    figure: Figure
    section: "Scene | None" = None
    topic: str = ""
    family: str = ""
    aspect: str = "level"
    metric: str = ""
    mart: str = ""
    score: float = 0.0
    margin: float = 0.0
    candidates: dict[str, float] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    reason: str = ""
    sign: int = 1
    per: str | None = None
    is_planned: bool = False
    subject: str = ""
    subject_rule: str = ""
    subject_score: float = 0.0
    subject_candidates: dict[str, float] = field(default_factory=dict)
    region: str | None = None
    time: Time | None = None
    time_rule: str = ""
    time_score: float = 0.0
    period_candidates: dict[str, float] = field(default_factory=dict)
    ruled_time: Time | None = None
    asked: dict[str, Question] = field(default_factory=dict)
