-- Which fact every claim supports. Events have no value: all reports of one event in one period are one fact.
-- evidence_rank 1 is the claim that the fact is shown by: the shown value, stated outright, in an original text, read
-- most surely, published first, placed first.
with matched as (
    select
        claims.*,
        coalesce(anchors.anchor_value_key, '') as anchor_value_key
    from {{ ref('int_claims__typed') }} as claims
    left join {{ ref('int_values__anchored') }} as anchors
        on anchors.question_id = claims.question_id
        and anchors.bound_kind = claims.bound_kind
        and anchors.value_key = claims.value_key
),

identified as (
    select *, {{ stable_id(['question_id', 'bound_kind', 'anchor_value_key']) }} as fact_id
    from matched
)

select
    *,
    row_number() over (
        partition by fact_id
        order by
            coalesce(value_key = anchor_value_key, true) desc,
            bound = 'approx',
            derivation_kind is not null,
            confidence desc,
            published_on nulls last,
            mention_start,
            claim_id
    ) as evidence_rank
from identified
