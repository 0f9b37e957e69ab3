"""An explanation names what was weighed for every figure, claims and rejected ones alike."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.explain import explain

ARTICLE = Article(
    "x",
    ("Chery a exporté 1,1 million de voitures en 2024. Le bénéfice de Chery a gagné 8 %.",),
    language="fr",
    published_on=date(2025, 1, 10),
)


def test_a_claim_shows_the_metrics_and_subjects_that_were_weighed():
    exported = explain(ARTICLE)[0]
    assert (exported.mention, exported.outcome, exported.metric) == ("1,1 million", "claim", "export_volume")
    assert exported.subject_candidates[0][0] == "Chery"
    assert dict(exported.metric_candidates)["export"] > 0
    assert "period:own" in exported.rules
    periods = dict(exported.period_candidates)
    assert list(periods) == ["2024-01-01..2024-12-31", "publication"]
    assert sum(periods.values()) == pytest.approx(1.0)


def test_a_figure_set_aside_shows_the_reason():
    profit = explain(ARTICLE)[-1]
    assert (profit.mention, profit.outcome, profit.metric) == ("8 %", "excluded_profit", "")


def test_what_language_settles_is_told() -> None:
    text = (
        "Zhengzhou vit des 200 000 emplois que Foxconn y fournit. Les effectifs fondent. Ils étaient 300 000 en 2020."
    )
    article = Article("own", (text,), language="fr", published_on=date(2025, 6, 12))
    staff, before = explain(article)
    assert "subject:relative_clause" in staff.rules
    assert "metric:resumed" in before.rules
