{# An expression over the columns of a row is true in every row. #}
{% test holds(model, expression) %}
select *
from {{ model }}
where ({{ expression }}) is not true
limit 100
{% endtest %}
