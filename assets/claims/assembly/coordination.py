"""Series that run in parallel: ``A et B … respectivement 12 et 8``, ``la production et les ventes … à 12 et 8``."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import Subject
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Figure, Name, Scene
from assets.claims.assembly.roles import opens_clause, phrase_start
from assets.claims.assembly.words import role

_BEHIND = 3  # words between a name and the colon that opens what is compared
_LINK = 4  # words that join two names of a list
_SURE = 0.6  # a subject less probable than this is in doubt


@dataclass(slots=True)
class Shared:
    """What a series gives each of its figures, by the figure's place in the sentence."""

    subjects: dict[int, Subject] = field(default_factory=dict)
    families: dict[int, str] = field(default_factory=dict)


def read(scene: Scene) -> Shared:
    """Find the parallel series of a sentence."""
    shared = Shared()
    if len(scene.figures) < 2:
        return shared
    _share_subjects(scene, shared)
    _share_compared(scene, shared)
    _share_families(scene, shared)
    return shared


def _share_subjects(scene: Scene, shared: Shared) -> None:
    words = role(scene.language, "respectively")
    place = next((index for index, word in enumerate(scene.sentence.words) if word.folded in words), None)
    if place is None:
        _share_evenly(scene, shared)
        return
    figures = [figure for figure in scene.figures if figure.first > place] or [
        figure for figure in scene.figures if figure.last <= place
    ]
    kinds = [figure for figure in figures if figure.kind == figures[0].kind]
    if len(kinds) < 2:
        return
    names = [name for name in _distinct(scene) if name.last <= min(place, kinds[0].first)]
    for listed in reversed(_lists(scene, names)):
        if len(listed) >= len(kinds):
            for name, figure in zip(listed[-len(kinds) :], kinds, strict=True):
                shared.subjects[figure.first] = Subject.of(name)
            return


def _share_evenly(scene: Scene, shared: Shared) -> None:
    """Give as many figures as names what each is (``BYD, Geely et Chery ont vendu 382 000, 235 000 et 190 000 …``)."""
    series = _series(scene)
    if len(series) < 2 or sum(time.first >= series[0].first for time in scene.times) > 1:
        return  # ``1,2 et 2,4 millions en 2023 et 2024`` are both of both
    names = [name for name in _distinct(scene) if name.last <= series[0].first]
    lists = _lists(scene, names)
    if lists and len(lists[-1]) == len(series) and opens_clause(scene, lists[-1][0]):
        for name, figure in zip(lists[-1], series, strict=True):
            shared.subjects[figure.first] = Subject.of(name)


def _share_compared(scene: Scene, shared: Shared) -> None:
    """``X vend quatre fois moins de motos que Y : 8 millions contre 32``: in the order in which they are compared."""
    words, language = scene.sentence.words, scene.language
    names = [name for name in scene.names if not name.is_adjective]
    for first, second in pairwise(scene.figures):
        colon = next((at for at in range(first.first - 1, -1, -1) if words[at].text == ":"), None)
        between = [word.folded for word in words[max(first.last, first.counted_end) : second.first]]
        is_set_against = first.kind == second.kind and between[-1:] != [] and between[-1] in role(language, "against")
        if colon is None or not is_set_against or len(between) > _LINK or "," in between:
            continue
        than = [name for name in names if name.last <= colon <= name.last + _BEHIND and _is_measure(scene, name)]
        subjects = [name for name in names if than and name.last < than[0].first]
        if len(than) == 1 and subjects:
            shared.subjects[first.first] = Subject.of(subjects[0])
            shared.subjects[second.first] = Subject.of(than[0])


def _is_measure(scene: Scene, name: Name) -> bool:
    """Whether a name is what another is measured against (``moins que Y``)."""
    before = phrase_start(scene, name) - 1
    return before >= 0 and scene.sentence.words[before].folded in role(scene.language, "than")


def _series(scene: Scene) -> list[Figure]:
    """The first figures of one kind that only commas and ``et`` join."""
    found: list[Figure] = []
    words, joining = scene.sentence.words, role(scene.language, "and")
    for figure in scene.figures:
        between = [word.folded for word in words[found[-1].last : figure.first]] if found else []
        if figure.partner is not None:
            found.clear()  # the ends of a range are one's
            continue
        if found and figure.kind == found[-1].kind and len(between) == 1 and between[0] in joining:
            return [*found, figure]
        if found and not (figure.kind == found[-1].kind and between == [","]):
            found.clear()
        found.append(figure)
    return []


