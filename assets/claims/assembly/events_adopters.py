"""Adopters: the organisations, named or not, that a sentence says put a model to use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.events_words import (
    clause_of,
    event_words,
    folded_at,
    folded_between,
    inserted_before,
)
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Name, Scene
from assets.claims.assembly.words import role
from assets.claims.language.loader import load_entries
from sources import reference

_RUN = 6
_INITIALS = 6
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Adopter:
    """Who uses a model: a name as the text has it, or the folded words of a common noun."""

    text: str
    first: int
    last: int
    is_named: bool


def adopters_in(scene: Scene, nouns: list[Cue]) -> list[Adopter]:
    """Every organisation that a sentence names or calls by a noun, left to right."""
    found = [Adopter(name.name, name.first, name.last, is_named=True) for name in scene.names if _is_user(scene, name)]
    counted = {
        place
        for f in scene.figures
        for place in range(f.first, f.counted_end if f.counted_end > f.last else f.last + 2)
    }
    for noun in nouns:
        inside = any(one.first < noun.last and noun.first < one.last for one in found)
        if not inside and noun.first not in counted:
            text = " ".join(folded_between(scene, noun.first, noun.last))
            found.append(Adopter(text, noun.first, noun.last, is_named=False))
    found += _unknown(scene, found)
    kept = [one for one in found if not has_person_before(scene, one.first) or _has_staff_before(scene, one)]
    return sorted(kept, key=lambda one: one.first)


def _has_staff_before(scene: Scene, one: Adopter) -> bool:
    """``les salariés de BMW``: what a firm's staff uses the firm uses; its customers and pupils are persons."""
    staff = event_words(scene.language, "staff")
    return one.is_named and any(word in staff for word in folded_between(scene, one.first - 3, one.first))


def has_person_before(scene: Scene, place: int) -> bool:
    """Whether the organisation at a place only says whose the persons are (``les élèves de l'école``)."""
    before = folded_between(scene, place - 4, place)
    people, of = event_words(scene.language, "person"), event_words(scene.language, "of")
    person = next((index for index, word in enumerate(before) if word in people), None)
    light = of | event_words(scene.language, "determiner")
    return person is not None and len(before) > person + 1 and all(word in light for word in before[person + 1 :])


def _unknown(scene: Scene, found: list[Adopter]) -> Iterator[Adopter]:
    """Names that no reference knows: behind ``chez``, and initials behind an article (``le CHU``)."""
    words = scene.sentence.words
    known = {place for one in found for place in range(one.first, one.last)}
    known |= {place for name in scene.names for place in range(name.first, name.last)}
    for place, word in enumerate(words):
        before = folded_at(scene, place - 1)
        if place in known or not word.text[0].isupper() or not word.text.isalpha():
            continue
        initials = word.text.isupper() and 3 <= len(word.text) <= _INITIALS
        articles = event_words(scene.language, "article")
        if before == "chez" or (initials and before in articles and word.folded not in _no_firm(scene)):
            last = place + 1
            while before == "chez" and last < len(words) and words[last].text[:1].isupper():
                last += 1
            yield Adopter(" ".join(word.text for word in words[place:last]), place, last, is_named=True)


def _no_firm(scene: Scene) -> frozenset[str]:
    return event_words(scene.language, "no-firm")


def _is_user(scene: Scene, name: Name) -> bool:
    heads = event_words(scene.language, "according-to")
    before = _up_to_comma(scene, name.first)
    if name.kind == "place":
        towns = event_words(scene.language, "town-hall")
        is_abroad = name.owner is not None  # ``un hôpital de Lyon`` is told by its noun
        return not name.is_adjective and not is_abroad and any(word in towns for word in before)
    return name.kind == "organisation" and not any(word in heads for word in before)


def _up_to_comma(scene: Scene, place: int) -> list[str]:
    """The three words before a name, or those behind a comma among them (``Selon Reuters, Apple …``)."""
    before = folded_between(scene, place - 3, place)
    last = max((index for index, word in enumerate(before) if word == ","), default=-1)
    return before[last + 1 :]


