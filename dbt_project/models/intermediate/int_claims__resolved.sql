{{ config(materialized='view') }}
-- Claims with their subject and object led to the reference tables; an unknown name stays as the text has it.
-- A name is looked up once, however many claims have it.
{%- set kinds = ['place', 'model', 'organisation'] %}
with subjects_told as (
    select distinct subject, mart = 'ai_model_adoption' as is_of_models, {{ name_key('subject') }} as name_key
    from {{ ref('stg_ingested__claims') }}
),

subjects_matched as (
    select
        told.*,
        -- A model comes first in the mart of models, a place first where output and aid are counted.
        case when told.is_of_models and model.entity_id is not null then 'model'
            when told.is_of_models and organisation.entity_id is not null then 'organisation'
            when place.entity_id is not null then 'place'
            when organisation.entity_id is not null then 'organisation'
            when model.entity_id is not null then 'model'
        end as kind,
        {% for kind in kinds -%}
        {{ kind }}.entity_id as {{ kind }}_entity_id, {{ kind }}.entity_name as {{ kind }}_entity_name,
        {% endfor -%}
        places.iso3166_2
    from subjects_told as told
    {% for kind in kinds -%}
    left join {{ ref('int_names__keyed') }} as {{ kind }}
        on {{ kind }}.entity_kind = '{{ kind }}' and {{ kind }}.name_key = told.name_key
    {% endfor -%}
    left join {{ ref('stg_ingested__reference_places') }} as places on places.place_id = place.entity_id
),

subjects as (
    select
        subject,
        is_of_models,
        coalesce(kind, 'unresolved') as subject_kind,
        case kind {% for kind in kinds %} when '{{ kind }}' then {{ kind }}_entity_id{% endfor %} end as subject_id,
        case kind {% for kind in kinds %} when '{{ kind }}' then {{ kind }}_entity_name{% endfor %} else subject end
            as subject_name,
        coalesce(
            kind || ':' || case kind {% for kind in kinds %} when '{{ kind }}' then {{ kind }}_entity_id{% endfor %} end,
            'name:' || name_key
        ) as subject_key,
        case when kind = 'place' and iso3166_2 like 'CN%' then iso3166_2 end as own_region
    from subjects_matched
),

objects_told as (
    select distinct object, metric = 'deployment' as is_adopter, {{ name_key('object') }} as name_key
    from {{ ref('stg_ingested__claims') }}
    where object is not null
),

objects_matched as (
    select
        told.*,
        product.entity_id as product_id,
        adopter.entity_name as adopter_name,
        case when told.is_adopter or product.entity_id is null then adopter.entity_id end as organisation_id
    from objects_told as told
    left join {{ ref('int_names__keyed') }} as product
        on product.entity_kind = 'product' and product.name_key = told.name_key
    left join {{ ref('int_names__keyed') }} as adopter
        on adopter.entity_kind = 'organisation' and adopter.name_key = told.name_key
),

objects as (
    select
        object,
        is_adopter,
        case
            when organisation_id is not null then 'organisation' when product_id is not null then 'product'
            else 'unresolved'
        end as object_kind,
        coalesce(organisation_id, product_id) as object_id,
        case when organisation_id is not null then adopter_name else coalesce(product_id, object) end as object_name,
        coalesce('organisation:' || organisation_id, 'product:' || product_id, 'name:' || name_key) as object_key
    from objects_matched
),

speakers as (
    select told.attributed_to, names.entity_id as quoted_press_id
    from (
        select distinct attributed_to, {{ name_key('attributed_to') }} as name_key
        from {{ ref('stg_ingested__claims') }}
        where attributed_to is not null
    ) as told
    inner join {{ ref('int_names__keyed') }} as names
        on names.entity_kind = 'organisation' and names.name_key = told.name_key
    inner join {{ ref('stg_ingested__reference_organisations') }} as organisations
        on organisations.organisation_id = names.entity_id and organisations.kind in ('media', 'news_agency')
)

select
    claims.claim_id, claims.article_id, claims.mart, claims.metric, claims.value, claims.unit, claims.bound, claims.per,
    claims.period_start, claims.period_end, claims.period_granularity, claims.period_basis, claims.status,
    claims.reference, claims.confidence, claims.mention_start, claims.rule_ids, speakers.quoted_press_id,
    -- A place says by itself which province it belongs to, whether or not the claim repeats it.
    coalesce(claims.region, subjects.own_region) as region,
    subjects.subject_kind,
    subjects.subject_id,
    subjects.subject_name as subject,
    subjects.subject_key,
    objects.object_kind,
    objects.object_id,
    objects.object_name as object,
    coalesce(objects.object_key, 'name:') as object_key
from {{ ref('stg_ingested__claims') }} as claims
inner join subjects
    on subjects.subject = claims.subject and subjects.is_of_models = (claims.mart = 'ai_model_adoption')
left join objects
    on objects.object = claims.object and objects.is_adopter = (claims.metric = 'deployment')
left join speakers on speakers.attributed_to = claims.attributed_to
