select document_id, source_id, article, location, content_sha256, article_id, status, reason, detail, cure
from {{ source('ingested', 'article_log') }}
