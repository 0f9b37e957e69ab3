"""Bare numbers that leave out what another figure says: ``268 millions de tonnes, dont 12``, ``contre 400 en 2021``.

Every figure near a bare number is a possible model: the number may share its unit, and its scale where both are of one
size; or it counts things. A linear ranker adds up what the words around say of each reading and takes the best.
``python -m tests.quality.training.bare_figures`` learns its weights.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assets.claims.assembly.declared import Declared, declared_before
from assets.claims.assembly.elliptic_facts import MEASURES, Place, context_of, facts_of, is_change
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Figure, Scene
from assets.claims.assembly.printed import factor_of, has_scale, number_of
from assets.claims.assembly.text import Sentence
from assets.claims.assembly.words import role
from assets.claims.numbers.exact import scaled
from assets.claims.ranking.linear import Option, Question, ranker

REMEMBERED = 4
"""How many figures of the sentences before are looked at."""

_BEFORE = frozenset({"here0", "here1", "here2"})
_ELISIONS = frozenset({"'", "’"})
_THEREOF = 4  # words between ``en`` and the verb (``n'en aurait ainsi produit``)
_HERE = 5  # figures of the same sentence that are looked at
_MODELS = (MEASURES - {"area"}) | {"money", "ratio", "count"}  # floors and islands are no quantity that goes on
_SCALE_WORDS = re.compile(r"(?:million|milliard|billion)s?")
_WHOLE = 100.0  # per cent
_THOUSAND = 1000.0
_ALIKE = 10.0  # times that figures of a series may differ
_PARAMETER = "parameter"
_HOME = "CNY"  # what the provinces and cities of the reference pay in
_DIGITS = 9
_SOLD_FOR = 8  # words from a verb of trade to what something is sold for
_BOUND = 3  # words of ``pour près de``
_LABEL = 5  # words before the colon of a line that only names whose number follows


@dataclass(frozen=True, slots=True)
class Model:
    """A figure whose unit and scale a bare number may share.

    Attributes:
        is_change: Whether it tells how far something moved, so that no level goes on with it.
    """

    figure: Figure
    is_change: bool = False


def measured(figure: Figure) -> bool:
    """Whether a figure has a unit of measure that a bare number can share."""
    return figure.kind in MEASURES


def names_a_unit(figure: Figure) -> bool:
    """Whether a figure's own words give its unit of measure (``12 GW``), which it has not from another figure."""
    left = _SCALE_WORDS.sub("", fold(figure.mention))
    return measured(figure) and any(character.isalpha() for character in left)


def is_compared(sentence: Sentence, figure: Figure, language: str) -> bool:
    """Whether a figure is what the one before it is set against (``contre 12``)."""
    return figure.first > 0 and sentence.words[figure.first - 1].folded in role(language, "against")


def complete(scene: Scene, before: Sequence[Model], currency: str | None, declared: Declared | None = None) -> None:
    """Give the bare numbers of a scene the unit and scale that they leave out, from left to right.

    Args:
        scene: The sentence with its figures and cues; the questions that were asked are kept in it.
        before: The models of the sentences before, the last one last.
        currency: The currency that the article last named, or None.
        declared: The unit that a line above gives the sentence's figures, or None.
    """
    figures = scene.figures
    for place, figure in enumerate(figures):
        if figure.kind != "count" or figure.sign:
            continue
        told = (
            _told(scene, figure, figures[:place], before, currency)
            or _in_series(scene, figures[place:], [*(model.figure for model in before), *figures[:place]])
            or _declared(scene, figure, declared)
        )
        if told is not None:
            figures[place] = told
            continue
        if not figure.is_bare and not _is_sold(scene, figure):
            continue
        following = figures[place + 1] if place + 1 < len(figures) else None
        asked = _question(scene, figure, [*_models(scene, figure, figures[:place], before, following)], currency)
        scene.asked.append((figure, asked))
        best = asked.labels[ranker("bare_figure").best(asked)[0]]
        if isinstance(best, Figure):
            figures[place] = best


