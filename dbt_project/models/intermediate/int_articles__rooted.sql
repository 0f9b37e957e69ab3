-- Copies and rewrites are traced to the text they come from; all articles of one text are one source.
-- A text that any of its articles signs with a press agency or medium belongs to that agency.
with recursive ancestry as (
    select article_id, derived_from_article_id as ancestor_id
    from {{ ref('stg_ingested__articles') }}
    where derived_from_article_id is not null
    union
    select ancestry.article_id, parent.derived_from_article_id
    from ancestry
    inner join {{ ref('stg_ingested__articles') }} as parent on parent.article_id = ancestry.ancestor_id
    where parent.derived_from_article_id is not null
),

-- The root is the ancestor that derives from nothing, published or not; in a circle, the smallest id.
roots as (
    select
        ancestry.article_id,
        coalesce(
            min(ancestry.ancestor_id) filter (where parent.derived_from_article_id is null),
            min(ancestry.ancestor_id)
        ) as root_article_id
    from ancestry
    left join {{ ref('stg_ingested__articles') }} as parent on parent.article_id = ancestry.ancestor_id
    group by ancestry.article_id
),

rooted as (
    select
        articles.article_id,
        coalesce(roots.root_article_id, articles.article_id) as root_article_id,
        articles.derivation_kind,
        articles.published_on,
        articles.author
    from {{ ref('stg_ingested__articles') }} as articles
    left join roots on roots.article_id = articles.article_id
),

press as (
    select
        organisation_id,
        ' ' || trim(regexp_replace(lower(strip_accents(unnest([name] || string_split(coalesce(aliases, ''), ';')))),
            '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as words
    from {{ ref('stg_ingested__reference_organisations') }}
    where kind in ('media', 'news_agency')
),

authors as (
    select distinct
        author,
        ' ' || trim(regexp_replace(lower(strip_accents(author)), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as words
    from rooted
    where author is not null
),

-- « Le Monde avec AFP »: the agency is named last.
signatures as (
    select authors.author, arg_max(press.organisation_id, instr(authors.words, press.words)) as agency_id
    from authors
    inner join press on trim(press.words) <> '' and contains(authors.words, press.words)
    group by authors.author
),

signed as (
    select rooted.*, signatures.agency_id
    from rooted
    left join signatures on signatures.author = rooted.author
)

select
    article_id,
    root_article_id,
    derivation_kind,
    published_on,
    count(*) over (partition by root_article_id) > 1 as is_shared_text,
    coalesce(
        'agency:' || min(agency_id) over (partition by root_article_id),
        'article:' || root_article_id
    ) as source_key
from signed
