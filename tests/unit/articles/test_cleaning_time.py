"""A page that passes all limits is cleaned in a time that grows as the page does."""

import time

import pytest

from assets.articles.clean import clean
from assets.articles.model import RefusedArticleError

SENTENCE = "La commune a vendu le terrain à la région, qui veut y bâtir une école pour les enfants du quartier. "
HEAD = f"<!DOCTYPE html><html lang='fr'><body><h1>Une école au nord</h1>{f'<p>{SENTENCE}</p>' * 5}"
# Twice the page may cost twice the time; quadratic work costs four times as much. Clocks of busy machines are rough.
SMALL, STEP, MOST, NEGLIGIBLE = 400, 4, 10.0, 0.05

REPEATED = {
    "times in a box of other articles": lambda n: "<aside>" * 100 + "<time>3 mars 2024</time>" * n,
    "line breaks without full stops": lambda n: f"<p>{'une ligne de texte<br>' * n}</p>",
    "links": lambda n: "".join(f"<a href='/{at}'>Un lien de plus {at}</a> " for at in range(n)),
    "names of boxes": lambda n: "".join(f"<div id='related-{at}' class='c{at}'>mot</div>" for at in range(n)),
    "deep paragraphs": lambda n: "<div>" * 100 + f"<p>{SENTENCE}</p>" * (n // 2),
    "letters without blanks": lambda n: f"<p>{'x' * n * 50}</p>",
    "a class of many words": lambda n: f"<div class='{'a-b ' * n * 10}'>mot</div>",
    "quotes": lambda n: f"<p>« La commune a vendu le terrain »</p><p>{SENTENCE * 2}</p>" * (n // 4),
}


def _seconds(body: str) -> float:
    page = f"{HEAD}{body}".encode()
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        clean(page, "page.html")
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("shape", REPEATED.values(), ids=REPEATED.keys())
def test_four_times_the_page_costs_no_sixteen_times_the_time(shape):
    _seconds(shape(10))
    small, large = _seconds(shape(SMALL)), _seconds(shape(SMALL * STEP))
    assert large < max(MOST * small, NEGLIGIBLE)


@pytest.mark.parametrize(
    "tag",
    [
        " ".join(f"a{at}='1'" for at in range(5000)),
        " ".join(f"a{at}" for at in range(5000)),
        "x='>' " + " ".join(f"a{at}" for at in range(5000)),
        " ".join(f"a{at}='<b> >'" for at in range(5000)),
    ],
    ids=["with values", "without values", "after a bracket in quotes", "with brackets in quotes"],
)
def test_a_tag_of_thousands_of_attributes_is_refused(tag):
    with pytest.raises(RefusedArticleError, match="attributes") as refusal:
        clean(f"{HEAD}<div {tag}>mot</div>".encode(), "page.html")
    assert refusal.value.reason == "too_many_attributes"


def test_a_long_value_is_no_list_of_attributes():
    words = " ".join(f"mot{at}" for at in range(5000))
    article = clean(f"{HEAD}<div title='{words}' data-a=\"{words}\">mot</div>".encode(), "page.html")
    assert len(article.paragraphs) == 5


@pytest.mark.parametrize(("attributes", "refused"), [(60, False), (290, False), (310, True)])
def test_the_bound_of_attributes_lies_far_above_real_tags(attributes, refused):
    tag = " ".join(f"a{at}" for at in range(attributes))
    page = f"{HEAD}<div {tag}>mot</div>".encode()
    if refused:
        with pytest.raises(RefusedArticleError, match="more than 300 attributes"):
            clean(page, "page.html")
    else:
        assert len(clean(page, "page.html").paragraphs) == 5


@pytest.mark.parametrize(("names", "refused"), [(600, False), (2000, True)])
def test_letters_of_a_script_that_look_like_a_tag_have_a_bound_of_their_own(names, refused):
    script = " ".join(f"v{at};" for at in range(names))
    page = f"{HEAD}<script>for(i=0;i<n;++i){{{script}}}</script><div>mot</div>".encode()
    if refused:
        with pytest.raises(RefusedArticleError, match="attributes"):
            clean(page, "page.html")
    else:
        assert len(clean(page, "page.html").paragraphs) == 5
