"""The summary at the end of a run: what was read, what was published, what was not and why, and where it is."""

import duckdb
from rich.markup import escape
from rich.table import Table

from pipelines.cli.terminal import console
from pipelines.settings import DEFAULT_HOME, Settings
from warehouse.publish import DATABASE_NAME
from warehouse.report.stamp import REPORT_NAME

_LOG = "SELECT status, coalesce(reason, ''), count(*) FROM article_log GROUP BY ALL ORDER BY 1, 2"
_MARTS = """
SELECT mart, count(*), count(DISTINCT article_id) FROM claims GROUP BY 1 ORDER BY 1
"""
_REJECTED = "SELECT reason, count(*) FROM rejected_claims GROUP BY 1 ORDER BY 2 DESC, 1"
_SET_ASIDE = """
SELECT location, reason, detail, cure FROM article_log WHERE status = 'quarantined' ORDER BY source_id, location
LIMIT 20
"""
QUERY = "SELECT subject, metric, object, value, unit, period_label FROM industrial_output LIMIT 10"


def print_summary(settings: Settings) -> None:
    """Read the published marts and print what they hold."""
    database = settings.published / DATABASE_NAME
    with duckdb.connect(str(database), read_only=True) as connection:
        _table("Articles", ("what became of them", "reason", "documents"), connection.execute(_LOG).fetchall())
        _table("Claims published", ("mart", "claims", "articles"), connection.execute(_MARTS).fetchall())
        _table("Figures not published", ("reason", "figures"), connection.execute(_REJECTED).fetchall())
        set_aside = connection.execute(_SET_ASIDE).fetchall()
    for location, reason, detail, cure in set_aside:
        console.print(f"[yellow]set aside[/yellow] {escape(f'{location}: {reason}: {detail}; {cure}')}", soft_wrap=True)
    console.print(f"\nMarts    {database}", soft_wrap=True)
    console.print(f"Parquet  {settings.published / 'parquet'}", soft_wrap=True)
    console.print(f"Report   {settings.published / REPORT_NAME}", soft_wrap=True)
    home = "" if settings.home == DEFAULT_HOME else f"JALONS_HOME={settings.home} "
    console.print(f'Try      {home}.venv/bin/jalons sql "{QUERY}"', soft_wrap=True)


def _table(title: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    table = Table(*columns, title=title, title_justify="left")
    for row in rows:
        table.add_row(*(f"{value:,}" if isinstance(value, int) else escape(str(value)) for value in row))
    console.print(table)
