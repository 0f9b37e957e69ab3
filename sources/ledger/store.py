"""Reading and writing the ledger. Every write is one transaction: a killed run leaves the old state or the new one."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, delete, event, select
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session

from sources.ledger.tables import Base, DocumentRow, PublicationRow, ReadingRow, VersionRow
from sources.model import Document, Facts, Problem


@dataclass(frozen=True, slots=True)
class CurrentDocument:
    """A row of ``documents`` as the pipeline reads it."""

    document_id: str
    source_id: str
    location: str
    name: str
    content_sha256: str | None
    facts: Facts
    status: str
    problem: Problem | None

    @property
    def article_id(self) -> str | None:
        """Identity of the bytes: the same bytes are the same article wherever they lie."""
        return self.content_sha256[:32] if self.content_sha256 else None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the cleaner made of one article's bytes and facts with one version of itself."""

    article_id: str
    input_sha256: str
    reader_version: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scan of one source changed: numbers of documents."""

    seen: int
    new: int
    changed: int
    set_aside: int
    withdrawn: int


def _open(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    if parsed.get_backend_name() == "sqlite":

        @event.listens_for(engine, "connect")
        def _configure(connection: object, _record: object) -> None:
            cursor = connection.cursor()  # type: ignore[attr-defined]
            # Readers (the UI) and a writer side by side; a second writer waits instead of failing at once.
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA busy_timeout=30000")
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.close()

    return engine


class Ledger:
    """The ledger at a SQLAlchemy URL. Connects at first use, creates its tables if they are missing."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._engine: Engine | None = None

    @contextmanager
    def _session(self) -> Iterator[Session]:
        if self._engine is None:
            self._engine = _open(self._url)
            Base.metadata.create_all(self._engine)
        with Session(self._engine) as session, session.begin():
            yield session

    def record_scan(
        self,
        source_id: str,
        documents: Iterable[tuple[Document, str | None]],
        *,
        now: datetime,
        withdraw_missing: bool,
    ) -> ScanReport:
        """Record everything a source holds now; rows that are as before are left untouched.

        Args:
            source_id: The source that was scanned whole.
            documents: Each document with the hash of its archived bytes (None if it has none).
            now: UTC without zone.
            withdraw_missing: Whether a document that is no longer there leaves the marts.
        """
        seen: set[str] = set()
        new = changed = set_aside = withdrawn = 0
        with self._session() as session:
            query = select(DocumentRow).where(DocumentRow.source_id == source_id)
            rows = {row.document_id: row for row in session.scalars(query)}
            for document, digest in documents:
                key = document.document_id
                if key in seen:
                    continue
                seen.add(key)
                set_aside += document.problem is not None
                row = rows.get(key)
                if row is None:
                    row = DocumentRow(document_id=key, source_id=source_id, first_seen_at=now, changed_at=now)
                    session.add(row)
                    new += 1
                    _fill(row, document, digest)
                    session.flush()
                elif _differs(row, document, digest):
                    row.changed_at = now
                    changed += 1
                    _fill(row, document, digest)
                else:
                    continue
                if digest and session.get(VersionRow, (key, digest)) is None:
                    session.add(VersionRow(document_id=key, content_sha256=digest, first_seen_at=now))
            if withdraw_missing:
                for key, row in rows.items():
                    if key not in seen and row.status != "withdrawn":
                        row.status, row.changed_at = "withdrawn", now
                        withdrawn += 1
        return ScanReport(len(seen), new, changed, set_aside, withdrawn)

    def documents(self) -> tuple[CurrentDocument, ...]:
        """Every document ever seen, sorted by source and location."""
        with self._session() as session:
            query = select(DocumentRow).order_by(DocumentRow.source_id, DocumentRow.location)
            return tuple(_current(row) for row in session.scalars(query))

    def readings(self) -> dict[str, Reading]:
        """What was read so far, by article id."""
        with self._session() as session:
            return {row.article_id: _reading(row) for row in session.scalars(select(ReadingRow))}

    def record_readings(self, readings: Sequence[Reading]) -> None:
        """Replace the readings of these articles."""
        with self._session() as session:
            for reading in readings:
                problem = reading.problem
                session.merge(
                    ReadingRow(
                        article_id=reading.article_id,
                        input_sha256=reading.input_sha256,
                        reader_version=reading.reader_version,
                        outcome="refused" if problem else "read",
                        reason=problem.reason if problem else None,
                        detail=problem.detail if problem else None,
                        cure=problem.cure if problem else None,
                    )
                )

    def input_fingerprint(self, versions: Iterable[str]) -> str:
        """Hash of everything that decides what a run publishes: current documents and the versions of the code."""
        digest = hashlib.sha256()
        for document in self.documents():
            parts = (document.document_id, document.content_sha256 or "", document.facts.to_json(), document.status)
            digest.update("\x1f".join(parts).encode() + b"\x1e")
        for version in versions:
            digest.update(version.encode() + b"\x1e")
        return digest.hexdigest()

    def published_fingerprint(self) -> str | None:
        """The fingerprint of the last finished publication, or None."""
        with self._session() as session:
            row = session.get(PublicationRow, "marts")
            return row.input_fingerprint if row else None

    def record_publication(self, fingerprint: str | None) -> None:
        """Remember that these inputs stand published; None forgets it."""
        with self._session() as session:
            session.execute(delete(PublicationRow))
            if fingerprint is not None:
                session.add(PublicationRow(name="marts", input_fingerprint=fingerprint))


def _fill(row: DocumentRow, document: Document, digest: str | None) -> None:
    problem = document.problem
    row.location, row.name, row.facts = document.location, document.name, document.facts.to_json()
    row.content_sha256 = digest
    row.status = "set_aside" if problem else "current"
    row.reason = problem.reason if problem else None
    row.detail = problem.detail if problem else None
    row.cure = problem.cure if problem else None


def _differs(row: DocumentRow, document: Document, digest: str | None) -> bool:
    problem = document.problem
    now = (digest, document.facts.to_json(), "set_aside" if problem else "current", problem.detail if problem else None)
    return now != (row.content_sha256, row.facts, row.status, row.detail)


def _current(row: DocumentRow) -> CurrentDocument:
    return CurrentDocument(
        document_id=row.document_id,
        source_id=row.source_id,
        location=row.location,
        name=row.name,
        content_sha256=row.content_sha256,
        facts=Facts.from_json(row.facts),
        status=row.status,
        problem=_problem(row),
    )


def _reading(row: ReadingRow) -> Reading:
    return Reading(row.article_id, row.input_sha256, row.reader_version, _problem(row))


def _problem(row: DocumentRow | ReadingRow) -> Problem | None:
    return Problem(row.reason, row.detail or "", row.cure or "") if row.reason else None
