"""What a time is for in its sentence, and how near it stands to a figure."""

from collections.abc import Sequence
from itertools import pairwise

from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.text import Word
from assets.claims.assembly.words import forms, role

FLOWS = frozenset(
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
SHARES = frozenset({"output_share", "sales_share", "export_share", "usage_share", "usage_growth"})
OUT_OF_REACH = 99.0
_RESULTS = frozenset({"annual_results", "half_year_results", "quarterly_results"})
_PAIR = 2
_MULTIPLIED = 7  # words between a multiple and the time of what is multiplied
_TAKEN = 7  # words between a figure and the time that is its own


def is_flow(decision: Decision) -> bool:
    """Whether a metric counts what happens in a span of time."""
    return decision.metric in FLOWS


def is_lasting(decision: Decision) -> bool:
    """Whether a figure tells what there is rather than what happened in a span of time."""
    return decision.metric not in FLOWS or decision.per is not None


def is_compared(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether the figure itself is the older one (``contre 35 tonnes un an avant``)."""
    words = scene.sentence.words
    if time.first < figure.last or scene.sentence.distance(figure.last - 1, time.first) > 6.0:
        return False
    place = figure.first - 1
    steps = 0
    while place >= 0 and steps < 5:
        if words[place].folded in role(scene.language, "formerly"):
            return True
        place -= 1
        steps += 1
    return False


def is_measure(scene: Scene, time: Time) -> bool:
    """Whether a time is what something is measured against (``le double de 2023``)."""
    words = scene.sentence.words
    of = role(scene.language, "of")
    begin = time.first
    while begin > 0 and time.first - begin < _PAIR and words[begin - 1].folded in of:
        begin -= 1
    for place in range(max(0, begin - 2), begin):
        is_figure = any(figure.first <= place < figure.last for figure in scene.figures)
        if words[place].folded in role(scene.language, "times-of") and not is_figure:
            return True
    return _is_peak(scene, time) or _is_base(scene, time) or _is_multiplied(scene, time) or _is_changed(scene, time)


def _is_changed(scene: Scene, time: Time) -> bool:
    """``en hausse de 4,6 % sur 2024``: what a change is measured against, beside the time that it holds for."""
    words = scene.sentence.words
    if not time.first or words[time.first - 1].folded not in role(scene.language, "on"):
        return False
    is_rate = any(figure.kind == "ratio" and figure.last == time.first - 1 for figure in scene.figures)
    return is_rate and any(other is not time and other.first < time.first for other in scene.times)


def _is_multiplied(scene: Scene, time: Time) -> bool:
    """``44 fois son chiffre d'affaires de 2020``: what is multiplied is that of then."""
    words = scene.sentence.words
    of = forms(scene.language, "of")  # with their accents: ``dès`` is none
    if words[time.first].text.lower() not in of and (not time.first or words[time.first - 1].text.lower() not in of):
        return False
    return any(figure.kind == "multiple" and 0 < time.first - figure.last <= _MULTIPLIED for figure in scene.figures)


def _is_peak(scene: Scene, time: Time) -> bool:
    """``sous son sommet de 2020``, ``le niveau du début de 2024``: the level of then, named by its time."""
    words = scene.sentence.words
    peaks, of = role(scene.language, "peak"), role(scene.language, "of")
    behind = words[time.last : time.last + _PAIR]
    if len(behind) == _PAIR and behind[1].folded in role(scene.language, "clause-opener"):
        return False  # the sentence goes on to tell of that time (``du pic de 2014, où …``)
    before = [word.folded for word in words[max(0, time.first - 2) : time.first]]
    if words[time.first].folded in of:
        return bool(before) and before[-1] in peaks
    return len(before) == _PAIR and before[1] in of and before[0] in peaks


def _is_base(scene: Scene, time: Time) -> bool:
    """``deux fois plus qu'à la fin de 2024``: what is compared stands behind ``plus que``."""
    words = scene.sentence.words
    light = role(scene.language, "placing") | role(scene.language, "article") | role(scene.language, "at")
    place = time.first - 1
    while place >= 0 and (words[place].folded in light or words[place].text in {"'", "’"}):
        place -= 1
    if place < 0 or words[place].folded not in role(scene.language, "than"):
        return False
    return any(word.folded in role(scene.language, "more") for word in words[max(0, place - 4) : place])


def is_report_day(scene: Scene, time: Time) -> bool:
    """Whether a time only says when a study came out (``selon une étude diffusée fin novembre``)."""
    if time.rule_id in _RESULTS:
        return False  # « publie ses résultats semestriels » names what they are of
    stems = tuple(role(scene.language, "report-stem"))
    words = scene.sentence.words[max(0, time.first - 3) : time.first]
    return any(word.folded.startswith(stems) for word in words)


def is_survey_day(scene: Scene, time: Time) -> bool:
    """``une enquête menée en février auprès de 212 firmes``: what was counted holds for that time."""
    stems = tuple(role(scene.language, "survey-stem"))
    words = scene.sentence.words[max(0, time.first - 4) : time.first]
    return any(word.folded.startswith(stems) for word in words)


def is_announced(scene: Scene, time: Time) -> bool:
    """Whether a time tells when somebody spoke (``qui tablait en mars sur …``)."""
    stems = tuple(role(scene.language, "announcing-stem"))
    words = scene.sentence.words[max(0, time.first - 2) : time.first]
    if not any(word.folded.startswith(stems) for word in words):
        return False
    return any(other is not time and not (other.is_since or other.is_comparison) for other in scene.times)


def is_release_day(scene: Scene, time: Time) -> bool:
    """Whether a time tells when a model came out, not when it had been downloaded so often."""
    stems = tuple(role(scene.language, "release-stem"))
    words = scene.sentence.words[max(0, time.first - 4) : time.first]
    return any(word.folded.startswith(stems) for word in words)


def _is_first_time(scene: Scene, time: Time) -> bool:
    """``pour la première fois depuis 1998`` tells how long ago, not since when the figure holds."""
    words = scene.sentence.words
    marks = role(scene.language, "record") | role(scene.language, "superlative")
    counted = {
        place for figure in scene.figures for place in range(figure.last, max(figure.last, figure.counted_end) + 1)
    }
    for place in range(max(0, time.first - 5), time.first):
        if words[place].folded in marks and place not in counted:  # « téléchargé 9 000 fois depuis mai » counts
            return True
    near = [word.folded for word in scene.sentence.words[max(0, time.first - 9) : time.first]]
    most, owners = role(scene.language, "most"), role(scene.language, "article")
    return any(first in owners and second in most for first, second in pairwise(near))


def gap(scene: Scene, decision: Decision, time: Time) -> float:
    """How far a time stands from a figure, in words, breaks counted in; out of reach where it cannot date it."""
    figure = decision.figure
    sentence = scene.sentence
    if time.last <= figure.first:
        gap = sentence.distance(time.last - 1, figure.first)
        crossed = [other for other in scene.figures if time.last <= other.first < figure.first]
        gap += 0.5 * len(crossed)
        if any(word.text == ";" for word in sentence.words[time.last : figure.first]):
            gap += 6.0
        if time.is_since and _is_first_time(scene, time):
            return OUT_OF_REACH
        if time.first <= 2:
            gap *= 0.75  # a sentence that opens with its date keeps it
        if crossed and decision.metric not in FLOWS and _in_present(scene, figure, time):
            return OUT_OF_REACH
        if is_taken(scene, figure, time):
            gap += 6.0
            if any(_starts_anew(scene, name.first) for name in scene.names if time.last <= name.first < figure.first):
                return OUT_OF_REACH
        return gap
    if time.first >= figure.last:
        gap = sentence.distance(figure.last - 1, time.first)
        between = sentence.words[figure.last : time.first]
        crossed = crossed_before(scene, figure, time)
        gap += 4.0 * len(crossed)
        if crossed and (time.is_deadline or (decision.metric not in FLOWS and _present_before(scene, figure))):
            return OUT_OF_REACH
        if any(word.text == ":" for word in between) or (
            crossed and any(w.folded in role(scene.language, "new-clause") for w in between)
        ):
            return OUT_OF_REACH
        if _is_closed_off(between) or (time.is_since and _is_first_time(scene, time)):
            return OUT_OF_REACH
        return gap
    return 0.0


def _is_closed_off(between: Sequence[Word]) -> bool:
    """Whether a statement ends between two places; a name in quotes ends none (``186 « champions » au 31 mars``)."""
    texts = [word.text for word in between]
    if ";" in texts or "." in texts:
        return True
    return "»" in texts and "«" not in texts[: texts.index("»")]


def crossed_before(scene: Scene, figure: Figure, time: Time) -> list[Figure]:
    """The figures between a figure and a time behind it; those in brackets stand aside (``Geely (12 %), en mai``)."""
    crossed = [other for other in scene.figures if figure.last <= other.first < time.first]
    return crossed if figure.in_brackets else [other for other in crossed if not other.in_brackets]


def is_taken(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether a time stands right behind an earlier figure, which it dates."""
    words = scene.sentence.words
    joining = role(scene.language, "joining")
    for other in scene.figures:
        end = max(other.counted_end, other.last)
        if other.first < figure.first and 0 <= time.first - end <= _TAKEN:
            between = words[end : time.first]
            if not any(word.folded in joining or word.text in {"(", ")", ":"} for word in between):
                return True
    return False


def _in_present(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether a verb of the present stands close before a figure, behind the time of an earlier one."""
    present = role(scene.language, "present-verb")
    return any(word.folded in present for word in scene.sentence.words[max(time.last, figure.first - 7) : figure.first])


def _present_before(scene: Scene, figure: Figure) -> bool:
    """Whether a verb of the present governs a figure."""
    present = role(scene.language, "present-verb")
    return any(word.folded in present for word in scene.sentence.words[max(0, figure.first - 5) : figure.first])


def _starts_anew(scene: Scene, place: int) -> bool:
    words = scene.sentence.words
    before = words[place - 1].folded if place else ""
    return before in role(scene.language, "joining")
