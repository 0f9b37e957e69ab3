"""Times that clauses, changes, prices, headings and schemes give their figures: sentences of our own."""

import pytest

from tests.unit.claims.assembly.test_periods_of_figures import NOW, days_by_figure

CLAUSES = [
    pytest.param(
        "BYD a embauché 30 000 personnes, puis 12 000 en 2024.",
        {"30 000": NOW, "12 000": "2024-01-01..2024-12-31"},
        id="what comes next has its own time",
    ),
    pytest.param(
        "Wuhu aide ses usines. Le décret signé lundi accorde 8 % du prix, avec un maximum de 120 000 yuans par four.",
        {"8 %": NOW, "120 000 yuans": NOW},
        id="papers have their day",
    ),
    pytest.param(
        "L'aide de la ville de Wuhu, annoncée mardi, est dotée de 70 millions de yuans.",
        {"70 millions de yuans": NOW},
        id="what was announced on a day holds now",
    ),
    pytest.param(
        "La ville de Wuhu a annoncé lundi une aide de 70 millions de yuans.",
        {"70 millions de yuans": "2025-06-09..2025-06-09"},
        id="what a town announces on a day is of that day",
    ),
    pytest.param(
        "En mai, la production d'acier de l'Inde a augmenté de 7,4 %. C'est mieux que les 4,8 % d'avril. "
        "Celle de ciment a gagné 2,6 %.",
        {"4,8 %": "2025-04-01..2025-04-30", "2,6 %": "2025-05-01..2025-05-31"},
        id="what is only weighed against another time hands that on to nobody",
    ),
    pytest.param(
        "En 2023, Yadea a vendu 13 millions de scooters, puis 15 millions en 2024.",
        {"13 millions": "2023-01-01..2023-12-31", "15 millions": "2024-01-01..2024-12-31"},
        id="what came first has its own time, too",
    ),
    pytest.param(
        "En 2020, la Chine comptait 300 fabricants de drones. On en est à 1 200.",
        {"300": "2020-01-01..2020-12-31", "1 200": NOW},
        id="where it stands, it stands now",
    ),
    pytest.param(
        "En 2016, la Chine comptait 4 000 distilleries. Il en reste 900, contre 1 500 alors.",
        {"900": NOW, "1 500": "2016-01-01..2016-12-31"},
        id="then is the time that the sentence before named",
    ),
    pytest.param(
        "BYD comptait 900 000 salariés fin mai. Le groupe exploitait alors trente usines.",
        {"trente": "2025-05-21..2025-05-31"},
        id="then is a month's end",
    ),
    pytest.param(
        "BYD comptait 900 000 salariés en 2024. Midea a douze usines alors que Gree en a neuf.",
        {"douze": NOW, "neuf": NOW},
        id="whereas is no time",
    ),
    pytest.param(
        "Kimi K2 a été téléchargé 90 000 fois depuis mars.",
        {"90 000": "2025-03-01..2025-06-12"},
        id="times that are counted are no first time",
    ),
    pytest.param(
        "BYD a vendu 4,2 millions de voitures en 2024, en hausse de 9 % sur 2023.",
        {"9 %": "2024-01-01..2024-12-31"},
        id="a rise over a year is not of that year",
    ),
    pytest.param(
        "Geely a expédié 90 000 voitures en mai, plus du double d’avril 2024.",
        {"90 000": "2025-05-01..2025-05-31"},
        id="twice a month is measured against it",
    ),
    pytest.param(
        "Trina comptait 23 000 ouvriers à Changzhou en décembre, elle en a 16 000.",
        {"23 000": "2024-12-01..2024-12-31", "16 000": NOW},
        id="what it has, it has now",
    ),
    pytest.param(
        "La Chine a produit 90 millions de pneus en 2024. Michelin fabrique 17 millions de pneus dans le monde.",
        {"90 millions": "2024-01-01..2024-12-31", "17 millions": NOW},
        id="a volume told of the present",
    ),
    pytest.param(
        "La Chine a produit 90 millions de pneus en 2024. Ceux d'hiver comptent pour 17 millions d'unités produites.",
        {"17 millions": "2024-01-01..2024-12-31"},
        id="a statement of numbers goes on in the present",
    ),
    pytest.param(
        "Geely a exporté 90 000 voitures en 2024. Chery en a exporté 40 000 en cinq mois.",
        {"90 000": "2024-01-01..2024-12-31", "40 000": "2025-01-01..2025-05-31"},
        id="the months of the year that are over",
    ),
    pytest.param(
        "Chery a exporté 40 000 voitures en huit mois.",
        {"40 000": NOW},
        id="so many months that end otherwise",
    ),
    pytest.param(
        "BYD a livré 63 000 bus au premier trimestre, contre 13 000 bus il y a un an.",
        {"13 000": "2024-01-01..2024-03-31"},
        id="the same quarter of the year before",
    ),
    pytest.param(
        "BYD a livré 63 000 bus en 2024, contre 13 000 un an plus tôt.",
        {"13 000": "2023-01-01..2023-12-31"},
        id="the year before a year",
    ),
    pytest.param(
        "Geely vise 900 000 voitures en 2026.\nChery doit produire 40 000 voitures par an.",
        {"900 000": "2026-01-01..2026-12-31", "40 000": NOW},
        id="the plan of another",
    ),
    pytest.param(
        "MAI. Wuhan compte désormais 4 400 robots industriels.",
        {"4 400": "2025-05-01..2025-05-31"},
        id="the present of a month's paragraph is that month",
    ),
    pytest.param(
        "Les 900 usines de Wenzhou en 1998 ne sont plus que 310 usines.",
        {"310": NOW},
        id="what is left behind a time is of now",
    ),
    pytest.param(
        "Hisense occupait 9 000 ouvriers à Qingdao en 2016 ; il lui en reste 4 100.",
        {"4 100": NOW},
        id="what remains",
    ),
    pytest.param(
        "D'après un sondage mené en février auprès de 300 firmes, 41 % des entreprises chinoises utilisent DeepSeek.",
        {"41 %": "2025-02-01..2025-02-28"},
        id="a survey holds for the time when it was made",
    ),
    pytest.param(
        "Un robot sur trois vendu en Chine sort des ateliers de Kuka, rachetée par Midea en 2016.",
        {"Un robot sur trois": NOW},
        id="a participle between commas keeps its time",
    ),
    pytest.param(
        "Les drones chinois ont pesé 71 % des ventes mondiales, contre 66 % en 2023.",
        {"71 %": "2024-01-01..2024-12-31", "66 %": "2023-01-01..2023-12-31"},
        id="the year after the one that it is compared with",
    ),
    pytest.param(
        "Wuhan, qui subventionne ces ateliers depuis trois ans, a aidé 840 entreprises en 2024.",
        {"840": "2024-01-01..2024-12-31"},
        id="the time of its own clause is nearer than that of another",
    ),
    pytest.param(
        "Au 31 mai, Wuhan comptait 4 400 robots industriels en service, Zhengzhou 2 200.",
        {"4 400": "2025-05-31..2025-05-31", "2 200": "2025-05-31..2025-05-31"},
        id="a name with a figure and no verb goes with the one before",
    ),
    pytest.param(
        "Zhoushan a versé 41 millions de yuans à neuf entreprises au premier trimestre.",
        {"41 millions de yuans": "2025-01-01..2025-03-31"},
        id="those who were served stand between an amount and its time",
    ),
    pytest.param(
        "Kimi est sorti le 12 décembre 2024. Six mois plus tard, Kimi compte 9 millions d'utilisateurs.",
        {"9 millions": NOW},
        id="so much later, which is now",
    ),
]

