"""Which figures a change of rules reads in another way, and whether it wins or loses by it."""

from datetime import date

from assets.articles.model import Article
from tests.quality.training.flips import flips, main, reading_of
from tests.quality.training.samples import Labelled

TEXT = "Geely a vendu 12 000 voitures en mai et emploie 900 ouvriers."
ROW = {
    "article": "own",
    "mention": "12 000",
    "value": 12000,
    "metric": ["sales_volume"],
    "subject": ["Geely"],
    "period": [["2025-04-01", "2025-04-30"]],
}


def _read(text: str = TEXT) -> list[dict[str, object]]:
    article = Article("own", (text,), language="fr", published_on=date(2025, 6, 12))
    return list(reading_of(Labelled(article, [ROW])))


def test_each_figure_is_told_right_or_wrong_by_its_label() -> None:
    sold, staff = _read()
    assert sold["right"] == {"metric": True, "subject": True, "value": True, "period": False}
    assert staff["right"] == {
        "metric": False,
        "subject": None,
        "value": None,
        "period": None,
    }  # no label: it should be no claim


def test_only_what_is_read_in_another_way_is_shown() -> None:
    before = _read()
    assert not flips(before, before)
    after = [
        {**read, "told": {**read["told"], "subject": "BYD"}, "right": {**read["right"], "subject": False}}  # type: ignore[dict-item]
        for read in before[:1]
    ]
    assert list(flips(before, after)) == [("subject", True, False)]


def test_anything_but_keep_or_show_is_refused() -> None:
    assert main(["keep"]) == main(["drop", "file"]) == 2
