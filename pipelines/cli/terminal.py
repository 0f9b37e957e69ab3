"""The terminal: one console for results, one for errors."""

from rich.console import Console

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


def complain(what: str) -> None:
    """Print an error that names file, place and cure."""
    errors.print(f"[red]error[/red] {what}", soft_wrap=True, markup=True)
