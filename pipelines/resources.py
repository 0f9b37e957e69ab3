"""The resources of the asset graph, made from settings: plain objects of the lower rooms, connected at first use."""

from collections.abc import Mapping

from dagster_dbt import DbtProject

from assets.claims.quality import GoldSet
from assets.resources import Clock, Publisher, SourceReader, Workers
from pipelines.dbt import dbt_resource
from pipelines.limits import policy_of
from pipelines.settings import Settings
from pipelines.stores import archive_of, catalogue_of, ledger_of, utc_now, warehouse_of
from pipelines.versions import code_versions
from warehouse.report.limits import Limits


def build_resources(settings: Settings, project: DbtProject) -> Mapping[str, object]:
    """All resources by the parameter names that assets use."""
    return {
        "ledger": ledger_of(settings),
        "archive": archive_of(settings),
        "warehouse": warehouse_of(settings),
        "source_reader": SourceReader(lambda: catalogue_of(settings), settings.max_file_bytes),
        "publisher": Publisher(settings.published, code_versions(), Limits(facts=settings.report_facts)),
        "clock": Clock(utc_now),
        "policy": policy_of(settings),
        "gold": GoldSet(settings.gold, settings.home / "quality"),
        "workers": Workers(settings.workers),
        "dbt": dbt_resource(project),
    }
