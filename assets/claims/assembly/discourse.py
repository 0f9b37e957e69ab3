"""What the article has spoken of so far: who ``le groupe`` or ``la ville`` is, and what the article is about."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from assets.claims.assembly.countries import abroad, part_abroad
from assets.claims.assembly.focus import Focus
from assets.claims.assembly.model import LOCALITY, Name
from assets.claims.assembly.past import Past


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose figure it is.

    Attributes:
        kind: ``place``, ``organisation``, ``model`` or ``group``.
        makes_models: For a firm, whether it develops models; for a model, whether it bears its developer's name.
        owner: For a model its developer, as the article spells it.
        family: For a model the name of its family.
    """

    name: str
    kind: str
    level: str = ""
    region: str | None = None
    makes_models: bool = False
    owner: str = field(default="", compare=False)
    family: str = field(default="", compare=False)

    def __eq__(self, other: object) -> bool:
        """Whether both are the same. Written out, because it is asked so often: most differ in their name."""
        if self is other:
            return True
        return (
            isinstance(other, Subject)
            and self.name == other.name
            and self.kind == other.kind
            and self.level == other.level
            and self.region == other.region
            and self.makes_models == other.makes_models
        )

    def __hash__(self) -> int:
        """The name's: few subjects share one."""
        return hash(self.name)

    @staticmethod
    def of(name: Name) -> "Subject":
        """The subject that a name stands for."""
        makes_models = name.makes_models if name.kind == "organisation" else name.name == name.owner
        owner = name.owner or "" if name.kind == "model" else ""
        return _remembered(name.name, name.kind, name.level, name.region, makes_models, owner, name.family)

    @property
    def is_line(self) -> bool:
        """Whether it is a family of models rather than one of its versions."""
        return self.kind == "model" and self.name == self.family


@lru_cache(maxsize=1 << 14)
def _remembered(
    name: str, kind: str, level: str, region: str | None, makes_models: bool, owner: str, family: str
) -> Subject:
    """A subject, made once: the same few are asked for again and again."""
    return Subject(name, kind, level, region, makes_models, owner, family)


CHINA = Subject("China", "place", "country", "CN")
BEIJING = Subject("Beijing", "place", "city", "CN-BJ")
ANY_MODEL = Subject("AI models", "group")
WORLD = Subject("World", "place", "world", None)
_NEVER = (-1, -1)
_DOMINANT = 0.45
_OFTEN = 3  # mentions of a country abroad from which an article may mean it by ``le pays``
_RECENT = 2  # sentences back that ``la première`` and an implied subject reach
_STRANGE = 3  # names of which nothing is known that an article can go back to
_MODELS = 3  # models that an article can go back to without naming them
_FIRMS = frozenset({"firm", ""})
_SUBNATIONAL = frozenset({"province", "city", "district", LOCALITY})


