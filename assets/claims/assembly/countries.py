"""Which country abroad a place lies in: Tangier tells of Morocco, of which the text goes on as ``le royaume``."""

from functools import cache

from assets.claims.assembly.model import Name
from sources import reference

_CHINA = "CN"


@cache
def _country_of(place_id: str) -> str:
    """The English name of the country around a place, or nothing."""
    place = reference.place_by_id().get(place_id)
    while place is not None and place.place_level != "country":
        place = reference.place_by_id().get(place.parent_place_id)
    return place.name_en if place is not None and place.place_id != _CHINA else ""


def abroad(name: Name) -> str:
    """The English name of the country abroad that a name means or lies in, or nothing."""
    if name.kind != "place" or name.level != "country" or name.region is not None:
        return ""
    return _country_of(name.owner) if name.owner else name.name


@cache
def _parts() -> dict[str, str]:
    """Whether a place within a country abroad is a ``city`` or a ``province``, by its English name."""
    return {
        place.name_en: "province"
        if place.place_id.rpartition("-")[2].isupper() or place.place_id[-1:].isdigit()
        else "city"
        for place in reference.places()
        if place.place_level == "region" and _country_of(place.place_id)
    }


def part_abroad(name: str) -> str:
    """Whether a name is that of a ``city`` or a ``province`` (a region, a canton) of a country abroad, or nothing."""
    return _parts().get(name, "")
