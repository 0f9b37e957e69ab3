{{ config(materialized='view') }}
-- The mart as it stood at the end of a day, for every day from the first run to today: filter on as_of_date.
with versions as (
    select
        *,
        lead(recorded_on, 1, date '9999-12-31') over (partition by fact_id order by run_number) as replaced_on
    from {{ local(ref('fact_history')) }}
    where mart = 'provincial_subsidies'
)

select
    dates.date_day as as_of_date,
    versions.fact_id,
    versions.question_id,
    versions.metric,
    versions.subject,
    versions.subject_kind,
    versions.subject_id,
    versions.is_subject_resolved,
    versions.place_level,
    versions.place_kind,
    versions.region_code,
    versions.province_code,
    versions.province_name,
    versions.object,
    versions.object_kind,
    versions.object_id,
    versions.is_object_resolved,
    versions.value,
    versions.unit,
    versions.bound,
    versions.per,
    versions.value_low,
    versions.value_high,
    versions.has_conflict,
    versions.conflict_scope,
    versions.statement_type,
    versions.status,
    versions.accumulation,
    versions.is_additive,
    versions.is_additive_over_time,
    versions.reference,
    versions.share_denominator,
    versions.growth_base,
    versions.equivalent_value,
    versions.equivalent_unit,
    versions.equivalent_bound,
    versions.usd_value,
    versions.usd_basis,
    versions.usd_rate,
    versions.usd_rate_year,
    versions.usd_rate_source,
    versions.period_start,
    versions.period_end,
    versions.period_label,
    versions.period_granularity,
    versions.period_basis,
    versions.period_edtf,
    versions.is_dated,
    versions.reference_date,
    versions.reference_year,
    versions.attributed_to,
    versions.confidence,
    versions.claim_count,
    versions.source_count,
    versions.independent_source_count,
    versions.found_in_rewrite_only,
    versions.first_published_on,
    versions.last_published_on,
    versions.evidence_claim_id,
    versions.evidence_article_id,
    versions.evidence_mention,
    versions.evidence_sentence,
    versions.evidence_mention_start,
    versions.evidence_mention_end,
    versions.evidence_article,
    versions.evidence_title,
    versions.evidence_url,
    versions.evidence_publisher,
    versions.evidence_published_on
from versions
inner join {{ local(ref('dates')) }} as dates
    on dates.date_day >= versions.recorded_on
    and dates.date_day < versions.replaced_on
    and dates.date_day <= current_date
where versions.change <> 'gone'
