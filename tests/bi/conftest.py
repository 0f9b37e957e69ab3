"""A really published home, and a real Superset over it: installed, set up, served on loopback, registered."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.pipeline.conftest import free_port
from tests.pipeline.home import ROOT, Home
from warehouse.bi.superset.client import Superset

SCRIPTS = ROOT / "warehouse" / "bi" / "superset"


@dataclass(frozen=True)
class Server:
    """A running Superset.

    Attributes:
        registered: What the register script said the first time.
    """

    url: str
    home: Home
    environment: dict[str, str]
    registered: str = ""

    @property
    def folder(self) -> Path:
        """Its database, secrets and logs."""
        return self.home.folder / "superset"

    @property
    def password(self) -> str:
        return (self.folder / "admin_password").read_text().strip()

    @property
    def python(self) -> Path:
        return Path(self.environment["JALONS_SUPERSET_VENV"]) / "bin" / "python"

    def session(self) -> Superset:
        session = Superset(self.url)
        session.wait(60)
        session.log_in("admin", self.password)
        return session

    def register(self) -> str:
        """Run the register script as an operator does; what it says."""
        command = [self.python, "-m", "warehouse.bi.superset.register", "--url", self.url, "--home", self.home.folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("bi")
    shutil.copytree(ROOT / "sources" / "sample", folder / "articles")
    home = Home(folder / "articles", folder / "home")
    done = home.run(timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


@pytest.fixture(scope="session")
def superset(published: Home) -> Iterator[Server]:
    port = free_port()
    environment = {
        **os.environ,
        "JALONS_HOME": str(published.folder),
        "JALONS_SUPERSET_PORT": str(port),
        # Kept between runs, as a user keeps it; a changed lock file installs it anew.
        "JALONS_SUPERSET_VENV": os.environ.get("JALONS_SUPERSET_VENV", str(ROOT / ".venv-superset")),
        "PYTHON": sys.executable,
    }
    done = subprocess.run(
        [SCRIPTS / "setup.sh"], env=environment, capture_output=True, text=True, timeout=1500, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    server = subprocess.Popen([SCRIPTS / "serve.sh"], env=environment, start_new_session=True)
    running = Server(f"http://127.0.0.1:{port}", published, environment)
    try:
        yield replace(running, registered=running.register())
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)
        sys.stdout.write((running.folder / "server.log").read_text()[-3000:])
