"""The reference tables: facts about the world, as ``sources/reference`` holds them in CSV files.

Lists inside a cell are joined by semicolons; an alias that starts with ``=`` counts only in exactly this spelling.
"""

from warehouse.schemas.claims import METRICS_BY_MART
from warehouse.schemas.columns import Table, flag, number, row_check, table, text, whole

PLACE_LEVELS = (
    "world",
    "region",
    "country",
    "province",
    "municipality",
    "autonomous_region",
    "special_administrative_region",
    "city",
    "district",
    "county",
    "town",
)
ACCUMULATIONS = ("flow", "stock", "share", "rate", "price", "event")

PLACES = table(
    "reference_places",
    "Places. Grain: one row per place. Key: place_id.",
    {
        "place_id": text("Key of the place."),
        "place_level": text("Rank of the place.", among=PLACE_LEVELS),
        "parent_place_id": text("Place that this one belongs to; empty for the world.", nullable=True),
        "iso3166_2": text("ISO 3166-2 code of its province, or ISO 3166-1 code of its country.", nullable=True),
        "name_en": text("English name, under which claims name it."),
        "name_fr": text("French name.", nullable=True),
        "name_zh": text("Chinese name.", nullable=True),
        "aliases": text("Other names, joined by semicolons.", nullable=True),
        "adjectives": text("French adjectives, joined by semicolons.", nullable=True),
        "is_in_national_total": flag("Whether China's national figures count it."),
    },
    key=["place_id"],
    checks=[row_check(lambda frame: frame["place_id"] != frame["parent_place_id"], "not its own parent")],
)

MODELS = table(
    "reference_models",
    "AI models. Grain: one row per model or family. Key: model_id.",
    {
        "model_id": text("Key of the model."),
        "name": text("Its own spelling, under which claims name it."),
        "family": text("Family it belongs to.", nullable=True),
        "developer": text("Firm or laboratory that made it.", nullable=True),
        "kind": text("What sort of model or application it is.", nullable=True),
        "is_open": text(
            "true where the weights are public, false where not, empty where not known.",
            nullable=True,
            among=["true", "false"],
        ),
        "aliases": text("Other names, joined by semicolons.", nullable=True),
        "trap_words": text("Words that show another thing of the same name is meant.", nullable=True),
    },
    key=["model_id"],
)

ORGANISATIONS = table(
    "reference_organisations",
    "Firms, authorities, agencies. Grain: one row per organisation. Key: organisation_id.",
    {
        "organisation_id": text("Key of the organisation."),
        "name": text("Its own spelling, under which claims name it."),
        "kind": text("What sort of organisation it is; a news agency's copies count as one source.", nullable=True),
        "country": text("ISO 3166-1 code of its seat.", nullable=True),
        "home_place_id": text("Place of its seat.", nullable=True),
        "sector": text("Industry it works in.", nullable=True),
        "aliases": text("Other names, joined by semicolons.", nullable=True),
        "trap_words": text("Words that show another thing of the same name is meant.", nullable=True),
    },
    key=["organisation_id"],
)

PRODUCTS = table(
    "reference_products",
    "What is counted or funded. Grain: one row per product or kind of beneficiary. Key: product_id.",
    {
        "product_id": text("Key, the noun that claims use as their object."),
        "name_en": text("English name."),
        "parent_product_id": text("Wider product that this one is part of.", nullable=True),
        "unit": text("Base unit it is counted in.", nullable=True),
        "hs_code": text("Code of the Harmonised System.", nullable=True),
        "isic": text("Code of the International Standard Industrial Classification.", nullable=True),
        "forms_fr": text("How French text names it, joined by semicolons.", nullable=True),
    },
    key=["product_id"],
)

METRICS = table(
    "reference_metrics",
    "Metrics. Grain: one row per metric. Key: metric.",
    {
        "metric": text("Key of the metric.", among=[m for metrics in METRICS_BY_MART.values() for m in metrics]),
        "mart": text("Mart that it feeds.", among=tuple(METRICS_BY_MART)),
        "definition": text("What it measures."),
        "unit": text("Units it comes in, joined by semicolons.", nullable=True),
        "accumulation": text("Whether it flows over a period, stands at a date, or is a rate.", among=ACCUMULATIONS),
        "needs_object": flag("Whether a figure means nothing without its object."),
        "is_additive": flag("Whether figures of several subjects may be added up at all."),
    },
    key=["metric"],
)

UNITS = table(
    "reference_units",
    "Units of the value columns. Grain: one row per unit. Key: unit.",
    {
        "unit": text("Key, as the value columns use it."),
        "base_unit": text("Unit that values of it are turned into."),
        "factor": number("How many of the base unit one of it is.", low=0),
        "dimension": text("What it measures: count, mass, energy, length."),
        "ucum": text("Code of the Unified Code for Units of Measure.", nullable=True),
    },
    key=["unit"],
)

CURRENCIES = table(
    "reference_currencies",
    "Currencies. Grain: one row per currency. Key: code.",
    {
        "code": text("ISO 4217 code.", pattern=r"[A-Z]{3}"),
        "name_en": text("English name."),
        "name_fr": text("French name.", nullable=True),
        "decimals": whole("Digits after the decimal point."),
        "is_current": flag("Whether it is in use."),
    },
    key=["code"],
)

EXCHANGE_RATES = table(
    "reference_exchange_rates",
    "Average exchange rates of the euro. Grain: one row per currency and year. Key: currency and year.",
    {
        "currency": text("ISO 4217 code.", pattern=r"[A-Z]{3}"),
        "year": whole("Calendar year averaged.", at_least=1999),
        "per_eur": number("How much of the currency one euro bought.", low=0),
        "source": text("Who published the rate."),
    },
    key=["currency", "year"],
)

REFERENCE: tuple[Table, ...] = (PLACES, MODELS, ORGANISATIONS, PRODUCTS, METRICS, UNITS, CURRENCIES, EXCHANGE_RATES)
