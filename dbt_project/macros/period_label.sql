{# A period for a reader, by its days alone, so that one period has one label whatever words the articles use for it:
   2024, 2024-Q1, 2024-H2, 2024-03, 2024-03-15, 2020 to 2024, 2024-01 to 2024-09, since 2018, until 2027, undated. #}
{% macro period_label(first_day, last_day) -%}
    case
        when {{ first_day }} is null and {{ last_day }} is null then 'undated'
        when {{ first_day }} is null then 'until ' || case
            when month({{ last_day }}) = 12 and day({{ last_day }}) = 31 then year({{ last_day }})::varchar
            else {{ last_day }}::varchar end
        when {{ last_day }} is null then 'since ' || case
            when month({{ first_day }}) = 1 and day({{ first_day }}) = 1 then year({{ first_day }})::varchar
            else {{ first_day }}::varchar end
        when {{ first_day }} = {{ last_day }} then {{ first_day }}::varchar
        when day({{ first_day }}) <> 1 or {{ last_day }} <> last_day({{ last_day }})
            then {{ first_day }}::varchar || ' to ' || {{ last_day }}::varchar
        when month({{ first_day }}) = 1 and month({{ last_day }}) = 12 and year({{ first_day }}) = year({{ last_day }})
            then year({{ first_day }})::varchar
        when month({{ first_day }}) = 1 and month({{ last_day }}) = 12
            then year({{ first_day }})::varchar || ' to ' || year({{ last_day }})::varchar
        when year({{ first_day }}) <> year({{ last_day }})
            then strftime({{ first_day }}, '%Y-%m') || ' to ' || strftime({{ last_day }}, '%Y-%m')
        when month({{ first_day }}) = month({{ last_day }}) then strftime({{ first_day }}, '%Y-%m')
        when month({{ first_day }}) % 3 = 1 and month({{ last_day }}) = month({{ first_day }}) + 2
            then year({{ first_day }})::varchar || '-Q' || quarter({{ first_day }})
        when month({{ first_day }}) % 6 = 1 and month({{ last_day }}) = month({{ first_day }}) + 5
            then year({{ first_day }})::varchar || case when month({{ first_day }}) = 1 then '-H1' else '-H2' end
        else strftime({{ first_day }}, '%Y-%m') || ' to ' || strftime({{ last_day }}, '%Y-%m')
    end
{%- endmacro %}
