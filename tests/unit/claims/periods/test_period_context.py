"""What one clause, sentence or paragraph hands to the next."""

from datetime import date

from assets.claims.periods import PeriodContext, read_periods, recognise_article_periods, recognise_periods
from assets.claims.periods.model import Span

PUBLISHED = date(2025, 6, 18)


def test_a_year_handed_in_dates_the_months_of_a_clause() -> None:
    (mention,) = recognise_periods("en avril", published_on=None, context=PeriodContext(year=2023))
    assert (mention.period_start, mention.basis, mention.year_from_context) == (date(2023, 4, 1), "text", True)


def test_the_last_dated_period_comes_back_and_dates_the_day_after() -> None:
    _, context = read_periods("Le 3 mars 2024, la digue a cédé.", published_on=None)
    assert context.span == Span(date(2024, 3, 3), date(2024, 3, 3))
    (mention,) = recognise_periods("Le lendemain, le maire est venu.", published_on=None, context=context)
    assert (mention.period_start, mention.basis) == (date(2024, 3, 4), "text")


def test_the_caller_can_give_the_direction() -> None:
    (past,) = recognise_periods("en août", published_on=PUBLISHED, direction="past")
    (future,) = recognise_periods("en août", published_on=PUBLISHED, direction="future")
    assert (past.period_start, future.period_start) == (date(2024, 8, 1), date(2025, 8, 1))


def test_a_name_that_ends_like_a_verb_gives_no_direction() -> None:
    (mention,) = recognise_periods("Le studio a lancé Sora en avril.", published_on=PUBLISHED)
    assert mention.period_start == date(2025, 4, 1)


def test_a_year_holds_within_its_paragraph_only() -> None:
    first, second = recognise_article_periods(
        ["En 2023, la ville a ouvert en mars un musée.", "En octobre, elle l'a fermé."], published_on=None
    )
    assert [mention.period_start for mention in first] == [date(2023, 1, 1), date(2023, 3, 1)]
    assert [mention.period_start for mention in second] == [None]


def test_a_month_named_again_in_the_next_paragraph_keeps_its_year_but_no_further() -> None:
    paragraphs = ["En janvier 2024, il y avait 30 sites.", "Les ventes de janvier ont suivi.", "Puis janvier a passé."]
    readings = recognise_article_periods(paragraphs, published_on=None)
    assert [mentions[0].period_start for mentions in readings] == [date(2024, 1, 1), date(2024, 1, 1), None]


def test_the_same_period_is_the_last_long_one() -> None:
    text = "Entre janvier et mai, 30 sites ont ouvert. Le 3 juin, un autre. Sur la même période, 12 ont fermé."
    *_, last = recognise_periods(text, published_on=PUBLISHED)
    assert (last.period_start, last.period_end) == (date(2025, 1, 1), date(2025, 5, 31))


def test_months_counted_are_a_year_to_date_where_the_calendar_says_so() -> None:
    (may,) = recognise_periods("Le cumul sur cinq mois monte.", published_on=PUBLISHED)
    (lease,) = recognise_periods("Un bail sur sept mois.", published_on=PUBLISHED)
    assert (may.period_end, may.is_cumulative, may.is_duration) == (date(2025, 5, 31), True, False)
    assert (lease.period_end, lease.is_cumulative, lease.is_duration) == (None, False, True)


def test_only_expressions_that_date_say_so() -> None:
    text = "Elle vend 300 bus par an depuis 2018, 5 % de plus qu'en 2023, et désormais à l'étranger."
    mentions = recognise_periods(text, published_on=PUBLISHED)
    assert [mention.text for mention in mentions if mention.dates] == ["depuis 2018"]


def test_the_same_text_gives_the_same_mentions_twice() -> None:
    text = "Du 13 au 15 mai, puis en fin d'année, il a plu."
    assert recognise_periods(text, published_on=PUBLISHED) == recognise_periods(text, published_on=PUBLISHED)


def test_a_duration_tells_its_length() -> None:
    (mention,) = recognise_periods("Elle a attiré 300 clients en deux semaines.", published_on=PUBLISHED)
    assert (mention.length, mention.length_unit, mention.period_start) == (2, "week", None)


def test_the_same_year_is_not_that_of_a_comparison() -> None:
    text = "En 2024, 30 sites ont ouvert, contre 12 en 2019. La même année, 5 ont fermé."
    *_, last = recognise_periods(text, published_on=PUBLISHED)
    assert last.period_start == date(2024, 1, 1)


def test_the_same_period_can_be_a_few_days() -> None:
    text = "Au cours des sept derniers jours, 30 sites ont ouvert ; sur la même période, 12 ont fermé."
    *_, last = recognise_periods(text, published_on=PUBLISHED)
    assert (last.period_start, last.period_end) == (date(2025, 6, 12), PUBLISHED)


def test_a_year_that_stands_alone_holds_for_its_paragraph() -> None:
    mentions = recognise_periods("2022. La ville ferme un musée. Elle en ouvre un en décembre.", published_on=PUBLISHED)
    assert mentions[-1].period_start == date(2022, 12, 1)


def test_months_run_are_a_year_to_date_where_the_calendar_says_so() -> None:
    (run,) = recognise_periods("Elle a expédié 12 lots en cinq mois.", published_on=PUBLISHED)
    (span,) = recognise_periods("Elle a expédié 12 lots en sept mois.", published_on=PUBLISHED)
    assert (run.period_start, run.period_end) == (date(2025, 1, 1), date(2025, 5, 31))
    assert span.is_duration


def test_a_target_for_the_end_of_a_year_is_to_be_reached_by_then() -> None:
    (mention,) = recognise_periods("Un objectif de 12 sites pour la fin de 2027.", published_on=PUBLISHED)
    assert (mention.period_start, mention.period_end, mention.is_deadline) == (None, date(2027, 12, 31), True)


def test_an_imperfect_in_r_looks_back() -> None:
    (mention,) = recognise_periods("Ils recouraient à deux sites au premier trimestre.", published_on=PUBLISHED)
    assert mention.period_start == date(2025, 1, 1)


def test_the_same_year_is_not_that_of_the_day_of_the_news() -> None:
    text = "Le parc a crû l'an dernier, a-t-on appris samedi. La même année, 5 sites ont fermé."
    *_, last = recognise_periods(text, published_on=PUBLISHED)
    assert last.period_start == date(2024, 1, 1)


def test_a_sum_of_months_counts_from_january() -> None:
    (mention,) = recognise_periods("Le cumul des cinq mois monte.", published_on=PUBLISHED)
    assert (mention.period_start, mention.period_end) == (date(2025, 1, 1), date(2025, 5, 31))


def test_months_of_a_named_year_are_its_first() -> None:
    (mention,) = recognise_periods("Ils ont crû de 3 % sur onze mois de 2024.", published_on=PUBLISHED)
    assert (mention.period_start, mention.period_end) == (date(2024, 1, 1), date(2024, 11, 30))


def test_a_year_named_behind_a_semicolon_governs_what_follows() -> None:
    *_, last = recognise_periods("En 2024, 40 sites ; cette année, au 31 mai, 39.", published_on=PUBLISHED)
    assert last.period_start == date(2025, 5, 31)


def test_twelve_months_before_are_a_year() -> None:
    *_, last = recognise_periods("78 % à fin mars 2025, contre 46 % douze mois plus tôt.", published_on=PUBLISHED)
    assert (last.period_start, last.period_end) == (date(2024, 3, 21), date(2024, 3, 31))
