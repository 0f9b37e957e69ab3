"""``settings``: every setting with its value and meaning."""

from rich.table import Table

from pipelines.cli.terminal import console
from pipelines.settings import Settings


def print_settings() -> int:
    """Print the settings of this environment and return the exit code."""
    table = Table("variable", "value", "meaning", show_lines=False)
    for variable, value, meaning in Settings().listing():
        table.add_row(variable, value, meaning)
    console.print(table)
    return 0
