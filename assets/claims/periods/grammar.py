"""Rules of a language: token patterns from its TOML files, compiled to regular expressions over token codes.

A form is words, ``{classes}`` (``{month:m}`` keeps what stood there as ``m``), ``<shapes>`` of ``period_shapes``,
groups ``(a|b c)``, ``?`` after what may be missing, and at the end ``&{class}`` for what must follow, ``!{class}`` for
what must not. What a lower ``level`` made is ``{P}``, of a kind ``{P.month}``, without its year ``{P.floating}``.

Keys of an entry: ``reads`` names the reading (see ``registry``), ``previous`` and ``not_previous`` the classes
(``=word`` for a word) that must or must not stand before, ``capital`` and ``lowercase`` how it is written, ``loose`` a
rule for isolated queries only; every other key is a parameter of the reading.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assets.claims.language.loader import Entry, LanguageDataError
from assets.claims.periods.lexicon import Vocabulary, entries_of, load_vocabulary, plain, reserve_codes
from assets.claims.periods.registry import places_of
from assets.claims.periods.tokens import Tokeniser
from assets.claims.periods.trigger import Need, Trigger

RULE_FILES = ("dates", "calendar_periods", "relative_periods", "durations", "plans", "feasts", "period_ranges")
LEVELS = 5
# What a rule of a lower level made is one item with such a class; its kind can be asked for too (``{P.month}``).
PERIOD_KINDS = (
    "day", "week", "weekend", "fortnight", "month", "quarter", "half", "season", "year", "decade", "century",
    "part", "interval", "event", "duration", "rate", "mark",
)  # fmt: skip
_FORM = re.compile(
    r"\s*(?:(?P<look>[&!])|\{(?P<cls>[\w.]+)(?::(?P<name>\w+))?\}|(?P<op>[()|?])|(?P<word>[^\s(){}|?&!]+))"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of an entry, ready to match."""

    id: str
    reads: str
    level: int
    order: int
    pattern: re.Pattern[str]
    params: dict[str, Any]
    places: dict[str, tuple[str, ...]]
    loose: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a form: its regular expression, the codes it can begin with, and sets of which it needs one each."""

    source: str
    first: frozenset[str]
    needs: tuple[Need, ...]
    can_miss: bool
    longest: int


class _Form:
    """Parser of one form: the regular expression over codes, and the codes with which it can begin."""

    def __init__(self, form: str, vocabulary: Vocabulary, where: str) -> None:
        self._parts = list(_FORM.finditer(form))
        if "".join(part.group() for part in self._parts).strip() != form.strip():
            raise LanguageDataError(f"{where}: form {form!r} has a sign that forms do not know; see grammar.py")
        self._vocabulary = vocabulary
        self._where = where
        self._position = 0
        self._used: dict[str, int] = {}

    def parse(self) -> _Piece:
        piece = self._choice()
        if self._position != len(self._parts):
            raise LanguageDataError(f"{self._where}: a bracket of a form does not close")
        return piece

    def _choice(self) -> _Piece:
        branches = [self._sequence()]
        while self._operator("|"):
            branches.append(self._sequence())
        if len(branches) == 1:
            needs = branches[0].needs
        elif all(branch.needs for branch in branches):
            # The rarest thing that a branch cannot do without tells soonest that it is not there.
            rarest = [min(branch.needs, key=self._weight) for branch in branches]
            needs = (Need(frozenset().union(*(need.codes for need in rarest)), max(need.reach for need in rarest)),)
        else:
            needs = ()
        return _Piece(
            f"(?:{'|'.join(branch.source for branch in branches)})",
            frozenset().union(*(branch.first for branch in branches)),
            needs,
            any(branch.can_miss for branch in branches),
            max(branch.longest for branch in branches),
        )

    def _weight(self, need: Need) -> int:
        return self._vocabulary.weight_of(need.codes)

    def _sequence(self) -> _Piece:
        source, first, optional, longest = "", frozenset[str](), True, 0
        needs: tuple[Need, ...] = ()
        while self._position < len(self._parts):
            if self._parts[self._position].group("op") in {"|", ")"}:
                break
            piece = self._piece()
            source += piece.source
            if optional:
                first |= piece.first
            optional = optional and piece.can_miss
            needs += tuple(Need(need.codes, longest + need.reach) for need in piece.needs)
            longest += piece.longest
        return _Piece(source, first, needs, optional, longest)

    def _piece(self) -> _Piece:
        look = self._parts[self._position].group("look")
        if look:
            self._position += 1
            piece = self._piece()
            return _Piece(f"(?={piece.source})" if look == "&" else f"(?!{piece.source})", frozenset(), (), True, 0)
        part = self._parts[self._position]
        self._position += 1
        if part.group("op") == "(":
            piece = self._choice()
            if not self._operator(")"):
                raise LanguageDataError(f"{self._where}: a bracket of a form does not close")
        else:
            piece = self._atom(part)
        if self._operator("?"):
            return _Piece(f"(?:{piece.source})?", piece.first, (), True, piece.longest)
        return piece

    def _atom(self, part: re.Match[str]) -> _Piece:
        name = part.group("cls") or f"={plain(part.group('word'))}"
        codes = self._vocabulary.codes_of(name)
        if not codes:
            raise LanguageDataError(f"{self._where}: no word has the class {name!r}; define it or mend the form")
        source = f"[{codes}]"
        place = part.group("name")
        if place:
            # One place may be filled in several branches: re wants a name of its own for each.
            self._used[place] = self._used.get(place, 0) + 1
            source = f"(?P<{place}{self._used[place] if self._used[place] > 1 else ''}>{source})"
        return _Piece(source, frozenset(codes), (Need(frozenset(codes), 0),), can_miss=False, longest=1)

    def _operator(self, sign: str) -> bool:
        if self._position < len(self._parts) and self._parts[self._position].group("op") == sign:
            self._position += 1
            return True
        return False


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything compiled that reading a language needs."""

    language: str
    tokeniser: Tokeniser
    vocabulary: Vocabulary
    # For every level: first code → rules that can begin with it.
    starters: tuple[dict[str, tuple[Rule, ...]], ...]
    # For every level: finds the next place where a rule can begin.
    starting: tuple[re.Pattern[str], ...]
    # For every level and first code: whether any rule but the loose ones matches there, in one step.
    at_once: tuple[dict[str, re.Pattern[str]], ...]
    period_codes: dict[str, str]
    # Finds what lower levels have made.
    periods: re.Pattern[str]
    # For every level above the first: what a text with a single period must have for any rule to match.
    single: tuple[re.Pattern[str], ...]
    edge: str
    trigger: Trigger


