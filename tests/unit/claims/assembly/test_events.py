"""Releases and deployments in sentences of the kinds that the press writes."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.extract import extract

PUBLISHED = date(2025, 11, 5)  # a Wednesday
EVENTS = {"release", "deployment"}


def events_in(*paragraphs: str) -> list[tuple[str, str, str | None, str]]:
    article = Article("own", paragraphs, language="fr", published_on=PUBLISHED)
    found = [claim for claim in extract(article).claims if claim.metric in EVENTS]
    return [(c.metric, c.subject, c.object, f"{c.period_start}/{c.period_end} {c.status}") for c in found]


def days(first: str, last: str = "") -> str:
    return f"{first}/{last or first} actual"


TODAY = days("2025-11-05")

RELEASES: list[tuple[str, dict[str, str]]] = [
    ("Le 11 juillet, Moonshot AI a mis en ligne Kimi K2.", {"Kimi K2": days("2025-07-11")}),
    ("Alibaba a dévoilé mardi Qwen3-Max, son plus gros modèle.", {"Qwen3-Max": days("2025-11-04")}),
    ("Zhipu AI vient de publier GLM-4.6.", {"GLM-4.6": TODAY}),
    ("En juillet, Alibaba a rendu public Qwen3-Coder.", {"Qwen3-Coder": days("2025-07-01", "2025-07-31")}),
    ("Mistral a ouvert les poids de Mistral Small 3 en janvier.",
     {"Mistral Small 3": days("2025-01-01", "2025-01-31")}),
    ("OpenAI a lancé GPT-5 le 7 août, et Sora 2 en octobre.",
     {"GPT-5": days("2025-08-07"), "Sora 2": days("2025-10-01", "2025-10-31")}),
    ("Kimi K2 est sorti le 11 juillet.", {"Kimi K2": days("2025-07-11")}),
    ("GLM-4.6 est disponible depuis le 30 septembre sur la plateforme de Zhipu AI.", {"GLM-4.6": days("2025-09-30")}),
    ("Claude Sonnet 4.5 est arrivé le 29 septembre.", {"Claude Sonnet 4.5": days("2025-09-29")}),
    ("Lancé le 3 mai, Kimi K2 tient sur huit cartes.", {"Kimi K2": days("2025-05-03")}),
    ("Publié en juillet par Zhipu AI, GLM-4.5 a surpris les ingénieurs.",
     {"GLM-4.5": days("2025-07-01", "2025-07-31")}),
    ("La sortie de DeepSeek-R1, en janvier, a secoué la Bourse.", {"DeepSeek-R1": days("2025-01-01", "2025-01-31")}),
    ("Le lancement de Kimi K2 le 11 juillet est passé inaperçu.", {"Kimi K2": days("2025-07-11")}),
    ("Depuis la publication de DeepSeek-R1, en janvier 2025, tout a changé.",
     {"DeepSeek-R1": days("2025-01-01", "2025-01-31")}),
    ("Les deux modèles, Kimi K2 (publié le 11 juillet) et GLM-4.5 (28 juillet), se valent.",
     {"Kimi K2": days("2025-07-11"), "GLM-4.5": days("2025-07-28")}),
    ("Qwen3-Max, sorti hier, coûte deux fois plus cher.", {"Qwen3-Max": days("2025-11-04")}),
    ("Llama 4, que Meta a publié le 5 avril, a déçu.", {"Llama 4": days("2025-04-05")}),
    ("Llama 4 a été publié par Meta le 5 avril.", {"Llama 4": days("2025-04-05")}),
    ("C'est le 20 janvier que DeepSeek a publié DeepSeek-R1.", {"DeepSeek-R1": days("2025-01-20")}),
    ("Le 29 avril, Qwen3 était mis en ligne sous licence libre.", {"Qwen3": days("2025-04-29")}),
    ("La version DeepSeek-V3.2-Exp, parue le 29 septembre, divise les prix par deux.",
     {"DeepSeek-V3.2-Exp": days("2025-09-29")}),
    ("MiniMax-M2 a vu le jour le 27 octobre.", {"MiniMax M2": days("2025-10-27")}),
    ("Le modèle Kimi K2, dévoilé en juillet, et GLM-4.6, sorti en septembre, sont ouverts.",
     {"Kimi K2": days("2025-07-01", "2025-07-31"), "GLM-4.6": days("2025-09-01", "2025-09-30")}),
    ("Alibaba a lancé Qwen3-Max et Qwen3-Omni le 24 septembre.",
     {"Qwen3-Max": days("2025-09-24"), "Qwen3-Omni": days("2025-09-24")}),
    ("Baidu a présenté le 30 juin la famille ERNIE 4.5.", {"ERNIE 4.5": days("2025-06-30")}),
    ("Le 20 janvier sortait DeepSeek-R1.", {"DeepSeek-R1": days("2025-01-20")}),
    ("Tencent a diffusé en septembre les poids de Hunyuan-A13B.", {"Hunyuan-A13B": days("2025-09-01", "2025-09-30")}),
    ("Apertus est téléchargeable depuis le 2 septembre.", {"Apertus": days("2025-09-02")}),
    ("Google en profite pour dévoiler Gemini 3 le 3 novembre.", {"Gemini 3": days("2025-11-03")}),
    ("DeepSeek-V3.1, apparu le 21 août, pense plus vite.", {"DeepSeek-V3.1": days("2025-08-21")}),
    ("Zhipu AI a répliqué le 3 novembre avec GLM-5.", {"GLM-5": days("2025-11-03")}),
    ("Publié le 30 septembre par Zhipu AI, qui vise la Bourse, GLM-4.6 tient sur huit cartes.",
     {"GLM-4.6": days("2025-09-30")}),
    ("Kimi K2 a conquis un million de curieux en juillet, mois de sa sortie.",
     {"Kimi K2": days("2025-07-01", "2025-07-31")}),
    ("Depuis sa sortie, le 11 juillet, Kimi K2 s'est fait des amis.", {"Kimi K2": days("2025-07-11")}),
    ("Xiaomi a ouvert MiMo-7B le 30 avril.", {"MiMo-7B": days("2025-04-30")}),
    ("La jeune pousse Ferlune a publié en août Vega-7B.", {"Vega-7B": days("2025-08-01", "2025-08-31")}),
    ("Vega-7B, un dérivé de Llama 4 que Ferlune a diffusé le 14 mai, parle berbère.", {"Vega-7B": days("2025-05-14")}),
    ("OpenAI a levé le voile le 7 août sur GPT-5.", {"GPT-5": days("2025-08-07")}),
    # planned
    ("Moonshot AI lancera Kimi K3 en 2026.", {"Kimi K3": "2026-01-01/2026-12-31 planned"}),
    ("DeepSeek-V4 doit sortir en février 2026.", {"DeepSeek-V4": "2026-02-01/2026-02-28 planned"}),
    ("Mistral AI prévoit de publier Mistral Large 3 en décembre.",
     {"Mistral Large 3": "2025-12-01/2025-12-31 planned"}),
    ("Attendu en décembre, DeepSeek-V4 se fait désirer.", {"DeepSeek-V4": "2025-12-01/2025-12-31 planned"}),
    ("Qwen3.5 sera publié le 12 décembre.", {"Qwen3.5": "2025-12-12/2025-12-12 planned"}),
    ("La sortie de DeepSeek-V4 est prévue pour décembre.", {"DeepSeek-V4": "2025-12-01/2025-12-31 planned"}),
    # denied
    ("Alibaba n'a pas publié les poids de Qwen3-Max.", {"Qwen3-Max": "2025-11-05/2025-11-05 denied"}),
    ("Contrairement à la rumeur, DeepSeek-V4 n'est pas sorti en octobre.",
     {"DeepSeek-V4": "2025-10-01/2025-10-31 denied"}),
]  # fmt: skip

DEPLOYMENTS: list[tuple[str, list[tuple[str, str | None, str]]]] = [
    ("Airbnb utilise Qwen pour répondre à ses clients.", [("Qwen", "Airbnb", TODAY)]),
    ("BMW a intégré Qwen à ses voitures vendues en Chine en avril.",
     [("Qwen", "BMW", days("2025-04-01", "2025-04-30"))]),
    ("Siemens fait tourner son assistant sur Mistral Large 2.", [("Mistral Large 2", "Siemens", TODAY)]),
    ("Le service client d'Orange tourne sur Llama 3.3.", [("Llama 3.3", "Orange", TODAY)]),
    ("Doctolib s'appuie sur Mistral Small 3 depuis mai.",
     [("Mistral Small 3", "Doctolib", days("2025-05-01", "2025-11-05"))]),
    ("Renault a choisi Le Chat pour ses bureaux d'études.", [("Le Chat", "Renault", TODAY)]),
    ("Stellantis mise sur Mistral Large pour ses tableaux de bord.", [("Mistral Large", "Stellantis", TODAY)]),
    ("Swisscom bascule sur Apertus.", [("Apertus", "Swisscom", TODAY)]),
    ("En octobre, AXA a remplacé GPT-4o par Qwen3.", [("Qwen3", "AXA", days("2025-10-01", "2025-10-31"))]),
    ("Great Wall Motor équipe ses modèles de DeepSeek-R1.", [("DeepSeek-R1", "Great Wall Motor", TODAY)]),
    ("Lenovo a branché DeepSeek-R1 sur ses ordinateurs en février.",
     [("DeepSeek-R1", "Lenovo", days("2025-02-01", "2025-02-28"))]),
    ("Qwen3 est utilisé par Airbnb, BMW et Siemens.",
     [("Qwen3", "Airbnb", TODAY), ("Qwen3", "BMW", TODAY), ("Qwen3", "Siemens", TODAY)]),
    ("Chez Carrefour, Mistral Large 2 répond aux clients.", [("Mistral Large 2", "Carrefour", TODAY)]),
    ("Chez Decathlon, Qwen3 traduit les fiches de produits depuis mars.",
     [("Qwen3", "Decathlon", days("2025-03-01", "2025-11-05"))]),
    ("Midea et Haier ont intégré DeepSeek-R1.", [("DeepSeek-R1", "Midea", TODAY), ("DeepSeek-R1", "Haier", TODAY)]),
    ("Tencent, Huawei et Lenovo ont adopté DeepSeek-R1 en février.",
     [("DeepSeek-R1", name, days("2025-02-01", "2025-02-28")) for name in ("Tencent", "Huawei", "Lenovo")]),
    ("L'assistant de Renault, propulsé par Mistral Large 2, parle breton.", [("Mistral Large 2", "Renault", TODAY)]),
    ("La ville de Shenzhen a déployé DeepSeek-R1 dans ses guichets en février.",
     [("DeepSeek-R1", "Shenzhen", days("2025-02-01", "2025-02-28"))]),
    ("Un hôpital de Lyon utilise Mistral Small 3 pour ses comptes rendus.", [("Mistral Small 3", "hospital", TODAY)]),
    ("Une banque genevoise trie son courrier avec Apertus.", [("Apertus", "bank", TODAY)]),
    ("La mairie de Roubaix se sert de Le Chat depuis septembre.", [("Le Chat", "*", days("2025-09-01", "2025-11-05"))]),
    ("La Caisse des dépôts recourt à Mistral Large.", [("Mistral Large", "Caisse des dépôts", TODAY)]),
    ("Le constructeur Geely a embarqué DeepSeek-R1 dans ses berlines.", [("DeepSeek-R1", "Geely", TODAY)]),
    ("DeepSeek-R1 équipe les robots de Midea.", [("DeepSeek-R1", "Midea", TODAY)]),
    ("Le moteur de recherche de La Poste repose sur Qwen3-8B.", [("Qwen3-8B", "La Poste", TODAY)]),
    ("Chez notre client, un transporteur, Qwen3 lit les bons de livraison.", [("Qwen3", "*", TODAY)]),
    ("Migros a opté pour Apertus, Raiffeisen pour Mistral Large 2.",
     [("Apertus", "Migros", TODAY), ("Mistral Large 2", "Raiffeisen", TODAY)]),
    ("Adopté par la SNCF en mars, Mistral Large 2 rédige les annonces.",
     [("Mistral Large 2", "SNCF", days("2025-03-01", "2025-03-31"))]),
    ("Kimi K2 anime l'assistant de code de Cursor.", [("Kimi K2", "Cursor", TODAY)]),
    ("Kimi K2 a été retenu par Perplexity.", [("Kimi K2", "Perplexity", TODAY)]),
    ("L'assistant vocal de Xpeng fonctionne avec Qwen2.5.", [("Qwen2.5", "Xpeng", TODAY)]),
    ("Au CHU de Nantes, Mistral Small 3 résume les dossiers.", [("Mistral Small 3", "*", TODAY)]),
    ("À la mairie de Lorient, c'est Le Chat qui répond aux courriers.", [("Le Chat", "*", TODAY)]),
    ("Une clinique de Bâle a installé Apertus sur ses serveurs en septembre.",
     [("Apertus", "*", days("2025-09-01", "2025-09-30"))]),
    ("Quant à la SNCF, elle utilise Mistral Large 2.", [("Mistral Large 2", "SNCF", TODAY)]),
    ("Dans notre rédaction, Le Chat relit les articles.", [("Le Chat", "*", TODAY)]),
    ("Qwen3, que BMW utilise depuis mars, coûte peu.", [("Qwen3", "BMW", days("2025-03-01", "2025-11-05"))]),
    ("Le modèle choisi par Renault est Mistral Large 2.", [("Mistral Large 2", "Renault", TODAY)]),
    ("BMW a préféré Qwen3 à Llama 4.", [("Qwen3", "BMW", TODAY)]),
    ("Parmi les clients de Mistral Large 2 figurent BNP Paribas, Orange et Stellantis.",
     [("Mistral Large 2", name, TODAY) for name in ("BNP Paribas", "Orange", "Stellantis")]),
    ("Mistral Large 2 a séduit Orange.", [("Mistral Large 2", "Orange", TODAY)]),
    ("Orange est passée à Mistral Large 2 en mai.", [("Mistral Large 2", "Orange", days("2025-05-01", "2025-05-31"))]),
    ("Lenovo s'est converti à Qwen3.", [("Qwen3", "Lenovo", TODAY)]),
    ("Un cabinet d'avocats lausannois se sert d'Apertus.", [("Apertus", "*", TODAY)]),
    ("Les tribunaux de Shenzhen rédigent leurs jugements avec DeepSeek-R1.", [("DeepSeek-R1", "*", TODAY)]),
    ("Dans les voitures de BMW, Qwen3 remplace l'assistant maison.", [("Qwen3", "BMW", TODAY)]),
    ("WeChat a ajouté DeepSeek-R1 à sa recherche.", [("DeepSeek-R1", "WeChat", TODAY)]),
    ("Michelin a écarté Qwen3 au profit de Mistral Large 2.",
     [("Qwen3", "Michelin", "2025-11-05/2025-11-05 denied"), ("Mistral Large 2", "Michelin", TODAY)]),
    ("Qwen3 trie les courriels de la banque.", [("Qwen3", "bank", TODAY)]),
    ("Trumatec a intégré Qwen3 à ses tours en mai.", [("Qwen3", "Trumatec", days("2025-05-01", "2025-05-31"))]),
    ("Chez Trumatec, Qwen3 écrit les devis.", [("Qwen3", "Trumatec", TODAY)]),
    ("Nous utilisons Qwen3 depuis mars.", [("Qwen3", "*", days("2025-03-01", "2025-11-05"))]),
    ("Qwen3 tourne sur les serveurs de l'hôpital.", [("Qwen3", "hospital", TODAY)]),
    ("Qwen3 est installé chez Renault depuis mars.", [("Qwen3", "Renault", days("2025-03-01", "2025-11-05"))]),
    ("L'école a retenu Apertus, le modèle suisse.", [("Apertus", "*", TODAY)]),
    ("Siemens utilise à la fois Qwen3 et Mistral Large 2.",
     [("Qwen3", "Siemens", TODAY), ("Mistral Large 2", "Siemens", TODAY)]),
    ("Le groupe Bouygues a jeté son dévolu sur Qwen3.", [("Qwen3", "Bouygues", TODAY)]),
    ("Samsung et LG ont conclu : ce sera Qwen3 ; aucun des deux n'utilise Kimi K2.",
     [("Kimi K2", "Samsung", "2025-11-05/2025-11-05 denied"), ("Kimi K2", "LG", "2025-11-05/2025-11-05 denied")]),
    ("Bosch et Haier se servent tous deux de Qwen3.", [("Qwen3", "Bosch", TODAY), ("Qwen3", "Haier", TODAY)]),
    ("La SNCF s'en tient à Mistral Small 3.", [("Mistral Small 3", "SNCF", TODAY)]),
    ("Nestlé conserve Llama 4 pour ses brevets.", [("Llama 4", "Nestlé", TODAY)]),
    ("Cursor ferait tourner GLM-4.6 en coulisses.", [("GLM-4.6", "Cursor", TODAY)]),
    ("Un équipementier stéphanois fait rouler Qwen3 depuis 2024.",
     [("Qwen3", "*", days("2024-01-01", "2025-11-05"))]),
    ("Orange fait traduire ses notices par Qwen3.", [("Qwen3", "Orange", TODAY)]),
    ("L'hôtel a débranché Llama 4 pour Qwen3.", [("Qwen3", "*", TODAY)]),
    ("Migros teste Apertus aux caisses.", [("Apertus", "Migros", TODAY)]),
    ("Swisscom a hésité avant de choisir en mai Apertus.", [("Apertus", "Swisscom", days("2025-05-01", "2025-05-31"))]),
    ("La Poste propose un guichet adossé à Qwen3.", [("Qwen3", "La Poste", TODAY)]),
    ("Honor embarque Kimi K2, Oppo Qwen3.", [("Kimi K2", "Honor", TODAY), ("Qwen3", "Oppo", TODAY)]),
    ("Orange se sert de Qwen3, Tunisie Fibre de Kimi K2.", [("Qwen3", "Orange", TODAY),
     ("Kimi K2", "Tunisie Fibre", TODAY)]),
    ("Chery équipe ses berlines de Qwen3 et de Kimi K2.", [("Qwen3", "Chery", TODAY), ("Kimi K2", "Chery", TODAY)]),
    ("Nestlé a retenu Apertus pour ses lettres et Qwen3 pour ses recettes.",
     [("Apertus", "Nestlé", TODAY), ("Qwen3", "Nestlé", TODAY)]),
    ("Derrière l'assistant de Carrefour se cache Qwen3.", [("Qwen3", "Carrefour", TODAY)]),
    ("Orange, qui a testé Kimi K2 en février, utilise Qwen3.", [("Qwen3", "Orange", TODAY)]),
    ("Lenovo a annoncé en février qu'il intégrait Qwen3.", [("Qwen3", "Lenovo", days("2025-02-01", "2025-02-28"))]),
    ("BNP Paribas et le ministère de la Mer utilisent Qwen3.",
     [("Qwen3", "*", TODAY), ("Qwen3", "*", TODAY)]),
    ("La Malaisie et le Kenya testent GLM-4.6.", [("GLM-4.6", "Malaysia", TODAY), ("GLM-4.6", "Kenya", TODAY)]),
    ("Air Fontalba préfère Qwen3.", [("Qwen3", "Air Fontalba", TODAY)]),
    ("Renault, contrairement à ce que nous écrivions le 3 mai, utilise Qwen3.", [("Qwen3", "Renault", TODAY)]),
    ("WeChat a intégré Kimi K2 dès février.", [("Kimi K2", "WeChat", days("2025-02-01", "2025-02-28"))]),
    # denied and planned
    ("Axa dément avoir retenu Qwen3.", [("Qwen3", "AXA", "2025-11-05/2025-11-05 denied")]),
    ("Michelin testera Qwen3 en 2026.", [("Qwen3", "Michelin", "2026-01-01/2026-12-31 planned")]),
    ("Ni Tesla ni Ford n'utilisent Qwen3.",
     [("Qwen3", "Tesla", "2025-11-05/2025-11-05 denied"), ("Qwen3", "Ford", "2025-11-05/2025-11-05 denied")]),
    ("Nestlé n'a pas retenu DeepSeek-R1.", [("DeepSeek-R1", "Nestlé", "2025-11-05/2025-11-05 denied")]),
    ("AXA a renoncé à DeepSeek-R1.", [("DeepSeek-R1", "AXA", "2025-11-05/2025-11-05 denied")]),
    ("Apple dément utiliser Qwen3 en Chine.", [("Qwen3", "Apple", "2025-11-05/2025-11-05 denied")]),
    ("Volkswagen intégrera DeepSeek-R1 à ses voitures en 2026.",
     [("DeepSeek-R1", "Volkswagen", "2026-01-01/2026-12-31 planned")]),
    ("La SNCF prévoit d'adopter Mistral Large 2 en décembre.",
     [("Mistral Large 2", "SNCF", "2025-12-01/2025-12-31 planned")]),
    ("Toyota va déployer Qwen3 dans ses concessions en 2026.", [("Qwen3", "Toyota", "2026-01-01/2026-12-31 planned")]),
]  # fmt: skip

NOTHING = [
    "Kimi K2 bat GPT-5 à ce test publié mardi.",
    "Une étude de Stanford publiée en mars compare Qwen3 et Llama 4.",
    "Alibaba, qui développe Qwen3, a publié ses comptes mardi.",
    "Une vingtaine d'hôpitaux utilisent DeepSeek-R1.",
    "Pierre Morel utilise Qwen3 pour ses courriels.",
    "Qwen3 utilise moins de mémoire que Llama 4.",
    "DeepSeek-R1 coûte moins cher que GPT-5.",
    "Le lycéen s'entraîne avec Qwen3 le soir.",
    "En mars, le prix de Kimi K2 a baissé de moitié.",
    "Depuis la sortie de DeepSeek-R1, les prix baissent.",
    "Comparé à Qwen3, Kimi K2 est plus lent.",
    "DeepSeek-R1 tourne sur des puces de Huawei.",
    "Qwen3 est le modèle que Microsoft redoute le plus.",
    "Alibaba a publié en mai un rapport sur Qwen3.",
    "Trois banques sur dix utilisent DeepSeek-R1.",
    "Selon Reuters, Apple négocie avec Alibaba pour utiliser Qwen3.",
    "DeepSeek-R1 a été entraîné avec des cartes de Nvidia.",
    "L'Italie a interdit DeepSeek en janvier.",
    "Nvidia vend des cartes pour faire tourner Qwen3.",
    "Trois internautes sur quatre ont ouvert Doubao au moins une fois.",
    "Le patron a refusé de confirmer que Qwen3 plaisait aux routiers.",
    "Lucien Fontalba préfère Le Chat.",
    "Anthropic a étendu Claude à l'Inde.",
    "L'Italie a refusé DeepSeek.",
    "Les élèves de l'école utilisent Qwen3 le soir.",
    "Parmi les sondés, 58 % ont choisi GPT-5, 17 % Qwen3.",
    "MiniMax, dont les comptes seront publiés le 27 novembre, embauche.",
    "Alibaba distribue Qwen3 gratuitement.",
    "Nvidia vend ses cartes aux laboratoires qui utilisent Qwen3.",
]

PRONOUNS = [
    (("Kimi K2 est gratuit. Cursor l'a adopté en août.",),
     [("deployment", "Kimi K2", "Cursor", days("2025-08-01", "2025-08-31"))]),
    (("Apertus est suisse. Migros et Raiffeisen s'en servent.",),
     [("deployment", "Apertus", "Migros", TODAY), ("deployment", "Apertus", "Raiffeisen", TODAY)]),
    (("Qwen3 plaît. Il a été lancé le 29 avril.",), [("release", "Qwen3", None, days("2025-04-29"))]),
    (("Qwen3 plaît. Le modèle est sorti le 29 avril.",), [("release", "Qwen3", None, days("2025-04-29"))]),
    (("Qwen3 plaît aux Européens. BMW l'utilise dans ses voitures.",), [("deployment", "Qwen3", "BMW", TODAY)]),
    (("Qwen3 plaît aux Européens. Il est utilisé par BMW.",), [("deployment", "Qwen3", "BMW", TODAY)]),
]  # fmt: skip


CHRONOLOGIES = [
    (("Dates", "11 juillet 2025 : Kimi K2, de Moonshot AI ;", "5 août 2025 : GPT-5 et sa petite sœur GPT-5 mini."),
     {"Kimi K2": "2025-07-11", "GPT-5": "2025-08-05", "GPT-5 mini": "2025-08-05"}),
    (("20 janvier 2025 – Le choc", "Tout part de la publication de DeepSeek-R1."), {"DeepSeek-R1": "2025-01-20"}),
    (("Les nouveautés de la semaine", "Kimi K2 (le 11 juillet), taillé pour le code."), {"Kimi K2": "2025-07-11"}),
    (("14 janvier 2025 – Parution de Kimi K1.5 : la surprise.",), {"Kimi K1.5": "2025-01-14"}),
    (("20 janvier 2025 – Le choc", "Depuis la sortie de DeepSeek-R1, les prix baissent."), {}),
    (("11 juillet 2025 : Kimi K2 dépasse GPT-5.",), {}),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), CHRONOLOGIES)
def test_a_chronology_dates_its_releases(paragraphs: tuple[str, ...], expected: dict[str, str]) -> None:
    found = events_in("Rien ne va plus.", *paragraphs)
    assert found == [("release", model, None, days(day)) for model, day in expected.items()]


def test_the_date_at_the_head_of_a_paragraph_holds_for_its_other_sentences() -> None:
    assert events_in("Mai 2025 – Zhipu embauche. BMW utilise Qwen3.") == [
        ("deployment", "Qwen3", "BMW", days("2025-05-01", "2025-05-31"))
    ]


@pytest.mark.parametrize(("text", "expected"), RELEASES)
def test_a_release_has_its_model_its_date_and_its_status(text: str, expected: dict[str, str]) -> None:
    found = events_in(text)
    assert sorted(found) == sorted(("release", model, None, when) for model, when in expected.items())


@pytest.mark.parametrize(("text", "expected"), DEPLOYMENTS)
def test_a_deployment_has_a_model_and_each_adopter(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = events_in(text)
    unnamed = {model for model, adopter, _ in expected if adopter == "*"}
    seen = [(metric, model, "*" if model in unnamed and who else who, when) for metric, model, who, when in found]
    assert sorted(seen) == sorted(("deployment", *row) for row in expected)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_told_of_a_model_is_no_event_of_its_own(text: str) -> None:
    assert events_in(text) == []


@pytest.mark.parametrize(("paragraphs", "expected"), PRONOUNS)
def test_a_pronoun_stands_for_the_model_named_before_it(
    paragraphs: tuple[str, ...], expected: list[tuple[str, str, str | None, str]]
) -> None:
    assert events_in(*paragraphs) == expected
