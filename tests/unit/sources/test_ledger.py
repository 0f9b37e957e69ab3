"""The ledger remembers what was seen; nothing changes where nothing changed. Runs on SQLite here, on PostgreSQL too."""

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

from sources.ledger import Ledger, Reading
from sources.model import Document, Facts, Problem

NOON = datetime(2026, 1, 1, 12)  # noqa: DTZ001  the ledger keeps UTC without zone
LATER = datetime(2026, 1, 2, 12)  # noqa: DTZ001


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(f"sqlite:///{tmp_path / 'deep' / 'ledger.sqlite'}")


def seen(location: str, content: bytes | None, **options: object) -> tuple[Document, str | None]:
    document = Document("presse", location, location.rsplit("/", 1)[-1], content, **options)  # type: ignore[arg-type]
    return document, hashlib.sha256(content).hexdigest() if content is not None else None


def test_a_second_look_at_the_same_things_changes_nothing(ledger: Ledger):
    things = [seen("a.txt", b"A"), seen("b.txt", b"B", facts=Facts(author="Zoé"))]
    first = ledger.record_scan("presse", things, now=NOON, withdraw_missing=True)
    before = ledger.documents()
    second = ledger.record_scan("presse", reversed(things), now=LATER, withdraw_missing=True)
    assert (first.new, first.changed, second.new, second.changed) == (2, 0, 0, 0)
    assert ledger.documents() == before


def test_a_corrected_article_keeps_its_document_and_gets_another_article(ledger: Ledger):
    ledger.record_scan("presse", [seen("a.txt", b"faute")], now=NOON, withdraw_missing=False)
    old = ledger.documents()[0]
    report = ledger.record_scan("presse", [seen("a.txt", b"juste")], now=LATER, withdraw_missing=False)
    new = ledger.documents()[0]
    assert report.changed == 1
    assert new.document_id == old.document_id
    assert new.article_id != old.article_id


def test_an_article_that_comes_back_to_an_old_version_is_no_error(ledger: Ledger):
    for content in (b"un", b"deux", b"un"):
        ledger.record_scan("presse", [seen("a.txt", content)], now=NOON, withdraw_missing=False)
    assert ledger.documents()[0].content_sha256 == hashlib.sha256(b"un").hexdigest()


def test_a_missing_file_is_withdrawn_only_where_the_source_says_so(ledger: Ledger):
    ledger.record_scan("presse", [seen("a.txt", b"A")], now=NOON, withdraw_missing=False)
    ledger.record_scan("presse", [], now=LATER, withdraw_missing=False)
    assert ledger.documents()[0].status == "current"
    ledger.record_scan("presse", [], now=LATER, withdraw_missing=True)
    assert ledger.documents()[0].status == "withdrawn"
    ledger.record_scan("presse", [seen("a.txt", b"A")], now=LATER, withdraw_missing=True)
    assert ledger.documents()[0].status == "current"


def test_another_source_is_left_alone(ledger: Ledger):
    ledger.record_scan("presse", [seen("a.txt", b"A")], now=NOON, withdraw_missing=True)
    ledger.record_scan("autre", [], now=NOON, withdraw_missing=True)
    assert ledger.documents()[0].status == "current"


def test_what_is_set_aside_keeps_its_reason_and_cure(ledger: Ledger):
    problem = Problem("too_large", "a.txt: 9 bytes", "split it")
    ledger.record_scan("presse", [seen("a.txt", None, problem=problem)], now=NOON, withdraw_missing=False)
    document = ledger.documents()[0]
    assert (document.status, document.problem, document.article_id) == ("set_aside", problem, None)


def test_readings_are_replaced_by_article(ledger: Ledger):
    problem = Problem("empty", "a.txt: no text", "remove it")
    ledger.record_readings([Reading("a" * 32, "1" * 64, "v1", problem), Reading("b" * 32, "2" * 64, "v1")])
    ledger.record_readings([Reading("a" * 32, "3" * 64, "v2")])
    assert ledger.readings() == {
        "a" * 32: Reading("a" * 32, "3" * 64, "v2"),
        "b" * 32: Reading("b" * 32, "2" * 64, "v1"),
    }


def test_the_fingerprint_follows_documents_facts_and_versions(ledger: Ledger):
    def fingerprint_after(*things: tuple[Document, str | None], versions: tuple[str, ...] = ("v1",)) -> str:
        ledger.record_scan("presse", things, now=NOON, withdraw_missing=True)
        return ledger.input_fingerprint(versions)

    plain = fingerprint_after(seen("a.txt", b"A"))
    assert plain == fingerprint_after(seen("a.txt", b"A"))
    others = {
        fingerprint_after(seen("a.txt", b"A"), versions=("v2",)),
        fingerprint_after(seen("a.txt", b"A", facts=Facts(author="Zoé"))),
        fingerprint_after(seen("a.txt", b"B")),
        fingerprint_after(),
        plain,
    }
    assert len(others) == 5


def test_a_publication_is_remembered_until_it_is_forgotten(ledger: Ledger):
    assert ledger.published_fingerprint() is None
    ledger.record_publication("f" * 64)
    ledger.record_publication("e" * 64)
    assert ledger.published_fingerprint() == "e" * 64
    ledger.record_publication(None)
    assert ledger.published_fingerprint() is None
