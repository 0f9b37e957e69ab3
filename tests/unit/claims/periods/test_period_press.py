"""How press articles date: sentences of our own, with the days that their expressions must get."""

from datetime import date

import pytest

from assets.claims.periods import recognise_article_periods

PUBLISHED = date(2025, 11, 18)


def days_by_text(text: str, published_on: date | None = PUBLISHED) -> dict[str, str]:
    (mentions,) = recognise_article_periods([text], published_on=published_on)
    return {m.text: f"{m.period_start or ''}..{m.period_end or ''}" for m in mentions if m.dates}


EXPRESSIONS = [
    pytest.param(
        "Le port en a monté 30 lors de l'exercice 2022-2023 (d'octobre à septembre).",
        {"exercice 2022-2023 (d'octobre à septembre": "2022-10-01..2023-09-30"},
        id="a business year that is no calendar year",
    ),
    pytest.param(
        "L'exercice 2022-2023, clos fin mars, fut bon.",
        {"exercice 2022-2023, clos fin mars": "2022-04-01..2023-03-31"},
        id="a business year by its last month",
    ),
    pytest.param("Le port en vise 60 sur l'année.", {"sur l'année": "2025-01-01..2025-12-31"}, id="over the year"),
    pytest.param(
        "En 2023, le port en vendait 60. Il a reculé de 7 % sur l'année, à 50.",
        {"2023": "2023-01-01..2023-12-31", "sur l'année": "2023-01-01..2023-12-31"},
        id="over the year told of",
    ),
    pytest.param(
        "Le port comptait 40 grues fin 2023, et a progressé de 7 % sur l'année.",
        {"fin 2023": "2023-09-01..2023-12-31", "sur l'année": "2023-01-01..2023-12-31"},
        id="over the year whose end was told of",
    ),
    pytest.param(
        "Le port a chargé 90 000 tonnes sur le trimestre.",
        {"sur le trimestre": "2025-07-01..2025-09-30"},
        id="the quarter that is over",
    ),
    pytest.param(
        "En 2024, le port a brillé au deuxième trimestre. Il a chargé 90 000 tonnes sur le trimestre.",
        {
            "2024": "2024-01-01..2024-12-31",
            "deuxième trimestre": "2024-04-01..2024-06-30",
            "sur le trimestre": "2024-04-01..2024-06-30",
        },
        id="the quarter told of before",
    ),
    pytest.param(
        "Au cours du semestre, le port chargera 90 000 tonnes.",
        {"cours du semestre": "2025-07-01..2025-12-31"},
        id="the half that runs, where it is spoken of as ahead",
    ),
    pytest.param(
        "Depuis le début de l'année, il en part 9 millions, contre 8 au cours des neuf mêmes mois de 2023.",
        {
            "Depuis le début de l'année": "2025-01-01..2025-11-18",
            "des neuf mêmes mois de 2023": "2023-01-01..2023-09-30",
        },
        id="as many months of another year",
    ),
    pytest.param(
        "Le port, qui en chargeait 40 en 2022, a bouclé l'exercice suivant à 50.",
        {"2022": "2022-01-01..2022-12-31", "l'exercice suivant": "2023-01-01..2023-12-31"},
        id="the business year after",
    ),
    pytest.param(
        "Le port a brillé au trimestre d'été.", {"trimestre d'été": "2025-06-01..2025-08-31"}, id="a quarter's season"
    ),
    pytest.param(
        "Le port veut en charger 60 d'ici au réveillon.", {"d'ici au réveillon": "..2025-12-31"}, id="New Year's Eve"
    ),
    pytest.param(
        "Il table sur 60 grues au terme de l'année.",
        {"terme de l'année": "2025-09-01..2025-12-31"},
        id="when the year runs out",
    ),
    pytest.param(
        "L'exercice s'achèvera sur un recul de 4 %.",
        {"L'exercice s'achèvera": "2025-01-01..2025-12-31"},
        id="how the year will end",
    ),
    pytest.param(
        "Le port espère clore l'année à 70 grues.",
        {"clore l'année": "2025-01-01..2025-12-31"},
        id="how the year is to end",
    ),
    pytest.param(
        "Il en charge 9 % au-dessus du niveau constaté l'année précédente.", {}, id="a level of before is compared"
    ),
    pytest.param(
        "En mai, il en part 30, 9 % de plus que le même mois l'an passé.",
        {"mai": "2025-05-01..2025-05-31"},
        id="the same month compared, without a preposition",
    ),
    pytest.param(
        "Au premier trimestre, il en est parti 90. À la même date, le port avait 40 grues.",
        {"premier trimestre": "2025-01-01..2025-03-31", "À la même date": "2025-01-01..2025-03-31"},
        id="at the same date",
    ),
    pytest.param("À la même date, le port avait 40 grues.", {}, id="at the same date as nothing"),
    pytest.param(
        "Pour le mois de décembre, le port n'espère plus que 30 grues.",
        {"mois de décembre": "2025-12-01..2025-12-31"},
        id="an aim told before who has it",
    ),
    pytest.param(
        "Pour octobre, le port espère encore 30 grues.",
        {"octobre": "2025-10-01..2025-10-31"},
        id="an aim at the month just over",
    ),
    pytest.param(
        "En 2024, le port a monté 40 grues, 20 % de plus qu'à la même date de l'exercice précédent.",
        {"2024": "2024-01-01..2024-12-31"},
        id="at the same date of another year is compared",
    ),
    pytest.param(
        "L'objectif du port avait été ramené au printemps à 30 grues.",
        {"au printemps": "2025-03-01..2025-05-31"},
        id="the nearest auxiliary tells where a participle looks",
    ),
    pytest.param(
        "Les grues vont bien : 30 sont parties, 20 % de celles du premier trimestre.",
        {"premier trimestre": "2025-01-01..2025-03-31"},
        id="how it goes is no future",
    ),
    pytest.param(
        "Il en monte 30 par jour, 50 en janvier si le vent va bien.",
        {"janvier": "2026-01-01..2026-01-31"},
        id="what is so if all goes well",
    ),
    pytest.param(
        "Le port va bientôt en monter 30 en mars.", {"mars": "2026-03-01..2026-03-31"}, id="what is going to happen"
    ),
    pytest.param(
        "Le parc du port, 30 grues en mars, passera à 50.",
        {"mars": "2025-03-01..2025-03-31"},
        id="what it is before it changes",
    ),
    pytest.param(
        "Nous devrions en monter 50 à Noël.", {"Noël": "2025-12-25..2025-12-25"}, id="what we should do is ahead"
    ),
    pytest.param(
        "Septembre restera comme le meilleur mois du port.",
        {"Septembre": "2025-09-01..2025-09-30"},
        id="what is remembered is past",
    ),
    pytest.param(
        "Le port chôme depuis août. Il en part 30 % de moins sur neuf mois.",
        {"depuis août": "2025-08-01..2025-11-18", "sur neuf mois": "2025-01-01..2025-09-30"},
        id="whole months to date",
    ),
    pytest.param(
        "Elle doit ouvrir d'ici à la fin de l'année une ligne de presses.",
        {"d'ici à la fin de l'année": "..2025-12-31"},
        id="an article is no number",
    ),
    pytest.param(
        "Le maire vise deux mille bus d'ici deux mille trente.",
        {"d'ici deux mille trente": "..2030-12-31"},
        id="a spelled year behind d'ici",
    ),
    pytest.param("Dans le premier de ces pays, on forge 40 cuves.", {}, id="the first of several is no day"),
    pytest.param("La ville donne 9 millions au fil des ans.", {}, id="the run of the years is none of them"),
    pytest.param(
        "Le groupe espère livrer sa grue avant la fin mars.", {"avant la fin mars": "..2026-03-31"}, id="before, ahead"
    ),
    pytest.param(
        "Le groupe devait livrer sa grue avant fin mars.", {"avant fin mars": "..2025-03-31"}, id="before, looking back"
    ),
    pytest.param(
        "Le port a chargé 90 000 tonnes au deuxième trimestre, contre 70 000 au premier.",
        {"deuxième trimestre": "2025-04-01..2025-06-30", "au premier": "2025-01-01..2025-03-31"},
        id="another quarter of the year",
    ),
    pytest.param(
        "Le port a chargé 90 000 tonnes au premier trimestre, contre 70 000 au quatrième.",
        {"premier trimestre": "2025-01-01..2025-03-31", "au quatrième": "2024-10-01..2024-12-31"},
        id="the quarter before the first",
    ),
    pytest.param(
        "Au premier semestre 2024, le port a chargé 90 000 tonnes, puis 70 000 au second.",
        {"premier semestre 2024": "2024-01-01..2024-06-30", "au second": "2024-07-01..2024-12-31"},
        id="the other half of the year",
    ),
    pytest.param("Deux ports : 90 000 tonnes au premier, 70 000 au second.", {}, id="the first of two is no quarter"),
    pytest.param(
        "Ses revenus semestriels prennent 5 %.", {"revenus semestriels": "2025-01-01..2025-06-30"}, id="of the half"
    ),
    pytest.param(
        "Ses résultats trimestriels sont bons.",
        {"résultats trimestriels": "2025-07-01..2025-09-30"},
        id="of the quarter",
    ),
    pytest.param(
        "Le port attend pour juin 90 000 tonnes.", {"juin": "2026-06-01..2026-06-30"}, id="what is waited for is ahead"
    ),
    pytest.param(
        "Le port a chargé 90 000 tonnes au dernier trimestre.",
        {"au dernier trimestre": "2025-07-01..2025-09-30"},
        id="the last quarter is the one that is over",
    ),
    pytest.param(
        "En 2023, le port a chargé 90 000 tonnes au dernier trimestre.",
        {"2023": "2023-01-01..2023-12-31", "au dernier trimestre": "2023-10-01..2023-12-31"},
        id="the last quarter of a stated year",
    ),
    pytest.param(
        "Sur le dernier trimestre, le port a chargé 90 000 tonnes.",
        {"Sur le dernier trimestre": "2025-07-01..2025-09-30"},
        id="over the last quarter",
    ),
    pytest.param(
        "Sur les douze mois achevés en août, le port a chargé 90 000 tonnes.",
        {"Sur les douze mois achevés en août": "2024-09-01..2025-08-31"},
        id="months that close with one",
    ),
    pytest.param(
        "Au bout des six mois clos fin juin, il a encore 3 grues.",
        {"six mois clos fin juin": "2025-01-01..2025-06-30"},
        id="months that close with the end of one",
    ),
    pytest.param(
        "Le lycée recevra ses machines à la rentrée.",
        {"la rentrée": "2026-09-01..2026-09-30"},
        id="the return from holidays is September",
    ),
    pytest.param(
        "Le guichet ouvert en septembre prévoit trois tours.",
        {"septembre": "2025-09-01..2025-09-30"},
        id="what was opened looks back",
    ),
    pytest.param(
        "Depuis le 1er juin, et jusqu'au 31 mars 2027, la ville rembourse le loyer.",
        {"Depuis le 1er juin, et jusqu'au 31 mars 2027": "2025-06-01..2027-03-31"},
        id="a term that has begun",
    ),
    pytest.param(
        "Le barème, en vigueur le 1er mai et valable jusqu'à la fin de 2026, couvre le loyer.",
        {"1er mai et valable jusqu'à la fin de 2026": "2025-05-01..2026-12-31"},
        id="a term whose ends are told apart",
    ),
    pytest.param(
        "Lancé le 5 mai 2024, le service dépassait 3 000 clients à la fin du même mois.",
        {"5 mai 2024": "2024-05-05..2024-05-05", "fin du même mois": "2024-05-21..2024-05-31"},
        id="the end of the same month",
    ),
    pytest.param(
        "Le chantier a livré 60 grues au deuxième trimestre 2025, contre 41 à la même époque de l'an passé.",
        {
            "deuxième trimestre 2025": "2025-04-01..2025-06-30",
            "à la même époque de l'an passé": "2024-04-01..2024-06-30",
        },
        id="the same time of another year, with a figure of its own",
    ),
    pytest.param(
        "Au 30 juin, le chantier avait livré 60 grues, contre 41 à la même date de 2024.",
        {"30 juin": "2025-06-30..2025-06-30", "à la même date de 2024": "2024-06-30..2024-06-30"},
        id="the same day of another year",
    ),
    pytest.param(
        "Le port a chargé 9 % de plus qu'à la même époque de 2024.",
        {},
        id="what growth is measured against dates nothing",
    ),
    pytest.param(
        "Elle avait 900 magasins à la fin de l'an dernier, contre 400 en février.",
        {"fin de l'an dernier": "2024-09-01..2024-12-31", "février": "2024-02-01..2024-02-29"},
        id="what is compared is older",
    ),
    pytest.param(
        "Le groupe a vendu pour 12 milliards de yuans sur neuf mois.",
        {"sur neuf mois": "2025-01-01..2025-09-30"},
        id="three quarters that firms have just reported on",
    ),
    pytest.param(
        "Les ventes de mai et de juin ont baissé de 8 % par rapport aux mêmes mois de 2024.",
        {"mai et de juin": "2025-05-01..2025-06-30"},
        id="two months told one by one are one period",
    ),
    pytest.param(
        "Le port vise 90 millions de tonnes pour l'année.",
        {"pour l'année": "2025-01-01..2025-12-31"},
        id="for the year",
    ),
    pytest.param(
        "Au cours de l'exercice écoulé, la ville a reçu 900 dossiers.",
        {"l'exercice écoulé": "2024-01-01..2024-12-31"},
        id="the business year that is over",
    ),
    pytest.param(
        "Depuis l'ouverture du pont, en mars 2023, 90 000 camions l'ont pris.",
        {"Depuis l'ouverture du pont, en mars 2023": "2023-03-01..2025-11-18"},
        id="since a beginning that is dated behind a comma",
    ),
    pytest.param(
        "La ligne ne tournera pas avant 2028.", {"pas avant 2028": "2028-01-01.."}, id="not before is from then on"
    ),
    pytest.param(
        "La forge sortira 600 grues par an à l'automne.", {"l'automne": "2025-09-01..2025-11-30"}, id="a rate is no end"
    ),
    pytest.param(
        "Une seconde forge est promise pour septembre.",
        {"septembre": "2026-09-01..2026-09-30"},
        id="promised for a month",
    ),
    pytest.param(
        "La ville ouvrira au début de 2026 par un salon.", {"début de 2026": "2026-01-01..2026-04-30"}, id="by"
    ),
    pytest.param(
        "Il a été lu 900 fois depuis sa parution, le 3 avril 2025.",
        {"depuis sa parution, le 3 avril 2025": "2025-04-03..2025-11-18"},
        id="since a beginning whose day stands apart",
    ),
    pytest.param(
        "Le site sortira 900 bus dès mars.", {"dès mars": "2026-03-01..2026-03-31"}, id="as soon as a month to come"
    ),
    pytest.param(
        "La firme s'apprête à ouvrir en mars une forge.",
        {"mars": "2026-03-01..2026-03-31"},
        id="about to open in a month",
    ),
    pytest.param("L'essai a duré sur cinq mois.", {}, id="a length of time dates nothing"),
]


