{{ config(materialized='view') }}
-- The values that a more precise value of their question is shown for; every other value shows itself.
--
-- An anchor is a value that agrees with no more precise one. Any other value goes to its nearest agreeing anchor, or
-- stands alone where it agrees only with values that themselves were led elsewhere: agreement is not handed on, so a
-- row of roundings cannot bridge two figures that conflict. Bounds (more than, at most) agree only when they are equal.
--
-- Most questions have one value: the others alone are compared.
with several as (
    select question_id
    from {{ ref('int_claims__typed') }}
    where value is not null and bound_kind = 'point'
    group by question_id
    having min(value) < max(value)
),

values_told as (
    select
        question_id, value_key,
        min(value) as value,
        min(tolerance) as tolerance,
        bool_and(bound = 'approx') as is_approximate
    from {{ ref('int_claims__typed') }}
    where value is not null and bound_kind = 'point' and question_id in (select question_id from several)
    group by question_id, value_key
),

ranked as (
    select
        *,
        row_number() over (partition by question_id order by is_approximate, tolerance, value) as precision_rank
    from values_told
),

agreeing as (
    select
        vague.question_id, vague.value_key,
        precise.value_key as precise_value_key,
        precise.precision_rank as precise_rank,
        abs(vague.value - precise.value) as distance
    from ranked as vague
    inner join ranked as precise
        on precise.question_id = vague.question_id
        and precise.precision_rank < vague.precision_rank
        and abs(vague.value - precise.value) <= vague.tolerance * (1 + 1e-9)
)

select
    agreeing.question_id,
    'point' as bound_kind,
    agreeing.value_key,
    arg_min(agreeing.precise_value_key, (agreeing.distance, agreeing.precise_rank)) as anchor_value_key
from agreeing
-- What is led elsewhere is no anchor.
anti join agreeing as led
    on led.question_id = agreeing.question_id and led.value_key = agreeing.precise_value_key
group by agreeing.question_id, agreeing.value_key
