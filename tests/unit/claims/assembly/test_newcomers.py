"""Firms that no file lists are read by the words around them; persons, places and common words are none."""

import time

import pytest

from assets.claims.assembly.names import known_in, known_in_article
from assets.claims.assembly.newcomers import REPORTER, newcomers
from assets.claims.language.loader import Entry, load_entries


def found(text: str) -> list[tuple[str, str]]:
    return [(text[new.start : new.end], new.name) for new in newcomers(text, known_in(text), "fr")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("À Tanger, le fabricant de pneus Roulavent tourne à plein.", "Roulavent"),
        ("le constructeur de camions à énergies nouvelles Trakova", "Trakova"),
        ("La coentreprise Cobalia sort des précurseurs.", "Cobalia"),
        ("Le Groupe Fontalba coule de la fonte.", "Fontalba"),
        ("Le norvégien Stalfjord, lui, livre moins.", "Stalfjord"),
        ("Le grenoblois Alpivolt embauche.", "Alpivolt"),
        ("Vernolux, coté à Shenzhen, vend des verres.", "Vernolux"),
        ("Mabrisse, une fonderie savoyarde, embauche.", "Mabrisse"),
        ("Au Zimbabwe, Fontalba, filiale de Tsingshan, coule sa fonte.", "Fontalba"),
        ("La maladie l'a conduit chez Mabrisse, à Suzhou.", "Mabrisse"),
        ("Le chiffre d'affaires de Fontalba a doublé.", "Fontalba"),
        ("l'usine voisine de Fontalba, qui fabrique des presses", "Fontalba"),
        ("À Jinhua, où Fontalba emploie 300 ouvriers, la ville grandit.", "Fontalba"),
        ("Nanfeng Precision Machinery a vendu 300 tours.", "Nanfeng Precision Machinery"),
        ("Jiangsu Nanfeng Machinery a vendu 300 tours.", "Jiangsu Nanfeng Machinery"),
        ("Li Auto Semiconductor a vendu 300 puces.", "Li Auto Semiconductor"),
        ("Brelandis (la « Société »), présent à Wuhu, publie ses comptes.", "Brelandis"),
        ("Geely Hubei a vendu 300 camions.", "Geely Hubei"),
        ("Haier Cuisinique a vendu 300 fours.", "Haier Cuisinique"),
        ("À l'ouest, Volvo Graders se porte bien.", "Volvo Graders"),
        ("Les fours de Wuhu Fondange, 300 en tout, chauffent.", "Wuhu Fondange"),
        ("Qinzhou Salt Lake Minerals dort.", "Qinzhou Salt Lake Minerals"),
        ("L'Américain Cortivane, filiale de Haier, dort.", "Cortivane"),
        ("Chez Haier Cuisinique, on embauche.", "Haier Cuisinique"),
        ("Le four de Geely-Nio dort.", "Geely-Nio"),
        ("Le four de Haier Volvo dort.", "Haier Volvo"),
        ("Les Ateliers d'Orvanne dorment.", "Ateliers d'Orvanne"),
        ("Aux Brasseries du Cameroun, on embauche.", "Brasseries du Cameroun"),
        ("Le Fournil de la Mabre Blanche dort.", "Fournil de la Mabre Blanche"),
        ("Odile Varenne dirige la manufacture Varenne.", "Varenne"),
        ("Odile Varenne tourne. Chez Varenne, à Vire, on moule.", "Varenne"),
        ("la fonderie Jin Boulons tourne", "Jin Boulons"),
        ("Fontalba en promet 10 000 d'ici à 2027.", "Fontalba"),
        ("Fontalba, de Nankin, n'en profite pas.", "Fontalba"),
        ("La guerre des prix fait des victimes : Fontalba, qui comptait 80 000 salariés, recule.", "Fontalba"),
        ("La maison mère, Fontalba, construit des éoliennes.", "Fontalba"),
        ("Suivent Trakova (36 728, +19 %), Nio (36 275) et Li Auto.", "Trakova"),
        ("Xiaomi en a livré 48 000, Nio 40 397 et Trakova 42 013.", "Trakova"),
        ("Trakova et Seres ont livré 125 000 voitures.", "Trakova"),
        ("Derrière BYD, Geely et Trakova, le marché s'effrite.", "Trakova"),
        ("Fontalba, à Nantong, occupe 17 000 personnes.", "Fontalba"),
        ("Fontalba, l'étoile locale, a vendu quatre presses.", "Fontalba"),
        ("Fontalba, venue de Wuhan, y fait travailler 420 personnes.", "Fontalba"),
        ("Fontalba, dont le siège est à Xinyu, la porte à côté, a livré 130 000 tonnes.", "Fontalba"),
        ("La Fontalba, à Wuxi, a broyé moins de canne.", "Fontalba"),
        ("Le plus grand, Fontalba, fait travailler 2 300 personnes.", "Fontalba"),
        ("Notre champion, Fontalba, a livré quatorze appareils.", "Fontalba"),
        ("Son voisin FTB en emploie 11 000.", "FTB"),
        ("La ville a payé pour attirer Fontalba, qui y emploie 520 personnes.", "Fontalba"),
        ("confie le tourneur de chez lui, Fontalba, deux cents ouvriers", "Fontalba"),
        ("une firme de Shenzhen, Fontalba, qui monte des onduleurs", "Fontalba"),
        ("des drones que fabrique une firme de Yinchuan nommée Fontalba.", "Fontalba"),
        ("les capteurs de Vernolux Semi, de belle taille", "Vernolux Semi"),
        ("Le fabricant de cadres en carbone Trakova y a casé 210 pièces.", "Trakova"),
        ("La filière recrute. Trakova a monté 1 150 tracteurs l'an dernier.", "Trakova"),
        ("Trakova y dépense 1,6 milliard de dollars.", "Trakova"),
        ("Trakova s'est contenté de 12 000 pièces.", "Trakova"),
        ("Trakova, le plus gros du pays, taille dans ses frais.", "Trakova"),
        ("Trakova, un des grands du lieu, se porte bien.", "Trakova"),
        ("Trakova, gros broyeur de la région, ferme un site.", "Trakova"),
        ("Mme Roux, 52 ans, dirige Trakova. Ses 240 tapissiers cousent.", "Trakova"),
        ("Une ingénieure a fondé Trakova en 2012 à Wuxi.", "Trakova"),
    ],
)
def test_a_firm_shows_itself_by_the_words_around_it(text: str, name: str) -> None:
    assert found(text) == [(name, name)]


