{{ config(materialized='view') }}
-- Claims with their subject and object led to the reference tables; an unknown name stays as the text has it.
{%- set kinds = ['place', 'model', 'organisation'] %}
with keyed as (
    select
        *,
        {{ name_key('subject') }} as subject_name_key,
        {{ name_key("coalesce(object, '')") }} as object_name_key,
        {{ name_key("coalesce(attributed_to, '')") }} as speaker_name_key
    from {{ ref('stg_ingested__claims') }}
),

press as (
    select names.name_key, names.entity_id
    from {{ ref('int_names__keyed') }} as names
    inner join {{ ref('stg_ingested__reference_organisations') }} as organisations
        on organisations.organisation_id = names.entity_id
    where names.entity_kind = 'organisation' and organisations.kind in ('media', 'news_agency')
),

matched as (
    select
        keyed.*,
        -- A model comes first in the mart of models, a place first where output and aid are counted.
        case when keyed.mart = 'ai_model_adoption' and model.entity_id is not null then 'model'
            when keyed.mart = 'ai_model_adoption' and organisation.entity_id is not null then 'organisation'
            when place.entity_id is not null then 'place'
            when organisation.entity_id is not null then 'organisation'
            when model.entity_id is not null then 'model'
        end as subject_kind,
        {% for kind in kinds -%}
        {{ kind }}.entity_id as {{ kind }}_entity_id, {{ kind }}.entity_name as {{ kind }}_entity_name,
        {% endfor -%}
        places.iso3166_2 as place_iso3166_2,
        product.entity_id as product_id,
        case when keyed.metric = 'deployment' or product.entity_id is null then adopter.entity_id end
            as object_organisation_id,
        adopter.entity_name as adopter_name,
        press.entity_id as quoted_press_id
    from keyed
    {% for kind in kinds -%}
    left join {{ ref('int_names__keyed') }} as {{ kind }}
        on {{ kind }}.entity_kind = '{{ kind }}' and {{ kind }}.name_key = keyed.subject_name_key
    {% endfor -%}
    left join {{ ref('stg_ingested__reference_places') }} as places on places.place_id = place.entity_id
    left join {{ ref('int_names__keyed') }} as product
        on product.entity_kind = 'product' and product.name_key = keyed.object_name_key
    left join {{ ref('int_names__keyed') }} as adopter
        on adopter.entity_kind = 'organisation' and adopter.name_key = keyed.object_name_key
    left join press on press.name_key = keyed.speaker_name_key
)

select
    claim_id, article_id, mart, metric, value, unit, bound, per, period_start, period_end, period_granularity,
    period_basis, status, reference, confidence, mention_start, rule_ids, quoted_press_id,
    -- A place says by itself which province it belongs to, whether or not the claim repeats it.
    coalesce(
        region,
        case when subject_kind = 'place' and place_iso3166_2 like 'CN%' then place_iso3166_2 end
    ) as region,
    coalesce(subject_kind, 'unresolved') as subject_kind,
    case subject_kind
        when 'place' then place_entity_id when 'model' then model_entity_id
        when 'organisation' then organisation_entity_id
    end as subject_id,
    case subject_kind
        when 'place' then place_entity_name when 'model' then model_entity_name
        when 'organisation' then organisation_entity_name else subject
    end as subject,
    coalesce(
        subject_kind || ':' || case subject_kind
            when 'place' then place_entity_id when 'model' then model_entity_id else organisation_entity_id
        end,
        'name:' || subject_name_key
    ) as subject_key,
    case
        when object is null then null
        when object_organisation_id is not null then 'organisation'
        when product_id is not null then 'product'
        else 'unresolved'
    end as object_kind,
    coalesce(object_organisation_id, product_id) as object_id,
    case when object_organisation_id is not null then adopter_name else coalesce(product_id, object) end as object,
    coalesce('organisation:' || object_organisation_id, 'product:' || product_id, 'name:' || object_name_key)
        as object_key
from matched
