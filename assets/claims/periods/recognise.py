"""From a text and a publication day to its time expressions with their days."""

import re
from dataclasses import dataclass, replace
from datetime import date

from assets.claims.periods.conventions import PRESS, Convention
from assets.claims.periods.days import month_span
from assets.claims.periods.direction import direction_at, is_aimed_at, sentence_bounds
from assets.claims.periods.edtf import edtf_of, is_whole_year
from assets.claims.periods.expressions import FAR, Anchor, Expression
from assets.claims.periods.grammar import load_grammar
from assets.claims.periods.items import Item
from assets.claims.periods.lexicon import Vocabulary
from assets.claims.periods.model import Direction, PeriodContext, PeriodMention, Span
from assets.claims.periods.scan import find_expressions

_LONGEST_HEAD = 40
_WORD = re.compile(r"[^\W\d_]+['’]?")
_MONTHS_KEPT = 11
_LABEL_ENDS = frozenset({"", ".", ":", "–", "—"})
_REPORTED, _QUARTER = (6, 9), 3
_ASIDE = 80  # signs between ``contre`` and the time of what is compared


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
    governing = _GoverningYear(grammar.vocabulary)
    for item in find_expressions(text, grammar, loose=convention.loose):
        expression: Expression = item.values["P"]
        governing.enter(text, item.start)
        hint = governing.hint(expression, state, published_on) if expression.floating else None
        tense = direction
        if tense is None and published_on is not None and _needs_direction(expression):
            tense = direction_at(text, item.start, item.end, language)
        anchor = _anchor(published_on, convention, tense, hint, state)
        span = expression.resolve(anchor)
        if expression.floating and tense is None and published_on is not None:
            span = _aimed(text, item, expression, anchor, language) or span
        if span is None and "needs_reference" in expression.flags:
            continue
        is_either = "beside" in expression.flags or (expression.floating and hint is None and governing.has_dated)
        opens = "beside" in expression.flags and not text[governing.start : item.start].strip()
        if opens or (is_either and _is_aside(text, item.start, grammar.vocabulary, in_brackets=False)):
            expression, span = _compared(expression, span, anchor)
        is_relative = hint is not None and governing.is_relative
        mention = _mention(text, item, expression, span, hint, state, published_on, is_relative=is_relative)
        mentions.append(mention)
        if mention.dates:
            governing.has_dated = True
            governing.note(text, item.start, expression, mention, published_on)
            if _stands_alone(text, mention):
                year = mention.period_start.year if mention.period_start else None
                state = replace(state, year=year, label=_month_of(mention))
            if state.span is None or not _is_aside(text, item.start, grammar.vocabulary):
                state = _remembered(state, expression, mention, published_on)
    return tuple(mentions), state


def _anchor(
    published_on: date | None, convention: Convention, tense: Direction | None, hint: int | None, state: PeriodContext
) -> Anchor:
    first = state.label.start if state.label is not None else None
    month = None if first is None else (first.year, first.month)
    return Anchor(
        published_on,
        convention,
        tense,
        year=hint,
        month=month,
        reference=state.span,
        interval=state.interval,
        label=state.label,
    )


def _aimed(text: str, item: Item, expression: Expression, anchor: Anchor, language: str) -> Span | None:
    """What is aimed at next, if it is near: « Pour novembre, elle attend » of December means the month just over."""
    if anchor.published is None or not is_aimed_at(text, item.start, item.end, language):
        return None
    ahead = expression.resolve(replace(anchor, direction="future"))
    if ahead is None or ahead.start is None or (ahead.start - anchor.published).days > FAR:
        return None
    return ahead


def _month_of(mention: PeriodMention) -> Span | None:
    """The days of a lone month; None for another lone period, below which no month is named."""
    return Span(mention.period_start, mention.period_end) if mention.granularity == "month" else None


@dataclass(slots=True)
class _GoverningYear:
    """The year that a sentence states for the months and days after it.

    Beside a publication day only a year at the sentence's head governs (« En 2024, … en décembre »): further on, « en
    2024 et de 3 % en janvier » means the January that has just passed. Without one every stated year does.
    """

    vocabulary: Vocabulary
    start: int = 0
    end: int = -1
    year: int | None = None
    is_relative: bool = False
    has_dated: bool = False

    def enter(self, text: str, position: int) -> None:
        if position >= self.end:
            self.start, self.end = sentence_bounds(text, position, stops=".!?")
            self.year, self.is_relative, self.has_dated = None, False, False

    def hint(self, expression: Expression, state: PeriodContext, published_on: date | None) -> int | None:
        if self.year is not None:
            return self.year
        if published_on is None and expression.month is not None and state.year is None:
            return dict(state.months).get(expression.month)
        return state.year

    def _is_head(self, before: str) -> bool:
        """Whether only « en », « au cours de » and the like stand before (« le budget 2025, voté en mai » has more)."""
        if len(before) > _LONGEST_HEAD:
            return False
        known = (self.vocabulary.classes(word) for word in _WORD.findall(before))
        return all(classes is not None and "head" in classes for classes in known)

    def note(
        self, text: str, position: int, expression: Expression, mention: PeriodMention, published_on: date | None
    ) -> None:
        if mention.is_deadline or mention.is_since or mention.is_until or mention.period_start is None:
            return
        if expression.kind == "year" and self._is_head(text[self.start : position].rsplit(";", 1)[-1]):
            self.year, self.is_relative = mention.period_start.year, expression.year is None
        elif published_on is None and expression.year is not None and expression.kind in {"year", "month", "day"}:
            self.year, self.is_relative = expression.year, False