PRICES = [
    pytest.param(
        "En 2023, GPT-4 coûtait 60 dollars le million de jetons produits.",
        {"60 dollars": "2023-01-01..2023-12-31"},
        id="a price told of the past",
    ),
    pytest.param(
        "Le million de jetons produits de Qwen3 vaut 8 yuans, moins qu'en mars.", {"8 yuans": NOW}, id="a price of now"
    ),
]

HEADINGS = [
    pytest.param(
        "Mars\nL'application Doubao compte 22 millions d'utilisateurs quotidiens, et Wuhan emploie 900 ouvriers.\n"
        "Le bilan\nDoubao compte 31 millions d'utilisateurs quotidiens.",
        {"22 millions": "2025-03-01..2025-03-31", "31 millions": NOW},
        id="a heading that is a time holds for what stands below it",
    ),
]

SPOKEN = [
    pytest.param(
        "Un relevé de la mairie dénombre 72 organismes publics au 1er juin qui utilisent DeepSeek.",
        {"72": "2025-06-01..2025-06-01"},
        id="a public body is no publication",
    ),
    pytest.param(
        "Baidu a publié le 3 mars douze modèles ouverts.",
        {"douze": "2025-03-03..2025-03-03"},
        id="models are counted on the day when they come out",
    ),
]

