"""Drives the job in this process and prints what it does."""

import sys
import time
from contextlib import redirect_stdout

import dagster as dg
from rich.markup import escape

from pipelines.cli.terminal import complain, console
from pipelines.instance import prepare_dagster_home
from pipelines.progress import listening
from pipelines.settings import Settings


def execute(settings: Settings) -> bool:
    """Run the job and return whether it succeeded."""
    prepare_dagster_home(settings)
    with console.status("Preparing the dbt project …"):
        from pipelines.definitions import build_definitions

        definitions = build_definitions(settings)
    job = definitions.resolve_job_def("publish_marts")
    printer = _Printer()
    # dbt writes every model and test to standard output; a person wants the short form and the log beside.
    console.file = sys.stdout
    log = settings.home / "last_run.log"
    with (
        dg.DagsterInstance.get() as instance,
        listening(printer),
        log.open("w", encoding="utf-8") as file,
        redirect_stdout(file),
    ):
        result = job.execute_in_process(
            instance=instance,
            raise_on_error=False,
            run_config={"loggers": {"progress": {}}},
            tags={"jalons/started_by": "command line"},
        )
    if result.success:
        console.print(f"\nDone in {time.monotonic() - printer.started:.0f} s.\n")
    else:
        complain(f"run {result.run_id} failed; see {log} or the run in `jalons ui`")
    return bool(result.success)


class _Printer:
    """Prints a line an asset, a line a failed check, and the reason of a failed step."""

    def __init__(self) -> None:
        self.started = time.monotonic()

    def __call__(self, event: dg.DagsterEvent) -> None:
        if event.event_type == dg.DagsterEventType.STEP_START:
            console.print(f"[bold]{event.step_key}[/bold]")
        elif event.event_type == dg.DagsterEventType.ASSET_MATERIALIZATION:
            self._materialized(event)
        elif event.event_type == dg.DagsterEventType.ASSET_CHECK_EVALUATION:
            self._checked(event)
        elif event.event_type == dg.DagsterEventType.STEP_FAILURE:
            error = event.step_failure_data.error
            complain(escape(error.to_string() if error else f"{event.step_key} failed"))

    def _materialized(self, event: dg.DagsterEvent) -> None:
        materialization = event.step_materialization_data.materialization
        rows = materialization.metadata.get("dagster/row_count")
        count = f"{rows.value:>9,} rows" if rows is not None else ""
        console.print(f"  [green]✓[/green] {'/'.join(materialization.asset_key.path):44} {count}")

    def _checked(self, event: dg.DagsterEvent) -> None:
        check = event.asset_check_evaluation_data
        if not check.passed:
            mark = "[yellow]![/yellow]" if check.severity == dg.AssetCheckSeverity.WARN else "[red]✗[/red]"
            console.print(f"  {mark} check {check.check_name} of {check.asset_key.to_user_string()} failed")
