"""The time base of a figure: its own, that of the figure it is paired with, or that of what it goes on with."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.claims.assembly import clauses, elliptic
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.qualify import Stretch
from assets.claims.assembly.words import role
from assets.claims.qualifiers import rate_of

_SERIES = frozenset({"active_users"})  # told in one rate through a whole paragraph
_FLOWS = frozenset({"output_volume", "capacity"})  # what is made and what can be made are told in one rate
_SUMMED = frozenset({"year", "half", "quarter"})
_THEREOF = 6  # words between ``en`` and its figure (``n'en tire plus, dit-elle, que 44``)
# What a bracket explains of the counted thing (``9 000 tonnes (poids sec) par mois``).
_ASIDE = re.compile(r"(?:\s\w+){0,2}\s?\([^()]{1,60}\)")


def rate(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> str | None:
    """The time base of a level: its own, that of the figure it is paired with, or that of the series it goes on with.

    Args:
        scene: The sentence.
        decision: The figure, its metric decided.
        done: Decisions on earlier figures of the sentence.
        previous: Decisions of the sentence before.
    """
    if decision.aspect != "level":
        return None
    own = _own_rate(scene, decision.figure)
    if own is None:
        own = next((found for other in _paired(scene, decision.figure) if (found := _own_rate(scene, other))), None)
    return own or _handed_on(scene, decision, done, previous)


def _own_rate(scene: Scene, figure: Figure) -> str | None:
    begin = scene.sentence.start
    text = scene.sentence.text
    end = figure.end - begin
    if figure.equivalent_value is not None:
        bracket = text.find(")", end)  # ``4 millions de yuans (environ 0,5 million d'euros) par an``
        end = bracket + 1 if bracket >= 0 else end
    others = [Stretch(other.start - begin, other.end - begin) for other in scene.figures if other.kind != "other"]
    found = rate_of(text, Stretch(figure.start - begin, end), language=scene.language, others=others)
    aside = _ASIDE.match(text, _counted_end(scene, figure)) if found is None else None
    if aside is not None:
        found = rate_of(text, Stretch(figure.start - begin, aside.end()), language=scene.language, others=others)
    return found.value if found is not None else None


def _counted_end(scene: Scene, figure: Figure) -> int:
    """Where the counted noun ends in the sentence's text."""
    last = max(figure.last, figure.counted_end)
    return scene.sentence.words[last - 1].end - scene.sentence.start


def _paired(scene: Scene, figure: Figure) -> list[Figure]:
    """The other figure of ``de 40 000 à 60 000 tonnes par an``, ``60 000 autos et 5 000 cars par an``."""
    to, also = role(scene.language, "at"), role(scene.language, "and")
    words = scene.sentence.words
    found: list[Figure] = []
    for first, second in pairwise(scene.figures):
        if second.first != max(first.last, first.counted_end) + 1:
            continue
        link = words[second.first - 1].folded
        if link in to and figure in (first, second):
            found.append(second if figure == first else first)
        elif link in also and figure == first and first.kind == second.kind:
            found.append(second)
    return found


def _handed_on(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> str | None:
    """``30 millions d'utilisateurs mensuels, contre 12 un an plus tôt``: a bare figure goes on with the series."""
    if not _says_what(scene, decision):
        for prior in reversed([*previous, *done] if decision.metric in _SERIES and scene.sentence.number else done):
            if prior.aspect != "level" or prior.reason:
                continue
            if elliptic.is_compared(scene.sentence, decision.figure, scene.language):
                return prior.per
            is_amount = decision.figure.kind == "money"
            if _is_summed(scene, decision) or (is_amount and not _is_gapped(scene, prior.figure, decision)):
                break
            if prior.metric == decision.metric:
                return prior.per
    return _resumed(scene, decision, done, previous)


def _says_what(scene: Scene, decision: Decision) -> bool:
    """Whether a figure says itself what it counts; amounts of one aid are told in one rate."""
    figure = decision.figure
    if figure.kind == "money":
        return decision.metric != "subsidy_amount" and not _is_bare(scene, figure)
    return figure.noun is not None or bool(figure.noun_text) or elliptic.names_a_unit(figure)


def _is_bare(scene: Scene, figure: Figure) -> bool:
    """Whether a number is written without a unit (``12 milliards par an, X 4``)."""
    return any(asked.start == figure.start for asked, _ in scene.asked)


def _is_gapped(scene: Scene, prior: Figure, decision: Decision) -> bool:
    """Whether an amount leaves out the verb, too, that an earlier one has (``verse 1 milliard par an, X 400``)."""
    if decision.metric == "subsidy_amount":
        return True
    first, last = prior.last, decision.figure.first
    return not (_has_aim(scene, first, last) or clauses.has_verb(scene, first, last))


def _resumed(scene: Scene, decision: Decision, done: Sequence[Decision], previous: Sequence[Decision]) -> str | None:
    """``La mine donnait 900 tonnes par mois. Elle n'en tire plus que 40``: so many are drawn a month, too.

    What has been drawn by some day (``elle en a tiré 40``) is a sum.
    """
    figure = decision.figure
    if decision.metric not in _FLOWS or figure.noun is not None or not _is_thereof(scene, figure):
        return None
    if _is_summed(scene, decision):
        return None
    for prior in reversed([*(previous if scene.sentence.number else ()), *done]):
        if prior.aspect == "level" and prior.metric in _FLOWS and not prior.reason:
            return prior.per if prior.figure.kind == figure.kind else None
    return None


def _is_summed(scene: Scene, decision: Decision) -> bool:
    """Whether a time says by when so many are made in all (``n'en fera que 40 cette année``)."""
    low, high = clauses.segment(scene, decision.figure)
    if decision.metric not in _FLOWS or _has_aim(scene, low, high):
        return False  # ``en donne 40 par mois et en prévoit 90 en 2027``
    return any(low <= time.first < high and time.granularity in _SUMMED for time in scene.times)


def _has_aim(scene: Scene, first: int, last: int) -> bool:
    aims = role(scene.language, "aim")
    return any(word.folded in aims for word in scene.sentence.words[first:last])


def _is_thereof(scene: Scene, figure: Figure) -> bool:
    """Whether ``en`` stands for what a figure counts, before a verb that tells no sum."""
    words, thereof = scene.sentence.words, role(scene.language, "thereof")
    low, _ = clauses.segment(scene, figure)
    sums = role(scene.language, "having") | role(scene.language, "being") | role(scene.language, "owning")
    for place in range(max(low, figure.first - _THEREOF), figure.first - 1):
        if words[place].folded in thereof:
            return words[place + 1].folded not in sums
    return False