CHANGES = [
    pytest.param(
        "Le nombre d'utilisateurs de l'application Kimi est passé de 9 millions en mars 2024 à 4 millions.",
        {"4 millions": NOW},
        id="the time between the ends of a change is that of the first",
    ),
    pytest.param(
        "Tongwei portera d'ici à 2027 sa capacité de 330 000 à 210 000 tonnes.",
        {"330 000": NOW, "210 000": "..2027-12-31"},
        id="what is left behind does not lie ahead",
    ),
    pytest.param(
        "BYD a vendu 4,2 millions de voitures en 2024, neuf fois ses ventes de 2020.",
        {"4,2 millions": "2024-01-01..2024-12-31", "neuf fois": "2024-01-01..2024-12-31"},
        id="what is multiplied is of then",
    ),
]

ACCOMPANYING = [
    pytest.param(
        "Le chantier de Dalian, que l'on disait perdu il y a neuf ans, occupe 21 000 ouvriers.",
        {"21 000": NOW},
        id="what was said of it years ago",
    ),
    pytest.param(
        "L'éditeur Zhipu, avec 90 000 entreprises clientes, vise un milliard de yuans de recettes fin décembre.",
        {"90 000": NOW},
        id="what a firm has in passing is not of the time of its aim",
    ),
]

GOING_ON = [
    pytest.param(
        "Geely a vendu 90 000 bus en avril.\nLe bénéfice, 700 millions, surpasse celui de 2023.\n"
        "Geely a exporté 40 000 bus.",
        {"40 000": "2025-04-01..2025-04-30"},
        id="what is only compared with goes no further",
    ),
    pytest.param(
        "En 2024, Jinan a décaissé 90 millions de yuans de subventions. Yantai n'en a décaissé que 70 millions.",
        {"90 millions de yuans": "2024-01-01..2024-12-31", "70 millions": "2024-01-01..2024-12-31"},
        id="what another paid goes on with what was paid",
    ),
    pytest.param(
        "Le règlement de Jinan s'applique du 1er mai 2025 au 30 avril 2028.\n"
        "En 2024, la ville a remis 40 millions de yuans de primes à ses forges. La plus forte prime, 3 millions, est "
        "allée à Haier.",
        {"3 millions": NOW},
        id="what has gone to somebody is not of the new term",
    ),
    pytest.param(
        "MAI. Gree publie ses résultats semestriels : 90 milliards de yuans de chiffre d'affaires.",
        {"90 milliards de yuans": "2024-07-01..2024-12-31"},
        id="results name the half that they are of",
    ),
    pytest.param(
        "Parc éolien des provinces au 30 avril 2025\n1. Gansu – 40 GW installés\n2. Hebei – 30 GW installés\n"
        "Le Jilin compte 20 GW installés.",
        {"40 GW": "2025-04-30..2025-04-30", "30 GW": "2025-04-30..2025-04-30", "20 GW": NOW},
        id="rows of a ranking are of the day above it",
    ),
    pytest.param(
        "Production industrielle de la Chine par produit :\n"
        "Verre plat : 81 Mt en mai (-4 %), 402 Mt depuis janvier (-2 %).\n"
        "Engrais : 5,2 Mt (+3 %) ; cumul de janvier à mai : 26 Mt (+1 %).\nPâte à papier : 2,4 Mt produites (-1 %).",
        {
            "81 Mt": "2025-05-01..2025-05-31",
            "402 Mt": "2025-01-01..2025-05-31",
            "5,2 Mt": "2025-05-01..2025-05-31",
            "2,4 Mt": "2025-05-01..2025-05-31",
            "-1 %": "2025-05-01..2025-05-31",
        },
        id="the total so far of one item is not the time of the next",
    ),
    pytest.param(
        "En 2024, la Chine a assuré 61 % des ventes mondiales de drones. Les drones américains sont tombés à 9 % des "
        "ventes.",
        {"9 %": "2024-01-01..2024-12-31"},
        id="motion in the past goes on",
    ),
    pytest.param(
        "Modèles chinois publiés en mai : 41. Modèles américains : 12.",
        {"41": "2025-05-01..2025-05-31", "12": "2025-05-01..2025-05-31"},
        id="a sentence without a verb goes on",
    ),
    pytest.param(
        "Geely a vendu 210 000 voitures en mai et vise un chiffre d'affaires de 9 milliards de yuans pour l'exercice.",
        {"210 000": "2025-05-01..2025-05-31", "9 milliards de yuans": "2025-01-01..2025-12-31"},
        id="a plan for the year",
    ),
]

