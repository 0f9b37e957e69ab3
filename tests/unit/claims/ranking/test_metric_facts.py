"""The facts on which the choice of a metric rests: figures before, cues in the clause, a question."""

from collections.abc import Mapping
from typing import cast

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.model import Decision


def _decisions(*paragraphs: str) -> list[Decision]:
    article = Article(name="a.txt", paragraphs=paragraphs, language="fr")
    return [decision for reading in read_article(article, "fr") for decision in reading.decisions]


def _facts(decision: Decision, metric: str = "") -> Mapping[str, float]:
    """The facts of a figure's first option with a metric; without one, those of no claim."""
    asked = decision.asked["metric"]
    labels = cast("list[tuple[str, str, str]]", asked.labels)
    return asked.options[next(place for place, label in enumerate(labels) if label[2] == metric)].features


def test_a_compared_figure_goes_on_with_the_claim_before_it() -> None:
    second = _decisions("L'usine a produit 12 000 motos en 2024, contre 9 500 un an plus tôt.")[1]
    assert _facts(second, "output_volume")["on:here:against"] == 1.0
    assert _facts(second)["none:here:claim:against"] == 1.0


def test_a_figure_goes_on_with_one_that_makes_no_claim() -> None:
    second = _decisions("Le bénéfice net a atteint 12 millions d'euros, contre 9 millions d'euros un an plus tôt.")[1]
    assert _facts(second)["none:here:none:against"] == 1.0


def test_a_sentence_goes_on_with_the_one_before() -> None:
    second = _decisions("La ville compte 320 usines de chaussures. Sa voisine en aligne 84.")[1]
    assert _facts(second)["none:above:claim"] == 1.0


def test_a_cue_belongs_to_the_figure_that_stands_nearest() -> None:
    first, second = _decisions("Le groupe a vendu 4 000 bus, et son bénéfice net atteint 30 millions d'euros.")
    assert "clause:own" in _facts(first, "sales_volume")
    assert _facts(second)["nones:clause:own"] == 1.0
    assert _facts(second)["nones:owner:self"] == 1.0


def test_a_question_names_what_its_answer_counts() -> None:
    answer = _decisions("Combien de salariés avez-vous ?", "Nous étions 640 à la fin de 2024.")[0]
    assert _facts(answer, "workforce")["asked"] == 1.0
    assert "asked" not in _facts(answer, "output_volume")
