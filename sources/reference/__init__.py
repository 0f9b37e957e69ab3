"""Facts about the world that reading an article needs: places, models, organisations, products, metrics, rates.

Belongs here: one CSV a kind, edited by hand, and the typed loader below. A new firm is a new line, never new code.
Does not belong here: words of a language that state no fact (``assets/claims/language``), and anything measured from
articles.

Aliases are joined by ``;``. An alias that begins with ``=`` is matched only in the capitals that it is written in
(``=Canton`` the city, not the Swiss ``canton``); a name that is listed among its own aliases with ``=`` likewise. Trap
words are phrases in which the name means something else; ``*`` in one stands for any capitalised word (``Claude *`` is
a person unless the two words are a model's name).
"""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent
_Row = TypeVar("_Row")


class ReferenceDataError(ValueError):
    """A reference file breaks its contract; the text names the file, the line and the cure."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: the world, a region, a country, a province-level place, a city, district, county or town.

    Attributes:
        place_id: ISO 3166-2:CN code, ISO 3166-1 alpha-2 code, or one of those with a slug (``CN-GD-shenzhen``).
        iso3166_2: Code of the province-level place around it, ``CN`` for the country, empty outside China.
        is_in_national_total: Whether its figures are part of China's national totals.
    """

    place_id: str
    place_level: str
    parent_place_id: str
    iso3166_2: str
    name_en: str
    name_fr: str
    name_zh: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    is_in_national_total: bool


@dataclass(frozen=True, slots=True)
class Model:
    """A model, a family of models or the application that carries its name."""

    model_id: str
    name: str
    family: str
    developer: str
    kind: str
    is_open: bool
    aliases: tuple[str, ...]
    trap_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A firm, agency, institute, university, government body, association or medium."""

    organisation_id: str
    name: str
    kind: str
    country: str
    home_place_id: str
    sector: str
    aliases: tuple[str, ...]
    trap_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """What a figure can count or fund; ``product_id`` is the English noun that a claim's object carries."""

    product_id: str
    name_en: str
    parent_product_id: str
    unit: str
    hs_code: str
    isic: str
    forms_fr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric of one mart, with the units that a value of it may have; ``currency`` stands for any ISO 4217 code."""

    metric: str
    mart: str
    definition: str
    units: tuple[str, ...]
    accumulation: str
    needs_object: bool
    is_additive: bool


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """Units of a currency for one euro, as the average of a year."""

    currency: str
    year: int
    per_eur: float
    source: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """A word that begins a person's name: a Chinese or Korean ``surname``, or a ``first_name``."""

    name: str
    part: str


def _split(joined: str) -> tuple[str, ...]:
    return tuple(part for part in joined.split(";") if part)


def _flag(word: str) -> bool:
    if word not in {"true", "false"}:
        raise ValueError(f"{word!r} is neither true nor false")
    return word == "true"


def _load(name: str, build: Callable[[Mapping[str, str]], _Row]) -> tuple[_Row, ...]:
    path = ROOT / f"{name}.csv"
    rows: list[_Row] = []
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for record in reader:
            try:
                rows.append(build(record))
            except (KeyError, ValueError, AttributeError) as error:
                raise ReferenceDataError(
                    f"{path.name}:{reader.line_num}: {error}; give the line one value a column"
                ) from error
    return tuple(rows)


@cache
def places() -> tuple[Place, ...]:
    """Load every place, wider ones before the places in them."""
    return _load(
        "places",
        lambda row: Place(
            place_id=row["place_id"],
            place_level=row["place_level"],
            parent_place_id=row["parent_place_id"],
            iso3166_2=row["iso3166_2"],
            name_en=row["name_en"],
            name_fr=row["name_fr"],
            name_zh=row["name_zh"],
            aliases=_split(row["aliases"]),
            adjectives=_split(row["adjectives"]),
            is_in_national_total=_flag(row["is_in_national_total"]),
        ),
    )


@cache
def models() -> tuple[Model, ...]:
    """Load every model."""
    return _load(
        "models",
        lambda row: Model(
            model_id=row["model_id"],
            name=row["name"],
            family=row["family"],
            developer=row["developer"],
            kind=row["kind"],
            is_open=_flag(row["is_open"]),
            aliases=_split(row["aliases"]),
            trap_words=_split(row["trap_words"]),
        ),
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Load every organisation."""
    return _load(
        "organisations",
        lambda row: Organisation(
            organisation_id=row["organisation_id"],
            name=row["name"],
            kind=row["kind"],
            country=row["country"],
            home_place_id=row["home_place_id"],
            sector=row["sector"],
            aliases=_split(row["aliases"]),
            trap_words=_split(row["trap_words"]),
        ),
    )


@cache
def products() -> tuple[Product, ...]:
    """Load every product and kind of beneficiary."""
    return _load(
        "products",
        lambda row: Product(
            product_id=row["product_id"],
            name_en=row["name_en"],
            parent_product_id=row["parent_product_id"],
            unit=row["unit"],
            hs_code=row["hs_code"],
            isic=row["isic"],
            forms_fr=_split(row["forms_fr"]),
        ),
    )


@cache
def metrics() -> tuple[Metric, ...]:
    """Load the closed list of metrics."""
    return _load(
        "metrics",
        lambda row: Metric(
            metric=row["metric"],
            mart=row["mart"],
            definition=row["definition"],
            units=_split(row["unit"]),
            accumulation=row["accumulation"],
            needs_object=_flag(row["needs_object"]),
            is_additive=_flag(row["is_additive"]),
        ),
    )


@cache
def exchange_rates() -> tuple[ExchangeRate, ...]:
    """Load the annual average rates; a year that is not listed has no rate."""
    return _load(
        "exchange_rates",
        lambda row: ExchangeRate(
            currency=row["currency"], year=int(row["year"]), per_eur=float(row["per_eur"]), source=row["source"]
        ),
    )


@cache
def person_names() -> tuple[PersonName, ...]:
    """Load the words that begin persons' names."""
    return _load("person_names", lambda row: PersonName(name=row["name"], part=row["part"]))


@cache
def place_by_id() -> Mapping[str, Place]:
    """Index the places by id."""
    return {place.place_id: place for place in places()}


@cache
def capitals() -> Mapping[str, str]:
    """Tell the capital of each Chinese province and autonomous region, both by their ids."""
    return dict(_load("capitals", lambda row: (row["place_id"], row["capital_place_id"])))


@cache
def region_of(place_id: str) -> str | None:
    """Tell the province-level code around a place.

    Args:
        place_id: Id of a known place.

    Returns:
        An ISO 3166-2:CN code, ``CN`` for the country itself and its regions, None elsewhere.
    """
    index = place_by_id()
    place = index.get(place_id)
    while place is not None:
        if place.iso3166_2:
            return place.iso3166_2
        place = index.get(place.parent_place_id)
    return None
