"""Floors of the cleaner on the project's own samples: bodies, furniture, facts, repeatability."""

import re
import tomllib
from collections import Counter

import pytest

from assets.articles.clean import clean
from tests.quality.cleaning.sample_format import SAMPLES, load_samples

LOADED = load_samples()
FACTS = tomllib.loads((SAMPLES / "facts.toml").read_text(encoding="utf-8"))
ARTICLES = {sample.name: clean(sample.raw, sample.name) for sample in LOADED}
# Set to what the samples reached on 2026-11-22; they only rise.
FLOOR_F1, FLOOR_PARAGRAPHS = 0.99, 0.97


def _shingles(text):
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[at:] for at in range(4)), strict=False))


def _f1(gold, got):
    hit = sum((gold & got).values())
    precision, recall = hit / max(sum(got.values()), 1), hit / max(sum(gold.values()), 1)
    return 2 * precision * recall / (precision + recall) if hit else 0.0


def _fold(text):
    return re.sub(r"\s+", " ", text)


def test_the_mean_body_f1_of_the_samples_stays_above_its_floor():
    scores = [_f1(_shingles("\n".join(sample.paragraphs)), _shingles(ARTICLES[sample.name].text)) for sample in LOADED]
    assert sum(scores) / len(scores) >= FLOOR_F1


def test_whole_paragraphs_stay_above_their_floor():
    hit = wanted = got = 0
    for sample in LOADED:
        gold = Counter(_fold(text) for text in sample.paragraphs)
        have = Counter(_fold(text) for text in ARTICLES[sample.name].paragraphs)
        hit, wanted, got = hit + sum((gold & have).values()), wanted + sum(gold.values()), got + sum(have.values())
    assert 2 * hit / (wanted + got) >= FLOOR_PARAGRAPHS


@pytest.mark.parametrize("sample", LOADED, ids=lambda sample: sample.name)
def test_no_line_of_furniture_is_left_in_the_body(sample):
    body = {_fold(text) for text in ARTICLES[sample.name].paragraphs}
    assert not body & ({_fold(line) for line in sample.furniture} - {_fold(text) for text in sample.paragraphs})


@pytest.mark.parametrize("sample", LOADED, ids=lambda sample: sample.name)
def test_the_title_is_found_and_is_not_part_of_the_body(sample):
    article = ARTICLES[sample.name]
    assert _fold(article.title or "") == _fold(sample.title or "")
    assert sample.title not in article.paragraphs


@pytest.mark.parametrize("sample", LOADED, ids=lambda sample: sample.name)
def test_every_dated_sample_is_dated_and_no_other(sample):
    told = ARTICLES[sample.name].published_on
    assert (told.isoformat() if told else None) == FACTS.get(sample.name, {}).get("published_on")


@pytest.mark.parametrize("sample", LOADED, ids=lambda sample: sample.name)
def test_the_other_facts_are_what_the_page_tells(sample):
    article = ARTICLES[sample.name]
    for field, value in FACTS.get(sample.name, {}).items():
        assert str(getattr(article, field)) == value, field
    assert article.language == "fr"


@pytest.mark.parametrize("sample", LOADED, ids=lambda sample: sample.name)
def test_cleaning_again_gives_the_same_article(sample):
    assert clean(sample.raw, sample.name) == ARTICLES[sample.name]
