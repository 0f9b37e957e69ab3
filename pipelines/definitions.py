"""What Dagster loads: every asset, check, job, schedule, sensor and resource, from the settings of the environment."""

import dagster as dg

from assets.articles import assets as article_assets
from assets.claims import assets as claim_assets
from assets.marts.assets import build_dbt_models, build_published_marts, reference_tables, report
from pipelines.dbt import prepared_project
from pipelines.jobs import publish_marts
from pipelines.progress import progress_logger
from pipelines.resources import build_resources
from pipelines.schedules import daily_schedule
from pipelines.sensors import inbox_sensor
from pipelines.settings import Settings


def build_definitions(settings: Settings) -> dg.Definitions:
    """The whole code location for given settings; tests build it for a home of their own."""
    project = prepared_project(settings)
    dbt_models = build_dbt_models(project)
    return dg.Definitions(
        assets=[
            article_assets.raw_articles,
            article_assets.articles,
            claim_assets.claims,
            claim_assets.extraction_quality,
            reference_tables,
            dbt_models,
            build_published_marts(dbt_models, project),
            report,
        ],
        jobs=[publish_marts],
        schedules=[daily_schedule(settings)],
        sensors=[inbox_sensor(settings)],
        resources=build_resources(settings, project),
        loggers={"console": dg.colored_console_logger, "progress": progress_logger},
        # One process for all steps: a process a step costs more in imports than the step itself.
        executor=dg.in_process_executor,
    )


defs = build_definitions(Settings())
