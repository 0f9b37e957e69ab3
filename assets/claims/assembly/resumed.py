"""What a pronoun resumes: ``Les exportations ralentissent. Elles n'ont gagné que 0,6 %`` tells of exports."""

from collections.abc import Iterator
from functools import cache

from assets.claims.assembly.cues import Cue
from assets.claims.assembly.furnish import metrics_in
from assets.claims.assembly.model import Scene
from assets.claims.assembly.words import role

_PRONOUN = 3  # words of the longest pronoun (``celles - ci``)
_FRONTED = 12  # words of what may stand before the subject (``En dépit des annonces, elles …``)
_SURE = 1.0  # weight from which a cue tells a metric by itself
_OPENING = 4  # words of the sentence before among which its subject is looked for


def resume(scene: Scene, before: Scene | None) -> None:
    """Give a sentence's opening pronoun the measured thing that the sentence before has as its subject.

    ``Celles-ci`` means what was named last, a plain pronoun the subject. Gender and number must agree, so that ``Ils``
    behind ``Les ventes`` is somebody else.

    Args:
        scene: The sentence, furnished; its cues of metrics grow by one where its pronoun resumes one.
        before: The sentence before in its paragraph, or the question that it answers.
    """
    if before is None:
        return
    place, pronoun = _opening(scene)
    found = [cue for cue in _measured(before) if _agrees(scene, pronoun, before, cue)]
    if pronoun not in role(scene.language, "resuming-last"):
        found = [cue for cue in found if _is_subject(before, cue)][:1]
    if found:
        scene.resumed = Cue(found[-1].entry, place, place + 1)
        scene.metrics = sorted(
            [scene.resumed, *(other for other in scene.metrics if other.first != place)], key=lambda cue: cue.first
        )


def resume_lead(scene: Scene) -> None:
    """Give an item that says nothing of its own (``Wuhan : 120``) the measured thing that its lead-in announces."""
    if scene.lead is None or not scene.figures or any(_speaks(cue) for cue in scene.metrics):
        return
    announced = next(_measured(scene.lead), None)
    if announced is not None:
        scene.metrics = [Cue(announced.entry, 0, 1), *(cue for cue in scene.metrics if cue.first)]


def _speaks(cue: Cue) -> bool:
    """Whether a cue tells a metric by itself, as weak ones do not."""
    return float(cue.entry.data.get("weight", 1.0)) >= _SURE


def may_resume(scene: Scene) -> bool:
    """Whether a sentence has figures and opens with a pronoun that can mean a measured thing."""
    return bool(scene.figures and _opening(scene)[1])


@cache
def _pronouns(language: str) -> frozenset[str]:
    return role(language, "resuming-feminine") | role(language, "resuming-masculine")


def _opening(scene: Scene) -> tuple[int, str]:
    """The place of the pronoun that opens a sentence, what stands before its first comma apart; and how it is written.

    Several words are written as one (``celles-ci``); where none opens it, the pronoun is empty.
    """
    words = scene.sentence.words
    fronted = next((at for at in range(1, min(len(words), _FRONTED)) if words[at].text == ","), None)
    for place in (0,) if fronted is None else (0, fronted + 1):
        ahead = [word.folded for word in words[place : place + _PRONOUN]]
        for written in ("".join(ahead), " ".join(ahead[:2]), *ahead[:1]):
            if written in _pronouns(scene.language) and [word.text for word in words[place + 1 : place + 2]] != [","]:
                return place, written  # ``Suzhou, elle, …`` only sets somebody apart
    return 0, ""


def _measured(before: Scene) -> Iterator[Cue]:
    """The cues whose head is a noun for something measured, that which the sentence itself resumes first."""
    if before.resumed is not None:
        yield before.resumed
    nouns = role(before.language, "resumed-feminine") | role(before.language, "resumed-masculine")
    for cue in before.metrics or metrics_in(before):
        if before.sentence.words[cue.first].folded in nouns:
            yield cue


def _agrees(scene: Scene, pronoun: str, before: Scene, cue: Cue) -> bool:
    """Whether a pronoun has the gender and number of what a cue stands for."""
    language, noun = scene.language, before.sentence.words[cue.first].folded
    if cue is before.resumed:
        return pronoun == noun and pronoun not in role(language, "resuming-last")
    return any(
        pronoun in role(language, f"resuming-{gender}")
        and noun in role(language, f"resumed-{gender}")
        and (pronoun in role(language, "resuming-plural")) == noun.endswith("s")
        for gender in ("feminine", "masculine")
    )


def _is_subject(before: Scene, cue: Cue) -> bool:
    """Whether a noun opens its sentence, an article and a time before it apart (``En mai, les ventes …``)."""
    words, language = before.sentence.words, before.language
    place = cue.first
    while place > 0 and words[place - 1].folded in role(language, "article") | role(language, "own"):
        place -= 1
    if place and words[place - 1].folded in role(language, "and"):
        place -= 1
    return place == 0 or (words[place - 1].text == "," and place <= _OPENING)
