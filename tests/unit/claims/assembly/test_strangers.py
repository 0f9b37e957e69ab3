"""Names that nobody knows are proposed all the same, unless they are a person's or no names at all."""

from datetime import date
from typing import cast

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.assembly.capitals import capitals
from assets.claims.assembly.discourse import Subject
from assets.claims.assembly.focus import Focus
from assets.claims.assembly.model import LOCALITY, STRANGER
from assets.claims.assembly.names import known_in
from assets.claims.assembly.scenes import scenes_of
from assets.claims.assembly.strangers import strangers


def found(text: str) -> list[tuple[str, str]]:
    read = capitals(text, known_in(text), "fr")
    return list(dict.fromkeys((new.name, new.level) for new in strangers(read, [], "fr")))


def proposed(mention: str, *paragraphs: str) -> list[Subject]:
    article = Article("own", paragraphs, language="fr", published_on=date(2025, 11, 5))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    asked = next(decision.asked["subject"] for decision in decisions if decision.figure.mention == mention)
    return [cast("Subject", label) for label in asked.labels]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brelandis, de loin le mieux placé, aura son usine.", ("Brelandis", STRANGER)),
        ("On ne jure que par Brelandis dans la vallée.", ("Brelandis", STRANGER)),
        ("À Vaurigny, on ne compte plus les fours.", ("Vaurigny", LOCALITY)),
        ("Brelandis moulera 41 seaux.", ("Brelandis", STRANGER)),
        ("Brelandis et Kervadec Fils moulent.", ("Brelandis", STRANGER)),
        ("L'Américain Cortivane dort.", ("Cortivane", STRANGER)),
        ("Les deux frères Brelandis sont partis, Kervadec Fils est resté.", ("Kervadec Fils", STRANGER)),
    ],
)
def test_a_capitalised_run_that_nothing_explains_may_be_a_name(text: str, name: tuple[str, str]) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le patron Brelandis sourit.",
        "Luc, de Bâle, veut savoir qui gagne de l'argent.",
        "On y vend le souvenir des dynasties Ming et Qing.",
        "Le camion plaît.\n* Poids : deux tonnes.",
        "Désormais, la fonderie tourne.",
        "Décidément, le tissage tourne. Il l'a dit, décidément.",
        "Les cours de la Bourse montent.",
        "Fabriquez-vous ici des presses ?",
        "Vivent-ils de leurs fours ?",
        "Paris et Shenzhen se rapprochent.",
    ],
)
def test_persons_known_names_and_common_words_are_no_strangers(text: str) -> None:
    assert found(text) == []


def test_a_name_that_nothing_is_known_of_is_proposed_for_the_figures_behind_it() -> None:
    text = "Brelandis, de loin le mieux placé, a moulé 41 000 seaux en 2024. C'est 6 % de plus qu'en 2023."
    for mention in ("41 000", "6 %"):
        assert "Brelandis" in [subject.name for subject in proposed(mention, text)]


def test_an_unknown_town_can_grant_aid() -> None:
    text = "Le maire reçoit à Vaurigny. La commune a versé 41 millions de yuans de subventions aux potiers."
    assert Subject("Vaurigny", "place", LOCALITY) in proposed("41 millions de yuans", text)


def test_a_subject_keeps_the_gender_of_the_noun_that_names_it() -> None:
    article = Article("own", ("La société Hengli vend 300 presses.",), language="fr", published_on=date(2025, 11, 5))
    scenes = list(scenes_of(article, "fr"))
    focus = Focus()
    focus.name(scenes[0], [(name, Subject.of(name)) for name in scenes[0].names])
    assert list(focus.genders.values()) == ["feminine"]
    assert list(focus.stood.values()) == ["opens"]


def test_a_number_at_the_head_of_a_sentence_is_no_name() -> None:
    names = [subject.name for subject in proposed("41 000", "Vingt-huit, dit-on. Hengli vend 41 000 presses par an.")]
    assert names
    assert "Vingt-huit" not in names