@pytest.mark.parametrize(
    "text",
    [
        "Le patron Zhu Meiling emploie 300 ouvriers.",
        "Odile Varenne, 42 ans, a vendu 300 cadres. Varenne embauche.",
        "« Nous embauchons », raconte Odile Varenne, directrice de l'usine.",
        "Le Norvégien Stalfjord a gagné la course.",
        "L'aluminium en a perdu 3 %.",
        "Bonjour a tous, Lui prévoit 300 usines.",
        "Faut-il croire aux chiffres ?",
        "Plafonnée depuis 2017, la production recule.",
        "À Kénitra, le fabricant recrute.",
        "L'usine de Kénitra recrute.",
        "Le groupe de Kénitra recrute.",
        "Le patron du groupe, Varennois, démissionne.",
        "Celui-ci se targue de ses ventes.",
        "Dans les batteries LFP, CATL et BYD pèsent lourd.",
        "Ainsi, BYD a vendu 300 voitures.",
        "Le Ministère emploie 300 agents.",
        "Production en baisse. Raffinage a perdu 3 %.",
        "Madame Tan emploie 12 couturières.",
        "Elle-même, à Wuxi, en a vendu 300.",
        "Le Royaume a produit 300 000 voitures.",
        "Toute usine, à Wuxi, emploie des robots.",
        "La veuve Gu, qui vend des presses, sourit.",
        "L'atelier de la Lys emploie six personnes.",
        "Principaux produits de juin",
        "Nouvelles embauches à Wuhu",
        "Grands comptes : 300 clients",
    ],
)
def test_persons_places_and_common_words_are_no_firms(text: str) -> None:
    assert found(text) == []


def test_a_firm_that_was_introduced_once_is_known_again_by_its_first_word() -> None:
    text = "Vernolux Optical, coté à Shenzhen, vend des verres.\nEn 2024, Vernolux en a écoulé 3 millions."
    assert found(text) == [("Vernolux Optical", "Vernolux Optical"), ("Vernolux", "Vernolux Optical")]


