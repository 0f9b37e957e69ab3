{# The promise of every published row: its mention stands in the stored text at its offsets, and so does its sentence. #}
{% test mention_at_offsets(model, articles) %}
select claims.claim_id, claims.mention, claims.mention_start
from {{ model }} as claims
left join {{ articles }} as articles on articles.article_id = claims.article_id
-- The long text is cut once: where the sentence stands in it, the mention is looked for in the sentence.
where (
    substr(articles.text, claims.sentence_start + 1, length(claims.sentence)) = claims.sentence
    and claims.mention_start >= claims.sentence_start
    and substr(
        claims.sentence, claims.mention_start - claims.sentence_start + 1, claims.mention_end - claims.mention_start
    ) = claims.mention
) is not true
limit 100
{% endtest %}
