"""What a mention tells beside its value: ends of ranges, ratios, counted nouns, and why something is no figure."""

import pytest

from assets.claims.numbers import recognise_numbers


def test_the_low_end_takes_the_scale_and_keeps_its_bare_text():
    low, high = recognise_numbers("entre 10 et 15 milliards d'euros")
    assert (low.text, low.value, low.range_role) == ("10", 10e9, "low")
    assert (high.text, high.value, high.range_role) == ("15 milliards", 15e9, "high")
    assert (low.partner, high.partner) == (high.start, low.start)


def test_the_low_end_takes_the_percent_sign():
    low, high = recognise_numbers("une aide de 5 à 10 %")
    assert (low.kind, low.ratio, high.ratio) == ("percent", pytest.approx(0.05), pytest.approx(0.10))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("la part est passée de 5 à 12 %", ("from", "to")),
        ("la part tombe de 12 % à 5 %", ("from", "to")),
        ("une prime de 5 à 12 %", ("low", "high")),
        ("3 000, 6 000 ou 9 000 yuans", (None, None, None)),
        ("de 900 à 1,2 million", ("low", "high")),
        ("une progression des ventes de 5 à 12 %", ("low", "high")),
        ("la progression est tombée de 12 à 5 %", ("from", "to")),
    ],
)
def test_a_change_is_no_range(text, roles):
    assert tuple(mention.range_role for mention in recognise_numbers(text)) == roles


def test_a_low_end_that_the_scale_does_not_fit_keeps_its_value():
    low, _high = recognise_numbers("de 900 000 à 1,2 million d'engins")
    assert low.value == 900_000


def test_a_share_can_be_one_of_what_is_measured():
    (share,) = recognise_numbers("quatre sur neuf des tonnes vendues")
    assert (share.kind, share.value) == ("share", pytest.approx(4 / 9))
    assert [number.kind for number in recognise_numbers("quatre camions sur neuf tonnes")] == ["cardinal", "cardinal"]


def test_a_share_knows_the_noun_inside():
    text = "quatre vélos de course sur neuf"
    mention = recognise_numbers(text)[0]
    assert text[slice(*mention.counted)] == "vélos de course"
    assert mention.ratio == pytest.approx(4 / 9)


@pytest.mark.parametrize(
    ("text", "ratio"),
    [("30 %", 0.3), ("3 ‰", 0.003), ("1,5 point", 0.015), ("50 points de base", 0.005), ("un huitième", 0.125)],
)
def test_rates_give_their_part_of_one(text, ratio):
    assert recognise_numbers(text)[0].ratio == pytest.approx(ratio)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("En 2019, l'usine ouvre", "year"),
        ("Le modèle K2 est lent", "name"),
        ("voir page 12", "label"),
        ("il a 45 ans", "duration"),
        ("une usine", "article"),
        ("le 2 mai", "date"),
        ("à 14h30", "clock"),
        ("un bâtiment neuf", "new"),
        ("Contact : 01 23 45 67 89", "telephone"),
    ],
)
def test_what_is_no_figure_is_kept_with_its_reason_on_demand(text, reason):
    assert recognise_numbers(text) == ()
    assert reason in {mention.reason for mention in recognise_numbers(text, everything=True)}


def test_an_ambiguous_form_gives_both_readings_on_demand():
    assert [m.value for m in recognise_numbers("un centième")] == [0.01]
    assert sorted(m.value for m in recognise_numbers("un centième", everything=True)) == [0.01, 100]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("23.194 engins", 23_194),
        ("23.194 engins et 4.5 tonnes", 23.194),
        ("23.194 engins et 4,5 %", 23_194),
        ("12,500 engins", 12.5),
        ("12,500 engins et 4.5 %", 12_500),
        ("2.176 millions d'engins", 2_176_000),
        ("2.176 milliards et 4,5 %", 2.176e12),
        ("1'250 engins", 1250),
        ("1.284,5 engins", 1284.5),
        ("1,284.5 engins", 1284.5),
    ],
)
def test_dot_and_comma_are_told_apart_by_the_article(text, value):
    assert recognise_numbers(text)[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("4,1 milliards de lampes", [4_100_000_000]),
        ("17,1 milliards de lampes", [17_100_000_000]),
        ("1,005 milliard de lampes", [1_005_000_000]),
        ("entre 4,1 et 17,1 milliards de lampes", [4_100_000_000, 17_100_000_000]),
    ],
)
def test_a_scale_leaves_no_crumbs_of_binary_fractions(text, values):
    assert [mention.value for mention in recognise_numbers(text)] == values
