-- Every value of a question is led to the most precise value that it agrees with; that value is the one shown.
--
-- An anchor is a value that agrees with no more precise one. Any other value goes to its nearest agreeing anchor, or
-- stands alone where it agrees only with values that themselves were led elsewhere: agreement is not handed on, so a
-- row of roundings cannot bridge two figures that conflict. Bounds (more than, at most) agree only when they are equal.
with values_told as (
    select
        question_id, bound_kind, value_key,
        min(value) as value,
        min(tolerance) as tolerance,
        bool_and(bound = 'approx') as is_approximate
    from {{ ref('int_claims__typed') }}
    where value is not null
    group by question_id, bound_kind, value_key
),

ranked as (
    select
        *,
        row_number() over (
            partition by question_id, bound_kind order by is_approximate, tolerance, value
        ) as precision_rank
    from values_told
),

agreeing as (
    select
        vague.question_id, vague.bound_kind, vague.value_key, vague.precision_rank,
        precise.value_key as precise_value_key,
        precise.precision_rank as precise_rank,
        abs(vague.value - precise.value) as distance
    from ranked as vague
    inner join ranked as precise
        on precise.question_id = vague.question_id
        and precise.bound_kind = vague.bound_kind
        and precise.precision_rank < vague.precision_rank
        and abs(vague.value - precise.value) <= vague.tolerance * (1 + 1e-9)
    where vague.bound_kind = 'point'
),

anchors as (
    select ranked.question_id, ranked.bound_kind, ranked.value_key
    from ranked
    anti join agreeing using (question_id, bound_kind, value_key)
),

nearest as (
    select
        agreeing.question_id, agreeing.bound_kind, agreeing.value_key,
        arg_min(agreeing.precise_value_key, (agreeing.distance, agreeing.precise_rank)) as anchor_value_key
    from agreeing
    inner join anchors
        on anchors.question_id = agreeing.question_id
        and anchors.bound_kind = agreeing.bound_kind
        and anchors.value_key = agreeing.precise_value_key
    group by all
)

select
    ranked.question_id,
    ranked.bound_kind,
    ranked.value_key,
    coalesce(nearest.anchor_value_key, ranked.value_key) as anchor_value_key
from ranked
left join nearest using (question_id, bound_kind, value_key)
