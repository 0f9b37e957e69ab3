-- What became of every document. Grain: one row per document of a source. Key: document_id.
select
    document_id,
    source_id,
    article,
    location,
    content_sha256,
    article_id,
    status,
    reason,
    detail,
    cure
from {{ ref('stg_ingested__article_log') }}
