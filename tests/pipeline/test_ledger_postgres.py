"""The ledger keeps its promises on PostgreSQL too: the same tests, another URL, and several processes at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine

from sources.ledger import Ledger, Reading
from sources.ledger.tables import Base
from tests.unit.sources.test_ledger import (
    test_a_corrected_article_keeps_its_document_and_gets_another_article,
    test_a_missing_file_is_withdrawn_only_where_the_source_says_so,
    test_a_publication_is_remembered_until_it_is_forgotten,
    test_a_second_look_at_the_same_things_changes_nothing,
    test_an_article_that_comes_back_to_an_old_version_is_no_error,
    test_another_source_is_left_alone,
    test_readings_are_replaced_by_article,
    test_the_fingerprint_follows_documents_facts_and_versions,
    test_what_is_set_aside_keeps_its_reason_and_cure,
)

__all__ = [
    "test_a_corrected_article_keeps_its_document_and_gets_another_article",
    "test_a_missing_file_is_withdrawn_only_where_the_source_says_so",
    "test_a_publication_is_remembered_until_it_is_forgotten",
    "test_a_second_look_at_the_same_things_changes_nothing",
    "test_an_article_that_comes_back_to_an_old_version_is_no_error",
    "test_another_source_is_left_alone",
    "test_readings_are_replaced_by_article",
    "test_the_fingerprint_follows_documents_facts_and_versions",
    "test_what_is_set_aside_keeps_its_reason_and_cure",
]


@pytest.fixture
def ledger(postgres_url: str) -> Ledger:
    engine = create_engine(postgres_url)
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    engine.dispose()
    return Ledger(postgres_url)


def test_several_writers_at_once_lose_nothing(ledger: Ledger, postgres_url: str):
    assert ledger.readings() == {}
    batches = [
        [Reading(f"{i:032d}", "0" * 64, f"v{worker}") for i in range(worker * 20, worker * 20 + 20)]
        for worker in range(6)
    ]

    def write(batch: list[Reading]) -> None:
        Ledger(postgres_url).record_readings(batch)

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, batches))
    assert len(ledger.readings()) == 120
