"""How large the page may get."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the marts the page takes.

    Attributes:
        facts: Rows of the table, the newest and best supported of each mart first.
        points: Points of time series of one mart.
        series_points: Points of one line.
        series: Lines of one metric and object.
        latest: Bars of one mart.
        characters: Of a sentence or headline; a longer one is cut around its figure.
    """

    facts: int = 2_000
    points: int = 2_400
    series_points: int = 60
    series: int = 8
    latest: int = 1_000
    characters: int = 600
