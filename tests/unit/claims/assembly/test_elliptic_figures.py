"""A bare number shares unit, scale and per cent of the figure before it, and only of one that it continues."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article

CASES = [
    # The currency of the sentence's own amount, not that of another sentence or of what is said again.
    (
        "Le thé coûte 3 euros. L'API facture 0,30 dollar le million de jetons lus et 1,20 le million de jetons écrits.",
        [(3.0, "EUR"), (0.3, "USD"), (1.2, "USD")],
    ),
    (
        "Suzhou a 100 millions de yuans par an, l'équivalent de 12 millions d'euros. Elle en a versé 30 millions.",
        [(1e8, "CNY"), (3e7, "CNY")],
    ),
    # Things are made and sold, not money.
    (
        "Wuhan a payé ses usines 40 millions de yuans. La ville en a assemblé 1,2 million l'an dernier.",
        [(4e7, "CNY"), (1.2e6, "item")],
    ),
    (
        "L'aide ne dépasse pas 30 % du contrat. Un industriel parle de « 40 à 50 par an ».",
        [(0.3, "ratio"), (40.0, "item"), (50.0, "item")],
    ),
    (
        "Le fabricant a reçu 1,4 milliard d'euros en 2022, contre 350 millions trois ans auparavant.",
        [(1.4e9, "EUR"), (3.5e8, "EUR")],
    ),
    (
        "Le groupe a vendu 268 millions de tonnes de ciment, dont 12 millions en Asie.",
        [(2.68e8, "tonne"), (1.2e7, "tonne")],
    ),
    ("La région a branché 79,8 GW, dont 5,6 en mer.", [(7.98e10, "watt"), (5.6e9, "watt")]),
    ("L'usine a coulé 12 000 tonnes en 2024, contre 9 500 en 2023.", [(12000.0, "tonne"), (9500.0, "tonne")]),
    ("Le pays a coulé 1,2 million de tonnes, contre 900 000 en 2023.", [(1.2e6, "tonne"), (9e5, "tonne")]),
    ("Les ateliers ont produit 12,9 millions de motos, contre 9,5 en 2023.", [(1.29e7, "item"), (9.5e6, "item")]),
    ("La marque détient 70 % du marché, contre 4 pour sa rivale.", [(0.7, "ratio"), (0.04, "ratio")]),
    ("Le pays a extrait 300 tonnes en 2023. Puis 1,3 million en 2024.", [(300.0, "tonne"), (1.3e6, "tonne")]),
    ("L'usine a coulé 300 tonnes avec 12 fours, contre 9 en 2023.", [(300.0, "tonne"), (12.0, "item"), (9.0, "item")]),
    (
        "Il est sorti de Wuxi 460 000 motos, soit 2,4 fois plus qu'en 2023, et la ville en annonce 1,2 million.",
        [(4.6e5, "item"), (2.4, "multiple"), (1.2e6, "item")],
    ),
    ("La Corée a vendu 5 900 tonnes d'aimants ; le Chili n'en a reçu que 800.", [(5900.0, "tonne"), (800.0, "tonne")]),
    ("Le lainier file 4 millions de tonnes, bientôt 6,5.", [(4e6, "tonne"), (6.5e6, "tonne")]),
    ("Suivent ses rivaux, avec respectivement 6 et 4 % des ventes.", [(0.06, "ratio"), (0.04, "ratio")]),
    ("Les fabricants mènent, avec respectivement 2,5 et 1,5 GW.", [(2.5e9, "watt"), (1.5e9, "watt")]),
    (
        "L'usine a sorti 12, 8 et 6 GWh de cellules.",
        [(1.2e7, "kilowatt_hour"), (8e6, "kilowatt_hour"), (6e6, "kilowatt_hour")],
    ),
    ("Ils ont vendu 1,2 et 2,4 millions de motos.", [(1.2e6, "item"), (2.4e6, "item")]),
    ("Ils ont vendu respectivement 39, 25 et 21 000 motos.", [(3.9e4, "item"), (2.5e4, "item"), (2.1e4, "item")]),
    ("Ils ont vendu respectivement 900 et 2 000 motos.", [(900.0, "item"), (2000.0, "item")]),
    (
        "Doubao a 90 millions d'utilisateurs. Kimi et Qwen en ont respectivement 31 et 42 millions.",
        [(9e7, "item"), (3.1e7, "item"), (4.2e7, "item")],
    ),
    # Money that is set down for something, not people who sign up.
    (
        "Wuhan y met 900 millions de yuans, dont 300 millions inscrits au budget.",
        [(9e8, "CNY"), (3e8, "CNY")],
    ),
    # A label's millions are what the line before counts.
    (
        "Xi'an : 1,2 million de voitures en 2025, +9 %. Chongqing : 2,8 millions, +7 %.",
        [(1.2e6, "item"), (0.09, "ratio"), (2.8e6, "item"), (0.07, "ratio")],
    ),
    (
        "Xi'an a versé 40 millions de yuans à ses usines. Chongqing : 28 millions.",
        [(4e7, "CNY"), (2.8e7, "CNY")],
    ),
    (
        "Pour 40 millions de yuans, Xi'an a aidé 12 usines. Coût de 2025 : 28 millions.",
        [(4e7, "CNY"), (12.0, "item"), (2.8e7, "CNY")],
    ),
    # Said again in another currency, behind its year.
    (
        "Sungrow a vendu pour 72 milliards de yuans en 2023 (9,4 milliards d'euros), contre 40 milliards en 2022.",
        [(7.2e10, "CNY"), (4e10, "CNY")],
    ),
    (
        "Sungrow a vendu pour 72 milliards de yuans en 2023 (9,4 milliards d'euros en 2022).",
        [(7.2e10, "CNY"), (9.4e9, "EUR")],
    ),
    ("Les ventes ont reculé de 3, de 5 puis de 8 %.", [(0.03, "ratio"), (0.05, "ratio"), (0.08, "ratio")]),
    ("Il a vendu 12 tracteurs et 6 millions de pneus.", [(12.0, "item"), (6e6, "item")]),
    ("Sa part, de 30 % aujourd'hui, montera à 40 en 2030.", [(0.3, "ratio"), (0.4, "ratio")]),
    ("La ville avait prévu 350 millions d'euros. Elle a dû en débourser 472.", [(3.5e8, "EUR"), (4.72e8, "EUR")]),
    ("La prime atteint 9 000 euros par foyer ; 540 en ont déjà profité.", [(9000.0, "EUR"), (540.0, "item")]),
    (
        "L'usine a coûté 18 milliards d'euros ; dix bacs en sortent, contre six en 2023.",
        [(1.8e10, "EUR"), (10.0, "item"), (6.0, "item")],
    ),
    ("Elle emploie 1 500 tisseurs, contre 400 en 2021.", [(1500.0, "item"), (400.0, "item")]),
    ("Dafra a vendu 63 millions de motos, Sundiro 5,8.", [(6.3e7, "item"), (5.8e6, "item")]),
    ("La ville a installé 300 MW. Elle a vendu 12 motos.", [(3e8, "watt"), (12.0, "item")]),
    ("La marque détient 70 % du marché, contre 4 millions de francs.", [(0.7, "ratio"), (4e6, "FRF")]),
    ("Il compte 600 milliards de paramètres, dont 22 actifs.", [(6e11, "item"), (2.2e10, "item")]),
    ("Il compte 30 milliards de paramètres, dont trois d'actifs.", [(3e10, "item"), (3e9, "item")]),
    ("Elle a 300 clients, dont 22 actifs.", [(300.0, "item"), (22.0, "item")]),
    ("La firme doit 3 millions d'euros ; elle affiche 9 millions de recettes.", [(3e6, "EUR"), (9e6, "EUR")]),
    ("La firme doit 3 millions d'euros ; elle a vendu pour 9 millions de tapis.", [(3e6, "EUR"), (9e6, "EUR")]),
    ("La firme doit 3 euros. Elle a vendu pour près de 9 millions de tapis.", [(3.0, "EUR"), (9e6, "EUR")]),
    ("La firme doit 3 euros. Elle a vendu des tapis à 9 millions de clients.", [(3.0, "EUR"), (9e6, "item")]),
    ("La firme doit 3 millions d'euros ; elle affiche 9 recettes.", [(3e6, "EUR"), (9.0, "item")]),
    ("Elle a passé le milliard de pièces.", [(1e9, "item")]),
    ("Le cap du million et demi d'euros est franchi.", [(1.5e6, "EUR")]),
    ("Elle paie 3 euros le million de jetons.", [(3.0, "EUR")]),
    ("Elle a vendu 300 tours, le double de 2022.", [(300.0, "item"), (2.0, "multiple")]),
    ("Elle a vendu 300 tours, le double de sa rivale.", [(300.0, "item")]),
    ("Elle a vendu 300 tours, deux fois et demie plus qu'en 2022.", [(300.0, "item"), (2.5, "multiple")]),
    ("La ville rembourse le cinquième de la presse.", [(0.2, "ratio")]),
    ("Le groupe a une petite centaine de tours.", [(100.0, "item")]),
    ("Il vend une bonne trentaine de millions de tours.", [(3e7, "item")]),
    ("L'atelier a livré son dix millième four.", [(10000.0, "item")]),
    ("L'atelier a livré sa 40 000e pompe.", [(40000.0, "item")]),
    ("L'atelier paie jusqu'à 3 millions d'euros, contre 2 millions précédemment.", [(3e6, "EUR"), (2e6, "EUR")]),
    ("Sur une île de 30 km², la firme monte des fours ; elle en finira onze.", [(3e7, "square_metre"), (11.0, "item")]),
    ("À Québec, le groupe a payé 3 G$ aux siens et 2 G$ US aux autres.", [(3e9, "CAD"), (2e9, "USD")]),
    ("Le groupe a payé 3 millions de dinars à Tunis.", [(3e6, "TND")]),
    ("La ville n'en a que neuf.", [(9.0, "item")]),
    ("Le bâtiment est neuf.", []),
    ("Le modèle a été chargé 334 fois.", [(334.0, "item")]),
    ("La ville paie le cinquième du prix.", [(0.2, "ratio")]),
    ("Le pays a vendu 300 tours, dont un cinquième hors d'Asie.", [(300.0, "item"), (0.2, "ratio")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_bare_numbers_share_what_the_figure_before_said(text: str, expected: list[tuple[float, str]]) -> None:
    article = Article(name="a.txt", paragraphs=(text,), language="fr", published_on=date(2025, 6, 12))
    figures = [figure for reading in read_article(article, "fr") for figure in reading.scene.figures]
    assert [figure.value for figure in figures] == pytest.approx([value for value, _ in expected])
    units = [figure.unit if figure.kind != "count" else "item" for figure in figures]
    assert units == [unit for _, unit in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dafra en a vendu 5 100, Sundiro 150.", [5100.0, 150.0]),
        ("Dafra affiche 300 clients, Qwen 48.", [300.0, 48.0]),
        ("Dafra a livré son Pocket 90 hier.", []),
        ("Elle vend un demi-yuan la page, 2 francs 40 le livre.", [0.5, 2.4]),
        ("Elle emploie vingt-sept tisseurs.", [27.0]),
        ("Le 12345 de Wuhan répond, avec 40 employés ; la 3008 roule.", [40.0]),
    ],
)
def test_figures_behind_names_and_small_change_are_read(text: str, expected: list[float]) -> None:
    article = Article(name="a.txt", paragraphs=(text,), language="fr", published_on=date(2025, 6, 12))
    assert [figure.value for reading in read_article(article, "fr") for figure in reading.scene.figures] == expected


def test_a_noun_before_to_be_is_what_a_figure_counts() -> None:
    text = "Ses soudeurs ne sont plus que 480."
    article = Article(name="a.txt", paragraphs=(text,), language="fr", published_on=date(2025, 6, 12))
    nouns = [figure.noun_text for reading in read_article(article, "fr") for figure in reading.scene.figures]
    assert nouns == ["soudeurs"]
