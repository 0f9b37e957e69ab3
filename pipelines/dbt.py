"""The dbt project as Dagster sees it: where it is, its manifest kept fresh, its command line."""

import os
import subprocess
import sys
from pathlib import Path

from dagster_dbt import DbtCliResource, DbtProject
from filelock import FileLock

from pipelines.settings import Settings
from pipelines.versions import DBT_FOLDER, dbt_fingerprint

_STAMP = "jalons_manifest.sha256"


class DbtParseError(RuntimeError):
    """dbt cannot parse its project; the text is dbt's own."""


def dbt_executable() -> str:
    """The dbt of this environment, whatever is first on PATH."""
    beside = Path(sys.executable).with_name("dbt")
    return str(beside) if beside.exists() else "dbt"


def prepared_project(settings: Settings) -> DbtProject:
    """The project with a manifest that fits its files; parses it where it does not.

    Dagster prepares a manifest under ``dagster dev`` alone, and two processes that do it at once spoil each other's.

    Raises:
        DbtParseError: The project does not parse.
    """
    # dbt reads the warehouse's path from its environment, in this process's children.
    os.environ["JALONS_WAREHOUSE"] = str(settings.warehouse)
    project = DbtProject(project_dir=DBT_FOLDER, profiles_dir=DBT_FOLDER, target_path=Path("target"))
    stamp = DBT_FOLDER / "target" / _STAMP
    stamp.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(DBT_FOLDER / "target" / ".manifest.lock", timeout=300):
        fingerprint = dbt_fingerprint()
        if not project.manifest_path.exists() or not stamp.exists() or stamp.read_text() != fingerprint:
            _parse()
            stamp.write_text(fingerprint)
    return project


def _parse() -> None:
    command = [
        dbt_executable(),
        "--quiet",
        "parse",
        "--project-dir",
        str(DBT_FOLDER),
        "--profiles-dir",
        str(DBT_FOLDER),
    ]
    environment = {**os.environ, "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=DBT_FOLDER, env=environment)  # noqa: S603
    if done.returncode:
        raise DbtParseError(f"{DBT_FOLDER}: dbt parse failed; mend what it names:\n{done.stdout}{done.stderr}")


def dbt_resource(project: DbtProject) -> DbtCliResource:
    """The command line of dbt, for the assets."""
    return DbtCliResource(project_dir=project, dbt_executable=dbt_executable())
