{{ config(materialized='incremental', incremental_strategy='append', full_refresh=false) }}
{%- set quote = "'" %}
-- One row per build. It numbers the runs of this warehouse, so that history does not depend on clocks that agree.
select
    {% if is_incremental() -%}
    (select coalesce(max(run_number), 0) + 1 from {{ this }})::bigint as run_number,
    {%- else -%}
    1::bigint as run_number,
    {%- endif %}
    '{{ env_var("JALONS_RUN_ID", invocation_id) | replace(quote, quote * 2) }}' as run_id,
    timestamp '{{ run_started_at.strftime("%Y-%m-%d %H:%M:%S") }}' as recorded_at
