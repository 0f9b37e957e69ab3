"""The cues of AI models and of public money speak loudest for the family that a sentence tells, before any ranking."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.frames import frame
from assets.claims.assembly.metric import family_scores
from assets.claims.assembly.scenes import scenes_of

SUBSIDIES, MODELS = "provincial_subsidies", "ai_model_adoption"
CASES = [
    ("La prime va à chaque atelier, sans pouvoir excéder 3 millions de yuans.", SUBSIDIES, "ceiling"),
    ("Aucune entreprise ne touchera plus de 3 millions de yuans.", SUBSIDIES, "ceiling"),
    ("Un même groupe peut prétendre à 9 millions de yuans.", SUBSIDIES, "ceiling"),
    ("Le fabricant a perçu 4 millions de yuans.", SUBSIDIES, "amount"),
    ("Toute liaison nouvelle donne droit à 300 000 yuans.", SUBSIDIES, "amount"),
    ("La province a inscrit au budget un crédit de 250 millions de yuans.", SUBSIDIES, "budget"),
    ("La ville consacrera 400 millions de yuans au calcul.", SUBSIDIES, "budget"),
    ("Sur cette somme, elle en a décaissé 870 millions de yuans.", SUBSIDIES, "spent"),
    ("Les 60 millions de yuans ont été répartis entre 40 dossiers.", SUBSIDIES, "spent"),
    ("Vingt-huit fabricants l'ont touchée.", SUBSIDIES, "beneficiaries"),
    ("La mairie en a primé 34 depuis janvier.", SUBSIDIES, "beneficiaries"),
    ("Six mille enseignants s'en servent.", MODELS, "users"),
    ("Deux mille médecins y ont recours chaque semaine.", MODELS, "users"),
    ("Le modèle tourne dans 34 collèges.", MODELS, "adopters"),
    ("Quatre-vingts tribunaux s'en sont dotés.", MODELS, "adopters"),
    ("L'application a été chargée 16 millions de fois.", MODELS, "downloads"),
    ("Il en est né 85 petits-fils.", MODELS, "derivatives"),
    ("Il l'a affiné pour 7 000 euros.", MODELS, "training"),
    ("Il est facturé 4 yuans par million de jetons entrants.", MODELS, "api_price"),
]


@pytest.mark.parametrize(("text", "topic", "family"), CASES)
def test_the_cues_of_a_sentence_speak_loudest_for_what_it_tells(text: str, topic: str, family: str):
    article = Article("lexicon", (text,), language="fr", published_on=date(2025, 6, 12))
    scene = next(iter(scenes_of(article, "fr")))
    scene.topic = topic
    scores = family_scores(scene, scene.figures[0], "level")
    claimed = {name: score for name, score in scores.items() if frame(name).mart is not None}
    assert max(claimed, key=lambda name: claimed[name]) == family, claimed
