"""Where a sentence's statements begin and end, and which times stay within one of them."""

from functools import cache
from itertools import pairwise

from assets.claims.assembly.model import Figure, Scene, Time
from assets.claims.assembly.words import forms, role
from assets.claims.periods.direction import cue_of

_BREAKS = frozenset({",", ";", ":", "(", ")", "»", "—", "–"})
_HARD = frozenset({";", ":", ".", "»"})
_LOOK_BACK = 14  # words between ``contre`` and the time of what is compared
_REMAINS = 4  # words between ``en`` and a figure in ``il lui en reste 90``
_APPOSED = 6  # words between a participle in apposition and its time
_STANDS = 3  # words of ``en est à``
_LATER = 6  # words between a figure and ``à terme``
_BEHIND = 3  # words between such a time and a figure that follows it (``contre, en 2020, quelque 35 %``)


def segment(scene: Scene, figure: Figure) -> tuple[int, int]:
    """First word of the figure's own clause, and the place just past its last one."""
    low, high = figure.first, max(figure.last, figure.counted_end)
    known = scene.segments.get((low, high))
    if known is None:
        known = scene.segments[low, high] = _segment(scene, low, high)
    return known


def _segment(scene: Scene, low: int, high: int) -> tuple[int, int]:
    words = scene.sentence.words
    while low > 0 and not _begins(scene, low - 1):
        low -= 1
    while high < len(words) and not _begins(scene, high):
        high += 1
    return low, high


def _begins(scene: Scene, place: int) -> bool:
    """Whether a clause ends before a word, or begins with it."""
    words = scene.sentence.words
    word = words[place]
    if word.text in _BREAKS or word.folded in role(scene.language, "clause-opener"):
        return True
    if word.folded not in role(scene.language, "and"):
        return False
    return any(is_verb(scene, place + step) for step in range(1, 4) if place + step < len(words))


def is_verb(scene: Scene, place: int) -> bool:
    """Whether a word is, to all appearances, a finite verb."""
    word = scene.sentence.words[place]
    return is_present(scene.language, word.text) or cue_of(scene.language, word.text) in {"past", "future"}


def is_present(language: str, word: str) -> bool:
    """Whether a word is a verb of the present that states what there is; accents tell ``verse`` from ``versé``."""
    lowered = word.lower()
    return lowered in _verbs(language)


@cache
def _verbs(language: str) -> frozenset[str]:
    return frozenset(forms(language, "present-verb")) | frozenset(forms(language, "holding-verb"))


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Whether a finite verb stands between two places."""
    return any(is_verb(scene, place) for place in range(max(0, first), min(last, len(scene.sentence.words))))


def holds_now(scene: Scene, figure: Figure) -> bool:
    """Whether a verb of the present, or ``plus que``, governs a figure within its own clause."""
    low, high = segment(scene, figure)
    words = scene.sentence.words
    if is_what_is_left(scene, figure, low):
        return True
    if figure.first > low and words[figure.first - 1].text.lower() in forms(scene.language, "having"):
        return True
    for place in range(figure.first - 1, low - 1, -1):
        if is_present(scene.language, words[place].text):
            return not (_is_intent(scene, place) or _is_perfect(scene, place))
        if _is_set(scene, place):
            return True
        if cue_of(scene.language, words[place].text) in {"past", "future"}:
            return False
    behind = next((place for place in range(figure.last, high) if is_verb(scene, place)), None)
    return behind is not None and is_present(scene.language, words[behind].text)


def _is_perfect(scene: Scene, place: int) -> bool:
    """``a produit``, ``avait fait``: a participle that looks like a present."""
    before = scene.sentence.words[place - 1] if place else None
    if before is None:
        return False
    return cue_of(scene.language, before.text) == "past" or before.folded in role(scene.language, "being")


def _is_set(scene: Scene, place: int) -> bool:
    """``est de``, ``est ramené à``: told of the present, where ``est passé de`` tells of the past."""
    words, language = scene.sentence.words, scene.language
    if words[place].folded not in role(language, "being") or place + 1 >= len(words):
        return False
    return words[place + 1].folded in role(language, "of") | role(language, "set-stem")


def _is_intent(scene: Scene, place: int) -> bool:
    """``compte ouvrir`` tells what is to come, ``compte 12 usines`` what there is."""
    words = scene.sentence.words
    if place + 1 >= len(words) or words[place].folded not in role(scene.language, "intending"):
        return False
    return words[place + 1].folded.endswith(tuple(role(scene.language, "infinitive-ending")))


def is_what_is_left(scene: Scene, figure: Figure, low: int) -> bool:
    """``ne sont plus que 107``, ``n'en a plus que 2 100``: what is left as the text is written."""
    words = scene.sentence.words
    left = role(scene.language, "no-longer")
    near = {word.folded for word in words[max(low, figure.first - _REMAINS) : figure.first]}
    if near & role(scene.language, "remaining") and near & role(scene.language, "thereof"):
        return True  # « il ne lui en reste que 90 »
    pair = [word.folded for word in words[max(low, figure.first - 4) : figure.first]]
    if not any(first in left and second.startswith("qu") for first, second in pairwise(pair)):
        return False
    return not any("ait" in word.folded[-5:] for word in words[max(low, figure.first - 7) : figure.first])


