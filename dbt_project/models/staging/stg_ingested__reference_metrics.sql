select metric, mart, definition, unit, accumulation, needs_object, is_additive
from {{ source('ingested', 'reference_metrics') }}
