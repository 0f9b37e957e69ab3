"""``run``: the whole graph in this process, with progress and a summary."""

import os
from pathlib import Path

from pydantic import ValidationError
from rich.markup import escape
from sqlalchemy.exc import SQLAlchemyError

from pipelines.cli.summary import print_summary
from pipelines.cli.terminal import complain, console
from pipelines.settings import Settings
from pipelines.stores import archive_of, catalogue_of, ledger_of, utc_now
from pipelines.versions import code_versions
from sources.archive import RawArchive
from sources.catalogue import CatalogueError
from sources.folder import SourceMissingError
from sources.ledger import Ledger
from sources.scan import scan_sources
from warehouse.publish import is_published
from warehouse.report.limits import Limits
from warehouse.report.stamp import is_current

SUCCESS, FAILED, BAD_INPUT = 0, 1, 2


def run_pipeline(articles: Path | None, home: Path | None) -> int:
    """Run everything and return the exit code: 0 published, 1 a step failed, 2 the input cannot be used."""
    # Dagster and dbt load the definitions by themselves: the environment is where they find these two.
    if articles is not None:
        os.environ["JALONS_ARTICLES"] = str(articles.resolve())
    if home is not None:
        os.environ["JALONS_HOME"] = str(home.resolve())
    try:
        settings = Settings()
        ledger, archive = ledger_of(settings), archive_of(settings)
        news = _scan(settings, ledger, archive)
    except (CatalogueError, SourceMissingError, ValidationError) as error:
        complain(escape(str(error)))
        return BAD_INPUT
    except OSError as error:
        complain(escape(f"{error}; choose a home that can be written (--home or JALONS_HOME)"))
        return BAD_INPUT
    except SQLAlchemyError as error:
        complain(escape(f"the ledger cannot be opened: {error}; check JALONS_LEDGER_URL"))
        return BAD_INPUT
    if not news:
        console.print("Nothing new since the last run: the published marts stand as they are.\n")
    elif not _execute(settings):
        return FAILED
    print_summary(settings)
    return SUCCESS


def _scan(settings: Settings, ledger: Ledger, archive: RawArchive) -> bool:
    """Look at the sources and say whether anything differs from what stands published."""
    scan_sources(catalogue_of(settings), archive, ledger, now=utc_now(), max_bytes=settings.max_file_bytes)
    unchanged = ledger.published_fingerprint() == ledger.input_fingerprint(code_versions())
    # A run that was killed after the marts were swapped has left the page of the marts before.
    stands = is_published(settings.published) and is_current(settings.published, Limits(facts=settings.report_facts))
    return not (unchanged and stands)


def _execute(settings: Settings) -> bool:
    with console.status("Loading Dagster and dbt …"):
        from pipelines.cli.execution import execute
    return execute(settings)
