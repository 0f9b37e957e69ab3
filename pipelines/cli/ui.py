"""``ui``: Dagster's web server and daemon on the loopback interface."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from pipelines.cli.terminal import console
from pipelines.instance import prepare_dagster_home
from pipelines.settings import PROJECT_ROOT, Settings


def serve(port: int, home: Path | None) -> NoReturn:
    """Replace this process by Dagster's; it ends with it."""
    if home is not None:
        os.environ["JALONS_HOME"] = str(home.resolve())
    prepare_dagster_home(Settings())
    console.print(f"Dagster opens on http://127.0.0.1:{port} (half a minute to load); Ctrl+C ends it.")
    dagster = Path(sys.executable).with_name("dagster")
    workspace = PROJECT_ROOT / "workspace.yaml"
    command = [str(dagster), "dev", "--workspace", str(workspace), "--host", "127.0.0.1", "--port", str(port)]
    os.chdir(PROJECT_ROOT)
    os.execv(command[0], command)  # noqa: S606  our own program, no shell
