{# A relation without its database: views keep their SQL when they are copied into the published file. #}
{% macro local(relation) -%}
    {{ relation.include(database=false) }}
{%- endmacro %}
