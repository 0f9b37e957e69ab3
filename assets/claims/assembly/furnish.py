"""Puts into a sentence everything that was recognised in it: names, times, figures, cue words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from assets.claims.assembly import elliptic, figures, layout, names, times
from assets.claims.assembly.cues import Cue, longest, matcher
from assets.claims.assembly.declared import Declared
from assets.claims.assembly.elliptic import Model
from assets.claims.assembly.model import Figure, Name, Scene
from assets.claims.assembly.newcomers import Newcomer
from assets.claims.assembly.roles import is_town_hall
from assets.claims.assembly.shelf import Shelf
from assets.claims.assembly.text import Sentence
from assets.claims.assembly.words import alternatives, role
from assets.claims.periods import PeriodMention
from sources.reference.gazetteer import Name as Known

_LEAST_BEHIND_NAME = 10  # smaller numbers behind a name are versions
METRIC_FILES = ("metrics_industry", "metrics_models", "metrics_subsidies", "metrics_excluded")


@dataclass(frozen=True, slots=True)
class Found:
    """What the recognisers found in a text.

    Attributes:
        newcomers: Firms that the article itself introduces.
        towns: Towns that it introduces by their noun.
        strangers: Capitalised runs that nothing else is known of.
        has_city_of_beijing: Whether the text speaks of the capital as a city, so that its bare name can mean it.
        speakers: Labels of those who speak in turn, which are no firms.
    """

    names: Shelf[Known]
    times: Shelf[PeriodMention]
    figures: Shelf[Figure]
    has_city_of_beijing: bool = False
    speakers: frozenset[str] = frozenset()
    newcomers: Shelf[Newcomer] = field(default_factory=lambda: Shelf(()))
    towns: Shelf[Newcomer] = field(default_factory=lambda: Shelf(()))
    strangers: Shelf[Newcomer] = field(default_factory=lambda: Shelf(()))


@cache
def _city_of_beijing(language: str) -> re.Pattern[str]:
    towns, capital = alternatives(language, "city-of"), alternatives(language, "beijing")
    return re.compile(rf"(?:{towns}) (?:(?:{alternatives(language, 'light')}) )*(?:{capital})")


def speaks_of_beijing_city(text: str, language: str) -> bool:
    """Whether a text names the municipality of Beijing."""
    return bool(_city_of_beijing(language).search(text))


def furnish(
    scene: Scene,
    found: Found,
    before: Sequence[Model] = (),
    currency: str | None = None,
    declared: Declared | None = None,
) -> None:
    """Fill a scene.

    Args:
        scene: The scene, with its sentence.
        found: What was recognised in the text around it.
        before: The figures of the sentences before, with which a bare number may go on.
        currency: The currency that the article last named, or None.
        declared: The unit that a line above gives its figures, or None.
    """
    sentence, language = scene.sentence, scene.language
    has_figures = bool(found.figures.within(sentence.start, sentence.end))
    if has_figures or scene.is_heading or sentence.text.rstrip().endswith((":", "?")):
        scene.nouns = matcher(language, "counted").find_in(sentence)
        scene.metrics = metrics_in(scene)
        scene.aspects = matcher(language, "aspects").find_in(sentence)
    scene.pointers = longest(matcher(language, "subjects").find_in(sentence))
    scene.is_pronominal = _is_pronominal(sentence, language)
    scene.names = _names(scene, found)
    scene.pointers = [cue for cue in scene.pointers if not _leads_to_name(scene, cue)]
    spans = found.times.within(sentence.start, sentence.end)
    scene.times = [times.place_in(sentence, time) for time in spans if time.dates]
    taken = [(name.start, name.end) for name in scene.names] + [(time.start, time.end) for time in spans]
    free = [
        figure
        for figure in found.figures.within(sentence.start, sentence.end)
        if not any(start <= figure.start and figure.end <= end for start, end in taken)
    ]
    scene.figures = figures.share_ranges(figures.placed(sentence, free, scene.nouns, language))
    elliptic.complete(scene, before, currency, declared)
    scene.figures = figures.share_ranges(scene.figures)
    scene.strangers = [
        names.stranger_in(sentence, new)
        for new in found.strangers.within(sentence.start, sentence.end)
        if not _is_taken(new, scene.names) and new.name not in found.speakers and not _is_number(new, scene.figures)
    ]
    if any(figure.kind == "ratio" for figure in scene.figures):
        products = names.products_in(sentence.text, sentence.start)
        scene.products = [(sentence.index_at(p.start), sentence.index_at(p.end - 1) + 1) for p in products]


def metrics_in(scene: Scene) -> list[Cue]:
    """The words of a sentence that speak of metrics."""
    return longest(matcher(scene.language, *METRIC_FILES).find_in(scene.sentence))


def _leads_to_name(scene: Scene, cue: Cue) -> bool:
    """Whether a word for a town points at nobody, for the town's name follows (``la ville de Shanghai``).

    Behind ``la ville du Zhejiang`` stands where the town lies.
    """
    words = scene.sentence.words
    called = [word.folded for word in words[cue.first : cue.last]]
    if cue.entry.data.get("points_to") != "city" or not role(scene.language, "city-of") & set(called):
        return False
    is_of = cue.last < len(words) and words[cue.last].folded in role(scene.language, "of-town")
    return any(
        name.level == "city" and (name.first < cue.last < name.last or (is_of and name.first == cue.last + 1))
        for name in scene.names
    )


def _names(scene: Scene, found: Found) -> list[Name]:
    sentence, language = scene.sentence, scene.language
    begin = sentence.start
    if sentence.paragraph <= 1 and sentence.number == 0 and scene.cell is None:
        begin += layout.dateline_end(sentence.text)
    known = [names.place_in(sentence, name) for name in found.names.within(begin, sentence.end)]
    known = [names.maker_of(sentence, name, language) if name.kind == "model" else name for name in known]
    known = list(_without_figures(known, found.figures.within(begin, sentence.end), sentence))
    fresh = [names.newcomer_in(sentence, name) for name in found.newcomers.within(begin, sentence.end)]
    known = [name for name in known if not any(new.start <= name.start < new.end for new in fresh)]
    free = [town for town in found.towns.within(begin, sentence.end) if not _is_taken(town, known + fresh)]
    known += [names.town_in(sentence, town, known) for town in free]
    fresh = [name for name in fresh if name.name not in found.speakers]
    known += names.apposed(sentence, known + fresh, language)
    known += fresh
    if not known and scene.is_item:
        label = names.labelled(sentence, language)
        known += [label] if label is not None and label.name not in found.speakers else []
    known.sort(key=lambda name: (name.start, name.kind))
    return known if found.has_city_of_beijing else [_metonym(scene, name, known) for name in known]


def _without_figures(known: Sequence[Name], told: Sequence[Figure], sentence: Sentence) -> Iterator[Name]:
    """Names but for ``vingt-sept`` members of a union; of ``Qwen 30, DeepSeek 48`` the second name ends before 48."""
    for name in known:
        written = sentence.text[name.start - sentence.start : name.end - sentence.start]
        inside = [figure for figure in told if name.start <= figure.start and figure.end <= name.end]
        if any(figure.start == name.start for figure in inside) and written[1:].islower():
            continue
        last = next((figure for figure in inside if figure.start > name.start and figure.end == name.end), None)
        if last is None or last.value < _LEAST_BEHIND_NAME or not name.name.endswith(f" {last.mention}"):
            yield name
        else:
            short = name.name[: -len(last.mention)].rstrip()
            yield replace(name, name=short, end=last.start - 1, last=sentence.index_at(last.start))


def _is_taken(town: Newcomer, known: list[Name]) -> bool:
    return any(name.start < town.end and town.start < name.end for name in known)


def _is_number(new: Newcomer, figures: Sequence[Figure]) -> bool:
    """Whether a capitalised word only opens a figure (``Vingt-huit usines``)."""
    return any(figure.start <= new.start < figure.end for figure in figures)


def _metonym(scene: Scene, name: Name, known: list[Name]) -> Name:
    """The capital's bare name stands for the country's government."""
    if name.name != "Beijing" or is_town_hall(scene, name, known):
        return name
    return replace(name, name="China", level="state", region="CN", is_metonym=True)


def _is_pronominal(sentence: Sentence, language: str) -> bool:
    """Whether a sentence opens with a word that means the subject of the one before."""
    opening = [word.folded for word in sentence.words[:5] if word.text.isalpha()]
    pronouns = role(language, "pronoun")
    return bool(opening) and (opening[0] in pronouns or (len(opening) > 1 and opening[1] == "y"))
