"""Which family the cues speak for loudest, before the ranker weighs in what it has learned.

The ranker sees these scores; where a sentence's own words speak for the wrong family, no weight mends it.
"""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly import metric
from assets.claims.assembly.assemble import read_article

CASES = [
    ("La fonderie a moulé 300 000 jantes l'an dernier.", "300 000", "output"),
    ("Les barrages du Hubei ont turbiné 90 milliards de kilowattheures.", "90 milliards", "output"),
    ("Le chantier a achevé 3 millions de tonnes de navires.", "3 millions", "output"),
    ("Chaque matin, 4 000 tablettes quittent les chaînes.", "4 000", "output"),
    ("La vallée broie 200 000 tonnes de fèves et en tire du beurre.", "200 000", "output"),
    ("Le chantier a remis neuf cargos à ses clients.", "neuf", "sales"),
    ("Midea s'adjuge 31 % du rayon.", "31 %", "sales"),
    ("Elle truste 60 % du créneau.", "60 %", "sales"),
    ("La maison a encaissé 40 millions d'euros en 2024.", "40 millions d'euros", "revenue"),
    ("La branche vit de 27 millions d'euros d'activité.", "27 millions d'euros", "revenue"),
    ("Les ventes de soie de Caoxian ont atteint 7 milliards de yuans.", "7 milliards de yuans", "sales"),
    ("Deux cent mille tonnes d'acier ont pris la mer en mars.", "Deux cent mille", "export"),
    ("La vallée a vendu au-dehors 40 000 tonnes de fil.", "40 000", "export"),
    ("L'atelier pourrait aisément en assembler 900 par mois.", "900", "capacity"),
    ("La filature aligne 90 000 broches.", "90 000", "capacity"),
    ("Le logisticien fait travailler 300 automates.", "300", "installed"),
    ("Le bourg aligne 300 ateliers.", "300", "firms"),
    ("La conserverie donne du travail à 300 personnes.", "300", "workforce"),
    ("Le groupe a mis 14 milliards d'euros sur la table.", "14 milliards d'euros", "investment"),
    ("L'usine est chiffrée à 900 millions d'euros.", "900 millions d'euros", "investment"),
    ("Des coques vendues à 12 millions d'euros pièce.", "12 millions d'euros", "price"),
    ("La maison a perdu 22 millions d'euros.", "22 millions d'euros", "profit"),
    ("Google avait acheté la pousse 22 millions d'euros.", "22 millions d'euros", "share_price"),
    ("La jeune pousse a réuni 22 millions d'euros.", "22 millions d'euros", "share_price"),
    ("Ses lignes sont remplies à 95 %.", "95 %", "utilisation"),
    ("Le constructeur a rappelé 12 000 voitures.", "12 000", "recall"),
    ("Le carnet de commandes gonfle à 5 milliards d'euros.", "5 milliards d'euros", "orders"),
    ("La fonderie consomme 4 GWh par an.", "4 GWh", "consumption"),
    ("Le modèle a été nourri de 900 milliards de jetons.", "900 milliards", "training_data"),
    ("Il a ingurgité 900 milliards de jetons.", "900 milliards", "training_data"),
]


def _loudest(sentence: str, mention: str) -> str:
    article = Article("lexicon", (sentence,), language="fr", published_on=date(2025, 6, 12))
    for reading in read_article(article, "fr"):
        for figure in reading.scene.figures:
            if figure.mention == mention:
                aspect = "share" if figure.kind == "ratio" else "level"
                scores = metric.family_scores(reading.scene, figure, aspect)
                return max(scores, key=lambda family: (scores[family], family), default="")
    return "no figure"


@pytest.mark.parametrize(("sentence", "mention", "family"), CASES)
def test_the_cues_of_a_sentence_speak_loudest_for_what_its_figure_measures(sentence: str, mention: str, family: str):
    assert _loudest(sentence, mention) == family


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Fin mai, on comptait 61 grands modèles enregistrés dans la municipalité de Chongqing.", ["model_count"]),
        ("Les 20 grands fabricants chinois de motos ont vendu 2 millions d'unités.", ["", "sales_volume"]),
    ],
)
def test_large_ones_are_counted_unless_they_are_the_largest(text: str, metrics: list[str]) -> None:
    article = Article("own", (text,), language="fr", published_on=date(2025, 6, 12))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    assert ["" if decision.reason else decision.metric for decision in decisions] == metrics
