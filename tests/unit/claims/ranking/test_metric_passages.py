"""A section keeps to what it measures: the sentences before speak for a figure that has no word of its own."""

from collections.abc import Mapping
from typing import cast

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.model import Decision


def _decisions(*paragraphs: str) -> list[Decision]:
    article = Article(name="a.txt", paragraphs=paragraphs, language="fr")
    return [decision for reading in read_article(article, "fr") for decision in reading.decisions]


def _facts(decision: Decision, family: str) -> Mapping[str, float]:
    """The facts of a figure's option in a family, as a level."""
    asked = decision.asked["metric"]
    labels = cast("list[tuple[str, str, str]]", asked.labels)
    place = next(place for place, label in enumerate(labels) if label[0] == family and label[1] in {"level", "growth"})
    return asked.options[place].features


def test_a_paragraph_goes_on_with_what_its_first_sentence_speaks_of() -> None:
    figure = _decisions("Les exportations de 2024 ont pesé 9 000 tonnes. Le port est plein. On en est à 4 200.")[-1]
    assert _facts(figure, "export")["past:opening:silent"] == 1.0
    assert "past:opening" not in _facts(figure, "capacity")


def test_a_new_paragraph_does_not() -> None:
    figure = _decisions("Les exportations de 2024 ont pesé 9 000 tonnes.", "On en est à 4 200.")[-1]
    assert "past:opening" not in _facts(figure, "export")


def test_what_counts_the_same_most_likely_measures_the_same() -> None:
    figure = _decisions("Xugong emploie 640 ouvriers à Xuzhou.", "Voilà dix ans, on y voyait 900 ouvriers.")[-1]
    assert _facts(figure, "workforce")["past:kin"] == 1.0
    assert _facts(figure, "workforce")["past:kin:near"] == 1.0
    assert "past:kin" not in _facts(figure, "firms")


def test_a_heading_speaks_for_its_section() -> None:
    figure = _decisions("Les exportations", "Le port est plein. On en est à 4 200 tonnes.")[-1]
    assert _facts(figure, "export")["past:heading"] == 1.0


def test_a_passage_on_models_speaks_for_their_metrics() -> None:
    figure = _decisions(
        "Le modèle Qwen compte 30 millions d'utilisateurs. Trois mois plus tôt, ils étaient 12 millions."
    )[-1]
    assert _facts(figure, "users")["past:mart"] > _facts(figure, "output").get("past:mart", 0.0)


def test_a_maker_of_models_can_earn_model_revenue_whatever_the_article_is_about() -> None:
    figure = _decisions("Moonshot AI a réalisé un chiffre d'affaires de 40 millions de dollars.")[0]
    assert _facts(figure, "model_revenue")["score"] == _facts(figure, "revenue")["score"] > 0.0
    assert figure.asked["metric"].context["figure"]["who:maker"] == 1.0
