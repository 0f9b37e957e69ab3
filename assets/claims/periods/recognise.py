"""From a text and a publication day to its time expressions with their days."""

from dataclasses import dataclass, replace
from datetime import date

from assets.claims.periods import (
    readings_calendar,
    readings_composed,
    readings_length,
    readings_named,
    readings_nth,
    readings_relative,
    readings_weekday,
)
from assets.claims.periods.conventions import PRESS, Convention
from assets.claims.periods.days import month_span
from assets.claims.periods.direction import direction_at, sentence_bounds
from assets.claims.periods.edtf import edtf_of
from assets.claims.periods.expressions import Anchor, Expression
from assets.claims.periods.grammar import LEVELS, Grammar, Rule, load_grammar
from assets.claims.periods.model import Direction, PeriodContext, PeriodMention, Span
from assets.claims.periods.registry import READINGS, Match
from assets.claims.periods.tokens import Item

# Imported for the readings that they register.
_READING_MODULES = (
    readings_calendar,
    readings_composed,
    readings_length,
    readings_named,
    readings_nth,
    readings_relative,
    readings_weekday,
)
# « En », « Au cours de », « Pour l'année »: what may stand before a year that heads its sentence.
_LETTERS_AT_HEAD = 14
_MONTHS_KEPT = 11


def _candidates(grammar: Grammar, rules: tuple[Rule, ...], codes: str, at: int) -> list[tuple[int, int, Rule, Match]]:
    """Rules that match at a place, the longest match first."""
    found = []
    before = codes[at - 1] if at else grammar.edge
    for rule in rules:
        match = rule.pattern.match(codes, at)
        if match is None or match.end() == at:
            continue
        if (rule.previous and before not in rule.previous) or before in rule.not_previous:
            continue
        found.append((-match.end(), rule.order, rule, Match(match, [], rule.params)))
    if len(found) > 1:
        found.sort(key=lambda candidate: candidate[:2])
    return found


def _reduce(text: str, grammar: Grammar, items: list[Item], level: int, *, loose: bool) -> list[Item]:
    """One level of rules over the items: the longest match at each place becomes one item."""
    codes = "".join([item.code for item in items]) + grammar.edge
    starters, search = grammar.starters[level], grammar.starting[level].search
    at_once = (grammar.any if loose else grammar.strict)[level]
    reduced: list[Item] = []
    index = 0
    place = search(codes)
    while place is not None:
        at = place.start()
        item, end = None, at
        if at_once[codes[at]].match(codes, at):
            item, end = _read_at(text, grammar, items, codes, at, starters[codes[at]], loose=loose)
        if item is None:
            place = search(codes, at + 1)
            continue
        reduced += items[index:at]
        reduced.append(item)
        index = end
        place = search(codes, end)
    return reduced + items[index:]


def _read_at(
    text: str,
    grammar: Grammar,
    items: list[Item],
    codes: str,
    at: int,
    rules: tuple[Rule, ...],
    *,
    loose: bool,
) -> tuple[Item | None, int]:
    """The item that the best rule makes at a place, and where it ends."""
    for minus_end, _, rule, match in _candidates(grammar, rules, codes, at):
        met = replace(match, items=items, text=text)
        if not loose and (rule.loose or not _written_right(rule, met)):
            continue
        expression = READINGS[rule.reads](met)
        if expression is not None:
            return _item_of(grammar, items[at:-minus_end], expression, rule.id), -minus_end
    return None, at


def _written_right(rule: Rule, match: Match) -> bool:
    """Capitals that a rule asks for (the Ascension) or that speak against it (a rocket to Mars)."""
    if rule.params.get("capital"):
        return match.is_capital()
    return not (rule.params.get("lowercase") and match.is_name())


def _item_of(grammar: Grammar, parts: list[Item], expression: Expression, rule_id: str) -> Item:
    inner = tuple(rule for part in parts for rule in part.trace)
    kind = f"{expression.kind}~" if expression.floating else expression.kind
    return Item(parts[0].start, parts[-1].end, grammar.period_codes[kind], {"P": expression}, (*inner, rule_id))


