"""What words around a figure settle against the rankers: shares that move, stakes in firms, average aid."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract

MOVES = [
    (
        "La part du Japon dans les exportations de Foxconn a reculé de 40 % en 2020 à 30 % en 2024.",
        [("export_share", 0.4), ("export_share", 0.3)],
    ),
    (
        "La croissance de la production chinoise est revenue de 7 % en mai à 5 % en juin.",
        [("output_growth", 0.07), ("output_growth", 0.05)],
    ),
    ("Les exportations de Foxconn ont chuté de 40 % en mai.", [("export_growth", -0.4)]),
]


@pytest.mark.parametrize(("text", "told"), MOVES)
def test_a_share_that_moves_is_told_by_its_levels(text: str, told: list[tuple[str, float]]) -> None:
    assert [(claim.metric, claim.value) for claim in _claims(text)] == told


AID = [
    ("En 2019, Nankin met 4 milliards de yuans dans Leapmotor.", ["subsidy_amount"]),
    ("Nankin a placé 3 milliards de yuans dans l'usine d'écrans de BOE.", ["subsidy_amount"]),
    ("Nankin a injecté 3 milliards de yuans au capital du fabricant.", ["subsidy_amount"]),
    ("La fonderie de Nexchip est à Hefei. La ville y a mis 3 milliards de yuans en 2017.", ["subsidy_amount"]),
    ("Leapmotor vacille. En 2021, Nankin et deux banques y placent 4 milliards de yuans.", ["subsidy_amount"]),
    ("Keda est à Foshan. Ce céramiste du Guangdong y a placé 46 milliards de yuans.", ["investment"]),
    # The most that is handed out is a ceiling.
    ("Ningbo verse une prime de 3 millions de yuans, au maximum, à chaque usine.", ["subsidy_ceiling"]),
    ("Ningbo verse une prime de 3 millions de yuans à chaque usine.", ["subsidy_amount"]),
    # Aid of many places is the country's places', that of the government is its investment.
    ("Les villes chinoises ont versé 40 milliards de yuans d'aides en 2024.", ["programme_spent"]),
    # What a firm puts into another, and a city into workshops at large, is none.
    ("Volkswagen a mis 23 milliards de yuans dans Xpeng à Hefei.", ["investment"]),
    ("Ningbo met 300 millions de yuans dans la modernisation des ateliers.", ["programme_budget"]),
    (
        "Suzhou rend 10 % du prix, au plus 40 millions de yuans. La moyenne est de 5 millions de yuans par dossier.",
        ["subsidy_rate", "subsidy_ceiling", "subsidy_amount"],
    ),
]


@pytest.mark.parametrize(("text", "metrics"), AID)
def test_a_stake_and_an_average_are_amounts_handed_to_firms(text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in _claims(text)] == metrics


OWNERS = [
    ("Pékin, la ville, paie ses usines. Le fonds national des puces a 90 milliards de yuans.", ["China"]),
    ("La ville de Ningbo, d'accord avec l'État, a un fonds de 90 milliards de yuans.", ["Ningbo"]),
    ("Hefei a mis 9 milliards de yuans dans Nio. La province, elle, a 3 milliards de yuans.", ["Hefei", "Anhui"]),
    ("Ningbo verse 4 yuans par habitant d'un bourg qui en compte 12 000.", ["Ningbo"]),
]


@pytest.mark.parametrize(("text", "subjects"), OWNERS)
def test_the_state_and_a_province_set_apart_are_no_city(text: str, subjects: list[str]) -> None:
    assert [claim.subject for claim in _claims(text)] == subjects


SALES = [
    ("Tencent a encaissé 150 milliards de yuans de recettes, en hausse de 12 %.", ["sales_value", "sales_growth"]),
    ("Tencent a tiré 2 milliards de yuans de recettes de ses modèles.", ["model_revenue"]),
    ("OpenAI a encaissé 4 milliards de dollars de recettes.", ["model_revenue"]),
]


@pytest.mark.parametrize(("text", "metrics"), SALES)
def test_who_sells_more_than_models_has_sales(text: str, metrics: list[str]) -> None:
    found = _claims(f"DeepSeek compte 40 millions d'utilisateurs. {text}")
    assert [claim.metric for claim in found][1:] == metrics


def _claims(text: str):
    return extract(Article("own", (text,), language="fr", published_on=date(2025, 8, 20))).claims
