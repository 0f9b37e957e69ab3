"""From ledger and archive to clean articles: which must be read again, and what each reading gave."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.articles.clean import CLEANER_VERSION, clean
from assets.articles.limits import CleaningLimits
from assets.articles.model import Article, KnownFacts, RefusedArticleError
from assets.fingerprint import fingerprint
from sources.ledger import CurrentDocument, Reading
from sources.model import Facts, Problem


def cleaner_version() -> str:
    """Version of the cleaner's rules and word lists."""
    return f"{CLEANER_VERSION}+{fingerprint(Path(__file__).parent)}"


@dataclass(frozen=True, slots=True)
class ReadingPolicy:
    """How articles are read.

    Attributes:
        limits: Bounds of one article.
        extracted_languages: Languages that have resources; articles in others are stored and marked.
    """

    limits: CleaningLimits
    extracted_languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Source:
    """An article's bytes by identity, with the document that names it.

    Several documents may hold the same bytes; the first by source and location stands for all, in any order.
    """

    article_id: str
    document: CurrentDocument
    input_sha256: str


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Everything that one reading needs, picklable."""

    source: Source
    content: bytes
    limits: CleaningLimits


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """A clean article, or why there is none."""

    source: Source
    article: Article | None
    problem: Problem | None

    @property
    def reading(self) -> Reading:
        """What the ledger keeps of it."""
        return Reading(self.source.article_id, self.source.input_sha256, cleaner_version(), self.problem)


def current_sources(documents: Iterable[CurrentDocument]) -> dict[str, Source]:
    """One source an article, by article id, in the order of the documents (sorted by source and location)."""
    sources: dict[str, Source] = {}
    for document in documents:
        if document.status == "current" and document.article_id and document.article_id not in sources:
            inputs = f"{document.content_sha256}\x1f{document.name}\x1f{document.facts.to_json()}"
            digest = hashlib.sha256(inputs.encode()).hexdigest()
            sources[document.article_id] = Source(document.article_id, document, digest)
    return sources


def sources_to_read(
    sources: Mapping[str, Source], readings: Mapping[str, Reading], stored: Collection[str]
) -> list[Source]:
    """Those that are new, whose facts changed, that an older cleaner read, or whose row is not in the warehouse."""
    return [source for source in sources.values() if not _is_read(source, readings.get(source.article_id), stored)]


def _is_read(source: Source, reading: Reading | None, stored: Collection[str]) -> bool:
    if reading is None or (reading.input_sha256, reading.reader_version) != (source.input_sha256, cleaner_version()):
        return False
    return reading.problem is not None or source.article_id in stored


def known_facts(facts: Facts) -> KnownFacts:
    """The cleaner's form of the facts that came with a document."""
    return KnownFacts(
        url=facts.url,
        title=facts.title,
        author=facts.author,
        publisher=facts.publisher,
        published_on=facts.published_on,
    )


def read_one(task: ReadTask) -> ReadOutcome:
    """Clean one article. A refusal is an outcome, never an exception: the others go on."""
    document = task.source.document
    try:
        article = clean(task.content, document.name, known_facts(document.facts), task.limits)
    except RefusedArticleError as refusal:
        return ReadOutcome(task.source, None, Problem(refusal.reason, refusal.detail, refusal.cure))
    except Exception as error:
        detail = f"{document.location}: the cleaner failed with {type(error).__name__}: {error}"
        return ReadOutcome(task.source, None, Problem("cleaner_failed", detail, "report it with the file"))
    return ReadOutcome(task.source, article, None)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What became of one document: a row of ``article_log``."""

    document: CurrentDocument
    status: str
    problem: Problem | None


def article_log(
    documents: Sequence[CurrentDocument],
    problems: Mapping[str, Problem],
    languages: Mapping[str, str | None],
    policy: ReadingPolicy,
) -> list[LogEntry]:
    """Account for every document ever seen.

    Args:
        documents: All of the ledger.
        problems: Refusals by article id.
        languages: Language by id of each stored article.
        policy: Says which languages are read.
    """
    first = {source.document.document_id for source in current_sources(documents).values()}
    return [_log_entry(document, first, problems, languages, policy) for document in documents]


def _log_entry(
    document: CurrentDocument,
    first: set[str],
    problems: Mapping[str, Problem],
    languages: Mapping[str, str | None],
    policy: ReadingPolicy,
) -> LogEntry:
    article_id = document.article_id or ""
    if document.status == "withdrawn":
        return LogEntry(document, "withdrawn", None)
    if document.status == "set_aside":
        return LogEntry(document, "quarantined", document.problem)
    if article_id in problems:
        return LogEntry(document, "quarantined", problems[article_id])
    if document.document_id not in first:
        same = Problem("same_bytes", f"{document.location}: the same bytes as another document", "nothing to do")
        return LogEntry(document, "duplicate", same)
    language = languages.get(article_id)
    if language not in policy.extracted_languages:
        known = ", ".join(sorted(policy.extracted_languages))
        other = Problem(
            "language",
            f"{document.location}: language {language or 'unknown'}; read are: {known}",
            "add a folder of language data",
        )
        return LogEntry(document, "not_extracted", other)
    return LogEntry(document, "published", None)
