"""Readings of seasons; winter belongs to the year in which it begins."""

from assets.claims.periods import days
from assets.claims.periods.expressions import Anchor, Expression, floating_span
from assets.claims.periods.model import Span
from assets.claims.periods.readings_calendar import year_of
from assets.claims.periods.registry import Match, reading


@reading("season")
def read_season(match: Match) -> Expression | None:
    """A season of a year; winter belongs to the year in which it begins."""
    season = match.word("s", "season")
    if season is None:
        return None
    pair = match.numbers("y", "year_pair")
    year = int(pair[0]) if pair else year_of(match)

    def resolve(anchor: Anchor) -> Span | None:
        def make(candidate: int) -> Span | None:
            return season_span(anchor, season, candidate)

        return make(year) if year is not None else floating_span(anchor, make)

    return Expression("season", resolve, year=year, floating=year is None, unit=season)


def season_span(anchor: Anchor, season: str, year: int, part: str | None = None) -> Span | None:
    """Days of a season, or of its beginning, middle or end."""
    first, last = anchor.convention.season_parts.get((season, part or ""), anchor.convention.season_days[season])
    ends_in = year + 1 if last < first else year
    start = days.day_of(year, *first)
    if not 1 <= ends_in <= 9000:
        return None
    end = days.day_of(ends_in, last[0], min(last[1], days.month_length(ends_in, last[0])))
    return Span(start, end) if start and end else None


@reading("this_season")
def read_this_season(match: Match) -> Expression | None:
    """``cet été``: of the publication's year; ``cet hiver`` the one around it or, from March on, the next."""
    season = str(match.word("s", "season"))

    def resolve(anchor: Anchor) -> Span | None:
        day = anchor.published
        if day is None:
            return None
        span = season_span(anchor, season, day.year)
        earlier = season_span(anchor, season, day.year - 1)
        if earlier and earlier.end and day <= earlier.end:
            return earlier
        return span

    return Expression("season", resolve, relative=True, unit=season)
