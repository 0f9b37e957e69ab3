"""The choices that a language leaves open: how long ``début avril`` lasts, when summer begins.

``PRESS`` is this project's own, the definition page of the claims. ``ENGINES`` is that of general-purpose date
engines (Duckling, Recognizers-Text), so that their public suites can be read with their own eyes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Convention:
    """One set of choices.

    Attributes:
        name: What the set is called.
        season_days: Season → first and last (month, day); a season that wraps ends in the next year.
        month_parts: Part of a month with its name (``début avril``) → first and last day, 31 for the month's end.
        this_month_parts: The same for ``début du mois``.
        year_parts: Part of a year → first and last month.
        week_parts: Part of a week → first and last weekday, 0 for Monday.
        season_parts: Part of a season by season and part → first and last (month, day); empty means thirds.
        fortnight_day: Last day of a month's first fortnight.
        exact_offsets: ``il y a trois ans`` is a day (True) or the unit around it (False).
        whole_units: ``les trois derniers mois`` are whole calendar months (True) or end on the publication day.
        since_is_open: ``depuis`` leaves the end open (True) or ends on the publication day.
        after_includes: ``après le 5`` begins on the 5th (True) or the 6th.
        bare_is_future: A month or weekday without a year and without a tense means the next one.
        loose: Also read what only an isolated query writes (bare ``lun.``, ``22/04``, ``02 04 2009``).
    """

    name: str
    season_days: dict[str, tuple[tuple[int, int], tuple[int, int]]]
    month_parts: dict[str, tuple[int, int]]
    this_month_parts: dict[str, tuple[int, int]]
    year_parts: dict[str, tuple[int, int]]
    week_parts: dict[str, tuple[int, int]]
    season_parts: dict[tuple[str, str], tuple[tuple[int, int], tuple[int, int]]]
    fortnight_day: int
    exact_offsets: bool
    whole_units: bool
    since_is_open: bool
    after_includes: bool
    bare_is_future: bool
    loose: bool


PRESS = Convention(
    name="press",
    season_days={
        "spring": ((3, 1), (5, 31)),
        "summer": ((6, 1), (8, 31)),
        "autumn": ((9, 1), (11, 30)),
        "winter": ((12, 1), (2, 29)),
    },
    month_parts={"start": (1, 10), "middle": (11, 20), "end": (21, 31)},
    this_month_parts={"start": (1, 10), "middle": (11, 20), "end": (21, 31)},
    year_parts={"start": (1, 4), "middle": (5, 8), "end": (9, 12)},
    week_parts={"start": (0, 1), "middle": (2, 3), "end": (4, 6)},
    season_parts={},
    fortnight_day=15,
    exact_offsets=False,
    whole_units=False,
    since_is_open=False,
    after_includes=False,
    bare_is_future=False,
    loose=False,
)

ENGINES = Convention(
    name="engines",
    season_days={
        "spring": ((3, 20), (6, 20)),
        "summer": ((6, 21), (9, 23)),
        "autumn": ((9, 23), (12, 20)),
        "winter": ((12, 21), (3, 20)),
    },
    month_parts={"start": (1, 5), "middle": (10, 19), "end": (21, 31)},
    this_month_parts={"start": (1, 10), "middle": (10, 19), "end": (21, 31)},
    year_parts={"start": (1, 2), "middle": (5, 8), "end": (11, 12)},
    week_parts={"start": (0, 1), "middle": (2, 3), "end": (3, 6)},
    season_parts={
        ("summer", "start"): ((6, 21), (7, 15)),
        ("summer", "middle"): ((7, 15), (8, 15)),
        ("summer", "end"): ((8, 15), (9, 23)),
    },
    fortnight_day=14,
    exact_offsets=True,
    whole_units=True,
    since_is_open=True,
    after_includes=True,
    bare_is_future=True,
    loose=True,
)
