"""``diff``: what the marts of two runs say differently."""

from rich.markup import escape
from rich.table import Table

from pipelines.cli.terminal import complain, console
from pipelines.settings import Settings
from pipelines.stores import warehouse_of
from warehouse.differences import UnknownRunError, differences

UNKNOWN_RUN = 2


def print_differences(earlier: str, later: str) -> int:
    """Print a row a changed fact and return the exit code."""
    settings = Settings()
    if not settings.warehouse.is_file():
        complain(f"{settings.warehouse}: no run has been here yet; run: jalons run")
        return UNKNOWN_RUN
    try:
        with warehouse_of(settings).read() as connection:
            found = differences(connection, earlier, later)
    except UnknownRunError as error:
        complain(escape(str(error.args[0])))
        return UNKNOWN_RUN
    table = Table("change", "cause", "article", "fact", "before", "after")
    for row in found:
        fact = ", ".join(part for part in (row.subject, row.metric, row.object, row.unit, row.period_label) if part)
        said = (row.change, row.cause, row.cause_article, fact, row.value_before, row.value_after)
        table.add_row(*("" if value is None else escape(str(value)) for value in said))
    console.print(table)
    console.print(f"{len(found)} facts differ")
    return 0
