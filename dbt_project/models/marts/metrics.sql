-- Metrics. Grain: one row per metric. Key: metric.
select
    metric,
    mart,
    definition,
    unit,
    accumulation,
    needs_object,
    is_additive
from {{ ref('stg_ingested__reference_metrics') }}
