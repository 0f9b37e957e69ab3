"""Sentences of our own with the claims that they make, one rule class after the other.

A sentence that was misread becomes a line here first, a rule second. Each line of a claim reads
``mention | metric | subject | value unit | bound | rate | first day..last day``; a sentence without lines makes none.
"""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract
from assets.claims.model import Claim

PUBLISHED = date(2025, 6, 12)

CASES = [
    # A change behind a profit is the profit's.
    pytest.param("Anta a gagné 9 milliards de yuans en 2024, 20 % de mieux.", []),
    pytest.param(
        "Li-Ning a vendu 4 millions de paires en 2024, mais gagné 300 millions de yuans, 12 % de mieux.",
        ["4 millions | sales_volume | Li-Ning | 4e+06 item | eq |  | 2024-01-01..2024-12-31"],
    ),
    # All of those who could are not those who do.
    pytest.param(
        "Trois cents des 1 200 hôpitaux du Guangdong recourent à DeepSeek.",
        ["Trois cents | adopter_count | DeepSeek | 300 item | eq |  | 2025-06-12..2025-06-12"],
    ),
    # Money it must be, and in no currency that the article names: rejected, not counted in things.
    pytest.param("Haier a vendu pour 95 milliards de réfrigérateurs en 2024.", []),
    pytest.param(
        "Le Sichuan a produit 1,2 million de motos en 2024, soit 8 % de plus qu'en 2023.",
        [
            "1,2 million | output_volume | Sichuan | 1.2e+06 item | eq |  | 2024-01-01..2024-12-31",
            "8 % | output_growth | Sichuan | 0.08 ratio | eq |  | 2024-01-01..2024-12-31",
        ],
    ),
    pytest.param(
        "Au premier trimestre, Geely a écoulé près de 700 000 véhicules, en hausse de 48 % sur un an.",
        [
            "700 000 | sales_volume | Geely | 700000 item | approx |  | 2025-01-01..2025-03-31",
            "48 % | sales_growth | Geely | 0.48 ratio | eq |  | 2025-01-01..2025-03-31",
        ],
    ),
    pytest.param(
        (
            "La nouvelle usine de Changan, à Chongqing, pourra sortir 280 000 voitures par an et emploiera "
            "3 200 personnes."
        ),
        [
            "280 000 | capacity | Changan | 280000 item | eq | year | 2025-06-12..2025-06-12",
            "3 200 | workforce | Changan | 3200 person | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "En mai, la Chine a exporté 10,6 millions de tonnes d'acier, un bond de 9,8 %.",
        [
            "10,6 millions | export_volume | China | 1.06e+07 tonne | eq |  | 2025-05-01..2025-05-31",
            "9,8 % | export_growth | China | 0.098 ratio | eq |  | 2025-05-01..2025-05-31",
        ],
    ),
    pytest.param(
        (
            "Les exportations de cellules photovoltaïques du Jiangsu ont atteint 3,4 milliards de dollars "
            "au cours des cinq premiers mois de 2025."
        ),
        [
            "3,4 milliards de dollars | export_value | Jiangsu | 3.4e+09 USD | eq |  | 2025-01-01..2025-05-31",
        ],
    ),
    pytest.param(
        "Wuhan concentre un quart de la production nationale de fibre optique.",
        [
            "un quart | output_share | Wuhan | 0.25 ratio | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Foshan compte plus de 6 500 fabricants de meubles, qui font travailler 400 000 ouvriers.",
        [
            "6 500 | firm_count | Foshan | 6500 item | gt |  | 2025-06-12..2025-06-12",
            "400 000 | workforce | Foshan | 400000 person | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "CATL va investir 4 milliards d'euros dans une usine en Espagne, dont la capacité atteindra 50 GWh.",
        [
            "4 milliards d'euros | investment | CATL | 4e+09 EUR | eq |  | 2025-06-12..2025-06-12",
            "50 GWh | capacity | CATL | 5e+07 kilowatt_hour | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "La valeur ajoutée de l'industrie du Hunan a progressé de 7,3 % en avril.",
        [
            "7,3 % | output_growth | Hunan | 0.073 ratio | eq |  | 2025-04-01..2025-04-30",
        ],
    ),
    pytest.param(
        "L'an dernier, les ventes de robots d'Estun ont reculé de 12 %, à 24 000 unités.",
        [
            "12 % | sales_growth | Estun | -0.12 ratio | eq |  | 2024-01-01..2024-12-31",
            "24 000 | sales_volume | Estun | 24000 item | eq |  | 2024-01-01..2024-12-31",
        ],
    ),
    pytest.param(
        (
            "Le chiffre d'affaires de Xiaomi a dépassé 111 milliards de yuans au premier trimestre, contre "
            "75 milliards un an plus tôt."
        ),
        [
            "111 milliards de yuans | sales_value | Xiaomi | 1.11e+11 CNY | gt |  | 2025-01-01..2025-03-31",
            "75 milliards | sales_value | Xiaomi | 7.5e+10 CNY | eq |  | 2024-01-01..2024-03-31",
        ],
    ),
    pytest.param(
        "La province de l'Anhui vise 3 millions de véhicules électriques produits d'ici 2027.",
        [
            "3 millions | output_volume | Anhui | 3e+06 item | eq |  | ..2027-12-31",
        ],
    ),
    pytest.param(
        "Selon QuestMobile, Kimi réunissait 36 millions d'utilisateurs actifs mensuels fin 2024.",
        [
            "36 millions | active_users | Kimi | 3.6e+07 person | eq | month | 2024-09-01..2024-12-31",
        ],
    ),
    pytest.param(
        "Le modèle Hunyuan-Large compte 389 milliards de paramètres, dont 52 milliards activés.",
        [
            "389 milliards | parameter_count | Hunyuan-Large | 3.89e+11 parameter | eq |  | 2025-06-12..2025-06-12",
            "52 milliards | parameter_count | Hunyuan-Large | 5.2e+10 parameter | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        (
            "Les modèles Qwen ont été téléchargés plus de 300 millions de fois et ont donné naissance à 100 "
            "000 modèles dérivés."
        ),
        [
            "300 millions | downloads | Qwen | 3e+08 item | gt |  | 2025-06-12..2025-06-12",
            "100 000 | derivative_models | Qwen | 100000 item | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "ERNIE 4.5 est facturé 4 yuans le million de jetons en entrée et 16 yuans en sortie.",
        [
            "4 yuans | api_price | ERNIE 4.5 | 4 CNY | eq |  | 2025-06-12..2025-06-12",
            "16 yuans | api_price | ERNIE 4.5 | 16 CNY | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Doubao traite 16 400 milliards de jetons par jour, quatre fois plus qu'en décembre.",
        [
            "16 400 milliards | tokens_processed | Doubao | 1.64e+13 token | eq | day | 2025-06-12..2025-06-12",
            "quatre fois | usage_growth | Doubao | 4 multiple | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "L'entraînement de GLM-5 aurait coûté moins de 10 millions de dollars.",
        [
            "10 millions de dollars | training_cost | GLM-5 | 1e+07 USD | lt |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Plus de 5 000 entreprises ont adopté Hunyuan, affirme Tencent.",
        [
            "5 000 | adopter_count | Hunyuan | 5000 item | gt |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Les modèles chinois représentent désormais 40 % des téléchargements sur Hugging Face.",
        [
            "40 % | usage_share | Chinese models | 0.4 ratio | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Suzhou versera jusqu'à 20 millions de yuans à chaque laboratoire de robotique.",
        [
            "20 millions de yuans | subsidy_ceiling | Suzhou | 2e+07 CNY | le |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "La municipalité de Tianjin crée un fonds de 6 milliards de yuans pour les biotechnologies.",
        [
            "6 milliards de yuans | programme_budget | Tianjin | 6e+09 CNY | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Le Fujian rembourse 40 % des frais de certification, dans la limite de 500 000 yuans par entreprise.",
        [
            "40 % | subsidy_rate | Fujian | 0.4 ratio | eq |  | 2025-06-12..2025-06-12",
            "500 000 yuans | subsidy_ceiling | Fujian | 500000 CNY | le |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "En 2024, Qingdao a versé 870 millions de yuans d'aides à 1 900 entreprises.",
        [
            "870 millions de yuans | programme_spent | Qingdao | 8.7e+08 CNY | eq |  | 2024-01-01..2024-12-31",
            "1 900 | beneficiary_count | Qingdao | 1900 item | eq |  | 2024-01-01..2024-12-31",
        ],
    ),
    pytest.param(
        "Chaque acheteur d'une voiture électrique reçoit une prime de 10 000 yuans de la ville de Xiamen.",
        [
            "10 000 yuans | subsidy_amount | Xiamen | 10000 CNY | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Le Guizhou consacre chaque année 1,5 milliard de yuans aux centres de données.",
        [
            "1,5 milliard de yuans | programme_budget | Guizhou | 1.5e+09 CNY | eq | year | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "La population de Chengdu dépasse 21 millions d'habitants et le prix du mètre carré y recule de 3 %.",
        [],
    ),
    pytest.param(
        "Le bénéfice net de BYD a bondi de 100 % ; l'action gagne 4 % à Hong Kong.",
        [],
    ),
    pytest.param(
        "Les importations de gaz ont augmenté de 5 % en mai, à 10 millions de tonnes.",
        [],
    ),
    pytest.param(
        (
            "De janvier à mai, la production chinoise de circuits intégrés s'est établie à 193,5 milliards "
            "d'unités (+6,8 %)."
        ),
        [
            "193,5 milliards | output_volume | China | 1.935e+11 item | eq |  | 2025-01-01..2025-05-31",
            "+6,8 % | output_growth | China | 0.068 ratio | eq |  | 2025-01-01..2025-05-31",
        ],
    ),
    pytest.param(
        (
            "Leur part de marché est passée de 28 % en 2020 à 57 % en 2024 sur le marché chinois des "
            "robots, selon les fabricants de Nankin."
        ),
        [
            "28 % | sales_share | Nanjing | 0.28 ratio | eq |  | 2020-01-01..2020-12-31",
            "57 % | sales_share | Nanjing | 0.57 ratio | eq |  | 2024-01-01..2024-12-31",
        ],
    ),
    pytest.param(
        "Moonshot AI a mis en ligne Kimi K2 mardi.",
        [
            "Kimi K2 | release | Kimi K2 |  | eq |  | 2025-06-10..2025-06-10",
        ],
    ),
    pytest.param(
        "Siemens utilise Qwen pour son service après-vente depuis mars.",
        [
            "Qwen | deployment | Qwen |  | eq |  | 2025-03-01..2025-06-12",
        ],
    ),
    pytest.param(
        "L'État central débloque 81 milliards de yuans d'obligations pour l'échange de vieux appareils.",
        [
            "81 milliards de yuans | investment | China | 8.1e+10 CNY | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "À Dongguan, quelque 3 800 usines assemblent un smartphone sur quatre vendus dans le monde.",
        [
            "3 800 | firm_count | Dongguan | 3800 item | approx |  | 2025-06-12..2025-06-12",
            "un smartphone sur quatre | output_share | Dongguan | 0.25 ratio | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Le Xinjiang fournit 90 % du coton chinois.",
        [
            "90 % | output_share | Xinjiang | 0.9 ratio | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Le Shanxi a extrait 1,27 milliard de tonnes de charbon l'an passé, 6,9 % de moins qu'en 2023.",
        [
            "1,27 milliard | output_volume | Shanxi | 1.27e+09 tonne | eq |  | 2024-01-01..2024-12-31",
            "6,9 % | output_growth | Shanxi | -0.069 ratio | eq |  | 2024-01-01..2024-12-31",
        ],
    ),
    pytest.param(
        "La capacité solaire installée du Qinghai s'élevait à 30 GW fin 2024.",
        [
            "30 GW | capacity | Qinghai | 3e+10 watt | eq |  | 2024-09-01..2024-12-31",
        ],
    ),
    pytest.param(
        (
            "Avec 3,08 millions de véhicules écoulés au premier semestre 2024, SAIC reste deuxième ; ses "
            "exportations plafonnent à 480 000 unités."
        ),
        [
            "3,08 millions | sales_volume | SAIC | 3.08e+06 item | eq |  | 2024-01-01..2024-06-30",
            "480 000 | export_volume | SAIC | 480000 item | le |  | 2024-01-01..2024-06-30",
        ],
    ),
    pytest.param(
        "Le district de Nanshan offre 300 yuans par mois aux jeunes diplômés.",
        [
            "300 yuans | subsidy_amount | Nanshan | 300 CNY | eq | month | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Le programme, doté de 2 milliards de yuans, doit profiter à 800 PME de Ningbo.",
        [
            "2 milliards de yuans | programme_budget | Ningbo | 2e+09 CNY | eq |  | 2025-06-12..2025-06-12",
            "800 | beneficiary_count | Ningbo | 800 item | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Huawei emploie 208 000 personnes, dont plus de la moitié dans la recherche.",
        [
            "208 000 | workforce | Huawei | 208000 person | eq |  | 2025-06-12..2025-06-12",
        ],
    ),
    pytest.param(
        "Le groupe SMIC a réalisé 2,2 milliards de dollars de chiffre d'affaires au premier trimestre (+28,4 %).",
        [
            "2,2 milliards de dollars | sales_value | SMIC | 2.2e+09 USD | eq |  | 2025-01-01..2025-03-31",
            "+28,4 % | sales_growth | SMIC | 0.284 ratio | eq |  | 2025-01-01..2025-03-31",
        ],
    ),
]


def _line(claim: Claim) -> str:
    value = "" if claim.value is None else f"{claim.value:.6g} {claim.unit}"
    start, end = claim.period_start or "", claim.period_end or ""
    slots = (claim.mention, claim.metric, claim.subject, value, claim.bound, claim.per or "", f"{start}..{end}")
    return " | ".join(slots)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_makes_these_claims_and_no_other(text: str, expected: list[str]):
    article = Article("sentence", (text,), language="fr", published_on=PUBLISHED)
    assert [_line(claim) for claim in extract(article).claims] == expected
