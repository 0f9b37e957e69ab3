-- Figures seen and not published. Grain: one row per figure set aside. Key: rejected_id.
select
    rejected_id,
    article_id,
    article,
    mention,
    mention_start,
    mention_end,
    sentence,
    sentence_start,
    reason,
    candidates,
    extractor_version
from {{ ref('stg_ingested__rejected_claims') }}
