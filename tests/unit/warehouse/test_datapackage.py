"""The data package and the dictionary say what the DuckDB file's comments say."""

import json

import duckdb
import pytest

from warehouse.datapackage import Relation, datapackage, dictionary, references_of_manifest, relations

REFERENCES = {("facts", "place_id"): ("places", "place_id"), ("facts", "gone"): ("unpublished", "id")}


@pytest.fixture
def published() -> tuple[Relation, ...]:
    with duckdb.connect() as connection:
        connection.execute(
            """
            CREATE SCHEMA marts;
            CREATE TABLE marts.facts (fact_id VARCHAR NOT NULL, place_id VARCHAR, value DOUBLE, told_on DATE, n BIGINT);
            CREATE TABLE marts.places (place_id VARCHAR, parent_id VARCHAR);
            CREATE VIEW marts.facts_dated AS SELECT * FROM marts.facts;
            COMMENT ON TABLE marts.facts IS 'What is stated. Grain: one row per fact. Key: fact_id.';
            COMMENT ON TABLE marts.places IS 'Places. Key: place_id and parent_id.';
            COMMENT ON VIEW marts.facts_dated IS 'Dated facts. Key: elsewhere.';
            COMMENT ON COLUMN marts.facts.value IS 'Figure | amount.';
            INSERT INTO marts.facts (fact_id) VALUES ('a'), ('b');
            """
        )
        return relations(connection, "memory", "marts")


def test_tables_are_counted_and_views_are_not(published: tuple[Relation, ...]) -> None:
    assert [(relation.name, relation.rows) for relation in published] == [
        ("facts", 2),
        ("facts_dated", None),
        ("places", 0),
    ]


def test_keys_come_from_the_comment_where_the_columns_exist(published: tuple[Relation, ...]) -> None:
    assert [relation.key for relation in published] == [("fact_id",), (), ("place_id", "parent_id")]


def test_the_package_lists_every_table_with_types_keys_and_references(published: tuple[Relation, ...]) -> None:
    package = json.loads(datapackage(published, REFERENCES))
    assert [resource["path"] for resource in package["resources"]] == ["facts.parquet", "places.parquet"]
    schema = package["resources"][0]["schema"]
    assert [field["type"] for field in schema["fields"]] == ["string", "string", "number", "date", "integer"]
    assert schema["fields"][0]["constraints"] == {"required": True}
    assert schema["primaryKey"] == ["fact_id"]
    reference = {"resource": "places", "fields": ["place_id"]}
    assert schema["foreignKeys"] == [{"fields": ["place_id"], "reference": reference}]


def test_the_dictionary_has_a_line_for_every_column(published: tuple[Relation, ...]) -> None:
    text = dictionary(published, REFERENCES)
    assert "## facts_dated" in text
    assert "| `value` | DOUBLE | Figure \\| amount. |" in text
    assert "Refers to `places.place_id`." in text
    assert "(2 rows)" in text


def test_references_are_those_that_dbt_tests_prove() -> None:
    refers = {
        "resource_type": "test",
        "attached_node": "model.jalons.claims",
        "test_metadata": {
            "name": "refers_to",
            "kwargs": {"column_name": "article_id", "to": "ref('articles')", "field": "article_id"},
        },
    }
    other = {
        "resource_type": "test",
        "attached_node": "model.jalons.claims",
        "test_metadata": {"name": "key", "kwargs": {}},
    }
    manifest = {"nodes": {"a": refers, "b": other, "c": {"resource_type": "model"}}}
    assert references_of_manifest(manifest) == {("claims", "article_id"): ("articles", "article_id")}
