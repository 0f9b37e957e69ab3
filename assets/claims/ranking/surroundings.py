"""The words around a figure and between it and a name: what a subject's place in its sentence means, words tell.

``Elle`` at the head means whoever was spoken of, ``chez`` before a name its figures, ``selon`` does not. Which word
says what for whom is learned: words are crossed with where a subject stands and how the text came to speak of it.
"""

from collections.abc import Sequence

from assets.claims.assembly.carried import Candidate
from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.model import Figure, Scene
from assets.claims.ranking.linear import Facts

_BEFORE = 12  # words before a figure that are looked at
_BEHIND = 5
_EDGE = 2  # first words of the sentence, and of the figure's clause, that keep their place
_BETWEEN = 14  # words between a name and a figure beyond which they tell nothing
_PAUSES = frozenset({",", ";", ":", "(", "«", "»", "—", "–"})
_NAME, _TIME, _NUMBER = "<name>", "<time>", "#"


def words_around(scene: Scene, figure: Figure) -> Facts:
    """The words around a figure, names, times and numbers by what they are."""
    kinds = _kinds(scene)
    begin = figure.first
    while begin > 0 and kinds[begin - 1] not in _PAUSES:
        begin -= 1
    facts = {f"l:{word}": 1.0 for word in kinds[max(0, figure.first - _BEFORE) : figure.first]}
    facts |= {f"r:{word}": 1.0 for word in kinds[figure.last : figure.last + _BEHIND]}
    facts |= {f"o{place}:{word}": 1.0 for place, word in enumerate(kinds[:_EDGE])}
    facts |= {f"c{place}:{word}": 1.0 for place, word in enumerate(kinds[begin : min(begin + _EDGE, figure.first)])}
    return facts


def words_between(scene: Scene, between: range, side: str, kind: str) -> Facts:
    """The words between a name of a class and the figure, other names apart."""
    facts: Facts = {}
    for place in between if len(between) <= _BETWEEN else ():
        if any(name.first <= place < name.last for name in scene.names):
            continue
        word = _plain(scene.sentence.words[place].folded)
        facts[f"{side}:between:{word}"] = facts[f"{side}:between:{word}|{kind}"] = 1.0
    return facts


def standing(discourse: Discourse, subject: Subject, kind: str, best: Candidate, figure: Figure) -> tuple[str, ...]:
    """What the words around are crossed with: where a subject stands, alone and with its class and its history.

    Args:
        discourse: What the article has said so far.
        subject: The subject.
        kind: Its class.
        best: The best of its proposals that the sentence names, else the best of all.
        figure: The figure.
    """
    where = "points" if best.cue is not None else "carried"
    if best.name is not None:
        where = "before" if best.name.last <= figure.first else "after"
    return where, f"{where}|{kind}", f"{where}|{_history(discourse, subject)}"


def best_named(proposed: Sequence[Candidate]) -> Candidate:
    """The best proposal of a subject that the sentence names, else one that it points at, else the best."""
    named = [candidate for candidate in proposed if candidate.name is not None]
    pointed = [candidate for candidate in proposed if candidate.cue is not None]
    return max(named or pointed or proposed, key=lambda candidate: candidate.score)


def _history(discourse: Discourse, subject: Subject) -> str:
    """How the text came to speak of a subject."""
    if discourse.in_sentence is not None:
        return "same" if subject == discourse.in_sentence else "other-than-same"
    if discourse.current == subject:
        return "current"
    if subject in discourse.lead.values():
        return "lead"
    return "paragraph" if discourse.paragraph == subject else "other"


def _kinds(scene: Scene) -> list[str]:
    kinds = [_plain(word.folded) for word in scene.sentence.words]
    for name in scene.names:
        kinds[name.first : name.last] = [_NAME] * (name.last - name.first)
    for time in scene.times:
        kinds[time.first : time.last] = [_TIME] * (time.last - time.first)
    return kinds


def _plain(folded: str) -> str:
    return _NUMBER if folded[:1].isdigit() else folded
