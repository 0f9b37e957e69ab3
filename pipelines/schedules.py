"""When runs start by themselves: once a day."""

import dagster as dg

from pipelines.jobs import publish_marts
from pipelines.settings import Settings


def daily_schedule(settings: Settings) -> dg.ScheduleDefinition:
    """The daily run, on by default; time and zone are settings."""
    return dg.ScheduleDefinition(
        name="daily",
        job=publish_marts,
        cron_schedule=settings.schedule_cron,
        execution_timezone=settings.schedule_timezone,
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description="Publishes the marts every day.",
    )
