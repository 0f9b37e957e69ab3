"""The press suite for figures: every sentence is read exactly as marked, nothing more and nothing less."""

import pytest

from assets.claims.money import recognise_money
from assets.claims.numbers import recognise_numbers
from assets.claims.qualifiers import attribution_of, bound_of, rate_of, sign_of, status_of
from assets.claims.units import recognise_quantities
from tests.quality.press_suite.marks import Line, parse_line, read_suite

SUITES = ("numbers_figures", "numbers_not_figures", "numbers_money", "numbers_units", "numbers_qualifiers")
STATUSES = ("actual", "planned", "denied")
RATES = ("minute", "hour", "day", "week", "month", "quarter", "year")
# Grown with every misreading that was found; a sentence is never taken out.
FEWEST_LINES = 300


def _lines(name):
    return [pytest.param(line, id=line.source[:70]) for line in read_suite(name)]


def test_a_mark_is_taken_out_of_its_sentence():
    assert parse_line("La ville a [300=300 item] bornes.").text == "La ville a 300 bornes."
    assert parse_line("La ville a [300=300 item] bornes.").marks[0].start == len("La ville a ")


def test_the_suite_only_grows():
    assert sum(len(read_suite(name)) for name in SUITES) >= FEWEST_LINES


@pytest.mark.parametrize("line", _lines("numbers_figures"))
def test_numbers_are_read_as_marked(line: Line):
    found = [(m.start, m.text, m.value, m.kind) for m in recognise_numbers(line.text)]
    expected = [
        (m.start, m.text, pytest.approx(float(m.words[0])), m.words[1] if len(m.words) > 1 else "cardinal")
        for m in line.marks
    ]
    assert found == expected


@pytest.mark.parametrize("line", _lines("numbers_not_figures"))
def test_no_figure_is_read_where_none_stands(line: Line):
    assert [(m.text, m.rule_id) for m in recognise_numbers(line.text)] == []


@pytest.mark.parametrize("line", _lines("numbers_money"))
def test_amounts_are_read_as_marked(line: Line):
    found = [
        (m.start, m.text, m.value, m.currency or "?", m.equivalent_of is not None) for m in recognise_money(line.text)
    ]
    expected = [(m.start, m.text, pytest.approx(float(m.words[0])), m.words[1], m.words[-1] == "~") for m in line.marks]
    assert found == expected


@pytest.mark.parametrize("line", _lines("numbers_units"))
def test_quantities_are_read_as_marked(line: Line):
    quantities = {q.start: q for q in recognise_quantities(line.text, recognise_numbers(line.text))}
    assert sorted(quantities) == [mark.start for mark in line.marks]
    for mark in line.marks:
        quantity = quantities[mark.start]
        value, _, rest = mark.note.partition(" ")
        unit, _, noun = rest.partition(":")
        assert (quantity.text, quantity.value, quantity.unit) == (mark.text, pytest.approx(float(value)), unit)
        if noun:
            assert quantity.noun == noun


@pytest.mark.parametrize("line", _lines("numbers_qualifiers"))
def test_qualifiers_are_read_as_marked(line: Line):
    figures = {mention.start: mention for mention in recognise_numbers(line.text)}
    for mark in line.marks:
        figure = figures[mark.start]
        marked, _, speaker = mark.note.partition("@")
        bound, *others = marked.split()
        status = next((word for word in others if word in STATUSES), "actual")
        rate = next((word for word in others if word in RATES), None)
        assert figure.text == mark.text
        assert bound_of(line.text, figure).value == bound
        assert status_of(line.text, figure).value == status
        read_rate, read_speaker = rate_of(line.text, figure), attribution_of(line.text, figure)
        assert (read_rate.value if read_rate else None) == rate
        assert (read_speaker.name if read_speaker else "") == speaker
        sign = next((word.removeprefix("sign:") for word in others if word.startswith("sign:")), None)
        assert sign in (None, sign_of(line.text, figure).value)