def unknown_adopters(scene: Scene, found: list[Adopter]) -> list[Adopter]:
    """Runs of capitalised words that nobody knows: they may be users too, which the words around must show.

    Args:
        scene: The sentence.
        found: The organisations that are known in it.
    """
    words = scene.sentence.words
    taken = {place for one in found for place in range(one.first, one.last)}
    taken |= {place for name in scene.names if name.kind != "place" for place in range(name.first, name.last)}
    taken |= {place for time in scene.times for place in range(time.first, time.last)}
    runs: list[Adopter] = []
    place = 0
    while place < len(words):
        last = place
        while last < len(words) and last not in taken and _is_capitalised(words[last].text):
            last += 1
        opens = place == 0 or not words[place - 1].text.isalnum()
        first = place + 1 if last > place and opens and _is_common(scene, place) else place
        if 0 < last - first <= _LONGEST_NAME and words[first].text not in _first_names():
            runs.append(Adopter(" ".join(word.text for word in words[first:last]), first, last, is_named=True))
        place = max(last, place + 1)
    return runs


def _is_capitalised(text: str) -> bool:
    return text[:1].isupper() and text.replace("-", "").isalpha()


def _is_common(scene: Scene, place: int) -> bool:
    """Whether a word that opens a clause is capitalised for that alone."""
    word = folded_at(scene, place)
    return word in role(scene.language, "not-a-name") or word in _openers(scene.language)


@cache
def _openers(language: str) -> frozenset[str]:
    entries = [entry for entry in load_entries(language, "model_words") if entry.id == "model-opener"]
    return frozenset(fold(form) for entry in entries for form in entry.forms)


def _joined(scene: Scene, one: Adopter, other: Adopter) -> str:
    """How two adopters are joined: ``and``, ``comma`` or not at all."""
    between = folded_between(scene, one.last, other.first)
    if len(between) > 1 and between[1] in event_words(scene.language, "by"):
        between = [between[0], *between[2:]]  # "par BMW et par Audi"
    joining, stops = event_words(scene.language, "joining"), event_words(scene.language, "not-in-series")
    if not one.is_named:
        between = _past_complement(scene, between)
    if not between or len(between) > _RUN:
        return ""
    if any(word in stops for word in between[1:]):
        return ""
    if between[0] in joining or (between[0] == "," and len(between) > 1 and between[1] in joining):
        return "and"
    return "comma" if between[0] == "," else ""


def _past_complement(scene: Scene, between: list[str]) -> list[str]:
    """What stands between two adopters, without the first one's own words (``la banque agricole de Chine et …``)."""
    language = scene.language
    joins = event_words(language, "joining") | event_words(language, "comma")
    stops = event_words(language, "not-in-series") - event_words(language, "of")
    for index, word in enumerate(between[:_RUN]):
        if word in joins:
            return between[index:]
        if word in stops or not (word.isalpha() or word in {"'", "’", "-"}):
            break
    return between


def series_before(scene: Scene, all_of: list[Adopter], last: Adopter) -> list[Adopter]:
    """An adopter and those of ``A, B et C`` before it."""
    before = _without_titles([one for one in all_of if one.last <= last.first], last, scene)
    found = [last]
    for one in reversed(before):
        link = _joined(scene, one, found[0])
        if link == "and" or (link == "comma" and len(found) > 1):
            found.insert(0, one)
        elif one.is_named or found[0].is_named:
            break
    return found


def _without_titles(before: list[Adopter], last: Adopter, scene: Scene) -> list[Adopter]:
    """Adopters without the nouns that only introduce a name (``le constructeur Geely``)."""
    kept: list[Adopter] = []
    following = last
    for one in reversed(before):
        adjacent = following.first - one.last <= 1 and folded_at(scene, one.last) not in {",", "et"}
        if one.is_named or not (following.is_named and adjacent):
            kept.insert(0, one)
        following = one
    return kept


def series_behind(scene: Scene, all_of: list[Adopter], first: Adopter) -> list[Adopter]:
    """An adopter and those of ``A, B et C`` behind it."""
    found, kept = [first], 1
    behind = [one for one in all_of if one.first >= first.last]
    for number, one in enumerate(behind):
        if not one.is_named and any(other.is_named and other.first == one.last for other in behind[number + 1 :]):
            continue  # "BMW et la banque OCBC": the noun only introduces the name
        link = _joined(scene, found[-1], one)
        if not link:
            if one.is_named:
                break
            continue
        found.append(one)
        kept = len(found) if link == "and" else kept
    return found[:kept]


