"""The copy of a release into PostgreSQL: types, words, gaps, and a second release under the eyes of a reader."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import sqlalchemy
from pyarrow import parquet as pq

from warehouse.bi.metabase.to_postgres import copy_release

ROW = {
    "claim_id": "a", "value": 0.1, "source_count": 2, "is_additive": True, "period_start": date(2025, 1, 31),
    "sentence": 'Il dit : « 10 % »,\n"c\'est peu" \\ rien.',
}  # fmt: skip
EMPTY: dict[str, Any] = {**dict.fromkeys(ROW), "claim_id": "b", "sentence": ""}


def release(folder: Path, rows: list[dict[str, Any]]) -> Path:
    folder.mkdir()
    pq.write_table(pa.Table.from_pylist(rows), folder / "claims.parquet")
    fields = [{"name": name, "description": f"What {name} is."} for name in rows[0]]
    resource = {"name": "claims", "description": "A row a claim: it's one statement.", "path": "claims.parquet",
                "schema": {"fields": fields}}  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps({"resources": [resource]}))
    return folder


def rows(engine: sqlalchemy.Engine, sql: str = "SELECT * FROM jalons.claims ORDER BY 1") -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(sqlalchemy.text(sql)).mappings()]


@pytest.fixture
def engine(postgres_url: str):
    engine = sqlalchemy.create_engine(postgres_url)
    yield engine
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("DROP SCHEMA IF EXISTS jalons CASCADE"))
    engine.dispose()


def test_rows_come_as_they_are_and_columns_with_types_and_words(engine: sqlalchemy.Engine, postgres_url, tmp_path):
    assert copy_release(release(tmp_path / "1", [ROW, EMPTY]), postgres_url) == {"claims": 2}
    assert rows(engine) == [ROW, EMPTY]
    inspector = sqlalchemy.inspect(engine)
    columns = {column["name"]: column for column in inspector.get_columns("claims", schema="jalons")}
    assert {name: str(column["type"]) for name, column in columns.items()} == {
        "claim_id": "TEXT", "value": "DOUBLE PRECISION", "source_count": "BIGINT", "is_additive": "BOOLEAN",
        "period_start": "DATE", "sentence": "TEXT",
    }  # fmt: skip
    assert columns["value"]["comment"] == "What value is."
    assert inspector.get_table_comment("claims", schema="jalons")["text"].startswith("A row a claim: it's")


def test_the_next_release_takes_its_place_whole_while_someone_reads_and_keeps_users_views(
    engine: sqlalchemy.Engine, postgres_url, tmp_path
):
    copy_release(release(tmp_path / "1", [ROW, EMPTY]), postgres_url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE VIEW jalons.mine AS SELECT count(*) AS n FROM jalons.claims"))
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as reader:
        count = sqlalchemy.text("SELECT count(*) FROM jalons.claims")
        assert reader.execute(count).scalar() == 2
        copy_release(release(tmp_path / "2", [ROW]), postgres_url)
        assert reader.execute(count).scalar() == 2
    assert rows(engine, "SELECT n FROM jalons.mine") == [{"n": 1}]


def test_a_release_that_cannot_be_copied_leaves_the_one_before(engine: sqlalchemy.Engine, postgres_url, tmp_path):
    copy_release(release(tmp_path / "1", [ROW]), postgres_url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE VIEW jalons.mine AS SELECT claim_id FROM jalons.claims"))
    with pytest.raises(Exception, match="depend"):
        copy_release(release(tmp_path / "2", [{"claim_id": "c", "new": 1}]), postgres_url)
    assert rows(engine) == [ROW]


def test_a_release_with_other_columns_replaces_the_table(engine: sqlalchemy.Engine, postgres_url, tmp_path):
    copy_release(release(tmp_path / "1", [ROW]), postgres_url)
    copy_release(release(tmp_path / "2", [{"claim_id": "c", "new": 1}]), postgres_url)
    assert rows(engine) == [{"claim_id": "c", "new": 1}]
