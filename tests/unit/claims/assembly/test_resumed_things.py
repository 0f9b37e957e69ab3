"""``Les exportations ralentissent. Elles n'ont gagné que 0,6 %``: a pronoun tells what is measured."""

from datetime import date

import pytest

from assets.articles.model import Article
from assets.claims.assembly.assemble import read_article


def _metrics(text: str) -> list[str]:
    article = Article("own", (text,), language="fr", published_on=date(2025, 11, 5))
    return [decision.metric for reading in read_article(article, "fr") for decision in reading.decisions]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Les exportations du Zhejiang ralentissent. Elles n'ont gagné que 0,6 % en mai.", "export_growth"),
        ("La production de ciment du Hubei repart. Elle a gagné 4 % en mai.", "output_growth"),
        ("Les effectifs de Foxconn varient. Ils ont atteint 200 000 en août.", "workforce"),
        ("Les capacités du Hebei stagnent. Elles dépassent 250 millions de tonnes de verre.", "capacity"),
        (
            "La production de verre du Hubei, elle, tient. En dépit des pannes, elle a gagné 4 %.",
            "output_growth",
        ),
        ("Yiwu soigne ses exportations. Celles-ci ont atteint 240 milliards de yuans en mars.", "export_value"),
        ("Hefei soigne sa capacité. Cette dernière dépasse 2 millions de voitures par an.", "capacity"),
    ],
)
def test_a_pronoun_that_resumes_a_measured_thing_tells_the_metric(text: str, metric: str) -> None:
    assert _metrics(text) == [metric]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        # Gender or number is another's, the noun is no subject, or the pronoun only sets somebody apart.
        ("Les exportations tirent Geely. Il a vendu 30 000 voitures en mai.", "sales_volume"),
        ("Les usines vivent des exportations. Elles ont produit 30 000 voitures en mai.", "output_volume"),
        ("Les exportations tirent Suzhou. Wuxi, elle, a produit 30 000 motos en mai.", "output_volume"),
    ],
)
def test_any_other_pronoun_leaves_the_sentence_its_own_words(text: str, metric: str) -> None:
    assert _metrics(text) == [metric]
