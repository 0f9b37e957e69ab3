{{ config(materialized='view') }}
-- What changed from run to run. A fact whose value was corrected has a new key: where one fact of a question went and one
-- came in the same run, they are one change of value. The first run, which adds everything, is left out.
with history as (
    select
        *,
        lag(value) over versions as value_before,
        lag(source_count) over versions as source_count_before,
        count(*) filter (where change = 'added') over question as added_count,
        count(*) filter (where change = 'gone') over question as gone_count,
        max(value) filter (where change = 'gone') over question as gone_value,
        max(source_count) filter (where change = 'gone') over question as gone_source_count
    from {{ local(ref('fact_history')) }}
    window
        versions as (partition by fact_id order by run_number),
        question as (partition by run_number, question_id)
),

paired as (
    select *, added_count = 1 and gone_count = 1 and change in ('added', 'gone') as is_pair
    from history
)

select
    change_id, run_number, run_id, recorded_at, recorded_on,
    case when is_pair then 'value_changed' else change end as change,
    cause, cause_article_id, cause_article, mart, fact_id, question_id, metric, subject, object, unit, period_label,
    case when change <> 'gone' then value end as value,
    case when is_pair then gone_value when change = 'added' then null else value_before end as previous_value,
    case when change <> 'gone' then source_count end as source_count,
    case when is_pair then gone_source_count when change = 'added' then null else source_count_before end
        as previous_source_count,
    evidence_sentence, evidence_url
from paired
where run_number > 1 and not (is_pair and change = 'gone')