def _is_aside(text: str, position: int, vocabulary: Vocabulary, *, in_brackets: bool = True) -> bool:
    """Whether an expression dates what something is compared with (``contre 30 sites en 2020``, ``(30 en 2020)``)."""
    before = text[max(0, position - _ASIDE) : position]
    clause = before[max(before.rfind(mark) for mark in ".;:!?)\n") + 1 :]
    if in_brackets and "(" in clause and not clause.rstrip().endswith("("):
        return True
    return any("aside" in (vocabulary.classes(word) or ()) for word in _WORD.findall(clause))


def _compared(expression: Expression, span: Span | None, anchor: Anchor) -> tuple[Expression, Span | None]:
    """What ``contre`` puts beside a time: a figure of its own (``contre 8 à la même date de 2024``), and an older one.

    ``fin 2024, contre 30 en février`` is the February before, even where another one has passed since.
    """
    reference = anchor.reference
    if "beside" in expression.flags:
        return replace(expression, flags=expression.flags - {"comparison"}), span
    if anchor.year is not None or span is None or reference is None or span.start is None or reference.start is None:
        return expression, span
    if span.start <= reference.start or (anchor.published is not None and reference.start > anchor.published):
        return expression, span
    for year in (reference.start.year, reference.start.year - 1):
        older = expression.resolve(anchor.with_year(year))
        if older is not None and older.start is not None and older.start < reference.start:
            return expression, older
    return expression, span


def _stands_alone(text: str, mention: PeriodMention) -> bool:
    """Whether an expression is a sentence of its own, at a paragraph's head (``2022. L'État coupe les primes.``)."""
    return not text[: mention.start].strip() and text[mention.end :].lstrip()[:1] in _LABEL_ENDS


def _remembered(
    state: PeriodContext, expression: Expression, mention: PeriodMention, published_on: date | None
) -> PeriodContext:
    """The context after a mention: what ``le lendemain`` and ``la même période`` will refer to."""
    start, end = mention.period_start, mention.period_end
    months = state.months
    if expression.year is not None and expression.month is not None:
        months = (*months[-_MONTHS_KEPT:], (expression.month, expression.year))
    if start is None:
        return state if months is state.months else replace(state, months=months)
    # « dès le 29 janvier … le lendemain »: the day after counts from the 29th, not from publication.
    span = Span(start, start if mention.is_since else end)
    lasts = end is not None and ((end - start).days > 31 or (expression.kind == "interval" and end > start))
    ahead = published_on is not None and end is not None and end > published_on and state.interval is not None
    long = lasts and not mention.is_since and not ahead
    return PeriodContext(state.year, span, span if long else state.interval, mention.basis, months, state.label)


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
        granularity="interval" if cumulative is not None else _granularity(expression, span),
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


def _granularity(expression: Expression, span: Span | None) -> str:
    """The expression's kind; « un an plus tôt » after a month is a month of another year, not a year."""
    return "interval" if expression.kind == "year" and span and not is_whole_year(span) else expression.kind


def _year_to_date(expression: Expression, state: PeriodContext, published_on: date | None) -> Span | None:
    """``sur neuf mois`` as January to September, where text or calendar say that September is the last month."""
    months = expression.count
    if expression.unit != "month" or months is None or not 2 <= months <= 12:
        return None
    reference = state.span
    ahead = reference and reference.end and published_on is not None and reference.end > published_on
    if reference and reference.end and reference.start and reference.end.month == months and not ahead:
        same_year = reference.start.year == reference.end.year
        if same_year and (reference.end - reference.start).days < 300:
            return month_span(reference.end.year, 1, months)
    if published_on is None:
        return None
    last_month = published_on.month - 1 or 12
    # Firms report on half a year or three quarters some weeks after these have ended.
    reported = "reported" in expression.flags and months in _REPORTED and 0 < published_on.month - months <= _QUARTER
    if months == last_month or reported:
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
