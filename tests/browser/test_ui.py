"""What an engineer sees in the Dagster UI: the graph in its groups, a run started by hand, a mart with its checks."""

import os
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Dagster, wait_for

GROUPS = ("sources", "articles", "claims", "reference", "staging", "intermediate", "marts", "published", "quality")
SCREENSHOTS = Path(os.environ.get("JALONS_SCREENSHOTS", "")) if os.environ.get("JALONS_SCREENSHOTS") else None

RUNS = "{ runsOrError { ... on Runs { results { runId status } } } }"


def shoot(page: Page, name: str) -> None:
    """Keep a picture where a person asked for it."""
    if SCREENSHOTS:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}.png")


def test_materialize_all_from_the_lineage_page_succeeds_and_a_mart_shows_checks_and_rows(page: Page, dagster: Dagster):
    page.goto("/asset-groups")
    page.wait_for_load_state("networkidle")
    for group in GROUPS:
        expect(page.get_by_text(group, exact=True).first).to_be_visible(timeout=60_000)
    shoot(page, "lineage")

    page.get_by_role("button", name="Materialize all").click()
    run = wait_for(
        lambda: next(iter(dagster.graphql(RUNS)["runsOrError"]["results"]), None), seconds=60, what="run of the click"
    )
    status = wait_for(
        lambda: next(
            (
                found["status"]
                for found in dagster.graphql(RUNS)["runsOrError"]["results"]
                if found["runId"] == run["runId"] and found["status"] in ("SUCCESS", "FAILURE", "CANCELED")
            ),
            None,
        ),
        seconds=400,
        what="end of the run",
    )
    assert status == "SUCCESS"
    assert (dagster.home / "published" / "marts.duckdb").is_file()

    page.goto("/assets/marts/industrial_output?view=checks")
    expect(page.get_by_text("key_industrial_output", exact=False).first).to_be_visible(timeout=60_000)
    shoot(page, "mart_checks")

    page.goto("/assets/claims?view=overview")
    expect(page.get_by_text("Row count").first).to_be_visible(timeout=60_000)
    page.wait_for_load_state("networkidle")
    shoot(page, "claims_overview")

    page.goto("/assets/marts/industrial_output?view=overview")
    expect(page.get_by_text("evidence_sentence").first).to_be_visible(timeout=60_000)
    shoot(page, "mart_overview")

    page.goto("/assets/marts/industrial_output?view=events")
    expect(page.get_by_text("preview").first).to_be_visible(timeout=60_000)
    page.get_by_text("Show Markdown").first.click()
    expect(page.get_by_role("columnheader", name="subject", exact=True).first).to_be_visible(timeout=60_000)
    shoot(page, "mart_preview")
    page.keyboard.press("Escape")

    page.goto("/assets/report?view=overview")
    expect(page.get_by_text("published/report.html").first).to_be_visible(timeout=60_000)
    shoot(page, "report_asset")

    page.goto("/automation")
    for name in ("daily", "inbox"):
        expect(page.get_by_text(name, exact=True).first).to_be_visible(timeout=60_000)
    shoot(page, "automation")
