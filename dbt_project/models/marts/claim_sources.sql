-- Grain: one row per claim and the fact that it supports; every claim supports one.
select
    claim_id,
    fact_id,
    mart,
    article_id,
    source_key,
    case
        when value is null then 'event'
        when has_shown_value then 'same_value'
        else 'rounded'
    end as support,
    evidence_rank = 1 as is_evidence,
    evidence_rank::bigint as evidence_rank,
    derivation_kind,
    published_on
from {{ ref('int_claims__matched') }}
