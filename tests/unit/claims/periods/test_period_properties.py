"""What must hold for any text: days rendered by an independent library come back, nothing raises, time stays linear."""

import time
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.claims.periods import ENGINES, PRESS, PeriodMention, read_periods, recognise_periods
from assets.claims.periods.grammar import load_grammar
from assets.claims.periods.lexicon import load_vocabulary
from assets.claims.periods.scan import all_expressions, find_expressions

FULL_FORMATS = (
    "full",
    "long",
    "medium",
    "d MMMM y",
    "EEEE d MMMM y",
    "EEE d MMM y",
    "dd/MM/y",
    "dd.MM.y",
    "y-MM-dd",
    "d/M/y",
)
SWISS_AND_OTHERS = (("fr_CH", "short"), ("fr_BE", "short"), ("fr_CA", "short"), ("fr_CH", "full"), ("fr_LU", "long"))
DAYS = [date(1971, 1, 1) + timedelta(days=73 * step) for step in range(490)]
ODD_TOKENS = ("2025", "12", "1er", "3,5", "12/02/2025", "T3", "’", "XVe", "31", "\n", "\u202f")
BLANKS_INSIDE = (
    "1",
    "240",
    "500",
    "/",
    "h",
    "H",
    "30",
    "12h",
    "8/",
    "/2024",
    "vingt",
    "et",
    "deux",
    "l'1",
    "\0",
    "-",
    "",
)
WORDS = [*sorted(load_vocabulary("fr").words), *ODD_TOKENS]


def _only(text: str, published: date | None = None) -> PeriodMention:
    mentions = recognise_periods(text, published_on=published)
    assert len(mentions) == 1, (text, mentions)
    return mentions[0]


@pytest.mark.parametrize("pattern", FULL_FORMATS)
def test_a_full_date_comes_back_as_its_day(pattern: str) -> None:
    for day in DAYS:
        mention = _only(f"Le texte est paru le {format_date(day, pattern, locale='fr')} à Lyon.")
        assert (mention.period_start, mention.period_end, mention.basis) == (day, day, "text")


@pytest.mark.parametrize(("locale", "pattern"), SWISS_AND_OTHERS)
def test_a_date_of_another_french_country_comes_back_as_its_day(locale: str, pattern: str) -> None:
    for day in DAYS:
        if day.year < 2050:
            mention = _only(f"Le texte est paru le {format_date(day, pattern, locale=locale)} chez nous.")
            assert (mention.period_start, mention.period_end) == (day, day)


@pytest.mark.parametrize("pattern", ["d MMMM", "EEEE d MMMM"])
def test_a_day_without_a_year_is_the_one_of_the_year_before_publication(pattern: str) -> None:
    for day in DAYS:
        published = day + timedelta(days=day.toordinal() % 300)
        mention = _only(f"Le groupe a ouvert le {format_date(day, pattern, locale='fr')} un site.", published)
        assert (mention.period_start, mention.basis) == (day, "relative")


def test_a_month_or_quarter_comes_back_whole() -> None:
    for day in DAYS:
        first = day.replace(day=1)
        assert _only(f"en {format_date(day, 'MMMM y', locale='fr')}").period_start == first
        quarter = _only(f"au {format_date(day, 'QQQQ y', locale='fr')}")
        assert quarter.period_start == date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def _check(text: str, published: date | None) -> None:
    for convention in (PRESS, ENGINES):
        mentions, _ = read_periods(text, published_on=published, convention=convention)
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
            if mention.period_start and mention.period_end:
                assert mention.period_start <= mention.period_end
            if published is None and mention.basis == "relative":
                assert mention.period_start is None
                assert mention.period_end is None
            end = mention.end


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.none() | st.dates())
def test_no_text_raises(text: str, published: date | None) -> None:
    _check(text, published)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", "", "-"]), st.none() | st.dates())
def test_no_mix_of_words_of_time_raises(words: list[str], glue: str, published: date | None) -> None:
    _check(glue.join(words), published)


@settings(max_examples=800, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([" ", "", "-", "/"]))
def test_trying_rules_only_where_their_needs_are_near_misses_nothing(words: list[str], glue: str) -> None:
    grammar, text = load_grammar("fr"), glue.join(words)
    found, every = find_expressions(text, grammar, loose=False), all_expressions(text, grammar, loose=False)
    assert [(item.start, item.end, item.trace) for item in found] == [
        (item.start, item.end, item.trace) for item in every
    ]


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from([*WORDS, *BLANKS_INSIDE]), max_size=12).map(" ".join))
def test_a_text_cut_at_its_blanks_has_the_tokens_of_one_cut_as_a_whole(text: str) -> None:
    tokeniser = load_grammar("fr").tokeniser
    items = tokeniser.items(text)
    assert items.between(0, len(items)) == tokeniser.cut(text)


WORST = (
    "de ", "1 ", "vingt-", "en mars et ", "début ", "2024 ", "entre ", "le 3 ", "du 3 au ", "plus ce qu'", "lundi, ",
    "12/", "et un ", "quatre-vingt-", "aaaa", "1.", "il y a une quinzaine de ", "(", "mi-", " ", "\t\n",
    "a ouvert en mars ", "sera en mai ", "Xx ",
)  # fmt: skip


@pytest.mark.parametrize("piece", WORST)
def test_four_times_the_text_takes_no_more_than_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        started = time.process_time()
        read_periods(text, published_on=date(2025, 6, 18))
        return time.process_time() - started

    seconds(50)
    short = min(seconds(400) for _ in range(3))
    long = min(seconds(1600) for _ in range(3))
    # Quadratic time would be sixteen times as long; the margin is for a busy machine.
    assert long < 9 * short + 0.05
