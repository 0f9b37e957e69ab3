"""``report``: the report page of the published marts."""

import os
from pathlib import Path

from pipelines.cli.terminal import complain, console
from pipelines.settings import Settings
from warehouse.publish import DATABASE_NAME, current_release
from warehouse.report.build import build_report
from warehouse.report.limits import Limits
from warehouse.report.stamp import REPORT_NAME, stamp_of

NOT_PUBLISHED = 2


def build_page(output: Path | None, facts: int | None, home: Path | None) -> int:
    """Write the page, print where it is, and return the exit code."""
    if home is not None:
        os.environ["JALONS_HOME"] = str(home.resolve())
    settings = Settings()
    published = settings.published
    if not (published / DATABASE_NAME).is_file():
        complain(f"{published / DATABASE_NAME}: nothing is published yet; run: jalons run")
        return NOT_PUBLISHED
    limits = Limits(facts=facts or settings.report_facts)
    stamp = stamp_of(current_release(published), limits)
    built = build_report(published / DATABASE_NAME, output or published / REPORT_NAME, stamp=stamp, limits=limits)
    console.print(f"{built.counts['shown']:,} of {built.counts['facts']:,} facts", soft_wrap=True)
    console.print(str(built.path.resolve()), soft_wrap=True, markup=False)
    return 0
