"""Superset over the published marts: what it is told, what it draws, what it may not do, and a release under its feet.

Everything is real but the reader: a headless Chromium looks at the dashboard.
"""

import json
import os
import re
import shutil
import stat
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pytest
from playwright.sync_api import Page, Request, Response, expect, sync_playwright

from tests.bi.conftest import Server
from tests.browser.conftest import CHROMIUM_ARGUMENTS
from warehouse.bi.superset.charts import Chart
from warehouse.bi.superset.client import Superset, SupersetError
from warehouse.bi.superset.dashboard import SLUG, TABS, charts, identity
from warehouse.bi.superset.datasets import DATASETS

SCREENSHOTS = Path(os.environ["JALONS_SCREENSHOTS"]) if os.environ.get("JALONS_SCREENSHOTS") else None
DRAWN = {
    "echarts_timeseries_line": "canvas",
    "echarts_timeseries_bar": "canvas",
    "country_map": "svg path >> nth=30",
    "table": "table tbody tr",
    "big_number_total": ".header-line",
}
"""What stands in a chart of a kind once it has drawn itself."""
QUERIES = re.compile(r"/api/v1/chart/data|/superset/explore_json/")
DISPATCH = (
    "Yunnan : les serres passent au robot\n\nPublié le 3 mars 2025\n\n"
    "La province du Yunnan a produit 41 000 robots industriels en 2024, selon son bureau des statistiques. "
    "Les ateliers de Kunming servent surtout les serres de fleurs, qui manquent de bras au printemps.\n\n"
    "Les responsables locaux cherchent désormais des fournisseurs de capteurs, car beaucoup de pièces viennent "
    "encore d'ailleurs, et ils multiplient pour cela les visites dans les autres régions industrielles.\n"
)


@dataclass
class Watched:
    """A page, and what it did beside drawing."""

    page: Page
    answers: list[Response] = field(default_factory=list)
    outside: list[Request] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


@pytest.fixture
def watched(superset: Server) -> Iterator[Watched]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "no chromium: run tests/services.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        page = browser.new_context(viewport={"width": 1600, "height": 2000}, base_url=superset.url).new_page()
        page.set_default_timeout(90_000)
        seen = Watched(page)
        page.on("response", lambda response: seen.answers.append(response))
        page.on("request", lambda request: _is_outside(request) and seen.outside.append(request))
        page.on("console", lambda message: message.type == "error" and seen.console.append(message.text))
        page.on("pageerror", lambda error: seen.console.append(str(error)))
        page.goto("/login/")
        # The form forgets what is typed before its script has taken over.
        page.wait_for_load_state("networkidle")
        for field_id, text in (("#username", "admin"), ("#password", superset.password)):
            page.locator(field_id).fill(text)
            expect(page.locator(field_id)).to_have_value(text)
        page.keyboard.press("Enter")
        page.wait_for_url("**/superset/welcome/**")
        yield seen
        browser.close()


def _is_outside(request: Request) -> bool:
    return request.url.startswith("http") and "//127.0.0.1:" not in request.url


def test_secrets_are_the_owners_alone_and_in_no_log(superset: Server):
    for name in ("secret_key", "admin_password"):
        path = superset.folder / name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        secret = path.read_text().strip()
        assert len(secret) > 40
        for log in superset.folder.glob("*.log"):
            assert secret not in log.read_text(), log
    assert stat.S_IMODE(superset.folder.stat().st_mode) == 0o700


def test_it_listens_on_loopback_alone(superset: Server):
    port = f"{int(superset.url.rsplit(':', 1)[1]):04X}"
    listening = [
        columns[1]
        for family in ("tcp", "tcp6")
        for columns in (line.split() for line in Path(f"/proc/net/{family}").read_text().splitlines()[1:])
        if columns[3] == "0A" and columns[1].endswith(f":{port}")
    ]
    assert listening == [f"0100007F:{port}"]


def test_registering_again_changes_nothing(superset: Server):
    assert f"{len(DATASETS) + len(list(charts())) + 2} created" in superset.registered
    before = _objects(superset)
    assert superset.register().startswith("0 created, 0 changed")
    assert _objects(superset) == before


