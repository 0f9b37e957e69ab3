"""A figure whose words are left out goes on with the one before: ``et celle de Y 9 %``, ``Pékin vise 5 %``."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article


def _metrics(text: str) -> list[str]:
    article = Article("own", (text,), language="fr", published_on=date(2025, 6, 12))
    return [decision.metric for reading in read_article(article, "fr") for decision in reading.decisions]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Au printemps, la valeur ajoutée des équipements chinois a gagné 3,7 % et celle des logiciels 8,1 %.",
            ["output_growth", "output_growth"],
        ),
        (
            ("Selon Lumen, le PIB chinois gagnera 4,8 % en 2025. Le plan du pays vise encore quelque 5 %."),
            ["output_growth", "output_growth"],
        ),
    ],
)
def test_a_figure_without_words_of_its_own_measures_what_the_one_before_does(text: str, metrics: list[str]) -> None:
    assert _metrics(text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        # A verb of its own, or no growth to go on with.
        ("La production de Geely a gagné 4 % et celle de BYD emploie 9 000 ouvriers.", ["output_growth", "workforce"]),
        ("Les loyers de Wuxi ont gagné 4 % en mai. Le maire vise 5 %.", ["", ""]),
    ],
)
def test_other_figures_keep_their_own_words(text: str, metrics: list[str]) -> None:
    assert _metrics(text) == metrics
