"""``jalons``: the command line.

Every command imports what it needs when it runs: Dagster and dbt take seconds to import and most commands need neither.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="jalons",
    help="Reads press articles and publishes the dated claims they make.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    add_completion=False,
)

Paths = Annotated[list[Path], typer.Argument(help="Article files, or folders of them with an optional manifest.jsonl.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="JSON Lines file to write.")]


@app.command()
def run(
    articles: Annotated[
        Path | None, typer.Option(help="Folder of articles to read instead of the catalogue's sources.")
    ] = None,
    home: Annotated[Path | None, typer.Option(help="Folder for everything that the run writes.")] = None,
) -> None:
    """Run the whole pipeline: articles to published marts."""
    from pipelines.cli.run import run_pipeline

    raise typer.Exit(run_pipeline(articles, home))


@app.command()
def clean(
    paths: Paths,
    output: Output,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="Add the blocks that were left out, with reasons.")
    ] = False,
) -> None:
    """Clean articles: body paragraphs and facts, one JSON object an article."""
    from pipelines.cli.articles import clean_to_file

    raise typer.Exit(clean_to_file(paths, output, with_dropped=dropped))


@app.command()
def extract(paths: Paths, output: Output) -> None:
    """Extract dated claims, one JSON object a claim."""
    from pipelines.cli.articles import extract_to_file

    raise typer.Exit(extract_to_file(paths, output))


@app.command()
def recognise(
    kind: Annotated[Literal["numbers", "money", "dates"], typer.Argument(help="What to recognise.")],
    source: Annotated[Path, typer.Argument(metavar="IN", help="JSON Lines of texts: id, text, reference_date.")],
    output: Output,
) -> None:
    """Recognise figures or dates in texts, one JSON object a text."""
    from pipelines.cli.recognise import recognise_to_file

    raise typer.Exit(recognise_to_file(kind, source, output))


@app.command()
def explain(path: Annotated[Path, typer.Argument(help="An article file.")]) -> None:
    """Show an article with its claims marked, every slot, and why each figure became a claim or none."""
    from pipelines.cli.explain import explain_article

    raise typer.Exit(explain_article(path))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Labels: a JSON Lines file, or a folder that holds gold.jsonl.")],
    articles: Annotated[
        Path | None, typer.Option(help="The labelled articles; default: the folder articles beside the labels.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="JSON file for the figures.")] = None,
) -> None:
    """Measure extraction against labels: precision, recall and slots by mart, with 95 % intervals."""
    from pipelines.cli.evaluate import evaluate_gold

    raise typer.Exit(evaluate_gold(gold, articles, output))


@app.command()
def diff(
    earlier: Annotated[str, typer.Argument(help="A run's id or number; see the table runs of fact_history.")],
    later: Annotated[str, typer.Argument(help="Another's.")],
) -> None:
    """Tell what the marts of two runs say differently: facts added, changed, gone, and the article that caused it."""
    from pipelines.cli.diff import print_differences

    raise typer.Exit(print_differences(earlier, later))


@app.command()
def sql(query: Annotated[str, typer.Argument(help="A query to the published marts.")]) -> None:
    """Query the published marts: a table on a terminal, CSV in a pipe."""
    from pipelines.cli.sql import query_marts

    raise typer.Exit(query_marts(query))


@app.command()
def report(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="HTML file; default: beside the marts.")] = None,
    facts: Annotated[int | None, typer.Option(min=1, help="Most facts in its table.")] = None,
    home: Annotated[Path | None, typer.Option(help="Folder that holds what runs wrote.")] = None,
) -> None:
    """Build the report page of the published marts anew: one HTML file that opens by itself."""
    from pipelines.cli.report import build_page

    raise typer.Exit(build_page(output, facts, home))


@app.command()
def settings() -> None:
    """List every setting: environment variable, value, meaning."""
    from pipelines.cli.settings import print_settings

    raise typer.Exit(print_settings())


@app.command()
def ui(
    port: Annotated[int, typer.Option(help="Port on the loopback interface.")] = 3000,
    home: Annotated[Path | None, typer.Option(help="Folder for everything that runs write.")] = None,
) -> None:
    """Open Dagster: the graph, its runs and checks; the daily schedule and the inbox sensor work while it is open."""
    from pipelines.cli.ui import serve

    serve(port, home)


def main() -> None:
    """Entry point of the ``jalons`` script."""
    app()
