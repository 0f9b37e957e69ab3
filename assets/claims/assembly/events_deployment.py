"""Deployments: an organisation puts a model to use, will do so, or is said not to."""

from collections.abc import Iterator
from dataclasses import replace

from assets.claims.assembly.events_adopters import (
    Adopter,
    is_maker,
    series_behind,
    subject_before,
)
from assets.claims.assembly.events_nominal import nominal_deployments
from assets.claims.assembly.events_times import begun, time_of
from assets.claims.assembly.events_verbs import Verb
from assets.claims.assembly.events_words import (
    Event,
    antecedent,
    clause_of,
    coordinated,
    event_words,
    folded_at,
    folded_between,
    gap_between,
    gap_over,
    is_beside,
    is_left_behind,
)
from assets.claims.assembly.model import Name, Scene

_OBJECT_REACH, _SUBJECT_REACH, _NEAR = 9.0, 10.0, 4.0
_AGENT_REACH, _SERVED_REACH, _TIME_REACH = 8, 9.0, 40.0
_PURPOSE = 9
_SPEAKER = "nous"


def deployments_of(
    scene: Scene, models: list[Name], verbs: list[Verb], adopters: list[Adopter], meant: Name | None,
    earlier: list[Adopter], taken: set[int],
) -> list[Event]:  # fmt: skip
    """The deployments of a sentence.

    Args:
        scene: The sentence.
        models: The models named in it.
        verbs: The verbs that tell events.
        adopters: The organisations in it.
        meant: The model of an earlier sentence that a pronoun may stand for.
        earlier: The organisations of that sentence.
        taken: First places of the time expressions that date releases.
    """
    events: list[Event] = []
    done: set[tuple[int, str]] = set()
    for number, verb in enumerate(verbs):
        earlier_end = next((one.last for one in reversed(verbs[:number]) if one.voice != "ahead"), 0)
        earlier_end = 0 if verb.is_shared else earlier_end
        for model, users in _uses(scene, models, verb, adopters, meant, earlier):
            joined = coordinated(scene, models, model) if model in models else [model]
            others = [one for one in models if one not in joined]
            place = model.first if model in models else verb.start
            ends = (place, joined[-1].first if model in models else place)
            time = time_of(scene, (verb.start, verb.last - 1, *ends), others, _TIME_REACH, taken, earlier_end)
            if time is not None and time.is_deadline and verb.status == "actual":
                time = None
            if time is not None and folded_at(scene, time.first) in event_words(scene.language, "from"):
                time = begun(scene, time)
            for user in users:
                if (model.start, user.text) not in done:
                    done.add((model.start, user.text))
                    events.append(Event("deployment", model, time, user.text, verb.status, verb.rule_id))
    for event in nominal_deployments(scene, models, verbs, adopters, taken):
        if (event.model.start, event.adopter) not in done:
            done.add((event.model.start, event.adopter))
            events.append(event)
    return [*events, *_gapped(scene, models, adopters, events, done)] if events else []


def _uses(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter], meant: Name | None, earlier: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    """Pairs of a model and those who use it, as one verb tells them."""
    if not verb.is_said:
        return
    if verb.event == "with":
        yield from _with(scene, models, verb, adopters)
    elif verb.event in {"serve", "work"} and verb.voice != "bare":
        yield from _serves(scene, models, verb, adopters)
    elif verb.event == "behind":
        yield from _behind(models, verb, adopters)
    elif verb.event == "client":
        yield from _clients(scene, models, verb, adopters)
    elif verb.event in {"use", "pronoun"}:
        if verb.voice in {"passive", "bare"}:
            yield from _used_by(scene, models, verb, adopters, meant)
        else:
            yield from _used(scene, models, verb, adopters, meant, earlier)


def _used(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter], meant: Name | None, earlier: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    """``A utilise M``, ``A l'a adopté``."""
    if verb.of_pronoun or verb.event == "pronoun":
        named = [model for model in models if model.last <= verb.start]
        model = named[-1] if named else meant
        users = subject_before(scene, adopters, verb.start, model)
        if model is not None and users and (users[-1].is_named or named or not users[-1].text.endswith(("s", "x"))):
            yield model, users
        return
    chosen = _object(scene, models, verb)
    for model in chosen:
        users = subject_before(scene, adopters, verb.start, model)
        if not users and folded_at(scene, verb.start - 1) in event_words(scene.language, "subject-pronoun"):
            before = [one for one in adopters if one.last <= verb.start] or earlier
            users = [one for one in before if not is_maker(scene, one, model)][-1:]
        if not users:
            users = _host(scene, adopters, model)
        banned = verb.rule_id == "use-refused" and any(
            name.kind == "place" and users and name.first == users[-1].first for name in scene.names
        )
        if users and not banned:
            yield model, users
    spoken_of = antecedent(scene, models, verb.start)
    if not chosen and spoken_of is not None:
        users = [one for one in subject_before(scene, adopters, verb.start, spoken_of) if one.first >= spoken_of.last]
        if users:
            yield spoken_of, users
    elif not chosen:
        yield from _serves(scene, models, verb, adopters)
        yield from _at_home(scene, models, verb, adopters)