def _expressions(text: str, grammar: Grammar, *, loose: bool) -> list[Item]:
    return all_expressions(text, grammar, loose=loose) if loose or grammar.trigger.may_match(text) else []


def all_expressions(text: str, grammar: Grammar, *, loose: bool) -> list[Item]:
    """Every expression that the rules find, without asking first whether there can be one."""
    items = grammar.tokeniser.cut(text)
    items = _reduce(text, grammar, items, 0, loose=loose)
    if not any("P" in item.values for item in items):
        return []
    for level in range(1, LEVELS):
        items = _reduce(text, grammar, items, level, loose=loose)
    return [item for place, item in enumerate(items) if "P" in item.values and not _is_habit(items, place)]


def _is_habit(items: list[Item], place: int) -> bool:
    """« le premier samedi »: a weekday counted without a month is a habit, not a date."""
    expression, before = items[place].values["P"], items[place - 1].values if place else {}
    return expression.unit == "weekday" and ("ordinal" in before or "last" in before)


def read_periods(
    text: str,
    *,
    published_on: date | None,
    language: str = "fr",
    context: PeriodContext | None = None,
    direction: Direction | None = None,
    convention: Convention = PRESS,
) -> tuple[tuple[PeriodMention, ...], PeriodContext]:
    """Read the time expressions of a text, and the context that they leave for what follows.

    Args:
        text: A sentence, a paragraph or more.
        published_on: Publication day; without it relative expressions have no days.
        language: ISO 639-1 code, a folder of ``language``.
        context: What earlier text stated.
        direction: Direction of the tense where the caller knows it; otherwise each clause's own verbs are read.
        convention: Choices where the language leaves one.
    """
    grammar = load_grammar(language)
    state = context or PeriodContext()
    mentions: list[PeriodMention] = []
    governing = _GoverningYear()
    for item in _expressions(text, grammar, loose=convention.loose):
        expression: Expression = item.values["P"]
        governing.enter(text, item.start)
        hint = governing.hint(expression, state, published_on) if expression.floating else None
        anchor = Anchor(published_on, convention, direction, year=hint, reference=state.span, interval=state.interval)
        if direction is None and published_on is not None and _needs_direction(expression):
            anchor = replace(anchor, direction=direction_at(text, item.start, item.end, language))
        span = expression.resolve(anchor)
        if span is None and "needs_reference" in expression.flags:
            continue
        is_relative = hint is not None and governing.is_relative
        mention = _mention(text, item, expression, span, hint, state, published_on, is_relative=is_relative)
        mentions.append(mention)
        if mention.dates:
            governing.note(text, item.start, expression, mention, published_on)
            state = _remembered(state, expression, mention)
    return tuple(mentions), state


@dataclass(slots=True)
class _GoverningYear:
    """The year that a sentence states for the months and days after it.

    Beside a publication day only a year at the sentence's head governs (« En 2024, … en décembre »): further on, « en
    2024 et de 3 % en janvier » means the January that has just passed. Without one every stated year does.
    """

    start: int = 0
    end: int = -1
    year: int | None = None
    is_relative: bool = False

    def enter(self, text: str, position: int) -> None:
        if position >= self.end:
            self.start, self.end = sentence_bounds(text, position, stops=".!?")
            self.year, self.is_relative = None, False

    def hint(self, expression: Expression, state: PeriodContext, published_on: date | None) -> int | None:
        if self.year is not None:
            return self.year
        if published_on is None and expression.month is not None and state.year is None:
            return dict(state.months).get(expression.month)
        return state.year

    def note(
        self, text: str, position: int, expression: Expression, mention: PeriodMention, published_on: date | None
    ) -> None:
        if mention.is_deadline or mention.is_since or mention.is_until or mention.period_start is None:
            return
        at_head = sum(char.isalpha() for char in text[self.start : position]) <= _LETTERS_AT_HEAD
        if expression.kind == "year" and at_head:
            self.year, self.is_relative = mention.period_start.year, expression.year is None
        elif published_on is None and expression.year is not None and expression.kind in {"year", "month", "day"}:
            self.year, self.is_relative = expression.year, False


