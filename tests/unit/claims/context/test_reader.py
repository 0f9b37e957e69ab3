"""Figures are read in their surroundings where the rankers are in doubt, and the same way each time."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import Reading, read_article
from assets.claims.context import encoder, reader
from assets.claims.extract import extract
from tests.quality.training.context.questions import questions_of
from tests.quality.training.samples import Labelled

PARAGRAPHS = (
    "À Wuhu, Chery a monté 1,2 million de voitures en 2024. Le groupe en a vendu un tiers au Brésil.",
    "Chez Leapmotor, à Jinhua, on en compte 290 000. La province du Zhejiang y ajoute une prime de 3 000 yuans.",
)
ARTICLE = Article("own", PARAGRAPHS, title="Chery accélère", language="fr", published_on=date(2025, 1, 20))


def choices(readings: list[Reading]) -> list[tuple[str, str, str]]:
    return [(d.figure.mention, d.metric, d.subject) for reading in readings for d in reading.decisions]


def test_without_a_reader_nothing_is_read_in_context(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "encode", lambda ids: pytest.fail(f"read {len(ids)} pieces"))
    assert choices(read_article(ARTICLE, "fr", None))


def test_a_ranker_that_is_sure_needs_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_SURE", 0.0)
    monkeypatch.setattr(reader, "encode", lambda ids: pytest.fail(f"read {len(ids)} pieces"))
    assert choices(read_article(ARTICLE, "fr")) == choices(read_article(ARTICLE, "fr", None))


def test_a_window_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[int, ...]] = []

    def encode(ids):
        read.append(tuple(ids))
        return encoder.encode(ids)

    monkeypatch.setattr(reader, "_SURE", 2.0)
    monkeypatch.setattr(reader, "encode", encode)
    read_article(ARTICLE, "fr")
    assert read
    assert len(set(read)) == len(read)


def test_other_articles_change_nothing() -> None:
    first = extract(ARTICLE)
    extract(Article("other", PARAGRAPHS[::-1], language="fr", published_on=date(2024, 5, 2)))
    assert extract(ARTICLE) == first


def test_an_article_without_text_or_title_is_read() -> None:
    assert choices(read_article(Article("none", (), language="fr"), "fr")) == []
    assert choices(read_article(Article("own", PARAGRAPHS, language="fr"), "fr"))


def test_questions_for_learning_stand_at_the_figures_of_their_windows() -> None:
    row = {"mention": "290 000", "value": 290000.0, "metric": ["output_volume"], "subject": ["Leapmotor"]}
    (asked,) = questions_of([Labelled(ARTICLE, [row], is_partial=True)])
    figures = {question.figure for question in asked.questions if question.slot == "subject"}
    assert len(figures) == 1
    ((first, last),) = figures
    subject = next(question for question in asked.questions if question.slot == "subject")
    assert encoder_text(asked.windows[subject.window][first : last + 1]) == "290 000"
    assert 0 < sum(subject.accepted) < len(subject.accepted)
    named = [mentions for (_, mentions), right in zip(subject.options, subject.accepted, strict=True) if right]
    texts = [encoder_text(asked.windows[subject.window][m.span[0] : m.span[1] + 1]) for m in named[0] if m.is_inside]
    assert texts == ["Leapmotor"]


def test_questions_on_periods_stand_at_their_expressions() -> None:
    label = {"mention": "un tiers", "value": 0.33, "metric": ["sales_share"], "subject": ["Chery"]}
    year = [["2024-01-01", "2024-12-31"]]
    (asked,) = questions_of([Labelled(ARTICLE, [label | {"period": year}], is_partial=True)])
    (question,) = [question for question in asked.questions if question.slot == "period"]
    (right,) = [option for option, accepted in zip(question.options, question.accepted, strict=True) if accepted]
    assert encoder_text(asked.windows[question.window][right.span[0] : right.span[1] + 1]).rstrip(".") == "2024"
    assert right.gap > 0
    assert "length:year" in right.kinds
    assert [option.span for option in question.options if option != right] == [None]  # publication is nowhere said
    (untold,) = questions_of([Labelled(ARTICLE, [label], is_partial=True)])
    assert not [question for question in untold.questions if question.slot == "period"]


def encoder_text(ids) -> str:
    from assets.claims.context.pieces import _model

    return _model().decode([int(number) for number in ids])
