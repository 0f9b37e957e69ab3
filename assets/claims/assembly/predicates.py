"""What a figure's predicate says of it: ``38 000 ont été vendues`` and ``12 000 exportées`` behind what was made."""

from assets.claims.assembly.elliptic_facts import MEASURES
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role

_KINDS = MEASURES | {"count"}
_GOES_ON = frozenset({"output", "sales"})  # what is told of things before they are sold or leave the country
_FAMILIES = ("sales", "export")
_REACH = 7  # words behind a figure among which its predicate stands (``12 000 d'entre elles ont déjà été vendues``)
_ELISIONS = frozenset({"'", "’"})


def settle(scene: Scene, decision: Decision) -> None:
    """Give a level that seems to go on with output the metric of the passive verb whose subject it is."""
    figure = decision.figure
    goes_on = decision.aspect == "level" and decision.family in _GOES_ON and not decision.reason
    if not goes_on or figure.kind not in _KINDS or scene.cell is not None:
        return
    family = _told(scene, figure)
    if family is None:
        return
    metric, mart = frame(family).metric("level", figure.kind), frame(family).mart
    if metric is not None and mart is not None:
        decision.family, decision.metric, decision.mart = family, metric, mart
        decision.rules.append("metric:predicate")


def _told(scene: Scene, figure: Figure) -> str | None:
    """The family of the participle right behind a bare number, or of the passive whose subject a figure is."""
    place = _passive(scene, figure)
    if place is None and figure.noun is None:
        place = figure.last
    words = scene.sentence.words
    if place is None or place >= len(words):
        return None
    return next((f for f in _FAMILIES if words[place].folded in role(scene.language, f"made-{f}")), None)


def _passive(scene: Scene, figure: Figure) -> int | None:
    """The place of the participle behind ``ont été`` or ``sont``, with nothing that parts it from the figure."""
    words, language = scene.sentence.words, scene.language
    start = place = max(figure.last, figure.counted_end)
    stops = role(language, "relative") | role(language, "and") | role(language, "than")
    end = min(len(words), start + _REACH)
    while place < end and words[place].folded not in role(language, "passive-start"):
        if not (words[place].text.isalpha() or words[place].text in _ELISIONS) or words[place].folded in stops:
            return None
        place += 1
    verb = place
    passed = role(language, "passive-start") | role(language, "passive") | role(language, "predicate-adverb")
    while place < min(len(words), verb + _REACH) and words[place].folded in passed:
        place += 1
    return place if any(word.folded in role(language, "passive") for word in words[verb:place]) else None
