"""Articles whose figures are marked in the text."""

import pytest

from tests.quality.training.context.questions import questions_of
from tests.quality.training.marked import MarkError, marked_articles, read_marked
from tests.quality.training.samples import samples_of

HEAD = "Les ateliers de Foshan\nPar Lise Aubert, 3 mars 2026\n"
BODY = (
    "Le fabricant de fours Lanhai a vendu [[5 000|sales_volume|Lanhai]] appareils en 2025, contre "
    "[[4 500|sales_volume/output_volume|Lanhai/Foshan]] un an plus tôt, à 5 000 yuans pièce. Il paie "
    "[[une dizaine|?]] de voisins et emploie [[5 000 personnes|workforce|Lanhai]]."
)


def test_marks_become_labels_of_the_figures_that_they_mark() -> None:
    told = read_marked(HEAD + BODY, "fours.txt")

    assert "[[" not in told.article.text
    assert [(row["mention"], row["nth"]) for row in told.rows] == [
        ("5 000", 1),
        ("4 500", 1),
        ("une dizaine", 1),
        ("5 000 personnes", 1),
    ]
    assert told.rows[1]["metric"] == ["sales_volume", "output_volume"]
    assert told.rows[1]["subject"] == ["Lanhai", "Foshan"]
    assert told.rows[2]["optional"]


def test_partial_labels_ask_about_metrics_and_subjects_alone() -> None:
    told = read_marked(HEAD + BODY.replace("Il paie", "Le 2 mars, la ville a adopté DeepSeek-R1. Il paie"), "fours.txt")

    asked = samples_of([told])

    assert set(asked) == {"metric", "subject"}
    assert len(asked["subject"]) == 3
    unmarked = [sample for sample in asked["metric"] if sample.accepted[0]]
    assert len(unmarked) == 1


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2025", [["2025-01-01", "2025-12-31"]]),
        ("2025-02", [["2025-02-01", "2025-02-28"]]),
        ("2025-02-03", [["2025-02-03", "2025-02-03"]]),
        ("2025-01..2025-06", [["2025-01-01", "2025-06-30"]]),
        ("..2027", [[None, "2027-12-31"]]),
        ("2018-03-02..", [["2018-03-02", None]]),
        ("pub/2026", [["2026-03-03", "2026-03-03"], ["2026-01-01", "2026-12-31"]]),
        ("none", [[None, None]]),
    ],
)
def test_the_fourth_part_of_a_mark_tells_the_period(period: str, days: list[list[str | None]]) -> None:
    told = read_marked(HEAD + BODY.replace("sales_volume|Lanhai]]", f"sales_volume|Lanhai|{period}]]"), "fours.txt")

    assert told.rows[0]["period"] == days
    assert "period" not in told.rows[1]


def test_the_encoder_alone_learns_periods_from_marks() -> None:
    told = read_marked(HEAD + BODY.replace("sales_volume|Lanhai]]", "sales_volume|Lanhai|pub]]"), "fours.txt")

    assert not samples_of([told])["period"]
    slots = [question.slot for asked in questions_of([told]) for question in asked.questions]
    assert slots.count("period") == 1  # the other mark tells none


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        (HEAD + "Lanhai a vendu [[5 000|sales_volume|Lanhai|2025-13]] fours à Foshan l'an dernier.", "period"),
        (HEAD + "Lanhai a vendu [[5 000|sales_volume|Lanhai|mai]] fours à Foshan l'an dernier.", "period"),
        (HEAD + "Lanhai a vendu [[5 000|sales_volume]] fours à Foshan l'an dernier.", "subject"),
        (HEAD + "Lanhai a vendu [[5 000|sold|Lanhai]] fours à Foshan l'an dernier.", "sold"),
        (HEAD + "Lanhai a vendu [[5 000|sales_volume|Lanhai fours à Foshan l'an dernier.", "not closed"),
        ("[[5 000|sales_volume|Lanhai]] fours vendus\n3 mars 2026\nLanhai va bien, merci pour lui.", "title"),
    ],
)
def test_a_mark_that_cannot_be_read_is_told_with_its_file(text: str, cure: str) -> None:
    with pytest.raises(MarkError, match=cure) as error:
        read_marked(text, "fours.txt")
    assert "fours.txt" in str(error.value)


def test_every_marked_article_can_be_read() -> None:
    articles = marked_articles()
    assert articles
    for told in articles:
        assert told.rows, told.article.name
