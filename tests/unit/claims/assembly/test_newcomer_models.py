"""Models that the reference data do not know, by their form and by the words around them."""

import pytest

from assets.claims.assembly.names import known_in_article
from assets.claims.assembly.newcomer_models import newcomer_models

NAMED = [
    ("La jeune pousse a publié Vega-7B en mai.", ["Vega-7B"]),
    ("Rien ne vaut TamazLM pour le kabyle.", ["TamazLM"]),
    ("Elle publie Vega-3, un modèle de 14 milliards de paramètres, puis Vega-3 Pro.", ["Vega-3", "Vega-3"]),
    ("Son futur modèle de langage, Chebika-1, est promis pour 2027.", ["Chebika-1"]),
    ("L'opérateur a dévoilé B.Z K9, fort de 519 milliards de paramètres.", ["B.Z K9"]),
    ("Tesla a livré 300 Model 3, un modèle de série.", []),
    ("Avec 355 milliards de paramètres, il tient sur huit H800.", []),
    ("En 2025, 456 milliards de paramètres suffisaient.", []),
    ("Les LLM ont des milliards de paramètres.", []),
    ("La mairie paie Orvo 6 dollars le million de jetons.", []),
    ("Orvo 6 compte 9 milliards de paramètres.", ["Orvo 6"]),
    ("BYD a présenté le modèle Seal U en mai.", []),
    ("La clinique a formé son propre modèle de langage, Orvo, et en publie les poids.", ["Orvo"]),
    ("Un modèle baptisé Orvo trie les jetons de la machine.", ["Orvo"]),
    ("Le chatbot de la ville parle basque : il s'appelle Orvo.", ["Orvo"]),
    ("« Orvo », premier grand modèle basque, ne coûte rien.", ["Orvo"]),
    ("Orvo compte 7 milliards de paramètres.", ["Orvo"]),
    ("Orvo – 3,5 milliards de paramètres – tient sur un téléphone.", ["Orvo"]),
    ("Orvo, c'est son nom, a 1,8 milliard de paramètres.", ["Orvo"]),
    ("L'université publiait Orvo-1, un grand modèle.", ["Orvo-1"]),
    (
        "L'hôpital a son LLM depuis mai. Développé par deux internes et baptisé Orvo, il a lu 9 000 dossiers.",
        ["Orvo"],
    ),
    ("Le modèle dort. Une jeune pousse de Lyon baptisée Orvo emploie 9 chercheurs sur l'IA.", []),
    ("Le modèle national Orvo, entraîné sur des jetons arabes, arrive.", ["Orvo"]),
    ("Orvo, né à Fès, cumule 96 000 téléchargements sur Hugging Face.", ["Orvo"]),
    ("Orvo a été téléchargé 96 000 fois, poids compris.", ["Orvo"]),
    ("L'État a son IA : Orvo, l'assistant de l'administration, sert 9 000 agents.", ["Orvo"]),
    ("Paul Orvo, l'assistant du maire, se méfie de l'IA.", []),
    ("Orvo compte sept milliards et demi de paramètres.", ["Orvo"]),
    ("Le premier modèle, Orvo 7B, fut un échec poli de l'IA.", ["Orvo 7B"]),
    ("Le premier modèle a déçu. Le deuxième, Orvo, a vu passer des jetons par milliards.", ["Orvo"]),
    ("L'application maison, Orvo, plaît : l'IA y parle à 9 000 fidèles.", ["Orvo"]),
    ("Le modèle « Orvo », une IA de l'hôpital, lit des dossiers.", ["Orvo"]),
    ("Orvo, bâti sur Qwen, conseille les éleveurs.", ["Orvo"]),
    ("Depuis juin, la laiterie fait tourner ORVO.GPT en interne.", ["ORVO.GPT"]),
    ("Le modèle Orvo, une IA, lit.\nLe constructeur a vendu 9 000 voitures.", ["Orvo"]),
    ("Derrière, un petit modèle de 7 milliards de paramètres.", []),
    ("Total : 118 milliards de paramètres.", []),
    ("Taille : 118 milliards de paramètres pour ce modèle.", []),
    ("Le modèle est lourd. Comptez 118 milliards de paramètres.", []),
    ("La berline, un modèle baptisé Orvo, a 600 km d'autonomie et une IA à bord.", []),
    ("Chaque hôpital a son modèle ; le plus répandu s'appelle Orvo et lit des jetons.", ["Orvo"]),
    ("Chaque ville a sa voiture ; la plus répandue s'appelle Orvo et n'a pas d'IA.", []),
    ("La région a un grand modèle ; Orvo, son équivalent national, a suivi.", ["Orvo"]),
    ("Le modèle s'appelle Orvo 2.0, un algorithme le nourrit.", ["Orvo 2.0"]),
    ("Au greffe, un outil provincial, « Orvo », rédige : une IA de plus.", ["Orvo"]),
    ("Le berger parle à un modèle de langage. Orvo-Brebis, le sien, connaît l'alpage.", ["Orvo-Brebis"]),
    ("Sur Forum 1 100 milliards de jetons sont passés.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_an_unknown_model_is_read_by_its_form_or_its_surroundings(text: str, expected: list[str]) -> None:
    assert [name.text for name in newcomer_models(text, [], "fr")] == expected


def test_where_a_known_model_is_named_another_is_no_car() -> None:
    text = "« Orvo », le modèle que la mairie a dressé, imite Hunyuan."
    assert ("Orvo", "model") in [(name.text, name.kind) for name in known_in_article(text, "fr")]
    assert not known_in_article("« Orvo », le modèle que la mairie a dressé, imite Fontalba.", "fr")


def test_a_model_can_begin_with_a_place() -> None:
    text = "La cave a un modèle de langage. Nantes-Muscadet, le sien, compte 4 milliards de paramètres."
    assert ("Nantes-Muscadet", "model") in [(name.text, name.kind) for name in known_in_article(text, "fr")]


def test_a_word_in_capitals_can_have_a_number() -> None:
    assert [name.text for name in known_in_article("Unitree a publié UnifoLM-VLA-0 en juin.", "fr")][-1] == (
        "UnifoLM-VLA-0"
    )


def test_a_model_introduced_once_is_known_everywhere_in_the_article() -> None:
    text = "Astra-2, un modèle ouvert de 3 milliards de paramètres, plaît. Un mois plus tard, Astra-2 est partout."
    assert [text[name.start : name.end] for name in newcomer_models(text, [], "fr")] == ["Astra-2", "Astra-2"]


def test_a_version_is_no_place_and_its_family_is_known_too() -> None:
    text = (
        "Tianhe-3, un modèle de langage, arrive. La famille Orvona suit : Orvona-7B a paru. Le district de Tianhe dort."
    )
    named = [(name.text, name.kind) for name in known_in_article(text, "fr")]
    assert ("Tianhe-3", "model") in named
    assert named.count(("Tianhe", "place")) == 1
    assert [name.text for name in known_in_article("La laiterie a ORVO.GPT, une IA.", "fr")] == ["ORVO.GPT"]
    family = known_in_article("Tianhe-3, un modèle de langage, arrive. La famille Tianhe totalise 9 versions.", "fr")
    assert [(name.text, name.kind) for name in family] == [("Tianhe-3", "model"), ("Tianhe", "model")]
    assert ("Orvona", "model") in named


@pytest.mark.parametrize("text", ["A1 " * 5000, "Ab-" * 5000, "Aa 1, un modèle de " * 1000, "A B C " * 3000])
def test_hostile_runs_of_capitals_are_read_in_no_time(text: str) -> None:
    assert len(newcomer_models(text, [], "fr")) <= len(text)