@dataclass(slots=True)
class Discourse:
    """The memory of one article, updated sentence by sentence.

    Attributes:
        topics: How often each subject is named, title and standfirst counted more.
        title: Subjects named in the title.
        last: The subject last mentioned, by type.
        was_item: Whether the sentence before was an item of a list.
        token_rate: The time base of the last volume of tokens, which the next one shares.
        currency: The last currency of an amount.
        led: Types whose last subject opened its clause, so that a pointing word means it rather than the topic.
        in_sentence: The subject of the claim before in the same sentence.
        told: The subject of the figure before in the same sentence, and on which side of it it was named.
        current: The subject of the claim before, reset by a heading.
        paragraph: The first subject named in the running paragraph.
        lead: The subject that the statement is about, by type: what a pronoun at the next sentence's head means.
        leading: Types whose last mention stood without a preposition, within the sentence that is being read.
        sentences: How many sentences have been read.
        seen: The sentence and paragraph that named each subject last.
        recent: Whom each of the last sentences named, adjectives and the world apart.
        past: What they have spoken of and measured.
        made: The model named last of each developer, other than one that bears its name.
        versions: The version named last of each family.
        models: The models named last, the newest at the end.
        asked: Whom the question names or points at that the text is answering, and ``asked_at`` its paragraph.
        spoken: Whom the running paragraph has named or pointed at.
        mains: By types, what ``main`` has found; names are counted before the first sentence is read.
        countries: How often each country abroad is named, its towns and adjectives counted in.
        abroad: The country abroad that was spoken of last, and ``abroad_at`` in which sentence.
        parts_abroad: The city and the region abroad that were spoken of last.
        groups: The groups of models, and the kinds of AI, that the article has pointed at so far.
        focus: How the subjects were spoken of.
        strangers: How often each name is written of which nothing is known.
        strange: The one of them named last, by type, and ``strange_before`` those named last of all.
        world_at: The sentence that spoke of the whole world last.
        opener: The first firm that the text names; firms far behind are seldom meant, but for this one.
    """

    topics: Counter[Subject] = field(default_factory=Counter)
    title: list[Subject] = field(default_factory=list)
    last: dict[str, Subject] = field(default_factory=dict)
    current: Subject | None = None
    current_distance: int = 99
    in_sentence: Subject | None = None
    told: "tuple[Subject, str] | None" = None
    was_item: bool = False
    token_rate: str | None = None
    currency: str = "CNY"
    led: set[str] = field(default_factory=set)
    paragraph: Subject | None = None
    lead: dict[str, Subject] = field(default_factory=dict)
    leading: set[str] = field(default_factory=set)
    sentences: int = 0
    seen: dict[Subject, tuple[int, int]] = field(default_factory=dict)
    recent: deque[tuple[Subject, ...]] = field(default_factory=lambda: deque(maxlen=_RECENT))
    past: Past = field(default_factory=Past)
    made: dict[str, Subject] = field(default_factory=dict)
    versions: dict[str, Subject] = field(default_factory=dict)
    models: deque[Subject] = field(default_factory=lambda: deque(maxlen=_MODELS))
    asked: tuple[Subject, ...] = ()
    asked_at: int = -99
    spoken: list[Subject] = field(default_factory=list)
    mains: dict[tuple[str, ...], tuple[Subject | None, float]] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    abroad: Subject | None = None
    abroad_at: int = -99
    world_at: int = -99
    parts_abroad: dict[str, Subject] = field(default_factory=dict)
    opener: Subject | None = None
    groups: dict[Subject, None] = field(default_factory=dict)
    focus: Focus = field(default_factory=Focus)
    strangers: Counter[Subject] = field(default_factory=Counter)
    strange: dict[str, Subject] = field(default_factory=dict)
    strange_before: deque[Subject] = field(default_factory=lambda: deque(maxlen=_STRANGE))

    def count(self, names: Iterable[Name], weight: int) -> None:
        """Count names towards the article's topic."""
        self.mains.clear()
        for name in names:
            country = abroad(name)
            if country:
                self.countries[country] += weight
            doubled = 2 if name.kind == "place" and name.region not in {None, "CN"} else 1
            self.topics[Subject.of(name)] += (weight if not name.is_adjective else max(1, weight // 2)) * doubled

    def firms_before(self, most: int) -> list[Subject]:
        """The firms named last, the newest at the end."""
        firms = [
            (at, known.name, known)
            for known, at in self.seen.items()
            if known.kind == "organisation" and known.level in _FIRMS
        ]
        return [firm for _, _, firm in sorted(firms, key=lambda named: named[:2])[-most:]]

    def mention(self, subject: Subject) -> None:
        """Remember that a subject was named."""
        for key in keys_of(subject):
            self.last[key] = subject

    def meant(self, kind: str) -> Subject | None:
        """Whom a pointing word of a type means: the last one spoken of, or the main one if that was only a place."""
        abroad = self.parts_abroad.get(kind) if kind == "province" else None
        if abroad is not None and self._named_at(abroad) > self._named_at(self.last.get(kind)):
            return abroad
        if kind in {"city", "province"} and kind not in self.led:
            main, share = self.main(kind)
            if main is not None and share >= _DOMINANT:
                return main
        return self.last.get(kind)

    def _named_at(self, subject: Subject | None) -> tuple[int, int]:
        return self.seen.get(subject, _NEVER) if subject is not None else _NEVER

    def main(self, *keys: str) -> tuple[Subject | None, float]:
        """The subject of a type that the article is most about, and its part of all mentions of that type."""
        known = self.mains.get(keys)
        if known is None:
            known = self.mains[keys] = self._main(keys)
        return known

    def _main(self, keys: tuple[str, ...]) -> tuple[Subject | None, float]:
        counted = [
            (count, subject.name, subject)
            for subject, count in self.topics.items()
            if any(key in keys_of(subject) for key in keys)
        ]
        if not counted:
            return None, 0.0
        best = max(counted, key=lambda item: (item[0], item[1]))
        return best[2], best[0] / sum(count for count, _, _ in counted)

    def countries_abroad(self) -> tuple[Subject, ...]:
        """The countries abroad that ``le pays`` can mean: the one spoken of last, and the one named most."""
        most = max(self.countries.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        found = [self.abroad] if self.abroad is not None else []
        if most[1] >= _OFTEN:
            found.append(Subject(most[0], "place", "country"))
        return tuple(dict.fromkeys(found))

    def share_of_country(self, subject: Subject) -> float:
        """The part of all mentions of countries, their towns counted in, that a country has."""
        chinese = sum(count for known, count in self.topics.items() if known.region)
        own = chinese if subject.region else self.countries[subject.name]
        return own / ((chinese + sum(self.countries.values())) or 1)

    @property
    def is_chinese(self) -> bool:
        """Whether the article is about China."""
        return any(subject.region for subject in self.topics)


def keys_of(subject: Subject) -> tuple[str, ...]:
    """The types of pointing words that can mean a subject."""
    if subject.kind == "place":
        if subject.level == "city":
            return ("city", "authority", "place", "there")
        if subject.level in _SUBNATIONAL:
            first = "province" if subject.level == "province" else "city"
            keys = (first, "authority", "place", "there")
            return ("district", *keys) if subject.level == "district" else keys
        return (subject.level, "place")
    if subject.kind == "organisation":
        return ("firm", "developer") if subject.makes_models else ("firm",)
    return (subject.kind, "model") if subject.kind != "model" else ("model",)


def is_authority(subject: Subject) -> bool:
    """Whether a subject is a province, municipality, city or district, in China or abroad."""
    if subject.kind != "place":
        return False
    return subject.level in _SUBNATIONAL or (subject.region is None and bool(part_abroad(subject.name)))
