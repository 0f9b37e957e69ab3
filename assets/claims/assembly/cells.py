"""What a table cell measures where cues are silent: its heading speaks before its caption, its row goes on."""

from collections.abc import Sequence

from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role

_INDUSTRY, _SUBSIDIES = "industrial_output", "provincial_subsidies"
_MEASURED = frozenset({"count", "mass", "energy", "power", "volume", "area"})
_SHARES = {"industrial_output": "output", "ai_model_adoption": "usage", "": "output"}
_THINGS = frozenset({"output", "sales", "export", "capacity", "installed"})
_SETTLED = 0.5
_OPENERS = frozenset({",", ":"})  # stand before a cell's heading


def heading_span(scene: Scene) -> tuple[int, int]:
    """First word of a cell's own label and heading, and the place just past the last one; its caption stands before."""
    if scene.cell is None:
        return 0, 0
    words = scene.sentence.words
    end = scene.sentence.index_at(scene.cell.start)
    while end > 0 and words[end - 1].text == ":":
        end -= 1
    low = end
    while low > 0 and words[low - 1].text != ":":
        low -= 1
    return low, end


def headed(scene: Scene, figure: Figure, scores: dict[str, float]) -> dict[str, float]:
    """Of the families weighed for a cell those of what its heading begins with (``Fabricants recensés``), if any.

    What its table and other columns are about tells less: they count other things.
    """
    families = _counted(scene) if scene.cell is not None and figure.kind == "count" else ()
    if not families:
        return scores
    found = {family: score for family, score in scores.items() if family in families or frame(family).mart is None}
    if frame(families[0]).metric("level", figure.kind) is not None:
        found[families[0]] = max(found.get(families[0], 0.0), _SETTLED)
    return found


def _counted(scene: Scene) -> tuple[str, ...]:
    """The families of the noun that a cell's heading begins with, but for those of things, which are made and sold."""
    low, high = heading_span(scene)
    words = scene.sentence.words
    noun = next((n for n in scene.nouns if low <= n.first < high and words[n.first - 1].text in _OPENERS), None)
    families = tuple(str(family) for family in noun.entry.data.get("families", ())) if noun is not None else ()
    return () if _THINGS & set(families) else families


def settle(scene: Scene, decision: Decision, previous: Sequence[Decision]) -> None:
    """Give a cell that no cue speaks of the metric of its row, of what its heading counts, or of its table.

    Args:
        scene: The made-up sentence of the cell.
        decision: The figure as the rules decided it.
        previous: The decisions of the cell before.
    """
    if decision.reason == "excluded_gap" and decision.figure.kind == "ratio":
        decision.aspect, decision.reason = "growth", "no_metric"  # a column ``Écart`` tells changes
    if decision.metric or decision.reason != "no_metric":
        return
    for family in _proposed(scene, decision, previous):
        metric = frame(family).metric(decision.aspect, decision.figure.kind)
        if metric is not None:
            decision.family, decision.metric, decision.mart = family, metric, str(frame(family).mart)
            decision.score, decision.reason = _SETTLED, ""
            return


def _proposed(scene: Scene, decision: Decision, previous: Sequence[Decision]) -> list[str]:
    """Families that a cell may be of, the likeliest first."""
    low, high = heading_span(scene)
    headed = {word.folded for word in scene.sentence.words[low:high]}
    if decision.aspect == "share":
        if scene.topic == _SUBSIDIES and headed & role(scene.language, "rate-heading"):
            return ["rate"]
        return (
            [_SHARES[scene.topic]] if headed & role(scene.language, "share-heading") and scene.topic in _SHARES else []
        )
    row = [prior.family for prior in of_row(scene, previous) if prior.metric]
    made = ["output"] if scene.topic == _INDUSTRY or headed & role(scene.language, "made-heading") else []
    if decision.aspect == "growth":
        return row or made
    counted = [
        str(family)
        for noun in scene.nouns
        if low <= noun.first < high
        for family in noun.entry.data.get("families", ())[:1]
        if family not in _THINGS
    ]
    return [*counted, *row, *(made if decision.figure.kind in _MEASURED else [])]


def of_row(scene: Scene, previous: Sequence[Decision]) -> list[Decision]:
    """The decisions of the cell before, where it stands in the same row; the last one first."""
    return [
        prior
        for prior in reversed(previous)
        if scene.row_start <= prior.figure.start < scene.row_start + len(scene.row)
    ]
