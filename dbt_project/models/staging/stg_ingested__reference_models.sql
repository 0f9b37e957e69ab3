select model_id, name, family, developer, kind, is_open = 'true' as is_open, aliases
from {{ source('ingested', 'reference_models') }}
