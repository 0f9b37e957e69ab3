"""One look at every source: bytes into the archive, what was seen into the ledger."""

from collections.abc import Iterator
from datetime import datetime

from sources.archive import RawArchive
from sources.catalogue import Catalogue, FolderSource
from sources.folder import MAX_FILE_BYTES, read_folder
from sources.ledger import Ledger, ScanReport
from sources.model import Document


def scan_sources(
    catalogue: Catalogue, archive: RawArchive, ledger: Ledger, *, now: datetime, max_bytes: int = MAX_FILE_BYTES
) -> dict[str, ScanReport]:
    """Scan all sources of a catalogue; bytes are archived before the ledger names them, so nothing named is missing.

    Args:
        catalogue: What to scan.
        archive: Where bytes go.
        ledger: Where sightings go.
        now: UTC without zone, kept as the time of first sight or change.
        max_bytes: Largest file that is taken.

    Returns:
        A report by source id.

    Raises:
        SourceMissingError: A source's folder is not there.
    """
    return {
        source.id: ledger.record_scan(
            source.id,
            _archived(source, archive, max_bytes),
            now=now,
            withdraw_missing=source.when_missing == "withdraw",
        )
        for source in catalogue.sources
    }


def _archived(source: FolderSource, archive: RawArchive, max_bytes: int) -> Iterator[tuple[Document, str | None]]:
    for document in read_folder(source, max_bytes=max_bytes):
        yield document, archive.put(document.content) if document.content is not None else None
