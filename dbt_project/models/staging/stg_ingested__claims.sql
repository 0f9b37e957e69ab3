select
    claim_id, article_id, mart, metric, subject, nullif(object, '') as object, value, unit, bound, per,
    period_start, period_end, period_label, period_granularity, period_basis, period_edtf, status,
    equivalent_value, equivalent_unit, equivalent_bound, attributed_to, region, reference, confidence,
    mention, mention_start, mention_end, sentence, sentence_start, rule_ids, extractor_version
from {{ source('ingested', 'claims') }}
where article_id in (select article_id from {{ ref('stg_ingested__articles') }})
