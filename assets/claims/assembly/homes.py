"""Where firms sit and what lies in what: ``le groupe de Shenzhen`` is BYD, the town of Lingang is Shanghai."""

from collections.abc import Iterator
from functools import cache

from assets.claims.assembly.discourse import Discourse, Subject, keys_of
from assets.claims.assembly.model import Name, Scene
from assets.claims.assembly.spelling import letters
from assets.claims.assembly.words import role
from sources import reference

_FIRMS = frozenset({"firm", ""})
_LEVELS = {"municipality": "city", "city": "city", "county": "city"}


@cache
def _places() -> dict[str, reference.Place]:
    return {place.place_id: place for place in reference.places()}


@cache
def _homes() -> dict[str, str]:
    """The English name of each firm's town, by all names of the firm."""
    found: dict[str, str] = {}
    for firm in reference.organisations():
        home = _places().get(firm.home_place_id)
        if home is not None and firm.kind == "firm":
            for name in (firm.name, *firm.aliases):
                found.setdefault(letters(name), home.name_en)
    return found


@cache
def _parents() -> dict[tuple[str, str | None], Subject]:
    """The city that each Chinese district lies in, by the district's name and region."""
    found: dict[tuple[str, str | None], Subject] = {}
    for place in reference.places():
        above = _places().get(place.parent_place_id)
        if place.place_level == "district" and above is not None and above.place_level in _LEVELS:
            found[place.name_en, place.iso3166_2] = Subject(above.name_en, "place", "city", above.iso3166_2)
    return found


@cache
def _provinces() -> dict[str, Subject]:
    """The province of each region's code; a municipality is its own city."""
    return {
        place.iso3166_2: Subject(place.name_en, "place", "province", place.iso3166_2)
        for place in reference.places()
        if place.place_level in {"province", "autonomous_region"} and place.iso3166_2
    }


@cache
def _capitals() -> dict[str, Subject]:
    """The capital of each province, by the province's code."""
    index = reference.place_by_id()
    return {
        province: Subject(index[city].name_en, "place", "city", index[city].iso3166_2)
        for province, city in reference.capitals().items()
    }


def capital_of(province: Subject | None) -> Subject | None:
    """The capital of a Chinese province, or None."""
    return _capitals().get(province.region or "") if province is not None and province.level == "province" else None


def capital_behind(scene: Scene, last: int) -> Subject | None:
    """The capital of the province that is named right behind ``la capitale``, or None."""
    linking = role(scene.language, "of") | role(scene.language, "article")
    for name in scene.names:
        if name.level != "province" or name.is_adjective or name.first <= last:
            continue
        if all(word.folded in linking for word in scene.sentence.words[last : name.first]):
            return capital_of(Subject.of(name))
    return None


def firms_of(scene: Scene, last: int, discourse: Discourse) -> Iterator[Subject]:
    """The firms of the article that sit in the town named right behind a word for a firm, most spoken of first.

    Args:
        scene: The sentence.
        last: Position just past the word for a firm.
        discourse: What the article speaks of.
    """
    town = _town_behind(scene, last)
    if town is None:
        return
    firms = [(count, subject) for subject, count in discourse.topics.items() if subject.kind == "organisation"]
    firms.sort(key=lambda told: (-told[0], told[1].name))
    for _, firm in firms:
        if _homes().get(letters(firm.name)) == town.name:
            yield firm


@cache
def _countries() -> dict[str, str]:
    """The country of each listed firm, by all names of the firm; and of each country its code, by its English name."""
    found = {place.name_en: place.place_id for place in reference.places() if place.place_level == "country"}
    for firm in reference.organisations():
        for name in (firm.name, *firm.aliases):
            found.setdefault(letters(name), firm.country)
    return found


def firms_from(name: Name, discourse: Discourse) -> Iterator[Subject]:
    """The firms that ``l'allemand``, ``le chinois`` can mean: the one from there named last, else the last of all.

    Args:
        name: The adjective of a country or town.
        discourse: What the article has spoken of.
    """
    code = "CN" if name.region == "CN" else _countries().get(name.name, "")
    firms = [
        (at, subject)
        for subject, at in discourse.seen.items()
        if subject.kind == "organisation" and subject.level in _FIRMS
    ]
    firms.sort(key=lambda told: (-told[0][0], -told[0][1], told[1].name))
    unknown: list[Subject] = []
    for _, firm in firms:
        known = _countries().get(letters(firm.name))
        if known is None:
            unknown.append(firm)
        elif (code and known == code) or _homes().get(letters(firm.name)) == name.name:
            yield firm
            return
    yield from unknown[:1]


def _town_behind(scene: Scene, last: int) -> Name | None:
    words = scene.sentence.words
    of = role(scene.language, "of")
    for name in scene.names:
        if name.kind != "place" or name.level not in {"city", "district"} or name.first < last:
            continue
        between = [word.folded for word in words[last : name.first]]
        fits = not between if name.is_adjective else bool(between) and all(word in of for word in between)
        return name if fits else None
    return None


def around(subject: Subject | None, kind: str) -> Iterator[Subject]:
    """The city of a district, or the province of a town, for a word that can mean the wider place."""
    if subject is None or subject.kind != "place":
        return
    if kind in {"city", "authority"} and subject.level == "district":
        parent = _parents().get((subject.name, subject.region))
        if parent is not None:
            yield parent
    if kind in {"province", "authority"} and subject.level in {"city", "district"}:
        province = _provinces().get(subject.region or "")
        if province is not None:
            yield province


def wider(kind: str, meant: Subject | None, discourse: Discourse) -> Iterator[Subject]:
    """The wider places that a pointing word can mean, of the place it means and of the one spoken of last."""
    last = discourse.last.get("place")
    for subject in dict.fromkeys((*around(meant, kind), *around(last, kind))):
        if subject != meant and kind in keys_of(subject):
            yield subject
