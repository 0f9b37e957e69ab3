{# Names are compared without case, accents, spaces, hyphens and apostrophes; dots and plus signs tell versions apart. #}
{% macro name_key(expression) -%}
    regexp_replace(lower(strip_accents({{ expression }})), '[^\p{L}\p{N}.+]+', '', 'g')
{%- endmacro %}