def _lists(scene: Scene, names: Sequence[Name]) -> list[list[Name]]:
    """Names that stand together (``Changan et Seres``), a rival or a partner told of beside them left out."""
    found: list[list[Name]] = []
    words = scene.sentence.words
    light = role(scene.language, "series-light") | role(scene.language, "preposition")
    for name in names:
        between = [word.folded for word in words[found[-1][-1].last : name.first]] if found else []
        if found and between and len(between) <= _LINK and all(word in light for word in between):
            found[-1].append(name)
        else:
            found.append([name])
    return [listed for listed in found if _ends_in_and(scene, listed)]


def _ends_in_and(scene: Scene, listed: Sequence[Name]) -> bool:
    """Whether a list's last name is joined to the one before by ``et``."""
    if len(listed) < 2:
        return False
    words = scene.sentence.words[listed[-2].last : listed[-1].first]
    return any(word.folded in role(scene.language, "and") for word in words)


def _distinct(scene: Scene) -> list[Name]:
    seen: set[int] = set()
    found: list[Name] = []
    for name in scene.names:
        if name.start not in seen and not name.is_adjective:
            seen.add(name.start)
            found.append(name)
    return found


def _share_families(scene: Scene, shared: Shared) -> None:
    cues = [
        cue
        for cue in scene.metrics
        if frame(str(cue.entry.data["family"])).mart is not None and float(cue.entry.data.get("weight", 1.0)) >= 1.0
    ]
    for first, second in pairwise(cues):
        families = (str(first.entry.data["family"]), str(second.entry.data["family"]))
        if families[0] == families[1] or not _joined(scene, first, second):
            continue
        pairs = [pair for pair in pairwise(scene.figures) if _coordinated(scene, *pair)]
        for low, high in pairs:
            if low.first >= second.last and low.kind == high.kind:
                shared.families[low.first], shared.families[high.first] = families
        if pairs:
            return


def _joined(scene: Scene, first: Cue, second: Cue) -> bool:
    between = scene.sentence.words[first.last : second.first]
    return (
        0 < len(between) <= 4
        and any(word.folded in role(scene.language, "and") for word in between)
        and all(word.folded in role(scene.language, "series-light") for word in between)
    )


def _coordinated(scene: Scene, low: Figure, high: Figure) -> bool:
    between = scene.sentence.words[low.last : high.first]
    return (
        0 < len(between) <= 4
        and any(word.folded in role(scene.language, "and") for word in between)
        and all(word.folded in role(scene.language, "series-light") for word in between)
    )


def apply_family(decision: Decision, shared: Shared) -> None:
    """Give a figure of a series the family of its place in the series."""
    family = shared.families.get(decision.figure.first)
    if family is None:
        return
    metric = frame(family).metric(decision.aspect, decision.figure.kind)
    mart = frame(family).mart
    if metric is not None and mart is not None:
        decision.family, decision.metric, decision.mart, decision.reason = family, metric, mart, ""


def share_change(scene: Scene, decision: Decision, done: Sequence[Decision]) -> None:
    """Give the end of a change, where in doubt, the subject of its beginning (``de 28 % en 2020 à 57 % en 2024``)."""
    before = done[-1] if done else None
    if (
        decision.subject_score >= _SURE
        or before is None
        or before.reason
        or not before.subject
        or before.metric != decision.metric
        or decision.reason
    ):
        return
    first, last = before.figure, decision.figure
    words = scene.sentence.words
    if not first.first or words[first.first - 1].folded not in role(scene.language, "of"):
        return
    end = max(first.last, first.counted_end)
    place = next((time.last for time in scene.times if time.first in (end, end + 1)), None)
    if place is None:
        return  # ``on passe de 15 dollars à 55 centimes`` may go from one model to another
    if last.first == place + 1 and words[place].folded in role(scene.language, "at"):
        decision.subject, decision.region, decision.subject_rule = before.subject, before.region, "subject:same_change"


def apply_subject(decision: Decision, shared: Shared) -> None:
    """Give a figure of a series the subject of its place in the series."""
    subject = shared.subjects.get(decision.figure.first)
    if subject is not None and not decision.reason:
        decision.subject, decision.region, decision.subject_rule = subject.name, subject.region, "subject:respectively"
