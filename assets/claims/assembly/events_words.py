"""Words and borders around an event and its model: what its readers share."""

from dataclasses import dataclass
from functools import cache

from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Name, Scene, Time
from assets.claims.language.loader import load_entries

_RELATIVE = 10
_APPOSED = 5
_VERSION_WORDS = 6


@dataclass(frozen=True, slots=True)
class Event:
    """A model's release or deployment.

    Attributes:
        adopter: Who puts the model to use, empty for a release.
        evidence_start: Where the evidence begins if the model is named in an earlier sentence, else None.
        probability: How sure the ranker is that the model's mention tells such an event.
    """

    metric: str
    model: Name
    time: Time | None
    adopter: str
    status: str
    rule_id: str
    evidence_start: int | None = None
    probability: float = 1.0


@cache
def event_words(language: str, name: str) -> frozenset[str]:
    """The folded words of one role; an unknown role has none."""
    for entry in load_entries(language, "event_words"):
        if entry.id == f"event-{name}":
            return frozenset(fold(form) for form in entry.forms)
    return frozenset()


def folded_at(scene: Scene, place: int) -> str:
    """The folded word at a place, empty outside of the sentence."""
    words = scene.sentence.words
    return words[place].folded if 0 <= place < len(words) else ""


def folded_between(scene: Scene, first: int, last: int) -> list[str]:
    """The folded words from one place to just before another."""
    return [word.folded for word in scene.sentence.words[max(first, 0) : max(last, 0)]]


def clause_of(scene: Scene, place: int) -> tuple[int, int]:
    """First place of the clause around a place, and the place just past it."""
    border = event_words(scene.language, "border")
    low = place
    while low > 0 and folded_at(scene, low - 1) not in border:
        low -= 1
    high = place
    while high < len(scene.sentence.words) and folded_at(scene, high) not in border:
        high += 1
    return low, high


def inserted_before(scene: Scene, place: int) -> tuple[int, int]:
    """The relative clause that stands between commas right before a verb (``BMW, qui a banni M, utilise N``).

    Returns:
        The place of its first comma and that of its second; twice the verb's place where there is none.
    """
    if folded_at(scene, place - 1) not in event_words(scene.language, "comma"):
        return place, place
    relatives, commas = event_words(scene.language, "relative"), event_words(scene.language, "comma")
    for index in range(place - 2, 0, -1):
        if folded_at(scene, index) in relatives and folded_at(scene, index - 1) in commas:
            return index - 1, place - 1
    return place, place


def gap_between(scene: Scene, first: int, last: int) -> float:
    """The distance from one place to a later one, time expressions not counted."""
    gap = scene.sentence.distance(first, last)
    for time in scene.times:
        if first < time.first and time.last <= last:
            gap -= scene.sentence.distance(time.first - 1, time.last - 1)
    return max(gap, 0.0)


def head_before(scene: Scene, place: int) -> tuple[str, str]:
    """The word before a name, its determiners skipped, and the noun before that word if it is an ``of``."""
    determiners = event_words(scene.language, "determiner")
    index = place - 1
    while index >= 0 and folded_at(scene, index) in determiners:
        index -= 1
    link = folded_at(scene, index)
    if link not in event_words(scene.language, "of") and folded_at(scene, index + 1) not in event_words(
        scene.language, "of"
    ):
        return link, ""
    index -= 1 if link in event_words(scene.language, "of") else 0
    return "de", folded_at(scene, index)


def is_beside(scene: Scene, model: Name) -> bool:
    """Whether a model is only compared with, written about or built upon."""
    language = scene.language
    link, head = head_before(scene, model.first)
    if head or link == "de":
        return head not in event_words(language, "model-noun") and not version_of(scene, model)
    if link in event_words(language, "than"):
        compared = event_words(language, "compared")
        return any(word in compared for word in folded_between(scene, model.first - 7, model.first))
    near = folded_between(scene, model.first - 3, model.first)
    things = event_words(language, "app-noun") - event_words(language, "rival")  # "son concurrent M" is a model
    return link in event_words(language, "beside") or any(word in things for word in near)


def version_of(scene: Scene, model: Name) -> str:
    """The bare version beside a family: ``Qwen, dans sa version 2.5-Max``, ``la version 2.5 de Qwen``.

    Returns:
        The version as printed (``2.5-Max``), or an empty string.
    """
    if any(letter.isdigit() for letter in model.name):
        return ""
    words, nouns = scene.sentence.words, event_words(scene.language, "version")
    light = event_words(scene.language, "determiner") | event_words(scene.language, "version-link")
    place = model.last
    while place < len(words) and words[place].folded in light:
        place += 1
    if folded_at(scene, place) in nouns:
        return _version_at(scene, place + 1)[0]
    link = model.first - (2 if folded_at(scene, model.first - 1) in {"'", "’"} else 1)
    if folded_at(scene, link) not in event_words(scene.language, "of"):
        return ""
    for place in range(link - 1, max(link - 1 - _VERSION_WORDS, -1), -1):
        if folded_at(scene, place) in nouns:
            version, last = _version_at(scene, place + 1)
            return version if last == link else ""
    return ""


