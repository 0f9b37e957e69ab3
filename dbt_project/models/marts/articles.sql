-- Grain: one row per clean article.
with claim_counts as (
    select article_id, count(*)::bigint as claim_count
    from {{ ref('stg_ingested__claims') }}
    group by article_id
),

rejected_counts as (
    select article_id, count(*)::bigint as rejected_claim_count
    from {{ ref('stg_ingested__rejected_claims') }}
    group by article_id
)

select
    articles.article_id,
    articles.article,
    articles.source_id,
    articles.document_id,
    articles.url,
    articles.canonical_url,
    articles.title,
    articles.author,
    articles.publisher,
    articles.language,
    articles.section,
    articles.published_on,
    articles.published_basis,
    articles.not_before,
    articles.not_after,
    articles.modified_on,
    articles.text,
    articles.paragraph_count,
    articles.word_count,
    articles.is_extracted,
    articles.derived_from_article_id,
    articles.derivation_kind,
    articles.derivation_similarity,
    articles.content_sha256,
    articles.cleaner_version,
    rooted.root_article_id,
    rooted.source_key,
    coalesce(claim_counts.claim_count, 0) as claim_count,
    coalesce(rejected_counts.rejected_claim_count, 0) as rejected_claim_count
from {{ ref('stg_ingested__articles') }} as articles
inner join {{ ref('int_articles__rooted') }} as rooted on rooted.article_id = articles.article_id
left join claim_counts on claim_counts.article_id = articles.article_id
left join rejected_counts on rejected_counts.article_id = articles.article_id
