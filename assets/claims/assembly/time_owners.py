"""Times of a sentence that belong to another statement of it than a figure's."""

from collections.abc import Sequence
from datetime import date

from assets.claims.assembly import clauses, time_roles
from assets.claims.assembly.model import Decision, Figure, Scene, Time
from assets.claims.assembly.time_roles import FLOWS, SHARES, is_flow, is_lasting
from assets.claims.assembly.words import role
from assets.claims.periods.direction import cue_of

# What a firm is told to have in passing, between two commas.
_APPOSED = frozenset({"workforce", "firm_count", "output_rank"})
_ACCOMPANYING = frozenset({"active_users", "adopter_count", "installed_base"})
# Money set aside once: what a fund is endowed with stays so, and is told with the day of its founding.
_FOUNDED = frozenset({"investment", "programme_budget"})
_NEVER_OF_A_DAY = FLOWS | SHARES | {"investment"}
_OPENING = 2  # a time that begins within so many words opens its sentence
_TO = 2  # words between either end of a change and its time, ``à`` counted in
_BESIDE = 1  # words between a figure and the time that is its own
_TERM = 8  # words between a term and the day on which it closes


def is_anothers(scene: Scene, decision: Decision, time: Time, published: date | None) -> bool:
    """Whether a time belongs to another statement of the sentence than the figure's."""
    figure = decision.figure
    if clauses.in_comparison(scene, figure, time) is False or clauses.is_shut_in(scene, figure, time):
        return True
    lasting = is_lasting(decision) and decision.mart != "provincial_subsidies"
    if time.last <= figure.first and clauses.is_aside_of_the_past(scene, figure, time, lasting=lasting):
        return True
    if _is_of_the_start(scene, figure, time):
        return True
    if lasting and not time_roles.is_survey_day(scene, time):
        may_open = decision.metric in _APPOSED or decision.metric == "capacity"
        if clauses.is_of_an_apposition(scene, figure, time, may_open=may_open):
            return True
    if _OPENING < time.last <= figure.first and not is_flow(decision) and clauses.is_left(scene, figure):
        return True  # « 1 100 ateliers en 1998 ne sont plus que 530 »
    return (
        _is_day_of_news(scene, decision, time)
        or _is_day_of_papers(scene, decision, time)
        or _is_closing_day(scene, time)
        or _is_of_apposed_figure(scene, figure, time)
        or (is_flow(decision) and time.rule_id == "same_date")  # trade is never of a date
        or _is_too_late(scene, decision, time, published)
        or (is_lasting(decision) and _is_out_of_clause(scene, decision, time))
        or (time.first >= figure.last and _is_behind_another(scene, decision, time))
    )


def _is_of_the_start(scene: Scene, figure: Figure, time: Time) -> bool:
    """``de 21 000 en 2020 à 33 000``: the time between the two ends of a change is that of the first."""
    words, language = scene.sentence.words, scene.language
    if not 0 < figure.first - time.last <= _TO or words[time.last].folded not in role(language, "at"):
        return False
    return any(
        other.last <= time.first <= other.counted_end + _TO
        and any(word.folded in role(language, "of") for word in words[max(0, other.first - _TO) : other.first])
        for other in scene.figures
    )


def is_start_of_change(scene: Scene, figure: Figure) -> bool:
    """``sa capacité de 21 000 à 33 000 tonnes``: the first of the two is what is left behind."""
    words, language = scene.sentence.words, scene.language
    if figure.range_role is not None:
        return figure.range_role == "from"
    if not figure.first or words[figure.first - 1].folded not in role(language, "of"):
        return False
    if figure.last >= len(words) or words[figure.last].folded not in role(language, "at"):
        return False
    return any(other.first == figure.last + 1 for other in scene.figures)


def is_past_of_change(scene: Scene, figure: Figure, time: Time, published: date | None) -> bool:
    """Whether a figure is what a change leaves behind, and a time lies ahead (``portera d'ici à 2027 … de 3 à 2``)."""
    if published is None:
        return False
    is_ahead = time.is_deadline or (time.period_end is not None and time.period_end > published)
    return is_ahead and is_start_of_change(scene, figure)


