{# 32 hexadecimal digits that depend on nothing but the values: the same content has the same id in every build. #}
{% macro stable_id(expressions) -%}
    md5(concat_ws(chr(31){% for expression in expressions %}, coalesce(({{ expression }})::varchar, ''){% endfor %}))
{%- endmacro %}
