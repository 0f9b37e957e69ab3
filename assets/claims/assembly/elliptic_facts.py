"""What speaks for a reading of a bare number: its shape, the words around it, and the figure that it may go on with."""

from collections.abc import Mapping
from math import log10
from typing import Literal

from assets.claims.assembly.metric import aspect_scores, family_scores
from assets.claims.assembly.model import Figure, Scene
from assets.claims.assembly.printed import has_scale, number_of
from assets.claims.assembly.words import role
from assets.claims.ranking.linear import Facts

Place = Literal["own", "next", "here0", "here1", "here2", "before0", "before1", "before2", "article", "home"]
"""Where the model of a reading stands: behind the number, so many figures before it, or only in the article."""

MEASURES = frozenset({"mass", "energy", "power", "volume", "area"})
"""Kinds of figures with a unit of measure."""
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "»", "."})
_APOSTROPHES = frozenset({"'", "’"})
_LINKS = ("against", "then", "of-which", "and", "at", "with", "only", "of", "purpose")
_REACH = 6  # words before a number among which its pronoun stands
_WINDOW, _STEM = 7, 5  # words on each side that are looked at, and their letters
_CLEAR = 0.5
_SIZES = ((0.6, "alike"), (1.3, "near"), (2.0, "far"))  # powers of ten between two numbers of a series


def is_change(scene: Scene, figure: Figure) -> bool:
    """Whether a ratio tells how far something moved."""
    if figure.kind != "ratio":
        return False
    aspects = aspect_scores(scene, figure)[0]
    return aspects["growth"] > aspects["share"]


def context_of(scene: Scene, figure: Figure, nearest: Figure | None) -> Mapping[str, Facts]:
    """What holds for all readings of a number; ``nearest`` is the figure told last before it."""
    link = f"link {link_of(scene, figure)}"
    shape = _shape(figure)
    told = [link, shape, *_behind(scene, figure), *_stems(scene, figure)]
    tied = [link]
    if _has_pronoun(scene, figure):
        told += ["of it", f"of it {shape}"]
        tied.append("of it")
    if nearest is not None:
        told.append(f"after {_kind(nearest)}")
        if nearest.kind == "count":
            told.append(f"after {_counted(nearest)}")
    return {"around": dict.fromkeys(told, 1.0), "tie": dict.fromkeys(tied, 1.0)}


def facts_of(
    scene: Scene, figure: Figure, reading: Figure, model: Figure | None, place: Place, fits: dict[str, float]
) -> tuple[Facts, str]:
    """What speaks for one reading, and the kind that the context is crossed with: a star says that a scale is shared.

    Args:
        scene: The sentence.
        figure: The bare number.
        reading: The number with the unit and scale of the reading.
        model: The figure that has them, or None.
        place: Where it stands.
        fits: By kind, how well the metrics around go with such a figure; filled as it is needed.
    """
    kind = _kind(reading)
    if model is not None and reading.value != figure.value and reading.kind != "ratio":
        kind += "*"
    facts = {f"{kind}|{place}": 1.0}
    if model is not None:
        if model.kind == "count":
            facts[f"{kind}|of {_counted(model)}"] = 1.0
        as_printed = kind.endswith("*") or reading.kind == "ratio"
        pair = (figure.value, number_of(model)) if as_printed else (reading.value, model.value)
        facts[f"{kind}|{_size(*pair)}"] = 1.0
        if _is_spelled(figure) != _is_spelled(model):
            facts[f"{kind}|written otherwise"] = 1.0
        if model.in_brackets and not reading.in_brackets:
            facts["out of brackets"] = 1.0
    if reading.kind != "ratio":
        if reading.kind not in fits:
            fits[reading.kind] = max(family_scores(scene, reading, "level").values(), default=0.0)
        fit = fits[reading.kind]
        facts |= {"fit": fit, f"fit|{kind}": fit, f"fits|{kind}": float(fit >= _CLEAR)}
    return facts, kind


def _kind(figure: Figure) -> str:
    return "measure" if figure.kind in MEASURES else figure.kind


def _counted(model: Figure) -> str:
    """What a figure counts, as far as its unit tells."""
    if model.noun is not None:
        return str(model.noun.entry.data.get("unit", "item"))
    return model.unit or "item"


def _size(value: float, other: float) -> str:
    if value <= 0 or other <= 0:
        return "size unknown"
    gap = abs(log10(value / other))
    return next((f"size {name}" for limit, name in _SIZES if gap < limit), "size other")


def _is_spelled(figure: Figure) -> bool:
    return not any(character.isdigit() for character in figure.mention)


def _shape(figure: Figure) -> str:
    if has_scale(figure):
        return "scaled"
    if not float(figure.value).is_integer():
        return "decimals"
    if _is_spelled(figure):
        return "spelled"
    return "tens" if figure.value < 100 else "hundreds" if figure.value < 1000 else "thousands"


def _stems(scene: Scene, figure: Figure) -> list[str]:
    """The beginnings of the longer words around a number."""
    words = scene.sentence.words
    around = [*words[max(0, figure.first - _WINDOW) : figure.first], *words[figure.last : figure.last + _WINDOW]]
    return [
        f"word {word.folded[:_STEM]}" for word in around if len(word.folded) >= _STEM - 1 and word.text[0].islower()
    ]


def link_of(scene: Scene, figure: Figure) -> str:
    """The kind of word that ties a number to what stands before it: ``against``, ``and``, a comma."""
    words, language = scene.sentence.words, scene.language
    light = role(language, "figure-light")
    place = figure.first - 1
    while place >= 0 and (words[place].folded in light or words[place].text in _APOSTROPHES):
        place -= 1
        if place > 0 and words[place].folded in role(language, "of") and words[place - 1].folded in light:
            place -= 1
    if place < 0:
        return "start"
    word = words[place]
    for name in _LINKS:
        if word.folded in role(language, name):
            return name
    if word.text in _BREAKS:
        return word.text if word.text in {",", "(", ":"} else ";"
    return "name" if word.text[0].isupper() and place else "word"


def _has_pronoun(scene: Scene, figure: Figure) -> bool:
    """``en a livré 760``: the verb's pronoun stands for what is counted."""
    words, language = scene.sentence.words, scene.language
    for place in range(figure.first - 1, max(-1, figure.first - _REACH), -1):
        if words[place].text in _BREAKS:
            return False
        if words[place].folded in role(language, "of-it"):
            follower = words[place + 1]
            return follower.text[0].islower() and follower.folded not in role(language, "not-of-it")
    return False


def _behind(scene: Scene, figure: Figure) -> list[str]:
    """Whether a number ends its clause, or is what a verb tells of."""
    words, language = scene.sentence.words, scene.language
    behind = words[figure.last : figure.last + 3]
    if not behind or behind[0].text in _BREAKS:
        return ["before a bracket"] if behind and behind[0].text == "(" else ["at the end"]
    folded = [word.folded for word in behind]
    had = role(language, "had")
    if folded[0] in role(language, "clitic") and any(word in had for word in folded[1:]):
        return ["takes part"]
    if any(word in had | role(language, "copula") for word in folded[:2]):
        return ["is told of"]
    return [f"behind {folded[0]}"] if folded[0] in role(language, "behind-figure") else []
