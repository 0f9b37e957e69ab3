"""Subjects that a sentence points at: ``le groupe``, ``la ville``, ``les modèles chinois``."""

from collections.abc import Iterator, Sequence
from math import exp

from assets.claims.assembly import clauses, homes
from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import BEIJING, CHINA, Discourse, Subject, keys_of
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.roles import pairs
from assets.claims.assembly.words import role

REACH = 22.0  # words after which a subject that stands before its figure counts e times less
REACH_AFTER = 14.0
_STRENGTH = 0.9
_MAIN_KINDS = frozenset({"city", "province", "firm"})
_MAIN_SHARE = 0.25  # part of all mentions of a type from which ``la ville`` can mean the one however far away
_SEATED = frozenset({"firm", "seat"})  # words that a town can tell more about (``le groupe de Shenzhen``)
_WEAKER = {"there": 0.6, "group-open-models": 0.7}


def crossed_gap(scene: Scene, low: int, high: int) -> float:
    """Distance of two words, the figures between them counted twice."""
    crossed = sum(2.0 for other in scene.figures if low < other.first < high)
    return scene.sentence.distance(low, high) + crossed


def pointed(scene: Scene, decision: Decision, discourse: Discourse) -> Iterator[Candidate]:
    """Candidates that the sentence's pointing words mean."""
    figure = decision.figure
    for cue in scene.pointers:
        kind = str(cue.entry.data.get("points_to", ""))
        subjects = list(_meant(scene, cue, kind, discourse))
        seated = list(homes.firms_of(scene, cue.last, discourse)) if kind in _SEATED else []
        mains = list(_main_ones(kind, subjects, discourse))
        wider = list(homes.wider(kind, subjects[0] if subjects else None, discourse))
        if not (subjects or seated or wider or mains) or figure.first < cue.last <= figure.last:
            continue
        if cue.last <= figure.first:
            near = exp(-crossed_gap(scene, cue.last - 1, figure.first) / REACH)
        else:
            gap = crossed_gap(scene, max(figure.counted_end, figure.last) - 1, cue.first)
            own = 0.8 if kind == "group" else 0.5
            near = (1.2 if pairs(scene, figure) and gap <= 6.0 else own) * exp(-gap / REACH_AFTER)
        strength = _WEAKER.get(kind) or _WEAKER.get(cue.entry.id) or _STRENGTH
        for subject in subjects:
            yield Candidate(subject, strength * near, f"subject:{cue.entry.id}", cue=cue)
        for subject in mains:
            yield Candidate(subject, 0.6 * strength * near, "subject:main_one", cue=cue)
        for subject in wider:
            yield Candidate(subject, 0.5 * strength * near, "subject:wider", cue=cue)
        for subject in seated:
            yield Candidate(subject, strength * near, "subject:home", cue=cue)


def _main_ones(kind: str, meant: Sequence[Subject], discourse: Discourse) -> Iterator[Subject]:
    """Whom the article is about, where a pointing word means somebody else that was named in passing."""
    main, share = discourse.main(kind) if kind in _MAIN_KINDS else (None, 0.0)
    if main is not None and main not in meant and share >= _MAIN_SHARE:
        yield main


def is_container(name: Name, scene: Scene, discourse: Discourse) -> bool:
    """Whether a province only says where the city that is spoken of lies."""
    cities = [Subject.of(n) for n in scene.heading.names] if scene.heading is not None else []
    cities += [Subject.of(n) for n in scene.names if n.last <= name.first]
    cities += [known for known in (discourse.lead.get("city"), discourse.current) if known is not None]
    return any(city.level in {"city", "district"} and city.region == name.region for city in cities)


def _meant(scene: Scene, cue: Cue, kind: str, discourse: Discourse) -> Iterator[Subject]:
    if kind == "group":
        yield Subject(str(cue.entry.data["name"]), "group")
    elif kind == "state":
        yield Subject("China", "place", "state", "CN")
    elif kind == "country":
        yield CHINA
        yield from discourse.countries_abroad()
    elif kind == "capital":
        yield from _capital(scene, cue, discourse)
    elif kind == "nth":
        yield from _nth(scene, cue, discourse)
    elif kind == "latter":
        yield from _latter(scene, cue, discourse)
    elif kind not in {"source", "seat"}:
        subject = _last_named(scene, cue, kind, discourse) or discourse.meant(kind)
        if subject is not None:
            yield subject