def is_left_behind(scene: Scene, decision: Decision, time: Time, done: Sequence[Decision]) -> bool:
    """Whether a figure between the two has passed a time by, or an event before has taken it."""
    figure = decision.figure
    if time.last > figure.first or not is_lasting(decision) or time.first <= _OPENING:
        return False
    low, high = clauses.segment(scene, figure)
    for other in done:
        if not other.metric or other.reason:
            continue
        passed = time.last <= other.figure.first and other.ruled_time is None and is_lasting(other)
        if passed and other.mart == decision.mart and not low <= time.first < high and not _is_compared(scene, other):
            return True
        taken = other.figure.last <= time.first and is_flow(other) and time_roles.is_taken(scene, figure, time)
        if taken and decision.metric == "workforce":
            return True
    return False


def _is_compared(scene: Scene, decision: Decision) -> bool:
    return any(clauses.in_comparison(scene, decision.figure, time) for time in scene.times)


def _is_day_of_news(scene: Scene, decision: Decision, time: Time) -> bool:
    """Trade and output are never those of a single day; it is that of an announcement."""
    is_day = time.granularity in {"day", "event"} and time.period_start == time.period_end
    return decision.metric in _NEVER_OF_A_DAY and is_day and not _is_reckoned_to(scene, time)


def _is_day_of_papers(scene: Scene, decision: Decision, time: Time) -> bool:
    """``Le décret signé lundi accorde 8 %``: the day of a participle is that of the papers, not of the aid."""
    words, language = scene.sentence.words, scene.language
    if decision.mart != "provincial_subsidies" or time.granularity != "day" or time.last > decision.figure.first:
        return False
    place = time.first - 1
    while place > 0 and words[place].folded in role(language, "in-force"):
        place -= 1
    if place < 1 or cue_of(language, words[place].text) != "participle":
        return False
    before = words[place - 1]
    has_helper = before.folded in role(language, "helper") or cue_of(language, before.text) == "past"
    return not has_helper and _is_verb_behind(scene, time.last)


def _is_verb_behind(scene: Scene, place: int) -> bool:
    """Whether a finite verb stands at a place, or behind the comma there."""
    words = scene.sentence.words
    place += int(place < len(words) and words[place].text == ",")
    if place >= len(words):
        return False
    return clauses.is_verb(scene, place) or words[place].folded in role(scene.language, "being")


def _is_too_late(scene: Scene, decision: Decision, time: Time, published: date | None) -> bool:
    """Whether a time lies ahead, and the figure does not."""
    figure = decision.figure
    if published is None:
        return False
    if is_past_of_change(scene, figure, time, published):
        return True
    if time.period_start is None or time.period_start <= published or decision.is_planned:
        return False
    before = scene.sentence.words[max(0, time.first - 1)].folded
    return before not in role(scene.language, "for") and clauses.is_past(scene, figure)


def _is_of_apposed_figure(scene: Scene, figure: Figure, time: Time) -> bool:
    """``le parc, 40 en juin, passera à 50``: a figure between commas with the time that is its own."""
    words = scene.sentence.words
    if not time.last <= figure.first or time.last >= len(words) or words[time.last].text != ",":
        return False
    if not clauses.has_verb(scene, time.last, figure.first):
        return False
    for other in scene.figures:
        end = max(other.last, other.counted_end)
        if 0 <= time.first - end <= _BESIDE and any(
            w.text == "," for w in words[max(0, other.first - 2) : other.first]
        ):
            return not clauses.has_verb(scene, other.first, time.last)
    return False


