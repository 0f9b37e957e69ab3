-- Units of the value columns. Grain: one row per unit. Key: unit.
select
    unit,
    dimension,
    base_unit,
    factor,
    ucum,
    name_en
from {{ ref('stg_ingested__reference_units') }}
