-- Places. Grain: one row per place. Key: place_id.
select
    place_id,
    place_level,
    place_kind,
    parent_place_id,
    iso3166_2,
    name_en,
    name_fr,
    name_zh,
    is_in_national_total
from {{ ref('stg_ingested__reference_places') }}
