"""The unseen articles can be measured: every mention stands where its label says, and none is learned from."""

import json
from pathlib import Path

import pytest

from assets.articles.clean import clean
from tests.quality.training.train import HERE as TRAINING

UNSEEN = Path(__file__).parent
ROWS = [json.loads(line) for line in (UNSEEN / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
ARTICLES = sorted((UNSEEN / "articles").iterdir())


def test_labels_and_articles_belong_together() -> None:
    assert {row["article"] for row in ROWS} == {path.name for path in ARTICLES}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_mention_stands_in_the_clean_text(path: Path) -> None:
    text = clean(path.read_bytes(), path.name).text
    for row in ROWS:
        if row["article"] == path.name:
            found = sum(text.startswith(row["mention"], at) for at in range(len(text)))
            assert found >= row["nth"] >= 1, row["mention"]


def test_no_unseen_article_is_learned_from() -> None:
    learned = {path.read_bytes() for path in (TRAINING / "articles").iterdir()}
    assert not [path.name for path in ARTICLES if path.read_bytes() in learned]
