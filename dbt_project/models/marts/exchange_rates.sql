-- Average exchange rates of the euro. Grain: one row per currency and year. Key: currency and year.
select
    currency,
    year,
    per_eur,
    source
from {{ ref('stg_ingested__reference_exchange_rates') }}
