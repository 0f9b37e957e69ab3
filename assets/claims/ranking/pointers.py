"""Where the word stands that points at a subject: ``le groupe`` opens a clause, ``de la province`` does not."""

from collections.abc import Sequence

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.discourse import Subject, keys_of
from assets.claims.assembly.fitting import fit
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.words import role
from assets.claims.ranking.linear import Facts

_KINDS = ("of", "placing", "by", "beyond")
_HEADS = frozenset({",", ";", ":", ".", "«", "–", "—", "("})


def pointer_facts(scene: Scene, decision: Decision, proposed: Sequence[Candidate], kind: str) -> Facts:
    """How the best pointing word of a subject stands.

    Args:
        scene: The sentence.
        decision: Metric and mart of the figure.
        proposed: The proposals of the subject.
        kind: The subject's class.
    """
    pointed = [candidate for candidate in proposed if candidate.cue is not None]
    if not pointed:
        return {}
    cue = max(pointed, key=lambda candidate: candidate.score).cue
    assert cue is not None
    words, figure = scene.sentence.words, decision.figure
    before = words[cue.first - 1].folded if cue.first else "."
    word = next((name for name in _KINDS if before in role(scene.language, name)), "none")
    opens = int(before in _HEADS or (cue.first > 0 and words[cue.first - 1].text in _HEADS))
    side = "before" if cue.last <= figure.first else "after"
    facts = {f"points:{side}:{word}": 1.0, f"points:{side}:{word}|{kind}": 1.0, f"points:{side}:opens{opens}": 1.0}
    if side == "before":
        between = [name for name in scene.names if cue.last <= name.first < figure.first and not name.is_adjective]
        newer = int(any(fit(Subject.of(name), decision) > 0.6 for name in between))
        facts |= {f"points:newer{newer}": 1.0, f"points:{word}:newer{newer}": 1.0}
        facts["points:figures"] = float(any(cue.last <= other.first < figure.first for other in scene.figures))
    return facts


def relative_facts(decision: Decision, subject: Subject, antecedent: Name | None) -> Facts:
    """Whether the relative clause of the figure tells of a subject, or of another that fits."""
    if antecedent is None or fit(Subject.of(antecedent), decision) == 0.0:
        return {}
    return {"antecedent" if subject == Subject.of(antecedent) else "other-antecedent": 1.0}


def pointing_kinds(scene: Scene, decision: Decision) -> frozenset[str]:
    """What the pointing words before the figure can mean: ``city``, ``firm``."""
    before = (cue for cue in scene.pointers if cue.last <= decision.figure.first)
    return frozenset(str(cue.entry.data.get("points_to", "")) for cue in before) - {"source", "group", "state"}


def pointed_at(kinds: frozenset[str], subject: Subject, kind: str, known: Facts) -> Facts:
    """Whether a pointing word before the figure can mean a subject (``la ville``), and what speaks for this one."""
    if not kinds:
        return {}
    if kinds.isdisjoint(keys_of(subject)):
        return {"pointer:other": 1.0}
    facts = {"pointer": 1.0, f"pointer|{kind}": 1.0}
    for trait in ("last", "main-of-class", "current", "title", "lead", "heading"):
        if known.get(trait):
            facts[f"pointer:{trait}"] = 1.0
    return facts
