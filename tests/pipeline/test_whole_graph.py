"""From a folder of articles to published marts: good files among poisoned ones, a second run, a correction."""

import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
import sqlalchemy
from pyarrow.dataset import dataset, field
from sqlalchemy.pool import NullPool

from tests.pipeline.home import ROOT, Home, jalons

DISPATCH_NAME = "zz_depeche.txt"
MARTS = ("industrial_output", "ai_model_adoption", "provincial_subsidies")
SAMPLE = ROOT / "sources" / "sample"
POISON = {
    "vide.txt": (b"", "empty"),
    "image.txt": (bytes(range(256)) * 40, None),
    "rapport.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "pdf"),
    "coupe.txt.gz": (gzip.compress(b"Une phrase entiere. " * 500, mtime=0)[:60], "truncated_gzip"),
    "bombe.txt.gz": (gzip.compress(b"0" * 60_000_000, mtime=0), None),
    "notes.docx": (b"PK\x03\x04", "not_an_article_file"),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("graph")
    articles = folder / "articles"
    shutil.copytree(SAMPLE, articles)
    for name, (content, _) in POISON.items():
        (articles / name).write_bytes(content)
    (articles / DISPATCH_NAME).write_text(_dispatch("12 mars 2025", "320 000"), encoding="utf-8")
    home = Home(articles, folder / "home")
    done = home.run()
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def test_every_subject_has_rows_with_sentence_and_source(home: Home):
    for mart in MARTS:
        rows = home.query(f"SELECT evidence_sentence, source_count, evidence_title FROM {mart}")
        assert rows, mart
        assert all(sentence and count >= 1 for sentence, count, _ in rows)


def test_every_claim_stands_verbatim_at_its_offsets_in_its_article(home: Home):
    rows = home.query(
        "SELECT c.mention, c.mention_start, c.mention_end, c.sentence, c.sentence_start, a.text"
        " FROM claims c JOIN articles a USING (article_id)"
    )
    assert len(rows) == home.query("SELECT count(*) FROM claims")[0][0] > 0
    for mention, start, end, sentence, sentence_start, text in rows:
        assert text[start:end] == mention
        assert text[sentence_start : sentence_start + len(sentence)] == sentence
        assert mention in sentence


def test_poisoned_files_are_set_aside_with_a_reason_and_a_cure_and_cost_no_other(home: Home):
    log = {name: (status, reason, cure) for name, status, reason, cure in
           home.query("SELECT article, status, reason, cure FROM article_log")}  # fmt: skip
    for name, (_, expected) in POISON.items():
        status, reason, cure = log[name]
        assert status == "quarantined", name
        assert cure
        assert expected in (None, reason), (name, reason)
    good = {path.name for path in SAMPLE.rglob("[!.]*") if path.is_file()} - {"README.md", "manifest.jsonl"}
    assert {name for name, (status, *_) in log.items() if status in ("published", "not_extracted")} == good | {
        DISPATCH_NAME
    }


def test_a_run_with_nothing_new_says_so_and_leaves_the_files_alone(home: Home):
    before = home.database.stat()
    done = home.run(timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Nothing new" in done.stdout
    after = home.database.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_materializing_everything_again_changes_nothing(home: Home):
    before, inode = home.contents(), home.database.stat().st_ino
    page = home.folder / "published" / "report.html"
    words = page.read_bytes()
    page.write_bytes(words[:3_000])
    home.materialize_everything()
    assert page.read_bytes() == words
    assert home.contents() == before
    assert home.database.stat().st_ino == inode


def test_the_report_page_stands_beside_the_marts_and_is_the_same_when_built_by_hand(home: Home, tmp_path: Path):
    page = home.folder / "published" / "report.html"
    done = jalons("report", "-o", str(tmp_path / "again.html"), JALONS_HOME=str(home.folder))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()
    assert f"{home.query('SELECT count(*) FROM industrial_output')[0][0]:,} facts" in page.read_text(encoding="utf-8")


def test_parquet_and_database_hold_the_same_rows(home: Home):
    for name, rows in home.contents().items():
        path = home.folder / "published" / "parquet" / f"{name}.parquet"
        assert duckdb.execute(f"SELECT count(*) FROM '{path}'").fetchone() == (len(rows),)


def test_the_parquet_files_come_with_a_data_package_and_a_dictionary(home: Home):
    folder = home.folder / "published" / "parquet"
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    names = {resource["name"]: resource["path"] for resource in package["resources"]}
    assert {path.name for path in folder.glob("*.parquet")} == {Path(path).name for path in names.values()}
    assert all((folder / path).is_file() for path in names.values())
    assert "## industrial_output" in (folder / "DICTIONARY.md").read_text(encoding="utf-8")


def test_columns_are_plain_types_with_comments(home: Home):
    columns = home.query("SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal")
    views = {row[0] for row in home.query("SELECT view_name FROM duckdb_views() WHERE NOT internal")}
    plain = {"VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}
    assert {type_ for _, _, type_, _ in columns} <= plain
    assert [row[:2] for row in columns if row[0] not in views and not row[3]] == []


@pytest.mark.parametrize("version", ["1.2.2"])
def test_an_older_client_reads_the_file(home: Home, tmp_path: Path, version: str):
    """BI tools bring a DuckDB of their own; the wheel of an old one is installed beside, not in, the environment."""
    uv = Path(sys.executable).with_name("uv")
    target = tmp_path / "client"
    subprocess.run([uv, "pip", "install", "--quiet", "--target", target, f"duckdb=={version}"], check=True)
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r}); import duckdb; assert duckdb.__version__ == {version!r};"
        f"c = duckdb.connect({str(home.database)!r}, read_only=True);"
        "print(c.execute('SELECT count(*) FROM marts.claims').fetchone()[0],"
        " c.execute('SELECT count(*) FROM industrial_output_dated').fetchone()[0])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    claims, dated = map(int, done.stdout.split())
    assert claims == home.query("SELECT count(*) FROM claims")[0][0]
    assert dated > 0


def test_sqlalchemy_sees_tables_columns_comments_and_rows_and_cannot_write(home: Home):
    """Through duckdb-engine, as BI tools come."""
    # Before the engine opens the file: connections of one process must share one configuration.
    counts = {mart: home.query(f"SELECT count(*) FROM {mart}")[0][0] for mart in MARTS}
    engine = sqlalchemy.create_engine(f"duckdb:///{home.database}?access_mode=READ_ONLY", poolclass=NullPool)
    inspector = sqlalchemy.inspect(engine)
    relations = {*inspector.get_table_names(), *inspector.get_view_names()}
    assert {*MARTS, *(f"{mart}_dated" for mart in MARTS), "claims", "articles", "places"} <= relations
    with engine.connect() as connection:
        for mart in MARTS:
            columns = inspector.get_columns(mart)
            assert all(column["comment"] for column in columns)
            assert {"value": "FLOAT", "is_additive": "BOOLEAN", "period_start": "DATE"}.items() <= {
                column["name"]: str(column["type"]) for column in columns
            }.items()
            table = sqlalchemy.table(mart, *(sqlalchemy.column(column["name"], column["type"]) for column in columns))
            rows = connection.execute(sqlalchemy.select(table)).all()
            assert len(rows) == counts[mart] > 0
    with pytest.raises(sqlalchemy.exc.DBAPIError, match="read-only"), engine.begin() as connection:
        connection.execute(sqlalchemy.text("DELETE FROM claims"))


@pytest.mark.parametrize("mart", MARTS)
def test_pandas_polars_and_arrow_read_the_parquet_with_the_types_of_the_database(home: Home, mart: str):
    path = home.folder / "published" / "parquet" / f"{mart}.parquet"
    rows = home.query(f"SELECT * FROM {mart} ORDER BY fact_id")
    ids, values = [row[0] for row in rows], home.query(f"SELECT value FROM {mart} ORDER BY fact_id")

    frame = pd.read_parquet(path).sort_values("fact_id")
    assert frame["fact_id"].tolist() == ids
    assert frame["is_additive"].dtype == bool
    assert [None if pd.isna(value) else value for value in frame["value"]] == [value for (value,) in values]

    lazy = pl.scan_parquet(path)
    schema = lazy.collect_schema()
    assert (schema["value"], schema["is_additive"], schema["period_start"], schema["source_count"]) == (
        pl.Float64, pl.Boolean, pl.Date, pl.Int64
    )  # fmt: skip
    assert lazy.sort("fact_id").collect().rows() == rows

    arrow = dataset(path).to_table(filter=field("is_dated"))
    assert arrow.num_rows == home.query(f"SELECT count(*) FROM {mart}_dated")[0][0]


def test_sql_prints_rows_and_names_what_is_wrong_and_reads_no_other_file(home: Home):
    environment = {"JALONS_HOME": str(home.folder)}
    done = jalons("sql", "SELECT count(*) AS n FROM claims", **environment)
    assert done.stdout.split() == ["n", str(home.query("SELECT count(*) FROM claims")[0][0])]
    wrong = jalons("sql", "SELECT * FROM nowhere", **environment)
    assert wrong.returncode == 1
    assert "nowhere" in wrong.stderr
    assert jalons("sql", "SELECT * FROM read_text('/etc/passwd')", **environment).returncode == 1


@pytest.mark.parametrize(("readme", "count"), [("README.md", 3), ("warehouse/bi/README.md", 1)])
def test_the_queries_of_the_readmes_answer(home: Home, readme: str, count: int):
    queries = re.findall(r"```sql\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert len(queries) >= count
    for query in queries:
        assert home.query(query), query


def test_a_corrected_article_replaces_its_rows_and_a_removed_file_keeps_them(home: Home):
    count = home.query("SELECT count(*) FROM articles")[0][0]
    assert _values(home) == [320_000.0]
    (home.articles / DISPATCH_NAME).write_text(_dispatch("12 mars 2025", "350 000"), encoding="utf-8")
    (home.articles / "13_presse-robotique_communique-robots.txt").unlink()
    assert home.run().returncode == 0
    assert home.query("SELECT count(*) FROM articles")[0][0] == count
    assert _values(home) == [350_000.0]
    numbers = [row[0] for row in home.query("SELECT DISTINCT run_number FROM fact_history ORDER BY 1")]
    done = jalons("diff", str(numbers[0]), str(numbers[-1]), JALONS_HOME=str(home.folder), COLUMNS="250")
    assert done.returncode == 0, done.stderr
    assert "article_corrected" in done.stdout
    assert DISPATCH_NAME in done.stdout
    assert jalons("diff", "1", "999", JALONS_HOME=str(home.folder)).returncode == 2


def _values(home: Home) -> list[float]:
    rows = home.query(
        "SELECT c.value FROM claims c JOIN articles a USING (article_id)"
        f" WHERE a.article = '{DISPATCH_NAME}' AND c.metric = 'output_volume'"
    )
    return [row[0] for row in rows]


def _dispatch(day: str, figure: str) -> str:
    return (
        f"Guangdong : la robotique garde son allant\n\nPublié le {day}\n\n"
        f"La province du Guangdong a produit {figure} robots industriels en 2024, selon son bureau des statistiques. "
        "Les ateliers de Foshan et de Dongguan ont tourné sans relâche pour servir les commandes de tout le pays.\n\n"
        "Les responsables locaux veulent désormais attirer des fournisseurs de capteurs, car beaucoup de pièces "
        "viennent encore d'ailleurs, et ils multiplient pour cela les visites dans les autres régions industrielles.\n"
    )