def _object(scene: Scene, models: list[Name], verb: Verb) -> list[Name]:
    high = clause_of(scene, verb.last - 1)[1]
    for model in models:
        if not verb.last <= model.first < high or is_left_behind(scene, model):
            continue
        than = event_words(scene.language, "than")
        if verb.rule_id == "use-refused" and any(w in than for w in folded_between(scene, verb.last, model.first)):
            return []  # "a refusé de dire que M équipait A"
        direct = all(
            word in event_words(scene.language, "determiner") for word in folded_between(scene, verb.last, model.first)
        )
        if verb.links:
            if any(word in verb.links for word in folded_between(scene, model.first - 3, model.first)):
                return coordinated(scene, models, model)
            continue
        if gap_between(scene, verb.last - 1, model.first) > _OBJECT_REACH or (not direct and is_beside(scene, model)):
            return []
        return coordinated(scene, models, model)
    return []


def _host(scene: Scene, adopters: list[Adopter], model: Name) -> list[Adopter]:
    """``chez A`` or ``nous``, wherever it stands."""
    by, we = event_words(scene.language, "by"), event_words(scene.language, "we")
    for one in adopters:
        if is_maker(scene, one, model):
            continue
        near = folded_between(scene, one.first - 3, one.first)
        if (near and near[-1] in by) or "chez" in near or folded_at(scene, one.first) in we:
            return series_behind(scene, adopters, one)
    return []


def _at_home(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    """``M tourne sur les serveurs de A``."""
    near = [m for m in models if m.last <= verb.start and gap_over(scene, m.last - 1, verb.start) <= _NEAR]
    behind = folded_between(scene, verb.last, verb.last + 6)
    machines = event_words(scene.language, "machines")
    place = next((verb.last + i for i, word in enumerate(behind) if word in machines), None)
    if not near or place is None:
        return
    owners = [one for one in adopters if 0 < one.first - place <= 5 and not is_maker(scene, one, near[-1])]
    ours = next((i for i in range(verb.last, place) if folded_at(scene, i) in event_words(scene.language, "we")), None)
    if ours is not None:  # "sur nos propres machines": the speaker's firm
        owners = [Adopter(_SPEAKER, ours, ours + 1, is_named=False)]
    users = (
        owners[:1] or _host(scene, adopters, near[-1]) or [one for one in adopters if one.last <= near[-1].first][-1:]
    )
    if users:
        yield near[-1], users


def _used_by(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter], meant: Name | None
) -> Iterator[tuple[Name, list[Adopter]]]:
    """``M est utilisé par A, B et C``."""
    place = next(
        (
            index
            for index in range(verb.last, verb.last + _AGENT_REACH)
            if folded_at(scene, index) in event_words(scene.language, "by")
        ),
        None,
    )
    if place is None:
        return
    users = [one for one in adopters if 0 < one.first - place <= 6]
    low = clause_of(scene, verb.start)[0]
    before = [model for model in models if low <= model.first < verb.start and not is_beside(scene, model)]
    opens = verb.voice == "bare" and verb.start <= 1
    model = before[-1] if before else next((m for m in models if opens and m.first > place), None)
    if model is None and users:  # "le modèle choisi par A est M"
        model = next((m for m in models if 0 < m.first - users[-1].last <= 4), None)
    if (
        model is None
        and meant is not None
        and all(word in event_words(scene.language, "this") for word in folded_between(scene, 0, verb.start))
    ):
        model = meant
    users = [one for one in users if not is_maker(scene, one, model)]
    if model is None or not users:
        return
    if before and gap_over(scene, model.last - 1, verb.start) > _SUBJECT_REACH:
        return
    first = next((one for one in users if one.is_named), users[0])
    yield model, series_behind(scene, adopters, first)


