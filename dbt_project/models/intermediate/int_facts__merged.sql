-- One row a fact: the claims that answer one question with agreeing values.
--
-- Conflict: two point values of one question that do not agree, or a point value beyond a bound that another claim sets.
-- Undated values do not conflict, nor do those whose object is not told: nothing says that they are of the same thing.
with told as (
    select
        fact_id,
        any_value(mart) as mart,
        any_value(question_id) as question_id,
        any_value(bound_kind) as bound_kind,
        any_value(is_comparable) as is_comparable,
        max(value) filter (where evidence_rank = 1) as value,
        min(value) as told_low,
        max(value) as told_high,
        max(tolerance) as tolerance,
        count(*)::bigint as claim_count,
        min(article_id) < max(article_id) as has_several_articles,
        min(published_on) as first_published_on,
        max(published_on) as last_published_on,
        bool_and(coalesce(derivation_kind, '') = 'rewrite') as found_in_rewrite_only,
        min(claim_id) filter (where evidence_rank = 1) as evidence_claim_id,
        min(source_key) as first_source_key
    from {{ ref('int_claims__matched') }}
    group by fact_id
),

-- Most facts have one article; only the others' articles and sources are counted. Counting distinct hashes costs a
-- fraction of counting distinct texts.
spread as (
    select
        fact_id,
        count(distinct hash(article_id))::bigint as source_count,
        count(distinct hash(source_key))::bigint as independent_source_count
    from {{ ref('int_claims__matched') }}
    where fact_id in (select fact_id from told where has_several_articles)
    group by fact_id
),

merged as (
    select
        told.* exclude (has_several_articles),
        coalesce(spread.source_count, 1) as source_count,
        -- An article that also quotes an agency is still one article.
        coalesce(least(spread.independent_source_count, spread.source_count), 1) as independent_source_count
    from told
    left join spread on spread.fact_id = told.fact_id
),

-- Only questions with several facts can hold a conflict.
questions as (
    select
        question_id,
        count(*) filter (where bound_kind = 'point') as point_count,
        min(value) filter (where bound_kind = 'point') as point_low,
        max(value) filter (where bound_kind = 'point') as point_high,
        max(tolerance) filter (where bound_kind = 'point') as point_tolerance,
        max(value) filter (where bound_kind = 'at_least') as highest_floor,
        min(value) filter (where bound_kind = 'at_most') as lowest_cap,
        min(told_low) as told_low,
        max(told_high) as told_high,
        max(independent_source_count) > 1 or count(distinct hash(first_source_key)) > 1 as has_several_sources
    from merged
    where is_comparable and value is not null
    group by question_id
    having count(*) > 1
),

judged as (
    select
        merged.*,
        questions.told_low as question_low,
        questions.told_high as question_high,
        questions.has_several_sources,
        coalesce(
            merged.is_comparable and merged.value is not null
            and case merged.bound_kind
                when 'point' then
                    questions.point_count > 1
                    or merged.value + merged.tolerance < questions.highest_floor
                    or merged.value - merged.tolerance > questions.lowest_cap
                when 'at_least' then
                    merged.value > questions.point_low + questions.point_tolerance
                    or merged.value > questions.lowest_cap
                else
                    merged.value < questions.point_high - questions.point_tolerance
                    or merged.value < questions.highest_floor
            end,
            false
        ) as has_conflict
    from merged
    left join questions on questions.question_id = merged.question_id
)

select
    * exclude (question_low, question_high, has_several_sources, told_low, told_high, first_source_key, is_comparable),
    case when has_conflict then question_low else told_low end as value_low,
    case when has_conflict then question_high else told_high end as value_high,
    case
        when not has_conflict then null
        when has_several_sources then 'between_sources'
        else 'within_source'
    end as conflict_scope
from judged
