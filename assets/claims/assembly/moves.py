"""What moves from one level to another: ``la part de X est tombée de 90 % en mai à 70 % en juin`` tells two shares."""

from itertools import pairwise

from assets.claims.assembly.clauses import has_verb
from assets.claims.assembly.model import Figure, Scene
from assets.claims.assembly.words import role

_BETWEEN = 9  # words of the time of the first level (``au premier trimestre de l'an dernier``)


def is_share_that_moves(scene: Scene, figure: Figure) -> bool:
    """Whether a ratio is one of the two levels between which a share moves, so that it is no growth."""
    pair = next((ends for ends in pairwise(scene.figures) if figure in ends and _are_ends(scene, *ends)), None)
    if pair is None:
        return False
    changing = role(scene.language, "changing-noun")
    if any(word.folded in changing for word in scene.sentence.words[: pair[0].first]):
        return False
    return any(cue.last <= pair[0].first and cue.entry.data["aspect"] == "share" for cue in scene.aspects)


def _are_ends(scene: Scene, first: Figure, last: Figure) -> bool:
    """Whether two ratios are joined by ``de … à …``, with no more than a time between them."""
    words, language = scene.sentence.words, scene.language
    if not (first.kind == last.kind == "ratio") or not first.first or last.first - first.last > _BETWEEN:
        return False
    begins = words[first.first - 1].folded in role(language, "of") | role(language, "partitive") | {"'"}
    ends = words[last.first - 1].folded in role(language, "at")
    return begins and ends and not has_verb(scene, first.last, last.first)