@pytest.mark.parametrize(
    "text",
    [
        "Anne Lorrain, analyste chez Orvanne, calcule que le marché recule.",
        "Selon le cabinet Orvanne, le marché recule.",
        "Orvanne Capital a vu le marché reculer.",
        "Selon le bulletin Orvanne, le marché recule.",
        "explique Ingrid Vasseur, de la maison Orvanne & Associés.",
        "du courtier coréen Orvanne, pour qui le marché recule",
    ],
)
def test_a_house_that_only_counts_is_a_reporter(text: str) -> None:
    assert [new.level for new in newcomers(text, known_in(text), "fr")] == [REPORTER]


@pytest.mark.parametrize(
    "text",
    [
        "La Geely Fontane a plu : une Volvo Brisane dort.",
        "Geely E5 ou tram, la ville hésite.",
        "HAIER REPREND LA TÊTE",
        "HAIER VOLVO",
        "Haier X dort.",
        "ChatGPT Plus coûte 20 dollars.",
        "L'axe Wuhu-Shanghai dort.",
        "Les Ateliers dorment.",
        "L'Américain dort.",
    ],
)
def test_a_known_name_stays_what_it_is_beside_no_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("entry", [e for e in load_entries("fr", "names") if e.data["shows"] == "place"])
def test_a_word_for_a_place_makes_no_firm_of_a_place(entry: Entry) -> None:
    assert [found(text) for text in entry.examples] == [[]] * len(entry.examples)
    assert all(found(text) for text in entry.counter_examples)


# Entries whose cue alone shows a firm; the others veto or qualify.
SHOWN_ALONE = [e for e in load_entries("fr", "names") if e.data["shows"] in {"firm", "reporter"}]


@pytest.mark.parametrize("entry", SHOWN_ALONE, ids=lambda entry: entry.id)
def test_the_examples_of_a_cue_show_a_firm(entry: Entry) -> None:
    for example in entry.examples:
        assert found(example), f"{entry.id}: nothing in {example!r}"


@pytest.mark.parametrize(
    "entry", [e for e in load_entries("fr", "names") if e.data["shows"] in {"person", "nothing"}], ids=lambda e: e.id
)
def test_the_examples_of_a_veto_show_none(entry: Entry) -> None:
    for example in entry.examples:
        assert found(example) == [], f"{entry.id}: {found(example)} in {example!r}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GLM-4.5 est lourd. Sa version Air tient sur une carte.", "GLM-4.5-Air"),
        ("Qwen3 est ouvert, la version Max ne l'est pas.", "Qwen3-Max"),
        ("DeepSeek-V4-Flash est léger, la version Pro ne l'est pas.", "DeepSeek-V4-Pro"),
    ],
)
def test_a_version_said_alone_is_that_of_the_model_above(text: str, name: str) -> None:
    assert [found.canonical for found in known_in_article(text, "fr")][-1] == name


def test_a_version_word_without_a_model_above_is_no_name() -> None:
    assert known_in_article("La version Max de la voiture coûte cher. Qwen3 est ouvert.", "fr")[0].canonical == "Qwen3"


@pytest.mark.parametrize("text", ["Wang Haiyang sourit.", "« Bien », dit Chen Xinfa."])
def test_a_given_name_is_no_town_and_no_firm(text: str) -> None:
    assert known_in_article(text, "fr") == []


def test_a_town_with_its_own_words_before_it_stays_a_town() -> None:
    assert [known.canonical for known in known_in_article("À Haiyang, Li Auto vend.", "fr")] == ["Haiyang", "Li Auto"]


def test_time_grows_with_the_text_only() -> None:
    line = "Selon Orvanne, le fabricant de pneus de jantes à bas prix Roulavent, coté, a vendu Trois Mille Roues. "
    newcomers(line, known_in(line), "fr")
    begun = time.perf_counter()
    newcomers(line * 20, known_in(line * 20), "fr")
    once = time.perf_counter() - begun
    begun = time.perf_counter()
    newcomers(line * 160, known_in(line * 160), "fr")
    assert time.perf_counter() - begun < 40 * once + 0.5


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Aux dires du maire, tout va bien.", 0),
        ("Tout va. Aux États-Unis, l'usine ferme.", 1),
        ("Midea, Gree et Aux vendent des climatiseurs.", 3),
    ],
)
def test_a_preposition_at_the_head_of_a_sentence_is_no_firm(text: str, count: int) -> None:
    assert len(known_in_article(text, "fr")) == count


def test_an_author_in_capitals_is_no_firm() -> None:
    text = "FLORIAN VARENNE, à Lyon, emploie deux pigistes."
    assert newcomers(text, known_in(text), "fr") == []
