"""How the words that speak of metrics stand to a figure: how near, in whose clause, and whether another is nearer."""

from assets.claims.assembly.clauses import segment
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.metric import closeness
from assets.claims.assembly.model import Figure, Scene
from assets.claims.ranking.linear import Facts

_GAPS = (1, 3, 6)  # words between a cue and its figure: from here it is no longer next to it, near, in reach


def _spoken(scene: Scene, figure: Figure) -> list[Cue]:
    """The cues that speak of figures of such a kind."""
    return [cue for cue in scene.metrics if figure.kind in cue.entry.data.get("kinds", (figure.kind,))]


def cues_around(scene: Scene, figure: Figure) -> dict[str, Facts]:
    """How near the cues of each family stand, whether in the figure's own clause, and whether it is nearest to them."""
    found: dict[str, Facts] = {}
    spoken = _spoken(scene, figure)
    low, high = segment(scene, figure) if spoken else (0, 0)
    for cue in spoken:
        facts = found.setdefault(str(cue.entry.data["family"]), {})
        facts[f"cue:{cue.entry.id}"] = closeness(scene, cue, figure)
        facts["clause:own" if low <= cue.first < high else "clause:other"] = 1.0
        facts["owner:self" if _is_owner(scene, cue, figure) else "owner:other"] = 1.0
    return found


def _is_owner(scene: Scene, cue: Cue, figure: Figure) -> bool:
    """Whether no other figure that a cue can speak of stands nearer to it."""
    kinds = cue.entry.data.get("kinds", (figure.kind,))
    own = _gap(cue, figure)
    return all(other.kind not in kinds or other is figure or _gap(cue, other) >= own for other in scene.figures)


def _gap(cue: Cue, figure: Figure) -> int:
    """How many words lie between a cue and a figure."""
    return max(cue.first - max(figure.last, figure.counted_end), figure.first - cue.last, 0)


def nearest_cues(scene: Scene, figure: Figure) -> dict[str, Facts]:
    """For the families of the cues next to a figure on either side, how many words lie between."""
    found: dict[str, Facts] = {}
    end = max(figure.last, figure.counted_end)
    spoken = _spoken(scene, figure)
    sides = {
        "before": [(figure.first - cue.last, cue) for cue in spoken if cue.last <= figure.first],
        "behind": [(max(cue.first - end, 0), cue) for cue in spoken if cue.first >= figure.last],
    }
    for side, cues in sides.items():
        gap, nearest = min(cues, key=lambda pair: pair[0], default=(0, None))
        if nearest is not None:
            step = sum(gap >= limit for limit in _GAPS)
            between = sum(
                min(nearest.first, end) < other.first < max(figure.first, nearest.first) for other in scene.figures
            )
            facts = found.setdefault(str(nearest.entry.data["family"]), {})
            facts |= {
                f"nearest:{side}": 1.0,
                f"nearest:{side}{step}": 1.0,
                f"nearest:{side}:crosses": float(between > 0),
            }
    return found
