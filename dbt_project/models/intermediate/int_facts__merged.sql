-- One row a fact: the claims that answer one question with agreeing values.
--
-- Conflict: two point values of one dated question that do not agree, or a point value beyond a bound that another
-- claim sets. Undated values do not conflict: nothing says that they are of the same time.
with merged as (
    select
        fact_id,
        any_value(question_id) as question_id,
        any_value(bound_kind) as bound_kind,
        min(value) as told_low,
        max(value) as told_high,
        max(tolerance) as tolerance,
        count(*)::bigint as claim_count,
        count(distinct article_id)::bigint as source_count,
        count(distinct source_key)::bigint as independent_source_count,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on,
        bool_and(coalesce(derivation_kind, '') = 'rewrite') as found_in_rewrite_only
    from {{ ref('int_claims__matched') }}
    group by fact_id
),

evidence as (
    select
        merged.*,
        claims.* exclude (fact_id, question_id, bound_kind, tolerance)
    from merged
    inner join {{ ref('int_claims__matched') }} as claims
        on claims.fact_id = merged.fact_id and claims.evidence_rank = 1
),

questions as (
    select
        question_id,
        count(*) filter (where bound_kind = 'point')::bigint as point_count,
        min(value) filter (where bound_kind = 'point') as point_low,
        max(value) filter (where bound_kind = 'point') as point_high,
        max(tolerance) filter (where bound_kind = 'point') as point_tolerance,
        max(value) filter (where bound_kind = 'at_least') as highest_floor,
        min(value) filter (where bound_kind = 'at_most') as lowest_cap,
        min(told_low) as told_low,
        max(told_high) as told_high,
        count(*)::bigint as fact_count
    from evidence
    group by question_id
),

sources as (
    select question_id, count(distinct source_key) as source_count
    from {{ ref('int_claims__matched') }}
    group by question_id
),

judged as (
    select
        evidence.*,
        questions.told_low as question_low,
        questions.told_high as question_high,
        sources.source_count as question_source_count,
        coalesce(
            evidence.value is not null
            and (evidence.period_start is not null or evidence.period_end is not null)
            and case evidence.bound_kind
                when 'point' then
                    questions.point_count > 1
                    or evidence.value + evidence.tolerance < coalesce(questions.highest_floor, '-infinity'::double)
                    or evidence.value - evidence.tolerance > coalesce(questions.lowest_cap, 'infinity'::double)
                when 'at_least' then
                    evidence.value > coalesce(questions.point_low + questions.point_tolerance, 'infinity'::double)
                    or evidence.value > coalesce(questions.lowest_cap, 'infinity'::double)
                else
                    evidence.value < coalesce(questions.point_high - questions.point_tolerance, '-infinity'::double)
                    or evidence.value < coalesce(questions.highest_floor, '-infinity'::double)
            end,
            false
        ) as has_conflict
    from evidence
    inner join questions on questions.question_id = evidence.question_id
    inner join sources on sources.question_id = evidence.question_id
)

select
    * exclude (question_low, question_high, question_source_count, told_low, told_high),
    case when has_conflict then question_low else told_low end as value_low,
    case when has_conflict then question_high else told_high end as value_high,
    case
        when not has_conflict then null
        when question_source_count > 1 then 'between_sources'
        else 'within_source'
    end as conflict_scope
from judged
