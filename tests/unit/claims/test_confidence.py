"""The evidence for a claim tells of its figure, of its words and of the other figures of its sentence."""

from collections.abc import Mapping

from assets.articles.model import Article
from assets.claims import confidence
from assets.claims.assembly.assemble import read_article


def _evidence(*paragraphs: str) -> list[Mapping[str, float]]:
    article = Article(name="a.txt", paragraphs=paragraphs, language="fr")
    return [
        confidence.evidence_of(reading.scene, decision, reading.decisions)
        for reading in read_article(article, "fr")
        for decision in reading.decisions
    ]


def test_a_lone_figure_has_no_mates() -> None:
    (evidence,) = _evidence("Foshan a produit 12 000 motos en 2024.")
    assert evidence["is_alone"] == 1.0
    assert evidence["is_table"] == 0.0


def test_a_mate_that_makes_no_claim_is_counted() -> None:
    first = _evidence("Foshan a produit 12 000 motos en 2024, pour 2,4 millions d'habitants.")[0]
    assert first["mates_none"] == 1.0
    assert first["mates_subject"] == 0.0


def test_a_mate_of_the_same_subject_is_counted() -> None:
    first = _evidence("Foshan a produit 12 000 motos en 2024, contre 9 500 en 2023.")[0]
    assert first["mates_subject"] == first["mates_metric"] == first["mates_mart"] == 1.0
    assert first["mates_other_subject"] == first["mates_none"] == 0.0


def test_a_number_that_leaves_out_its_unit_is_told() -> None:
    first, second = _evidence("La ville de Foshan a produit 12 000 tonnes d'acier en 2024, contre 9 500 en 2023.")
    assert first["is_completed"] == 0.0
    assert second["is_completed"] == 1.0


def test_a_figure_without_a_word_for_its_metric_has_fewer_cues() -> None:
    named, bare = _evidence("Foshan a produit 12 000 motos en 2024.", "Foshan en est à 12 000.")
    assert named["cues"] > bare.get("cues", 0.0)


def test_confidence_lies_between_none_and_certain() -> None:
    for evidence in _evidence("Foshan a produit 12 000 motos en 2024, contre 9 500 en 2023."):
        assert 0.0 < confidence.probability(evidence) < 1.0
