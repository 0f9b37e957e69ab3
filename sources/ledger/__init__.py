"""The ledger: what was seen, which version is current, what was read of it and what was set aside.

Belongs here: SQLAlchemy tables and the few questions that the pipeline asks of them (SQLite, or PostgreSQL by URL).
Does not belong here: article texts (``RawArchive``), claims (``warehouse``).
"""

from sources.ledger.store import CurrentDocument, Ledger, Reading, ScanReport

__all__ = ["CurrentDocument", "Ledger", "Reading", "ScanReport"]
