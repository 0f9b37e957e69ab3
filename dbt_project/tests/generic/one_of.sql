{# Every value is of a closed list; nulls pass. #}
{% test one_of(model, column_name, values) %}
select {{ column_name }}, count(*)::bigint as row_count
from {{ model }}
where {{ column_name }} not in ({% for value in values %}'{{ value }}'{% if not loop.last %}, {% endif %}{% endfor %})
group by all
{% endtest %}
