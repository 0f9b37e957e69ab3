"""Turns an article into decisions and events, sentence by sentence, in reading order."""

from dataclasses import dataclass, field

from assets.articles.model import Article
from assets.claims.assembly import decide, memory, names, period, spelling, times
from assets.claims.assembly.cues import matcher
from assets.claims.assembly.discourse import Discourse, Subject
from assets.claims.assembly.events import Event, events_of
from assets.claims.assembly.issuer import issuers
from assets.claims.assembly.model import Decision, Name, Scene, Time
from assets.claims.assembly.period import Chronicle
from assets.claims.assembly.scenes import scenes_of
from assets.claims.assembly.text import Sentence, measured, sentences_of
from assets.claims.context.reader import ContextReader
from assets.claims.ranking.event_views import Spot
from assets.claims.ranking.linear import Question

# How much more a name counts towards the topic in the title, and in headings and the first two sentences.
_IN_TITLE, _IN_HEADING = 4, 2
_SPANS = frozenset({"month", "quarter", "half", "year"})


@dataclass(slots=True)
class Reading:
    """What was read in one sentence.

    Attributes:
        asked: For every model's mention the question on its events that was put to the ranker.
    """

    scene: Scene
    decisions: list[Decision] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    asked: list[tuple[Spot, Question]] = field(default_factory=list)


def read_article(article: Article, language: str, reader: type[ContextReader] | None = ContextReader) -> list[Reading]:
    """Read every sentence of an article.

    Args:
        article: The article.
        language: Its language.
        reader: What reads figures in their surroundings where the rankers are in doubt; None leaves it to the rankers.
    """
    scenes = list(scenes_of(article, language))
    discourse = _introduce(article, scenes, language)
    topic = memory.topic_of(scenes)
    titled = _time_of_title(article, language)
    chronicle = Chronicle(published=article.published_on, base=titled, titled=titled)
    event_cues = matcher(language, "events")
    readings: list[Reading] = []
    previous: list[Decision] = []
    model_scene: Scene | None = None
    opening: Scene | None = None
    context = _opened(reader, article, scenes) if reader is not None else None
    for scene in scenes:
        opening = scene if scene.sentence.number == 0 else opening
        scene.topic, scene.context = topic, context
        if context is not None:
            context.note(scene)
        memory.open_scene(scene, discourse, chronicle)
        reading = Reading(scene, decide.decide_all(scene, previous, discourse, chronicle))
        if scene.cell is None:
            named = _same_paragraph(model_scene, scene)
            if named is not None or any(name.kind == "model" for name in scene.names):
                told = events_of(scene, event_cues.find_in(scene.sentence), named, opening)
                reading.events, reading.asked = told.events, told.asked
            if any(name.kind == "model" for name in scene.names):
                model_scene = scene
        memory.close_scene(scene, reading.decisions, discourse)
        period.note_stated(scene, reading.decisions, chronicle)
        previous = [decision for decision in reading.decisions if decision.figure.kind != "other"] or previous
        readings.append(reading)
    return readings


def _opened(reader: type[ContextReader], article: Article, scenes: list[Scene]) -> ContextReader:
    title = article.title or ""
    named = [(name.canonical, name.start, name.end) for name in names.known_in(title)]
    return reader(article.text, title, named, scenes)


def _time_of_title(article: Article, language: str) -> Time | None:
    """The past month, quarter or year that the title names (``Automobile : octobre en chiffres``), or None."""
    words, reach = measured(article.title or "", language)
    title = Sentence(article.title or "", 0, -1, 0, words, reach)
    for mention in times.periods_of(title.text, article.published_on, language):
        ahead = article.published_on is None or mention.period_end is None or mention.period_end > article.published_on
        if mention.dates and mention.granularity in _SPANS and not ahead and not mention.is_since:
            return times.place_in(title, mention)
    return None


def _same_paragraph(before: Scene | None, scene: Scene) -> Scene | None:
    """The earlier sentence, if it stands in the same paragraph."""
    return before if before is not None and before.sentence.paragraph == scene.sentence.paragraph else None


def _introduce(article: Article, scenes: list[Scene], language: str) -> Discourse:
    """What the article is about, counted before it is read."""
    discourse = Discourse()
    found: list[Name] = []
    for sentence in sentences_of(article.title or "", 0, -1, language):
        known = [name for name in names.known_in(article.title or "") if sentence.start <= name.start < sentence.end]
        found += [names.place_in(sentence, name) for name in known]
    found = [*issuers(article, language), *spelling.spell(scenes, found)]
    discourse.count(found, _IN_TITLE)
    discourse.title += [Subject.of(name) for name in found if not name.is_adjective and name.name != "World"]
    for position, scene in enumerate(scenes):
        discourse.strangers.update(Subject.of(name) for name in scene.strangers)
        discourse.count(scene.names, _IN_HEADING if position < _IN_HEADING or scene.is_heading else 1)
    return discourse
