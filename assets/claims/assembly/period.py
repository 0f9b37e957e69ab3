"""When a figure holds: the expression of its own clause, one that governs the sentence, or what the text said before."""

from dataclasses import dataclass

from assets.claims.assembly.model import Decision, Figure, Scene, Time

_FLOWS = frozenset(
    {
        "output_volume",
        "output_value",
        "output_growth",
        "sales_volume",
        "sales_value",
        "sales_growth",
        "export_volume",
        "export_value",
        "export_growth",
        "model_revenue",
    }
)


@dataclass(slots=True)
class Chronicle:
    """The times that govern what follows: of the last dated claim, of the paragraph, of the lead-in."""

    running: Time | None = None
    running_metric: str = ""
    paragraph: int = -1
    age: int = 99


def choose(scene: Scene, decision: Decision, chronicle: Chronicle) -> tuple[Time | None, str]:
    """The time that dates a figure and the rule that chose it; None means the day of publication."""
    figure = decision.figure
    best: Time | None = None
    best_gap = 99.0
    for time in scene.times:
        if time.is_comparison and not _is_compared(scene, figure, time):
            continue
        gap = _gap(scene, figure, time)
        if gap < best_gap:
            best, best_gap = time, gap
    if best is not None and best_gap < 40.0:
        return best, "period:own"
    if scene.lead is not None and scene.lead.times and decision.metric in _FLOWS:
        return scene.lead.times[-1], "period:lead"
    if chronicle.running is not None and decision.metric in _FLOWS and chronicle.age <= 1:
        return chronicle.running, "period:running"
    return None, "period:publication"


def _is_compared(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether the figure itself is the older one (``contre 220 millions deux ans plus tôt``)."""
    words = scene.sentence.words
    if time.first < figure.last or scene.sentence.distance(figure.last - 1, time.first) > 6.0:
        return False
    place = figure.first - 1
    steps = 0
    while place >= 0 and steps < 5:
        if words[place].folded in {"contre", "comptait", "etaient", "etait"}:
            return True
        place -= 1
        steps += 1
    return False


def _gap(scene: Scene, figure: Figure, time: Time) -> float:
    sentence = scene.sentence
    if time.last <= figure.first:
        gap = sentence.distance(time.last - 1, figure.first)
        crossed = [other for other in scene.figures if time.last <= other.first < figure.first]
        gap += 0.5 * len(crossed)
        if any(word.text == ";" for word in sentence.words[time.last : figure.first]):
            gap += 6.0
        if time.first <= 2:
            gap *= 0.75  # a sentence that opens with its date keeps it
        return gap
    if time.first >= figure.last:
        gap = sentence.distance(figure.last - 1, time.first)
        between = sentence.words[figure.last : time.first]
        crossed = [other for other in scene.figures if figure.last <= other.first < time.first]
        gap += 4.0 * len(crossed)
        if any(word.text in {";", "»"} for word in between):
            gap += 20.0
        return gap
    return 0.0
