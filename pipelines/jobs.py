"""The jobs. One job makes everything; the schedule, the sensor, the command line and the UI start the same one."""

import dagster as dg

publish_marts = dg.define_asset_job(
    name="publish_marts",
    selection=dg.AssetSelection.all(),
    description=(
        "Reads every source and publishes the marts: raw articles, articles, claims, dbt models, snapshot, report page."
    ),
)
