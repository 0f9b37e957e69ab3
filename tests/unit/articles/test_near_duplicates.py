"""Copies and rewrites are linked to their source, whatever the order of the articles."""

import random
from datetime import date

import pytest

from assets.articles.near_duplicates import Candidate, figures, find_derivations, names

ORIGINAL = (
    "Le port de Sète a reçu 412 000 conteneurs en 2024, soit 9 % de plus que l’année précédente, selon la Région. "
    "Le quai Verrazzano, long de 640 mètres, a coûté 34 millions d’euros. La firme Liebherr a livré trois portiques, "
    "et l’armateur Grimaldi promet deux escales de plus chaque semaine. Le maire François Commeinhes parle de 180 "
    "emplois, quand la CGT en compte 95. Marseille et Barcelone regardent ailleurs, dit-on à la capitainerie."
)
REWRITE = (
    "À Sète, Grimaldi ajoutera deux rotations hebdomadaires. Trois grues Liebherr équipent désormais le quai "
    "Verrazzano, chantier de 34 millions d’euros sur 640 mètres. Avec 412 000 conteneurs traités, le trafic a "
    "gagné 9 %. La CGT juge que 95 postes seulement seront créés, alors que François Commeinhes en annonce 180."
)
OTHER = (
    "La sucrerie de Verny a écrasé 1,2 million de tonnes de betteraves. Le groupe Tereos paie la tonne 31 euros, "
    "et Cristal Union 33 euros. À Épernay, la chambre d’agriculture craint une campagne perdue pour 240 exploitations."
)


def _candidate(key, text, day=date(2025, 5, 2)):
    return Candidate(key, text, None, day, None)


def test_a_copy_with_a_few_changed_words_is_linked_to_the_earlier_article():
    copy = ORIGINAL.replace("selon la Région", "d’après la Région") + " Une brève de plus, ajoutée par la rédaction."
    found = find_derivations(
        [_candidate("b", copy, date(2025, 5, 3)), _candidate("a", ORIGINAL), _candidate("c", OTHER)]
    )
    assert [(item.article_id, item.derived_from, item.kind) for item in found] == [("b", "a", "copy")]
    assert 0.5 < found[0].similarity <= 1


def test_a_rewrite_is_known_by_the_facts_it_tells():
    found = find_derivations([_candidate("r", REWRITE), _candidate("o", ORIGINAL), _candidate("x", OTHER)])
    assert [(item.article_id, item.derived_from, item.kind) for item in found] == [("r", "o", "rewrite")]


def test_the_same_facts_a_year_apart_are_no_rewrite():
    assert find_derivations([_candidate("r", REWRITE, date(2026, 5, 2)), _candidate("o", ORIGINAL)]) == []


def test_articles_on_one_subject_with_facts_of_their_own_are_independent():
    third = "Le port de Sète attend 20 escales de plus, selon la Région. Grimaldi y voit un marché de 7 % par an."
    assert find_derivations([_candidate("o", ORIGINAL), _candidate("t", third)]) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_answer_does_not_depend_on_the_order(seed):
    items = [
        _candidate("a", ORIGINAL),
        _candidate("b", ORIGINAL + " Fin.", date(2025, 5, 3)),
        _candidate("c", REWRITE),
        _candidate("d", OTHER),
        _candidate("e", ORIGINAL[:300], date(2025, 5, 4)),
    ]
    shuffled = items[:]
    random.Random(seed).shuffle(shuffled)
    assert find_derivations(shuffled) == find_derivations(items)


def test_all_that_stem_from_one_article_point_to_it_and_not_to_each_other():
    items = [_candidate(key, ORIGINAL + f" Édition {key}.", date(2025, 5, 2 + at)) for at, key in enumerate("abcd")]
    assert {item.derived_from for item in find_derivations(items)} == {"a"}


def test_an_empty_text_and_a_lone_article_derive_from_nothing():
    assert find_derivations([]) == []
    assert find_derivations([_candidate("a", ""), _candidate("b", "")]) == []


def test_years_and_small_counts_are_no_facts():
    assert figures("En 2024, 3 villes et 12,5 % des 40 000 foyers") == {"12.5%", "40000foyer"}
    assert names("Le groupe Tereos et la firme BYD") == {"tereos", "byd"}
