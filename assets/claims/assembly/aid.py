"""What an authority's amount is where its own words settle it: a stake in a firm, what one beneficiary gets."""

from assets.claims.assembly import clauses
from assets.claims.assembly.discourse import Subject, is_authority
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.qualify import Stretch
from assets.claims.assembly.words import role
from assets.claims.qualifiers import bound_of

_MART = "provincial_subsidies"
_STAKED = frozenset({"investment", "programme_budget", "programme_spent"})
_AVERAGED = frozenset({"subsidy_ceiling", "programme_budget", "programme_spent"})
_TAKES = 5  # words between an authority and what it does (``Wuhan et ses banques y placent``)
_VERB = 7  # words between ``met`` and its amount (``a ainsi mis, avec ses fonds, plus de``)
_INTO = 2  # words between an amount and ``dans``
_FIRM = 9  # words between ``dans`` and the firm (``dans l'usine d'écrans de BOE``)
_BEHIND = 4  # words between an amount and ``en moyenne``


def settle(scene: Scene, decision: Decision) -> None:
    """Read what an authority puts into a firm, and what its aid comes to on average, as amounts handed to firms."""
    if decision.figure.kind != "money" or scene.cell is not None:
        return
    is_stake = decision.metric in _STAKED and _is_stake(scene, decision)
    if is_stake or (decision.metric in _AVERAGED and _is_average(scene, decision.figure)):
        decision.family, decision.metric, decision.mart = "amount", "subsidy_amount", _MART
        decision.rules.append("metric:stake" if is_stake else "metric:average")
    elif decision.metric == "investment" and _verb(scene, decision.figure, "granting") is not None:
        decision.family, decision.metric, decision.mart = "budget", "programme_budget", _MART
        decision.rules.append("metric:granted")
    elif decision.metric == "subsidy_amount" and _is_limited(scene, decision.figure):
        decision.family, decision.metric = "ceiling", "subsidy_ceiling"
        decision.rules.append("metric:limited")


def foresee(scene: Scene, decision: Decision) -> None:
    """Read a stake as aid before it is asked whose it is, where an authority takes it (``Wuhan y place``).

    Whose an investment is, is otherwise looked for among firms.
    """
    if decision.metric != "investment" or decision.figure.kind != "money" or scene.cell is not None:
        return
    verb = _verb(scene, decision.figure, "staking")
    before = [name for name in scene.names if verb is not None and name.last <= verb and not name.is_adjective]
    takes = before[-1] if before else None
    if takes is None or not is_authority(Subject.of(takes)) or not _is_stake(scene, decision):
        return
    of = takes.first and scene.sentence.words[takes.first - 1].folded in role(scene.language, "of")
    if verb is not None and verb - takes.last <= _TAKES and not of:
        decision.family, decision.metric, decision.mart = "amount", "subsidy_amount", _MART
        decision.rules.append("metric:stake")


def is_of_many(scene: Scene, figure: Figure) -> bool:
    """Whether an amount is that of China's places together (``les villes chinoises ont versé``)."""
    places = role(scene.language, "authorities")
    return any(word.folded in places for word in scene.sentence.words[: figure.first])


def _is_stake(scene: Scene, decision: Decision) -> bool:
    """Whether an amount is put into a firm (``met 7 milliards dans X``), into its capital, or ``y a mis``."""
    words, language, figure = scene.sentence.words, scene.language, decision.figure
    if _verb(scene, figure, "staking") is None:
        return False
    ahead_of = words[max(0, figure.first - _VERB) : figure.first]
    if decision.metric == "investment" and any(word.folded in role(language, "there") for word in ahead_of):
        return True
    ahead = range(figure.last, min(len(words), figure.last + _INTO + 1))
    into = next((place for place in ahead if words[place].folded in role(language, "into")), None)
    if into is None:
        return False
    if any(word.folded in role(language, "capital") for word in words[into : into + _FIRM]):
        return True
    near = [name for name in (*scene.names, *scene.strangers) if into < name.first <= into + _FIRM]
    is_unknown = into + 1 < len(words) and words[into + 1].text[:1].isupper()
    return any(name.kind == "organisation" for name in near) or (is_unknown and not near)


def _verb(scene: Scene, figure: Figure, kind: str) -> int | None:
    """The place of the verb of a kind that governs an amount."""
    places = range(figure.first - 1, max(0, figure.first - _VERB) - 1, -1)
    verbs = role(scene.language, kind)
    return next((place for place in places if scene.sentence.words[place].folded in verbs), None)


def _is_limited(scene: Scene, figure: Figure) -> bool:
    """Whether an amount is the most that is handed out (``une prime de 3 millions au plus``)."""
    if figure.range_role is not None:
        return False
    begin = scene.sentence.start
    span = Stretch(figure.start - begin, figure.end - begin)
    return bound_of(scene.sentence.text, span, language=scene.language).value == "le"


def _is_average(scene: Scene, figure: Figure) -> bool:
    """Whether an amount is an average (``en moyenne``, ``la moyenne tourne autour de``)."""
    words = scene.sentence.words
    low, high = clauses.segment(scene, figure)
    near = words[low : min(high, figure.last + _BEHIND)]
    return any(word.folded in role(scene.language, "average") for word in near)