@pytest.mark.parametrize(("text", "days"), EXPRESSIONS)
def test_an_expression_gets_its_days(text: str, days: dict[str, str]) -> None:
    assert days_by_text(text) == days


def test_months_counted_are_not_those_of_a_time_ahead() -> None:
    text = "Le site doublera au printemps prochain. La ville a vendu 9 000 bus en cinq mois."
    assert "en cinq mois" not in days_by_text(text, date(2025, 8, 18))


def test_a_comparison_ends_with_its_clause() -> None:
    text = "Chez nous, c'est plus timide : la chambre dit qu'en 2024 trois firmes sur cent en avaient une."
    assert days_by_text(text) == {"2024": "2024-01-01..2024-12-31"}


def days_in(*paragraphs: str) -> list[str]:
    found = recognise_article_periods(paragraphs, published_on=PUBLISHED)
    return [str(mention.period_start) for mentions in found for mention in mentions if mention.dates]


def test_a_lone_month_holds_the_lone_days_below_it() -> None:
    paragraphs = ("Mars", "Le 20, le pont ouvre. À la fin du mois, il ferme.", "Avril", "Le maire arrive le 5.")
    assert days_in(*paragraphs) == ["2025-03-01", "2025-03-20", "2025-03-21", "2025-04-01", "2025-04-05"]


def test_a_month_before_a_stop_holds_its_paragraph_only() -> None:
    assert days_in("MAI. Le pont ouvre le 20.", "Le maire arrive le 5.") == ["2025-05-01", "2025-05-20", "2025-11-05"]


def test_a_heading_ends_the_month_above_it() -> None:
    assert days_in("Mars", "Le pont ouvre le 20.", "Le maire", "Il arrive le 5.")[-1] == "2025-11-05"


def test_the_same_day_as_a_month_is_that_month() -> None:
    assert days_in("Elle a voté en mai son budget. Le même jour, elle a nié.") == ["2025-05-01", "2025-05-01"]


def test_a_half_that_has_just_begun_has_no_results_yet() -> None:
    text = "Ses recettes du premier semestre ont atteint 9 milliards."
    assert days_by_text(text, date(2026, 1, 21)) == {"premier semestre": "2025-01-01..2025-06-30"}


def test_over_the_year_is_the_one_before_in_its_first_months() -> None:
    text = "Le port a reculé de 7 % sur l'année, à 50 grues."
    assert days_by_text(text, date(2026, 2, 9)) == {"sur l'année": "2025-01-01..2025-12-31"}
