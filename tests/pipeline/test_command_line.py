"""The command line is a contract: forms in, forms out, exit codes, errors that name file, place and cure."""

import gzip
import json
from pathlib import Path

from tests.pipeline.home import jalons, read_lines

DISPATCH = """Énergie : le Yunnan pousse ses barrages

Publié le 4 mars 2025

La province du Yunnan a produit 420 milliards de kilowattheures d'électricité en 2024, en hausse de 6 % sur un an, \
selon l'administration provinciale de l'énergie. Les barrages du cours supérieur tournent désormais à plein régime.

Le gouvernement provincial veut attirer les fonderies d'aluminium, qui cherchent une électricité bon marché, et promet \
aux nouveaux venus une aide qui peut aller jusqu'à 20 millions de yuans par projet.
"""


def test_clean_writes_an_object_an_article_in_the_stated_form(tmp_path: Path):
    (tmp_path / "a.txt").write_text(DISPATCH, encoding="utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(DISPATCH.replace("Yunnan", "Guizhou").encode(), mtime=0))
    (tmp_path / "manifest.jsonl").write_text('{"article": "b.txt.gz", "published_on": "2024-12-24", "note": 1}\n')
    output = tmp_path / "out" / "clean.jsonl"
    done = jalons("clean", str(tmp_path / "a.txt"), str(tmp_path / "b.txt.gz"), "-o", str(output))
    assert done.returncode == 0, done.stderr
    rows = {row["article"]: row for row in read_lines(output)}
    assert set(rows) == {"a.txt", "b.txt.gz"}
    assert rows["a.txt"]["published_on"] == "2025-03-04"
    assert rows["b.txt.gz"]["published_on"] == "2024-12-24"
    assert rows["b.txt.gz"]["published_basis"] == "manifest"
    body = rows["a.txt"]["body_paragraphs"]
    assert body[0].startswith("La province du Yunnan")
    assert len(body) == 2
    assert "dropped" not in rows["a.txt"]


def test_clean_tells_what_was_dropped_when_asked(tmp_path: Path):
    (tmp_path / "a.txt").write_text(DISPATCH + "\nPartager sur Facebook\n\n0 Commentaires\n", encoding="utf-8")
    output = tmp_path / "clean.jsonl"
    assert jalons("clean", str(tmp_path / "a.txt"), "--dropped", "-o", str(output)).returncode == 0
    dropped = read_lines(output)[0]["dropped"]
    assert any("Facebook" in block["text"] for block in dropped)
    assert all(block["reason"] for block in dropped)


def test_extract_writes_an_object_a_claim_with_every_slot(tmp_path: Path):
    (tmp_path / "a.txt").write_text(DISPATCH, encoding="utf-8")
    output = tmp_path / "claims.jsonl"
    done = jalons("extract", str(tmp_path), "-o", str(output))
    assert done.returncode == 0, done.stderr
    claims = {row["metric"]: row for row in read_lines(output)}
    volume = claims["output_volume"]
    assert (volume["subject"], volume["value"], volume["unit"]) == ("Yunnan", 4.2e11, "kilowatt_hour")
    assert (volume["period_start"], volume["period_end"]) == ("2024-01-01", "2024-12-31")
    ceiling = claims["subsidy_ceiling"]
    assert (ceiling["value"], ceiling["unit"], ceiling["bound"]) == (2e7, "CNY", "le")
    assert set(volume) >= {
        "article", "mention", "mart", "metric", "subject", "object", "value", "unit", "bound", "per", "period_start",
        "period_end", "period_basis", "status", "attributed_to", "region", "reference", "equivalent_value",
        "equivalent_unit",
    }  # fmt: skip


def test_a_file_that_cannot_be_read_is_named_with_its_cure_and_the_others_are_written(tmp_path: Path):
    (tmp_path / "a.txt").write_text(DISPATCH, encoding="utf-8")
    (tmp_path / "vide.txt").write_bytes(b"")
    output = tmp_path / "clean.jsonl"
    done = jalons("clean", str(tmp_path), "-o", str(output))
    assert done.returncode == 1
    assert "vide.txt" in done.stderr
    assert "empty" in done.stderr
    assert [row["article"] for row in read_lines(output)] == ["a.txt"]


def test_recognise_keeps_ids_and_gives_spans(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    rows = [
        {"id": "n1", "text": "Il reste trois mille deux cents places."},
        {"id": "n2", "text": "Rien à compter ici."},
    ]
    source.write_text("\n".join(json.dumps(row) for row in rows))
    output = tmp_path / "out.jsonl"
    assert jalons("recognise", "numbers", str(source), "-o", str(output)).returncode == 0
    first, second = read_lines(output)
    assert (first["id"], [span["value"] for span in first["spans"]]) == ("n1", [3200])
    assert second == {"id": "n2", "spans": []}

    source.write_text(json.dumps({"id": "m", "text": "Un budget de 12,5 millions d'euros."}))
    assert jalons("recognise", "money", str(source), "-o", str(output)).returncode == 0
    assert read_lines(output)[0]["spans"][0] | {"text": ""} == {"text": "", "value": 12.5e6, "currency": "EUR"}

    source.write_text(json.dumps({"id": "d", "text": "Le 3 mai 2024.", "reference_date": "2024-06-01"}))
    assert jalons("recognise", "dates", str(source), "-o", str(output)).returncode == 0
    span = read_lines(output)[0]["spans"][0]
    assert (span["start"], span["end"]) == ("2024-05-03", "2024-05-04")


def test_a_faulty_line_of_texts_is_named(tmp_path: Path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "text": "deux"}\n{"id": "b"}\n')
    done = jalons("recognise", "numbers", str(source), "-o", str(tmp_path / "out.jsonl"))
    assert done.returncode == 2
    assert "line 2" in done.stderr.replace("\n", " ")
    assert not (tmp_path / "out.jsonl").exists()


def test_explain_marks_claims_and_says_why_others_are_none(tmp_path: Path):
    (tmp_path / "a.txt").write_text(DISPATCH, encoding="utf-8")
    done = jalons("explain", str(tmp_path / "a.txt"), COLUMNS="200")
    assert done.returncode == 0, done.stderr
    assert "420 milliards de kilowattheures" in done.stdout
    assert "output_volume" in done.stdout
    assert "rules" in done.stdout


def test_settings_are_listed():
    done = jalons("settings", COLUMNS="200")
    assert done.returncode == 0
    assert "JALONS_SCHEDULE_TIMEZONE" in done.stdout


def test_run_on_a_folder_that_is_not_there_says_what_to_do(tmp_path: Path):
    done = jalons("run", "--articles", str(tmp_path / "none"), "--home", str(tmp_path / "home"))
    assert done.returncode == 2
    assert "create it or correct the catalogue" in done.stderr.replace("\n", " ")


def test_run_with_a_ledger_that_cannot_be_reached_names_the_setting_and_hides_the_password(tmp_path: Path):
    (tmp_path / "articles").mkdir()
    url = "postgresql+psycopg2://jalons:hunter2@127.0.0.1:1/ledger"
    done = jalons(
        "run", "--articles", str(tmp_path / "articles"), "--home", str(tmp_path / "home"), JALONS_LEDGER_URL=url
    )
    assert done.returncode == 2
    assert "JALONS_LEDGER_URL" in done.stderr.replace("\n", " ")
    assert "hunter2" not in done.stdout + done.stderr


def test_run_with_a_home_that_cannot_be_written_says_so(tmp_path: Path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "home").write_text("a file, not a folder")
    done = jalons("run", "--articles", str(tmp_path / "articles"), "--home", str(tmp_path / "home"))
    assert done.returncode == 2
    assert "JALONS_HOME" in done.stderr.replace("\n", " ")


def test_a_packed_suite_is_read_as_if_plain(tmp_path: Path):
    source = tmp_path / "in.jsonl.gz"
    source.write_bytes(gzip.compress(b'{"id": "a", "text": "douze"}\n', mtime=0))
    assert jalons("recognise", "numbers", str(source), "-o", str(tmp_path / "out.jsonl")).returncode == 0
    assert read_lines(tmp_path / "out.jsonl")[0]["spans"][0]["value"] == 12


def test_evaluate_measures_against_labels_and_names_a_faulty_one(tmp_path: Path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(DISPATCH, encoding="utf-8")
    label = {
        "article": "a.txt", "mention": "420 milliards de kilowattheures", "nth": 1, "mart": "industrial_output",
        "metric": ["output_volume"], "subject": ["Yunnan"], "object": ["electricity"], "value": 4.2e11,
        "unit": "kilowatt_hour", "bound": ["eq"], "per": [None], "period": [["2024-01-01", "2024-12-31"]],
        "period_basis": ["text"], "status": ["actual"], "equivalent": None, "attributed_to": [], "region": "CN-YN",
        "reference": [], "optional": False, "note": "",
    }  # fmt: skip
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(label) + "\n" + json.dumps({**label, "mention": "999", "value": 999}) + "\n")
    done = jalons("evaluate", str(tmp_path), "-o", str(tmp_path / "figures.json"), COLUMNS="200")
    assert done.returncode == 0, done.stderr
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["all"]["strict recall"]["value"] == 0.5
    assert figures["all"]["strict recall"]["low"] < 0.5 < figures["all"]["strict recall"]["high"]
    gold.write_text(json.dumps(label) + "\nnot json\n")
    wrong = jalons("evaluate", str(gold))
    assert wrong.returncode == 2
    assert "line 2" in wrong.stderr.replace("\n", " ")
