"""What speaks for a name of which nothing is known: how often the article writes it, and what it looks like."""

from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.model import LOCALITY, STRANGER, Name, Scene
from assets.claims.ranking.linear import Facts

_MANY = 4


def unknown_facts(scene: Scene, discourse: Discourse, subject: Subject, name: Name | None) -> Facts:
    """The facts on a subject that is only known by its capitals; nothing for any other.

    Args:
        scene: The sentence.
        discourse: What the article has said so far.
        subject: The proposed subject.
        name: Its best placed mention in the sentence, or None.
    """
    if subject.level not in {STRANGER, LOCALITY}:
        return {}
    kind = subject.level
    count = min(_MANY, discourse.strangers.get(subject, 0))
    words = subject.name.count(" ") + 1
    facts = {
        f"{kind}:count{count}": 1.0,
        f"{kind}:words{min(_MANY, words)}": 1.0,
        f"{kind}:capitals": float(subject.name.isupper()),
        f"{kind}:most": float(count > 1 and count >= min(_MANY, max(discourse.strangers.values()))),
        f"{kind}:no-subject-yet": float(discourse.current is None),
        f"{kind}:here{int(name is not None)}": 1.0,
        f"{kind}:names{min(_MANY, len(scene.names))}": 1.0,
    }
    if discourse.strange.get(kind) == subject or (discourse.strange_before and discourse.strange_before[-1] == subject):
        facts[f"{kind}:last"] = 1.0
    if name is not None:
        facts[f"{kind}:opens{int(name.first == 0)}"] = 1.0
    return facts
