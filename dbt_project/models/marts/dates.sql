-- Grain: one row per day, from the first to the last year that facts speak of, and at least 2015 to 2035.
with span as (
    select
        greatest(least(min(coalesce(period_end, period_start)), date '2015-01-01'), date '1800-01-01') as first_day,
        least(greatest(max(coalesce(period_end, period_start)), date '2035-12-31'), date '2150-12-31') as last_day
    from {{ ref('int_claims__typed') }}
),

days as (
    select unnest(generate_series(
        date_trunc('year', coalesce(first_day, date '2015-01-01'))::timestamp,
        make_date(year(coalesce(last_day, date '2035-12-31')), 12, 31)::timestamp,
        interval 1 day
    ))::date as date_day
    from span
)

select
    date_day,
    year(date_day)::bigint as year,
    (case when month(date_day) <= 6 then 1 else 2 end)::bigint as half,
    quarter(date_day)::bigint as quarter,
    month(date_day)::bigint as month,
    day(date_day)::bigint as day_of_month,
    weekofyear(date_day)::bigint as iso_week,
    isodow(date_day)::bigint as day_of_week,
    strftime(date_day, '%Y') as year_label,
    strftime(date_day, '%Y') || '-Q' || quarter(date_day) as quarter_label,
    strftime(date_day, '%Y-%m') as month_label,
    date_day = last_day(date_day) as is_month_end,
    date_day = last_day(date_day) and month(date_day) in (3, 6, 9, 12) as is_quarter_end,
    month(date_day) = 12 and day(date_day) = 31 as is_year_end
from days
