"""Cuts an article into scenes: sentences with everything recognised in them and what stands above them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assets.articles.model import Article
from assets.claims.assembly import elliptic, figures, layout, names, tables, times
from assets.claims.assembly.capitals import capitals
from assets.claims.assembly.declared import Declared, declared_before, declared_by
from assets.claims.assembly.furnish import Found, furnish, speaks_of_beijing_city
from assets.claims.assembly.model import Scene
from assets.claims.assembly.newcomers import newcomers
from assets.claims.assembly.resumed import may_resume, resume, resume_lead
from assets.claims.assembly.shelf import Shelf
from assets.claims.assembly.strangers import strangers
from assets.claims.assembly.table_scenes import Table
from assets.claims.assembly.text import sentences_of


@dataclass(slots=True)
class _Above:
    """What stands above the running sentence: heading, lead-in of the list, last figures and currency, open table."""

    heading: Scene | None = None
    lead: Scene | None = None
    models: list[elliptic.Model] = field(default_factory=list)
    currency: str | None = None
    table: Table | None = None
    question: Scene | None = None


def scenes_of(article: Article, language: str) -> Iterator[Scene]:
    """Every sentence of an article, in reading order."""
    text = article.text
    known = names.known_in_article(text, language)
    read = capitals(text, known, language)
    firms, towns = newcomers(text, known, language, read), names.towns(text, known, language)
    found = Found(
        Shelf(known),
        Shelf(times.times_of(article, language)),
        Shelf(figures.figures_of(text, language)),
        speaks_of_beijing_city(text, language),
        layout.speakers(article.paragraphs),
        Shelf(firms),
        Shelf(towns),
        Shelf(strangers(read, [*firms, *towns], language)),
    )
    loose = layout.loose_rows(article.paragraphs)
    amounts = [figure for figure in found.figures.within(0, len(text)) if figure.kind == "money"]
    above = _Above(currency=amounts[0].unit if amounts else None)
    offset = 0
    for position, paragraph in enumerate(article.paragraphs):
        if tables.is_row(paragraph) or position in loose:
            if above.table is None:
                heading = above.heading.sentence.text if above.heading is not None else ""
                above.table = Table(article.paragraphs, position, layout.caption(article, position, heading))
            yield from above.table.scenes(paragraph, offset, position, article.published_on, language)
        else:
            above.table = None
            yield from _paragraph(article, position, offset, found, above, language)
        offset += len(paragraph) + 1


def _declared(above: _Above, language: str, *, is_item: bool) -> Declared | None:
    """The unit that the lead-in of an item's list gives its figures, or else the heading; prose says its own."""
    lines = [line for line in (above.lead, above.heading) if is_item and line is not None]
    units = (declared_by(line.sentence.text, language) for line in lines)
    return next((unit for unit in units if unit is not None), None)


def _paragraph(
    article: Article, position: int, offset: int, found: Found, above: _Above, language: str
) -> Iterator[Scene]:
    paragraph = article.paragraphs[position]
    headed = layout.is_heading(article, position)
    item = layout.is_item(paragraph) and not headed
    last = above.question
    declared = _declared(above, language, is_item=item)
    for sentence in sentences_of(paragraph, offset, position, language):
        scene = Scene(sentence, is_heading=headed, is_item=item, language=language)
        if not sentence.number and not item:
            above.models = []
        furnish(scene, found, above.models, above.currency, declared)
        if not scene.figures:
            declared = declared_before(sentence.text, language) or declared
        above.models = [*above.models, *elliptic.models_of(scene)][-elliptic.REMEMBERED :]
        above.currency = next((f.unit for f in reversed(scene.figures) if f.kind == "money"), above.currency)
        scene.heading = above.heading
        scene.before = last
        if last is not None and may_resume(scene):
            resume(scene, last)
        scene.lead = above.lead if item else None
        resume_lead(scene)
        yield scene
        last = scene
    above.question = last if paragraph.rstrip().endswith("?") else None
    if headed and last is not None:
        above.heading = above.lead = last
    elif paragraph.rstrip().endswith(":"):
        above.lead = last
    elif not item:
        above.lead = None