def _expanded(form: str, shapes: dict[str, str]) -> str:
    """The form with every ``<shape>`` replaced by the shape's own forms."""
    return re.sub(r"<(\w+)>", lambda match: shapes[match.group(1)], form)


def _literals(form: str) -> Iterator[str]:
    for part in _FORM.finditer(form):
        if part.group("word"):
            yield part.group("word")


def rule_entries(language: str) -> tuple[Entry, ...]:
    """All rule entries of a language, in the order of the files."""
    return tuple(entry for file in RULE_FILES for entry in entries_of(language, file))


def _behind(vocabulary: Vocabulary, data: Mapping[str, Any], edge: str) -> str:
    """The condition of a rule on what stands before it; a text begins with its edge."""
    wanted, unwanted = (
        "".join(vocabulary.codes_of(name) for name in data.get(key, ())) for key in ("previous", "not_previous")
    )
    condition = ""
    if wanted:
        condition += f"(?<![^{wanted}])" if edge in wanted else f"(?<=[{wanted}])"
    if unwanted:
        condition += f"(?<=[^{unwanted}])" if edge in unwanted else f"(?<![{unwanted}])"
    return condition


@cache
def load_grammar(language: str) -> Grammar:
    """Compile a language's rules once.

    Raises:
        LanguageDataError: A form names a class that no word has, or its brackets do not close.
    """
    vocabulary = load_vocabulary(language)
    entries = rule_entries(language)
    shapes = {shape.id: f"({'|'.join(shape.forms)})" for shape in entries_of(language, "period_shapes")}
    # A shape may be made of another one.
    shapes = {name: _expanded(form, shapes) for name, form in shapes.items()}
    forms = {entry.id: [_expanded(form, shapes) for form in entry.forms] for entry in entries}
    for entry in entries:
        for form in forms[entry.id]:
            for literal in _literals(form):
                vocabulary.add(literal, f"={plain(literal)}", True)
        for name in (*entry.data.get("previous", ()), *entry.data.get("not_previous", ())):
            if name.startswith("="):
                vocabulary.add(name[1:], name, True)
    period_codes = {kind: vocabulary.code(("P", f"P.{kind}")) for kind in PERIOD_KINDS}
    period_codes |= {f"{kind}~": vocabulary.code(("P", f"P.{kind}", "P.floating")) for kind in PERIOD_KINDS}
    reserve_codes(vocabulary)
    edge = vocabulary.code(("closed", "edge"))
    starters: list[dict[str, list[Rule]]] = [{} for _ in range(LEVELS)]
    order, trigger = 0, Trigger(vocabulary)
    needs: list[list[tuple[Need, ...]]] = [[] for _ in range(LEVELS)]
    for entry in entries:
        data = entry.data
        for form in forms[entry.id]:
            piece = _Form(form, vocabulary, f"{language}: rule {entry.id!r}").parse()
            level = int(data.get("level", 1))
            if level == 1 and not data.get("loose", False):
                trigger.require(piece.needs)
            needs[level - 1].append(piece.needs)
            order += 1
            pattern = re.compile(_behind(vocabulary, data, edge) + piece.source)
            rule = Rule(
                id=entry.id,
                reads=str(data["reads"]),
                level=level,
                order=order,
                pattern=pattern,
                params={key: value for key, value in data.items() if key not in {"reads", "level"}},
                places=places_of(pattern),
                loose=bool(data.get("loose", False)),
            )
            for code in piece.first:
                starters[rule.level - 1].setdefault(code, []).append(rule)
    trigger.settle()
    frozen = tuple({code: tuple(rules) for code, rules in level.items()} for level in starters)
    starting = tuple(re.compile(f"[{''.join(level)}]" if level else r"(?!)") for level in frozen)
    at_once = tuple(_at_once(level, loose=False) for level in frozen)
    return Grammar(
        language,
        Tokeniser(vocabulary),
        vocabulary,
        frozen,
        starting,
        at_once,
        period_codes,
        re.compile(f"[{''.join(period_codes.values())}]"),
        tuple(_worth_running(vocabulary, level, frozenset(period_codes.values())) for level in needs),
        edge,
        trigger,
    )