def _told(
    scene: Scene, figure: Figure, here: Sequence[Figure], before: Sequence[Model], currency: str | None
) -> Figure | None:
    """A number that its own words complete: millions ``de recettes``, ``dont 12 actifs`` behind parameters."""
    if has_scale(figure):
        if figure.is_bare and _is_labelled(scene, figure) and _last_kind(before) == "count":
            return figure  # ``Wuxi : 3 millions de vélos, +9 %. Wuhu : 1,2 million``
        if _is_part_of_amount(scene, figure, here):
            return replace(figure, kind="money", unit=here[-1].unit, noun=None, noun_text="")
        is_sold_for = _is_sold_for(scene, figure)
        if fold(figure.noun_text) not in role(scene.language, "money-noun") and not is_sold_for:
            return None
        near = [other.unit for other in here if other.kind == "money"]
        unit = near[-1] if near else currency
        if unit is None and not is_sold_for:
            return None
        return replace(figure, kind="money", unit=unit, noun=None, noun_text="")
    words = [word.folded for word in scene.sentence.words[figure.last : figure.last + 3]]
    while words and words[0] in role(scene.language, "noun-link"):
        words.pop(0)
    if not words or words[0] not in role(scene.language, "active"):
        return None
    counted = [other for other in (*(model.figure for model in before), *here) if other.unit == _PARAMETER]
    if not counted or not has_scale(counted[-1]) or figure.value >= number_of(counted[-1]) * _THOUSAND:
        return None
    factor = factor_of(counted[-1])
    while figure.value * factor > counted[-1].value:
        factor /= _THOUSAND
    return replace(figure, value=scaled(figure.value, factor), unit=_PARAMETER)


def _is_labelled(scene: Scene, figure: Figure) -> bool:
    """Whether a name labels a figure (``Wuhu : 1,2 million``, not ``Coût : 1,2 million``)."""
    colon = figure.first - 1
    is_labelled = colon > 0 and scene.sentence.words[colon].text == ":"
    return is_labelled and any(name.first == 0 and name.last == colon for name in scene.names)


def _last_kind(before: Sequence[Model]) -> str:
    """Of what kind the last level of the sentences before was."""
    return next((model.figure.kind for model in reversed(before) if model.figure.kind != "ratio"), "")


def _is_part_of_amount(scene: Scene, figure: Figure, here: Sequence[Figure]) -> bool:
    """``2 milliards de yuans, dont 300 millions inscrits au budget``: money that is set down, not people."""
    words = scene.sentence.words
    if not here or here[-1].kind != "money" or not figure.first or figure.last >= len(words):
        return False
    is_part = words[figure.first - 1].folded in role(scene.language, "of-which")
    return is_part and words[figure.last].folded in role(scene.language, "set-down")


def _is_sold_for(scene: Scene, figure: Figure) -> bool:
    """Whether something is sold for millions (``vendu l'an dernier pour plus de 12 milliards de soie``)."""
    words = [word.folded for word in scene.sentence.words[max(0, figure.first - _SOLD_FOR) : figure.first]]
    if figure.unit != "item" or not any(word in role(scene.language, "purpose") for word in words[-_BOUND:]):
        return False
    return any(word in role(scene.language, "sold-for") for word in words)


def _declared(scene: Scene, figure: Figure, above: Declared | None) -> Figure | None:
    """A bare number in the unit that its own sentence declares before a colon, else, behind a label, a line above."""
    sentence = scene.sentence
    colon = sentence.text.rfind(":", 0, figure.start - sentence.start)
    if colon <= 0:
        return None
    unit = declared_before(sentence.text[:colon], scene.language)
    if unit is None and len(sentence.text[:colon].split()) <= _LABEL:
        unit = above
    return unit.complete(figure) if unit is not None else None


