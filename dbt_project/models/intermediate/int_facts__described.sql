{{ config(materialized='view') }}
-- Facts as an analyst reads them: with places, time, money and the sentence that is their evidence.
with provinces as (
    select iso3166_2, name_en
    from {{ ref('stg_ingested__reference_places') }}
    where place_level = 'province'
),

second_amounts as (
    -- The amount that the text gives again in another unit, by the best placed claim that does so.
    select
        matched.fact_id,
        arg_min(claims.equivalent_value, matched.evidence_rank) as equivalent_value,
        arg_min(claims.equivalent_unit, matched.evidence_rank) as equivalent_unit,
        arg_min(claims.equivalent_bound, matched.evidence_rank) as equivalent_bound
    from {{ ref('int_claims__matched') }} as matched
    inner join {{ ref('stg_ingested__claims') }} as claims on claims.claim_id = matched.claim_id
    where claims.equivalent_value is not null
    group by matched.fact_id
),

-- Averages of a calendar year, through the euro. An amount of several years, or without a year, has no one rate.
rates as (
    select
        native.currency,
        native.year,
        dollar.per_eur / native.per_eur as usd_per_unit,
        native.source
    from {{ ref('stg_ingested__reference_exchange_rates') }} as native
    inner join {{ ref('stg_ingested__reference_exchange_rates') }} as dollar
        on dollar.currency = 'USD' and dollar.year = native.year
    union all
    select 'EUR', year, per_eur, source
    from {{ ref('stg_ingested__reference_exchange_rates') }}
    where currency = 'USD'
)

select
    merged.fact_id,
    merged.question_id,
    merged.mart,
    facts.metric,
    facts.subject,
    facts.subject_kind,
    facts.subject_id,
    facts.subject_kind <> 'unresolved' as is_subject_resolved,
    places.place_level,
    places.place_kind,
    facts.region as region_code,
    provinces.iso3166_2 as province_code,
    provinces.name_en as province_name,
    facts.object,
    facts.object_kind,
    facts.object_id,
    coalesce(facts.object_kind <> 'unresolved', true) as is_object_resolved,
    facts.value,
    facts.unit,
    facts.bound,
    facts.per,
    merged.value_low,
    merged.value_high,
    merged.has_conflict,
    merged.conflict_scope,
    facts.statement_type,
    facts.status,
    facts.accumulation,
    facts.value is not null
        and facts.bound_kind = 'point'
        and facts.statement_type = 'observed'
        and facts.is_metric_additive
        and facts.unit not in ('ratio', 'rank', 'multiple')
        and not merged.has_conflict
        and facts.period_end is not null as is_additive,
    facts.value is not null
        and facts.bound_kind = 'point'
        and facts.statement_type = 'observed'
        and facts.is_metric_additive
        and facts.accumulation = 'period_flow'
        and not merged.has_conflict
        and facts.period_start is not null
        and facts.period_end is not null as is_additive_over_time,
    facts.reference,
    case when facts.metric like '%_share' or facts.unit = 'rank' then facts.reference end as share_denominator,
    -- The rule that read the base names it.
    case when facts.metric like '%_growth'
        then coalesce(facts.reference, nullif(regexp_extract(claims.rule_ids, '(?:^|;)base\.(\w+)', 1), '')) end
        as growth_base,
    second_amounts.equivalent_value,
    second_amounts.equivalent_unit,
    second_amounts.equivalent_bound,
    case
        when facts.unit = 'USD' then facts.value
        when second_amounts.equivalent_unit = 'USD' then second_amounts.equivalent_value
        when facts.unit = rates.currency then facts.value * rates.usd_per_unit
    end as usd_value,
    case
        when facts.unit = 'USD' then 'native'
        when second_amounts.equivalent_unit = 'USD' then 'as_given'
        when facts.unit = rates.currency then 'converted'
    end as usd_basis,
    case when facts.unit <> 'USD' and second_amounts.equivalent_unit is distinct from 'USD' then rates.usd_per_unit end
        as usd_rate,
    case when facts.unit <> 'USD' and second_amounts.equivalent_unit is distinct from 'USD' then rates.year end
        as usd_rate_year,
    case when facts.unit <> 'USD' and second_amounts.equivalent_unit is distinct from 'USD' then rates.source end
        as usd_rate_source,
    facts.period_start,
    facts.period_end,
    {{ period_label('facts.period_start', 'facts.period_end') }} as period_label,
    case when facts.period_start is distinct from claims.period_start then 'day' else claims.period_granularity end
        as period_granularity,
    facts.period_basis,
    case when facts.period_start is distinct from claims.period_start then facts.period_start::varchar
        else claims.period_edtf end as period_edtf,
    facts.period_start is not null or facts.period_end is not null as is_dated,
    coalesce(facts.period_end, facts.period_start) as reference_date,
    year(coalesce(facts.period_end, facts.period_start))::bigint as reference_year,
    claims.attributed_to,
    facts.confidence,
    merged.claim_count,
    merged.source_count,
    merged.independent_source_count,
    merged.found_in_rewrite_only,
    merged.first_published_on,
    merged.last_published_on,
    claims.claim_id as evidence_claim_id,
    claims.article_id as evidence_article_id,
    claims.mention as evidence_mention,
    claims.sentence as evidence_sentence,
    claims.mention_start - claims.sentence_start as evidence_mention_start,
    claims.mention_end - claims.sentence_start as evidence_mention_end,
    articles.article as evidence_article,
    articles.title as evidence_title,
    coalesce(articles.url, articles.canonical_url) as evidence_url,
    articles.publisher as evidence_publisher,
    articles.published_on as evidence_published_on
from {{ ref('int_facts__merged') }} as merged
-- The mart is told again for the database: who asks for one mart's facts joins only that mart's claims.
inner join {{ ref('int_claims__typed') }} as facts
    on facts.claim_id = merged.evidence_claim_id and facts.mart = merged.mart
inner join {{ ref('stg_ingested__claims') }} as claims on claims.claim_id = merged.evidence_claim_id
inner join {{ ref('stg_ingested__articles') }} as articles on articles.article_id = claims.article_id
-- The kind stands inside the key: as a condition of its own it would make DuckDB compare every row with every place.
left join {{ ref('stg_ingested__reference_places') }} as places
    on places.place_id = case when facts.subject_kind = 'place' then facts.subject_id end
left join provinces
    on provinces.iso3166_2 = coalesce(
        facts.region,
        case when places.place_level in ('province', 'city', 'county') then places.iso3166_2 end
    )
left join second_amounts on second_amounts.fact_id = merged.fact_id
left join rates
    on rates.currency = facts.unit
    and rates.year = year(facts.period_start)
    and rates.year = year(facts.period_end)