def _version_at(scene: Scene, place: int) -> tuple[str, int]:
    """The version that begins at a place, and the place just past it; a number of parameters is none."""
    words = scene.sentence.words
    last = place
    while last < len(words) and (last == place or words[last].start == words[last - 1].end):
        if not (words[last].text[:1].isalnum() or (words[last].text == "-" and last > place)):
            break
        last += 1
    if not place < last or not words[place].text[:1].isdigit():
        return "", place
    if any(f.first <= place < f.last and not (f.is_bare and f.last <= last) for f in scene.figures):
        return "", place
    start = scene.sentence.start
    return scene.sentence.text[words[place].start - start : words[last - 1].end - start], last


def coordinated(scene: Scene, models: list[Name], first: Name) -> list[Name]:
    """A model and those that ``and`` or commas join to it on its right, the last one by ``and``."""
    found, kept = [first], 1
    joining, commas = event_words(scene.language, "joining"), event_words(scene.language, "comma")
    language = scene.language
    determiners = event_words(language, "determiner") | event_words(language, "of") | event_words(language, "sibling")
    for model in models:
        if model.first < found[-1].last:
            continue
        between = folded_between(scene, _past_maker(scene, found[-1]), model.first)
        if not between or between[0] not in joining | commas or any(w not in determiners for w in between[1:]):
            break
        found.append(model)
        if between[0] in joining:
            kept = len(found)
    return found[:kept]


def _past_maker(scene: Scene, model: Name) -> int:
    """The place past a model and its developer (``Qwen, d'Alibaba``, ``Qwen (Alibaba)``)."""
    of, place = event_words(scene.language, "of") | {"'", "’"}, model.last + 1
    while folded_at(scene, place) in of:
        place += 1
    maker = next((name for name in scene.names if name.first == place and name.kind == "organisation"), None)
    if maker is None or not maker.makes_models:
        return model.last
    mark, after = folded_at(scene, model.last), folded_at(scene, maker.last)
    if mark == "(" and after == ")":
        return maker.last + 1
    if mark not in event_words(scene.language, "comma") or place == model.last + 1:
        return model.last
    joins = event_words(scene.language, "joining")
    return maker.last + (after == "," and folded_at(scene, maker.last + 1) in joins)


def is_maker_beside(scene: Scene, model: Name) -> bool:
    """``la V3.2 de DeepSeek``, ``Le Chat, de Mistral``: a firm called like its models, right behind one of them."""
    if not any(name.kind == "organisation" and name.start == model.start for name in scene.names):
        return False
    of, commas = event_words(scene.language, "of") | {"'", "’"}, event_words(scene.language, "comma")
    place = model.first - 1
    while folded_at(scene, place) in of:
        place -= 1
    if place == model.first - 1:
        return False
    place -= folded_at(scene, place) in commas
    own = [name for name in scene.names if name.kind == "model" and name.last == place + 1]
    called = model.name.casefold()
    return any(name.name.casefold().startswith(called) or (name.owner or "").startswith(model.name) for name in own)


def is_set_against(scene: Scene, model: Name) -> bool:
    """Whether a model is what another one is preferred to or compared with (``préfère Qwen3 à Llama 4``)."""
    if is_left_behind(scene, model):
        return True
    link, head = head_before(scene, model.first)
    against = event_words(scene.language, "set-against")
    return link in against or (link == "de" and head in event_words(scene.language, "app-noun"))


def is_left_behind(scene: Scene, model: Name) -> bool:
    """``est passée de M à N``, ``a remplacé M par N``: what one moves away from."""
    if not any(one.kind == "model" and one.first == model.last + 1 for one in scene.names):
        return False
    leaves = folded_at(scene, model.first - 1) in event_words(scene.language, "of")
    link = folded_at(scene, model.last)
    return link in event_words(scene.language, "exchange") or (leaves and link in event_words(scene.language, "onto"))


def is_negotiated(scene: Scene, place: int) -> bool:
    """Whether what stands at a place is only talked about (``négocie avec Alibaba pour utiliser M``)."""
    talks = event_words(scene.language, "negotiating")
    return any(word in talks for word in folded_between(scene, clause_of(scene, place)[0], place))


def gap_over(scene: Scene, first: int, last: int) -> float:
    """As ``gap_between``, an insertion between commas not counted (``M, un modèle de A, est sorti``)."""
    commas = event_words(scene.language, "comma")
    if folded_at(scene, first + 1) in commas and folded_at(scene, last - 1) in commas:
        return 1.0
    return gap_between(scene, first, last)


def antecedent(scene: Scene, models: list[Name], place: int) -> Name | None:
    """``M, que Meta a publié``: the model that a relative clause around a place speaks of."""
    than = event_words(scene.language, "than")
    for model in reversed(models):
        after = folded_between(scene, model.last, model.last + 2)
        if model.last <= place and any(word in than for word in after) and place - model.last <= _RELATIVE:
            above = [one for one in models if 0 < model.first - one.last <= _APPOSED]
            return above[-1] if above and is_beside(scene, model) else model
    return None