def _in_series(scene: Scene, figures: Sequence[Figure], earlier: Sequence[Figure]) -> Figure | None:
    """A bare number of a series whose last one alone is written out (``12, 8 et 6 GWh``, ``1,2 et 2,4 millions``).

    The next figure must follow behind a comma or ``et``, and the preposition of the first if that has one, down to
    the last, which ``et`` or ``puis`` joins (``de 3, de 5 puis de 8 %``).

    Args:
        scene: The sentence.
        figures: The number and what follows it in the sentence.
        earlier: What the sentences before and this one told before it: things are counted behind things.
    """
    first, place, is_last = figures[0], 0, False
    words = scene.sentence.words
    joining = role(scene.language, "and") | role(scene.language, "then")
    ahead = words[first.first - 1].folded if first.first else ""
    while place + 1 < len(figures) and figures[place].is_bare and not has_scale(figures[place]):
        between = [word.folded for word in words[figures[place].last : figures[place + 1].first]]
        if len(between) > 1 and between[-1] == ahead:
            between.pop()
        is_last = bool(between) and between[-1] in joining and all(word == "," for word in between[:-1])
        if not is_last and between != [","]:
            return None
        place += 1
        if is_last:
            break
    last = figures[place]
    if not is_last or last.sign or first.partner is not None:
        return None  # a comma alone may part a number from its change: ``13,6, 6,5 % de plus``
    if last.kind == "count" and not has_scale(last):
        return _in_thousands(scene, first, last)
    if number_of(last) >= _THOUSAND or (last.is_bare and not (earlier and earlier[-1].kind == "count")):
        return None
    readings = list(_shared(first, last))
    return readings[-1] if readings and number_of(first) < _THOUSAND else None


def _in_thousands(scene: Scene, first: Figure, last: Figure) -> Figure | None:
    """``respectivement 180 et 220 000 voitures``: thousands are written once, as millions are."""
    is_parallel = any(word.folded in role(scene.language, "respectively") for word in scene.sentence.words)
    in_thousands = scaled(first.value, _THOUSAND)
    if not is_parallel or last.value % _THOUSAND or last.value < _THOUSAND or first.value >= _THOUSAND:
        return None
    is_alike = last.value / _ALIKE < in_thousands < last.value * _ALIKE
    return replace(first, value=in_thousands) if is_alike else None


def _is_sold(scene: Scene, figure: Figure) -> bool:
    """Whether millions of what a number counts can be an amount of money (``12 milliards de ventes``)."""
    return has_scale(figure) and fold(figure.noun_text) in role(scene.language, "sold-noun")


def models_of(scene: Scene) -> list[Model]:
    """The figures of a sentence that the next one may go on with."""
    return [Model(figure, is_change(scene, figure)) for figure in scene.figures if figure.kind in _MODELS]


def _question(scene: Scene, figure: Figure, models: Sequence[tuple[Place, Model]], currency: str | None) -> Question:
    """Every reading of a bare number; the number as it stands comes first."""
    nearest = next((model.figure for place, model in models if place != "next"), None)
    asked = Question(context_of(scene, figure, nearest))
    seen: set[tuple[str, str, float]] = set()
    fits: dict[str, float] = {}
    amounts = (model.figure for place, model in models if place in _BEFORE and model.figure.kind == "money")
    here = next((amount.unit for amount in amounts), None)
    for reading, place, model in _readings(scene, figure, models, currency):
        if place != "next" and _is_excluded(scene, figure, reading, here):
            continue
        unit = "" if reading.kind == "count" else reading.unit or ""
        key = ("" if reading.kind == "count" else reading.kind, unit, round(reading.value, _DIGITS))
        if key in seen:
            continue
        seen.add(key)
        told = model.figure if model is not None else None
        facts, kind = facts_of(scene, figure, reading, told, place, fits)
        if model is not None and model.is_change:
            facts["after a change"] = 1.0
        asked.options.append(Option(facts, {"around": (kind,), "tie": (place,)}))
        asked.labels.append(reading)
    return asked


