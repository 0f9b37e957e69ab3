"""Dagster's real web server over a home of its own, and a real headless browser."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.pipeline.conftest import free_port
from tests.pipeline.home import JALONS, ROOT, Home

# Without these Chromium looks for Google's hosts at every start.
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Dagster:
    """A running web server."""

    url: str
    home: Path

    def graphql(self, query: str) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.url}/graphql",
            data=json.dumps({"query": query}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            data: dict[str, Any] = json.load(response)["data"]
        return data


def wait_for(condition: Any, *, seconds: float, what: str) -> Any:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            result = condition()
        except OSError:
            result = None
        if result:
            return result
        time.sleep(0.5)
    raise AssertionError(f"no {what} within {seconds} s")


@pytest.fixture(scope="session")
def dagster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dagster]:
    home = tmp_path_factory.mktemp("ui")
    port = free_port()
    # Scheduled runs of a real catalogue would race with the run that the test starts.
    environment = {**os.environ, "JALONS_ARTICLES": str(ROOT / "sources" / "sample")}
    log = (home / "server.log").open("w")
    server = subprocess.Popen(
        ["env", "--default-signal=INT,TERM", *JALONS, "ui", "--port", str(port), "--home", str(home)],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    dagster = Dagster(f"http://127.0.0.1:{port}", home)
    try:
        wait_for(
            lambda: dagster.graphql("{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }")[
                "repositoriesOrError"
            ].get("nodes"),
            seconds=180,
            what=f"Dagster on {dagster.url}",
        )
        yield dagster
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
        sys.stdout.write((home / "server.log").read_text()[-3000:])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The test that starts a run goes first: others read what the run has written."""
    items.sort(key=lambda item: "test_ui.py" not in item.nodeid)


def finished_home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with published marts: of the run that was started in the UI, or, without that test, of one of its own."""
    if any("test_ui.py" in item.nodeid for item in request.session.items):
        dagster: Dagster = request.getfixturevalue("dagster")
        return dagster.home
    home = Home(ROOT / "sources" / "sample", tmp_path_factory.mktemp("finished"))
    done = home.run()
    assert done.returncode == 0, done.stdout + done.stderr
    return home.folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    assert executable, "no chromium: run tests/services.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, dagster: Dagster) -> Iterator[Page]:
    """A page on which requests to any other host fail the test."""
    context = browser.new_context(viewport={"width": 1600, "height": 1000}, base_url=dagster.url)
    page = context.new_page()
    outside: list[str] = []
    page.set_default_timeout(90_000)
    # The first visit of a home opens a dialog over the page, at a moment of its own.
    skip = page.get_by_role("button", name="Skip")
    page.add_locator_handler(skip, lambda: skip.first.click())
    page.on("request", lambda request: outside.append(request.url) if "127.0.0.1" not in request.url and
            request.url.startswith("http") else None)  # fmt: skip
    yield page
    context.close()
    assert outside == []
