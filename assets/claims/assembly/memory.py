"""Keeps the discourse up to date: what a sentence opens, and what it leaves behind for the next."""

from collections import Counter
from collections.abc import Sequence

from assets.claims.assembly.countries import abroad, part_abroad
from assets.claims.assembly.discourse import CHINA, Discourse, Subject, keys_of
from assets.claims.assembly.frames import frame
from assets.claims.assembly.model import Decision, Name, Scene
from assets.claims.assembly.period import Chronicle
from assets.claims.assembly.pointing import resolved, spoken_of
from assets.claims.assembly.roles import before_name, opens_clause, opens_relative, phrase_start
from assets.claims.assembly.words import role

_REPORTERS = frozenset({"agency", "association", "government", "institute", "media", "university"})
_ASKED = frozenset({"city", "province", "district", "firm"})
_ASIDE = 4  # words before a name in which the comma of its clause stands
_OPENING = 4  # an adjective within so many words belongs to the sentence's subject (``les industriels chinois``)


def topic_of(scenes: Sequence[Scene]) -> str:
    """The mart that most of an article's cue words feed, where more than half of them do; tables repeat theirs."""
    counts: Counter[str] = Counter()
    for scene in scenes:
        for cue in scene.metrics if scene.cell is None else ():
            mart = frame(str(cue.entry.data["family"])).mart
            if mart is not None and float(cue.entry.data.get("weight", 1.0)) >= 1.0:
                counts[mart] += 1
    if not counts:
        return ""
    mart, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return mart if count * 2 > sum(counts.values()) else ""


def open_scene(scene: Scene, discourse: Discourse, chronicle: Chronicle) -> None:
    """Forget what a new section, list or paragraph does not carry on."""
    discourse.past.open(scene)
    sentence = scene.sentence
    if scene.is_heading or (discourse.was_item and not scene.is_item):
        discourse.current = None
        discourse.lead.clear()
    discourse.was_item = scene.is_item
    if not scene.is_item:
        chronicle.listed = None
    if sentence.number == 0 and not scene.is_item:
        discourse.paragraph = None
        if not scene.is_pronominal:
            discourse.lead.clear()
        if discourse.asked_at == sentence.paragraph - 1:
            for known in discourse.asked:
                for key in keys_of(known):
                    discourse.lead.setdefault(key, known)
        discourse.current_distance += 1
        if chronicle.paragraph != sentence.paragraph:
            chronicle.age += 1
    chronicle.paragraph = sentence.paragraph
    discourse.current_distance += 1
    discourse.in_sentence = discourse.told = None


def close_scene(scene: Scene, decisions: Sequence[Decision], discourse: Discourse) -> None:
    """Remember whom the sentence named, pointed at and spoke of."""
    discourse.past.close(scene, decisions)
    heads = any(phrase_start(scene, name) == 0 and not name.is_adjective for name in scene.names)
    kept = scene.is_pronominal and bool(discourse.lead) and not heads  # ``Sa voisine Foshan fait mieux``
    if not kept:
        _set_lead(scene, discourse)
    fresh: dict[str, Subject] = {}
    discourse.sentences += 1
    named = [name for name in scene.names if not name.is_adjective and name.name != "World"]
    discourse.recent.append(spoken_of(scene, len(scene.sentence.words), discourse))
    _note_countries(scene, discourse)
    _note_question(scene, discourse)
    both = [*named, *scene.strangers]
    discourse.focus.name(scene, [(name, Subject.of(name)) for name in both])
    for name in scene.strangers:
        known = Subject.of(name)
        discourse.strange[keys_of(known)[0]] = known
        if known in discourse.strange_before:
            discourse.strange_before.remove(known)
        discourse.strange_before.append(known)
        discourse.seen[known] = (discourse.sentences, scene.sentence.paragraph)
    for name in named:
        _remember(scene, name, discourse, fresh)
        known = Subject.of(name)
        discourse.seen[known] = (discourse.sentences, scene.sentence.paragraph)
        if discourse.opener is None:
            discourse.opener = next(iter(discourse.firms_before(1)), None)
        if known.kind == "model":
            if known in discourse.models:
                discourse.models.remove(known)
            discourse.models.append(known)
        if known.owner and not known.makes_models:
            discourse.made[known.owner] = known
            if not known.is_line:
                discourse.versions[known.family] = known
    discourse.leading.clear()
    _remember_pointed(scene, discourse, fresh, kept=kept)
    if discourse.current is not None and any(decision.subject and not decision.reason for decision in decisions):
        fresh.update(dict.fromkeys(keys_of(discourse.current), discourse.current))
    discourse.last.update(fresh)