@cache
def loose_at_once(language: str) -> tuple[dict[str, re.Pattern[str]], ...]:
    """What :attr:`Grammar.at_once` is, for all rules; compiled only where isolated queries are read."""
    return tuple(_at_once(level, loose=True) for level in load_grammar(language).starters)


def _at_once(starters: dict[str, tuple[Rule, ...]], *, loose: bool) -> dict[str, re.Pattern[str]]:
    """One pattern for all rules of a first code, which says at once that none of them matches."""
    sources: dict[str, str] = {}
    for code, rules in starters.items():
        patterns = [rule.pattern.pattern for rule in rules if loose or not rule.loose]
        sources[code] = "|".join(re.sub(r"\?P<\w+>", "?:", pattern) for pattern in patterns) or r"(?!)"
    # Many codes have the same rules.
    compiled = {source: re.compile(source) for source in set(sources.values())}
    return {code: compiled[source] for code, source in sources.items()}


def _worth_running(vocabulary: Vocabulary, rules: list[tuple[Need, ...]], periods: frozenset[str]) -> re.Pattern[str]:
    """Finds what the rules of a level cannot do without beside one period; those that join two periods do not count."""
    wanted: set[str] = set()
    for needs in rules:
        words = [need.codes for need in needs if not need.codes & periods]
        if sum(need.codes <= periods for need in needs) > 1:
            continue
        if not words:
            return re.compile("")
        wanted |= min(words, key=lambda codes: vocabulary.weight_of(codes - wanted))
    return re.compile(f"[{''.join(sorted(wanted))}]") if wanted else re.compile(r"(?!)")