def _remembered(state: PeriodContext, expression: Expression, mention: PeriodMention) -> PeriodContext:
    """The context after a mention: what ``le lendemain`` and ``la même période`` will refer to."""
    start, end = mention.period_start, mention.period_end
    if mention.is_cumulative:
        state = replace(state, is_cumulative=True)
    if expression.year is not None and expression.month is not None:
        state = replace(state, months=(*state.months[-_MONTHS_KEPT:], (expression.month, expression.year)))
    if start is None:
        return state
    # « dès le 29 janvier … le lendemain »: the day after counts from the 29th, not from publication.
    span = Span(start, start if mention.is_since else end)
    long = end is not None and (end - start).days > 31 and not mention.is_since
    return replace(state, span=span, basis=mention.basis, interval=span if long else state.interval)


def _needs_direction(expression: Expression) -> bool:
    return expression.floating or (expression.relative and expression.unit in {"weekday", "month_day", None})


def _mention(
    text: str,
    item: Item,
    expression: Expression,
    span: Span | None,
    hint: int | None,
    state: PeriodContext,
    published_on: date | None,
    *,
    is_relative: bool,
) -> PeriodMention:
    flags = expression.flags
    if expression.kind == "duration" and not flags:
        flags = frozenset({"duration"})
    cumulative = _year_to_date(expression, state, published_on) if "maybe_cumulative" in flags else None
    if cumulative is not None:
        span, flags = cumulative, frozenset({"cumulative"})
    relative = expression.relative or is_relative or (expression.floating and hint is None) or cumulative is not None
    basis = state.basis if expression.refers and state.span else "relative" if relative else "text"
    return PeriodMention(
        start=item.start,
        end=item.end,
        text=text[item.start : item.end],
        period_start=span.start if span else None,
        period_end=span.end if span else None,
        granularity="interval" if cumulative is not None else expression.kind,
        basis=basis,
        edtf=edtf_of(span, expression.kind, expression.unit),
        rule_id="+".join(item.trace),
        is_duration=bool({"duration", "maybe_cumulative"} & flags) and cumulative is None,
        is_comparison="comparison" in flags,
        is_present="present" in flags,
        is_cumulative="cumulative" in flags,
        is_since="since" in flags,
        is_until="until" in flags,
        is_deadline="deadline" in flags,
        per=expression.per,
        year_from_context=hint is not None,
        length=expression.count if expression.kind == "duration" else None,
        length_unit=expression.unit if expression.kind == "duration" else None,
    )


def _year_to_date(expression: Expression, state: PeriodContext, published_on: date | None) -> Span | None:
    """``sur neuf mois`` as January to September, where text or calendar say that September is the last month."""
    months = expression.count
    if expression.unit != "month" or months is None or not 2 <= months <= 12:
        return None
    reference = state.span
    if reference and reference.end and reference.start and reference.end.month == months:
        same_year = reference.start.year == reference.end.year
        if same_year and (reference.end - reference.start).days < 300:
            return Span(date(reference.end.year, 1, 1), reference.end)
    if published_on is None:
        return None
    last_month = published_on.month - 1 or 12
    if months == last_month:
        year = published_on.year - (published_on.month == 1)
        return month_span(year, 1, months)
    return None


def recognise_periods(
    text: str,
    *,
    published_on: date | None,
    language: str = "fr",
    context: PeriodContext | None = None,
    direction: Direction | None = None,
) -> tuple[PeriodMention, ...]:
    """Time expressions of a text, sorted by place, none overlapping.

    >>> [str(m.period_end) for m in recognise_periods("en avril 2024", published_on=None)]
    ['2024-04-30']
    """
    return read_periods(text, published_on=published_on, language=language, context=context, direction=direction)[0]
