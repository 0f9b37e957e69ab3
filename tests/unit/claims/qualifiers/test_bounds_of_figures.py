"""How the words around a figure limit it: marks passed or not, ceilings, words behind the figure."""

import pytest

from assets.claims.numbers import recognise_numbers
from assets.claims.qualifiers import bound_of

CASES = [
    # A mark that is not passed is a ceiling, whatever stands between the negation and "plus de".
    ("Aucune filature ne peut recevoir plus de 4 millions de roupies.", "4 millions", "le"),
    ("Nulle ne peut d'ailleurs obtenir plus de 4 millions de roupies.", "4 millions", "le"),
    ("L'aide ne saurait excéder 4 millions de roupies.", "4 millions", "le"),
    ("L'aide couvre un tiers du prix, sans jamais dépasser 4 millions.", "4 millions", "le"),
    ("La ville paie, sans qu'un élevage puisse toucher plus de 90 000 roupies.", "90 000", "le"),
    ("La ville paie, sans que le total puisse être supérieur à 90 000 roupies.", "90 000", "le"),
    ("Le tout n'ira pas au-delà de 90 000 roupies.", "90 000", "le"),
    ("Elle paie le tiers des fours, mais pas au-delà de 4 millions.", "4 millions", "le"),
    ("Leur part n'a pas dépassé 7 %.", "7 %", "le"),
    ("Elle n'a pas tissé moins de 400 tapis.", "400", "ge"),
    ("Elle ne tisse que la laine, moins de 400 tapis.", "400", "lt"),
    ("Elle a tissé 400 tapis, à peu près les deux tiers du total.", "400", "eq"),
    ("Elle a tissé 400 tapis, à peu près, le mois dernier.", "400", "approx"),
    ("L'ancien chantier ne pouvait guère dépasser 60 coques.", "60", "le"),
    ("Une même ferme ne pouvant percevoir plus de 90 000 roupies, on patiente.", "90 000", "le"),
    # What is denied of something else leaves the figure as it is.
    ("Elle ne file pas seulement la laine mais tisse plus de 400 tapis.", "400", "gt"),
    ("Le patron ne dit pas que ses ventes dépassent 400 tapis.", "400", "gt"),
    ("Elle n'a vendu que des tapis, plus de 400.", "400", "gt"),
    # Time words between a verb and its mark.
    ("Les ventes ont dépassé mardi les 400 000 tapis.", "400 000", "gt"),
    ("Les ventes ont passé en 2024 la barre des 400 000 tapis.", "400 000", "gt"),
    ("Les ventes ont dépassé en janvier 400 000 tapis.", "400 000", "gt"),
    ("Les ventes ont passé les 400 000 tapis.", "400 000", "gt"),
    ("Le lainier a dépassé son rival avec 400 000 tapis.", "400 000", "eq"),
    ("Plafonnée depuis 2017 à 45 millions de mètres, la coupe recule.", "45 millions", "le"),
    ("La prime s'arrête à 9 000 roupies.", "9 000", "le"),
    ("La prime est bornée à 9 000 roupies par métier.", "9 000", "le"),
    ("Les ventes ont dépassé la semaine dernière les 400 000 tapis.", "400 000", "gt"),
    ("La laine franchit pour sa part 40 millions de mètres.", "40 millions", "gt"),
    ("Les ventes doivent tutoyer les 40 millions.", "40 millions", "lt"),
    ("Elle en tissera, au mieux, 400 cette année.", "400", "le"),
    # A forecaster's figure and the end of a way are no rough ones.
    ("Un cabinet estime à 45 000 les métiers en service.", "45 000", "eq"),
    ("La coupe s'achemine vers 45 millions de mètres.", "45 millions", "eq"),
    ("La coupe tourne vers 45 millions de mètres.", "45 millions", "approx"),
    # A change has two limits, where what changes goes from one level to another.
    ("Elle vise des ventes en hausse de 3 à 4 %.", "3", "ge"),
    ("Elle vise des ventes en hausse de 3 à 4 %.", "4 %", "le"),
    ("La croissance est passée de 3 à 4 %.", "3", "eq"),
    ("La baisse est passée de 4 à 3 %.", "4", "eq"),
    # Behind the figure.
    ("La ville compte 400 filatures et plus.", "400", "gt"),
    ("On y voit 400 métiers et plus déjà en service.", "400", "gt"),
    ("Elle emploie 400 tisseurs, voire davantage.", "400", "gt"),
    ("Elle emploie 400 tisseurs ou plus.", "400", "ge"),
    ("Elle a tissé 400 tapis et des poussières.", "400", "gt"),
    ("Elle a tissé 400 tapis moins quelques poussières.", "400", "lt"),
    ("Elle emploie 400 tisseurs, ou peu s'en faut.", "400", "approx"),
    ("La laine tient 40 % du marché et plus de 3 % de la soie.", "40 %", "eq"),
    ("La laine a 17 % des voix et moins de 5 % des ventes.", "17 %", "eq"),
    ("Elles étaient 400 au plus fort de la saison.", "400", "eq"),
    ("Il y a cinq tailles, de la menue, 400 nœuds, au plus grand.", "400", "eq"),
    ("On compte 52 maisons qui ont tissé au moins un tapis.", "52", "eq"),
    ("On compte 52 maisons ayant tissé au moins un tapis.", "52", "eq"),
    # Words that compare rather than limit.
    ("C'est moins que les 3 000 tapis attendus.", "3 000", "eq"),
    ("En plus des 40 tapis, elle vend des sacs.", "40", "eq"),
    ("Elle en a tissé à peine 400 de moins.", "400", "eq"),
    ("Elle n'attend qu'une vingtaine de tapis.", "vingtaine", "approx"),
    ("L'objectif d'environ 6 % tient.", "6 %", "approx"),
    ("Même pas deux pour cent.", "deux pour cent", "lt"),
    ("Des tapis bleus, il n'y en a pas eu cent.", "cent", "lt"),
    ("Elles n'étaient pas mille il y a deux ans.", "mille", "lt"),
    ("La ville fait moins (20 millions) mais plus vite.", "20 millions", "eq"),
    ("La laine se borne à 49 millions.", "49 millions", "eq"),
    ("La ville rend vingt pour cent, maximum dix millions.", "vingt pour cent", "eq"),
    ("C'est 18 % de mieux, et plus que ce que le marché avale.", "18 %", "eq"),
    ("On en a tissé 29 % de moins, et plus personne ne parie.", "29 %", "eq"),
    ("Elle paie 30 % au plus du métier.", "30 %", "le"),
    ("Elle ajoute 5 %, sans jamais passer 50 000 roupies.", "50 000", "le"),
    ("Les ventes ont dépassé pour le deuxième mois consécutif 300 000 tapis.", "300 000", "gt"),
    ("L'atelier dépasse à lui seul les huit millions.", "huit millions", "gt"),
    ("Elle approche aujourd'hui les 60 000 tapis.", "60 000", "lt"),
    ("Elle n'en tissera que 33 millions environ.", "33 millions", "approx"),
    ("La ville s'interdit de donner plus de 10 millions.", "10 millions", "le"),
]


@pytest.mark.parametrize(("sentence", "mention", "bound"), CASES)
def test_the_words_around_a_figure_limit_it(sentence: str, mention: str, bound: str) -> None:
    figures = [number for number in recognise_numbers(sentence) if mention in number.text]
    assert [bound_of(sentence, figure).value for figure in figures[:1]] == [bound]
