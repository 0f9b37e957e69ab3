"""Where language alone settles whose a figure is, whatever else speaks for others, and who cannot have it."""

from collections.abc import Sequence
from functools import cache

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.cues import Cue
from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.fitting import fit
from assets.claims.assembly.model import STRANGER, Decision, Figure, Name, Scene
from assets.claims.assembly.roles import in_brackets, is_source
from assets.claims.assembly.words import role
from assets.claims.ranking.compared import compared_owner

_AID, _STATE = "provincial_subsidies", "group-state"
_OPENING = 1  # words before a noun that opens its sentence (``La province``)
_APART = frozenset({",", ";", ":", "."})
_STATEMENT_ENDS = frozenset({";", ":"})
_TWO = 2  # whom an ordinal tells apart
_LIST = 3  # paragraphs, which are its items, that a list goes on telling of the version that one of them names


@cache
def _no_verbs(language: str) -> frozenset[str]:
    """Words that, behind a name, show that no verb follows (``12 % que BYD et Geely``)."""
    return role(language, "preposition") | role(language, "and") | role(language, "article")


def settled(scene: Scene, decision: Decision, discourse: Discourse, proposed: Sequence[Candidate]) -> list[Candidate]:
    """The proposals that language leaves, in their order; all of them where it would leave none.

    Args:
        scene: The sentence.
        decision: Metric and mart of the figure.
        discourse: What the article has said so far.
        proposed: Every proposed subject.
    """
    owner = relative_owner(scene, decision.figure)
    if owner is not None and fit(Subject.of(owner), decision) > 0.0:
        told = [candidate for candidate in proposed if candidate.subject == Subject.of(owner)]
        if told:
            decision.rules.append("subject:relative_clause")
            return told
    pointed = _pointed_at(scene, decision, proposed) or _counted_off(scene, decision, proposed)
    if pointed:
        decision.rules.append("subject:pointed_at")
        return pointed
    makers = _predicated(scene, decision, proposed)
    if makers:
        decision.rules.append("subject:predicate")
        return makers
    rival = _rival(scene, decision.figure)
    asides = {Subject.of(name) for name in scene.strangers if _is_aside(scene, name, decision.figure)}
    wholes = _wholes(scene, decision)
    left = [
        candidate
        for candidate in _without_lines(scene, decision, proposed, discourse)
        if candidate.subject not in asides
        and candidate.subject.name not in wholes
        and (rival is None or not _is_kin(candidate.subject, rival))
    ]
    if not left or len(left) == len(proposed):
        return list(proposed)
    decision.rules.append("subject:left_out")
    return left


def _pointed_at(scene: Scene, decision: Decision, proposed: Sequence[Candidate]) -> list[Candidate]:
    """Whom the words before an amount of aid point at, with nobody named between: ``le fonds national``.

    The state where its clause says so, a province or city where it is set apart from the one before (``La province,
    elle, …``).
    """
    figure = decision.figure
    if figure.kind != "money" or not (decision.mart == _AID or decision.metric == "investment"):
        return []
    words = scene.sentence.words
    low = max((place for place in range(figure.first) if words[place].text in _STATEMENT_ENDS), default=0)
    is_another = any(name.first >= figure.last and name.kind == "place" for name in scene.names)
    found = []
    for candidate in proposed:
        cue = candidate.cue
        if cue is None or cue.last > figure.first:
            continue
        is_state = cue.entry.id == _STATE and cue.first >= low and not _is_agent(scene, cue)
        is_other = not is_another and candidate.rule == f"subject:{cue.entry.id}" and _is_set_apart(scene, cue)
        between = any(cue.last <= name.first < figure.first and not name.is_adjective for name in scene.names)
        later = any(cue.last <= other.first < figure.first for other in scene.pointers)
        if (is_state or is_other) and not (between or later):
            found.append(candidate)
    return found