def _note_countries(scene: Scene, discourse: Discourse) -> None:
    """Remember which country abroad, and whether the whole world, was spoken of."""
    for name in scene.names:
        country = abroad(name)
        if country and part_abroad(name.name):
            discourse.parts_abroad[part_abroad(name.name)] = Subject.of(name)
        if country and not name.is_adjective:
            discourse.abroad, discourse.abroad_at = Subject(country, "place", "country"), discourse.sentences
            discourse.seen[discourse.abroad] = (discourse.sentences, scene.sentence.paragraph)
        elif name.name == "World":
            discourse.world_at = discourse.sentences


def _note_question(scene: Scene, discourse: Discourse) -> None:
    """Remember whom a question's paragraph speaks of: the answer need not name them."""
    sentence = scene.sentence
    if sentence.number == 0:
        discourse.spoken.clear()
    named = spoken_of(scene, len(sentence.words), discourse)
    for cue in scene.pointers:
        kind = str(cue.entry.data.get("points_to", ""))
        meant = discourse.meant(kind) if kind in _ASKED else CHINA if kind == "country" else None
        if meant is not None and resolved(scene, cue, discourse) is None:
            named = (*named, meant)
    discourse.spoken.extend(named)
    if sentence.text.rstrip(' »\u00a0\u202f"').endswith("?"):
        if discourse.spoken:
            discourse.asked = tuple(dict.fromkeys(discourse.spoken))
        discourse.asked_at = sentence.paragraph
    elif scene.is_heading:
        discourse.asked, discourse.asked_at = (), -99


def _set_lead(scene: Scene, discourse: Discourse) -> None:
    """Find what the sentence is about, which a pronoun at the next one's head will mean."""
    answers = discourse.asked_at == scene.sentence.paragraph - 1
    if scene.names or (scene.sentence.number == 0 and not answers):
        discourse.lead.clear()
    for name in scene.names:
        known = Subject.of(name)
        if name.is_adjective:
            if name.region and name.first <= _OPENING:
                discourse.lead.setdefault("country", known)
            continue
        governs = before_name(scene, name) == "" and (opens_clause(scene, name) or known.kind == "model")
        aside = discourse.lead and opens_relative(scene, name) and _is_aside(scene, name)
        if governs and not aside and name.name != "World" and known.level not in _REPORTERS:
            for key in keys_of(known):
                discourse.lead.setdefault(key, known)


def _is_aside(scene: Scene, name: Name) -> bool:
    """Whether a name opens a relative clause between commas (``GLM-5, que Zhipu a publié, …``)."""
    return any(word.text == "," for word in scene.sentence.words[max(0, name.first - _ASIDE) : name.first])


def _remember(scene: Scene, name: Name, discourse: Discourse, fresh: dict[str, Subject]) -> None:
    known = Subject.of(name)
    if known.kind == "place" and known.region is None and discourse.is_chinese:
        return  # "la ville", in an article on China, is a Chinese one
    before = before_name(scene, name)
    leads = before == "" and opens_clause(scene, name)
    if known.kind == "place" and known.level in {"city", "district"} and _is_home(scene, name):
        return  # ``le groupe de Hangzhou``: ``la ville`` still means the one before
    for key in keys_of(known):
        if key not in fresh or (leads and key not in discourse.leading):
            fresh[key] = known
            if leads:
                discourse.leading.add(key)
                discourse.led.add(key)
            else:
                discourse.led.discard(key)
    is_subject = leads or before in role(scene.language, "placing")
    if is_subject and discourse.paragraph is None and known.level not in _REPORTERS:
        discourse.paragraph = known


def _is_home(scene: Scene, name: Name) -> bool:
    """Whether a town only tells of which firm the text speaks."""
    of = role(scene.language, "of")
    for cue in scene.pointers:
        if str(cue.entry.data.get("points_to", "")) in {"firm", "seat"} and 0 < name.first - cue.last <= 2:
            return all(word.folded in of for word in scene.sentence.words[cue.last : name.first])
    return False


def _remember_pointed(scene: Scene, discourse: Discourse, fresh: dict[str, Subject], *, kept: bool) -> None:
    for cue in scene.pointers:
        kind = str(cue.entry.data.get("points_to", ""))
        if kind == "group":
            fresh["group"] = Subject(str(cue.entry.data["name"]), "group")
            discourse.groups[fresh["group"]] = None
        known = resolved(scene, cue, discourse)
        if known is not None:
            fresh.update(dict.fromkeys(keys_of(known), known))
            discourse.focus.point(scene, cue.first, known)
            discourse.seen[known] = (discourse.sentences, scene.sentence.paragraph)
            if cue.first <= _OPENING and not kept:
                discourse.lead.update(dict.fromkeys(keys_of(known), known))
            continue
        meant = discourse.meant(kind) if kind not in {"nth", "latter", "seat", "capital"} else None
        if meant is not None:
            discourse.focus.point(scene, cue.first, meant)
        if cue.first <= _OPENING and meant is not None and not kept:
            discourse.lead.setdefault(kind, meant)
