select currency, year, per_eur, source
from {{ source('ingested', 'reference_exchange_rates') }}