def is_of_an_apposition(scene: Scene, figure: Figure, time: Time, *, may_open: bool = False) -> bool:
    """Whether a time dates a participle set apart by commas (``une forge, ouverte en 2019, …``, ``Ouverte en …,``)."""
    words, language = scene.sentence.words, scene.language
    low, high = time.first, time.last
    while low > 0 and words[low - 1].text not in _BREAKS and time.first - low <= _APPOSED:
        low -= 1
    while high < len(words) and words[high].text not in _BREAKS | {"."}:
        high += 1
    opens = may_open and low == 0 and high < len(words) and words[high].text == ","
    if not (opens or (low and words[low - 1].text == ",")) or low <= figure.first < high or has_verb(scene, low, high):
        return False
    if low and low - 1 == max(figure.last, figure.counted_end):
        return False  # « 100 MW, raccordés en mai »
    if any(low <= other.first < high for other in scene.figures):
        return False
    return any(cue_of(language, word.text) == "participle" for word in words[low : min(low + 2, time.first)])


def is_left(scene: Scene, figure: Figure) -> bool:
    """Whether a figure is what is left now."""
    return is_what_is_left(scene, figure, segment(scene, figure)[0])


def is_apposed(scene: Scene, figure: Figure) -> bool:
    """Whether a figure stands between commas or in brackets, without a verb (``Midea, 190 000 salariés, a …``)."""
    low, high = segment(scene, figure)
    words = scene.sentence.words
    opened = low > 0 and words[low - 1].text in {",", "(", "–", "—"}
    closed = high < len(words) and words[high].text in {",", ")", "–", "—"}
    if not (opened and closed) or has_verb(scene, low, high):
        return False
    return not any(low <= time.first < high for time in scene.times)


def is_past(scene: Scene, figure: Figure) -> bool:
    """Whether a verb of the past governs a figure within its own clause."""
    low, _ = segment(scene, figure)
    words = scene.sentence.words
    return any(cue_of(scene.language, word.text) == "past" for word in words[low : figure.first])


def governing_verb(scene: Scene, figure: Figure) -> str:
    """The finite verb nearest before a figure, or nothing (``avait`` in ``avait versé, en trois ans, 9 millions``)."""
    places = range(figure.first - 1, -1, -1)
    place = next((place for place in places if is_verb(scene, place)), None)
    return "" if place is None else scene.sentence.words[place].text


def compared_from(scene: Scene, time: Time) -> int | None:
    """Where the comparison begins in which a time stands (``contre 12 millions en 2023``), or None."""
    words = scene.sentence.words
    versus, fresh = role(scene.language, "versus"), role(scene.language, "clause-opener")
    for place in range(time.first - 1, max(-1, time.first - 1 - _LOOK_BACK), -1):
        word = words[place]
        if word.folded in versus:
            return place
        if word.text in _HARD or word.folded in fresh:
            return None
    return None


def in_comparison(scene: Scene, figure: Figure, time: Time) -> bool | None:
    """Whether a figure belongs to the comparison in which a time stands; None where the time stands in none."""
    begin = compared_from(scene, time)
    if begin is None:
        return None
    if figure.first < begin:
        return False
    if figure.last <= time.first:
        return True
    if any(begin < other.first < time.first for other in scene.figures):
        return False
    between = scene.sentence.words[time.last : figure.first]
    if any(word.folded in role(scene.language, "of-which") for word in between[:_BEHIND]):
        return not any(time.last <= other.first < figure.first for other in scene.figures)
    return len(between) <= _BEHIND and not any(word.text in _HARD for word in between)


def bracket_of(scene: Scene, place: int) -> tuple[int, int] | None:
    """The places of the brackets around a word, or None."""
    words = scene.sentence.words
    low = place
    while low >= 0 and words[low].text != "(":
        if words[low].text == ")" and low != place:
            return None
        low -= 1
    if low < 0:
        return None
    high = place
    while high < len(words) and words[high].text != ")":
        high += 1
    return low, high


