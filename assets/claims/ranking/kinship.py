"""How a developer, its families of models and their versions stand to each other where a figure is told of one."""

from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.model import Scene
from assets.claims.ranking.linear import Facts


def kin(scene: Scene, discourse: Discourse, subject: Subject, kind: str) -> Facts:
    """Whether the subject's developer is spoken of, and whether one of its own versions was named since.

    Args:
        scene: The sentence.
        discourse: What the article has said so far.
        subject: The proposed subject.
        kind: Its class.
    """
    if subject.kind not in {"model", "organisation"}:
        return {}
    facts = _owned(scene, discourse, subject) if subject.owner else {}
    newest = discourse.versions.get(subject.family) if subject.is_line else None
    if subject.makes_models:
        newest = discourse.made.get(subject.owner or subject.name)
    if newest is not None:
        named, newer = discourse.seen.get(subject, (0, 0)), discourse.seen[newest]
        since = "since" if newer[0] >= named[0] else "before"
        here = int(newer[1] == scene.sentence.paragraph)
        facts |= {f"version-{since}": 1.0, f"version-{since}|{kind}|{here}": 1.0}
    return facts


def _owned(scene: Scene, discourse: Discourse, model: Subject) -> Facts:
    """Where a model's developer is spoken of, and whether the model is the one of it that was named last."""
    facts = {"line": float(model.is_line), "newest-of-owner": float(discourse.made.get(model.owner) == model)}
    if any(name.name == model.owner for name in scene.names):
        facts["owner-here"] = 1.0
    for known, word in ((discourse.current, "current"), (discourse.paragraph, "paragraph")):
        if known is not None and known.name == model.owner:
            facts[f"owner-{word}"] = 1.0
    if any(known.name == model.owner for known in discourse.lead.values()):
        facts["owner-lead"] = 1.0
    return facts
