{# Every row has the key, and no two rows have the same. `also` names further columns of a composite key. #}
{% test key(model, column_name, also=[]) %}
select {{ ([column_name] + also) | join(', ') }}, count(*)::bigint as row_count
from {{ model }}
group by all
having count(*) > 1 or {{ column_name }} is null
{% endtest %}
