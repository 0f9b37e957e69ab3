"""What holds for all subjects that a figure can have: their classes, how often and when each was named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.fitting import fit
from assets.claims.assembly.model import LOCALITY, PLATFORM, STRANGER, Decision, Name, Scene
from assets.claims.assembly.roles import antecedent
from assets.claims.ranking.in_view import View
from assets.claims.ranking.pointers import pointing_kinds


def class_of(subject: Subject) -> str:
    """The class of a subject that weights are shared by: ``china``, ``city``, ``maker``, ``family``, ``group``."""
    if subject.level in {STRANGER, LOCALITY}:
        return subject.level
    if subject.kind == "place":
        if subject.name == "World":
            return "world"
        if subject.level == "country":
            return "china" if subject.region == "CN" else "abroad"
        if subject.region is None and subject.level in {"city", "province", "district"}:
            return "abroad-city"
        return subject.level or "place"
    if subject.kind == "organisation":
        if subject.level not in {"firm", "", PLATFORM}:
            return "reporter"
        return "hub" if subject.level == PLATFORM else "maker" if subject.makes_models else "firm"
    if subject.kind == "model":
        return "family" if subject.makes_models else "model"
    return "group"


@dataclass(frozen=True, slots=True)
class Field:
    """What holds for all subjects of one figure.

    Attributes:
        counts: By class, how often each subject of the article is named.
        seen: By class, in which sentence each subject was named last.
        fitting: The names of the sentence that fit the figure's metric.
        has_newer: Whether one of them stands between the figure before and this one.
    """

    scene: Scene
    decision: Decision
    discourse: Discourse
    mentions: int
    top: float
    has_own: bool
    counts: Mapping[str, Sequence[int]]
    seen: Mapping[str, Sequence[int]]
    fitting: Sequence[Name]
    has_newer: bool
    antecedent: Name | None
    view: View
    pointers: frozenset[str]

    @classmethod
    def of(
        cls,
        scene: Scene,
        decision: Decision,
        discourse: Discourse,
        proposals: Iterable[Sequence[Candidate]],
        fits: Sequence[float],
        top: float,
    ) -> "Field":
        """Work it out once for a figure.

        Args:
            scene: The sentence.
            decision: Metric and mart of the figure.
            discourse: What the article has said so far.
            proposals: The proposals of each subject.
            fits: How well each subject goes with the metric.
            top: The best score of all.
        """
        figure = decision.figure
        counts: dict[str, list[int]] = {}
        for known, count in (*discourse.topics.items(), *discourse.strangers.items()):
            counts.setdefault(class_of(known), []).append(count)
        seen: dict[str, list[int]] = {}
        for known, (sentence, _) in discourse.seen.items():
            seen.setdefault(class_of(known), []).append(sentence)
        fitting = [name for name in scene.names if fit(Subject.of(name), decision) > 0.6]
        last = max((other.last for other in scene.figures if other.last <= figure.first), default=0)
        return cls(
            scene=scene,
            decision=decision,
            discourse=discourse,
            mentions=sum(discourse.topics.values()) or 1,
            top=top,
            has_own=any(
                candidate.is_own and candidate.score * fits_so > 0.2
                for proposed, fits_so in zip(proposals, fits, strict=True)
                for candidate in proposed
            ),
            counts=counts,
            seen=seen,
            fitting=fitting,
            has_newer=any(last <= name.first < figure.first and not name.is_adjective for name in fitting),
            antecedent=antecedent(scene, figure.first),
            view=View.of(scene, decision, discourse),
            pointers=pointing_kinds(scene, decision),
        )
