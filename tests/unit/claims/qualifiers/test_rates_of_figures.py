"""Which figure of a sentence a time base belongs to."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract
from assets.claims.numbers import recognise_numbers
from assets.claims.qualifiers import rate_of

CASES = [
    ("Elle file 300 tapis par an, que 40 femmes nouent.", ["year", None]),
    ("Il en sort un million par an, que deux cents tisseurs nouent.", ["year", None]),
    ("La ville verse 300 millions par an ; Tarbes a promis 500 millions.", ["year", None]),
    ("Elle aide trente projets chaque année, à raison de 2 millions chacun.", ["year", None]),
    ("Ses 40 tisseurs nouent 300 tapis par an.", [None, "year"]),
    ("Elle n'a que 40 tisseurs pour trois cents tapis par an.", [None, "year"]),
    ("Elle emploie 40 personnes et affiche un revenu annuel de 70 milliards.", [None, "year"]),
    ("Chaque année, dit-il, 300 tapis partent.", ["year"]),
    ("Elle noue chaque année 300 tapis et emploie 40 femmes.", ["year", None]),
    ("Par an, elle en noue 300.", ["year"]),
    ("Les meilleurs sont élus chaque année ; les lauréats touchent 300 yuans.", [None]),
    ("Chaque année, elle élit les meilleurs ; elle donne 300 yuans.", ["year"]),
    ("L'atelier peut traiter 45 000 peaux de 7 millimètres par mois.", ["month", None]),
    ("Elle maintient sa prévision annuelle à 300 tapis.", [None]),
    ("Le budget annuel est de 300 millions.", ["year"]),
    ("Elle a déposé ses comptes annuels : 300 millions de ventes.", [None]),
    ("La tonte porte le total annuel à 300 tapis.", [None]),
    ("Son chiffre d'affaires annuel atteint 300 millions.", [None]),
    ("Elle revendique des revenus annualisés de 300 millions.", ["year"]),
    ("Elle encaisse 300 millions de revenus annualisés.", ["year"]),
    ("Elle a 400 abonnés pour un revenu annualisé de 300 millions.", [None, "year"]),
    ("Elle a atteint 300 millions d'hebdomadaires.", ["week"]),
    ("La ligne sort 60 tapis par an, pour 15 millions de roupies.", ["year", None]),
    ("Elle noue par jour 300 tapis.", ["day"]),
    ("Capacité mensuelle : 100 000 tapis.", ["month"]),
    ("Elle file dix mille tonnes par an avec quatre cents femmes.", ["year", None]),
    ("Le quotidien a compté 118 filatures.", [None]),
    ("Elle en est à 873 tapis à l'heure où j'écris.", [None]),
    ("Elle lit mille pages par vingt-quatre heures.", ["day", None]),
    ("Une ferme ne peut toucher plus de 300 roupies dans l'année.", ["year"]),
]


@pytest.mark.parametrize(("sentence", "rates"), CASES)
def test_a_time_base_belongs_to_its_own_figure(sentence: str, rates: list[str | None]) -> None:
    figures = [number for number in recognise_numbers(sentence) if number.text != "7"]
    found = [rate_of(sentence, figure, others=figures) for figure in figures]
    wanted = rates[: len(figures)]
    assert [rate.value if rate is not None else None for rate in found] == wanted


ARTICLES = [
    ("En mai, Doubao comptait 90 millions d'utilisateurs quotidiens, contre 60 millions pour Yuanbao.", ["day", "day"]),
    ("L'usine de Geely pourra sortir 300 000 voitures par an, contre 120 000 en 2023.", ["year", "year"]),
    ("La cadence de l'usine de Geely passera de 300 à 420 voitures par jour.", ["day", "day"]),
    ("L'usine de Geely doit sortir 75 000 voitures et 15 000 autocars par an.", ["year", "year"]),
    (
        "Doubao traite 63 000 milliards de jetons par jour. Kimi a traité 310 milliards de jetons en février 2025.",
        ["day", None],
    ),
    ("L'usine de Ganfeng peut produire 9 000 tonnes (carbonate de lithium) par mois.", ["month"]),
    ("L'usine de Geely a sorti 9 000 voitures (sans les cars) en mai et 60 autocars par mois.", [None, "month"]),
    ("L'usine de Geely peut sortir 300 000 voitures par an ; elle en a livré 120 000 en 2024.", ["year", None]),
    # What ``en`` stands for goes on in its rate, a sum and what somebody owns do not.
    ("La mine de Ganfeng donnait 900 tonnes par mois. En mai, elle n'en tirait plus que 400.", ["month", "month"]),
    ("La mine de Ganfeng peut donner 900 tonnes par mois ; elle en tire 400.", ["month", "month"]),
    ("La mine de Ganfeng donne 900 tonnes par mois ; elle n'en donnera que 4 000 cette année.", ["month", None]),
    ("La mine de Ganfeng donne 900 tonnes par mois et en prévoit 1 200 en 2027.", ["month", "month"]),
    # An amount without verb and currency goes on with the one before.
    ("Hangzhou verse 1 milliard de yuans de bons par an, Ningbo 400 millions.", ["year", "year"]),
    ("Hangzhou verse 1 milliard de yuans de bons par an et vise 4 milliards en 2027.", ["year", None]),
]


@pytest.mark.parametrize(("text", "rates"), ARTICLES)
def test_a_bare_figure_goes_on_in_the_rate_of_its_series(text: str, rates: list[str | None]) -> None:
    article = Article("sentence", (text,), language="fr", published_on=date(2025, 6, 12))
    assert [claim.per for claim in extract(article).claims] == rates
