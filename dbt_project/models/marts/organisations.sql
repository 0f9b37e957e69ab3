-- Firms, authorities, agencies. Grain: one row per organisation. Key: organisation_id.
select
    organisation_id,
    name,
    kind,
    country,
    home_place_id,
    sector
from {{ ref('stg_ingested__reference_organisations') }}
