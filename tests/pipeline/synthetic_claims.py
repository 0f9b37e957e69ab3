"""A warehouse of very many invented claims, for measuring how the marts grow. Deterministic, written by SQL alone.

Ten claims make an article. A third of the claims are told once; the others repeat a figure of that third, or come close
to it, so that facts merge, round and conflict about as often as in the press. Every fifth article is a copy of the one
before it, every seventh is signed by an agency, one subject in ten is unknown to the reference tables, and one claim in
five holds as of publication.
"""

from pathlib import Path

import duckdb

from tests.pipeline.synthetic_warehouse import build
from warehouse.schemas import TABLES

_CLAIMS_PER_ARTICLE = 10

_DRAWN = """
create temp table drawn as
select
    number, number // 10 as article_number, number % 10 as place, pattern, 2015 + (hash(pattern, 7) % 10)::int as year,
    hash(pattern, 8) % 5 = 0 as is_undated, date '2015-01-01' + (number // 10 % 3900)::int as published_on,
    (hash(pattern, 1) % 530)::int as place_draw, (hash(pattern, 2) % 380)::int as product_draw,
    (hash(pattern, 3) % 1000000) / 1e6 as kind, (hash(pattern, 4) % 1000000) / 1e6 as spread,
    (hash(pattern, 5) % 1000000) / 1e6 as size, (hash(pattern, 6) % 1000000) / 1e6 as rounding
from (
    select number, case when number % 20 < 7 then number else hash(number, 9) % {count} end as pattern
    from range({count}) as numbers(number)
)
"""

_STATED = """
create temp table stated as
with places as (
    select row_number() over (order by place_id) - 1 as position, name_en from ingested.reference_places
),
products as (
    select row_number() over (order by product_id) - 1 as position, product_id from ingested.reference_products
),
slots as (
    select
        drawn.*,
        case when kind < .5 then 'industrial_output' when kind < .8 then 'ai_model_adoption'
            else 'provincial_subsidies' end as mart,
        case when kind < .3 then 'output_volume' when kind < .4 then 'output_value' when kind < .5 then 'output_share'
            when kind < .7 then 'active_users' when kind < .8 then 'usage_share' when kind < .9 then 'subsidy_ceiling'
            else 'programme_budget' end as metric,
        case when spread < .1 then 'Firme inconnue ' || place_draw * 7 else coalesce(places.name_en, 'China') end
            as subject,
        coalesce(products.product_id, 'car') as object,
        greatest(.01, case when kind between .4 and .5 or kind between .7 and .8 then round(size, 2)
            else round(exp(5 + size * 12), (rounding * 3)::int - 3) end) as value,
        case when kind > .8 and kind < .9 then 'le' when rounding < .2 then 'approx' when rounding < .3 then 'gt'
            else 'eq' end as bound
    from drawn
    left join places on places.position = least(place_draw, (place_draw * rounding)::int)
    left join products on products.position = (product_draw * rounding * size)::int
)
select
    *,
    'Selon les chiffres publiés cette année par le bureau, la province de ' || subject || ' a produit ' as head,
    printf('%.12g', value) as mention,
    ' unités de ce produit sur la période considérée, en hausse.' as tail
from slots
"""

_PLACED = """
create temp table placed as
select
    *,
    head || mention || tail as sentence,
    coalesce(sum(length(head || mention || tail) + 1) over (
        partition by article_number order by place rows between unbounded preceding and 1 preceding
    ), 0)::bigint as sentence_start
from stated
"""

_CLAIMS = {
    "claim_id": "md5('claim' || number)",
    "article_id": "md5('article' || article_number)",
    "article": "'a' || article_number || '.txt'",
    "mart": "mart",
    "metric": "metric",
    "subject": "subject",
    "object": "object",
    "value": "value",
    "unit": """case when metric like '%share' then 'ratio'
        when mart = 'provincial_subsidies' or metric = 'output_value' then 'CNY'
        when metric = 'active_users' then 'person' else 'item' end""",
    "bound": "bound",
    "period_start": "case when is_undated then published_on else make_date(year, 1, 1) end",
    "period_end": "case when is_undated then published_on else make_date(year, 12, 31) end",
    "period_label": "case when not is_undated then year::varchar end",
    "period_granularity": "case when not is_undated then 'year' end",
    "period_basis": "case when is_undated then 'publication' else 'text' end",
    "period_edtf": "case when not is_undated then year::varchar end",
    "status": "case when mart = 'provincial_subsidies' then 'planned' else 'actual' end",
    "confidence": "0.5 + size / 2",
    "mention": "mention",
    "mention_start": "sentence_start + length(head)",
    "mention_end": "sentence_start + length(head) + length(mention)",
    "sentence": "sentence",
    "sentence_start": "sentence_start",
    "rule_ids": "'metric:synthetic;bound.default;status.default'",
    "extractor_version": "'1'",
}

_ARTICLES = {
    "article_id": "md5('article' || article_number)",
    "article": "'a' || article_number || '.txt'",
    "source_id": "'synthetic'",
    "document_id": "md5('document' || article_number)",
    "url": "'https://presse.example/' || article_number",
    "title": "'Titre ' || article_number",
    "author": "case when article_number % 7 = 0 then 'AFP' else 'Auteur ' || article_number % 1000 end",
    "language": "'fr'",
    "published_on": "min(published_on)",
    "published_basis": "'manifest'",
    "text": "string_agg(sentence, chr(10) order by place)",
    "paragraph_count": "count(*)",
    "word_count": "200",
    "is_extracted": "true",
    "derived_from_article_id": "case when article_number % 5 = 1 then md5('article' || (article_number - 1)) end",
    "derivation_kind": "case when article_number % 5 = 1 then 'copy' end",
    "derivation_similarity": "case when article_number % 5 = 1 then 0.9 end",
    "content_sha256": "sha256('article' || article_number)",
    "cleaner_version": "'1'",
}

_LOG = """
insert into ingested.article_log by name
select document_id, source_id, article, content_sha256, article_id, 'published' as status,
    'synthetic/' || article as location
from ingested.articles
"""


def build_claims(path: Path, count: int) -> Path:
    """Write a warehouse file with ``count`` claims of schema ``ingested`` and return its path."""
    build(path, [])
    with duckdb.connect(str(path)) as connection:
        connection.execute(_DRAWN.format(count=count))
        connection.execute(_STATED)
        connection.execute(_PLACED)
        connection.execute(_insert("claims", _CLAIMS, "placed"))
        connection.execute(_insert("articles", _ARTICLES, "placed group by article_number"))
        connection.execute(_LOG)
        connection.execute("checkpoint")
    return path


def _insert(table: str, slots: dict[str, str], source: str) -> str:
    unknown = set(slots) - {name for name, _ in TABLES[table].columns}
    assert not unknown, f"{table} has no column {sorted(unknown)}"
    columns = ", ".join(f"{expression} as {name}" for name, expression in slots.items())
    return f"insert into ingested.{table} by name select {columns} from {source}"
