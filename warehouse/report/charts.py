"""The charts as Vega-Lite specifications made with Altair; the page hands them data, colours and the wanted unit.

No chart adds up or stacks values. Only facts of one metric, unit and time base ever share an axis: the page draws one
such measure at a time. The one stacked chart counts facts.
"""

from functools import cache
from typing import Any

import altair as alt

ACTUAL, OTHERS = "observed", ("planned", "target", "forecast", "budget", "ceiling", "denied")
_SHAPES = ("circle", "diamond", "triangle-up", "triangle-right", "square", "triangle-down", "cross")
# Of a share the tick says percent; d3's G is what the page calls B.
_TICKS = (
    "kind == 'ratio' ? format(datum.value * 100, '.3~r') + ' %' : abs(datum.value) < 10000"
    " ? format(datum.value, ',.4~r') : slice(format(datum.value, '.3~s'), 0, -1) + ' '"
    " + replace(slice(format(datum.value, '.3~s'), -1), 'G', 'B')"
)
# The page makes the bars' height fit their number.
_SERIES_HEIGHT, _BARS_HEIGHT, _TILES_HEIGHT, _SUPPORT_HEIGHT = 320, 200, 400, 120


@cache
def specifications() -> dict[str, Any]:
    """Every chart by its name, each without data."""
    return {"series": _series(), "bars": _bars(), "tiles": _tiles(), "support": _support()}


def _kind() -> alt.Parameter:
    return alt.param(name="kind", value="number")


def _axis() -> alt.Axis:
    return alt.Axis(title=None, labelExpr=_TICKS, tickCount=6)


def _series() -> dict[str, Any]:
    statement = alt.Scale(domain=[ACTUAL, *OTHERS], range=list(_SHAPES))
    base = alt.Chart(alt.NamedData("points")).encode(
        x=alt.X(
            "utcyearmonthdate(date):T",
            title=None,
            scale=alt.Scale(padding=24),
            axis=alt.Axis(tickCount=6, format="%b %Y", labelOverlap=True),
        ),
        y=alt.Y("value:Q", axis=_axis(), scale=alt.Scale(zero=False, nice=True, padding=12)),
        color=alt.Color("label:N", sort=None, legend=alt.Legend(title=None, symbolOpacity=1)),
    )
    same_line = alt.Detail("line:N")
    lines = base.mark_line(strokeWidth=2).encode(
        detail=same_line,
        strokeDash=alt.StrokeDash(
            "observed:N", scale=alt.Scale(domain=[True, False], range=[[1, 0], [5, 4]]), legend=None
        ),
    )
    # How long the period is that a value holds for: a month's output is not a year's.
    spans = base.mark_rule(strokeWidth=2, opacity=0.45).encode(
        x=alt.X("utcyearmonthdate(start):T"), x2=alt.X2("utcyearmonthdate(date)")
    )
    conflicts = (
        base.transform_filter("datum.conflict")
        .mark_point(size=260, filled=False, strokeWidth=1.5, strokeDash=[3, 2])
        .encode(color=alt.value("gray"))
    )
    points = base.mark_point(size=80, filled=True, opacity=1).encode(
        shape=alt.Shape("statement:N", scale=statement, legend=None), tooltip=["tip:N"]
    )
    # A bound is told beside its point: the point itself is no value.
    bounds = (
        base.transform_filter("datum.sign != ''")
        .mark_text(dx=9, dy=-8, fontSize=13, fontWeight="bold")
        .encode(text="sign:N")
    )
    chart = alt.layer(spans, lines, conflicts, points, bounds).add_params(_kind())
    return _as_dict(chart.properties(width="container", height=_SERIES_HEIGHT))


def _bars() -> dict[str, Any]:
    # Every bar ends with its value in words: of the axis only zero is left.
    zero = alt.Axis(title=None, values=[0], labels=False, ticks=False, domain=False)
    base = alt.Chart(alt.NamedData("points")).encode(
        y=alt.Y("label:N", title=None, sort=None, axis=alt.Axis(labelLimit=240)),
        x=alt.X("value:Q", axis=zero, scale=alt.Scale(domainMax=alt.expr("top"), domainMin=alt.expr("bottom"))),
        opacity=alt.condition("datum.observed", alt.value(1.0), alt.value(0.4)),
    )
    bars = base.transform_filter("kind != 'rank'").mark_bar(height={"band": 0.62}).encode(tooltip=["tip:N"])
    # A rank is a place, not a size: a dot, not a bar.
    dots = base.transform_filter("kind == 'rank'").mark_point(size=90, filled=True).encode(tooltip=["tip:N"])
    ranges = (
        base.transform_filter("datum.conflict")
        .mark_rule(strokeWidth=2, color="gray")
        .encode(x="low:Q", x2="high:Q", opacity=alt.value(1))
    )
    told = base.mark_text(align="left", dx=6).encode(x="end:Q", text="shown:N", opacity=alt.value(1))
    limits = [alt.param(name="top", value=1), alt.param(name="bottom", value=0)]
    chart = alt.layer(bars, dots, ranges, told).add_params(_kind(), *limits)
    return _as_dict(chart.properties(width="container", height=_BARS_HEIGHT))


def _tiles() -> dict[str, Any]:
    base = alt.Chart(alt.NamedData("points")).encode(
        x=alt.X("column:O", axis=None, scale=alt.Scale(paddingInner=0.08)),
        y=alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.08)),
    )
    # The page gives each tile its colours; a province without facts is an outline, never left out.
    tiles = base.mark_rect(cornerRadius=4, strokeWidth=1, invalid=None).encode(
        color=alt.Color("fill:N", scale=None), stroke=alt.Stroke("edge:N", scale=None), tooltip=["tip:N"]
    )
    ink = alt.Color("ink:N", scale=None)
    codes = base.mark_text(dy=-14, fontWeight="bold", fontSize=12).encode(text="short:N", color=ink)
    names = base.mark_text(dy=0, fontSize=10, limit=62).encode(text="said:N", color=ink)
    values = base.mark_text(dy=13, fontSize=12, fontWeight="bold").encode(text="shown:N", color=ink)
    chart = alt.layer(tiles, codes, names, values)
    return _as_dict(chart.properties(width="container", height=_TILES_HEIGHT))


def _support() -> dict[str, Any]:
    order = ["1 source", "2 sources", "3 or more"]
    chart = (
        alt.Chart(alt.NamedData("points"))
        .mark_bar(height={"band": 0.6})
        .encode(
            y=alt.Y("mart:N", title=None, sort=None, axis=alt.Axis(labelLimit=240)),
            x=alt.X("facts:Q", title="Facts", axis=alt.Axis(tickMinStep=1, format="d")),
            color=alt.Color(
                "support:N", sort=order, scale=alt.Scale(domain=order), legend=alt.Legend(title="Independent sources")
            ),
            order=alt.Order("rank:Q"),
            tooltip=["tip:N"],
        )
    )
    return _as_dict(chart.properties(width="container", height=_SUPPORT_HEIGHT))


def _as_dict(chart: alt.Chart | alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    specification: dict[str, Any] = chart.to_dict()
    # The page sets sizes of text and colours for light and dark.
    specification.pop("config", None)
    specification["autosize"] = {"type": "fit-x", "contains": "padding"}
    return specification