def is_shut_in(scene: Scene, figure: Figure, time: Time) -> bool:
    """Whether a time stands in brackets with figures of its own, and this one is none of them."""
    bracket = bracket_of(scene, time.first)
    if bracket is None:
        return False
    low, high = bracket
    if low < figure.first < high:
        return False
    return any(low < other.first < high for other in scene.figures)


def says_now(scene: Scene, figure: Figure) -> bool:
    """Whether ``aujourd'hui``, ``désormais`` date a figure: behind it or alone in its clause; ``on en est à 9``."""
    words = scene.sentence.words
    now = role(scene.language, "now")
    lead = " ".join(word.folded for word in words[max(0, figure.first - _STANDS) : figure.first])
    if lead in role(scene.language, "stands-at"):
        return True
    for word in words[figure.last : figure.last + _LATER]:
        if word.folded in now:
            return True
        if word.text in _BREAKS or word.folded in role(scene.language, "and"):
            break
    if _is_in_the_end(scene, figure):
        return True
    low, high = segment(scene, figure)
    if any(low <= time.first < high for time in scene.times):
        return False
    return any(word.folded in now for word in words[low : figure.first])


def _is_in_the_end(scene: Scene, figure: Figure) -> bool:
    """``300 000 à terme``, ``pourra à terme en sortir 300 000``: some day."""
    words, language = scene.sentence.words, scene.language
    low, _ = segment(scene, figure)
    end = max(figure.last, figure.counted_end)
    later = [other.first for other in scene.figures if other.first >= end]
    high = min(end + _LATER, *later, len(words))
    return any(
        first.folded in role(language, "at") and second.folded in role(language, "in-the-end")
        for part in (words[low : figure.first], words[figure.last : high])
        for first, second in pairwise(part)
    )


def is_aside_of_the_past(scene: Scene, figure: Figure, time: Time, *, lasting: bool = False) -> bool:
    """Whether a time stands in a relative clause of the imperfect that is over (``qui étaient 212 en 2010, …``).

    Args:
        scene: The sentence.
        figure: A figure behind that clause.
        time: The time.
        lasting: Whether the figure tells what there is; then any past tense parts the clause from it.
    """
    words, language = scene.sentence.words, scene.language
    if not any(word.text == "," for word in words[time.last : figure.first]):
        return False
    endings = tuple(role(language, "imperfect-ending"))
    for place in range(time.first - 1, max(-1, time.first - 1 - _LOOK_BACK), -1):
        word = words[place]
        if word.text in _BREAKS:
            return False
        is_object = lasting and word.folded in role(language, "than") and place and words[place - 1].text == ","
        if is_object or word.folded in role(language, "relative"):
            if any(
                place < other.first <= place + 2 and word.folded in role(language, "of-which")
                for other in scene.figures
            ):
                return False  # ``dont 840 millions``: a part of what is told
            told = words[place : time.first]
            if lasting and any(cue_of(language, other.text) == "past" for other in told):
                return True
            return any(other.folded.endswith(endings) for other in told)
    return False


def _is_hearsay(scene: Scene, place: int) -> bool:
    """``serait à 31 %``, ``auraient recours``: said to be so now, where ``auraient vendu`` looks back."""
    words = scene.sentence.words
    follower = words[place + 1].text if place + 1 < len(words) else ""
    return words[place].folded in role(scene.language, "is-said") and cue_of(scene.language, follower) != "participle"


def _went(scene: Scene, place: int) -> bool:
    """``sont tombés``, ``est passée``: the past tense of verbs of motion."""
    words, language = scene.sentence.words, scene.language
    if words[place].folded not in role(language, "being") or place + 1 >= len(words):
        return False
    return words[place + 1].folded.startswith(tuple(role(language, "motion-stem")))


def continues(scene: Scene, figure: Figure) -> bool:
    """Whether a figure goes on with the statement before: told in the past tense, or summed up (``cela fait 5 %``)."""
    words = scene.sentence.words
    if any(word.folded in role(scene.language, "sums-up") for word in words[:1]):
        return True
    low, high = segment(scene, figure)
    for place in range(figure.first - 1, low - 1, -1):
        if is_present(scene.language, words[place].text) and not _is_perfect(scene, place):
            return False
        if cue_of(scene.language, words[place].text) == "past":
            return not _is_hearsay(scene, place)
        if _went(scene, place):
            return True
    behind = next((place for place in range(figure.last, high) if is_verb(scene, place)), None)
    return behind is not None and cue_of(scene.language, words[behind].text) == "past"
