"""The table of claims: one row per figure or model event that an article states."""

import pandas as pd

from warehouse.schemas.columns import (
    HEX_32,
    both_or_neither,
    day,
    in_order,
    number,
    row_check,
    table,
    text,
    whole,
)

METRICS_BY_MART: dict[str, tuple[str, ...]] = {
    "industrial_output": (
        "output_volume",
        "output_value",
        "output_share",
        "output_growth",
        "output_rank",
        "capacity",
        "sales_volume",
        "sales_value",
        "sales_share",
        "sales_growth",
        "export_volume",
        "export_value",
        "export_share",
        "export_growth",
        "installed_base",
        "firm_count",
        "workforce",
        "investment",
    ),
    "ai_model_adoption": (
        "active_users",
        "downloads",
        "derivative_models",
        "derivative_apps",
        "adopter_count",
        "usage_share",
        "usage_growth",
        "tokens_processed",
        "parameter_count",
        "training_cost",
        "api_price",
        "model_revenue",
        "model_count",
        "release",
        "deployment",
    ),
    "provincial_subsidies": (
        "subsidy_ceiling",
        "subsidy_amount",
        "subsidy_rate",
        "programme_budget",
        "programme_spent",
        "beneficiary_count",
    ),
}
"""Every metric, under the mart that it feeds. A metric belongs to one mart."""

EVENTS = ("release", "deployment")
"""Metrics that say that something happened, without a figure."""

COUNTED_UNITS = (
    "ratio",
    "item",
    "person",
    "tonne",
    "kilowatt_hour",
    "watt",
    "square_metre",
    "cubic_metre",
    "parameter",
    "token",
    "multiple",
    "rank",
)
UNIT_PATTERN = rf"[A-Z]{{3}}|{'|'.join(COUNTED_UNITS)}"
"""A counted unit or a currency's ISO 4217 code."""

BOUNDS = ("eq", "approx", "gt", "ge", "le", "lt")
PERS = ("minute", "hour", "day", "week", "month", "quarter", "year")
PERIOD_BASES = ("text", "relative", "publication")
STATUSES = ("actual", "planned", "denied")
SHARES = ("output_share", "sales_share", "export_share", "usage_share", "subsidy_rate")
"""Ratios that are parts of a whole, so never below nothing."""


def _metric_feeds_mart(frame: pd.DataFrame) -> pd.Series:
    mart_of = {metric: mart for mart, metrics in METRICS_BY_MART.items() for metric in metrics}
    return frame["metric"].map(mart_of) == frame["mart"]


def _only_events_lack_values(frame: pd.DataFrame) -> pd.Series:
    return frame["metric"].isin(EVENTS) == frame["value"].isna()


def _mention_inside_sentence(frame: pd.DataFrame) -> pd.Series:
    end = frame["sentence_start"] + frame["sentence"].str.len()
    return (frame["mention_start"] >= frame["sentence_start"]) & (frame["mention_end"] <= end)


def _offsets_fit_mention(frame: pd.DataFrame) -> pd.Series:
    return (frame["mention_end"] - frame["mention_start"]) == frame["mention"].str.len()


def _shares_are_parts(frame: pd.DataFrame) -> pd.Series:
    is_share = frame["metric"].isin(SHARES) & (frame["unit"] == "ratio")
    return ~is_share | frame["value"].between(0, 1)


def _ranks_count_from_one(frame: pd.DataFrame) -> pd.Series:
    is_rank = frame["unit"] == "rank"
    return ~is_rank | ((frame["value"] >= 1) & (frame["value"] % 1 == 0))


def _only_growth_is_negative(frame: pd.DataFrame) -> pd.Series:
    return frame["value"].isna() | (frame["value"] >= 0) | frame["metric"].str.endswith("_growth")


CLAIMS = table(
    "claims",
    "Dated claims. Grain: one row per figure or model event at one place of an article. Key: claim_id.",
    {
        "claim_id": text("Key: hash of article, offsets, metric, subject and object.", pattern=HEX_32),
        "article_id": text("Article that states it.", pattern=HEX_32),
        "article": text("File name of that article."),
        "mart": text("Mart that the claim feeds.", among=tuple(METRICS_BY_MART)),
        "metric": text("What is measured.", among=[m for metrics in METRICS_BY_MART.values() for m in metrics]),
        "subject": text("Whose figure it is: a place, firm, model, developer or authority."),
        "object": text(
            "What is counted or funded, a noun in snake_case; empty where the metric needs none.", nullable=True
        ),
        "value": number("Figure in base units, ratios as fractions of one; empty for events.", nullable=True),
        "unit": text("What the figure counts; empty for events.", nullable=True, pattern=UNIT_PATTERN),
        "bound": text("How the figure limits the truth.", among=BOUNDS),
        "per": text("Time base of a rate.", nullable=True, among=PERS),
        "period_start": day("First day on which the value holds; empty for open or unknown.", nullable=True),
        "period_end": day("Last day on which the value holds, inclusive; empty for open or unknown.", nullable=True),
        "period_label": text(
            "The words that give the period, as the text has them; empty where the claim holds as of publication.",
            nullable=True,
        ),
        "period_granularity": text("Calendar unit of the period.", nullable=True),
        "period_basis": text("Where the period comes from.", among=PERIOD_BASES),
        "period_edtf": text("The period in Extended Date/Time Format.", nullable=True),
        "status": text("Whether it is so, is planned, or is denied.", among=STATUSES),
        "equivalent_value": number("The same amount as the text gives it again in another unit.", nullable=True),
        "equivalent_unit": text("Unit of that second amount.", nullable=True, pattern=UNIT_PATTERN),
        "equivalent_bound": text("How that second amount limits the truth.", nullable=True, among=BOUNDS),
        "attributed_to": text("Who says so in the text.", nullable=True),
        "region": text(
            "ISO 3166-2 code of the Chinese province concerned, CN for the country.",
            nullable=True,
            pattern=r"CN(-[A-Z]{2})?",
        ),
        "reference": text("Of what whole a share or rank is.", nullable=True),
        "confidence": number("Calibrated probability that every slot is right, 0 to 1.", low=0, high=1),
        "mention": text("The figure exactly as the clean text has it."),
        "mention_start": whole("Offset of the mention's first character in the clean text."),
        "mention_end": whole("Offset just past the mention's last character."),
        "sentence": text("The sentence around the mention, verbatim."),
        "sentence_start": whole("Offset of the sentence's first character in the clean text."),
        "rule_ids": text("Rules that filled the slots, joined by semicolons.", may_be_empty=True),
        "extractor_version": text("Version of the extractor that read the claim."),
    },
    key=["claim_id"],
    checks=[
        in_order("mention_start", "mention_end", strictly=True),
        in_order("period_start", "period_end"),
        both_or_neither("equivalent_value", "equivalent_unit"),
        both_or_neither("value", "unit"),
        row_check(_metric_feeds_mart, "metric feeds this mart"),
        row_check(_only_events_lack_values, "events have no value and everything else has one"),
        row_check(_mention_inside_sentence, "mention stands inside its sentence"),
        row_check(_offsets_fit_mention, "offsets are as long as the mention"),
        row_check(_shares_are_parts, "shares lie between 0 and 1"),
        row_check(_ranks_count_from_one, "ranks are whole numbers from 1"),
        row_check(_only_growth_is_negative, "only growth is negative"),
    ],
)