def subject_before(scene: Scene, all_of: list[Adopter], place: int, model: Name | None) -> list[Adopter]:
    """The adopters that stand before a verb, in its clause."""
    low = clause_of(scene, place)[0]
    if folded_at(scene, place - 1) == "qui":
        return _antecedent(scene, [one for one in all_of if not is_maker(scene, one, model)], place - 1)
    place = max(inserted_before(scene, place)[0], low)
    if any(word in event_words(scene.language, "both") for word in folded_between(scene, low, place)):
        low = 0  # "aucun des deux", "tous deux": named in the clause before
    usable = [one for one in all_of if low <= one.first and one.last <= place and not is_maker(scene, one, model)]
    named = [one for one in usable if one.is_named]
    chosen = named or usable or _places(scene, low, place) or _bare_name(scene, low, place)
    if named and not usable[-1].is_named and _joined(scene, named[-1], usable[-1]) == "and":
        chosen = usable  # "BNP Paribas et le ministère utilisent"
    if not chosen:  # told before a colon or semicolon
        chosen = [one for one in all_of if one.last <= place and not is_maker(scene, one, model)]
    if chosen and not usable and not any(one in all_of for one in chosen):
        return chosen
    return series_before(scene, usable, chosen[-1]) if chosen else []


def _antecedent(scene: Scene, usable: list[Adopter], place: int) -> list[Adopter]:
    """``BMW, qui utilise M``: who stands right before the pronoun; a plural noun names nobody."""
    commas = event_words(scene.language, "comma")
    end = place - 1 if folded_at(scene, place - 1) in commas else place
    found = [one for one in usable if one.last == end]
    if not found or (not found[-1].is_named and found[-1].text.endswith(("s", "x"))):
        return [one for one in usable if one.is_named and end != place and one.last < end][-1:]
    return series_before(scene, usable, found[-1])


def _places(scene: Scene, low: int, place: int) -> list[Adopter]:
    """Places that govern the verb (``La Malaisie et le Kenya testent M``)."""
    prepositions = event_words(scene.language, "locating") | event_words(scene.language, "of")
    found: list[Adopter] = []
    for name in scene.names:
        if name.kind != "place" or name.is_adjective or not low <= name.first or name.last > place:
            continue
        before = [word for word in folded_between(scene, name.first - 2, name.first) if word not in {"'", "’"}]
        if not any(word in prepositions for word in before):
            found.append(Adopter(name.name, name.first, name.last, is_named=True))
    if not found or not _is_light(scene, found[-1].last, place):
        return []
    return series_before(scene, found, found[-1])


def _is_light(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing but pronouns, negations, adverbs and auxiliaries stand between a subject and its verb."""
    language = scene.language
    light = event_words(language, "have") | event_words(language, "be") | event_words(language, "skipped")
    light |= (
        event_words(language, "not") | event_words(language, "subject-pronoun") | {",", "lui", "eux", "y", "s", "se"}
    )
    return all(word in light for word in folded_between(scene, first, last))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(entry.name for entry in reference.person_names())


def _bare_name(scene: Scene, low: int, place: int) -> list[Adopter]:
    """An unknown name that opens the clause before the verb (``Trumatec a intégré …``), no person's."""
    words = scene.sentence.words
    openers = event_words(scene.language, "joining") | event_words(scene.language, "comma") | {"«", "“", '"'}
    start = low
    while start < place and words[start].folded in openers:
        start += 1
    end = start
    while end < place and words[end].text[:1].isupper() and words[end].text.replace("-", "").isalpha():
        end += 1
    known = {name.first for name in scene.names if name.kind != "place" or name.last >= end}
    if not start < end <= start + _LONGEST_NAME or start in known or not _is_light(scene, end, place):
        return []
    if words[start].folded in role(scene.language, "not-a-name") or words[start].text in _first_names():
        return []
    houses = event_words(scene.language, "house")
    if end - start > 1 and not any(word.folded in houses for word in words[start:end]):
        return []  # two plain names are a person's
    return [Adopter(" ".join(word.text for word in words[start:end]), start, end, is_named=True)]


def is_maker(scene: Scene, one: Adopter, model: Name | None) -> bool:
    """Whether an adopter is the model's developer or stands right before the model as a maker's name."""
    if model is None:
        return False
    if one.text == model.owner:
        return True
    maker = next((name for name in scene.names if name.first == one.first and name.kind == "organisation"), None)
    light = event_words(scene.language, "determiner") | {","}
    between = folded_between(scene, one.last, model.first)
    return maker is not None and maker.makes_models and one.last <= model.first and all(w in light for w in between)
