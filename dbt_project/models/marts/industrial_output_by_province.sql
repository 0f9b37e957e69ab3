{{ config(materialized='view') }}
-- The only place where cities are added up to their province, beside what the province says of itself. Only additive facts
-- count, and only cities: a county's figure is part of its city's.
with facts as (
    select *
    from {{ local(ref('industrial_output')) }}
    where is_additive and province_code is not null
),

cities as (
    select
        province_code,
        min(province_name) as province_name,
        metric, object, unit, per, period_start, period_end,
        sum(value)::double as city_value,
        count(distinct subject_id)::bigint as city_count
    from facts
    where place_level = 'city'
    group by province_code, metric, object, unit, per, period_start, period_end
),

provinces as (
    select
        province_code, province_name, metric, object, unit, per, period_start, period_end,
        value as province_value,
        fact_id as province_fact_id
    from facts
    where place_level = 'province'
    -- One figure for each: where a share's whole or the status tells two apart, neither is the total.
    qualify count(*) over (partition by province_code, metric, object, unit, per, period_start, period_end) = 1
)

select
    coalesce(cities.province_code, provinces.province_code) as province_code,
    coalesce(cities.province_name, provinces.province_name) as province_name,
    coalesce(cities.metric, provinces.metric) as metric,
    coalesce(cities.object, provinces.object) as object,
    coalesce(cities.unit, provinces.unit) as unit,
    coalesce(cities.per, provinces.per) as per,
    coalesce(cities.period_start, provinces.period_start) as period_start,
    coalesce(cities.period_end, provinces.period_end) as period_end,
    cities.city_value,
    coalesce(cities.city_count, 0)::bigint as city_count,
    provinces.province_value,
    provinces.province_fact_id
from cities
full join provinces
    on provinces.province_code = cities.province_code
    and provinces.metric = cities.metric
    and provinces.object is not distinct from cities.object
    and provinces.unit = cities.unit
    and provinces.per is not distinct from cities.per
    and provinces.period_start is not distinct from cities.period_start
    and provinces.period_end is not distinct from cities.period_end
