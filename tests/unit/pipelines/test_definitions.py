"""What Dagster loads: groups, owners, checks that block, a schedule in its zone, a sensor."""

from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import build_definitions
from pipelines.settings import Settings

READ_ONLY = {"raw_articles", "extraction_quality", "report"}


@pytest.fixture(scope="module")
def definitions(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    catalogue = Path(tmp_path_factory.mktemp("sources")) / "catalogue.yaml"
    (catalogue.parent / "inbox").mkdir()
    catalogue.write_text("sources:\n  - {id: inbox, kind: folder, path: inbox}\n")
    settings = Settings(
        home=tmp_path_factory.mktemp("home"),
        catalogue=catalogue,
        schedule_cron="15 4 * * *",
        schedule_timezone="America/Montreal",
        inbox_interval_seconds=45,
    )
    return build_definitions(settings)


def test_everything_loads(definitions: dg.Definitions):
    dg.Definitions.validate_loadable(definitions)


def test_every_asset_has_a_group_an_owner_kinds_and_a_description(definitions: dg.Definitions):
    graph = definitions.resolve_asset_graph()
    for key in graph.materializable_asset_keys:
        node = graph.get(key)
        assert node.group_name != "default", key
        assert node.owners, key
        assert node.kinds, key
        assert node.description, key


def test_the_graph_runs_one_way_from_raw_articles_to_the_snapshot(definitions: dg.Definitions):
    graph = definitions.resolve_asset_graph()

    def ancestors(key: dg.AssetKey) -> set[dg.AssetKey]:
        parents = set(graph.get(key).parent_keys)
        return parents.union(*(ancestors(parent) for parent in parents))

    behind = ancestors(dg.AssetKey("published_marts"))
    for name in ("raw_articles", "articles", "claims", "rejected_claims", "article_log", "reference_places"):
        assert dg.AssetKey(name) in behind, name
    marts = {key for key in graph.materializable_asset_keys if key.path[0] == "marts"}
    assert marts <= behind
    assert ancestors(dg.AssetKey("claims")) == {dg.AssetKey("articles"), dg.AssetKey("raw_articles")}


def test_schema_checks_block_what_is_downstream(definitions: dg.Definitions):
    graph = definitions.resolve_asset_graph()
    specs = {key.to_user_string(): graph.get_check_spec(key) for key in graph.asset_check_keys}
    for name in ("articles:schema", "claims:schema", "claims:mention_at_its_offsets"):
        assert specs[name].blocking, name
    assert any(name.startswith("marts/industrial_output:") for name in specs)


def test_the_daily_schedule_is_on_at_the_time_and_zone_of_the_settings(definitions: dg.Definitions):
    schedule = definitions.resolve_schedule_def("daily")
    assert schedule.cron_schedule == "15 4 * * *"
    assert schedule.execution_timezone == "America/Montreal"
    assert schedule.default_status == dg.DefaultScheduleStatus.RUNNING


def test_the_inbox_sensor_asks_once_for_new_files(
    definitions: dg.Definitions, tmp_path_factory: pytest.TempPathFactory
):
    sensor = definitions.resolve_sensor_def("inbox")
    assert sensor.minimum_interval_seconds == 45
    inbox = next(tmp_path_factory.getbasetemp().glob("sources*/inbox"))
    with dg.build_sensor_context() as context:
        assert not sensor.evaluate_tick(context).run_requests
    (inbox / "a.txt").write_text("du neuf")
    with dg.build_sensor_context() as context:
        first = sensor.evaluate_tick(context)
    assert len(first.run_requests or ()) == 1
    with dg.build_sensor_context(cursor=first.cursor) as context:
        assert not sensor.evaluate_tick(context).run_requests


def test_steps_that_write_the_warehouse_share_one_pool(definitions: dg.Definitions):
    job = definitions.resolve_job_def("publish_marts")
    pools = {node.name: node.definition.pool for node in job.graph.nodes if node.name not in READ_ONLY}
    assert set(pools.values()) == {"duckdb_write"}, pools
