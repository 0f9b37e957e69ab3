"""When runs start because something arrived: the inbox."""

import hashlib

import dagster as dg

from pipelines.jobs import publish_marts
from pipelines.settings import Settings
from pipelines.stores import catalogue_of
from sources.folder import article_ending

INBOX_SOURCE = "inbox"


def inbox_fingerprint(settings: Settings) -> str | None:
    """Hash of the names, sizes and times of the inbox's files, or None while it is empty.

    Times of change count besides times of modification: a file copied in with an old date is seen as well.
    """
    source = next((s for s in catalogue_of(settings).sources if s.id == INBOX_SOURCE), None)
    if source is None or not source.path.is_dir():
        return None
    lines = []
    for path in sorted(source.path.rglob("*")):
        if path.is_file() and (article_ending(path.name) or path.name == "manifest.jsonl"):
            stat = path.stat()
            lines.append(
                f"{path.relative_to(source.path)}\x1f{stat.st_size}\x1f{stat.st_mtime_ns}\x1f{stat.st_ctime_ns}"
            )
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest() if lines else None


def inbox_sensor(settings: Settings) -> dg.SensorDefinition:
    """Asks for a run when the inbox's files are not those of the last look. What is new, the ledger decides."""

    @dg.sensor(
        name="inbox",
        job=publish_marts,
        minimum_interval_seconds=settings.inbox_interval_seconds,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="Starts a run when files appear in the inbox.",
    )
    def _inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        fingerprint = inbox_fingerprint(settings)
        if fingerprint is None:
            return dg.SkipReason("The inbox is empty.")
        if fingerprint == context.cursor:
            return dg.SkipReason("Nothing new in the inbox.")
        return dg.SensorResult(run_requests=[dg.RunRequest(run_key=fingerprint)], cursor=fingerprint)

    return _inbox
