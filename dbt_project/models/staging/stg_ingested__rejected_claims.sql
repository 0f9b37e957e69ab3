select
    rejected_id, article_id, article, mention, mention_start, mention_end, sentence, sentence_start, reason,
    nullif(candidates, '') as candidates, extractor_version
from {{ source('ingested', 'rejected_claims') }}
where article_id in (select article_id from {{ ref('stg_ingested__articles') }})
