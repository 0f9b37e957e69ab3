-- What kind of statement a claim is, what it answers, and how exactly it answers it.
--
-- question_id is the same for all claims of one subject, metric, object, unit, per, period, status, kind of statement,
-- whole and region. Only claims of one question can agree or conflict: planned, actual and denied figures, ceilings
-- and budgets never meet.
--
-- Tolerance is how far the truth may lie from a point value. A printed number stands for half a unit of its last
-- figure that is not a zero, but for no more than 2.5 % (« 300 000 » is not 340 000); « environ » allows between 5 and
-- 10 %. Ranks are exact, percentages have at least two places.
with rooted as not materialized (
    select
        claims.* exclude (quoted_press_id),
        articles.root_article_id,
        articles.derivation_kind,
        articles.published_on,
        articles.is_shared_text,
        -- A claim that quotes a press agency is the agency's, whoever prints it.
        coalesce('agency:' || claims.quoted_press_id, articles.source_key) as source_key
    from {{ ref('int_claims__resolved') }} as claims
    inner join {{ ref('int_articles__rooted') }} as articles on articles.article_id = claims.article_id
),

-- A copy that is printed a day later says what its original said, as of the original's day: the day of a figure that
-- is told without one is that of the first article of the same text that tells it.
first_told as (
    select
        claim_id,
        min(period_start) over (
            partition by root_article_id, mart, metric, subject_key, object_key, unit, per, status, reference, region
        ) as first_day
    from rooted
    where is_shared_text and period_basis = 'publication' and period_start = period_end
),

dated as (
    select
        rooted.* exclude (period_start, period_end, root_article_id, is_shared_text),
        coalesce(first_told.first_day, rooted.period_start) as period_start,
        coalesce(first_told.first_day, rooted.period_end) as period_end
    from rooted
    left join first_told on first_told.claim_id = rooted.claim_id
),

stated as (
    select
        dated.*,
        case
            when dated.status = 'denied' then 'denied'
            when dated.metric = 'subsidy_ceiling' then 'ceiling'
            when dated.metric = 'subsidy_rate' and dated.bound in ('le', 'lt') then 'ceiling'
            when dated.metric = 'programme_budget' then 'budget'
            -- The rule that read the plan's words tells a forecast from a target; an end without a start (by 2027) is a
            -- target where the words do not say.
            when dated.status = 'planned' and contains(dated.rule_ids, 'status.forecast') then 'forecast'
            when dated.status = 'planned' and contains(dated.rule_ids, 'status.target') then 'target'
            when dated.status = 'planned' and dated.period_start is null and dated.period_end is not null then 'target'
            when dated.status = 'planned' then 'planned'
            else 'observed'
        end as statement_type,
        case
            when dated.value is null then 'event'
            when dated.unit in ('rank', 'multiple') then 'rate'
            when dated.unit = 'ratio' and metrics.accumulation in ('share', 'rate') then metrics.accumulation
            when dated.unit = 'ratio' then 'share'
            when metrics.accumulation = 'flow' and dated.per is not null then 'rate'
            when metrics.accumulation = 'flow' and dayofyear(dated.period_start) = 1
                and year(dated.period_start) = year(dated.period_end)
                and strftime(dated.period_end, '%m-%d') not in ('01-31', '03-31', '06-30', '12-31')
                then 'year_to_date'
            when metrics.accumulation = 'flow' then 'period_flow'
            else coalesce(metrics.accumulation, 'rate')
        end as accumulation,
        coalesce(metrics.is_additive, false) as is_metric_additive,
        -- Two figures can contradict each other only where both say when and of what they are.
        (dated.period_start is not null or dated.period_end is not null)
            and (dated.object is not null or not coalesce(metrics.needs_object, false)) as is_comparable
    from dated
    left join {{ ref('stg_ingested__reference_metrics') }} as metrics on metrics.metric = dated.metric
),

bounded as (
    select
        *,
        printf('%.12g', value) as value_key,
        case
            -- A ceiling is the figure itself: « jusqu'à 3 millions » and « un plafond de 3 millions » say the same.
            when value is null or statement_type = 'ceiling' or bound in ('eq', 'approx') then 'point'
            when bound in ('gt', 'ge') then 'at_least'
            else 'at_most'
        end as bound_kind,
        -- As 6.90000000000e+06: the figures stand at fixed places, which is far cheaper than looking for them.
        printf('%.11e', abs(value)) as scientific
    from stated
),

rounded as (
    select
        *,
        -- Half a unit of the last figure that is not a zero: of 6.9e+06 half of 0.1e+06.
        0.5 * pow(10, substr(scientific, 15)::integer - length(rtrim(substr(scientific, 3, 11), '0'))) as half_unit
    from bounded
)

select
    * exclude (half_unit, scientific, rule_ids, subject_key, object_key, period_granularity),
    case
        when value is null or value = 0 or bound_kind <> 'point' or unit = 'rank' then 0
        when bound = 'approx' then greatest(0.05 * abs(value), least(half_unit, 0.1 * abs(value)))
        else least(half_unit, 0.025 * abs(value), case when unit = 'ratio' then 0.005 else half_unit end)
    end as tolerance,
    {{ stable_id([
        'mart', 'metric', 'subject_key', 'object_key', 'unit', 'per', 'period_start', 'period_end', 'status',
        'statement_type', 'reference', 'region',
    ]) }} as question_id
from rounded
