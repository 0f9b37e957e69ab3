"""Measures what building the marts takes: ``python -m tests.pipeline.measure_marts 100000 1000000``.

Figures depend on the machine and on what else it does: compare processor seconds, wall time on a quiet machine only.
With ``--tests`` every dbt test runs too, as in the pipeline; without, the models alone are built.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.pipeline.synthetic_claims import build_claims

DBT_PROJECT = Path(__file__).parents[2] / "dbt_project"
_SLOWEST = 12


def measured(count: int, folder: Path, *, with_tests: bool, warehouse: Path | None = None) -> Iterator[str]:
    """Build the marts of ``count`` invented claims in ``folder`` and tell what it took, line by line."""
    path = warehouse or build_claims(folder / "warehouse.duckdb", count)
    left_out = ["unit_test"] if with_tests else ["unit_test", "test"]
    dbt = [str(Path(sys.executable).with_name("dbt")), "--no-use-colors"]
    where = ["--project-dir", str(DBT_PROJECT), "--profiles-dir", str(DBT_PROJECT)]
    where += ["--target-path", str(folder / "target"), "--log-path", str(folder / "logs")]
    command = [*dbt, "build", "--exclude-resource-type", *left_out, *where]
    environment = os.environ | {"JALONS_WAREHOUSE": str(path), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    # The pipeline parses the project at set-up and keeps what it read; building starts from there.
    subprocess.run([*dbt, "parse", *where], capture_output=True, env=environment, check=True)
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        yield done.stdout[-3000:]
        return
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    yield (
        f"{count} claims: {time.monotonic() - started:.1f} s, {processor:.1f} processor seconds, "
        f"{used.ru_maxrss / 1024 / 1024:.2f} GB"
    )
    results = json.loads((folder / "target" / "run_results.json").read_text(encoding="utf-8"))["results"]
    for kind in ("model", "test"):
        of_kind = [(one["execution_time"], one["unique_id"]) for one in results if one["unique_id"].startswith(kind)]
        if of_kind:
            yield f"  {len(of_kind)} {kind}s, {sum(seconds for seconds, _ in of_kind):.1f} s one after the other"
        for seconds, name in sorted(of_kind, reverse=True)[:_SLOWEST]:
            yield f"    {seconds:6.2f} s  {name.removeprefix(f'{kind}.jalons.')}"


def main(arguments: list[str]) -> int:
    with_tests = "--tests" in arguments
    for count in [int(argument) for argument in arguments if argument.isdigit()]:
        with tempfile.TemporaryDirectory() as folder:
            for line in measured(count, Path(folder), with_tests=with_tests):
                sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