def _last_named(scene: Scene, cue: Cue, kind: str, discourse: Discourse) -> Subject | None:
    for name in reversed(scene.names):
        foreign = name.kind == "place" and name.region is None and discourse.is_chinese
        if kind == "there" and name.level == "province" and is_container(name, scene, discourse):
            continue
        if name.last <= cue.first and not name.is_adjective and not foreign and kind in keys_of(Subject.of(name)):
            return Subject.of(name)
    return None


def resolved(scene: Scene, cue: Cue, discourse: Discourse) -> Subject | None:
    """Whom a pointing word means by the place behind it (``la capitale du Sichuan``), or None."""
    kind = str(cue.entry.data.get("points_to", ""))
    if kind == "capital":
        return homes.capital_behind(scene, cue.last)
    if kind not in _SEATED:
        return None
    firms = list(homes.firms_of(scene, cue.last, discourse))
    here = [Subject.of(name) for name in scene.names if name.last <= cue.first]
    return max(firms, key=lambda firm: (firm in here, discourse.seen.get(firm, (-1, -1))), default=None)


def spoken_of(scene: Scene, before: int, discourse: Discourse) -> tuple[Subject, ...]:
    """Whom a sentence names before one of its words, in order: places, firms, models, and groups that it points at."""
    found = [(name.first, Subject.of(name)) for name in scene.names if not name.is_adjective and name.name != "World"]
    found += [
        (cue.first, Subject(str(cue.entry.data["name"]), "group"))
        for cue in scene.pointers
        if cue.entry.data.get("points_to") == "group"
    ]
    known = ((cue.first, resolved(scene, cue, discourse)) for cue in scene.pointers)
    found += [(first, subject) for first, subject in known if subject is not None]
    found.sort(key=lambda place: place[0])
    return tuple(dict.fromkeys(subject for place, subject in found if place < before))


def _nth(scene: Scene, cue: Cue, discourse: Discourse) -> Iterator[Subject]:
    """The first or second of the last two or more of a kind (``Yantai et Weihai aident : la première …``)."""
    words = scene.sentence.words
    behind = words[cue.last].folded if cue.last < len(words) else "."
    is_alone = behind in role(scene.language, "behind-ordinal") or _leads_to_figure(scene, cue.last)
    if not is_alone and not clauses.is_verb(scene, min(cue.last, len(words) - 1)):
        return
    place = int(str(cue.entry.data["place"])) - 1
    for spoken in (spoken_of(scene, cue.first, discourse), *reversed(discourse.recent)):
        found = False
        for kind in ("place", "organisation", "model", "group"):
            alike = [subject for subject in spoken if subject.kind == kind]
            if len(alike) > max(place, 1):
                found = True
                yield alike[place]
        if found:
            return


def _leads_to_figure(scene: Scene, place: int) -> bool:
    """Whether only words of nearness stand between a place and a figure (``le second un peu moins de 300``)."""
    words = scene.sentence.words
    figure = next((other.first for other in scene.figures if other.first >= place), None)
    passed = role(scene.language, "number-lead") | {"'", "’"}
    return figure is not None and all(word.folded in passed for word in words[place:figure])


def _capital(scene: Scene, cue: Cue, discourse: Discourse) -> Iterator[Subject]:
    """The capital of the province named behind; else of the province spoken of, the city spoken of, or Beijing."""
    known = homes.capital_behind(scene, cue.last)
    if known is not None:
        yield known
        return
    words = scene.sentence.words
    behind = words[cue.last].folded if cue.last < len(words) else "."
    if not (behind in role(scene.language, "behind-ordinal") or clauses.is_verb(scene, min(cue.last, len(words) - 1))):
        return  # ``la capitale de la perruque``, ``capitale mondiale du jouet``
    of_province = homes.capital_of(discourse.last.get("province"))
    found = [of_province, discourse.meant("city"), BEIJING if cue.entry.data.get("is_national") else None]
    yield from dict.fromkeys(subject for subject in found if subject is not None)


def _latter(scene: Scene, cue: Cue, discourse: Discourse) -> Iterator[Subject]:
    """Whom ``celui-ci`` and ``cette dernière`` mean: of each kind the one named last."""
    for spoken in (spoken_of(scene, cue.first, discourse), *reversed(discourse.recent)):
        if spoken:
            yield from {subject.kind: subject for subject in spoken}.values()
            return