def test_registering_again_repairs_what_was_altered_and_leaves_what_users_made(superset: Server):
    session = superset.session()
    chart = session.get("chart", identity("chart", "claims"))
    assert chart
    session.send("PUT", f"chart/{chart['id']}", {"slice_name": "Something else"})
    dataset = session.get("dataset", identity("dataset", "claims"))
    assert dataset
    mine = {"metric_name": "mine", "expression": "COUNT(DISTINCT article_id)"}
    kept = [{"id": metric["id"], **{key: metric[key] for key in mine}} for metric in dataset["metrics"]]
    session.send("PUT", f"dataset/{dataset['id']}", {"metrics": [*kept, mine]})
    said = superset.register()
    assert said.splitlines()[0] == "changed chart claims: slice_name"
    assert "0 created, 1 changed" in said
    after = session.get("dataset", dataset["id"])
    assert after
    assert "mine" in {metric["metric_name"] for metric in after["metrics"]}


def test_every_column_carries_the_words_of_the_published_file(superset: Server):
    session = superset.session()
    words = dict(superset.home.query("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'claims'"))
    for dataset in DATASETS:
        found = session.get("dataset", identity("dataset", dataset.name))
        assert found, dataset.name
        assert found["description"]
        assert [column["column_name"] for column in found["columns"] if not column["description"]] == []
        if dataset.name == "claims":
            assert {column["column_name"]: column["description"] for column in found["columns"]} == words


def test_the_dashboard_draws_every_chart_without_an_error_or_an_outside_request(watched: Watched, superset: Server):
    page, drawn_count = watched.page, 0
    page.goto(f"/superset/dashboard/{SLUG}/")
    for tab in TABS:
        page.get_by_role("tab", name=tab.title).click()
        for chart in (chart for _, row in tab.rows for chart, _ in row):
            title = page.locator("[data-test='editable-title']").filter(
                has_text=re.compile(f"^{re.escape(chart.title)}$")
            )
            holder = page.locator("[data-test='dashboard-component-chart-holder']").filter(has=title)
            holder.scroll_into_view_if_needed()
            drawn = holder.locator("[data-test='slice-container']").locator(DRAWN[chart.viz]).first
            nothing = holder.get_by_text("No results were returned")
            has_rows = _has_rows(superset, chart)
            expect(drawn if has_rows else nothing, chart.title).to_be_visible(timeout=90_000)
            expect(holder.locator("[role='alert'], .ant-alert-error"), chart.title).to_have_count(0)
            drawn_count += has_rows
        page.wait_for_load_state("networkidle")
        page.mouse.wheel(0, -10_000)
        page.wait_for_timeout(1500)
        if SCREENSHOTS:
            SCREENSHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SCREENSHOTS / f"superset_{tab.title.split()[0].lower()}.png", full_page=True)

    # The sample has something to say in nearly every one.
    assert drawn_count >= len(list(charts())) - 2
    queries = [answer for answer in watched.answers if QUERIES.search(answer.url)]
    assert len(queries) >= len(list(charts()))
    for query in queries:
        assert query.status == 200, query.url
        assert not [result["error"] for result in _results(query) if result.get("error")]
    # Superset's pages name an image that counts its users; the content policy keeps the browser from asking for it.
    assert {request.failure for request in watched.outside} <= {"csp"}
    assert [said for said in watched.console if "Content Security Policy" not in said] == []


def test_sql_lab_reads_the_marts_and_neither_writes_nor_reads_other_files(superset: Server):
    session = superset.session()
    claims = superset.home.query("SELECT count(*) FROM claims")[0][0]
    assert _ask(session, "SELECT count(*) AS n FROM claims") == [{"n": claims}]
    with pytest.raises(SupersetError, match="does not allow for DDL/DML"):
        _ask(session, "DELETE FROM claims")
    with pytest.raises(SupersetError, match="Permission Error"):
        _ask(session, "SELECT * FROM read_text('/etc/hostname')")
    assert session.get("dashboard", SLUG)