def _counted_off(scene: Scene, decision: Decision, proposed: Sequence[Candidate]) -> list[Candidate]:
    """Whom an ordinal counts off (``la première verse 3 millions, la seconde 5``, ``5 % pour le second``).

    Of two towns the ordinal may tell their works or branches apart, but for aid, which only they grant.
    """
    is_aid = decision.mart == _AID  # ``900 yuans pour le premier``: whoever gets it
    cue = (None if is_aid else _ordinal_behind(scene, decision.figure)) or _ordinal_before(scene, decision.figure)
    found = [one for one in proposed if cue is not None and one.cue is cue and fit(one.subject, decision) > 0.0]
    kinds = {one.subject.kind for one in found}
    return found if len(kinds) == 1 and (is_aid or "place" not in kinds) else []


def _predicated(scene: Scene, decision: Decision, proposed: Sequence[Candidate]) -> list[Candidate]:
    """Whose a share is said to be (``la moitié des voitures vendues en Norvège sont chinoises``)."""
    figure, words, language = decision.figure, scene.sentence.words, scene.language
    if figure.kind != "ratio" or decision.mart != "industrial_output":
        return []
    for name in scene.names:
        verb = name.first - 1
        while verb > figure.last and words[verb].folded in role(language, "predicate-adverb"):
            verb -= 1
        if name.is_adjective and verb > figure.last and words[verb].folded in role(language, "being"):
            between = words[figure.last : verb]
            is_apart = any(word.text in _APART or word.folded in role(language, "whether") for word in between)
            is_other = any(figure.last <= other.first < verb for other in scene.figures)
            return [] if is_apart or is_other else [one for one in proposed if one.subject == Subject.of(name)]
    return []


def _ordinal_behind(scene: Scene, figure: Figure) -> Cue | None:
    """The ordinal right behind a figure and its ``pour``."""
    end, words = max(figure.last, figure.counted_end), scene.sentence.words
    ahead = next((cue for cue in _ordinals(scene) if cue.first > end), None)
    if ahead is None or words[ahead.first - 1].folded not in role(scene.language, "purpose"):
        return None
    between = range(end, ahead.first)
    is_apart = any(words[place].text in _APART for place in between)
    others = [other.first for other in scene.figures if other is not figure] + [name.first for name in scene.names]
    return None if is_apart or any(end <= other < ahead.first for other in others) else ahead


def _ordinal_before(scene: Scene, figure: Figure) -> Cue | None:
    """The ordinal that opens the clause of a figure, with nobody named between them."""
    before = [cue for cue in _ordinals(scene) if cue.last <= figure.first]
    if not before:
        return None
    last, words = before[-1], scene.sentence.words
    opening = words[last.first - 1].folded if last.first else ","
    if opening not in role(scene.language, "list-link") | _STATEMENT_ENDS or words[figure.first - 1].text == ",":
        return None  # ``avec la première``; ``4 % pour le premier, 3 % pour le second``
    told = [*scene.names, *scene.strangers]
    if last.first and len(before) == 1 and sum(name.last <= last.first for name in told) < _TWO:
        return None  # ``L'acier et le ciment reculent, le premier de 3 %``
    others = [name.first for name in told] + [cue.first for cue in scene.pointers if cue is not last]
    return None if any(last.last <= other < figure.first for other in others) else last


def _ordinals(scene: Scene) -> list[Cue]:
    return sorted(
        (cue for cue in scene.pointers if cue.entry.data.get("points_to") == "nth"), key=lambda cue: cue.first
    )


def _is_agent(scene: Scene, cue: Cue) -> bool:
    """Whether somebody only stands beside whom the sentence tells of (``distinguée par l'État``, ``avec l'État``)."""
    return bool(cue.first) and scene.sentence.words[cue.first - 1].folded in role(scene.language, "beside")