SCHEMES = [
    pytest.param(
        "Ces mesures de la ville de Wuxi s'appliqueront du 1er juillet 2025 au 30 juin 2028.\n"
        "Wuxi versera une prime de 20 000 yuans par machine. Elle avait versé, en trois ans, une prime de 9 millions "
        "de yuans à Midea.",
        {"20 000 yuans": "2025-07-01..2028-06-30", "9 millions de yuans": NOW},
        id="what was paid before is not of the new term",
    ),
    pytest.param(
        "Harbin reconduit ses aides pour la période du 15 novembre 2024 au 30 septembre 2025.\n"
        "Harbin verse une prime de 20 000 yuans par machine.\n"
        "La ville de Dalian verse une prime de 9 000 yuans par robot.",
        {"20 000 yuans": "2024-11-15..2025-09-30", "9 000 yuans": NOW},
        id="another town's aid has another term",
    ),
    pytest.param(
        "Les présentes mesures de la ville de Wuxi s'appliquent du 1er mars 2025 au 31 décembre 2027.\n"
        "Wuxi verse une prime de 20 000 yuans par machine.",
        {"20 000 yuans": "2025-03-01..2027-12-31"},
        id="a scheme's term is that of its amounts",
    ),
    pytest.param(
        "Du 1er mars 2025 au 31 décembre 2027, Dalian remboursera 30 % du prix des machines aux ateliers.\n"
        "Elle a doté son fonds de 900 millions de yuans. Quarante ateliers au plus seront aidés par la ville.\n"
        "La ville de Harbin verse une prime de 9 000 yuans par robot.",
        {
            "30 %": "2025-03-01..2027-12-31",
            "900 millions de yuans": "2025-03-01..2027-12-31",
            "Quarante": "2025-03-01..2027-12-31",
            "9 000 yuans": NOW,
        },
        id="a term that is told with the first amount",
    ),
    pytest.param(
        "Les aides de Harbin valent du 1er octobre 2025 au 30 septembre 2027.\n"
        "Une scierie touche jusqu'à 9 millions de yuans.\n"
        "Un apprenti logé a droit à 700 yuans par mois pendant un an.",
        {"9 millions de yuans": "2025-10-01..2027-09-30", "700 yuans": "2025-10-01..2027-09-30"},
        id="what one has a right to is of the term",
    ),
]


HANDED = CLAUSES + PRICES + HEADINGS + SPOKEN + CHANGES + ACCOMPANYING + GOING_ON + SCHEMES


@pytest.mark.parametrize(("text", "expected"), HANDED)
def test_a_figure_gets_the_time_that_its_statement_hands_it(text: str, expected: dict[str, str]) -> None:
    found = days_by_figure(*text.split("\n"))
    assert {mention: found.get(mention, "no claim") for mention in expected} == expected