def _is_out_of_clause(scene: Scene, decision: Decision, time: Time) -> bool:
    """Whether what there is stands in a clause of its own, which the time is no part of."""
    figure = decision.figure
    if time.last <= figure.first and time_roles.is_survey_day(scene, time):
        return False
    if time.last <= figure.first and _is_told_before(scene, decision, time):
        return True
    low, high = clauses.segment(scene, figure)
    if low <= time.first < high:
        return False
    is_aside = decision.metric in _APPOSED or (
        decision.metric in _ACCOMPANYING and scene.sentence.words[low].folded in role(scene.language, "accompanying")
    )
    if is_aside and not decision.is_planned and clauses.is_apposed(scene, figure):
        return True
    crossed = any(time.last <= other.first < figure.first for other in scene.figures)
    opens = time.first <= _OPENING and not crossed
    between = scene.sentence.words[time.last : figure.first]
    is_aid = decision.mart == "provincial_subsidies"
    if not is_aid and time.first > _OPENING and any(word.text == ";" for word in between):
        return True
    return decision.metric not in _FOUNDED and not opens and clauses.holds_now(scene, figure)


def _is_behind_another(scene: Scene, decision: Decision, time: Time) -> bool:
    """Whether a time behind the figure stands with a later one, or in a later clause."""
    figure = decision.figure
    if clauses.in_comparison(scene, figure, time):
        return False  # ``contre 9 000 fermes et 160 millions en 2024``: one time for both
    crossed = time_roles.crossed_before(scene, figure, time)
    is_parted = any(word.text in {",", ";"} for word in scene.sentence.words[figure.last : time.first])
    if crossed and decision.mart == "provincial_subsidies" and crossed[-1].kind != figure.kind:
        return is_parted  # ``200 000 yuans par tête, 46 lauréats à fin mai``
    if crossed and _is_next(scene, crossed[-1]):
        return True  # ``assemblera 50 000 voitures, puis 150 000 en 2029``
    if crossed:
        return is_lasting(decision) and _is_of_another(scene, figure, time)
    earlier = any(other.last <= figure.first for other in scene.times if not other.is_comparison)
    return earlier and _opens_clause(scene, figure.last, time.first)


def _is_next(scene: Scene, figure: Figure) -> bool:
    """Whether a figure follows in time on the one before it (``puis de 150 000``)."""
    ahead = [word.folded for word in scene.sentence.words[max(0, figure.first - _TO) : figure.first]]
    return any(word in role(scene.language, "then") for word in ahead)


def _is_told_before(scene: Scene, decision: Decision, time: Time) -> bool:
    """Whether a time dates an event told before a colon, or what another did (``X a doté …, et Y a porté …``)."""
    words = scene.sentence.words
    figure, is_aid = decision.figure, decision.mart == "provincial_subsidies"
    between = range(time.last, figure.first)
    if not is_aid and any(words[place].text == ":" for place in between) and clauses.has_verb(scene, 0, time.first):
        return True
    if time.first <= _OPENING:
        return False
    crossed = [other for other in scene.figures if time.last <= other.first < figure.first]
    if not crossed:
        return False
    begin = crossed[-1].last
    is_new = any(begin <= name.first < figure.first for name in scene.names)
    return is_new and clauses.has_verb(scene, begin, figure.first)


def _is_of_another(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether a time behind a later figure is that one's own."""
    before = scene.sentence.words[time.first - 1].folded
    return clauses.has_verb(scene, figure.last, time.first) or before in role(scene.language, "for")


def _opens_clause(scene: Scene, first: int, last: int) -> bool:
    words = scene.sentence.words[first:last]
    return any(word.folded in role(scene.language, "clause-opener") for word in words)


def _is_closing_day(scene: Scene, time: Time) -> bool:
    """``les neuf premiers mois de l'exercice, clos fin mai``: the term itself is told before."""
    words = scene.sentence.words
    if not any(word.folded in role(scene.language, "closed") for word in words[max(0, time.first - 2) : time.first]):
        return False
    return any(0 < time.first - other.last <= _TERM for other in scene.times)


def _is_reckoned_to(scene: Scene, time: Time) -> bool:
    """``au 30 juin``: the day up to which something is counted."""
    words = scene.sentence.words
    near = [word.folded for word in words[max(0, time.first - 1) : time.first + 1]]
    return any(word in role(scene.language, "at") | role(scene.language, "placing") for word in near)
