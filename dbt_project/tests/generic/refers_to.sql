{# Every value stands in another table's column; nulls refer to nothing. #}
{% test refers_to(model, column_name, to, field) %}
select child.{{ column_name }}
from {{ model }} as child
anti join {{ to }} as parent on child.{{ column_name }} = parent.{{ field }}
where child.{{ column_name }} is not null
{% endtest %}
