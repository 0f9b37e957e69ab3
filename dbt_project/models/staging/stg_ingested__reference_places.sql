-- Provinces, municipalities, autonomous and special regions are one level: their figures compare and add up as provinces do.
select
    place_id,
    case
        when place_level in ('province', 'municipality', 'autonomous_region', 'special_administrative_region')
            then 'province'
        when place_level in ('district', 'county', 'town') then 'county'
        else place_level
    end as place_level,
    place_level as place_kind,
    parent_place_id,
    iso3166_2,
    name_en,
    name_fr,
    name_zh,
    aliases,
    is_in_national_total
from {{ source('ingested', 'reference_places') }}
