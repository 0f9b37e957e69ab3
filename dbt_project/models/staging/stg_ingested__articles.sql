-- A withdrawn document's article leaves the marts even where its rows have not been deleted yet.
with withdrawn as (
    select article_id
    from {{ source('ingested', 'article_log') }}
    where article_id is not null
    group by article_id
    having bool_and(status = 'withdrawn')
)

select
    article_id, article, source_id, document_id, url, canonical_url, title, author, publisher, language, section,
    published_on, published_basis, not_before, not_after, modified_on, text, paragraph_count, word_count, is_extracted,
    derived_from_article_id, derivation_kind, derivation_similarity, content_sha256, cleaner_version
from {{ source('ingested', 'articles') }}
anti join withdrawn using (article_id)
