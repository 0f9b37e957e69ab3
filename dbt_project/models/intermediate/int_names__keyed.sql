-- A name, alias or id leads to one entity of its kind. A name that two entities share leads to none: nothing is guessed.
with names as (
    select 'place' as entity_kind, place_id as entity_id, name_en as entity_name, 1 as priority, name_en as name
    from {{ ref('stg_ingested__reference_places') }}
    union all
    select 'place', place_id, name_en, 2, unnest([name_fr, name_zh])
    from {{ ref('stg_ingested__reference_places') }}
    union all
    select 'place', place_id, name_en, 3, unnest(string_split(aliases, ';'))
    from {{ ref('stg_ingested__reference_places') }}
    union all
    select 'model', model_id, name, 1, name
    from {{ ref('stg_ingested__reference_models') }}
    union all
    select 'model', model_id, name, 3, unnest(string_split(aliases, ';'))
    from {{ ref('stg_ingested__reference_models') }}
    union all
    select 'organisation', organisation_id, name, 1, name
    from {{ ref('stg_ingested__reference_organisations') }}
    union all
    select 'organisation', organisation_id, name, 3, unnest(string_split(aliases, ';'))
    from {{ ref('stg_ingested__reference_organisations') }}
    union all
    select 'product', product_id, name_en, 1, unnest([product_id, name_en])
    from {{ ref('stg_ingested__reference_products') }}
),

keyed as (
    select distinct entity_kind, entity_id, entity_name, priority, {{ name_key('name') }} as name_key
    from names
    where name is not null
),

best as (
    select *
    from keyed
    where name_key <> ''
    qualify priority = min(priority) over (partition by entity_kind, name_key)
)

select entity_kind, name_key, min(entity_id) as entity_id, min(entity_name) as entity_name
from best
group by entity_kind, name_key
having count(distinct entity_id) = 1
