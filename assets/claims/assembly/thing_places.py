"""How a thing's place in a sentence ties it to a figure: counted by it, governed with it, or only near."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.things import Policy, Thing, between
from assets.claims.assembly.words import role

# The weights were chosen on the odd-numbered articles of the project's own gold; a thing that the figure counts always
# wins over one that only stands near, and that over one which is handed down.
COUNTED = 3.0
_INSIDE = 3.2
_GOVERNED = 1.5
BEFORE_REACH = 16.0
_AFTER, _AFTER_REACH = 0.9, 5.0
_CHAIN, _MEASURE_GAP = 9, 4
WINDOW = 80  # words; what stands further off says nothing, and giant sentences stay cheap
_RECEIVERS, _COMPLEMENT = frozenset({"organisation", "beneficiary", "person"}), 0.45
_RECEIVING = 1.5  # bare words for firms and homes say more where money is given out
_LABEL, _LABEL_START = 1.2, 4
_OPENS = 1.4
_CLAUSE_SIGNS = frozenset({".", ";", ":", "–", "—", "-", "(", "«", "»", "?"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with its things, prepared once so that every figure looks at its neighbourhood alone.

    Attributes:
        things: Left to right.
        starts: Position of each thing's first word.
        figures: Position of each figure's first word, in order.
        counts: Every position that belongs to a figure.
        cue_ends: Positions just past the words of measure.
    """

    scene: Scene
    things: Sequence[Thing]
    starts: Sequence[int]
    figures: Sequence[int]
    counts: frozenset[int]
    cue_ends: frozenset[int]

    @classmethod
    def of(cls, scene: Scene, things: Sequence[Thing]) -> "Setting":
        """Prepare a sentence."""
        return cls(
            scene,
            things,
            [thing.first for thing in things],
            sorted(figure.first for figure in scene.figures),
            frozenset(place for figure in scene.figures for place in range(figure.first, figure.last)),
            frozenset(cue.last for cue in scene.metrics),
        )

    def near(self, figure: Figure) -> Sequence[Thing]:
        """The things within reach of a figure, and the one that opens the sentence."""
        low = bisect_left(self.starts, figure.first - WINDOW)
        high = bisect_left(self.starts, figure.last + WINDOW)
        opening = [thing for thing in self.things[:2] if thing.first <= _LABEL_START] if low else []
        return [*opening[:low], *self.things[low:high]]

    def figures_between(self, low: int, high: int) -> int:
        """How many figures begin from ``low`` on and before ``high``."""
        return max(0, bisect_left(self.figures, high) - bisect_left(self.figures, low))


def phrase_weight(scene: Scene, decision: Decision, thing: Thing, own: Sequence[Thing]) -> float:
    """Weight of a thing within its phrase: of a plant that makes cars, aid goes to the plant."""
    if decision.mart != "provincial_subsidies":
        return thing.weight
    of = role(scene.language, "of")
    for other in own:
        head, tail = (thing, other) if thing.first < other.first else (other, thing)
        between_them = scene.sentence.words[head.last : tail.first]
        if head.kind not in _RECEIVERS or not between_them or not all(word.folded in of for word in between_them):
            continue
        return max(thing.weight, 1.0) if thing is head else thing.weight * _COMPLEMENT
    return min(1.0, thing.weight * _RECEIVING) if thing.kind in _RECEIVERS else thing.weight


def place_score(setting: Setting, figure: Figure, thing: Thing, policy: Policy) -> float:
    """What a thing's place in the sentence says about the figure."""
    scene, sentence = setting.scene, setting.scene.sentence
    if thing.first >= figure.first and thing.last <= max(figure.last, figure.first + 1):
        return _INSIDE
    if thing.first < figure.last and thing.last > figure.first:
        return _INSIDE if thing.last > figure.last else 0.0
    if thing.first >= figure.last:
        return _after(setting, figure, thing, policy)
    gap = sentence.distance(thing.last - 1, figure.first)
    if policy.counted and not _is_predicate(figure, thing):
        return 0.0
    crossed = 2.0 * setting.figures_between(thing.last, figure.first)
    if _is_label(scene, thing):
        return _LABEL / sqrt(max(thing.weight, 0.3))
    if _is_governed(setting, thing):
        return _GOVERNED * exp(-(gap + crossed) / BEFORE_REACH)
    if _opens(scene, thing):
        return _OPENS * exp(-(gap + crossed) / (BEFORE_REACH * 2))
    return exp(-(gap + crossed) / BEFORE_REACH)


def _is_label(scene: Scene, thing: Thing) -> bool:
    """Whether a thing names a line of a list (``Ciment : 12 Mt (+3 %)``)."""
    words = scene.sentence.words
    return (
        scene.is_item
        and thing.first <= _LABEL_START
        and any(word.text == ":" for word in words[thing.last : thing.last + _LABEL_START])
    )


def _opens(scene: Scene, thing: Thing) -> bool:
    """Whether a thing opens its clause, with at most an article and an adjective before it."""
    words = scene.sentence.words
    articles = role(scene.language, "article") | between(scene.language, "opening")
    place = thing.first - 1
    while place >= 0 and words[place].folded in articles:
        place -= 1
    return place < 0 or words[place].text in _CLAUSE_SIGNS


def _is_predicate(figure: Figure, thing: Thing) -> bool:
    """Whether a noun just before its number is what it counts (``Salariés : 120``, ``les ateliers étaient 12``)."""
    return 0 < figure.first - thing.last + 1 <= 3


def _after(setting: Setting, figure: Figure, thing: Thing, policy: Policy) -> float:
    scene, sentence, language = setting.scene, setting.scene.sentence, setting.scene.language
    words = sentence.words[figure.last : thing.first]
    chain, each, meant = between(language, "chain"), between(language, "each"), between(language, "for")
    if len(words) <= _CHAIN and all(word.folded in chain for word in words):
        return COUNTED * 0.97 ** len(words)
    gap = sentence.distance(max(figure.last - 1, 0), thing.first)
    bracket = _past_bracket(scene, figure)
    behind = [sentence.words[place] for place in range(bracket, thing.first) if place not in setting.counts]
    if 0 < len(behind) <= 3 and behind[0].folded in each:
        return COUNTED * 0.9
    if 0 < len(behind) <= _CHAIN and all(word.folded in meant for word in behind):
        return COUNTED * 0.8
    if setting.figures_between(figure.last, thing.first):
        return 0.0
    if policy.counted:
        return COUNTED * 0.5 if len(words) <= 2 else 0.0
    return _AFTER * exp(-gap / _AFTER_REACH)


def _past_bracket(scene: Scene, figure: Figure) -> int:
    """Position just past an amount's translation in brackets."""
    words = scene.sentence.words
    if figure.last < len(words) and words[figure.last].text == "(":
        for place in range(figure.last, min(len(words), figure.last + 12)):
            if words[place].text == ")":
                return place + 1
    return figure.last


def _is_governed(setting: Setting, thing: Thing) -> bool:
    """Whether a thing stands right behind a word of measure (``la production d'acier``)."""
    scene = setting.scene
    chain = between(scene.language, "chain")
    place = thing.first
    while place not in setting.cue_ends and 0 < place > thing.first - _MEASURE_GAP:
        place -= 1
        if scene.sentence.words[place].folded not in chain:
            break
    if place in setting.cue_ends:
        return True
    words = scene.sentence.words
    place = thing.first - 1
    while place > 0 and words[place].folded in role(scene.language, "of") | role(scene.language, "article"):
        place -= 1
    return 0 <= place < thing.first - 1 and words[place].folded in role(scene.language, "measured-noun")