def _readings(
    scene: Scene, figure: Figure, models: Sequence[tuple[Place, Model]], currency: str | None
) -> Iterator[tuple[Figure, Place, Model | None]]:
    yield figure, "own", None
    has_rate = _has_rate(scene, figure)
    for place, model in models:
        for reading in _shared(figure, model.figure):
            if not (has_rate and reading.kind == "ratio"):
                yield reading, place, model
    if currency is not None:
        yield replace(figure, kind="money", unit=currency), "article", None
    if any(name.region for name in scene.names):
        yield replace(figure, kind="money", unit=_HOME), "home", None


def _is_excluded(scene: Scene, figure: Figure, reading: Figure, here: str | None) -> bool:
    """Whether a number cannot be the amount of money that it is read as.

    Args:
        scene: The sentence.
        figure: The number as it stands.
        reading: The number read as something.
        here: The currency of the amount before it in its own sentence, or None.
    """
    if reading.kind != "money":
        return False
    return reading.unit != here if here is not None else _is_made(scene, figure)


def _is_made(scene: Scene, figure: Figure) -> bool:
    """Whether so many of what ``en`` stands for were made or sold (``La ville en a assemblé 1,2 million``)."""
    words, language = scene.sentence.words, scene.language
    verbs = role(language, "made-thereof")
    place = figure.first - 1
    passed = role(language, "predicate-adverb") | role(language, "number-lead") | _ELISIONS
    while place >= 0 and words[place].folded in passed:
        place -= 1
    if place < 1 or words[place].folded not in verbs:
        return False
    return any(word.folded in role(language, "thereof") for word in words[max(0, place - _THEREOF) : place])


def _has_rate(scene: Scene, figure: Figure) -> bool:
    """Whether a number has a time base of its own, as shares have none (``30 % du coût, … entre 40 et 50 par an``)."""
    high = next((other for other in scene.figures if other.start == figure.partner), figure)
    end = high.last if figure.range_role == "low" else figure.last
    behind = [word.folded for word in scene.sentence.words[end : end + 2]]
    return (
        len(behind) == 2 and behind[0] in role(scene.language, "by") and behind[1] in role(scene.language, "time-base")
    )


def _models(
    scene: Scene, figure: Figure, here: Sequence[Figure], before: Sequence[Model], following: Figure | None
) -> Iterator[tuple[Place, Model]]:
    """The figures that a bare number may share unit and scale with, the nearest first."""
    if following is not None and _is_coordinated(scene, figure, following):
        yield "next", Model(following)
    ranks: tuple[tuple[Place, Place, Place], tuple[Place, Place, Place]] = (
        ("here0", "here1", "here2"),
        ("before0", "before1", "before2"),
    )
    kin = [other for other in here if other.kind in _MODELS]
    for rank, other in enumerate(reversed(kin[-_HERE:])):
        yield ranks[0][min(rank, 2)], Model(other, is_change(scene, other))
    for rank, model in enumerate(reversed(before[-REMEMBERED:])):
        yield ranks[1][min(rank, 2)], model


def _is_coordinated(scene: Scene, figure: Figure, following: Figure) -> bool:
    """Whether only ``et``, ``à`` or a comma stands between a number and the figure behind it."""
    between = scene.sentence.words[figure.last : following.first]
    joining = role(scene.language, "and") | role(scene.language, "at") | {","}
    return 0 < len(between) <= 2 and all(word.folded in joining for word in between)


def _shared(figure: Figure, model: Figure) -> Iterator[Figure]:
    """A number with the unit of a model, then with its scale too."""
    if model.kind == "ratio":
        if figure.value <= _WHOLE and not has_scale(figure) and not model.mention[-1].isdigit():
            yield replace(figure, kind="ratio", unit="ratio", value=figure.value / _WHOLE)
        return
    shared = replace(figure, kind=model.kind, unit=model.unit) if model.kind != "count" else figure
    yield shared
    factor = factor_of(model)
    if factor != 1.0 and not has_scale(figure):
        yield replace(shared, value=scaled(figure.value, factor))
