"""The object of a claim: what its figure counts or funds, in sentences of the kinds that the press writes."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.folding import fold
from assets.claims.assembly.text import sentences_of
from assets.claims.assembly.things import adopting, between, kind_of, policies, things_in
from assets.claims.extract import extract
from assets.claims.language import load_entries
from sources import reference


def objects_in(*paragraphs: str, title: str = "") -> dict[str, str | None]:
    article = Article(name="own", paragraphs=paragraphs, title=title, language="fr", published_on=date(2026, 3, 20))
    return {claim.mention.lstrip("+"): claim.object for claim in extract(article).claims}


GOODS = [
    ("La Chine a produit 61,4 millions de tonnes d'acier brut en mars.", {"61,4 millions": "crude_steel"}),
    ("Le Guangdong a fabriqué 88 000 robots industriels en 2025.", {"88 000": "industrial_robot"}),
    (
        "En mars, la production d'imprimantes 3D de la Chine a grimpé de 33 % et celle de drones de 12 %.",
        {"33 %": "3d_printer", "12 %": "drone"},
    ),
    ("La ville de Dongguan fabrique 18 % des ordinateurs portables du monde.", {"18 %": "laptop"}),
    ("Le Zhejiang produit une chaussette sur trois vendues dans le monde.", {"une chaussette sur trois": "sock"}),
    ("Le PIB du Sichuan a progressé de 5,7 % en 2025.", {"5,7 %": "gdp"}),
    ("La valeur ajoutée industrielle de la Chine a augmenté de 6,1 % en mars.", {"6,1 %": "industrial_value_added"}),
    (
        "En 2025, la Chine a produit 7,1 millions de tracteurs (+9,3 %).",
        {"7,1 millions": "tractor", "9,3 %": "tractor"},
    ),
    (
        "En 2025, la Chine a vendu 30 millions de véhicules, dont 14 millions à énergies nouvelles.",
        {"30 millions": "vehicle", "14 millions": "new_energy_vehicle"},
    ),
    ("La Chine a exporté 400 000 motos en mars, contre 310 000 un an plus tôt.", {"310 000": "motorcycle"}),
    ("L'Anhui a mis en service 9 GW de panneaux solaires en 2025.", {"9 GW": "solar_panel"}),
    ("Foshan compte 3 200 fabricants de meubles.", {"3 200": "manufacturer"}),
    ("BYD emploie 12 000 ingénieurs à Shenzhen.", {"12 000": "engineer"}),
    ("BYD emploie 12 000 salariés à Shenzhen.", {"12 000": "worker"}),
]

MODELS = [
    ("Qwen a été téléchargé 40 millions de fois.", {"40 millions": "download"}),
    ("L'application DeepSeek a été téléchargée 40 millions de fois.", {"40 millions": "app"}),
    ("DeepSeek compte 90 millions d'utilisateurs mensuels.", {"90 millions": "user"}),
    (
        "Kimi K2 compte 900 milliards de paramètres, dont 30 milliards actifs.",
        {"900 milliards": None, "30 milliards": "active_parameter"},
    ),
    (
        "DeepSeek-V3 coûte 0,30 dollar le million de jetons en entrée et 1,20 dollar en sortie.",
        {"0,30 dollar": "input_token", "1,20 dollar": "output_token"},
    ),
    ("Les modèles chinois pèsent 30 % des jetons traités par la plateforme.", {"30 %": "token"}),
]

AID = [
    (
        "Shenzhen verse jusqu'à 3 millions de yuans par entreprise.",
        {"3 millions de yuans": "company"},
    ),
    (
        "Hangzhou a créé un fonds de 8 milliards de yuans pour les robots humanoïdes.",
        {"8 milliards de yuans": "humanoid_robot"},
    ),
    ("Wuhan verse une prime de 10 000 yuans par enfant.", {"10 000 yuans": "child"}),
    (
        "Chengdu rembourse 30 % des frais de calcul, sans dépasser 2 millions de yuans par start-up.",
        {"30 %": "computing_power", "2 millions de yuans": "startup"},
    ),
    (
        "Suzhou émet des bons de calcul d'un montant global de 200 millions de yuans (28 millions de dollars).",
        {"200 millions de yuans": "computing_voucher"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*GOODS, *MODELS, *AID])
def test_a_figure_knows_what_it_counts_or_funds(text: str, expected: dict[str, str | None]) -> None:
    found = objects_in(text)
    assert {mention: found.get(mention, "no claim") for mention in expected} == expected


def test_a_line_of_a_list_counts_what_its_lead_in_says() -> None:
    found = objects_in(
        "Voici les ventes de voitures des constructeurs en 2025 :",
        "Geely : 2 100 000 (+12 %)",
        "Chery : 1 900 000",
    )
    assert found == {"2 100 000": "car", "12 %": "car", "1 900 000": "car"}


def test_figures_of_two_products_are_never_given_one_object() -> None:
    found = objects_in(
        "La Chine a produit 80 millions de tonnes d'acier brut et 150 millions de tonnes de ciment en mars."
    )
    assert found == {"80 millions": "crude_steel", "150 millions": "cement"}


def test_a_line_with_a_label_of_its_own_takes_nothing_from_the_line_above() -> None:
    found = objects_in(
        "La municipalité de Wuxi publie son barème.",
        "Siège régional : 8 millions de yuans au maximum",
        "Brevet : 5 000 yuans par titre",
    )
    assert found == {"8 millions de yuans": "headquarters", "5 000 yuans": "patent"}


def test_two_bare_prices_are_what_goes_in_and_what_comes_out() -> None:
    found = objects_in("Qwen3-Max : 1,2 dollar et 6 dollars le million de jetons.")
    assert found == {"1,2 dollar": "input_token", "6 dollars": "output_token"}


def test_the_whole_counts_further_than_its_part() -> None:
    found = objects_in(
        "Les ventes de voitures en 2025 :",
        "BYD : 4 300 000, dont 1 700 000 électriques pures",
        "Chery : 2 500 000",
    )
    assert found["1 700 000"] == "battery_electric_vehicle"
    assert found["2 500 000"] == "car"


@pytest.mark.parametrize(
    ("text", "adopter"),
    [("Un assureur de Lille a déployé Qwen3.", "insurer"), ("Les hôpitaux de Wuhan utilisent DeepSeek.", "hospital"),
     ("Chez nous, la rédaction utilise Mistral Large.", "newsroom"), ("Geely a intégré DeepSeek-R1.", "Geely")],
)  # fmt: skip
def test_an_adopter_is_named_or_is_an_english_noun(text: str, adopter: str) -> None:
    assert adopter in objects_in(text).values()


def test_the_revenue_of_a_firm_is_told_from_its_goods() -> None:
    assert objects_in("CATL a réalisé un chiffre d'affaires de 300 milliards de yuans en 2025.") == {
        "300 milliards de yuans": "revenue"
    }


@pytest.mark.parametrize("entry", load_entries("fr", "objects"), ids=lambda entry: entry.id)
def test_every_entry_is_read_in_its_examples_and_not_in_its_counter_examples(entry) -> None:
    def nouns(text: str) -> set[str]:
        (sentence,) = sentences_of(text, 0, 0)
        return {thing.noun for thing in things_in(sentence, "fr")}

    if entry.data.get("role") == "adopter":
        assert all(adopting("fr").get(fold(text)) == entry.data["object"] for text in entry.examples)
        assert not any(fold(text) in adopting("fr") for text in entry.counter_examples)
    elif "object" in entry.data:
        assert all(entry.data["object"] in nouns(text) for text in entry.examples)
        assert not any(entry.data["object"] in nouns(text) for text in entry.counter_examples)
    else:
        words = between("fr", str(entry.data["role"]))
        spoken = [{word.folded for word in sentences_of(text, 0, 0)[0].words} for text in entry.examples]
        assert all(words & said for said in spoken)


def test_every_metric_has_a_policy_and_every_default_is_of_use() -> None:
    events = {"release", "deployment"}
    assert set(policies()) == {metric.metric for metric in reference.metrics()} - events
    for policy in policies().values():
        assert set(policy.classes) <= {
            "thing", "authority", "organisation", "person", "beneficiary", "aid", "fund", "model", "whole", "vague",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("industrial_robot", "thing"), ("startup", "organisation"), ("engineer", "person"), ("gdp", "whole"),
     ("computing_voucher", "aid"), ("second_child", "beneficiary"), ("a_noun_of_no_file", "thing")],
)  # fmt: skip
def test_a_noun_has_the_class_of_its_nearest_listed_ancestor(noun: str, kind: str) -> None:
    assert kind_of(noun) == kind
