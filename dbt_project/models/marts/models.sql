-- AI models. Grain: one row per model or family. Key: model_id.
select
    model_id,
    name,
    family,
    developer,
    kind,
    is_open
from {{ ref('stg_ingested__reference_models') }}