def test_the_guarded_total_adds_up_only_what_may_be_added_up(superset: Server):
    session = superset.session()
    dataset = session.get("dataset", identity("dataset", "industrial_output"))
    assert dataset
    body = {
        "datasource": {"id": dataset["id"], "type": "table"},
        "queries": [{"columns": ["fact_id", "is_additive"], "metrics": ["safe_total", "highest_value"]},
                    {"columns": [], "metrics": ["safe_total", "facts"]}],
        "result_type": "full",
    }  # fmt: skip
    by_fact, of_all = (result["data"] for result in session.send("POST", "chart/data", body)["result"])
    assert {row["is_additive"] for row in by_fact} == {True, False}
    for row in by_fact:
        assert row["safe_total"] == (row["highest_value"] if row["is_additive"] else None)
    assert of_all == [{"safe_total": None, "facts": len(by_fact)}]


def test_a_release_is_swapped_in_while_superset_answers_and_is_what_it_shows_next(superset: Server):
    session = superset.session()
    before = _ask(session, "SELECT count(*) AS n FROM articles")[0]["n"]
    done = threading.Event()
    answers: list[int] = []
    failures: list[str] = []

    def keep_asking() -> None:
        session = superset.session()
        while not done.wait(0.5):
            try:
                answers.append(_ask(session, "SELECT count(*) AS n FROM articles")[0]["n"])
            except SupersetError as error:
                failures.append(str(error))

    # What a process that never closes its connections sees: of the file its release, of Parquet the newest one.
    held = duckdb.connect(str(superset.home.database), read_only=True)
    over_parquet = duckdb.connect()
    parquet = superset.home.folder / "published" / "parquet" / "articles.parquet"
    over_parquet.execute(f"CREATE VIEW articles AS FROM '{parquet}'")
    assert _articles(held, over_parquet) == [before, before]

    readers = [threading.Thread(target=keep_asking) for _ in range(2)]
    for reader in readers:
        reader.start()
    (superset.home.articles / "zz_depeche_serres.txt").write_text(DISPATCH, encoding="utf-8")
    try:
        ran = superset.home.run(timeout=900)
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert failures == []
    assert set(answers) <= {before, before + 1}
    assert _ask(session, "SELECT count(*) AS n FROM articles") == [{"n": before + 1}]
    assert _articles(held, over_parquet) == [before, before + 1]
    held.close()
    over_parquet.close()
    # A release may bring words and columns; what was registered for the last one is found again.
    assert "0 created" in superset.register()


def _articles(*connections: duckdb.DuckDBPyConnection) -> list[int]:
    return [each.execute("SELECT count(*) FROM articles").fetchall()[0][0] for each in connections]


def _has_rows(superset: Server, chart: Chart) -> bool:
    """Whether the published file has rows for a chart's filters; those in SQL let some through in any release."""
    filters = [item for item in chart.form.get("adhoc_filters", []) if item["expressionType"] == "SIMPLE"]
    values = {item["subject"]: item["comparator"] for item in filters}
    among = [
        f"list_contains({value if isinstance(value, list) else [value]}, {column})" for column, value in values.items()
    ]
    if not among:
        return True
    return bool(superset.home.query(f"SELECT 1 FROM {chart.dataset} WHERE {' AND '.join(among)} LIMIT 1"))


def _ask(session: Superset, sql: str) -> list[dict[str, Any]]:
    database = session.find("database", "database_name", "Jalons")
    body = {"database_id": database, "sql": sql, "schema": "main", "runAsync": False}
    rows: list[dict[str, Any]] = session.send("POST", "sqllab/execute/", body)["data"]
    return rows


def _objects(superset: Server) -> dict[str, list[tuple[int, str]]]:
    """Everything that Superset has, with the time of its last change."""
    session = superset.session()
    return {
        kind: sorted(
            (row["id"], row.get("changed_on_utc") or row.get("changed_on") or row["changed_on_delta_humanized"])
            for row in session.send("GET", f"{kind}/?q=(page_size:100)")["result"]
        )
        for kind in ("database", "dataset", "chart", "dashboard")
    }


def _results(answer: Response) -> list[dict[str, Any]]:
    body = json.loads(answer.body())
    results: list[dict[str, Any]] = body.get("result", [body])
    return results
