"""On which side of its figure the subject of the figure before was named.

``14 % pour Doubao, 9 % pour Kimi``: whoever tells one figure's subject behind it tells the next one's there too.
"""

from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.model import Figure
from assets.claims.ranking.linear import Facts


def parallel(discourse: Discourse, figure: Figure, subject: Subject, place: int | None) -> Facts:
    """How a subject stands beside that of the figure before in the same sentence."""
    if discourse.told is None:
        return {}
    known, told = discourse.told
    side = "carried" if place is None else "before" if place < figure.first else "after"
    return {f"told:{told}:{side}": 1.0, f"told:{told}:{side}:{'same' if known == subject else 'other'}": 1.0}