def _is_set_apart(scene: Scene, cue: Cue) -> bool:
    """Whether a sentence opens with a province or city and sets it apart from another (``La province, elle, …``)."""
    if cue.first > _OPENING or cue.entry.data.get("points_to") not in {"province", "city"}:
        return False
    behind = [word.folded for word in scene.sentence.words[cue.last : cue.last + 2]]
    return behind[:1] == [","] and behind[1:] != [] and behind[1] in role(scene.language, "set-apart")


def relative_owner(scene: Scene, figure: Figure) -> Name | None:
    """The subject of the relative clause right behind a figure (``les 400 emplois que Siemens y crée``)."""
    words, than = scene.sentence.words, role(scene.language, "than")
    light = role(scene.language, "article")
    place = max(figure.last, figure.counted_end)
    if place >= len(words) or words[place].folded not in than:
        return None
    place += 1
    while place < len(words) and words[place].folded in light:
        place += 1
    name = next((one for one in scene.names if one.first == place and not one.is_adjective), None)
    if name is None:
        return None
    behind = words[name.last].folded if name.last < len(words) else "."
    return name if behind[:1].isalpha() and behind not in _no_verbs(scene.language) else None


def _is_aside(scene: Scene, name: Name, figure: Figure) -> bool:
    """Whether an unknown name only reports, or stands in brackets without the figure."""
    if name.level != STRANGER:
        return False
    return is_source(scene, name) or (in_brackets(scene, name) and not figure.in_brackets)


def _wholes(scene: Scene, decision: Decision) -> frozenset[str]:
    """The countries of whose own market a share is told (``28 % du marché chinois``): those who sell there have it.

    Unless they are named twice (``les marques chinoises … du marché chinois``).
    """
    if decision.metric != "sales_share":
        return frozenset()
    words, markets = scene.sentence.words, role(scene.language, "market")
    said = [name.name for name in scene.names]
    return frozenset(
        name.name
        for name in scene.names
        if name.is_adjective and name.first and words[name.first - 1].folded in markets and said.count(name.name) == 1
    )


def _without_lines(
    scene: Scene, decision: Decision, proposed: Sequence[Candidate], discourse: Discourse
) -> Sequence[Candidate]:
    """The proposals but for a family whose version is told of.

    An item of the same list has named it (``Kimi`` of ``Kimi K2``), or the sentence calls it a version and tells a
    size, which versions have (``Sa version Max en est à …``).
    """
    if decision.metric == "parameter_count":
        words, calling = scene.sentence.words, role(scene.language, "version")
        versions = [name for name in scene.names if name.first and words[name.first - 1].folded in calling]
        families = {name.family for name in versions if name.kind == "model" and name.first < decision.figure.first}
        named = {name.name for name in scene.names}
        proposed = [one for one in proposed if one.subject.name in named or one.subject.name not in families]
    if not scene.is_item or any(name.kind == "model" for name in scene.names):
        return proposed
    here = scene.sentence.paragraph
    lines = set()
    for candidate in proposed:
        known = candidate.subject
        version = discourse.versions.get(known.family) if known.is_line else None
        if version is not None and here - discourse.seen[version][1] <= _LIST:
            lines.add(known)
    return [candidate for candidate in proposed if candidate.subject not in lines]


def _rival(scene: Scene, figure: Figure) -> Subject | None:
    """Whom the next figure is set against (``4,3 millions contre 2,1 millions pour Geely``)."""
    later = next((other for other in scene.figures if other.first >= figure.last), None)
    owner = compared_owner(scene, later) if later is not None and later.kind == figure.kind else None
    return Subject.of(owner) if owner is not None and owner.last > figure.last else None


def _is_kin(subject: Subject, rival: Subject) -> bool:
    """Whether a subject is the rival or one of its models: nobody is measured against itself."""
    if subject == rival:
        return True
    whole = rival.kind == "organisation" or rival.makes_models or rival.is_line
    return whole and subject.kind == "model" and rival.name in {subject.owner, subject.family}
