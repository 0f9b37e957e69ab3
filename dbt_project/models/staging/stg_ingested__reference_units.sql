-- A currency is a unit of money under its ISO 4217 code.
select unit, dimension, base_unit, factor, ucum, null::varchar as name_en
from {{ source('ingested', 'reference_units') }}
union all
select code, 'money', code, 1.0, null, name_en
from {{ source('ingested', 'reference_currencies') }}
where code not in (select unit from {{ source('ingested', 'reference_units') }})
