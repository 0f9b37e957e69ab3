"""Names are found whatever their case, accents, hyphens or spaces, the longest first, and traps are left alone."""

import time

import pytest

from sources.reference.gazetteer import known_names, known_products


def found(text: str) -> list[tuple[str, str, str]]:
    return [(name.text, name.kind, name.canonical) for name in known_names().find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("À Canton, la foire ouvre.", [("Canton", "place", "Guangzhou")]),
        ("le canton de Vaud", []),
        ("La Mongolie‑Intérieure et la Mongolie", [
            ("Mongolie‑Intérieure", "place", "Inner Mongolia"), ("Mongolie", "place", "Mongolia"),
        ]),
        ("du Shanxi au Shaanxi", [("Shanxi", "place", "Shanxi"), ("Shaanxi", "place", "Shaanxi")]),
        ("Tientsin et le Szechuan", [("Tientsin", "place", "Tianjin"), ("Szechuan", "place", "Sichuan")]),
        ("une firme pékinoise", [("pékinoise", "place", "Beijing")]),
        ("le modèle R‑1", [("R‑1", "model", "DeepSeek-R1")]),
        ("Qwen 3-Max puis Qwen3‑max", [("Qwen 3-Max", "model", "Qwen3-Max"), ("Qwen3‑max", "model", "Qwen3-Max")]),
        ("DeepSeek-V3.2-Exp", [("DeepSeek-V3.2-Exp", "model", "DeepSeek-V3.2-Exp")]),
        ("la version V3.9", []),
        ("gpt-oss-120b et gpt-oss", [("gpt-oss-120b", "model", "gpt-oss-120b"), ("gpt-oss", "model", "gpt-oss")]),
        ("GLM-4.5-Air", [("GLM-4.5-Air", "model", "GLM-4.5-Air")]),
        ("Opus 4.5 relit", [("Opus 4.5", "model", "Claude Opus 4.5")]),
        ("de Tanger aux Hauts-de-France", [
            ("Tanger", "place", "Tanger"), ("Hauts-de-France", "place", "Hauts-de-France"),
        ]),
        ("Bruxelles, puis la Bavière", [("Bruxelles", "place", "Brussels"), ("Bavière", "place", "Bavaria")]),
        ("une aluminerie québécoise, un brasseur wallon", [
            ("québécoise", "place", "Quebec"), ("wallon", "place", "Wallonia"),
        ]),
        ("la filière vosgienne et les Alsaciens", [
            ("vosgienne", "place", "Vosges"), ("Alsaciens", "place", "Alsace"),
        ]),
        ("aux Amériques et outre-Rhin", [
            ("Amériques", "place", "Americas"), ("outre-Rhin", "place", "Germany"),
        ]),
        ("l'Afrique de l'Ouest, puis l'Hexagone", [
            ("Afrique de l'Ouest", "place", "West Africa"), ("Hexagone", "place", "France"),
        ]),
        ("un hexagone sur une grande île", []),
        ("au laboratoire de Shanghai", [("laboratoire de Shanghai", "organisation", "Shanghai AI Laboratory")]),
        ("le comté de Zheng’an, puis Zhengan", [
            ("Zheng’an", "place", "Zheng'an"), ("Zhengan", "place", "Zheng'an"),
        ]),
        ("Claude Monet et Jean-Claude", []),
        ("Claude rédige, Claude Sonnet 4.5 relit", [
            ("Claude", "model", "Claude"), ("Claude Sonnet 4.5", "model", "Claude Sonnet 4.5"),
        ]),
        ("Kimi Räikkönen roule", []),
        ("le mistral souffle, un llama passe", []),
        ("les étiquettes que Nio pose", [("Nio", "organisation", "Nio")]),
        ("l'eau et les rats de nous", []),
        ("DeepSeek", [("DeepSeek", "model", "DeepSeek"), ("DeepSeek", "organisation", "DeepSeek")]),
        ("le Bureau national des statistiques", [
            ("Bureau national des statistiques", "organisation", "National Bureau of Statistics"),
        ]),
    ],
)  # fmt: skip
def test_names_are_found_by_their_longest_form(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_offsets_point_at_the_name_in_the_text_that_was_given() -> None:
    text = "Œuvre – à Xi’an, l’œil sur Shenzhen ; 西安 aussi."
    names = known_names().find(text)
    assert [text[name.start : name.end] for name in names] == [name.text for name in names]
    assert [name.canonical for name in names] == ["Xi'an", "Shenzhen"] + ["Xi'an"] * (len(names) - 2)


def test_products_are_found_by_singular_and_plural() -> None:
    text = "hauts-fourneaux, véhicule à énergies nouvelles, PC portables, puces d’IA"
    assert [name.code for name in known_products().find(text)] == [
        "blast_furnace",
        "new_energy_vehicle",
        "laptop",
        "ai_chip",
    ]


def test_a_name_does_not_run_over_a_line_break_or_into_a_word() -> None:
    assert found("Claude\nSonnet") == [("Claude", "model", "Claude")]
    assert found("Shenzhenite, BYDs") == []


def test_time_grows_with_length_only() -> None:
    line = "de la Chine à la Mongolie Intérieure, république populaire de rien, Kimi K2 K2 K2 " * 50
    known_names()
    started = time.perf_counter()
    known_names().find(line)
    once = time.perf_counter() - started
    started = time.perf_counter()
    known_names().find(line * 8)
    assert time.perf_counter() - started < 40 * once + 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qwen4 est sorti", "Qwen4"),
        ("le modèle GLM-5.2 arrive", "GLM-5.2"),
        ("Kimi K3 Thinking sera lancé", "Kimi K3 Thinking"),
        ("Llama 6 dispose", "Llama 6"),
        ("Claude Opus 9, puis", "Claude Opus 9"),
        ("DeepSeek‑V7‑Pro", "DeepSeek-V7-Pro"),
        ("DeepSeek-V3-0911", "DeepSeek-V3-0911"),
        ("MiniMax M8.", "MiniMax M8"),
        ("Qwen9-Coder-480B-A35B-Instruct tourne", "Qwen9-Coder-480B-A35B-Instruct"),
        ("Qwen3-30B-A3B-Thinking-2507", "Qwen3-30B-A3B-Thinking-2507"),
        ("Llama 3.1 8B tient", "Llama 3.1 8B"),
        ("Gemma 7 27B suffit", "Gemma 7 27B"),
        ("Magistral Medium 1.2 raisonne", "Magistral Medium 1.2"),
        ("GLM-6V voit", "GLM-6V"),
        ("R1-Distill-Qwen-32B", "DeepSeek-R1-Distill-Qwen-32B"),
        ("Kimi Thinking répond", "Kimi Thinking"),
        ("GPT-9 mini, bon marché", "GPT-9 mini"),
        ("Hunyuan-A52B", "Hunyuan-A52B"),
    ],
)
def test_an_unlisted_version_of_a_listed_family_is_a_model_of_its_own(text: str, expected: str) -> None:
    names = known_names().find(text)
    assert [(name.canonical, name.kind, name.form) for name in names] == [(expected, "model", "version")]


@pytest.mark.parametrize(
    "text",
    [
        "Kimi 9,7 millions",
        "Grok 12 milliards",
        "Yuanbao 32,9",
        "Mistral 7 fois",
        "Doubao 172 000 abonnés",
        "Gemma 3 %",
        "Llama en 2025",
        "Kimi 300 personnes",
        "Qwen. Plus de 300 firmes",
    ],
)
def test_a_figure_behind_a_model_is_no_version(text: str) -> None:
    assert [name.form for name in known_names().find(text)] == ["name"]
