"""The assets of the marts: reference tables, dbt models, and the published snapshot."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtCliResource, DbtProject, dbt_assets

import sources.reference
from assets.marts.dbt_events import with_table_metadata
from assets.marts.table import reference_frames
from assets.metadata import OWNERS, table_metadata, table_spec
from assets.resources import Publisher
from sources.ledger import Ledger
from warehouse.datapackage import references_of_manifest
from warehouse.publish import publish
from warehouse.report.build import write_report
from warehouse.schemas import REFERENCE_TABLES
from warehouse.store import Warehouse, overwrite_table

_REFERENCE_FOLDER = Path(sources.reference.__file__).parent
_GROUPS = {"staging": "staging", "intermediate": "intermediate", "marts": "marts", "snapshots": "history"}


@dg.multi_asset(
    name="reference_tables",
    specs=[table_spec(name, group="reference", deps=[]) for name in REFERENCE_TABLES],
    pool="duckdb_write",
)
def reference_tables(warehouse: dg.ResourceParam[Warehouse]) -> Iterator[dg.MaterializeResult]:
    """Facts about the world (places, models, firms, products, metrics, units) from ``sources/reference``."""
    frames = reference_frames(_REFERENCE_FOLDER)
    with warehouse.write() as connection:
        for name, frame in frames.items():
            overwrite_table(connection, name, frame)
    for name in frames:
        yield dg.MaterializeResult(asset_key=name, metadata=table_metadata(warehouse, name))


class _Translator(DagsterDbtTranslator):
    """dbt sources are the assets that write them; groups are the folders of the models."""

    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        if dbt_resource_props["resource_type"] == "source":
            return dg.AssetKey(dbt_resource_props["name"])
        return super().get_asset_key(dbt_resource_props)

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        folder = next((part for part in dbt_resource_props["fqn"] if part in _GROUPS), None)
        if dbt_resource_props["resource_type"] == "snapshot":
            return _GROUPS["snapshots"]
        return _GROUPS[folder] if folder else super().get_group_name(dbt_resource_props)

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:  # noqa: ARG002  one team owns all
        return OWNERS


def build_dbt_models(project: DbtProject) -> dg.AssetsDefinition:
    """Every model of the dbt project as an asset and every dbt test as an asset check."""
    translator = _Translator(DagsterDbtTranslatorSettings(enable_code_references=False))
    manifest = json.loads(project.manifest_path.read_text(encoding="utf-8"))
    asset_keys = {
        unique_id: translator.get_asset_key(node)
        for unique_id, node in {**manifest["nodes"], **manifest["sources"]}.items()
        if node["resource_type"] in {"model", "source"}
    }

    @dbt_assets(
        name="dbt_models",
        manifest=project.manifest_path,
        project=project,
        dagster_dbt_translator=translator,
        pool="duckdb_write",
    )
    def dbt_models(
        context: dg.AssetExecutionContext, dbt: DbtCliResource, warehouse: dg.ResourceParam[Warehouse]
    ) -> Iterator[Any]:
        # dbt is another process and holds the file itself: the lock is taken around it, not a connection.
        with warehouse.exclusive():
            # The history names the run that brought a change; dbt reads it from its environment.
            os.environ["JALONS_RUN_ID"] = context.run_id
            invocation = dbt.cli(["build", "--exclude-resource-type", "unit_test"], context=context)
            events: list[Any] = []
            try:
                for event in invocation.stream():
                    events.append(event)  # noqa: PERF402  one by one, so that a failure keeps those before it
            finally:
                # Of a failed build, too, the models that were built are reported.
                compiled = invocation.target_path / "compiled"
                yield from with_table_metadata(events, warehouse, invocation.manifest, compiled, asset_keys)

    return dbt_models


def build_published_marts(dbt_models: dg.AssetsDefinition, project: DbtProject) -> dg.AssetsDefinition:
    """The snapshot, downstream of every mart of the dbt project."""
    references = references_of_manifest(json.loads(project.manifest_path.read_text(encoding="utf-8")))

    @dg.asset(
        deps=sorted(key for key in dbt_models.keys if key.path[0] == "marts"),
        group_name="published",
        kinds={"duckdb", "parquet"},
        owners=OWNERS,
        pool="duckdb_write",
    )
    def published_marts(
        warehouse: dg.ResourceParam[Warehouse], publisher: dg.ResourceParam[Publisher], ledger: dg.ResourceParam[Ledger]
    ) -> dg.MaterializeResult:
        """The finished snapshot that BI tools read: one DuckDB file and Parquet, swapped in whole.

        Nothing is swapped while the content is what stands published already.
        """
        publication = publish(warehouse, publisher.folder, references)
        ledger.record_publication(ledger.input_fingerprint(publisher.versions))
        rows = "\n".join(f"| {name} | {count} |" for name, count in publication.tables.items())
        return dg.MaterializeResult(
            data_version=dg.DataVersion(publication.fingerprint),
            metadata={
                "dagster/row_count": sum(publication.tables.values()),
                "database": dg.MetadataValue.path(str(publication.database)),
                "parquet": dg.MetadataValue.path(str(publication.parquet)),
                "swapped": publication.swapped,
                "tables": dg.MetadataValue.md(f"| table | rows |\n|---|---|\n{rows}"),
            },
        )

    return published_marts


@dg.asset(deps=["published_marts"], group_name="published", kinds={"html"}, owners=OWNERS)
def report(publisher: dg.ResourceParam[Publisher]) -> dg.MaterializeResult:
    """The report page beside the published marts: one static file, every number with its sentence.

    Takes the newest and best supported facts of each mart where there are more than the page holds.
    """
    built = write_report(publisher.folder, publisher.report)
    return dg.MaterializeResult(
        data_version=dg.DataVersion(built.stamp),
        metadata={
            "page": dg.MetadataValue.path(str(built.path)),
            "address": dg.MetadataValue.url(built.path.as_uri()),
            **{name: dg.MetadataValue.int(count) for name, count in built.counts.items()},
        },
    )
