-- Which fact every claim supports. Events have no value: all reports of one event in one period are one fact.
-- evidence_rank 1 is the claim that the fact is shown by: the shown value, stated outright, in an original text, read
-- most surely, published first, placed first.
with anchored as (
    select
        claims.claim_id,
        claims.article_id,
        claims.mart,
        claims.question_id,
        claims.bound_kind,
        claims.bound,
        claims.value,
        claims.tolerance,
        claims.is_comparable,
        claims.source_key,
        claims.derivation_kind,
        claims.published_on,
        claims.confidence,
        claims.mention_start,
        anchors.anchor_value_key is null as has_shown_value,
        {{ stable_id([
            'claims.question_id', 'claims.bound_kind', 'coalesce(anchors.anchor_value_key, claims.value_key)'
        ]) }} as fact_id
    from {{ ref('int_claims__typed') }} as claims
    left join {{ ref('int_values__anchored') }} as anchors
        on anchors.question_id = claims.question_id
        and anchors.bound_kind = claims.bound_kind
        and anchors.value_key = claims.value_key
)

select
    claim_id, article_id, mart, fact_id, question_id, bound_kind, value, tolerance, is_comparable, source_key,
    derivation_kind, published_on, has_shown_value,
    row_number() over (
        partition by fact_id
        order by
            has_shown_value desc,
            bound = 'approx',
            derivation_kind is not null,
            confidence desc,
            published_on nulls last,
            mention_start,
            claim_id
    ) as evidence_rank
from anchored