def _serves(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    """``Chez A, M répond aux clients``, ``M équipe les robots de A``."""
    near = [m for m in models if m.last <= verb.start and gap_over(scene, m.last - 1, verb.start) <= _NEAR]
    if not near:
        return
    model = near[-1]
    users = _host(scene, adopters, model)
    if not users:
        low = clause_of(scene, verb.start)[0]
        there = event_words(scene.language, "place-of-use")
        opening = [one for one in adopters if one.last <= model.first and folded_at(scene, low) in there]
        opening = [one for one in opening if one.first - low <= 5 and not is_maker(scene, one, model)]
        users = ([one for one in opening if one.is_named] or opening)[:1]
    if not users and verb.event in {"serve", "work"}:
        high = clause_of(scene, verb.last - 1)[1]
        behind = [one for one in adopters if verb.last <= one.first < high and not is_maker(scene, one, model)]
        behind = [one for one in behind if gap_between(scene, verb.last - 1, one.first) <= _SERVED_REACH]
        if verb.event == "work":  # "trie les courriels de la banque"
            of = event_words(scene.language, "of")
            behind = [one for one in behind if any(w in of for w in folded_between(scene, one.first - 3, one.first))]
        named = [one for one in behind if one.is_named]
        users = series_behind(scene, adopters, (named or behind)[0]) if behind else []
    if users:
        yield model, users


def _clients(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    """``Parmi les clients de M figurent A et B``, ``M a séduit A``."""
    near = [m for m in models if m.last <= verb.start and gap_between(scene, m.last - 1, verb.start) <= _NEAR + 2]
    behind = [m for m in models if 0 <= m.first - verb.last <= 3]
    for model in (behind or near)[-1:]:
        place = max(verb.last, model.last)
        users = [one for one in adopters if 0 <= one.first - place <= 6 and not is_maker(scene, one, model)]
        if users:
            yield model, series_behind(scene, adopters, users[0])


def _behind(models: list[Name], verb: Verb, adopters: list[Adopter]) -> Iterator[tuple[Name, list[Adopter]]]:
    """``Derrière l'assistant de A se cache M``."""
    model = next((m for m in models if 0 <= m.first - verb.last <= 1), None)
    users = [one for one in adopters if one.last <= verb.start and one.text != (model.owner if model else None)]
    named = [one for one in users if one.is_named]
    if model is not None and users:
        yield model, (named or users)[-1:]


def _with(
    scene: Scene, models: list[Name], verb: Verb, adopters: list[Adopter]
) -> Iterator[tuple[Name, list[Adopter]]]:
    """``A trie ses courriels avec M``."""
    model = next((m for m in models if 0 <= m.first - verb.last <= 3), None)
    if model is None:
        return
    low = clause_of(scene, verb.start)[0]
    users = [one for one in subject_before(scene, adopters, verb.start, model) if one.first >= low]
    users = users or _host(scene, adopters, model)
    if not users:
        return
    between = folded_between(scene, min(users[-1].last, verb.start), verb.start)
    link = folded_between(scene, verb.last, model.first)
    if any(word in event_words(scene.language, "no-use") for word in between) or any(w == "de" for w in link):
        return
    for one in coordinated(scene, models, model):
        yield one, users


def _gapped(
    scene: Scene, models: list[Name], adopters: list[Adopter], events: list[Event], done: set[tuple[int, str]]
) -> Iterator[Event]:
    """``A a opté pour M, B pour N`` and ``A a retenu M pour ceci et N pour cela``: the second verb is left out."""
    used = {event.model.start for event in events}
    known = list(events)
    for model in models:
        if model.start in used or model.first < known[0].model.first:
            continue
        one = _named_before(scene, adopters, model)
        if one is not None:
            if not is_maker(scene, one, model) and (model.start, one.text) not in done:
                event = replace(known[-1], model=model, adopter=one.text)
                known.append(event)
                yield event
        elif _shares_verb(scene, adopters, known[-1].model, model):
            last = known[-1].model.start
            for event in [one for one in known if one.model.start == last]:
                known.append(replace(event, model=model))
                yield known[-1]


def _named_before(scene: Scene, adopters: list[Adopter], model: Name) -> Adopter | None:
    """The name that stands between a comma and a model, with no more than a small word between."""
    language = scene.language
    light = event_words(language, "beside") | event_words(language, "of") | {","}
    opening = event_words(language, "comma") | event_words(language, "joining") | {";"}
    for one in adopters:
        links = folded_between(scene, one.last, model.first)
        if one.is_named and len(links) <= 2 and one.last <= model.first and all(word in light for word in links):
            return one if folded_at(scene, one.first - 1) in opening else None
    words = scene.sentence.words
    end = model.first - 1 if folded_at(scene, model.first - 1) in light - {","} else model.first
    start = end
    while start > 0 and words[start - 1].text[:1].isupper():
        start -= 1
    if start < end and start > 1 and folded_at(scene, start - 1) in opening:
        return Adopter(" ".join(word.text for word in words[start:end]), start, end, is_named=True)
    return None


def _shares_verb(scene: Scene, adopters: list[Adopter], before: Name, model: Name) -> bool:
    """Whether ``et`` joins a model to the one before it, with nothing but that one's purpose between."""
    language = scene.language
    between = folded_between(scene, before.last, model.first)
    light = event_words(language, "determiner") | event_words(language, "of") | {"pour", "avec", "sur"}
    while between and between[-1] in light:
        between.pop()
    joined = bool(between) and between[-1] in event_words(language, "joining")
    purpose = len(between) <= _PURPOSE and between[:1] in (["pour"], ["dans"], ["en"])
    named = any(before.last <= one.first < model.first and one.is_named for one in adopters)
    stops = event_words(language, "border") | event_words(language, "relative") | {","}
    return joined and purpose and not named and not any(word in stops for word in between)
