"""Words around a figure and between a name and it are facts; where a subject stands is what they are crossed with."""

from datetime import date

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article
from assets.claims.ranking.linear import Option, Question


def _asked(*paragraphs: str, mention: str) -> Question:
    article = Article("article", paragraphs, language="fr", published_on=date(2025, 6, 12))
    decisions = [decision for reading in read_article(article, "fr") for decision in reading.decisions]
    return next(d.asked["subject"] for d in decisions if d.figure.mention == mention)


def _option(asked: Question, subject: str) -> Option:
    names = [str(getattr(label, "name", "")) for label in asked.labels]
    return asked.options[names.index(subject)]


def test_words_tell_what_they_are_and_on_which_side() -> None:
    asked = _asked("Selon un courtier de Lyon, Geely a vendu 90 000 voitures électriques en mai.", mention="90 000")
    words = asked.context["words"]
    assert {"l:<name>", "l:vendu", "r:voitures", "o0:selon", "c0:<name>", "c1:a"} <= words.keys()
    between = _option(asked, "Geely").features
    assert {"before:between:a", "before:between:vendu|firm"} <= between.keys()
    assert "before:between:<name>" not in _option(asked, "Lyon").features


def test_a_subject_stands_where_it_is_named_pointed_at_or_carried() -> None:
    first = "Geely a vendu 90 000 voitures électriques en mai."
    carried = _asked(f"{first} Il en a exporté 40 000.", mention="40 000")
    assert _option(carried, "Geely").keys["words"] == ("carried", "carried|firm", "carried|current")
    pointed = _asked(f"{first} Le groupe en a exporté 40 000.", mention="40 000")
    assert _option(pointed, "Geely").keys["words"][0] == "points"
    second = _asked("Geely a vendu 90 000 voitures en mai et en a exporté 40 000.", mention="40 000")
    assert _option(second, "Geely").keys["words"] == ("before", "before|firm", "before|same")
