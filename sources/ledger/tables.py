"""The ledger's tables. Times are UTC without zone, since SQLite keeps none."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SHA256 = String(64)
ID = String(32)


class Base(DeclarativeBase):
    """Base of all ledger tables."""


class DocumentRow(Base):
    """A place in a source, with the version that is current there.

    ``status`` is ``current``, ``set_aside`` (``reason``, ``detail`` and ``cure`` say why) or ``withdrawn``.
    """

    __tablename__ = "documents"

    document_id: Mapped[str] = mapped_column(ID, primary_key=True)
    source_id: Mapped[str] = mapped_column(String(200))
    location: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    content_sha256: Mapped[str | None] = mapped_column(SHA256)
    facts: Mapped[str] = mapped_column(Text, default="{}")
    status: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(60))
    detail: Mapped[str | None] = mapped_column(Text)
    cure: Mapped[str | None] = mapped_column(Text)
    first_seen_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    __table_args__ = (Index("ix_documents_source", "source_id"),)


class VersionRow(Base):
    """Every content that a place ever had; the bytes are in the raw archive."""

    __tablename__ = "document_versions"

    document_id: Mapped[str] = mapped_column(ID, ForeignKey("documents.document_id"), primary_key=True)
    content_sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    first_seen_at: Mapped[datetime]


class ReadingRow(Base):
    """What the cleaner made of a content with certain known facts: ``outcome`` is ``read`` or ``refused``."""

    __tablename__ = "readings"

    article_id: Mapped[str] = mapped_column(ID, primary_key=True)
    input_sha256: Mapped[str] = mapped_column(SHA256)
    reader_version: Mapped[str] = mapped_column(String(40))
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str | None] = mapped_column(String(60))
    detail: Mapped[str | None] = mapped_column(Text)
    cure: Mapped[str | None] = mapped_column(Text)


class PublicationRow(Base):
    """What was last published from a home: one row, by which a run with nothing new is known."""

    __tablename__ = "publications"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    input_fingerprint: Mapped[str] = mapped_column(SHA256)
