"""Setting articles aside before reading changes no figure and no amount."""

import pytest

from assets.claims.money import recognise_money
from assets.claims.numbers import recognise_numbers
from assets.claims.numbers.folding import fold, words_in

_SENTENCES = (
    "Une usine ouvre, un atelier ferme et un port attend.",
    "Elle produit une tonne par jour, un hectare suffit.",
    "Il manque un million de pièces et une dizaine de grues.",
    "C'est le numéro un du secteur, moins une place perdue.",
    "Un robot sur dix tombe en panne, une grue sur vingt aussi.",
    "De un à deux ans, un ou deux sites, une à trois lignes.",
    "Un tiers des quais, un quart du parc, un sur trois.",
    "Une hausse d'un pour cent, un point de moins, multiplié par un.",
    "Le trajet coûte un euro, un yuan et demi ou un dollar 50.",
    "Vingt et une grues, cent un wagons, mille et un écueils.",
    "Sept drones de loisir d'un club sur dix sont rangés.",
    "Un été, une école, un krach : 3 usines, .5 point et 1.234,5 km.",
)


@pytest.mark.parametrize("text", _SENTENCES)
def test_figures_are_those_among_everything_read(text: str) -> None:
    everything = recognise_numbers(text, everything=True)
    assert recognise_numbers(text) == tuple(mention for mention in everything if mention.is_figure)


def test_one_of_a_currency_is_an_amount() -> None:
    found = recognise_money("Un ticket coûte un euro, une course un yuan et demi.")
    assert [(mention.value, mention.currency) for mention in found] == [(1.0, "EUR"), (1.5, "CNY")]


@pytest.mark.parametrize("text", ["Œuvre à 3 €", "Łódź, ÉTÉ ½", "10\u202f000 – “№ 5”", "Dix‑huitième", "東京 2 Ÿ"])
def test_folding_is_the_same_in_company_of_any_letter(text: str) -> None:
    assert fold(text) == fold(text + "東")[:-1]
    assert len(fold(text)) == len(text)


def test_words_are_the_runs_of_letters() -> None:
    assert words_in(fold("L'été, 3e œuvre–clé")) == ["l", "ete", "e", "uvre", "cle"]
