"""``evaluate``: how well claims are extracted from labelled articles, anyone's or the project's own."""

import json
from dataclasses import asdict
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from assets.claims.quality import GOLD_NAME, Figures, GoldError, load_gold, measure, predict
from pipelines.cli.terminal import complain, console
from pipelines.limits import limits_of
from pipelines.settings import Settings
from sources.folder import SourceMissingError

BAD_INPUT = 2


def evaluate_gold(gold: Path, articles: Path | None, output: Path | None) -> int:
    """Print the figures, write them where asked, and return the exit code."""
    labels = gold / GOLD_NAME if gold.is_dir() else gold
    try:
        rows = load_gold(labels)
        predicted = predict(articles or labels.parent / "articles", limits_of(Settings()))
    except (GoldError, SourceMissingError) as error:
        complain(escape(str(error)))
        return BAD_INPUT
    figures = measure(rows, predicted)
    console.print(_table(figures))
    if output is not None:
        content = {mart: {name: asdict(figure) for name, figure in named.items()} for mart, named in figures.items()}
        output.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return 0


def _table(figures: Figures) -> Table:
    table = Table("figure", *figures, title="Extraction, with 95 % intervals", title_justify="left")
    for name in next(iter(figures.values())):
        cells = (figures[mart].get(name) for mart in figures)
        table.add_row(name, *(f"{c.value:.3f} [{c.low:.2f}–{c.high:.2f}] n {c.cases}" if c else "" for c in cells))
    return table
