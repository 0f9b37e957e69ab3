{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='append_new_columns',
    full_refresh=false
) }}
-- A journal: every run appends the facts that it added, changed or lost, and writes nothing where nothing changed.
-- Nothing is ever updated, so what the marts said on any day can be read back (see the views ending in _as_of).
{%- set columns = [
    'fact_id',
    'question_id',
    'metric',
    'subject',
    'subject_kind',
    'subject_id',
    'is_subject_resolved',
    'place_level',
    'place_kind',
    'region_code',
    'province_code',
    'province_name',
    'object',
    'object_kind',
    'object_id',
    'is_object_resolved',
    'value',
    'unit',
    'bound',
    'per',
    'value_low',
    'value_high',
    'has_conflict',
    'conflict_scope',
    'statement_type',
    'status',
    'accumulation',
    'is_additive',
    'is_additive_over_time',
    'reference',
    'share_denominator',
    'growth_base',
    'equivalent_value',
    'equivalent_unit',
    'equivalent_bound',
    'usd_value',
    'usd_basis',
    'usd_rate',
    'usd_rate_year',
    'usd_rate_source',
    'period_start',
    'period_end',
    'period_label',
    'period_granularity',
    'period_basis',
    'period_edtf',
    'is_dated',
    'reference_date',
    'reference_year',
    'attributed_to',
    'confidence',
    'claim_count',
    'source_count',
    'independent_source_count',
    'found_in_rewrite_only',
    'first_published_on',
    'last_published_on',
    'evidence_claim_id',
    'evidence_article_id',
    'evidence_mention',
    'evidence_sentence',
    'evidence_mention_start',
    'evidence_mention_end',
    'evidence_article',
    'evidence_title',
    'evidence_url',
    'evidence_publisher',
    'evidence_published_on',
] %}
{%- set words = [
    'subject_kind',
    'place_level',
    'bound',
    'value_low',
    'value_high',
    'has_conflict',
    'conflict_scope',
    'accumulation',
    'is_additive',
    'is_additive_over_time',
    'equivalent_value',
    'equivalent_unit',
    'period_basis',
    'attributed_to',
    'claim_count',
    'source_count',
    'independent_source_count',
    'found_in_rewrite_only',
    'first_published_on',
    'last_published_on',
    'evidence_article_id',
    'evidence_mention',
    'evidence_sentence',
] %}
{%- set marts = ['industrial_output', 'ai_model_adoption', 'provincial_subsidies'] %}
with runs as (
    select max(run_number) as run_number, arg_max(run_id, run_number) as run_id,
        arg_max(recorded_at, run_number) as recorded_at
    from {{ ref('int_runs__recorded') }}
),

-- Most facts have one article; only the others' articles are collected.
shared as (
    select fact_id, list_sort(list(distinct article_id)) as article_ids
    from {{ ref('claim_sources') }}
    where fact_id in (select fact_id from {{ ref('int_facts__merged') }} where source_count > 1)
    group by fact_id
),

facts as (
    {% for mart in marts -%}
    select '{{ mart }}' as mart, {{ columns | join(', ') }} from {{ ref(mart) }}{% if not loop.last %}
    union all
    {% endif %}{% endfor %}
),

articles as (
    select article_id, article
    from {{ ref('stg_ingested__articles') }}
),

present as (
    select
        facts.*,
        coalesce(array_to_string(shared.article_ids, ';'), facts.evidence_article_id) as article_ids,
        -- The key stands for subject, object, period and value. Confidence, converted money and reference names may move
        -- without the fact saying anything else.
        {{ stable_id(words) }} as content_hash
    from facts
    left join shared on shared.fact_id = facts.fact_id
),

{% if is_incremental() -%}
previous as (
    -- Narrow: a million facts are compared by their hashes, and only those that are gone are read in full.
    select fact_id, run_number, change, content_hash, article_ids
    from {{ this }}
    qualify row_number() over (partition by fact_id order by run_number desc) = 1
),

known as (
    select * from previous where change <> 'gone'
),

known_articles as (
    select distinct unnest(string_split(article_ids, ';')) as article_id
    from {{ this }}
),

known_names as (
    select distinct evidence_article as article
    from {{ this }}
),

told as (
    -- Added and changed facts. What caused them is the article that came, or else the one that went.
    select
        case when known.fact_id is null then 'added' else 'changed' end as change,
        coalesce(
            list_filter(string_split(present.article_ids, ';'), came -> not contains(coalesce(known.article_ids, ''), came))[1],
            list_filter(string_split(known.article_ids, ';'), went -> not contains(present.article_ids, went))[1],
            present.evidence_article_id
        ) as cause_article_id,
        present.*
    from present
    left join known on known.fact_id = present.fact_id
    where known.content_hash is distinct from present.content_hash
),

lost as (
    select known.fact_id, known.run_number
    from known
    anti join facts on facts.fact_id = known.fact_id
),

gone as (
    select 'gone' as change, last.evidence_article_id as cause_article_id, last.article_ids, last.content_hash,
        last.mart, {% for column in columns %}last.{{ column }}{% if not loop.last %}, {% endif %}{% endfor %}
    from lost
    inner join {{ this }} as last on last.fact_id = lost.fact_id and last.run_number = lost.run_number
),

changes as (
    select change, cause_article_id, article_ids, content_hash, mart, {{ columns | join(', ') }}
    from told
    union all by name
    select * from gone
),

judged as (
    select
        changes.*,
        coalesce(articles.article, changes.evidence_article) as cause_article,
        case
            when articles.article_id is null and same_name.article is not null then 'article_corrected'
            when articles.article_id is null then 'article_withdrawn'
            when changes.change = 'gone' or known_articles.article_id is not null then 'reading_changed'
            when known_names.article is not null then 'article_corrected'
            else 'new_article'
        end as cause
    from changes
    left join articles on articles.article_id = changes.cause_article_id
    left join known_articles on known_articles.article_id = changes.cause_article_id
    left join known_names on known_names.article = articles.article
    left join (select distinct article from articles) as same_name on same_name.article = changes.evidence_article
)
{%- else -%}
judged as (
    select *, 'added' as change, evidence_article_id as cause_article_id, evidence_article as cause_article,
        'new_article' as cause
    from present
)
{%- endif %}

select
    {{ stable_id(['runs.run_number', 'judged.fact_id']) }} as change_id,
    runs.run_number,
    runs.run_id,
    runs.recorded_at,
    runs.recorded_at::date as recorded_on,
    judged.change,
    judged.cause,
    judged.cause_article_id,
    judged.cause_article,
    judged.article_ids,
    judged.content_hash,
    judged.mart,
    {% for column in columns %}judged.{{ column }}{% if not loop.last %},
    {% endif %}{% endfor %}
from judged
cross join runs
