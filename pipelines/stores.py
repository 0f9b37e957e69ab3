"""The stores of a home: catalogue, archive, ledger and warehouse, made from settings. Imports no Dagster."""

from datetime import UTC, datetime

from pipelines.settings import Settings
from sources.archive import RawArchive
from sources.catalogue import Catalogue, load_catalogue, single_folder
from sources.ledger import Ledger
from warehouse.store import Warehouse


def catalogue_of(settings: Settings) -> Catalogue:
    """The catalogue of these settings: one folder given by hand, or the catalogue file."""
    return single_folder(settings.articles) if settings.articles else load_catalogue(settings.catalogue)


def ledger_of(settings: Settings) -> Ledger:
    """The ledger, which connects at first use."""
    return Ledger(settings.ledger)


def archive_of(settings: Settings) -> RawArchive:
    """The raw archive."""
    return RawArchive(settings.archive)


def warehouse_of(settings: Settings) -> Warehouse:
    """The warehouse file."""
    return Warehouse(settings.warehouse, lock_timeout=settings.lock_timeout_seconds)


def utc_now() -> datetime:
    """UTC without zone, as the ledger keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)
