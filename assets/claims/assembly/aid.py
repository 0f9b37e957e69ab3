"""What an authority's amount is where its own words settle it: a stake in a firm, what one beneficiary gets."""

from assets.claims.assembly import clauses
from assets.claims.assembly.model import Decision, Figure, Scene
from assets.claims.assembly.words import role

_MART = "provincial_subsidies"
_STAKED = frozenset({"investment", "programme_budget", "programme_spent"})
_AVERAGED = frozenset({"subsidy_ceiling", "programme_budget", "programme_spent"})
_VERB = 7  # words between ``met`` and its amount (``a ainsi mis, avec ses fonds, plus de``)
_INTO = 2  # words between an amount and ``dans``
_FIRM = 5  # words between ``dans`` and the firm (``dans l'usine d'écrans de BOE``)
_BEHIND = 4  # words between an amount and ``en moyenne``


def settle(scene: Scene, decision: Decision) -> None:
    """Read what an authority puts into a firm, and what its aid comes to on average, as amounts handed to firms."""
    if decision.figure.kind != "money" or scene.cell is not None:
        return
    is_stake = decision.metric in _STAKED and _is_stake(scene, decision)
    if is_stake or (decision.metric in _AVERAGED and _is_average(scene, decision.figure)):
        decision.family, decision.metric, decision.mart = "amount", "subsidy_amount", _MART
        decision.rules.append("metric:stake" if is_stake else "metric:average")


def is_of_many(scene: Scene, figure: Figure) -> bool:
    """Whether an amount is that of China's places together (``les villes chinoises ont versé``)."""
    places = role(scene.language, "authorities")
    return any(word.folded in places for word in scene.sentence.words[: figure.first])


def _is_stake(scene: Scene, decision: Decision) -> bool:
    """Whether an amount is put into a firm (``met 7 milliards dans X``), into its capital, or ``y a mis``."""
    words, language, figure = scene.sentence.words, scene.language, decision.figure
    ahead_of = words[max(0, figure.first - _VERB) : figure.first]
    if not any(word.folded in role(language, "staking") for word in ahead_of):
        return False
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


def _is_average(scene: Scene, figure: Figure) -> bool:
    """Whether an amount is an average (``en moyenne``, ``la moyenne tourne autour de``)."""
    words = scene.sentence.words
    low, high = clauses.segment(scene, figure)
    near = words[low : min(high, figure.last + _BEHIND)]
    return any(word.folded in role(scene.language, "average") for word in near)
